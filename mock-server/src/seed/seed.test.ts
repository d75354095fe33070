/** A seed makes what it says. */
import { document } from '@chaveiro/openapi';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, SeedError, type Mock } from '../index.ts';
import { parseSeed } from './parse.ts';
import { YAML } from './seed.fixture.ts';
import { rowSchemasOf } from './rows.ts';
import type { Seed } from './schema.ts';

let mock: Mock;
beforeEach(() => void (mock = createMock({ seed: 3, now: '2026-03-02T12:00:00.000Z' })));

const load = (text: string, file = 'seed.yaml') => mock.load(parseSeed(text, file).seed);

describe('a good seed', () => {
  test('makes everything that it names', async () => {
    const { accounts, scenarios, faults, now } = load(YAML);
    expect(accounts.map(({ account }) => [account.platform, account.plan])).toEqual([
      ['pingback', 'free'],
      ['zenvio', 'active'],
      ['rdstation', 'basic'],
    ]);
    expect(scenarios.map(({ scenario }) => scenario)).toEqual(['send-only', 'rotation']);
    expect(scenarios[1]?.keys['next']?.secret).toBe('loja-next-secret');
    expect(faults).toMatchObject([{ effect: { kind: 'latency', delay: '2s' }, left: 3 }]);
    expect([now, mock.clock.now()]).toEqual(Array(2).fill(Date.parse('2026-01-31T12:00:00Z')));
    mock.clock.advance('1s');

    const [missing, plan] = await Promise.all([
      mock.fetch('https://connect.pingback.com/v2/contacts'),
      mock.fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': 'loja-crm-secret' } }),
    ]);
    expect([missing.status, plan.headers.get('x-mock-decision')]).toEqual([401, 'disabled_key']);
    const instances = await mock.fetch('https://api.zenvio.com/v1/whatsapp/instances', {
      headers: { authorization: 'Bearer sk_live_loja_balcao' },
    });
    expect(await instances.json()).toMatchObject({ data: [{ id: 'inst_um', status: 'ACTIVE' }] });
    const keys = await mock.fetch('http://localhost/accounts/acc_loja/api-keys', {
      headers: { authorization: 'Bearer loja-owner-token' },
    });
    expect(await keys.json()).toMatchObject({ items: [{ id: 'key_crm', status: 'disabled', disabledReason: 'by_user' }] });
    expect(mock.pingback.contacts.where({ email: 'ana@exemplo.com.br' })).toMatchObject([
      { status: 'active', createdAt: '2026-01-31T12:00:00.000Z', attributes: { name: 'Ana' } },
    ]);
    expect(accounts[2]?.keys[0]?.scheme).toBe('rdstationOAuth');
  });

  test('says in JSON what it says in YAML', () => {
    const seed = parseSeed(YAML, 'seed.yaml').seed;
    const json = JSON.stringify(seed, undefined, 2);
    expect(parseSeed(json, 'seed.json').seed).toEqual(seed);
  });

  test('may be empty, and then changes nothing', () => {
    const before = mock.snapshot();
    for (const text of ['', '{}', '# nothing yet\n']) load(text);
    expect(mock.snapshot()).toEqual(before);
  });

  test('gives the same ids and secrets in every run', () => {
    const secrets = () =>
      createMock({ seed: 3 })
        .load(parseSeed(YAML, 'seed.yaml').seed)
        .scenarios.map(({ keys }) => Object.values(keys).map(({ secret }) => secret));
    expect(secrets()).toEqual(secrets());
  });

  test('adds up with what is there, and goes with a reset', () => {
    load('scenarios: [send-only]');
    load('scenarios: [manage-only]');
    expect(mock.zenvio.accounts.list()).toHaveLength(5);
    mock.reset();
    expect(mock.zenvio.accounts.list()).toHaveLength(3);
  });

  test('may choose any documented answer', () => {
    load('settings: { failures: { rdstation: { invalid_batch_item: per_item, unknown_key: kong3 } } }');
    expect(() => load('settings: { failures: { rdstation: { invalid_batch_item: per_itme } } }')).toThrow(
      /did you mean per_item/,
    );
  });

  test('can be what every session starts with, and a reset comes back to', async () => {
    const start = createMock({ start: parseSeed(YAML, 'seed.yaml').seed });
    const near = (session: Pick<Mock, 'clock'>) =>
      expect(session.clock.now() - Date.parse('2026-01-31T12:00:00Z')).toBeLessThan(5000);
    const keyOf = (session: Pick<Mock, 'pingback'>) => session.pingback.accounts.get('acc_loja').keys.get('key_crm');
    near(start);
    expect(start.started?.accounts[0]?.keys[0]?.secret).toBe('loja-crm-secret');
    start.clock.advance('3d');
    keyOf(start).delete();
    start.reset();
    near(start);
    expect(keyOf(start).status).toBe('disabled');
    using other = start.session('other');
    near(other);
    expect(keyOf(other).status).toBe('disabled');
    expect((await other.fetch('https://connect.pingback.com/v2/contacts')).status).toBe(401);
    expect(() => createMock({ start: { scenarios: ['nope'] } })).toThrow(SeedError);
  });

  test('is a typed value in code', () => {
    const seed: Seed = {
      accounts: [{ platform: 'pingback', keys: [{ name: 'CRM', state: 'deleted' }] }],
      scenarios: ['locked-instance'],
    };
    expect(mock.load(seed).accounts[0]?.keys[0]?.status).toBe('deleted');
  });

  test.each(
    Object.entries(document['x-platforms']).flatMap(([platform, { zeroSetup }]) =>
      (zeroSetup?.accounts ?? []).map(({ id, resources = {} }) => [platform, id, resources] as const),
    ),
  )('may hold every row that the zero-setup accounts hold: %s %s', (platform, _id, resources) => {
    const world = { session: undefined as never, document: undefined as never };
    const schemas = rowSchemasOf({ ...world, session: { ids: {}, clock: {} } as never }, platform);
    for (const [collection, rows] of Object.entries(resources)) {
      for (const row of rows) expect(schemas[collection]?.parse(row), collection).toEqual(row);
    }
  });
});
