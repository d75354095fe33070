import { describe, expect, test, vi } from 'vitest';
import { createClock, milliseconds } from './clock.ts';

describe('clock', () => {
  test('a frozen clock moves by advance alone', () => {
    const clock = createClock(1000);
    expect(clock.now()).toBe(1000);
    expect(clock.advance('61s')).toBe(62_000);
    expect(clock.now()).toBe(62_000);
    clock.reset();
    expect(clock.now()).toBe(1000);
  });

  test('a running clock follows its source and keeps what was advanced', () => {
    let real = 5;
    const clock = createClock(() => real);
    clock.advance('1s');
    real = 10;
    expect(clock.now()).toBe(1010);
  });

  test('a running clock is not slowed down by being advanced', () => {
    let real = 5;
    // Time goes by while somebody looks.
    const clock = createClock(() => real++);
    for (let times = 0; times < 10; times++) clock.advance('1s');
    expect(clock.offset()).toBe(10_000);
  });

  test.each([
    ['250ms', 250],
    ['61s', 61_000],
    ['15m', 900_000],
    ['24h', 86_400_000],
    ['30d', 2_592_000_000],
    [42, 42],
  ])('%s is %i milliseconds', (text, expected) => expect(milliseconds(text)).toBe(expected));

  test.each(['', '1', 's', '-1s', '1.5h', '1 week', Number.NaN, -1, Number.POSITIVE_INFINITY])(
    '%s is refused with advice',
    (text) => {
      expect(() => milliseconds(text)).toThrow(/is no duration.*61s/);
    },
  );

  test('the clock stays within what a Date can show', () => {
    expect(() => createClock(0).advance(8_640_000_000_000_001)).toThrow(RangeError);
  });
});

describe('a sleep', () => {
  test('ends when the clock gets there, and not before', async () => {
    const clock = createClock(0);
    let awake = false;
    const sleeping = clock.sleep('1m').then(() => (awake = true));
    clock.advance('59s');
    await Promise.resolve();
    expect(awake).toBe(false);
    clock.advance('1s');
    await sleeping;
    expect(awake).toBe(true);
  });

  test('is not ended by a move that may yet be taken back', async () => {
    const clock = createClock(0);
    let awake = false;
    const sleeping = clock.sleep('1m').then(() => (awake = true));
    clock.moveTo(60_000);
    clock.moveTo(0);
    clock.set(clock.now());
    await Promise.resolve();
    expect(awake).toBe(false);
    clock.moveTo(60_000);
    clock.set(clock.now());
    await sleeping;
  });

  test('of no length ends at once, also when time stands still', async () => {
    await createClock(0).sleep(0);
  });

  test('ends by itself where time goes by itself', async () => {
    const clock = createClock(Date.now);
    const started = Date.now();
    await clock.sleep(30);
    expect(Date.now() - started).toBeGreaterThanOrEqual(30);
  });

  test('ends early when the clock is moved or reset, and leaves no timer behind', async () => {
    vi.useFakeTimers();
    try {
      const clock = createClock(Date.now);
      const sleeps = [clock.sleep('60d'), clock.sleep('90d')];
      expect(vi.getTimerCount()).toBe(2);
      clock.advance('60d');
      await sleeps[0];
      clock.reset();
      await sleeps[1];
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('longer than a timer can be set for', async () => {
    vi.useFakeTimers();
    try {
      const clock = createClock(Date.now);
      let awake = false;
      const sleeping = clock.sleep('60d').then(() => (awake = true));
      await vi.advanceTimersByTimeAsync(59 * 86_400_000);
      expect(awake).toBe(false);
      await vi.advanceTimersByTimeAsync(86_400_000);
      await sleeping;
    } finally {
      vi.useRealTimers();
    }
  });

  test('is given up with the reason of its signal, and leaves nothing behind', async () => {
    vi.useFakeTimers();
    try {
      const clock = createClock(Date.now);
      const gone = new AbortController();
      const remove = vi.spyOn(gone.signal, 'removeEventListener');
      const sleeping = clock.sleep('1h', gone.signal);
      gone.abort(new Error('gone'));
      await expect(sleeping).rejects.toThrow('gone');
      await expect(clock.sleep('1h', gone.signal)).rejects.toThrow('gone');
      expect([vi.getTimerCount(), remove.mock.calls.length]).toEqual([0, 1]);
    } finally {
      vi.useRealTimers();
    }
  });
});
