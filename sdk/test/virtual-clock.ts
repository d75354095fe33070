import type { Clock } from '../src/http/clock.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** Time that passes only when a test says so; promises settle between one timer and the next. */
export class VirtualClock implements Clock {
  #now: number;
  #last = 0;
  readonly #timers = new Map<number, Timer>();

  constructor(now = Date.parse('2026-11-21T12:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  /** Like the runtime's: what is no number, or too long for a timer, is due at once. */
  setTimeout(callback: () => void, ms: number): number {
    const wait = ms >= 0 && ms < 2 ** 31 ? ms : 0;
    this.#timers.set(++this.#last, { at: this.#now + wait, callback });
    return this.#last;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as number);
  }

  /** How many timers are waiting. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Moves on by so many milliseconds, from timer to timer. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settled();
    for (let next = this.#next(); next && next[1].at <= until; next = this.#next()) await this.#fire(...next);
    this.#now = until;
  }

  /** Moves on, from timer to timer, until a promise is settled. @throws what it is rejected with */
  async run<T>(promise: Promise<T>): Promise<T> {
    let done = false;
    const mark = (): void => void (done = true);
    promise.then(mark, mark);
    await settled();
    while (!done) {
      const next = this.#next();
      if (!next) throw new Error('It waits for something that is no timer.');
      await this.#fire(...next);
    }
    return promise;
  }

  /** The first in time; of several, the first that was set. */
  #next(): [number, Timer] | undefined {
    let first: [number, Timer] | undefined;
    for (const entry of this.#timers) if (!first || entry[1].at < first[1].at) first = entry;
    return first;
  }

  async #fire(handle: number, { at, callback }: Timer): Promise<void> {
    this.#timers.delete(handle);
    this.#now = Math.max(this.#now, at);
    callback();
    await settled();
  }
}

/** Lets every promise that can settle do so. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
