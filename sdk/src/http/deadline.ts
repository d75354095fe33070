import { waitFor, type Clock } from './clock.ts';

/** What bounds a piece of work in time. */
export interface Deadline {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly timeout: number;
  /** The caller's own signal. */
  readonly signal?: AbortSignal | null | undefined;
  /** Makes the error to throw when the time is up. */
  readonly expired: () => Error;
}

/** The time of a piece of work. */
export interface Time {
  /** When it is up, by the clock. */
  due: number;
  /** Waits while it stands still. */
  pause(wait: () => Promise<void>): Promise<void>;
}

/**
 * Runs a piece of work until it is done, the time is up, or the caller aborts.
 *
 * It ends on time even where the work ignores its signal, as a handed-in `fetch` may. The caller's abort reason is thrown
 * as it is.
 *
 * @param work gets a signal that is aborted when it is no longer wanted, also when it has failed: what is left of a body
 *   is then let go
 */
export async function withDeadline<T>(deadline: Deadline, work: (signal: AbortSignal, time: Time) => Promise<T>): Promise<T> {
  const { clock, timeout, signal: caller, expired } = deadline;
  const controller = new AbortController();
  const { signal } = controller;
  const abort = (): void => controller.abort(caller?.reason);
  let timer: unknown;
  const run = (left: number): void => {
    time.due = clock.now() + left;
    timer = clock.setTimeout(() => controller.abort(expired()), left);
  };
  const time: Time = {
    due: 0,
    async pause(wait) {
      clock.clearTimeout(timer);
      const left = time.due - clock.now();
      await wait();
      run(left);
    },
  };
  caller?.throwIfAborted();
  caller?.addEventListener('abort', abort);
  run(timeout);
  try {
    return await Promise.race([work(signal, time), waitFor(signal, () => () => {}) as Promise<never>]);
  } catch (reason) {
    controller.abort(reason);
    throw reason;
  } finally {
    clock.clearTimeout(timer);
    caller?.removeEventListener('abort', abort);
  }
}
