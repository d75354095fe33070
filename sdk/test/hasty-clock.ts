import type { Clock } from '../src/http/clock.ts';

/** The runtime's time, in which the waits of a call take none. For real connections: what bounds a call stays real. */
export class HastyClock implements Clock {
  /** What was waited for, in milliseconds. */
  readonly waits: number[] = [];
  readonly #deadline: number;
  #ahead = 0;

  /** @param deadline timers of so many milliseconds or more are real */
  constructor(deadline = 30_000) {
    this.#deadline = deadline;
  }

  now(): number {
    return Date.now() + this.#ahead;
  }

  setTimeout(callback: () => void, ms: number): unknown {
    if (ms >= this.#deadline) return setTimeout(callback, ms);
    this.waits.push(ms);
    this.#ahead += ms;
    return setTimeout(callback, 0);
  }

  clearTimeout(handle: unknown): void {
    clearTimeout(handle as number);
  }
}
