import type { Pace } from '../generated/operations/operation-table.ts';

/** The platform's clock and the network shift requests a little against each other: spans are kept a little longer. */
const SLACK = 1.02;

/** At most `count` places in any `span` milliseconds; `taken` has the last ones. */
interface Limit {
  count: number;
  readonly span: number;
  readonly taken: number[];
}

/**
 * Spreads the requests of one client so that the platform's rate limits are not hit. Places are given in the order of
 * asking, the first ones at once.
 *
 * A bucket that holds `burst` and is refilled at `requests` per `window` is kept to by never more than `burst` requests
 * in the time that refills it, so one rule serves buckets and windows.
 */
export class Pacer {
  readonly #limits: readonly Limit[];
  /** Milliseconds for which everything was held, so far; places that were given move along. */
  #held = 0;
  #heldUntil = 0;

  constructor(limits: readonly Pace[]) {
    this.#limits = limits.map(({ requests, window, burst = requests }) => ({
      count: burst,
      span: ((window * burst) / requests) * SLACK,
      taken: [],
    }));
  }

  /**
   * Takes the next place.
   *
   * @param now milliseconds
   * @returns when the request may go. Ask again after waiting: {@link hold} moves the places.
   */
  take(now: number): () => number {
    const earliest = this.#limits.map(({ count, span, taken }) => (taken.at(-count) ?? -Infinity) + span);
    const place = Math.max(Math.max(now, this.#heldUntil) - this.#held, ...earliest);
    for (const { count, taken } of this.#limits) if (taken.push(place) > count) taken.shift();
    return () => place + this.#held;
  }

  /** The platform says to wait: nothing goes until then, and what follows keeps its distances. */
  hold(now: number, until: number): void {
    const from = Math.max(now, this.#heldUntil);
    if (until <= from) return;
    this.#held += until - from;
    this.#heldUntil = until;
  }
}
