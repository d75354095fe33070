/** Time as the mock sees it: real time plus an offset, or frozen at an instant; it moves on demand. */

/** A duration: milliseconds, or a number with a unit (`250ms`, `61s`, `15m`, `24h`, `30d`). */
export type Duration = number | string;

const UNITS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * Milliseconds of a {@link Duration}.
 * @throws {RangeError} when the text is no duration, or the duration is negative or not finite.
 */
export function milliseconds(duration: Duration): number {
  if (typeof duration === 'number') {
    if (Number.isFinite(duration) && duration >= 0) return duration;
  } else {
    const match = /^(\d{1,12})(ms|s|m|h|d)$/.exec(duration.trim());
    const unit = UNITS[match?.[2] ?? ''];
    if (match?.[1] && unit) return Number(match[1]) * unit;
  }
  throw new RangeError(
    `"${String(duration).slice(0, 40)}" is no duration. Use milliseconds or a number with a unit: 250ms, 61s, 15m, 24h, 30d.`,
  );
}

let lastInstant = NaN;
let lastText = '';

/** An instant in ISO 8601. Many requests are within one millisecond, and each writes it down more than once. */
export function iso(instant: number): string {
  if (instant !== lastInstant) [lastInstant, lastText] = [instant, new Date(instant).toISOString()];
  return lastText;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves time forward and returns the new instant. */
  advance(by: Duration): number;
  /** Jumps to an instant, also back; what falls due on the way does so with the next request. */
  set(instant: number): void;
  /**
   * Resolves when the clock has moved on by `duration`, whether by itself or by {@link Clock.advance}, and when it is
   * reset. Rejects with the reason of `signal` when that aborts first; nothing waits on after either.
   */
  sleep(duration: Duration, signal?: AbortSignal): Promise<void>;
  /** Forgets every advance, and ends every sleep. */
  reset(): void;
}

/** A clock whose state can be kept, and set again in another process. */
export interface VirtualClock extends Clock {
  /** Milliseconds that it was moved forward. */
  offset(): number;
  /** Wakes nobody: what moves it so may yet move it back. {@link Clock.set} to its own now wakes who is due. */
  moveTo(offset: number): void;
}

/** A timer cannot be set for longer; a longer sleep is made of several. */
const LONGEST_TIMER = 2_147_483_647;

interface Sleeper {
  readonly until: number;
  wake(this: void): void;
}

/**
 * @param source where real time comes from (`Date.now`), or a fixed instant in milliseconds:
 *   then time stands still between two advances.
 */
export function createClock(source: (() => number) | number): VirtualClock {
  const read = typeof source === 'number' ? () => source : source;
  const sleepers = new Set<Sleeper>();
  let offset = 0;

  function wake(isDue: (sleeper: Sleeper) => boolean): void {
    for (const sleeper of [...sleepers]) if (isDue(sleeper)) sleeper.wake();
  }

  function sleep(duration: Duration, signal?: AbortSignal): Promise<void> {
    const until = read() + offset + milliseconds(duration);
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      if (until <= read() + offset) return resolve();
      let timer: ReturnType<typeof setTimeout> | undefined;
      const end = () => {
        sleepers.delete(sleeper);
        clearTimeout(timer);
        signal?.removeEventListener('abort', abort);
      };
      const abort = () => (end(), reject(signal?.reason as Error));
      const sleeper: Sleeper = { until, wake: () => (end(), resolve()) };
      // Frozen time passes by `advance` alone; running time also by itself. A timer may fire a moment early.
      const setTimer = () => {
        const left = until - read() - offset;
        if (left <= 0) sleeper.wake();
        else timer = setTimeout(setTimer, Math.min(left, LONGEST_TIMER));
      };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', abort);
      if (typeof source === 'function') setTimer();
    });
  }

  return {
    offset: () => offset,
    moveTo(wanted) {
      offset = wanted;
    },
    now: () => read() + offset,
    advance(by) {
      const next = read() + offset + milliseconds(by);
      if (next > 8_640_000_000_000_000) throw new RangeError('The clock cannot pass the year 275760.');
      offset += milliseconds(by);
      wake(({ until }) => until <= next);
      return next;
    },
    set(instant) {
      offset = instant - read();
      wake(({ until }) => until <= instant);
    },
    sleep,
    reset() {
      offset = 0;
      wake(() => true);
    },
  };
}
