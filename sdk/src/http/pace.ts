import type { Pace } from '../generated/operations/operation-table.ts';
import { waitFor, type Clock } from './clock.ts';

/** The platform's clock and the network shift requests a little against each other: everything takes a little longer. */
const SLACK = 1.02;

/** What is named beyond this is no limit that anybody has. */
const MOST_REQUESTS = 100_000;

/** One limit, and what was taken of it. */
interface Limit {
  /** When requests went; of a bucket, when they would have gone had they come evenly. */
  readonly taken: number[];
  /** How many requests ago the one was that the next one has to wait for. */
  depth: number;
  /** Milliseconds between that one and the next one. */
  readonly wait: number;
  /** Milliseconds in which a bucket gets one back; 0 where the platform counts in windows. */
  readonly refill: number;
}

/**
 * A bucket of `burst` is refilled one by one; requests that follow each other go evenly, so it fills up a little. Of a window
 * there are never more than `requests`, wherever the platform's own windows begin.
 */
function limitOf({ requests, window, burst }: Pace): Limit {
  const refill = (window / requests) * SLACK;
  return burst
    ? { taken: [], depth: 1, wait: refill * (2 - burst), refill }
    : { taken: [], depth: requests, wait: window * SLACK, refill: 0 };
}

/**
 * Spreads the requests of one client so that the platform's rate limits are not hit: the first ones go at once, the others
 * in the order of asking. Whoever asks again, after a refusal, has waited already and goes first.
 */
export interface Pacer {
  /** When the next request may go, in milliseconds. */
  free(): number;
  /**
   * Waits for the turn of a request. Whoever leaves gives the place to the next one.
   *
   * @param again whether this is a request that was refused before
   * @throws the reason of the signal, at once when that aborts
   */
  turn(signal: AbortSignal | undefined, again: boolean): Promise<void>;
  /** The platform says to wait: nothing goes until then. */
  hold(until: number): void;
  /** The platform has named its limit: it counts from now on, where it is one of requests in a window. */
  learn(named: number): void;
}

export function pacerOf(paces: readonly Pace[], clock: Clock): Pacer {
  const limits = paces.map(limitOf);
  /** Those who ask again, and those who ask. */
  const queues = [new Set<() => void>(), new Set<() => void>()] as const;
  let heldUntil = -Infinity;
  /** One timer for all who wait. */
  let timer: unknown;

  const free = (): number =>
    Math.max(heldUntil, ...limits.map(({ taken, depth, wait }) => (taken.at(-depth) ?? -Infinity) + wait));
  const serve = (): void => {
    clock.clearTimeout(timer);
    for (const queue of queues) {
      for (const go of queue) {
        const now = clock.now();
        if (free() > now) {
          timer = clock.setTimeout(serve, free() - now);
          return;
        }
        for (const { taken, depth, refill } of limits) {
          // What is older counts no more.
          if (taken.push(Math.max(now, (taken.at(-1) ?? -Infinity) + refill)) > 2 * depth) taken.splice(0, depth);
        }
        queue.delete(go);
        go();
      }
    }
  };
  return {
    free,
    turn: (signal, again) =>
      waitFor(signal, (go) => {
        const queue = queues[again ? 0 : 1];
        queue.add(go);
        serve();
        return () => {
          queue.delete(go);
          serve();
        };
      }),
    hold(until) {
      heldUntil = Math.max(heldUntil, until);
    },
    learn(named) {
      if (!(named >= 1 && named <= MOST_REQUESTS)) return;
      for (const limit of limits) if (!limit.refill) limit.depth = named;
      serve();
    },
  };
}
