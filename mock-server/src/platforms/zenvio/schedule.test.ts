import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { TEXT, zenvioClient, type SentBody } from './test-client.ts';

const NOW = '2026-03-02T12:00:00.000Z';

let mock: Mock;
let call: ReturnType<typeof zenvioClient>;
beforeEach(() => {
  mock = createMock({ now: NOW });
  call = zenvioClient(mock);
});

const send = (changes: object = {}) => call<SentBody>('POST', '/whatsapp/messages', { ...TEXT, ...changes });
const get = (id = '') => call('GET', `/whatsapp/messages/${id}`);

describe('a schedule', () => {
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;
  const inMs = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();

  test.each([
    ['exactly 5 minutes', 5 * MINUTE],
    ['exactly 30 days', 30 * DAY],
  ])('%s ahead is accepted', async (_, ms) => {
    const { status, body } = await send({ schedule: { sendAt: inMs(ms) } });
    expect(status).toBe(202);
    expect(body).toMatchObject({ status: 'scheduled', scheduled_at: inMs(ms) });
    expect((await get(body.message_ids[0])).body).toMatchObject({ status: 'scheduled', scheduled_at: inMs(ms) });
  });

  test.each([
    ['less than 5 minutes', 5 * MINUTE - 1],
    ['more than 30 days', 30 * DAY + 1],
    ['in the past', -DAY],
  ])('%s ahead is refused', async (_, ms) => {
    const { status, body } = await send({ schedule: { sendAt: inMs(ms) } });
    expect(status).toBe(400);
    expect(body).toEqual(exampleBody('sendMessage', 400, 'schedule_out_of_window'));
  });

  test('with an offset comes back in UTC', async () => {
    const { body } = await send({ schedule: { sendAt: '2026-03-02T12:00:00-03:00' } });
    expect(body.scheduled_at).toBe('2026-03-02T15:00:00.000Z');
  });

  test('is measured on the virtual clock', async () => {
    const sendAt = inMs(40 * DAY);
    expect((await send({ schedule: { sendAt } })).status).toBe(400);
    mock.clock.advance('11d');
    expect((await send({ schedule: { sendAt } })).status).toBe(202);
  });
});
