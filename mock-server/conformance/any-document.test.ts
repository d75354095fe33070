/** Anybody's OpenAPI document gets keys with states, and answers of its own. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMock, type Mock, type MockOptions } from '../src/index.ts';

const read = (name: string) => parse(readFileSync(resolve(import.meta.dirname, 'documents', name), 'utf8')) as object;

const library = (options: MockOptions = {}) => createMock({ document: read('library-3.0.yaml'), ...options });
const orders = () => createMock({ document: read('orders-3.1.yaml') });

async function look(mock: Mock, url: string, init?: RequestInit) {
  const response = await mock.fetch(url, init);
  const text = await response.text();
  return {
    status: response.status,
    decision: response.headers.get('x-mock-decision'),
    body: text && (JSON.parse(text) as unknown),
  };
}

const books = (mock: Mock, key: string, init: RequestInit = {}) =>
  look(mock, 'https://api.biblioteca.example/v1/books', {
    ...init,
    headers: { 'x-library-key': key, 'content-type': 'application/json' },
  });

describe('a document of OpenAPI 3.0', () => {
  test('an active key gets the document’s own answer, at the real host and at any other', async () => {
    const mock = library();
    const answer = { status: 200, decision: 'allowed', body: { books: [{ id: 1, title: 'Dom Casmurro' }] } };
    expect(await books(mock, 'chaveiro-municipal-library-active')).toEqual(answer);
    expect(
      await look(mock, 'http://localhost/books', { headers: { 'x-library-key': 'chaveiro-municipal-library-active' } }),
    ).toEqual(answer);
  });

  test('a key lives as on any platform, and is refused with the document’s own 401', async () => {
    const mock = library();
    const key = mock.platform('municipal-library').accounts.create().keys.create({ name: 'Balcão' });
    expect((await books(mock, key.secret)).decision).toBe('allowed');
    key.disable();
    expect(await books(mock, key.secret)).toEqual({ status: 401, decision: 'disabled_key', body: { erro: 'chave inválida' } });
    key.enable();
    key.delete();
    expect(await books(mock, key.secret)).toEqual({ status: 401, decision: 'deleted_key', body: { erro: 'chave inválida' } });
    expect((await look(mock, 'http://localhost/books')).decision).toBe('missing_key');
    expect((await books(mock, 'nobody')).decision).toBe('unknown_key');
  });

  test('what the document does not describe is a problem, and nothing makes it fail', async () => {
    const mock = library();
    const key = 'chaveiro-municipal-library-active';
    const post = (body: string) => books(mock, key, { method: 'POST', body });
    expect(await post('{"title":"Quincas Borba"}')).toMatchObject({ status: 201, body: { id: 2 } });
    expect(await post('{"title":""}')).toMatchObject({ status: 422, decision: 'invalid_request' });
    expect(await post('{"ti')).toMatchObject({ status: 400, decision: 'malformed_json', body: { code: 'malformed_json' } });
    expect(await look(mock, 'http://localhost/%zz')).toMatchObject({ status: 404, decision: 'unknown_path' });
    expect(await books(mock, key, { method: 'DELETE' })).toMatchObject({ status: 405, decision: 'method_not_allowed' });
    expect(await look(mock, 'http://localhost/opening-hours')).toEqual({
      status: 200,
      decision: 'public',
      body: { monday: '9-18' },
    });
  });

  test('a policy of its own limits its keys', () => {
    const { accounts } = library({ policy: { keysPerAccount: 1 } }).platform('municipal-library');
    const { keys } = accounts.create();
    keys.create({ name: 'first' });
    expect(() => keys.create({ name: 'second' })).toThrow(expect.objectContaining({ code: 'key_limit_reached' }) as Error);
  });

  test('a policy with a slip is refused with the line that was meant', () => {
    expect(() => library({ policy: { keysPerAcount: 1 } as never })).toThrow(/keysPerAcount.*did you mean keysPerAccount/);
  });

  test.each([
    [{}, /OpenAPI/],
    [{ swagger: '2.0', paths: {} }, /Swagger "2.0".*Convert/],
    [[], /is an object/],
  ])('%j is refused with advice', (document, advice) => expect(() => createMock({ document })).toThrow(advice));
});

describe('a document of OpenAPI 3.1', () => {
  test('scopes come from its security requirements', async () => {
    const mock = orders();
    const { keys } = mock.platform('orders').accounts.create();
    const reader = keys.create({ name: 'reader', scopes: ['orders:read'] });
    const send = (method: string) =>
      look(mock, 'https://orders.example/orders/o1', { method, headers: { authorization: `Bearer ${reader.secret}` } });
    expect(await send('GET')).toEqual({ status: 200, decision: 'allowed', body: { id: 'o1', note: null } });
    expect(await send('DELETE')).toMatchObject({ status: 403, decision: 'scope_missing', body: { code: 'scope_missing' } });
  });

  test('console and control stand beside it', async () => {
    const mock = orders();
    expect(await look(mock, 'http://localhost/__mock/state')).toMatchObject({
      status: 200,
      body: {
        platforms: expect.arrayContaining([
          expect.objectContaining({ id: 'orders', server: 'https://orders.example' }),
        ]) as unknown,
      },
    });
    expect((await look(mock, 'http://localhost/__mock/zero-setup-keys')).body).toMatchObject({
      keys: expect.arrayContaining([expect.objectContaining({ platform: 'orders', state: 'active' })]) as unknown,
    });
  });
});

describe('the contract', () => {
  test('an exchange that keeps to the document is checked and leaves nothing', async () => {
    const mock = library({ contract: true });
    await books(mock, 'chaveiro-municipal-library-active');
    await books(mock, 'chaveiro-municipal-library-disabled');
    expect([mock.contract.checked, mock.contract.violations]).toEqual([2, []]);
  });

  test('a wrong request is the caller’s violation, and a reset forgets it', async () => {
    const mock = createMock({ contract: true });
    const list = () =>
      mock.fetch('https://connect.pingback.com/v2/contacts?page=-1', { headers: { 'x-api-key': 'chaveiro-pingback-active' } });
    await list();
    expect(mock.contract.violations).toMatchObject([
      { side: 'request', operationId: 'listContacts', place: expect.stringContaining('page') as string },
    ]);
    mock.reset();
    expect([mock.contract.violations, mock.contract.found]).toEqual([[], 1]);
  });

  test('an answer that the document does not have is the server’s violation', async () => {
    const mock = library({ contract: 'response' });
    await books(mock, 'chaveiro-municipal-library-active', { method: 'POST', body: '{"title":""}' });
    expect(mock.contract.violations).toMatchObject([{ side: 'response', operationId: 'addBook', status: 422 }]);
    expect(mock.requests.last()?.violations).toHaveLength(1);
  });

  test('an injected fault is no violation: it is broken on purpose', async () => {
    const mock = library({ contract: true });
    mock.faults.add({ effect: { kind: 'status', status: 418 }, times: 1 });
    expect((await books(mock, 'chaveiro-municipal-library-active')).status).toBe(418);
    expect(mock.contract.violations).toEqual([]);
  });

  test('names no secret to who asks to be told, wherever it stood', async () => {
    const told: object[] = [];
    const mock = createMock({ contract: { onViolation: (violation) => told.push(violation) } });
    const secret = 'chaveiro-pingback-active';
    const headers = { 'x-api-key': secret, 'content-type': 'application/json' };
    await mock.fetch(`http://localhost/contacts?page=${secret}`, { headers });
    await mock.fetch(`http://localhost/contacts/${secret}?page=-1`, { headers });
    const body = JSON.stringify({ email: 5, [secret]: secret });
    await mock.fetch('http://localhost/contacts', { method: 'POST', headers, body });
    expect(told.length).toBeGreaterThan(1);
    expect(told).toMatchObject([{ path: '/contacts?page=••••' }, ...told.slice(1)]);
    expect(JSON.stringify([told, mock.contract.violations, mock.requests.list()])).not.toContain(secret);
  });

  test('a mock that checks nothing says so instead of an empty list', () => {
    expect(() => createMock().contract.violations).toThrow(/createMock\(\{ contract: true \}\)/);
  });
});
