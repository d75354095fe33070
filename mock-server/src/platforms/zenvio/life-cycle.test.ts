import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { strangerClient, TEXT, zenvioClient, type InstanceBody, type SentBody } from './test-client.ts';

const NOW = '2026-03-02T12:00:00.000Z';
const INSTANCE = 'inst_restaurante_joao';
const after = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();

let mock: Mock;
let call: ReturnType<typeof zenvioClient>;
beforeEach(() => {
  mock = createMock({ now: NOW });
  call = zenvioClient(mock);
});

const sendAll = async (changes: object = {}) =>
  (await call<SentBody>('POST', '/whatsapp/messages', { ...TEXT, ...changes })).body.message_ids;
const send = async (changes: object = {}) => (await sendAll(changes))[0] ?? '';
const get = async (id: string) => (await call<Record<string, unknown>>('GET', `/whatsapp/messages/${id}`)).body;
const statusOf = async (id: string) => (await get(id)).status;
const cancel = (id: string) => call('POST', `/whatsapp/messages/${id}/cancel`);

describe('a message', () => {
  test('is queued, processing, sent, delivered and read, each at its moment', async () => {
    const id = await send();
    const steps: unknown[] = [await statusOf(id)];
    for (const wait of ['500ms', '500ms', '1s', '1s', '1d']) {
      mock.clock.advance(wait);
      steps.push(await statusOf(id));
    }
    expect(steps).toEqual(['queued', 'processing', 'sent', 'delivered', 'read', 'read']);
    expect(await get(id)).toMatchObject({
      created_at: NOW,
      sent_at: after(1_000),
      delivered_at: after(2_000),
      read_at: after(3_000),
      failed_at: null,
      external_id: expect.stringMatching(/^wamid\./) as unknown,
    });
  });

  test('has the same story when the clock jumps as when it creeps', async () => {
    const id = await send();
    mock.clock.advance('1h');
    expect(await get(id)).toMatchObject({
      status: 'read',
      sent_at: after(1_000),
      delivered_at: after(2_000),
      read_at: after(3_000),
    });
  });

  test('shows nothing of what the mock plans with it', async () => {
    const id = await send({ options: { maxRetries: 5 } });
    mock.clock.advance('500ms');
    expect(Object.keys(await get(id)).sort()).toEqual(Object.keys(exampleBody('getMessage', 200, 'delivered') as object).sort());
  });

  test.each(['msg_queued', 'msg_scheduled', 'msg_sent', 'msg_delivered', 'msg_read'])(
    'of the zero-setup workspace stays as it is (%s)',
    async (id) => {
      const before = await get(id);
      mock.clock.advance('1d');
      expect(await get(id)).toEqual(before);
    },
  );

  test('of a snapshot catches up with the clock, step by step', async () => {
    const id = await send();
    const saved = mock.snapshot();
    mock.clock.advance('1h');
    const story = await get(id);
    mock.restore(saved);
    expect(mock.zenvio.messages.where({ id })).toMatchObject([{ status: 'queued' }]);
    expect(await get(id)).toMatchObject({ ...story, external_id: expect.any(String) as unknown });
  });
});

describe('many messages', () => {
  test('of one instance leave one a second, and all are accepted', async () => {
    const to = Array.from({ length: 100 }, (_, index) => `55119${String(88880000 + index + 100)}`);
    const ids = await sendAll({ to });
    mock.clock.advance('10s');
    expect(mock.zenvio.messages.list().filter(({ id, sent_at }) => ids.includes(id) && sent_at !== null)).toHaveLength(10);
    mock.clock.advance('90s');
    const sent = mock.zenvio.messages.list().filter(({ id }) => ids.includes(id));
    expect(sent.map(({ sent_at }) => sent_at)).toEqual(to.map((_, index) => after((index + 1) * 1_000)));
  });

  test('of another instance do not wait for them', async () => {
    await sendAll({ to: Array.from({ length: 10 }, (_, index) => `551198888010${index}`) });
    const id = await send({ instance_id: 'inst_farmacia_maria' });
    mock.clock.advance('1s');
    expect(await statusOf(id)).toBe('sent');
  });
});

describe('when the clock was set back', () => {
  test('an instance does not wait for the turn that it last had, and keeps its pace from there', async () => {
    mock.clock.advance('1h');
    await send();
    mock.clock.advance('10s');
    mock.clock.reset();
    const ids = await sendAll({ to: ['5511999999999', '5521988887777'] });
    mock.clock.advance('1m');
    const sent = await Promise.all(ids.map(async (id) => (await get(id)).sent_at));
    expect(sent).toEqual([after(1_000), after(2_000)]);
  });

  test('what was queued leaves when time comes there again', async () => {
    mock.clock.advance('1h');
    const id = await send();
    mock.clock.set(Date.parse(NOW));
    mock.clock.advance('1m');
    expect(await statusOf(id)).toBe('queued');
    mock.clock.advance('1h');
    expect(await get(id)).toMatchObject({ status: 'read', sent_at: after(3_601_000) });
  });
});

describe('a scheduled message', () => {
  const sendAt = after(600_000);

  test('leaves at its very moment, and not before', async () => {
    const id = await send({ schedule: { sendAt } });
    mock.clock.advance('599s');
    expect(await statusOf(id)).toBe('scheduled');
    mock.clock.advance('1s');
    expect(await get(id)).toMatchObject({ status: 'sent', scheduled_at: sendAt, sent_at: sendAt });
  });

  test('that was cancelled never leaves', async () => {
    const id = await send({ schedule: { sendAt } });
    expect((await cancel(id)).status).toBe(200);
    mock.clock.advance('1h');
    expect(await get(id)).toMatchObject({ status: 'cancelled', sent_at: null });
  });
});

describe('what one may do to a message depends on how far it is', () => {
  test('processing: it cannot be cancelled, edited or deleted any more or yet', async () => {
    const id = await send();
    mock.clock.advance('500ms');
    expect(await cancel(id)).toMatchObject({ status: 400, body: exampleBody('cancelMessage', 400, 'cannot_cancel_processing') });
    expect((await call('PATCH', `/whatsapp/messages/${id}/edit`, { text: 'x' })).status).toBe(400);
    expect((await call('DELETE', `/whatsapp/messages/${id}`)).status).toBe(400);
  });

  test('edited after sending: it is still delivered and read, and stays edited', async () => {
    const id = await send();
    mock.clock.advance('1s');
    expect((await call('PATCH', `/whatsapp/messages/${id}/edit`, { text: 'Às 21h.' })).status).toBe(200);
    mock.clock.advance('1m');
    expect(await get(id)).toMatchObject({ status: 'edited', delivered_at: after(2_000), read_at: after(3_000) });
  });

  test('deleted after sending: nothing more happens to it', async () => {
    const id = await send();
    mock.clock.advance('1s');
    expect((await call('DELETE', `/whatsapp/messages/${id}`)).status).toBe(200);
    mock.clock.advance('1m');
    expect(await get(id)).toMatchObject({ status: 'deleted', delivered_at: null, read_at: null });
  });

  test('cancelled while queued: the next message takes its own turn', async () => {
    const [first, second] = await sendAll({ to: ['5511999999999', '5521988887777'] });
    expect((await cancel(first ?? '')).status).toBe(200);
    mock.clock.advance('2s');
    expect(await statusOf(first ?? '')).toBe('cancelled');
    expect(await statusOf(second ?? '')).toBe('sent');
  });
});

describe('a number that ends in', () => {
  const after1h = async (end: string, changes: object = {}) => {
    const id = await send({ to: [`551199999${end}`], ...changes });
    mock.clock.advance('1h');
    return get(id);
  };

  test('0001 gets the message and never reads it', async () => {
    expect(await after1h('0001')).toMatchObject({ status: 'delivered', read_at: null });
  });

  test('0002 fails once its retries are used up', async () => {
    const failed = { status: 'failed', sent_at: null, external_id: null, error_message: 'The number is not on WhatsApp.' };
    expect(await after1h('0002')).toMatchObject({ ...failed, failed_at: after(4_000) });
    mock.reset();
    expect(await after1h('0002', { options: { maxRetries: 0 } })).toMatchObject({ ...failed, failed_at: after(1_000) });
  });

  test('0003 is sent to and never reached', async () => {
    expect(await after1h('0003')).toMatchObject({ status: 'sent', delivered_at: null });
  });

  test('0004 takes a second attempt', async () => {
    expect(await after1h('0004')).toMatchObject({ status: 'read', sent_at: after(2_000), failed_at: null });
    mock.reset();
    expect(await after1h('0004', { options: { maxRetries: 0 } })).toMatchObject({ status: 'failed' });
  });

  test('0005 answers', async () => {
    expect(await after1h('0005')).toMatchObject({ status: 'responded', read_at: after(3_000) });
  });
});

describe('an instance', () => {
  const instance = (id: string) => mock.zenvio.instances.where({ id })[0];

  test('is connected fifteen seconds after its creation, when somebody has read the QR code', async () => {
    const { id } = (await call<InstanceBody>('POST', '/whatsapp/instances', { name: 'Filial' })).body.data.instance;
    mock.clock.advance('14s');
    expect(instance(id)).toMatchObject({ status: 'PENDING', phoneNumber: null });
    mock.clock.advance('1s');
    expect(instance(id)).toMatchObject({
      status: 'ACTIVE',
      phoneNumber: expect.stringMatching(/^55119\d{8}$/) as unknown,
      updatedAt: after(15_000),
    });
  });

  test('that was deleted before is not', async () => {
    const { id } = (await call<InstanceBody>('POST', '/whatsapp/instances', { name: 'Filial' })).body.data.instance;
    expect((await call('DELETE', `/whatsapp/instances/${id}`)).status).toBe(200);
    mock.clock.advance('1m');
    expect(instance(id)).toBeUndefined();
  });

  test('can be connected and disconnected by a test', () => {
    expect(mock.zenvio.instances.connect('inst_antiga')).toMatchObject({ status: 'ACTIVE', phoneNumber: '5511922221111' });
    expect(mock.zenvio.instances.disconnect('inst_antiga')).toMatchObject({ status: 'DISCONNECTED', updatedAt: NOW });
    expect(() => mock.zenvio.instances.connect('inst_nenhuma')).toThrow('Zenvio has no instance inst_nenhuma.');
  });

  test('that lost its connection queues, and sends when it is back', async () => {
    const early = await send();
    mock.clock.advance('500ms');
    mock.zenvio.instances.disconnect(INSTANCE);
    const late = await send();
    mock.clock.advance('1h');
    expect([await statusOf(early), await statusOf(late)]).toEqual(['queued', 'queued']);
    mock.zenvio.instances.connect(INSTANCE);
    mock.clock.advance('1h');
    expect([await statusOf(early), await statusOf(late)]).toEqual(['read', 'read']);
  });

  test('that blinks sends nothing twice', async () => {
    const id = await send();
    mock.zenvio.instances.disconnect(INSTANCE);
    mock.zenvio.instances.connect(INSTANCE);
    mock.clock.advance('1h');
    expect(await get(id)).toMatchObject({ status: 'read', sent_at: after(1_000), delivered_at: after(2_000) });
  });

  test('that is gone for good fails what it had not sent', async () => {
    const id = await send({ schedule: { sendAt: after(600_000) } });
    await call('POST', `/whatsapp/instances/${INSTANCE}/disconnect`);
    await call('DELETE', `/whatsapp/instances/${INSTANCE}`);
    mock.clock.advance('1h');
    expect(await get(id)).toMatchObject({ status: 'failed', failed_at: NOW, error_message: 'Instance removed.' });
    expect(await statusOf('msg_sent')).toBe('sent');
  });

  test('of one workspace does not move the messages of another', async () => {
    const stranger = strangerClient(mock);
    await stranger<InstanceBody>('POST', '/whatsapp/instances', { name: 'Outra' });
    const id = await send();
    mock.clock.advance('15s');
    expect(await statusOf(id)).toBe('read');
  });
});
