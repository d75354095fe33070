// Retries and deadlines, held to what they promise by scripts that nobody would think of.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { begin, OPERATIONS, scenes, type Scene } from '../../test/scripted-calls.ts';
import type { Step } from '../../test/scripted-fetch.ts';
import { json, thrown } from '../../test/observed-fetch.ts';
import { VirtualClock } from '../../test/virtual-clock.ts';
import { RateLimitError, ServerError, TimeoutError, type ChaveiroError, type ConnectionError } from '../errors/index.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Whether the platform surely did not take a request that ended so. */
const surelyNotTaken = ({ comes }: Step): boolean =>
  typeof comes === 'object' &&
  ('status' in comes ? comes.status === 429 : ['ECONNREFUSED', 'ENOTFOUND'].includes(comes.systemCode));

/** Runs a scene to its end. */
async function play(scene: Scene) {
  const { clock, sent, began, call } = begin(scene);
  const error = await clock.run(
    call.then(
      () => undefined,
      (reason: ChaveiroError) => reason,
    ),
  );
  return { error, sent, took: clock.now() - began, clock };
}

const always = (check: (scene: Scene) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(scenes, check), { numRuns: 250 });

describe('whatever comes', () => {
  test('never more resends than the retry budget', () =>
    always(async (scene) => {
      const { sent } = await play(scene);
      expect(sent.length).toBeLessThanOrEqual(scene.retries + 1);
    }));

  test('never past the deadline: nothing is sent after it, and the call ends with it', () =>
    always(async (scene) => {
      const { sent, took } = await play(scene);
      expect(took).toBeLessThanOrEqual(scene.timeout);
      for (const { at } of sent) expect(at - (sent[0]?.at ?? 0)).toBeLessThanOrEqual(scene.timeout);
    }));

  test('never a resend of a request that would count twice, except where the platform surely did not take it', () =>
    always(async (scene) => {
      const { sent } = await play(scene);
      if (OPERATIONS[scene.operation][1]) return;
      for (let at = 0; at < sent.length - 1; at++) expect(surelyNotTaken(scene.script[at] as Step)).toBe(true);
    }));

  test('one Idempotency-Key for all attempts of a call, and the same body', () =>
    always(async (scene) => {
      const { sent } = await play({ ...scene, operation: 'POST of Zenvio with a name of its own' });
      const names = new Set(sent.map(({ headers }) => headers.get('idempotency-key')));
      expect(names.size).toBeLessThanOrEqual(1);
      expect(names).not.toContain(null);
      expect(new Set(sent.map(({ body }) => body)).size).toBeLessThanOrEqual(1);
    }));

  test('nothing is left behind: no timer', () =>
    always(async (scene) => {
      const { clock } = await play({ ...scene, ignoresSignals: false, keyAfter: undefined });
      expect(clock.timers).toBe(0);
    }));

  test('an error is one of ours, or a time-out that says how long it was', () =>
    always(async (scene) => {
      const { error } = await play(scene);
      if (error === undefined) return;
      expect(error.platform).toBeTypeOf('string');
      expect(error.retryAfter ?? 0).toBeLessThanOrEqual(2 ** 31 - 1);
      if (error instanceof TimeoutError) expect(error.timeout).toBe(scene.timeout);
    }));

  test('full jitter: a wait is from nothing up to the back-off, which doubles and is never over 8 s', () =>
    always(async (scene) => {
      const script = Array.from({ length: 8 }, () => ({ latency: 0, comes: { status: 500 } }));
      const { sent } = await play({ ...scene, script, operation: 'GET of Pingback', pace: false, timeout: 40_000 });
      for (let again = 1; again < sent.length; again++) {
        const wait = (sent[again]?.at ?? 0) - (sent[again - 1]?.at ?? 0);
        const drawn = scene.draws[(again - 1) % scene.draws.length] as number;
        expect(wait).toBeCloseTo(drawn * Math.min(8000, 500 * 2 ** (again - 1)), 0);
      }
    }));
});

describe('a platform that says how long to wait', () => {
  const clock = new VirtualClock();
  const date = (seconds: number): string => new Date(clock.now() + seconds * 1000).toUTCString();

  /** One refusal of 429, then success. @returns how long the SDK waited, or the error */
  async function refusedOnce(headers: Record<string, string>, body: unknown = {}, random = 0.5) {
    const clock = new VirtualClock();
    const at: number[] = [];
    const refusal = typeof body === 'string' ? body : JSON.stringify(body);
    const answers = [() => new Response(refusal, { status: 429, headers }), () => json({ event_uuid: 'u' })];
    const fetch = (): Promise<Response> => (
      at.push(clock.now()),
      Promise.resolve((answers[at.length - 1] ?? answers[1])?.() as Response)
    );
    const rd = new RDStation({ apiKey: 'key-1', fetch, clock, random: () => random, pace: false, timeout: 60_000 });
    const call = rd.conversions.create({ conversion_identifier: 'ebook', email: 'a@b.c' });
    const error = await clock.run(
      call.then(
        () => undefined,
        (reason: RateLimitError) => reason,
      ),
    );
    return { waited: at[1] === undefined ? undefined : at[1] - (at[0] as number), error };
  }

  test.each([
    ['Retry-After in seconds', { 'retry-after': '2' }, {}, 2000],
    ['Retry-After as a date', { 'retry-after': date(7) }, {}, 7000],
    ['Retry-After as a date by a clock that goes wrong', { 'retry-after': date(3607), date: date(3600) }, {}, 7000],
    ['retry-after-quotas', { 'retry-after-quotas': '17' }, {}, 17_000],
    ['remaining_time', {}, { error: 'limit', remaining_time: 9 }, 9000],
    ['just what is still waited for', { 'retry-after': '30' }, {}, 30_000],
    ['a date that has passed', { 'retry-after': date(-60) }, {}, 0],
  ])('%s is kept to the millisecond', async (_what, headers: Record<string, string>, body, expected) => {
    expect(await refusedOnce(headers, body)).toEqual({ waited: expected, error: undefined });
  });

  test.each([
    ['more than 30 seconds', { 'retry-after': '31' }, {}, 31_000],
    ['hours', { 'retry-after-quotas': '7200' }, {}, 7_200_000],
    ['a day, in the body', {}, { error: 'limit', remaining_time: 86_400 }, 86_400_000],
    ['years', { 'retry-after': String(10 * 365 * 86_400) }, {}, 2 ** 31 - 1],
    ['a date in years', { 'retry-after': 'Sat, 21 Nov 2099 12:00:00 GMT' }, {}, 2 ** 31 - 1],
    ['without end', { 'retry-after': '9'.repeat(400) }, {}, 2 ** 31 - 1],
    ['1e309 in the body', {}, '{"error":"limit","remaining_time":1e309}', 2 ** 31 - 1],
  ])('%s is not waited for, and is on the error', async (_what, headers: Record<string, string>, body, retryAfter) => {
    const { waited, error } = await refusedOnce(headers, body);
    expect(waited).toBeUndefined();
    expect(error).toBeInstanceOf(RateLimitError);
    expect(error).toMatchObject({ retryAfter, isRetryable: true });
  });

  test.each([
    ['negative', { 'retry-after': '-5' }],
    ['NaN', { 'retry-after': 'NaN' }],
    ['1e309 in a header', { 'retry-after': '1e309' }],
    ['text', { 'retry-after': 'in a moment' }],
    ['a date that is none', { 'retry-after': 'Foo, 99 Bar 2026 99:99:99 GMT' }],
    ['nothing', {}],
  ])('%s says nothing: the SDK’s own back-off', async (_what, headers: Record<string, string>) => {
    expect(await refusedOnce(headers)).toEqual({ waited: 250, error: undefined });
    expect(await refusedOnce({}, { error: 'limit', remaining_time: -1 })).toEqual({ waited: 250, error: undefined });
  });
});

describe('in time', () => {
  const settings = (clock: VirtualClock, answer: () => Response | Promise<Response>) => {
    let hits = 0;
    const fetch = (): Promise<Response> => (hits++, Promise.resolve(answer()));
    return { hits: () => hits, pingback: new Pingback({ apiKey: 'key-1', fetch, clock, random: () => 0.999, timeout: 5000 }) };
  };

  test('a retry that would end after the deadline is not begun, and the last real error is thrown at once', async () => {
    const clock = new VirtualClock();
    const { pingback, hits } = settings(clock, () => json({ error: 'busy' }, 503, { 'retry-after': '6' }));
    const began = clock.now();
    const error = await clock.run(thrown<ServerError>(pingback.contacts.list()));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 503, retryAfter: 6000 });
    expect([hits(), clock.now() - began]).toEqual([1, 0]);
  });

  test('a deadline in the middle of a second attempt is a time-out, with what went wrong before as its cause', async () => {
    const clock = new VirtualClock();
    const answers = [json({ error: 'down' }, 500)];
    const { pingback, hits } = settings(clock, () => answers.pop() ?? new Promise<Response>(() => {}));
    const began = clock.now();
    const error = await clock.run(thrown<TimeoutError>(pingback.contacts.list()));
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error.cause).toBeInstanceOf(ServerError);
    expect([hits(), clock.now() - began]).toEqual([2, 5000]);
  });

  test('a retry whose turn comes after the deadline is not begun either', async () => {
    const clock = new VirtualClock();
    const answers = [json({ message: 'Too Many Requests' }, 429, { 'retry-after': '20' }), json({ error: 'down' }, 503)];
    const { pingback, hits } = settings(clock, () => answers.shift() as Response);
    const began = clock.now();
    const both = Promise.all([thrown(pingback.contacts.list()), thrown(pingback.contacts.list())]);
    expect((await clock.run(both)).map(({ name }) => name)).toEqual(['RateLimitError', 'ServerError']);
    expect([hits(), clock.now() - began]).toEqual([2, 0]);
  });

  test('a deadline that comes while a retry waits for its turn: the last real error, not a time-out', async () => {
    const clock = new VirtualClock();
    const late = new Promise<void>((resolve) => void clock.setTimeout(resolve, 100));
    const limited = () => json({ message: 'Too Many Requests' }, 429, { 'retry-after': '20' });
    const answers = [() => json({ error: 'down' }, 503), () => late.then(limited)];
    const { pingback, hits } = settings(clock, () => answers.shift()?.() as Response);
    const began = clock.now();
    // The first waits half a second; meanwhile the platform tells the second that all have to wait.
    const both = Promise.all([thrown(pingback.contacts.list()), thrown(pingback.contacts.list())]);
    expect((await clock.run(both)).map(({ name }) => name)).toEqual(['ServerError', 'RateLimitError']);
    expect([hits(), clock.now() - began]).toEqual([2, 5000]);
  });

  test('a storm of 500 is exactly 3 hits, and the error is the platform’s', async () => {
    const clock = new VirtualClock();
    const { pingback, hits } = settings(clock, () => json({ error: 'down' }, 500));
    expect(await clock.run(thrown(pingback.contacts.list()))).toBeInstanceOf(ServerError);
    expect(hits()).toBe(3);
  });

  test('the time-out covers a stalled body', async () => {
    const clock = new VirtualClock();
    const { pingback } = settings(clock, () => new Response(new ReadableStream()));
    const began = clock.now();
    expect(await clock.run(thrown(pingback.contacts.list()))).toBeInstanceOf(TimeoutError);
    expect(clock.now() - began).toBe(5000);
  });

  test('a connection that broke within the answer was taken, whatever its code says', async () => {
    const clock = new VirtualClock();
    const broken = Object.assign(new Error('proxy'), { code: 'ECONNREFUSED' });
    const answer = () => new Response(new ReadableStream({ start: (body) => body.error(broken) }));
    const { pingback, hits } = settings(clock, answer);
    const error = await clock.run(thrown<ConnectionError>(pingback.contacts.create({ email: 'a@b.c' })));
    expect(error).toMatchObject({ name: 'ConnectionError', isRetryable: false });
    expect(hits()).toBe(1);
  });

  test('a source that gives another bad key every time ends after five', async () => {
    const clock = new VirtualClock();
    let given = 0;
    let hits = 0;
    const fetch = (): Promise<Response> => (hits++, Promise.resolve(json({ Message: 'User is not authorized' }, 403)));
    const pingback = new Pingback({ apiKey: () => `key-${given++}`, fetch, clock, pace: false });
    expect(await clock.run(thrown(pingback.contacts.create({ email: 'a@b.c' })))).toMatchObject({ name: 'InvalidKeyError' });
    expect(hits).toBe(5);
  });
});
