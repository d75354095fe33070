import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { TEXT, zenvioClient, type SentBody } from './test-client.ts';

const NOW = '2026-03-02T12:00:00.000Z';
const SECONDS = Date.parse(NOW) / 1000;

interface Sent {
  readonly headers: Headers;
  readonly text: string;
  readonly body: { readonly event: string; readonly data: Record<string, unknown> };
}

let sent: Sent[];
let status: number;
let mock: Mock;
let call: ReturnType<typeof zenvioClient>;
beforeEach(() => {
  sent = [];
  status = 200;
  mock = createMock({
    now: NOW,
    webhooks: {
      fetch: (_, init) => {
        const text = init.body as string;
        sent.push({ headers: new Headers(init.headers), text, body: JSON.parse(text) as Sent['body'] });
        return Promise.resolve(new Response('ok', { status }));
      },
    },
  });
  call = zenvioClient(mock);
});

const register = (events?: string[]) =>
  mock.webhooks.register({
    platform: 'zenvio',
    url: 'http://localhost:9/hook',
    secret: 'whsec_teste',
    ...(events && { events }),
  });

async function after(wait: string): Promise<string[]> {
  mock.clock.advance(wait);
  await mock.webhooks.settle();
  return sent.map(({ body }) => body.event);
}

test('the body is the documented envelope', async () => {
  register(['message.read']);
  const { message_ids } = (await call<SentBody>('POST', '/whatsapp/messages', TEXT)).body;
  await after('1m');
  expect(sent.map(({ body }) => body)).toEqual([
    {
      event: 'message.read',
      workspace_id: 'ws_zenvio_demo',
      instance_id: 'inst_restaurante_joao',
      message_id: message_ids[0],
      timestamp: '2026-03-02T12:00:03.000Z',
      data: { to: '5511999999999', status: 'READ', externalId: mock.zenvio.messages.last()?.external_id },
    },
  ]);
});

test('the signature is an HMAC-SHA256 of the time and the bytes of the body', async () => {
  register(['message.sent']);
  await call('POST', '/whatsapp/messages', { ...TEXT, payload: { message: 'Às 20h, João!' } });
  await after('1s');
  const [{ headers, text } = {} as Sent] = sent;
  const t = SECONDS + 1;
  const hash = createHmac('sha256', 'whsec_teste').update(`${t}.${text}`).digest('hex');
  expect(headers.get('x-zenvio-signature')).toBe(`t=${t},v1=${hash}`);
  expect(headers.get('x-zenvio-timestamp')).toBe(String(t));
  expect(headers.get('x-workspace-id')).toBe('ws_zenvio_demo');
  expect(headers.get('content-type')).toBe('application/json');
});

test('the body alone can be signed, as the page says', async () => {
  mock.configure({ failures: { zenvio: { webhook_signature: 'body' } } });
  register(['message.sent']);
  await call('POST', '/whatsapp/messages', TEXT);
  await after('1s');
  const [{ headers, text } = {} as Sent] = sent;
  const hash = createHmac('sha256', 'whsec_teste').update(text).digest('hex');
  expect(headers.get('x-zenvio-signature')).toBe(`t=${SECONDS + 1},v1=${hash}`);
});

test('a retry is signed anew, and tells when the event was', async () => {
  register(['message.sent']);
  status = 500;
  await call('POST', '/whatsapp/messages', TEXT);
  await after('1s');
  status = 200;
  await after('10s');
  const [first, second] = sent;
  expect(second?.text).toBe(first?.text);
  expect(second?.headers.get('x-zenvio-timestamp')).toBe(first?.headers.get('x-zenvio-timestamp'));
  expect(second?.headers.get('x-zenvio-signature')).toMatch(new RegExp(`^t=${SECONDS + 11},v1=[0-9a-f]{64}$`));
});

describe('events', () => {
  test('follow a message, in their order', async () => {
    register();
    await call('POST', '/whatsapp/messages', { ...TEXT, to: ['5511999990005'] });
    expect(await after('1m')).toEqual([
      'message.sent',
      'message.delivered',
      'message.read',
      'message.responded',
      'message.received',
    ]);
    expect(sent.map(({ body }) => body.data.status)).toEqual(['SENT', 'DELIVERED', 'READ', 'RESPONDED', undefined]);
  });

  test('tell a definitive failure, and why', async () => {
    register();
    await call('POST', '/whatsapp/messages', { ...TEXT, to: ['5511999990002'] });
    expect(await after('3s')).toEqual([]);
    expect(await after('1s')).toEqual(['message.failed']);
    expect(sent[0]?.body.data).toEqual({
      to: '5511999990002',
      status: 'FAILED',
      externalId: null,
      error: 'The number is not on WhatsApp.',
    });
  });

  test('tell edits and deletions, and no refused one', async () => {
    register();
    await call('PATCH', '/whatsapp/messages/msg_sent/edit', { text: 'Às 21h.' });
    await call('PATCH', '/whatsapp/messages/msg_queued/edit', { text: 'Às 21h.' });
    await call('DELETE', '/whatsapp/messages/msg_read');
    await call('POST', '/whatsapp/messages/msg_queued/cancel');
    expect(await after('0ms')).toEqual(['message.edited', 'message.deleted']);
  });

  test('follow an instance from its QR code on', async () => {
    register();
    const created = await call<{ data: { instance: { id: string }; evolution: { base64: string } } }>(
      'POST',
      '/whatsapp/instances',
      { name: 'Filial' },
    );
    const { instance, evolution } = created.body.data;
    await after('15s');
    await call('POST', `/whatsapp/instances/${instance.id}/disconnect`);
    expect(await after('0ms')).toEqual(['instance.qrcode', 'instance.connected', 'instance.disconnected']);
    expect(sent[0]?.body).toMatchObject({ instance_id: instance.id, data: { status: 'PENDING', base64: evolution.base64 } });
    expect(sent[0]?.body).not.toHaveProperty('message_id');
  });

  test('tell what somebody writes to an instance', async () => {
    register(['message.received']);
    mock.zenvio.instances.receive('inst_farmacia_maria', { from: '5511988887777', text: 'Tem dipirona?' });
    await after('0ms');
    expect(sent[0]?.body).toMatchObject({
      instance_id: 'inst_farmacia_maria',
      data: { from: '5511988887777', message: 'Tem dipirona?' },
    });
  });

  test('can be asked for by instance', async () => {
    mock.webhooks.register({ platform: 'zenvio', url: 'http://localhost:9/', identifiers: ['inst_farmacia_maria'] });
    await call('POST', '/whatsapp/messages', TEXT);
    await call('POST', '/whatsapp/messages', { ...TEXT, instance_id: 'inst_farmacia_maria' });
    expect(await after('1m')).toHaveLength(3);
    expect(sent.every(({ text }) => text.includes('inst_farmacia_maria'))).toBe(true);
  });
});
