import type { components } from '@chaveiro/openapi/types';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { createClient } from '../test-client.ts';

type Schemas = components['schemas'];

let mock: Mock;
let control: ReturnType<typeof createClient>;
beforeEach(() => {
  mock = createMock({ now: '2026-03-02T12:00:00.000Z', sessions: { count: 2 } });
  control = createClient(mock, 'http://localhost:4010', {});
});

describe('sessions', () => {
  test('are created once, found again, listed with their limits, and dropped', async () => {
    expect(await control('POST', '/__mock/sessions', { name: 'one' })).toMatchObject({ status: 201, body: { name: 'one' } });
    expect(await control('POST', '/__mock/sessions', { name: 'one' })).toMatchObject({ status: 200, body: { name: 'one' } });
    expect(await control('GET', '/__mock/sessions')).toMatchObject({
      body: { items: [{ name: 'default' }, { name: 'one' }], limits: { count: 2, idle: 1_800_000 } },
    });
    expect(await control('DELETE', '/__mock/sessions/one')).toMatchObject({ status: 204 });
    expect(await control('DELETE', '/__mock/sessions/one')).toMatchObject({ status: 404, body: { code: 'session_not_found' } });
    expect(await control('DELETE', '/__mock/sessions/default')).toMatchObject({ status: 404 });
  });

  test.each([
    ['session_name_invalid', 400, { name: 'no name' }],
    ['session_limit_reached', 429, { name: 'three' }],
    ['session_exists', 409, { name: 'one', seed: 3 }],
    ['invalid_request', 400, { name: 'two', seed: 'x' }],
  ])('that cannot be answer %s', async (code, status, body) => {
    mock.session('one');
    mock.session('two');
    expect(await control('POST', '/__mock/sessions', body)).toMatchObject({ status, body: { code } });
  });

  test('one that went idle is gone, and says how to begin again', async () => {
    let now = 0;
    mock = createMock({ sessions: { idle: '1m', now: () => now } });
    control = createClient(mock, 'http://localhost:4010', {});
    mock.session('idle');
    now = 61_000;
    const gone = await control<Schemas['Problem']>('GET', '/__mock/state', undefined, { 'x-mock-session': 'idle' });
    expect(gone).toMatchObject({ status: 410, body: { code: 'session_expired' } });
    expect(gone.body.detail).toContain('POST /__mock/sessions');
    expect(await control('POST', '/__mock/sessions', { name: 'idle' })).toMatchObject({ status: 201 });
  });
});

describe('snapshots', () => {
  const take = async () => (await control<Schemas['MockSnapshot']>('POST', '/__mock/snapshots')).body.id;

  test('are kept up to a hundred; the one that was used longest ago goes first', async () => {
    const [first, second] = [await take(), await take()];
    for (let count = 2; count < 100; count++) await take();
    expect(await control('POST', `/__mock/snapshots/${first}/restore`)).toMatchObject({ status: 200 });
    await take();
    expect(await control('POST', `/__mock/snapshots/${first}/restore`)).toMatchObject({ status: 200 });
    expect(await control('POST', `/__mock/snapshots/${second}/restore`)).toMatchObject({
      status: 404,
      body: { code: 'snapshot_not_found' },
    });
    expect(await control('GET', '/__mock/snapshots')).toMatchObject({ body: { total: 100 } });
  });

  test('have ids that never come again, and belong to one session', async () => {
    const first = await take();
    await control('POST', `/__mock/snapshots/${first}/restore`);
    expect(await take()).not.toBe(first);
    expect(await control('POST', `/~other/__mock/snapshots/${first}/restore`)).toMatchObject({ status: 404 });
    expect(await control('DELETE', `/__mock/snapshots/${first}`)).toMatchObject({ status: 204 });
    expect(await control('DELETE', `/__mock/snapshots/${first}`)).toMatchObject({ status: 404 });
  });
});

const FIELD = { api_identifier: 'cf_porte', data_type: 'STRING' };

describe('what there is already, or is not', () => {
  test.each([
    ['POST', '/__mock/accounts', { platform: 'pingback', id: 'acc_pingback_pro' }, 409, 'id_taken'],
    ['POST', '/__mock/scenarios/disabled', { platform: 'pingback', account: { id: 'acc_pingback_pro' } }, 400, 'invalid_request'],
    ['POST', '/__mock/accounts', { platform: 'console' }, 400, 'invalid_request'],
    ['POST', '/__mock/accounts', { platform: 'pingback', plan: 'gold' }, 400, 'invalid_request'],
    ['POST', '/__mock/accounts/acc_zenvio_demo/keys', { id: 'key_zenvio_active' }, 409, 'id_taken'],
    ['POST', '/__mock/accounts/acc_zenvio_demo/keys', { scheme: 'pingbackKey' }, 400, 'invalid_request'],
    ['POST', '/__mock/accounts/acc_zenvio_demo/keys', { secret: 'x'.repeat(80) }, 400, 'invalid_request'],
    ['POST', '/__mock/accounts/acc_zenvio_demo/keys', { secret: 'sk_live_chaveiro_active' }, 400, 'invalid_request'],
    ['PATCH', '/__mock/accounts/acc_pingback_pro', {}, 400, 'invalid_request'],
    ['PATCH', '/__mock/accounts/acc_none', { plan: 'pro' }, 404, 'account_not_found'],
    ['GET', '/__mock/accounts/acc_pingback_pro/keys/key_zenvio_active', undefined, 404, 'key_not_found'],
    ['DELETE', '/__mock/accounts/acc_rdstation_basic/keys/key_rdstation_active', undefined, 409, 'action_not_allowed'],
    ['POST', '/__mock/accounts/acc_rdstation_full/keys', { name: 'Sixth' }, 409, 'key_limit_reached'],
    ['GET', '/__mock/arrivals/pingback/leads', undefined, 404, 'table_not_found'],
    ['GET', '/__mock/arrivals/toString/constructor', undefined, 404, 'table_not_found'],
    ['POST', '/__mock/faults', { effect: { kind: 'flood' } }, 400, 'invalid_request'],
    ['POST', '/__mock/faults', { effect: { kind: 'status', status: 99 } }, 400, 'invalid_request'],
    ['POST', '/__mock/faults', { effect: { kind: 'status', status: 503, headers: { 'a b': 'c' } } }, 400, 'invalid_request'],
    ['POST', '/__mock/faults', { effect: { kind: 'malformed' }, on: { platform: 'acme' } }, 400, 'invalid_request'],
    ['DELETE', '/__mock/faults/fault_none', undefined, 404, 'fault_not_found'],
    ['PATCH', '/__mock/settings', { propagationDelay: 'soon' }, 400, 'invalid_request'],
    ['PATCH', '/__mock/settings', { rateLimit: 'on' }, 400, 'invalid_request'],
    ['PATCH', '/__mock/settings', { failures: { pingback: { missing_key: 'gateway_402' } } }, 400, 'invalid_request'],
    ['PATCH', '/__mock/settings', { failures: { nope: { a: 'b' } } }, 400, 'invalid_request'],
    ['POST', '/__mock/sessions', { name: 's', failures: { zenvio: { toString: 'constructor' } } }, 400, 'invalid_request'],
    ['PUT', '/__mock/clock', { now: 'tomorrow' }, 400, 'invalid_request'],
    ['POST', '/__mock/scenarios/nothing', {}, 400, 'invalid_request'],
    ['POST', '/__mock/seed', { accounts: [{ platform: 'acme' }] }, 400, 'invalid_request'],
    ['POST', '/__mock/webhooks', { platform: 'pingback', url: 'http://localhost:9/' }, 400, 'invalid_request'],
    ['POST', '/__mock/webhooks', { platform: 'zenvio', url: 'http://169.254.169.254/' }, 400, 'invalid_request'],
    ['DELETE', '/__mock/webhooks/wh_none', undefined, 404, 'webhook_not_found'],
    ['POST', '/__mock/instances/inst_none/connect', undefined, 404, 'instance_not_found'],
    ['POST', '/__mock/instances/inst_antiga/connect?accountId=acc_none', undefined, 404, 'instance_not_found'],
    ['POST', '/__mock/accounts/acc_none/custom-fields', FIELD, 404, 'account_not_found'],
    ['POST', '/__mock/accounts/acc_pingback_pro/custom-fields', FIELD, 404, 'account_not_found'],
    ['POST', '/__mock/accounts/acc_rdstation_basic/custom-fields', { ...FIELD, data_type: 'DATE' }, 400, 'invalid_request'],
  ])('%s %s with %j answers %i %s', async (method, path, body, status, code) => {
    const before = await control<Schemas['MockState']>('GET', '/__mock/state');
    expect(await control(method, path, body)).toMatchObject({ status, body: { code } });
    expect(await control('GET', '/__mock/state')).toMatchObject({ body: before.body });
  });

  test('a rule is told in the words of the in-process API, with what it speaks of', async () => {
    const { body } = await control('POST', '/__mock/accounts/acc_rdstation_full/keys', { name: 'Sixth' });
    expect(body).toMatchObject({ detail: expect.stringContaining('never deleted') as string, facts: { keyLimit: 5 } });
  });

  test('an instance of several accounts is refused with their ids, until one is named', async () => {
    const { account } = mock.scenario('active', { platform: 'zenvio' });
    const path = '/__mock/instances/inst_antiga/connect';
    expect(await control('POST', path)).toMatchObject({
      status: 409,
      body: {
        code: 'instance_ambiguous',
        detail: expect.stringContaining(`inst_antiga: acc_zenvio_demo, ${account.id}`) as string,
      },
    });
    expect(await control('POST', `${path}?accountId=${account.id}`)).toMatchObject({ status: 200, body: { status: 'ACTIVE' } });
    const { body } = await control<Schemas['MockArrivalList']>('GET', '/__mock/arrivals/zenvio/instances');
    const connected = body.items.filter(({ id, status }) => id === 'inst_antiga' && status === 'ACTIVE');
    expect(connected.map(({ accountId }) => accountId)).toEqual([account.id]);
  });

  test('a key is changed as a whole or not at all', async () => {
    const path = '/__mock/accounts/acc_pingback_free/keys/key_pingback_free_plan';
    expect(await control('PATCH', path, { name: 'New', status: 'active' })).toMatchObject({
      status: 403,
      body: { code: 'plan_required' },
    });
    expect(await control('GET', path)).toMatchObject({ body: { name: 'Integração CRM', status: 'disabled' } });
  });
});

test('what arrived comes in pages, from either end, of every account or one', async () => {
  const all = mock.pingback.contacts.list().map(({ id }) => id);
  const idsOf = async (query: string) =>
    (await control<Schemas['MockArrivalList']>('GET', `/__mock/arrivals/pingback/contacts${query}`)).body.items.map(
      ({ id }) => id,
    );
  expect(await idsOf('')).toEqual(all);
  expect(await idsOf('?limit=1&page=2')).toEqual(all.slice(1, 2));
  expect(await idsOf('?limit=1&order=newest')).toEqual(all.slice(-1));
  expect(await idsOf('?accountId=acc_pingback_ultra')).toEqual([]);
});
