import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { acmeSession } from '../core/acme.fixture.ts';
import { serveMock } from '../http.ts';
import { createMock } from '../mock.ts';
import { Courier, registerWebhook, type CourierOptions } from './index.ts';
import { ACME, emitThing, mockWith, NOW, send, startReceiver, type Receiver } from './receiver.fixture.ts';

let receiver: Receiver;
beforeEach(async () => void (receiver = await startReceiver()));
afterEach(async () => {
  vi.useRealTimers();
  await receiver.stop();
});

describe('a delivery', () => {
  test('reaches its receiver with the event, and is on record', async () => {
    const mock = mockWith();
    const webhook = mock.webhooks.register({ platform: 'zenvio', url: `${receiver.url}/zenvio?token=segredo` });
    const id = await send(mock);
    mock.clock.advance('1s');
    await mock.webhooks.settle();
    expect(receiver.received).toMatchObject([{ url: '/zenvio?token=segredo', body: { event: 'message.sent', message_id: id } }]);
    expect(mock.webhooks.deliveries()).toMatchObject([
      {
        webhookId: webhook.id,
        event: 'message.sent',
        url: `${receiver.url}/zenvio?token=••••`,
        status: 'delivered',
        nextAttemptAt: null,
        attempts: [{ at: Date.parse('2026-03-02T12:00:01.000Z'), status: 204, error: null }],
        body: { event: 'message.sent', message_id: id },
      },
    ]);
  });

  test('leaves by itself when the clock of a running session gets there', async () => {
    const mock = mockWith();
    mock.webhooks.register({ platform: 'zenvio', url: receiver.url, events: ['message.deleted'] });
    const arrived = new Promise<void>((resolve) => {
      receiver.answering = (response) => {
        response.writeHead(200).end();
        resolve();
      };
    });
    await mock.fetch('https://api.zenvio.com/v1/whatsapp/messages/msg_read', {
      method: 'DELETE',
      headers: { authorization: 'Bearer sk_live_chaveiro_active' },
    });
    await arrived;
    expect(receiver.received).toMatchObject([{ body: { event: 'message.deleted', message_id: 'msg_read' } }]);
  });

  test('leaves a running server when its clock moves on, by itself or on demand', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(NOW) });
    const mock = createMock();
    await using running = await serveMock(mock, { port: 0 });
    mock.webhooks.register({ platform: 'zenvio', url: receiver.url, events: ['message.sent', 'message.read'] });
    const overHttp: typeof mock.fetch = (input, init) =>
      fetch(running.url + new URL(input as string).pathname.replace('/v1', ''), init);
    const arrival = () =>
      new Promise<string>((resolve) => {
        receiver.answering = (response) => {
          response.writeHead(200).end();
          resolve(receiver.received.at(-1)?.body.event ?? '');
        };
      });

    await send({ fetch: overHttp });
    const sent = arrival();
    vi.setSystemTime(Date.parse(NOW) + 1_000);
    mock.tick();
    expect(await sent).toBe('message.sent');

    const read = arrival();
    await fetch(`${running.url}/__mock/clock/advance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ by: '2s' }),
    });
    expect(await read).toBe('message.read');
  });

  test('that a process did not live to make is made by the next look around', async () => {
    // Nothing but the row says that there is something to do.
    const session = acmeSession();
    const courier = new Courier(() => ACME);
    registerWebhook(session, ACME, [], { platform: 'acme', url: receiver.url });
    emitThing(session);
    courier.poke(session);
    await courier.settle(session);
    expect(receiver.received.map(({ body }) => body)).toEqual([{ event: 'thing.made' }]);
  });

  test('goes to every registration that asked for it, and to no other', async () => {
    const mock = mockWith();
    const account = mock.zenvio.accounts.create();
    mock.webhooks.register({ platform: 'zenvio', url: `${receiver.url}/all` });
    mock.webhooks.register({ platform: 'zenvio', url: `${receiver.url}/read`, events: ['message.read'] });
    mock.webhooks.register({ platform: 'zenvio', url: `${receiver.url}/other`, accountId: account.id });
    mock.webhooks.register({ platform: 'rdstation', url: `${receiver.url}/rd` });
    await send(mock);
    mock.clock.advance('1m');
    await mock.webhooks.settle();
    expect(receiver.received.filter((one) => one.url === '/all').map(({ body }) => body.event)).toEqual([
      'message.sent',
      'message.delivered',
      'message.read',
    ]);
    expect(receiver.received.filter((one) => one.url === '/read').map(({ body }) => body.event)).toEqual(['message.read']);
    expect(receiver.received.filter((one) => one.url === '/other' || one.url === '/rd')).toEqual([]);
  });
});

describe('a failed delivery', () => {
  const WAITS = ['10s', '1m', '5m', '30m', '2h'];

  test('is tried again on the session’s clock, with the same body', async () => {
    const mock = mockWith();
    mock.webhooks.register({ platform: 'zenvio', url: receiver.url, events: ['message.sent'] });
    receiver.answering = (response, count) => response.writeHead(count < 3 ? 503 : 200).end();
    await send(mock);
    mock.clock.advance('1s');
    await mock.webhooks.settle();
    const [pending] = mock.webhooks.deliveries();
    expect(pending).toMatchObject({ status: 'pending', nextAttemptAt: Date.parse(NOW) + 11_000, attempts: [{ status: 503 }] });
    mock.clock.advance('9s');
    await mock.webhooks.settle();
    expect(receiver.received).toHaveLength(1);
    mock.clock.advance('1s');
    await mock.webhooks.settle();
    mock.clock.advance('1m');
    await mock.webhooks.settle();
    expect(receiver.received.map(({ body }) => body)).toEqual([
      receiver.received[0]?.body,
      receiver.received[0]?.body,
      receiver.received[0]?.body,
    ]);
    expect(mock.webhooks.deliveries()).toMatchObject([
      { status: 'delivered', attempts: [{ status: 503 }, { status: 503 }, { status: 200 }] },
    ]);
  });

  test('is given up after the last retry, and stays visible', async () => {
    const mock = mockWith();
    mock.webhooks.register({ platform: 'zenvio', url: receiver.url, events: ['message.sent'] });
    receiver.answering = (response) => response.writeHead(500).end();
    await send(mock);
    for (const wait of ['1s', ...WAITS, '1d']) {
      mock.clock.advance(wait);
      await mock.webhooks.settle();
    }
    const [delivery] = mock.webhooks.deliveries();
    expect(delivery).toMatchObject({ status: 'failed', nextAttemptAt: null });
    expect(delivery?.attempts).toHaveLength(WAITS.length + 1);
  });

  test('tells a refused connection from a silent receiver', async () => {
    const errors = async (webhooks: CourierOptions) => {
      const mock = mockWith(webhooks);
      mock.webhooks.register({ platform: 'zenvio', url: receiver.url, events: ['message.sent'] });
      await send(mock);
      mock.clock.advance('1s');
      await mock.webhooks.settle();
      return mock.webhooks.deliveries()[0]?.attempts.map(({ status, error }) => [status, error]);
    };
    receiver.answering = () => undefined;
    expect(await errors({ timeout: '30ms' })).toEqual([[null, 'no answer within 30 ms']]);
    await receiver.stop();
    expect(await errors({})).toEqual([[null, 'ECONNREFUSED']]);
  });

  test('a redirect is one, and is not followed', async () => {
    const mock = mockWith();
    mock.webhooks.register({ platform: 'zenvio', url: receiver.url, events: ['message.sent'] });
    receiver.answering = (response) => response.writeHead(307, { location: `${receiver.url}/elsewhere` }).end();
    await send(mock);
    mock.clock.advance('1s');
    await mock.webhooks.settle();
    expect(receiver.received.map((one) => one.url)).toEqual(['/']);
    expect(mock.webhooks.deliveries()[0]).toMatchObject({ status: 'pending', attempts: [{ status: 307 }] });
  });

  test('does not hold up another registration', async () => {
    const silence = (init: RequestInit) =>
      new Promise<Response>((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted'))));
    const mock = mockWith({
      timeout: '30ms',
      fetch: (to, init) => (to.pathname === '/silent' ? silence(init) : Promise.resolve(new Response('ok'))),
    });
    mock.webhooks.register({ platform: 'zenvio', url: `${receiver.url}/silent`, events: ['message.sent'] });
    mock.webhooks.register({ platform: 'zenvio', url: `${receiver.url}/good`, events: ['message.sent'] });
    await send(mock);
    mock.clock.advance('1s');
    await mock.webhooks.settle();
    expect(mock.webhooks.deliveries().map(({ status }) => status)).toEqual(['pending', 'delivered']);
  });
});
