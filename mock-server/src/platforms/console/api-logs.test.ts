import { beforeEach, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { consoleClient, useKey, type LogListBody } from './test-client.ts';

const NOW = '2026-03-02T12:00:00.000Z';

let mock: Mock;
let send: ReturnType<typeof consoleClient>;
beforeEach(() => {
  mock = createMock({ now: NOW });
  send = consoleClient(mock);
});

const logs = (query = '', account = 'acc_pingback_pro') => send<LogListBody>('GET', `/accounts/${account}/api-logs${query}`);
const use = (secret = 'chaveiro-pingback-active') => useKey(mock, 'pingback', secret);

test('an account whose keys were never used has the documented empty log', async () => {
  expect((await logs()).body).toEqual(exampleBody('listApiLogs', 200, 'empty'));
});

test('says which key made which request and what became of it, newest first', async () => {
  const first = await use();
  mock.clock.advance('1m');
  mock.pingback.accounts.get('acc_pingback_pro').keys.get('key_pingback_active').disable();
  const second = await use();
  expect((await logs()).body.items).toMatchObject([
    { id: second.requestId, at: '2026-03-02T12:01:00.000Z', status: second.status, decision: 'disabled_key' },
    {
      id: first.requestId,
      at: NOW,
      keyId: 'key_pingback_active',
      keyName: 'Integração CRM',
      method: 'GET',
      path: '/v2/contacts',
      status: 200,
      decision: 'allowed',
    },
  ]);
});

test('shows no secret that came in the query', async () => {
  await useKey(mock, 'rdstation', 'chaveiro-rdstation-active');
  const account = mock.rdstation.accounts.list().find(({ keys }) => keys.list().some(({ id }) => id === 'key_rdstation_active'));
  const { body } = await logs('', account?.id);
  expect(body.items[0]?.path).toBe('/platform/conversions?api_key=••••');
});

test('filters by key, status and time', async () => {
  await use();
  mock.clock.advance('1h');
  await use();
  expect((await logs('?from=2026-03-02T12:30:00.000Z')).body.total).toBe(1);
  expect((await logs('?to=2026-03-02T09:30:00-03:00')).body.total).toBe(1);
  expect((await logs('?status=200')).body.total).toBe(2);
  expect((await logs('?status=403')).body.total).toBe(0);
  expect((await logs('?keyId=key_pingback_active')).body.total).toBe(2);
});

test('another account’s requests are not there', async () => {
  await use('chaveiro-pingback-limit-reached');
  expect((await logs('?keyId=key_pingback_limit_reached')).body).toEqual(exampleBody('listApiLogs', 200, 'empty'));
});

test('comes in pages', async () => {
  for (let count = 0; count < 5; count++) await use();
  const { body } = await logs('?limit=2&page=3');
  expect(body).toMatchObject({ page: 3, limit: 2, total: 5, totalPages: 3 });
  expect(body.items).toHaveLength(1);
});

test('a filter that does not fit is named', async () => {
  expect(await logs('?limit=0&from=ontem')).toMatchObject({
    status: 400,
    body: { code: 'invalid_request', issues: [{ field: 'limit' }, { field: 'from' }] },
  });
});
