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
  /** Forgets what `setTimeout` was asked for. */
  clearTimeout(handle: unknown): void;
}

/** The runtime's own time, looked up at every use: fake timers of a test suite count. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => setTimeout(callback, ms),
  clearTimeout: (handle) => clearTimeout(handle as number),
};

/**
 * Waits until `begin` is called back; ends at once with the signal's reason when that aborts. The signal is a call's own,
 * and goes with it, so nothing takes the listener off.
 *
 * @param begin gives what undoes it
 */
export function waitFor(signal: AbortSignal | undefined, begin: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const undo = begin(resolve);
    signal?.addEventListener('abort', () => (undo(), reject(signal.reason as Error)));
  });
}

export function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return waitFor(signal, (done) => {
    const timer = clock.setTimeout(done, ms);
    return () => clock.clearTimeout(timer);
  });
}
