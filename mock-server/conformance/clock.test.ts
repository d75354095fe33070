/** Whatever the platforms time moves with the session's clock, and with nothing else. */
import { expect, test } from 'vitest';
import { createMock, type Mock, type MockOptions } from '../src/index.ts';

const NOW = '2026-03-02T12:00:00.000Z';
const frozen = (options: MockOptions = {}) => createMock({ now: NOW, ...options });

const pingback = async (mock: Mock, key: string) =>
  (await mock.fetch('https://connect.pingback.com/v2/segments', { headers: { 'x-api-key': key } })).status;

const convert = async (mock: Mock, key: string) =>
  (
    await mock.fetch(`https://api.rd.services/platform/conversions?api_key=${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        event_type: 'CONVERSION',
        event_family: 'CDP',
        payload: { conversion_identifier: 'x', email: `${mock.rdstation.leads.count()}@exemplo.com.br` },
      }),
    })
  ).status;

const sendMessage = (mock: Mock, body: object = {}, headers: Record<string, string> = {}) =>
  mock.fetch('https://api.zenvio.com/v1/whatsapp/messages', {
    method: 'POST',
    headers: { authorization: 'Bearer sk_live_chaveiro_active', 'content-type': 'application/json', ...headers },
    body: JSON.stringify({
      instance_id: 'inst_restaurante_joao',
      to: ['5511999999999'],
      type: 'text',
      payload: { message: 'Oi' },
      ...body,
    }),
  });

test('a change of a key arrives after the propagation delay', async () => {
  const mock = frozen({ propagationDelay: '30s' });
  const key = mock.pingback.accounts.create().keys.create();
  mock.clock.advance('1m');
  key.disable();
  mock.clock.advance('29s');
  expect(await pingback(mock, key.secret)).toBe(200);
  mock.clock.advance('1s');
  expect(await pingback(mock, key.secret)).toBe(403);
});

test('a rate window opens', async () => {
  const mock = frozen({ rateLimits: 'on' });
  for (let i = 0; i < 120; i++) expect(await convert(mock, 'chaveiro-rdstation-active')).toBe(200);
  expect(await convert(mock, 'chaveiro-rdstation-active')).toBe(429);
  mock.clock.advance('1m');
  expect(await convert(mock, 'chaveiro-rdstation-active')).toBe(200);
});

test('an access token expires after its day', async () => {
  const mock = frozen();
  const token = mock.rdstation.accounts.create().keys.create({ scheme: 'rdstationOAuth' }).secret;
  const status = async () =>
    (
      await mock.fetch('https://api.rd.services/platform/events/batch', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: '[]',
      })
    ).status;
  mock.clock.advance('23h');
  expect(await status()).toBe(200);
  mock.clock.advance('1h');
  expect(await status()).toBe(401);
});

test('an idempotency window closes', async () => {
  const mock = frozen();
  const key = { 'idempotency-key': 'a' };
  expect((await sendMessage(mock, {}, key)).status).toBe(202);
  mock.clock.advance('23h');
  expect((await sendMessage(mock, {}, key)).status).toBe(200);
  mock.clock.advance('1h');
  expect((await sendMessage(mock, {}, key)).status).toBe(202);
});

test('a schedule falls due, a message lives its life, and a webhook is tried again', async () => {
  const attempts: string[] = [];
  const mock = frozen({
    webhooks: {
      fetch: () => {
        attempts.push(new Date(mock.clock.now()).toISOString());
        return Promise.resolve(new Response(null, { status: 503 }));
      },
    },
  });
  mock.webhooks.register({ platform: 'zenvio', url: 'http://localhost:9/', events: ['message.sent'] });
  await sendMessage(mock, { schedule: { sendAt: '2026-03-02T13:00:00.000Z' } });
  mock.clock.advance('1h');
  await mock.webhooks.settle();
  mock.clock.advance('10s');
  await mock.webhooks.settle();
  expect(mock.zenvio.messages.last()).toMatchObject({
    status: 'read',
    sent_at: '2026-03-02T13:00:00.000Z',
    delivered_at: '2026-03-02T13:00:01.000Z',
    read_at: '2026-03-02T13:00:02.000Z',
  });
  expect(attempts).toEqual(['2026-03-02T13:00:00.000Z', '2026-03-02T13:00:10.000Z']);
});
