// The pacer against models of what platforms count: a bucket that refills, and windows wherever they may begin.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { settled, VirtualClock } from '../../test/virtual-clock.ts';
import type { Pace } from '../generated/operations/operation-table.ts';
import { pacerOf, type Pacer } from './pace.ts';

vi.setConfig({ testTimeout: 60_000 });

const PINGBACK = { requests: 5, window: 1000, burst: 2 };
const RD_STATION = { requests: 120, window: 60_000 };

/** A platform's own bucket. @returns whether it takes a request that comes now */
function bucketOf({ requests, window, burst }: Required<Pace>): (now: number) => boolean {
  let tokens = burst;
  let at = 0;
  return (now) => {
    tokens = Math.min(burst, tokens + ((now - at) * requests) / window);
    at = now;
    if (tokens < 1 - 1e-9) return false;
    tokens -= 1;
    return true;
  };
}

/** The most requests that any window held, wherever it begins. */
function mostIn(window: number, times: readonly number[]): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + window).length));
}

/** Asks at the given distances. @returns when each was let go, from the first question on, in the order of asking */
async function goes(limits: readonly Pace[], gaps: readonly number[], during?: (pacer: Pacer, clock: VirtualClock) => void) {
  const clock = new VirtualClock(0);
  const pacer = pacerOf(limits, clock);
  const times: number[] = [];
  const order: number[] = [];
  const turns: Promise<void>[] = [];
  for (const [index, gap] of gaps.entries()) {
    if (gap) await clock.advance(gap);
    turns.push(pacer.turn(undefined, false).then(() => void (order.push(index), (times[index] = clock.now()))));
    during?.(pacer, clock);
  }
  await clock.run(Promise.all(turns));
  expect(clock.timers).toBe(0);
  return { times, order };
}

const gaps = (longest: number) =>
  fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: longest })), {
    minLength: 1,
    maxLength: 60,
  });
const buckets = fc.record({
  requests: fc.integer({ min: 1, max: 20 }),
  window: fc.constantFrom(1000, 10_000),
  burst: fc.integer({ min: 1, max: 10 }),
});
const windows = fc.record({ requests: fc.integer({ min: 1, max: 20 }), window: fc.constantFrom(1000, 60_000) });

describe('never over the limit', () => {
  test('a bucket takes every request when it comes', () =>
    fc.assert(
      fc.asyncProperty(buckets, gaps(2000), async (bucket, gaps) => {
        const takes = bucketOf(bucket);
        for (const at of (await goes([bucket], gaps)).times) expect(takes(at)).toBe(true);
      }),
      { numRuns: 150 },
    ));

  test('no window holds more, wherever it begins', () =>
    fc.assert(
      fc.asyncProperty(windows, gaps(20_000), async (limit, gaps) => {
        expect(mostIn(limit.window, (await goes([limit], gaps)).times)).toBeLessThanOrEqual(limit.requests);
      }),
      { numRuns: 150 },
    ));

  test('several limits are kept at once', () =>
    fc.assert(
      fc.asyncProperty(buckets, windows, gaps(2000), async (bucket, limit, gaps) => {
        const { times } = await goes([bucket, limit], gaps);
        const takes = bucketOf(bucket);
        for (const at of times) expect(takes(at)).toBe(true);
        expect(mostIn(limit.window, times)).toBeLessThanOrEqual(limit.requests);
      }),
      { numRuns: 100 },
    ));
});

describe('no slower than it must be', () => {
  const busy = (count: number) => Array.from({ length: count }, () => 0);

  test.each([
    ['Pingback', PINGBACK, 500],
    ['RD Station', RD_STATION, 1000],
  ])('%s: at least 95 %% of the permitted rate', async (_platform, pace, count) => {
    const { times } = await goes([pace], busy(count));
    // What is permitted to a client that never sleeps: its burst at once, then the rate.
    const permitted = ((count - 1) * pace.window) / pace.requests;
    expect(times.at(-1)).toBeLessThanOrEqual(permitted / 0.95);
  });

  test('the first ones go at once: as many as the bucket or the window holds', async () => {
    expect((await goes([PINGBACK], busy(3))).times).toEqual([0, 0, 204]);
    const { times } = await goes([RD_STATION], busy(121));
    expect(times.filter((at) => at === 0)).toHaveLength(120);
    expect(times[120]).toBe(61_200);
  });

  test('whoever comes late waits for nothing', async () => {
    expect((await goes([PINGBACK], [0, 0, 1000, 0])).times).toEqual([0, 0, 1000, 1000]);
  });
});

describe('in order', () => {
  test('of asking, whatever the distances', () =>
    fc.assert(
      fc.asyncProperty(buckets, gaps(500), async (bucket, gaps) => {
        expect((await goes([bucket], gaps)).order).toEqual(gaps.map((_, index) => index));
      }),
      { numRuns: 100 },
    ));

  test('but whoever was refused goes first, in the order of asking again', async () => {
    const clock = new VirtualClock(0);
    const pacer = pacerOf([{ requests: 1, window: 100, burst: 1 }], clock);
    const order: string[] = [];
    const ask = (name: string, again: boolean) => pacer.turn(undefined, again).then(() => void order.push(name));
    await clock.run(Promise.all([ask('a', false), ask('b', false), ask('c', false), ask('again 1', true), ask('again 2', true)]));
    expect(order).toEqual(['a', 'again 1', 'again 2', 'b', 'c']);
  });
});

test('whoever has left before asking takes no turn, and is told why at once', async () => {
  const clock = new VirtualClock(0);
  const pacer = pacerOf([PINGBACK], clock);
  await expect(pacer.turn(AbortSignal.abort('gone'), false)).rejects.toBe('gone');
  await clock.run(Promise.all([pacer.turn(undefined, false), pacer.turn(undefined, false)]));
  expect([clock.now(), clock.timers]).toEqual([0, 0]);
});

test('the last one who leaves takes the timer along: nothing keeps a process waiting', async () => {
  const clock = new VirtualClock(0);
  const pacer = pacerOf([PINGBACK], clock);
  await clock.run(Promise.all([pacer.turn(undefined, false), pacer.turn(undefined, false)]));
  const leaving = new AbortController();
  const turn = expect(pacer.turn(leaving.signal, false)).rejects.toBe('enough');
  expect(clock.timers).toBe(1);
  leaving.abort('enough');
  await turn;
  expect([clock.now(), clock.timers]).toEqual([0, 0]);
});

describe('when the platform says to wait', () => {
  test('nothing goes until then, and nobody loses the place', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 2, max: 20 }), async (hold, count) => {
        const { times, order } = await goes(
          [PINGBACK],
          Array.from({ length: count }, () => 0),
          (pacer, clock) => pacer.hold(clock.now() + hold),
        );
        // The first one had gone before.
        for (const at of times.slice(1)) expect(at).toBeGreaterThanOrEqual(hold);
        expect(order).toEqual(times.map((_, index) => index));
        const takes = bucketOf(PINGBACK);
        for (const at of times) expect(takes(at)).toBe(true);
      }),
      { numRuns: 50 },
    ));

  test('an earlier word does not shorten a later one', async () => {
    const clock = new VirtualClock(0);
    const pacer = pacerOf([RD_STATION], clock);
    pacer.hold(5000);
    pacer.hold(1000);
    await clock.run(pacer.turn(undefined, false));
    expect(clock.now()).toBe(5000);
  });

  test('a word that comes while others wait moves them too', async () => {
    const clock = new VirtualClock(0);
    const pacer = pacerOf([PINGBACK], clock);
    const turns = Array.from({ length: 3 }, () => pacer.turn(undefined, false));
    await clock.advance(100);
    pacer.hold(3000);
    await clock.run(Promise.all(turns));
    expect(clock.now()).toBe(3000);
  });
});

describe('when the platform names its limit', () => {
  const sendingIn = async (ms: number, named?: number) => {
    const clock = new VirtualClock(0);
    const pacer = pacerOf([RD_STATION], clock);
    let gone = 0;
    for (let asked = 0; asked < 600; asked++) void pacer.turn(undefined, false).then(() => gone++);
    await settled();
    if (named !== undefined) pacer.learn(named);
    await clock.advance(ms);
    return gone;
  };

  test('a higher one counts at once, for those who wait too', async () => {
    expect(await sendingIn(0)).toBe(120);
    expect(await sendingIn(0, 500)).toBe(500);
  });

  test('a lower one counts from the next window on', async () => {
    expect(await sendingIn(61_200, 60)).toBe(120 + 60);
    expect(await sendingIn(2 * 61_200, 60)).toBe(120 + 60 + 60);
  });

  test.each([NaN, 0, -1, 0.5, Infinity, 1e9])('%s is no limit: the one before holds on', async (named) => {
    expect(await sendingIn(0, named)).toBe(120);
    expect(await sendingIn(61_200, named)).toBe(240);
  });

  test('one request in a window is a limit, and so is more than anybody sends', async () => {
    expect(await sendingIn(61_200, 1)).toBe(120 + 1);
    expect(await sendingIn(0, 100_000)).toBe(600);
  });

  test('a bucket is not a number of requests in a window', async () => {
    const clock = new VirtualClock(0);
    const pacer = pacerOf([PINGBACK], clock);
    pacer.learn(1000);
    await clock.run(Promise.all(Array.from({ length: 7 }, () => pacer.turn(undefined, false))));
    expect(clock.now()).toBe(5 * 204);
  });
});
