/** What the mock sends over the wire is what the SDK receives: signatures verify, tokens fit, events are typed. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rdstationWebhooks, zenvioWebhooks, type RDStationWebhookEvent, type ZenvioWebhookEvent } from '@chaveiro/sdk/webhooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../src/mock.ts';
import { conversion, keyClient } from '../src/platforms/rdstation/test-client.ts';
import { TEXT, zenvioClient } from '../src/platforms/zenvio/test-client.ts';

type Event = ZenvioWebhookEvent | RDStationWebhookEvent;

const CURRENT = 'whsec_atual';
const NEXT = 'whsec_proximo';
const TOKEN = 'u7Qk2mXv9aZr4TbW';

let mock: Mock;
let server: Server;
let url: string;
let events: Event[];
let codes: unknown[];
/** How a request is received; a test may say otherwise. */
let receive: (request: IncomingMessage) => Promise<Event>;

beforeEach(async () => {
  events = [];
  codes = [];
  mock = createMock();
  const now = () => mock.clock.now();
  const zenvio = zenvioWebhooks({ secret: [CURRENT, NEXT], now });
  const rdstation = rdstationWebhooks({ token: TOKEN });
  receive = (request) => (request.url?.startsWith('/zenvio') ? zenvio : rdstation).receive(request);
  server = createServer((request, response) => {
    receive(request).then(
      (event) => {
        events.push(event);
        response.writeHead(204).end();
      },
      ({ code, answerStatus }: { code: unknown; answerStatus: number }) => {
        codes.push(code);
        response.writeHead(answerStatus).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});

const registerZenvio = (secret?: string, events?: string[]) =>
  mock.webhooks.register({ platform: 'zenvio', url: `${url}/zenvio`, ...(secret && { secret }), ...(events && { events }) });

async function sendAndWait(wait = '1m'): Promise<void> {
  await zenvioClient(mock)('POST', '/whatsapp/messages', {
    ...TEXT,
    payload: { message: 'Às 20h, João! 🥖' },
    to: ['5511999990005'],
  });
  mock.clock.advance(wait);
  await mock.webhooks.settle();
}

describe('Zenvio', () => {
  test('a whole conversation arrives, verified, in its order', async () => {
    registerZenvio(CURRENT);
    await sendAndWait();
    expect(codes).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual([
      'message.sent',
      'message.delivered',
      'message.read',
      'message.responded',
      'message.received',
    ]);
    const read = events.find((event) => event.type === 'message.read');
    expect(read?.payload.data).toMatchObject({ to: '5511999990005', status: 'READ' });
  });

  test('a secret that the mock makes is good as well', async () => {
    const { secret } = registerZenvio();
    const receiver = zenvioWebhooks({ secret: String(secret), now: () => mock.clock.now() });
    receive = (request) => receiver.receive(request);
    await sendAndWait();
    expect([codes, events.length]).toEqual([[], 5]);
  });

  test('while the secret is being replaced, deliveries under both are taken', async () => {
    registerZenvio(CURRENT, ['message.sent']);
    registerZenvio(NEXT, ['message.read']);
    await sendAndWait();
    expect(codes).toEqual([]);
    expect(events.map(({ type }) => type).sort()).toEqual(['message.read', 'message.sent']);
  });

  test('a delivery under another secret is answered with 401, and arrives once the receiver knows it', async () => {
    registerZenvio('whsec_novo', ['message.sent']);
    await sendAndWait('1s');
    expect([codes, events]).toEqual([['signature_mismatch'], []]);
    expect(mock.webhooks.deliveries()).toMatchObject([{ status: 'pending', attempts: [{ status: 401 }] }]);
    // The retry is signed anew, so that it is later than the replay window allows is no matter.
    const receiver = zenvioWebhooks({ secret: 'whsec_novo', now: () => mock.clock.now() });
    receive = (request) => receiver.receive(request);
    mock.clock.advance('1h');
    await mock.webhooks.settle();
    expect(events.map(({ type }) => type)).toEqual(['message.sent']);
  });

  test('a delivery that is kept and sent again later is refused', async () => {
    let kept: RequestInit = {};
    const recording = createMock({
      webhooks: {
        fetch: (to, init) => {
          kept = init;
          return fetch(to, init);
        },
      },
    });
    mock = recording;
    const receiver = zenvioWebhooks({ secret: CURRENT, now: () => recording.clock.now() });
    receive = (request) => receiver.receive(request);
    registerZenvio(CURRENT, ['message.sent']);
    await sendAndWait();
    const again = () => fetch(`${url}/zenvio`, { method: 'POST', headers: kept.headers ?? {}, body: kept.body ?? '' });
    expect((await again()).status).toBe(204);
    recording.clock.advance('10m');
    expect((await again()).status).toBe(401);
    expect([events.length, codes]).toEqual([2, ['signature_expired']]);
  });
});

describe('RD Station', () => {
  const convert = async () => {
    await keyClient(mock)(
      'POST',
      '/platform/conversions',
      conversion({ conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' }),
    );
    await mock.webhooks.settle();
  };

  test('a conversion arrives at the URL with the token', async () => {
    mock.webhooks.register({ platform: 'rdstation', url: `${url}/rdstation?token=${TOKEN}` });
    await convert();
    expect(events).toMatchObject([
      { type: 'WEBHOOK.CONVERTED', payload: { event_identifier: 'ebook', contact: { email: 'ana@exemplo.com.br' } } },
    ]);
  });

  test('a URL with another token is refused', async () => {
    mock.webhooks.register({ platform: 'rdstation', url: `${url}/rdstation?token=outro` });
    await convert();
    expect([events, codes]).toEqual([[], ['token_mismatch']]);
  });
});
