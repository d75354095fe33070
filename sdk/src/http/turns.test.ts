// What one call of a client does to the others: who goes first, what a refusal holds, and what it teaches.
import { describe, expect, test } from 'vitest';
import { json, thrown } from '../../test/observed-fetch.ts';
import { VirtualClock } from '../../test/virtual-clock.ts';
import { TimeoutError } from '../errors/index.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import type { ConnectionOptions, Fetch } from './index.ts';

/** Answers in turn, then with success; keeps when each request came, and its address. */
function scripted(...answers: Response[]) {
  const clock = new VirtualClock(0);
  const sent: { readonly at: number; readonly url: string }[] = [];
  const fetch: Fetch = (url) => {
    sent.push({ at: clock.now(), url });
    return Promise.resolve(answers.shift() ?? json({ data: [], event_uuid: 'u' }));
  };
  const settings = { apiKey: 'key-1', fetch, clock, random: () => 0 } satisfies ConnectionOptions & { apiKey: string };
  return { clock, sent, settings, times: () => sent.map(({ at }) => at) };
}

const lead = { conversion_identifier: 'ebook', email: 'a@b.c' };
const limited = (headers: Record<string, string> = {}) => json({ message: 'API rate limit exceeded' }, 429, headers);

test('a call that is sent again goes before those that have not been sent, and these in their order', async () => {
  const { clock, sent, settings } = scripted(json({ error: 'down' }, 503));
  const pingback = new Pingback(settings);
  await clock.run(Promise.all(['a', 'b', 'c', 'd'].map((email) => pingback.contacts.get(email))));
  expect(sent.map(({ url }) => url.slice(-1))).toEqual(['a', 'b', 'a', 'c', 'd']);
});

describe('a refusal over the account’s limit', () => {
  const secondAfter = async (refusal: Response) => {
    const { clock, settings, times } = scripted(refusal);
    const rd = new RDStation({ ...settings, retries: 0 });
    await clock.run(thrown(rd.conversions.create(lead)));
    await clock.run(rd.conversions.create(lead));
    return times()[1];
  };

  test('holds the other calls as long as it says', async () => {
    expect(await secondAfter(limited({ 'retry-after': '20' }))).toBe(20_000);
  });

  test('holds them a minute at most: no window of a platform is longer', async () => {
    expect(await secondAfter(limited({ 'retry-after': '3600' }))).toBe(60_000);
  });

  test('holds nobody where it does not say how long', async () => {
    expect(await secondAfter(limited())).toBe(0);
  });

  test('that is sent again holds the others as long as it waits itself', async () => {
    const { clock, settings, times } = scripted(limited());
    const rd = new RDStation({ ...settings, random: () => 0.5 });
    await clock.run(Promise.all([rd.conversions.create(lead), clock.advance(1).then(() => rd.conversions.create(lead))]));
    expect(times()).toEqual([0, 250, 250]);
  });
});

test.each([
  [
    'one lead’s limit',
    json({ error: "'lead_limiter' rate limit exceeded for 86400 second(s) period for key 'a@b.c'", remaining_time: 9 }, 429),
  ],
  ['a platform that is down', json({ error: 'down' }, 503, { 'retry-after': '9' })],
])('%s holds no other call', async (_what, refusal) => {
  const { clock, settings, times } = scripted(refusal);
  const rd = new RDStation({ ...settings, retries: 0 });
  await clock.run(thrown(rd.conversions.create(lead)));
  await clock.run(rd.conversions.create(lead));
  expect(times()).toEqual([0, 0]);
});

test('any answer that names the limit teaches it', async () => {
  const { clock, settings, times } = scripted(json({ event_uuid: 'u' }, 200, { 'ratelimit-limit-quotas': '300' }));
  const rd = new RDStation(settings);
  await clock.run(Promise.all(Array.from({ length: 250 }, () => rd.conversions.create(lead))));
  expect(times().filter((at) => at === 0)).toHaveLength(250);
});

test('a wait that would end just at the deadline is not begun', async () => {
  const { clock, settings, times } = scripted(json({ error: 'busy' }, 503, { 'retry-after': '5' }));
  const pingback = new Pingback({ ...settings, timeout: 5000 });
  expect(await clock.run(thrown(pingback.contacts.list()))).toMatchObject({ name: 'ServerError', retryAfter: 5000 });
  expect([times(), clock.now()]).toEqual([[0], 0]);
});

test('a call that takes no key keeps to the pace like any other', async () => {
  const { clock, sent, settings } = scripted(json({ error: 'down' }, 503));
  const pingback = new Pingback(settings);
  const trigger = () => pingback.webhooks.trigger('w', 'c', 'f', { email: 'a@b.c' });
  await clock.run(Promise.allSettled([trigger(), trigger(), trigger()]));
  expect(sent.map(({ at }) => at)).toEqual([0, 0, 204]);
  expect(sent[0]?.url).toBe('https://connect.pingback.com/v2/webhook/w/c/c/w/f');
});

test('a time-out says how long the call was given', async () => {
  const clock = new VirtualClock(0);
  const pingback = new Pingback({ apiKey: 'key-1', fetch: () => new Promise(() => {}), clock, timeout: 1234 });
  const error = await clock.run(thrown<TimeoutError>(pingback.contacts.list()));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error.message).toContain('no complete answer within 1234 ms.');
});
