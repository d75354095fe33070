import { getEventListeners } from 'node:events';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { settled, VirtualClock } from '../../test/virtual-clock.ts';
import { sleep, systemClock } from './clock.ts';

afterEach(() => void vi.useRealTimers());

describe('the system’s clock', () => {
  test('is the one that fake timers move, however late they come', async () => {
    vi.useFakeTimers({ now: 1_000_000 });
    expect(systemClock.now()).toBe(1_000_000);
    const rung = vi.fn();
    systemClock.setTimeout(rung, 300);
    await vi.advanceTimersByTimeAsync(299);
    expect(rung).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(rung).toHaveBeenCalledOnce();
    expect(systemClock.now()).toBe(1_000_300);
  });

  test('forgets what it is told to forget', async () => {
    vi.useFakeTimers();
    const rung = vi.fn();
    systemClock.clearTimeout(systemClock.setTimeout(rung, 300));
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(rung).not.toHaveBeenCalled();
  });
});

describe('sleep', () => {
  test('ends after so many milliseconds', async () => {
    const clock = new VirtualClock(0);
    await clock.run(sleep(clock, 250, new AbortController().signal));
    expect(clock.now()).toBe(250);
  });

  test('ends at once when its signal aborts, with that reason, and leaves no timer', async () => {
    const clock = new VirtualClock(0);
    const controller = new AbortController();
    const asleep = sleep(clock, 250, controller.signal);
    const woken = expect(asleep).rejects.toBe('enough');
    await settled();
    expect(clock.timers).toBe(1);
    controller.abort('enough');
    await woken;
    expect([clock.now(), clock.timers]).toEqual([0, 0]);
  });

  test('does not begin under a signal that has aborted', async () => {
    const clock = new VirtualClock(0);
    const signal = AbortSignal.abort('too late');
    await expect(sleep(clock, 250, signal)).rejects.toBe('too late');
    expect([clock.timers, getEventListeners(signal, 'abort').length]).toEqual([0, 0]);
  });
});
