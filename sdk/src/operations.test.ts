// The key of every operation of the generated tables goes where the document says, and nowhere else.
import { describe, expect, test, vi } from 'vitest';
import { observedFetch } from '../test/observed-fetch.ts';
import { createClient, type PlatformId } from './client.ts';
import * as tables from './generated/operations/index.ts';

const SECRETS: Record<string, string> = {
  pingbackKey: 'pingback/1',
  rdstationKey: 'rdstation/1',
  rdstationOAuth: 'token.1',
  zenvioKey: 'sk_live_1',
  consoleSession: 'session-1',
};

const keys = {
  pingback: SECRETS['pingbackKey'],
  rdstation: { apiKey: SECRETS['rdstationKey'], accessToken: SECRETS['rdstationOAuth'] },
  zenvio: SECRETS['zenvioKey'],
  console: SECRETS['consoleSession'],
};

type AnyCall = (method: string, path: string, init: object) => Promise<unknown>;

const operations = Object.values(tables as Record<string, tables.OperationTable>).flatMap((table) =>
  Object.entries(table.operations).map(([operationId, operation]) => ({ table, operationId, operation })),
);

describe.each(operations)('$operationId', ({ table, operation }) => {
  const [method = '', template = '', scheme = ''] = operation.split(' ');
  const path = Object.fromEntries([...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, `a b/${name}`]));
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(`a b/${name}`));

  async function call(baseUrl: string | Partial<Record<PlatformId, string>> | undefined): Promise<Request> {
    const observed = observedFetch();
    const client = createClient({ keys, baseUrl, fetch: observed.fetch });
    await (client.request as unknown as AnyCall)(method, template, {
      params: { path },
      headers: { authorization: 'from the caller', 'x-api-key': 'from the caller' },
      ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
    });
    return observed.request;
  }

  test('takes its key where the document says', async () => {
    const request = await call('http://localhost:4010');
    const url = new URL(request.url);
    expect(`${request.method} ${url.origin}${url.pathname}`).toBe(`${method} http://localhost:4010${filled}`);
    const placement = table.schemes[scheme];
    const secret = SECRETS[scheme];
    expect(request.headers.get('authorization')).toBe(placement?.in === 'bearer' ? `Bearer ${secret}` : 'from the caller');
    expect(request.headers.get('x-api-key')).toBe(placement?.in === 'header' ? secret : 'from the caller');
    expect(url.searchParams.get('api_key')).toBe(placement?.in === 'query' ? secret : null);
    const others = Object.values(SECRETS).filter((other) => other !== secret);
    for (const other of others)
      expect(`${decodeURIComponent(url.href)} ${JSON.stringify([...request.headers])}`).not.toContain(other);
  });

  test('goes to its own platform', async () => {
    const request = await call({ console: 'http://localhost:4010', control: 'http://localhost:4010' });
    expect(request.url.split('?')[0]).toBe(`${table.server || 'http://localhost:4010'}${filled}`);
  });
});

test('the mock’s own operations take no key', async () => {
  const observed = observedFetch();
  const client = createClient({ keys, baseUrl: 'http://localhost:4010', fetch: observed.fetch });
  await client.GET('/__mock/state');
  expect(observed.request.url).toBe('http://localhost:4010/__mock/state');
  expect([...observed.request.headers]).toEqual([]);
});

test('a query of the caller’s own stays', async () => {
  const observed = observedFetch();
  const client = createClient({ keys: { pingback: 'key-1' }, fetch: observed.fetch });
  await client.GET('/contacts', { params: { query: { page: 2 } } });
  expect(observed.request.url).toBe('https://connect.pingback.com/v2/contacts?page=2');
});

test('without a base URL there is no console and no mock', async () => {
  const fetch = vi.fn();
  const client = createClient({ keys: { pingback: 'key-1' }, fetch });
  await expect(client.GET('/__mock/state')).rejects.toThrow('baseUrl');
  await expect((client.request as unknown as AnyCall)('GET', '/no/such/path', {})).rejects.toThrow('no operation');
  expect(fetch).not.toHaveBeenCalled();
});

test.each(['', 'localhost:4010', 'ftp://host', 'http://user:secret@host', 'https://host?api_key=secret', 'https://host#x'])(
  '%s is no base URL, and is not shown',
  (baseUrl) => {
    expect(() => createClient({ keys: { pingback: 'key-1' }, baseUrl })).toThrow(
      /^Pingback: baseUrl must be an http\(s\) address without [^:]*$/,
    );
  },
);
