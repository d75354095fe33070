import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { acmeSession } from '../core/acme.fixture.ts';
import { rowsOf } from '../platforms/test-client.ts';
import { Courier, deliveryViews, registerWebhook } from './index.ts';
import { ACME, emitThing, mockWith, send, startReceiver, type Receiver } from './receiver.fixture.ts';

let receiver: Receiver;
beforeEach(async () => void (receiver = await startReceiver()));
afterEach(() => receiver.stop());

describe('what the mock may call', () => {
  test.each([
    ['https://exemplo.com.br/hook', /calls nothing but this machine.*allowHosts: \['exemplo.com.br'\]/],
    ['http://127.0.0.1.nip.io/', /calls nothing but this machine/],
    ['http://169.254.169.254/latest', /calls nothing but this machine/],
    ['ftp://localhost/', /http:\/\/ or https:\/\//],
    ['localhost:3000', /http:\/\/ or https:\/\//],
    ['http://ana:senha@localhost/', /cannot carry a user name or password/],
  ])('%s cannot be registered', (target, message) => {
    const mock = mockWith();
    expect(() => mock.webhooks.register({ platform: 'zenvio', url: target })).toThrow(message);
    expect(mock.webhooks.list()).toEqual([]);
  });

  test('is widened by name alone', async () => {
    const called: string[] = [];
    const mock = mockWith({
      allowHosts: ['receptor.interno'],
      fetch: (to) => {
        called.push(to.href);
        return Promise.resolve(new Response(null, { status: 200 }));
      },
    });
    mock.webhooks.register({ platform: 'zenvio', url: 'https://receptor.interno/hook', events: ['message.sent'] });
    await send(mock);
    mock.clock.advance('1s');
    await mock.webhooks.settle();
    expect(called).toEqual(['https://receptor.interno/hook']);
  });

  test('is asked again before each call: a registration from elsewhere brings no host along', async () => {
    const session = acmeSession();
    const courier = new Courier(() => ACME, { fetch: () => Promise.reject(new Error('was called')) });
    registerWebhook(session, ACME, ['receptor.interno'], { platform: 'acme', url: 'https://receptor.interno/' });
    emitThing(session);
    await courier.settle(session);
    const errors = deliveryViews(session).flatMap(({ attempts }) => attempts.map(({ error }) => error));
    expect(errors).toEqual([expect.stringContaining('calls nothing but this machine')]);
  });
});

describe('registrations', () => {
  test('name an event, account and platform that exist', () => {
    const mock = mockWith();
    const register = (changes: object) => mock.webhooks.register({ platform: 'zenvio', url: receiver.url, ...changes });
    expect(() => register({ events: ['message.seen'] })).toThrow(
      'zenvio has no event "message.seen". Choose from: message.sent,',
    );
    expect(() => register({ accountId: 'acc_rdstation_basic' })).toThrow('zenvio has no account acc_rdstation_basic.');
    expect(() => register({ platform: 'pingback' })).toThrow('The platform "pingback" sends no webhooks.');
  });

  test('can be listed and removed; what was still to be delivered is given up', async () => {
    const mock = mockWith();
    receiver.answering = (response) => response.writeHead(500).end();
    const { id } = mock.webhooks.register({ platform: 'zenvio', url: receiver.url, events: ['message.sent'] });
    expect(mock.webhooks.list()).toMatchObject([{ id, events: ['message.sent'], accountId: null }]);
    await send(mock);
    mock.clock.advance('1s');
    await mock.webhooks.settle();
    expect(mock.webhooks.remove(id)).toBe(true);
    expect(mock.webhooks.remove(id)).toBe(false);
    mock.clock.advance('1d');
    await mock.webhooks.settle();
    expect(receiver.received).toHaveLength(1);
    expect(mock.webhooks.deliveries()).toMatchObject([{ status: 'failed', nextAttemptAt: null }]);
  });

  test('are forgotten by a reset, with a result that comes in after it', async () => {
    const mock = mockWith();
    const register = () => mock.webhooks.register({ platform: 'zenvio', url: receiver.url, events: ['message.sent'] });
    register();
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      receiver.answering = (response) => {
        answer = () => response.writeHead(200).end();
        resolve();
      };
    });
    await send(mock);
    mock.clock.advance('1s');
    await asked;
    mock.reset();
    expect(mock.webhooks.list()).toEqual([]);
    expect(mock.webhooks.deliveries()).toEqual([]);
    // The same ids again: only the new story may be told under them.
    register();
    await send(mock);
    answer();
    await mock.webhooks.settle();
    expect(mock.webhooks.deliveries()).toEqual([]);
  });

  test('of one session are none of another', async () => {
    const mock = mockWith();
    const other = mock.session('outra');
    mock.webhooks.register({ platform: 'zenvio', url: receiver.url });
    await send(other);
    other.clock.advance('1m');
    await other.webhooks.settle();
    await mock.webhooks.settle();
    expect(receiver.received).toEqual([]);
    expect(other.webhooks.list()).toEqual([]);
  });

  test('keep their secret out of everything that is shown or saved', () => {
    const mock = mockWith();
    const webhook = mock.webhooks.register({ platform: 'zenvio', url: receiver.url, secret: 'whsec_canario' });
    expect(webhook.secret).toBe('whsec_canario');
    const rows = ['registrations', 'deliveries'].flatMap((table) => rowsOf(mock, 'webhooks', table));
    expect(rows).toHaveLength(1);
    for (const shown of [webhook, mock.webhooks.list(), rows]) expect(JSON.stringify(shown)).not.toContain('canario');
    expect(mock.webhooks.register({ platform: 'zenvio', url: receiver.url }).secret).toMatch(/^whsec_\w{32}$/);
    expect(mock.webhooks.register({ platform: 'rdstation', url: receiver.url }).secret).toBeNull();
  });
});
