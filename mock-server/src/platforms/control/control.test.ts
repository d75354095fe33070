import type { components } from '@chaveiro/openapi/types';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { createClient, exampleBody } from '../test-client.ts';
import { TEXT, zenvioClient } from '../zenvio/test-client.ts';

type Schemas = components['schemas'];

const NOW = '2026-03-02T12:00:00.000Z';

let mock: Mock;
let control: ReturnType<typeof createClient>;
beforeEach(() => {
  mock = createMock({ now: NOW });
  control = createClient(mock, 'http://localhost:4010', {});
});

const stateOf = async () => (await control<Schemas['MockState']>('GET', '/__mock/state')).body;
const requests = async (query = '') => (await control<Schemas['MockRequestList']>('GET', `/__mock/requests${query}`)).body;

describe('the state', () => {
  test('counts what the mock holds, by platform', async () => {
    const state = await stateOf();
    expect(state).toMatchObject({ name: 'chaveiro', now: NOW, seed: 1 });
    const zenvio = exampleBody('getMockState', 200, 'fresh') as { platforms: object[] };
    expect(state.platforms).toEqual(expect.arrayContaining(zenvio.platforms));
    const sum = (of: 'accounts' | 'keys') => state.platforms.reduce((total, platform) => total + platform[of], 0);
    expect([sum('accounts'), sum('keys')]).toEqual([state.accounts, state.keys]);
  });

  test('follows what is created and deleted', async () => {
    const before = await stateOf();
    const account = mock.zenvio.accounts.create();
    account.keys.create().delete();
    account.keys.create();
    expect(await stateOf()).toMatchObject({ accounts: before.accounts + 1, keys: before.keys + 1 });
  });
});

describe('a reset', () => {
  test('brings back keys, rows, clock and journal', async () => {
    const send = zenvioClient(mock);
    await send('DELETE', '/whatsapp/instances/inst_antiga');
    await send('POST', '/whatsapp/messages', TEXT);
    mock.zenvio.accounts.get('acc_zenvio_demo').keys.get('key_zenvio_active').delete();
    mock.zenvio.accounts.create();
    mock.clock.advance('2d');

    expect(await control('POST', '/__mock/reset')).toMatchObject({ status: 200, body: { now: NOW, requests: 0 } });
    expect(await requests('?platform=zenvio')).toMatchObject({ items: [], total: 0 });
    expect(await send('GET', '/whatsapp/instances/inst_antiga')).toMatchObject({ status: 200 });
    expect(mock.zenvio.accounts.list()).toHaveLength(3);
  });
});

describe('the journal', () => {
  test('lists requests newest first, with the key and the decision', async () => {
    await zenvioClient(mock)('GET', '/whatsapp/instances');
    const refused = await zenvioClient(mock, 'sk_live_chaveiro_locked')('POST', '/whatsapp/messages', TEXT);
    expect((await requests('?platform=zenvio')).items).toMatchObject([
      {
        requestId: refused.requestId,
        at: NOW,
        method: 'POST',
        path: '/v1/whatsapp/messages',
        operationId: 'sendMessage',
        platform: 'zenvio',
        status: 403,
        decision: 'instance_not_allowed',
        scheme: 'zenvioKey',
        keyId: 'key_zenvio_locked',
        accountId: 'acc_zenvio_demo',
      },
      { operationId: 'listInstances', decision: 'allowed', keyId: 'key_zenvio_active' },
    ]);
  });

  test.each([
    ['operationId=listInstances', 2],
    ['status=403', 1],
    ['decision=scope_missing', 1],
    ['keyId=key_zenvio_send_only', 1],
    ['accountId=acc_zenvio_demo', 2],
    ['accountId=acc_zenvio_demo&status=200', 1],
    ['operationId=sendMessage', 0],
  ])('filters by %s', async (query, total) => {
    await zenvioClient(mock)('GET', '/whatsapp/instances');
    await zenvioClient(mock, 'sk_live_chaveiro_send_only')('GET', '/whatsapp/instances');
    expect(await requests(`?${query}`)).toMatchObject({ total });
  });

  test('comes in pages, and takes no page of nothing', async () => {
    for (let count = 0; count < 3; count++) await zenvioClient(mock)('GET', '/whatsapp/instances');
    const page = await requests('?platform=zenvio&limit=2&page=2');
    expect(page).toMatchObject({ page: 2, limit: 2, total: 3, totalPages: 2 });
    expect(page.items).toHaveLength(1);
    expect(await control('GET', '/__mock/requests?limit=0')).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', issues: [{ field: 'limit' }] },
    });
  });
});

describe('a decision', () => {
  test('names every step and the one that refused', async () => {
    const { requestId } = await zenvioClient(mock, 'sk_live_chaveiro_locked')('POST', '/whatsapp/messages', TEXT);
    const { body } = await control<Schemas['MockDecision']>('GET', `/__mock/decisions/${requestId}`);
    expect(body).toMatchObject({ requestId, decision: 'instance_not_allowed', status: 403 });
    expect(body.steps.map(({ outcome }) => outcome).filter((outcome) => outcome === 'refused')).toHaveLength(1);
    expect(body.steps.at(-1)).toMatchObject({
      step: 'instance',
      outcome: 'refused',
      rule: 'x-key-policy.lockTo',
      evidence: 'documented',
      source: 'https://docs.zenvio.dev/chaves-de-api',
    });
  });

  test('of a request that was never made is 404', async () => {
    expect(await control('GET', '/__mock/decisions/req_none')).toMatchObject({
      status: 404,
      body: exampleBody('getMockDecision', 404, 'request_not_found'),
    });
  });
});

describe('the clock', () => {
  test('moves on demand, for everything', async () => {
    expect((await control('GET', '/__mock/clock')).body).toEqual({ now: NOW });
    expect((await control('POST', '/__mock/clock/advance', { by: '61s' })).body).toEqual({ now: '2026-03-02T12:01:01.000Z' });
    expect((await control('GET', '/__mock/clock')).body).toEqual({ now: '2026-03-02T12:01:01.000Z' });
    expect((await stateOf()).now).toBe('2026-03-02T12:01:01.000Z');
  });

  test.each([{}, { by: '-1s' }, { by: '1w' }, { by: 60 }, { by: '0s' }, { by: '9999999d' }])(
    'does not move by %j',
    async (body) => {
      expect(await control('POST', '/__mock/clock/advance', body)).toMatchObject({
        status: 400,
        body: { code: 'invalid_request', issues: [{ field: '/by' }] },
      });
      expect((await control('GET', '/__mock/clock')).body).toEqual({ now: NOW });
    },
  );
});

describe('the zero-setup keys', () => {
  test('are listed with their secrets, as at the start', async () => {
    mock.zenvio.accounts.get('acc_zenvio_demo').keys.get('key_zenvio_active').delete();
    const { keys } = (await control<Schemas['MockZeroSetupKeyList']>('GET', '/__mock/zero-setup-keys')).body;
    const documented = exampleBody('listZeroSetupKeys', 200, 'some') as { keys: object[] };
    expect(keys).toEqual(expect.arrayContaining(documented.keys));
    expect(keys.map(({ secret }) => secret)).toEqual(mock.zeroSetupKeys.map(({ secret }) => secret));
  });
});
