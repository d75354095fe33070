/**
 * Time, as the SDK sees it: what waits, paces and measures goes through here, so that tests need no real time.
 *
 * ```ts
 * const clock: Clock = { now: () => Date.now(), setTimeout: (callback, ms) => setTimeout(callback, ms), clearTimeout };
 * ```
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back after `ms` milliseconds. @returns what `clearTimeout` takes */
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** The runtime's own time, looked up at every use: fake timers of a test suite count. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => clearTimeout(handle as number),
};

/** Waits until an instant; ends at once with the signal's reason when that aborts. */
export function sleepUntil(clock: Clock, instant: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clock.clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    const abort = (): void => (end(), reject(signal?.reason as Error));
    const timer = clock.setTimeout(() => (end(), resolve()), instant - clock.now());
    if (signal?.aborted) abort();
    else signal?.addEventListener('abort', abort);
  });
}
