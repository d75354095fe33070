import type { Pace } from '../generated/operations/operation-table.ts';
import type { Clock } from './clock.ts';

/** The platform's clock and the network shift requests a little against each other: everything takes a little longer. */
const SLACK = 1.02;

/** What is named beyond this is no limit that anybody has. */
const MOST_REQUESTS = 100_000;

/** What one limit allows. */
interface Limit {
  /** When the next request may go. */
  free(): number;
  take(at: number): void;
  /** The platform has named how many a window takes. */
  learn?(requests: number): void;
}

/** A bucket of `burst`, refilled one by one. Requests that follow each other go evenly, so the bucket fills up a little. */
function bucket({ requests, window }: Pace, burst: number): Limit {
  const refill = (window / requests) * SLACK;
  let full = -Infinity;
  return {
    free: () => full - refill * (burst - 1),
    take: (at) => void (full = Math.max(full, at) + refill),
  };
}

/** Never more than `requests` in any `window`, wherever the platform's own windows begin. */
function rollingWindow({ requests, window }: Pace): Limit {
  const taken: number[] = [];
  return {
    free: () => (taken.at(-requests) ?? -Infinity) + window * SLACK,
    take: (at) => void (taken.push(at) > 2 * requests && taken.splice(0, requests)),
    learn: (named) => void (requests = named),
  };
}

/**
 * Spreads the requests of one client so that the platform's rate limits are not hit: the first ones go at once, the others
 * in the order of asking. Whoever asks again, after a refusal, has waited already and goes first.
 */
export class Pacer {
  readonly #clock: Clock;
  readonly #limits: readonly Limit[];
  /** Those who ask again, and those who ask. */
  readonly #queues = [new Set<() => void>(), new Set<() => void>()] as const;
  #heldUntil = -Infinity;
  /** One timer for all who wait. */
  #timer: unknown;

  constructor(limits: readonly Pace[], clock: Clock) {
    this.#clock = clock;
    this.#limits = limits.map((limit) => (limit.burst ? bucket(limit, limit.burst) : rollingWindow(limit)));
  }

  /** When the next request may go, in milliseconds. */
  get free(): number {
    return Math.max(this.#heldUntil, ...this.#limits.map((limit) => limit.free()));
  }

  /**
   * Waits for the turn of a request. Whoever leaves gives the place to the next one.
   *
   * @param again whether this is a request that was refused before
   * @throws the reason of the signal, at once when that aborts
   */
  turn(signal: AbortSignal | null | undefined, again: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const queue = this.#queues[again ? 0 : 1];
      const go = (): void => (signal?.removeEventListener('abort', leave), resolve());
      const leave = (): void => (queue.delete(go), this.#serve(), reject(signal?.reason as Error));
      signal?.addEventListener('abort', leave, { once: true });
      queue.add(go);
      this.#serve();
    });
  }

  /** The platform says to wait: nothing goes until then. */
  hold(until: number): void {
    this.#heldUntil = Math.max(this.#heldUntil, until);
  }

  /** The platform has named its limit: it counts from now on, where it is one of requests in a window. */
  learn(named: number): void {
    if (!(named >= 1 && named <= MOST_REQUESTS)) return;
    for (const limit of this.#limits) limit.learn?.(named);
    this.#serve();
  }

  #serve(): void {
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    for (;;) {
      const [again, first] = this.#queues;
      const queue = again.size ? again : first;
      const [go] = queue;
      if (!go) return;
      const now = this.#clock.now();
      const wait = this.free - now;
      if (wait > 0) {
        this.#timer = this.#clock.setTimeout(() => this.#serve(), wait);
        return;
      }
      for (const limit of this.#limits) limit.take(now);
      queue.delete(go);
      go();
    }
  }
}
