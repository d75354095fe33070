import { beforeEach, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { createClient, exampleBody } from '../test-client.ts';
import { strangerClient, TEXT, zenvioClient } from './test-client.ts';

const NOW = '2026-03-02T12:00:00.000Z';

interface LogsBody {
  readonly data: { readonly id: string; readonly apiKeyId: string; readonly endpoint: string; readonly status: number }[];
  readonly pagination: { readonly total: number; readonly totalPages: number };
}

let mock: Mock;
let call: ReturnType<typeof zenvioClient>;
beforeEach(() => {
  mock = createMock({ now: NOW });
  call = zenvioClient(mock);
});

/** As a key of its own, so that what it did itself does not stand between what is asked for. */
const logs = (query = '', key = 'sk_live_chaveiro_logs_only') => zenvioClient(mock, key)<LogsBody>('GET', `/logs${query}`);
const statusesOf = async (query: string) => (await logs(query)).body.data.map(({ status }) => status);

test('a workspace without a request has the documented empty log', async () => {
  expect((await logs()).body).toEqual(exampleBody('listLogs', 200, 'empty'));
});

test('says which key made which request, newest first, without the recipients', async () => {
  const sent = await call('POST', '/whatsapp/messages', TEXT, { 'user-agent': 'loja/1.0' });
  mock.clock.advance('1m');
  const refused = await zenvioClient(mock, 'sk_live_chaveiro_locked')('POST', '/whatsapp/messages', TEXT);
  const { body } = await logs();
  expect(body).toMatchObject({
    success: true,
    data: [
      {
        id: refused.requestId,
        apiKeyId: 'key_zenvio_locked',
        instanceId: 'inst_restaurante_joao',
        status: 403,
        responseBody: { code: 'INSTANCE_NOT_ALLOWED' },
        createdAt: '2026-03-02T12:01:00.000Z',
      },
      {
        id: sent.requestId,
        apiKeyId: 'key_zenvio_active',
        instanceId: 'inst_restaurante_joao',
        endpoint: '/v1/whatsapp/messages',
        method: 'POST',
        status: 202,
        userAgent: 'loja/1.0',
        requestQuery: null,
        requestBody: { ...TEXT, to: '[REDACTED]' },
        responseBody: sent.body,
        createdAt: NOW,
      },
    ],
    pagination: { total: 2, page: 1, limit: 20, totalPages: 1 },
  });
  expect(JSON.stringify(body)).not.toContain(TEXT.to[0]);
});

test('a request to the mock’s own address has the same endpoint', async () => {
  await createClient(mock, 'http://localhost:4010', { headers: { authorization: 'Bearer sk_live_chaveiro_active' } })(
    'GET',
    '/whatsapp/instances?limit=5',
  );
  expect((await logs()).body.data[0]).toMatchObject({ endpoint: '/v1/whatsapp/instances', requestQuery: { limit: '5' } });
});

test('comes in pages', async () => {
  for (let count = 0; count < 5; count++) await call('GET', '/whatsapp/instances');
  const first = await logs('?limit=2&page=1');
  expect(first.body.data).toHaveLength(2);
  expect(first.body.pagination).toMatchObject({ total: 5, totalPages: 3 });
});

test('filters by status, method, time and key', async () => {
  await call('GET', '/whatsapp/instances');
  mock.clock.advance('1h');
  await call('POST', '/whatsapp/messages', TEXT);
  await zenvioClient(mock, 'sk_live_chaveiro_send_only')('GET', '/whatsapp/instances');
  expect(await statusesOf('?status=200,202')).toEqual([202, 200]);
  expect(await statusesOf('?apiKeyId=key_zenvio_active&method=POST')).toEqual([202]);
  expect(await statusesOf('?apiKeyId=key_zenvio_send_only')).toEqual([403]);
  expect(await statusesOf('?status=202,403&startDate=2026-03-02T10:00:00-03:00')).toEqual([403, 202]);
  expect(await statusesOf('?apiKeyId=key_zenvio_active&endDate=2026-03-02T12:30:00.000Z')).toEqual([200]);
});

test('a revoked key’s requests stay in the log', async () => {
  await zenvioClient(mock, 'sk_live_chaveiro_revoked')('GET', '/whatsapp/instances');
  expect((await logs('?apiKeyId=key_zenvio_revoked')).body.data).toMatchObject([{ apiKeyId: 'key_zenvio_revoked', status: 401 }]);
});

test('another workspace’s requests are not there, and its keys cannot be asked for', async () => {
  const account = mock.zenvio.accounts.create();
  const key = account.keys.create();
  await zenvioClient(mock, key.secret)('GET', '/whatsapp/instances');
  await strangerClient(mock)('GET', '/whatsapp/instances');
  expect((await logs()).body.data).toEqual([]);
  for (const id of [key.id, 'key_pingback_active', 'key_none']) {
    expect(await logs(`?apiKeyId=${id}`)).toMatchObject({
      status: 400,
      body: exampleBody('listLogs', 400, 'key_not_in_workspace'),
    });
  }
});

test('a key that is locked to instances sees the requests about its own only', async () => {
  const locked = 'sk_live_chaveiro_locked';
  await call('GET', '/whatsapp/instances/inst_restaurante_joao');
  await call('GET', '/whatsapp/instances/inst_farmacia_maria');
  await call('GET', '/whatsapp/instances');
  expect((await logs('', locked)).body.data).toMatchObject([{ endpoint: '/v1/whatsapp/instances/inst_farmacia_maria' }]);
});

test.each(['?limit=0', '?limit=101'])('%s gets the documented validation error', async (query) => {
  expect(await logs(query)).toMatchObject({ status: 400, body: exampleBody('listLogs', 400, 'validation_error') });
});

test('needs its own scope', async () => {
  expect(await logs('', 'sk_live_chaveiro_send_only')).toMatchObject({
    status: 403,
    body: { message: 'Missing scope: logs:read' },
  });
});
