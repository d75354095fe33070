// The rest of our column of the matrix that compares SDKs: what it offers, a test a row.
import { readFileSync } from 'node:fs';
import { EdgeVM } from '@edge-runtime/vm';
import { createMock } from '@chaveiro/mock-server';
import type { operations } from '@chaveiro/openapi/types';
import { build } from 'esbuild';
import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import { answering, json, observedFetch, thrown } from '../test/observed-fetch.ts';
import { VirtualClock } from '../test/virtual-clock.ts';
import * as errors from './errors/index.ts';
import { createClient, Pingback, RDStation, Zenvio, type DriftEvent, type PingbackErrorCode, type ResultOf } from './index.ts';
import { rdstationSchemas } from './schemas/rdstation.ts';

vi.setConfig({ testTimeout: 60_000 });

const lead = { conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' };

test('types derived from OpenAPI', async () => {
  type Listed = operations['listContacts']['responses'][200]['content']['application/json'];
  expectTypeOf<ResultOf<'listContacts'>>().toEqualTypeOf<Listed>();
  const pingback = new Pingback({ apiKey: 'k', fetch: answering(json({ data: { data: [] } })) });
  const listed = await pingback.contacts.list();
  expectTypeOf(listed).toEqualTypeOf<Listed>();
  expect(listed.data.data).toEqual([]);
  type Created = operations['createContact']['requestBody']['content']['application/json'];
  expectTypeOf<Created>().toExtend<Parameters<typeof pingback.contacts.create>[0]>();
});

describe('runtime response validation: 3 modes', () => {
  const answer = answering(json({ event_uuid: 4711 }));
  const rd = (validate: 'off' | 'warn' | 'strict', drift: DriftEvent[] = []) =>
    new RDStation({
      apiKey: 'k',
      fetch: answer,
      schemas: rdstationSchemas,
      validate,
      hooks: { drift: (event) => void drift.push(event) },
    });

  test('off: what comes is what you get', async () => {
    const drift: DriftEvent[] = [];
    expect(await rd('off', drift).conversions.create(lead)).toEqual({ event_uuid: 4711 });
    expect(drift).toEqual([]);
  });

  test('warn: the call goes on, and hooks are told', async () => {
    const drift: DriftEvent[] = [];
    expect(await rd('warn', drift).conversions.create(lead)).toEqual({ event_uuid: 4711 });
    expect(drift).toMatchObject([{ part: 200, drift: [{ path: '$.event_uuid', got: 'number' }] }]);
    expect(JSON.stringify(drift)).not.toContain('4711');
  });

  test('strict: a ParseError that says where', async () => {
    const error = await thrown<errors.ParseError>(rd('strict').conversions.create(lead));
    expect(error).toMatchObject({ name: 'ParseError', code: 'invalid_answer', issues: [{ path: '$.event_uuid' }] });
  });
});

test('request validation before send: strict mode', async () => {
  const { fetch, requests } = observedFetch(json({ event_uuid: 'u' }));
  const rd = new RDStation({ apiKey: 'k', fetch, schemas: rdstationSchemas, validate: 'strict' });
  const error = await thrown<errors.ValidationError>(rd.conversions.create({ ...lead, conversion_identifier: 7 } as never));
  expect(error).toMatchObject({ name: 'ValidationError', issues: [{ path: '$.payload.conversion_identifier' }] });
  expect(requests).toEqual([]);
});

test('error class per status: one class per cause', async () => {
  const { fetch, rdstation } = createMock();
  const ask = (apiKey: string) => thrown(new RDStation({ apiKey, fetch, retries: 0 }).conversions.create(lead));
  const account = rdstation.accounts.create({ plan: 'basic' });
  const key = account.keys.create();
  key.disable();
  expect(await ask(key.secret)).toBeInstanceOf(errors.InvalidKeyError);
  expect(await ask('chaveiro-rdstation-crm-account')).toBeInstanceOf(errors.WrongEndpointError);
  expect(await ask('chaveiro-rdstation-rate-limited')).toBeInstanceOf(errors.RateLimitError);
  expect(new Set(Object.values(errors).map(({ code }) => code)).size).toBe(Object.keys(errors).length);
});

test('closed union of error codes: per provider', async () => {
  const pingback = new Pingback({ apiKey: 'k', fetch: createMock().fetch });
  const { error } = await pingback.contacts.list().safe();
  if (error) expectTypeOf(error.code).toEqualTypeOf<PingbackErrorCode>();
  expectTypeOf<string>().not.toExtend<PingbackErrorCode>();
  expect(error?.code).toBe('key_refused');
});

test('result style without throw: both', async () => {
  const { contacts } = new Pingback({ apiKey: 'k', fetch: answering(json({ error: 'Contact not found.' }, 404)) });
  await expect(contacts.get('a@b.c')).rejects.toBeInstanceOf(errors.NotFoundError);
  expect(await contacts.get('a@b.c').safe()).toMatchObject({ data: undefined, error: { code: 'not_found' } });
});

test('async-iterator pagination', async () => {
  const { pingback, fetch } = createMock();
  const apiKey = pingback.accounts.create({ plan: 'pro' }).keys.create().secret;
  const client = new Pingback({ apiKey, fetch, pace: false });
  const emails = Array.from({ length: 25 }, (_, index) => `lead-${index}@exemplo.com.br`);
  for (const email of emails) await client.contacts.create({ email });
  const found: string[] = [];
  for await (const { email } of client.contacts.all()) found.push(email);
  expect(found.sort()).toEqual([...emails].sort());
});

test('middleware / hooks: openapi-fetch’s, and ours', async () => {
  const { fetch, request } = observedFetchOnce();
  const client = createClient({
    keys: { pingback: 'k' },
    fetch,
    hooks: { request: ({ headers }) => void (headers['x-ours'] = '1') },
  });
  client.use({ onRequest: ({ request }) => new Request(request, { headers: { 'x-theirs': '1' } }) });
  await client.GET('/contacts');
  expect(Object.fromEntries(request().headers)).toMatchObject({ 'x-ours': '1', 'x-theirs': '1', 'x-api-key': 'k' });
});

test('client-side pre-emptive throttling: from the policy, and from rate-limit headers', async () => {
  const clock = new VirtualClock();
  const mock = createMock({ now: clock.now(), rateLimits: 'on' });
  const account = mock.rdstation.accounts.create({ plan: 'advanced' });
  const [apiKey, others] = [account.keys.create().secret, account.keys.create({ name: 'Outra' }).secret];
  const answers: number[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    mock.clock.advance(clock.now() - mock.clock.now());
    const response = await mock.fetch(url, init);
    answers.push(response.status);
    return response;
  };
  const convert = (rd: RDStation, count: number) =>
    clock.run(
      Promise.allSettled(
        Array.from({ length: count }, (_, at) => rd.conversions.create({ ...lead, email: `lead-${at}@exemplo.com.br` })),
      ),
    );
  const rd = new RDStation({ apiKey, fetch, clock });
  await convert(rd, 130);
  expect(answers).toEqual(Array.from({ length: 130 }, () => 200));
  // Somebody else uses up the 500 of this plan; the refusal names them.
  await convert(new RDStation({ apiKey: others, fetch, clock, pace: false, retries: 0 }), 500);
  await convert(rd, 1);
  answers.length = 0;
  const began = clock.now();
  await convert(rd, 300);
  expect(answers.every((status) => status === 200)).toBe(true);
  expect(clock.now() - began).toBeLessThanOrEqual(61_200);
});

test('injectable fetch', async () => {
  const { fetch, request } = observedFetchOnce();
  await new Zenvio({ apiKey: 'k', fetch }).logs.list();
  expect(request().url).toBe('https://api.zenvio.com/v1/logs');
  expect(await new Pingback({ apiKey: 'chaveiro-pingback-active', fetch: createMock().fetch }).contacts.list()).toHaveProperty(
    'data',
  );
});

test('Node/Deno/Bun/browser/worker: it needs nothing but what all of them have', async () => {
  const { outputFiles } = await build({
    stdin: { contents: "export * from './index.ts';", resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    format: 'iife',
    globalName: 'sdk',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    write: false,
  });
  const worker = new EdgeVM();
  worker.evaluate(outputFiles[0]?.text ?? '');
  const call = `(async () => {
    const fetch = async (url, { headers }) => Response.json({ data: { url, ...headers } }, { headers: { 'x-request-id': 'r' } });
    const { data, requestId } = await new sdk.Pingback({ apiKey: 'k', fetch }).contacts.get('a@b.c').withResponse();
    const { error } = await new sdk.Zenvio({ fetch }).logs.list().safe();
    return JSON.stringify([typeof process + typeof Buffer + typeof require, data, requestId, error.code]);
  })()`;
  expect(JSON.parse(await worker.evaluate<Promise<string>>(call))).toEqual([
    'undefinedundefinedundefined',
    { data: { url: 'https://connect.pingback.com/v2/contacts/a%40b.c', 'x-api-key': 'k' } },
    'r',
    'missing_key',
  ]);
});

test('runtime deps: 2, openapi-fetch and zod', () => {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { dependencies, peerDependenciesMeta } = JSON.parse(file) as Record<string, Record<string, unknown>>;
  expect(Object.keys(dependencies ?? {}).sort()).toEqual(['openapi-fetch', 'zod']);
  expect(peerDependenciesMeta).toEqual({ '@opentelemetry/api': { optional: true } });
});

test('ships a matching stateful mock', async () => {
  const { pingback, fetch } = createMock();
  const key = pingback.accounts.create({ plan: 'pro' }).keys.create({ name: 'CRM' });
  const { contacts } = new Pingback({ apiKey: key.secret, fetch });
  await contacts.create({ email: 'ana@exemplo.com.br', attributes: { name: 'Ana' } });
  expect(pingback.contacts.where({ email: 'ana@exemplo.com.br' })).toHaveLength(1);
  key.disable();
  const { error } = await contacts.get('ana@exemplo.com.br').safe();
  expect(error?.candidates).toContain('disabled_key');
  key.enable();
  expect(await contacts.get('ana@exemplo.com.br')).toMatchObject({ data: { email: 'ana@exemplo.com.br' } });
});

function observedFetchOnce() {
  const observed = observedFetch();
  return { fetch: observed.fetch, request: () => observed.request };
}
