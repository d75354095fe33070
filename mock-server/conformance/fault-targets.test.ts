/** Which requests a fault hits, how often, and what is left of it, on every transport. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FaultEffect, NewFault } from '../src/index.ts';
import { transports, type Transport } from './transports.ts';

const KEY = { 'x-api-key': 'chaveiro-pingback-active' };
const DOWN: FaultEffect = { kind: 'status', status: 503 };

describe.each(Object.keys(transports))('the requests of a fault over %s', (name) => {
  let transport: Transport;
  beforeAll(async () => {
    transport = await transports[name]!();
  });
  afterEach(() => transport.mock.reset());
  afterAll(() => transport.close());

  const inject = (effect: FaultEffect, more: Omit<NewFault, 'effect'> = {}) => transport.mock.faults.add({ effect, ...more });
  const hits = async (path: string, init: RequestInit = { headers: KEY }) =>
    (await transport.fetch(path.startsWith('/whatsapp') ? 'zenvio' : 'pingback', path, init)).headers.has('x-mock-fault');

  test('by operation', async () => {
    inject(DOWN, { on: { operationId: 'listSegments' } });
    expect([await hits('/contacts'), await hits('/segments')]).toEqual([false, true]);
  });

  test('by platform and method', async () => {
    inject(DOWN, { on: { platform: 'zenvio', method: 'get' } });
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect([await hits('/contacts'), await hits('/whatsapp/instances', {}), await hits('/whatsapp/instances', post)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('by key and by account', async () => {
    const key = transport.mock.pingback.accounts.create().keys.create();
    inject(DOWN, { on: { keyId: key.id }, times: 1 });
    expect([await hits('/contacts'), await hits('/contacts', { headers: { 'x-api-key': key.secret } })]).toEqual([false, true]);
    inject(DOWN, { on: { accountId: key.accountId } });
    expect([await hits('/contacts'), await hits('/contacts', { headers: { 'x-api-key': key.secret } })]).toEqual([false, true]);
  });

  test('for a number of requests; then it is used up, and stays listed', async () => {
    const { id } = inject(DOWN, { times: 2 });
    expect([await hits('/contacts'), await hits('/contacts'), await hits('/contacts')]).toEqual([true, true, false]);
    expect(transport.mock.faults.list()).toMatchObject([{ id, hits: 2, left: 0 }]);
  });

  test('by chance: one seed hits the same requests every time, whatever else goes on', async () => {
    const run = async (others: number) => {
      inject(DOWN, { on: { operationId: 'listContacts' }, probability: 0.5, seed: 7 });
      const seen: boolean[] = [];
      for (let i = 0; i < 24; i++) {
        for (let j = 0; j < others; j++) await hits('/segments');
        seen.push(await hits('/contacts'));
      }
      expect(transport.mock.faults.list()[0]).toMatchObject({ seen: 24, hits: seen.filter(Boolean).length });
      transport.mock.reset();
      return seen;
    };
    const first = await run(0);
    expect(await run(1)).toEqual(first);
    expect(new Set(first)).toEqual(new Set([true, false]));
  });

  test('and the control interface never: it is the way out', async () => {
    inject(DOWN);
    expect(await transport.mock.fetch('http://localhost/__mock/state')).toMatchObject({ status: 200 });
  });

  test('faults are listed with their hits, removed one by one, and cleared by a reset', async () => {
    const [one, two] = [inject({ kind: 'html' }), inject({ kind: 'malformed' })];
    await (await transport.fetch('pingback', '/contacts', { headers: KEY })).text();
    expect(transport.mock.faults.list().map(({ id, hits }) => [id, hits])).toEqual([
      [one.id, 1],
      [two.id, 0],
    ]);
    expect([transport.mock.faults.remove(one.id), transport.mock.faults.remove(one.id)]).toEqual([true, false]);
    transport.mock.reset();
    expect(transport.mock.faults.list()).toEqual([]);
    expect((await transport.fetch('pingback', '/contacts', { headers: KEY })).headers.has('x-mock-fault')).toBe(false);
  });
});
