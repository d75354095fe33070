import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { strangerClient, TEXT, zenvioClient, type InstanceBody, type SentBody } from './test-client.ts';

let mock: Mock;
let call: ReturnType<typeof zenvioClient>;
beforeEach(() => {
  mock = createMock({ now: '2026-03-02T12:00:00.000Z' });
  call = zenvioClient(mock);
});

const send = (changes: object = {}, headers: Record<string, string> = {}) =>
  call<SentBody>('POST', '/whatsapp/messages', { ...TEXT, ...changes }, headers);

describe('idempotency', () => {
  const KEY = { 'Idempotency-Key': 'pedido-8842' };

  test.each(['Idempotency-Key', 'X-Idempotency-Key'])(
    '%s: a repetition gets 200 with the first body and sends nothing',
    async (name) => {
      const first = await send({}, { [name]: 'pedido-8842' });
      const again = await send({}, { [name]: 'pedido-8842' });
      expect(first.status).toBe(202);
      expect(again).toMatchObject({ status: 200, body: first.body });
      expect((await send()).body.message_ids).not.toEqual(first.body.message_ids);
    },
  );

  test('the same key with another body is a repetition too', async () => {
    const first = await send({}, KEY);
    expect(await send({ to: ['5521988887777'] }, KEY)).toMatchObject({ status: 200, body: first.body });
  });

  test('the two header names are one key', async () => {
    const first = await send({}, KEY);
    expect(await send({}, { 'X-Idempotency-Key': KEY['Idempotency-Key'] })).toMatchObject({ status: 200, body: first.body });
  });

  test('ends after 24 hours of the virtual clock, and begins anew', async () => {
    const first = await send({}, KEY);
    mock.clock.advance('23h');
    expect((await send({}, KEY)).status).toBe(200);
    mock.clock.advance('1h');
    const second = await send({}, KEY);
    expect(second.status).toBe(202);
    expect(second.body.message_ids).not.toEqual(first.body.message_ids);
    expect(await send({}, KEY)).toMatchObject({ status: 200, body: second.body });
  });

  test('a send that was refused is not remembered', async () => {
    expect((await send({ instance_id: 'inst_outra' }, KEY)).status).toBe(400);
    expect((await send({}, KEY)).status).toBe(202);
  });

  test('is shared by the keys of a workspace, and by no other workspace', async () => {
    const first = await send({}, KEY);
    const colleague = zenvioClient(mock, 'sk_live_chaveiro_send_only');
    expect(await colleague('POST', '/whatsapp/messages', TEXT, KEY)).toMatchObject({ status: 200, body: first.body });

    const stranger = strangerClient(mock);
    const instance = await stranger<InstanceBody>('POST', '/whatsapp/instances', { name: 'Outra' });
    const theirs = { ...TEXT, instance_id: instance.body.data.instance.id };
    expect((await stranger('POST', '/whatsapp/messages', theirs, KEY)).status).toBe(202);
  });

  test('an empty key is a mistake', async () => {
    expect((await send({}, { 'Idempotency-Key': '' })).status).toBe(400);
  });

  test('while the answer to the first attempt is still on its way, a repetition has it already', async () => {
    mock.faults.add({ effect: { kind: 'latency', delay: '10s' }, on: { operationId: 'sendMessage' }, times: 1 });
    const first = send({}, KEY);
    const again = await send({}, KEY);
    expect(again.status).toBe(200);
    mock.clock.advance('10s');
    expect(await first).toMatchObject({ status: 202, body: again.body });
    expect(mock.zenvio.messages.where({ payload: TEXT.payload })).toHaveLength(1);
  });

  test('an answer that got lost is had by repeating the send, and nothing is sent twice', async () => {
    mock.faults.add({ effect: { kind: 'drop', when: 'after' }, on: { operationId: 'sendMessage' }, times: 1 });
    await expect(send({}, KEY)).rejects.toThrow(TypeError);
    expect(await send({}, KEY)).toMatchObject({ status: 200, body: { status: 'queued' } });
    expect(mock.zenvio.messages.where({ payload: TEXT.payload })).toHaveLength(1);
  });
});
