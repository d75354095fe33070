import { describe, expect, test, vi } from 'vitest';
import { systemClock as clock } from './clock.ts';
import { withDeadline } from './deadline.ts';

const expired = () => new Error('time is up');
const never = () => new Promise<never>(() => {});

test('the time is up even where the work ignores its signal', async () => {
  await expect(withDeadline({ clock, timeout: 10, expired }, never)).rejects.toThrow('time is up');
});

test('the work is told when it is no longer wanted', async () => {
  let told: AbortSignal | undefined;
  await withDeadline({ clock, timeout: 10, expired }, (signal) => ((told = signal), never())).catch(() => {});
  expect(told?.aborted).toBe(true);
});

describe('the caller aborts', () => {
  test('the reason is thrown as it is', async () => {
    const caller = new AbortController();
    const reason = { why: 'the user left' };
    const working = withDeadline({ clock, timeout: 1000, signal: caller.signal, expired }, never);
    caller.abort(reason);
    await expect(working).rejects.toBe(reason);
  });

  test('before the work begins: it never begins', async () => {
    const work = vi.fn(never);
    await expect(withDeadline({ clock, timeout: 1000, signal: AbortSignal.abort('no'), expired }, work)).rejects.toBe('no');
    expect(work).not.toHaveBeenCalled();
  });
});

describe('nothing is left behind', () => {
  test.each([
    ['success', () => Promise.resolve('done')],
    ['failure', () => Promise.reject(new Error('failed'))],
  ])('after %s: neither timer nor listener', async (_what, work: () => Promise<string>) => {
    vi.useFakeTimers();
    const { signal } = new AbortController();
    const removed = vi.spyOn(signal, 'removeEventListener');
    await withDeadline({ clock, timeout: 1000, signal, expired }, work).catch(() => {});
    expect(vi.getTimerCount()).toBe(0);
    expect(removed).toHaveBeenCalledOnce();
    vi.useRealTimers();
  });
});
