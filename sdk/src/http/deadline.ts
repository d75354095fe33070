import type { Clock } from './clock.ts';

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

/**
 * Runs a piece of work until it is done, the time is up, or the caller aborts.
 *
 * It ends on time even where the work ignores its signal, as a handed-in `fetch` may. The caller's abort reason is thrown
 * as it is.
 *
 * @param work gets a signal that is aborted when it is no longer wanted, also when it has failed: what is left of a body
 *   is then let go
 */
export function withDeadline<T>(deadline: Deadline, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const { clock, timeout, signal: caller, expired } = deadline;
  const controller = new AbortController();
  return new Promise<T>((resolve, reject) => {
    if (caller?.aborted) return reject(caller.reason as Error);
    const done = (): void => {
      clock.clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    };
    const end = (reason: Error): void => {
      done();
      reject(reason);
      controller.abort(reason);
    };
    const abort = (): void => end(caller?.reason as Error);
    const timer = clock.setTimeout(() => end(expired()), timeout);
    caller?.addEventListener('abort', abort);
    work(controller.signal).then((result) => (done(), resolve(result)), end);
  });
}
