import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { strangerClient, TEXT, zenvioClient, type SentBody } from './test-client.ts';

const NOW = '2026-03-02T12:00:00.000Z';

let mock: Mock;
let call: ReturnType<typeof zenvioClient>;
beforeEach(() => {
  mock = createMock({ now: NOW });
  call = zenvioClient(mock);
});

const send = (changes: object = {}, headers: Record<string, string> = {}) =>
  call<SentBody>('POST', '/whatsapp/messages', { ...TEXT, ...changes }, headers);
const get = (id = '') => call('GET', `/whatsapp/messages/${id}`);

describe('a send', () => {
  test('is accepted as queued and can be followed by its id', async () => {
    const { status, body } = await send();
    expect(status).toBe(202);
    expect(body).toEqual({ message_ids: [expect.stringMatching(/^msg_/)], status: 'queued' });
    expect((await get(body.message_ids[0])).body).toEqual({
      message_id: body.message_ids[0],
      to: '5511999999999',
      type: 'text',
      status: 'queued',
      scheduled_at: null,
      sent_at: null,
      delivered_at: null,
      read_at: null,
      failed_at: null,
      error_message: null,
      external_id: null,
      created_at: NOW,
    });
  });

  test('makes one message for each recipient, in their order', async () => {
    const to = ['5511999999999', '5521988887777', '5531977776666'];
    const { message_ids } = (await send({ to })).body;
    const recipients = await Promise.all(message_ids.map(async (id) => (await get(id)).body));
    expect(recipients).toMatchObject(to.map((recipient) => ({ to: recipient })));
    expect(new Set(message_ids).size).toBe(3);
  });

  test.each([
    ['image', { media_url: 'https://exemplo.com.br/a.jpg', file_name: 'a.jpg', mimetype: 'image/jpeg' }],
    ['video', { media_url: 'https://exemplo.com.br/a.mp4', file_name: 'a.mp4', mimetype: 'video/mp4' }],
    ['audio', { media_url: 'https://exemplo.com.br/a.mp3', file_name: 'a.mp3', mimetype: 'audio/mpeg' }],
    ['document', { media_url: 'https://exemplo.com.br/a.pdf', file_name: 'a.pdf', mimetype: 'application/pdf' }],
    ['location', { latitude: -23.5, longitude: -46.6, name: 'Casa', address: 'Rua A, 1' }],
    ['contact', { contact: { fullName: 'Maria', wuid: '5511966665555' } }],
    ['contact', { contact_id: 'contact_ana' }],
  ])('takes a payload of type %s', async (type, payload) => {
    expect((await send({ type, payload })).status).toBe(202);
  });

  test('from an instance that the workspace does not have is a 400 of its own', async () => {
    expect(await send({ instance_id: 'inst_outra' })).toMatchObject({
      status: 400,
      body: exampleBody('sendMessage', 400, 'invalid_instance'),
    });
  });

  test('to the number of the instance itself is refused', async () => {
    expect(await send({ to: ['5511999999999', '5511933334444'] })).toMatchObject({
      status: 400,
      body: exampleBody('sendMessage', 400, 'cannot_send_to_self'),
    });
  });

  test('without the text of a text message gets the documented validation error', async () => {
    for (const payload of [{}, { message: '' }]) {
      const { status, body } = await send({ payload });
      expect(status).toBe(400);
      expect(body).toEqual(exampleBody('sendMessage', 400, 'validation_error'));
    }
  });

  test('is as sure of a complaint as the document, and not of words of its own', async () => {
    expect(await send({ payload: {} })).toMatchObject({ evidence: 'sdk' });
    expect(await send({ instance_id: undefined })).toMatchObject({ evidence: 'inferred' });
  });

  test('with several mistakes is told all of them, by field', async () => {
    const { status, body } = await send({ to: [], payload: undefined, options: { maxRetries: 9 } });
    expect(status).toBe(400);
    const { details } = body as unknown as { details: { field: string }[] };
    expect(details.map(({ field }) => field).sort()).toEqual(['options.maxRetries', 'payload', 'to']);
  });
});

describe('where Zenvio leaves it open, a session may choose', () => {
  const choosing = (choices: Record<string, string>) => zenvioClient(createMock({ now: NOW, failures: { zenvio: choices } }));
  const sendTo = (client: ReturnType<typeof zenvioClient>, changes: object) =>
    client('POST', '/whatsapp/messages', { ...TEXT, ...changes });
  const media = { file_name: 'a.mp4', mimetype: 'video/mp4' };

  test.each([
    ['stub_missing_fields', { to: undefined }],
    ['stub_text_without_message', { payload: {} }],
    ['stub_media_without_url', { type: 'image', payload: media }],
  ])('the sentences of its own stub: %s', async (example, changes) => {
    const answer = await sendTo(choosing({ validation_error: 'stub' }), changes);
    expect(answer).toMatchObject({ status: 400, evidence: 'sdk' });
    expect(answer.body).toEqual(exampleBody('sendMessage', 400, example));
  });

  test('and of other complaints and operations a sentence of ours, which is inferred', async () => {
    const client = choosing({ validation_error: 'stub' });
    const video = await sendTo(client, { type: 'video', payload: media });
    expect(video).toMatchObject({ evidence: 'sdk', body: { error: 'video requires payload.media_url' } });
    const retries = await sendTo(client, { options: { maxRetries: 9 } });
    expect(retries).toMatchObject({
      status: 400,
      evidence: 'inferred',
      body: { success: false, error: expect.stringMatching(/^options\.maxRetries /) as string },
    });
    expect(await client('PATCH', '/whatsapp/messages/msg_sent/edit', {})).toMatchObject({
      evidence: 'inferred',
      body: { success: false, error: 'text is required' },
    });
  });

  test('the general code in the place of the one for validation', async () => {
    const { body } = await sendTo(choosing({ validation_error: 'bad_request' }), { payload: {} });
    expect(body).toEqual(exampleBody('sendMessage', 400, 'validation_bad_request'));
  });

  test('404 for an instance that does not exist', async () => {
    expect(await sendTo(choosing({ unknown_instance: 'not_found' }), { instance_id: 'inst_outra' })).toMatchObject({
      status: 404,
      body: exampleBody('sendMessage', 404, 'instance_not_found'),
    });
  });
});

describe('message actions', () => {
  const edit = (id: string, text = 'Às 21h.') => call('PATCH', `/whatsapp/messages/${id}/edit`, { text });
  const cancel = (id: string) => call('POST', `/whatsapp/messages/${id}/cancel`);
  const remove = (id: string) => call('DELETE', `/whatsapp/messages/${id}`);

  test.each(['delivered', 'scheduled'])('get answers the documented message (%s)', async (status) => {
    expect((await get(`msg_${status}`)).body).toEqual(exampleBody('getMessage', 200, status));
  });

  test.each(['msg_sent', 'msg_delivered', 'msg_read'])(
    'edit changes the text of a sent message (%s), more than once',
    async (id) => {
      for (const _ of [1, 2])
        expect(await edit(id)).toMatchObject({ status: 200, body: { message_ids: [id], status: 'edited' } });
      expect((await get(id)).body).toMatchObject({ status: 'edited' });
    },
  );

  test.each(['msg_queued', 'msg_scheduled', 'msg_sent_image'])('edit refuses what is no sent text (%s)', async (id) => {
    expect(await edit(id)).toMatchObject({ status: 400, body: exampleBody('editMessage', 400, 'cannot_edit') });
  });

  test('edit without text gets the documented validation error', async () => {
    expect((await edit('msg_sent', '')).body).toEqual(exampleBody('editMessage', 400, 'validation_error'));
  });

  test.each(['msg_queued', 'msg_scheduled'])('cancel stops %s, once', async (id) => {
    expect(await cancel(id)).toMatchObject({ status: 200, body: { success: true, message_ids: [id], status: 'cancelled' } });
    expect((await get(id)).body).toMatchObject({ status: 'cancelled' });
    expect(await cancel(id)).toMatchObject({ status: 400, body: exampleBody('cancelMessage', 400, 'cannot_cancel_status') });
  });

  test('cancel refuses what was sent', async () => {
    expect(await cancel('msg_sent')).toMatchObject({
      status: 400,
      body: exampleBody('cancelMessage', 400, 'cannot_cancel_status'),
    });
  });

  test('cancel also stops a send of one’s own', async () => {
    const id = (await send()).body.message_ids[0] ?? '';
    expect((await cancel(id)).status).toBe(200);
  });

  test('delete revokes a sent message, once, and it stays readable', async () => {
    expect((await remove('msg_read')).body).toEqual(exampleBody('deleteMessage', 200, 'deleted'));
    expect((await get('msg_read')).body).toMatchObject({ status: 'deleted' });
    expect(await remove('msg_read')).toMatchObject({ status: 400, body: exampleBody('deleteMessage', 400, 'cannot_delete') });
    expect((await edit('msg_read')).status).toBe(400);
  });

  test('delete refuses what has not reached WhatsApp', async () => {
    expect(await remove('msg_queued')).toMatchObject({ status: 400, body: exampleBody('deleteMessage', 400, 'cannot_delete') });
  });

  test('delete refuses while the instance is not connected', async () => {
    await call('POST', '/whatsapp/instances/inst_restaurante_joao/disconnect');
    expect((await remove('msg_read')).status).toBe(400);
  });

  test('a message that does not exist is 404 everywhere', async () => {
    const expected = { status: 404, body: exampleBody('getMessage', 404, 'message_not_found') };
    for (const act of [get, edit, cancel, remove]) expect(await act('msg_nenhuma')).toMatchObject(expected);
  });
});

describe('tenancy', () => {
  test('the messages and instances of another workspace do not exist', async () => {
    const stranger = strangerClient(mock);
    expect((await stranger('GET', '/whatsapp/messages/msg_sent')).status).toBe(404);
    expect((await stranger('DELETE', '/whatsapp/messages/msg_sent')).status).toBe(404);
    expect(await stranger('POST', '/whatsapp/messages', TEXT)).toMatchObject({
      status: 400,
      body: { error: 'Invalid instance' },
    });
    expect((await get('msg_sent')).body).toMatchObject({ status: 'sent' });
  });

  test('a key that is locked to an instance reaches no message of another', async () => {
    const locked = zenvioClient(mock, 'sk_live_chaveiro_locked');
    const refused = { status: 403, decision: 'instance_not_allowed' };
    expect(await locked('POST', '/whatsapp/messages', TEXT)).toMatchObject(refused);
    expect(await locked('GET', '/whatsapp/messages/msg_sent')).toMatchObject(refused);
    expect(await locked('POST', '/whatsapp/messages/msg_queued/cancel')).toMatchObject(refused);
    const own = await locked<SentBody>('POST', '/whatsapp/messages', { ...TEXT, instance_id: 'inst_farmacia_maria' });
    expect(own.status).toBe(202);
    expect((await locked('GET', `/whatsapp/messages/${own.body.message_ids[0]}`)).status).toBe(200);
  });

  test('a key without the scope sends nothing', async () => {
    const manager = zenvioClient(mock, 'sk_live_chaveiro_manage_only');
    expect(await manager('POST', '/whatsapp/messages', TEXT)).toMatchObject({
      status: 403,
      decision: 'scope_missing',
      body: exampleBody('sendMessage', 403, 'scope_missing'),
    });
  });
});

test('what was sent is gone after a reset, and ids repeat', async () => {
  mock.reset();
  const first = await send({}, { 'Idempotency-Key': 'a' });
  mock.reset();
  const again = await send({}, { 'Idempotency-Key': 'a' });
  expect(again).toMatchObject({ status: 202, body: first.body });
});
