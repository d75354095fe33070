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

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Moves time forward and returns the new instant. */
  advance(by: Duration): number;
  /** Resolves when the clock has moved on by `duration`, whether by itself or by {@link Clock.advance}. */
  sleep(duration: Duration): Promise<void>;
  /** Forgets every advance. */
  reset(): void;
}

/**
 * @param source where real time comes from (`Date.now`), or a fixed instant in milliseconds:
 *   then time stands still between two advances.
 */
export function createClock(source: (() => number) | number): Clock {
  const read = typeof source === 'number' ? () => source : source;
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  let offset = 0;

  function wakeSleepers(): void {
    for (const sleeper of sleepers) {
      if (sleeper.until > read() + offset) continue;
      sleepers.delete(sleeper);
      sleeper.wake();
    }
  }

  return {
    now: () => read() + offset,
    advance(by) {
      const next = read() + offset + milliseconds(by);
      if (next > 8_640_000_000_000_000) throw new RangeError('The clock cannot pass the year 275760.');
      offset = next - read();
      wakeSleepers();
      return next;
    },
    sleep(duration) {
      const length = milliseconds(duration);
      return new Promise((wake) => {
        sleepers.add({ until: read() + offset + length, wake });
        // Frozen time passes by `advance` alone; running time also by itself. A timer may fire a moment early.
        if (typeof source === 'function') setTimeout(wakeSleepers, length + 1);
      });
    },
    reset() {
      offset = 0;
    },
  };
}
