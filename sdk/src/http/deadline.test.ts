import { afterEach, describe, expect, test, vi } from 'vitest';
import { systemClock as clock } from './clock.ts';
import { withDeadline } from './deadline.ts';

afterEach(() => void vi.useRealTimers());

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

test('the work is told also when it has failed, and not when it is done: its answer is still read', async () => {
  const reason = new Error('half a body');
  const told: AbortSignal[] = [];
  await withDeadline({ clock, timeout: 1000, expired }, (signal) => (told.push(signal), Promise.reject(reason))).catch(() => {});
  await withDeadline({ clock, timeout: 1000, expired }, (signal) => (told.push(signal), Promise.resolve()));
  expect(told.map(({ aborted, reason }) => [aborted, reason as unknown])).toEqual([
    [true, reason],
    [false, undefined],
  ]);
});

test('work in time gives its result, and no error is made for the time', async () => {
  const unused = vi.fn(expired);
  const working = (value: string) => withDeadline({ clock, timeout: 1000, expired: unused }, () => Promise.resolve(value));
  expect(await working('done')).toBe('done');
  expect(unused).not.toHaveBeenCalled();
});

test('failed work is rejected with its own error', async () => {
  const reason = new Error('half a body');
  await expect(withDeadline({ clock, timeout: 1000, expired }, () => Promise.reject(reason))).rejects.toBe(reason);
});

describe('the caller aborts', () => {
  test('the reason is thrown as it is', async () => {
    const caller = new AbortController();
    const reason = { why: 'the user left' };
    const working = withDeadline({ clock, timeout: 1000, signal: caller.signal, expired }, never);
    caller.abort(reason);
    await expect(working).rejects.toBe(reason);
  });

  test('the work is told the reason, and no timer is left', async () => {
    vi.useFakeTimers();
    const caller = new AbortController();
    let told: AbortSignal | undefined;
    const work = (signal: AbortSignal) => ((told = signal), never());
    const working = withDeadline({ clock, timeout: 1000, signal: caller.signal, expired }, work);
    const ended = expect(working).rejects.toBe('the user left');
    caller.abort('the user left');
    await ended;
    expect([told?.aborted, told?.reason, vi.getTimerCount()]).toEqual([true, 'the user left', 0]);
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
  });
});
