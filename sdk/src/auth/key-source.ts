import { functionSource, type KeyContext, type KeyFunction, type KeySource, type KeySourceFactory } from './source.ts';

/**
 * How long a key is kept.
 *
 * ```ts
 * const options: KeySourceOptions = { timeToLive: 60_000 };
 * ```
 */
export interface KeySourceOptions {
  /**
   * Milliseconds until the function is asked again, 300,000 by default; 0 to keep no key, `Infinity` to ask only when one
   * was refused.
   */
  readonly timeToLive?: number | undefined;
}

/**
 * A function that gives the key, with a time to live of its own.
 *
 * ```ts
 * const apiKey = keySource(() => vault.read('pingback'), { timeToLive: 60_000 });
 * const pingback = new Pingback({ apiKey });
 * ```
 *
 * @throws TypeError for a time to live that is none
 */
export function keySource(ask: KeyFunction, options: KeySourceOptions = {}): KeySourceFactory {
  const timeToLive = checkTimeToLive(options);
  return factoryOf((context) => functionSource(ask, context, timeToLive));
}

export function checkTimeToLive({ timeToLive }: KeySourceOptions): number | undefined {
  if (timeToLive === undefined || timeToLive >= 0) return timeToLive;
  throw new TypeError('timeToLive must be a number of milliseconds from 0.');
}

/** Marks what makes a source, so that it is told from a function that gives a key. */
export function factoryOf(make: (context: KeyContext) => KeySource): KeySourceFactory {
  return Object.assign((context: KeyContext) => make(context), { isKeySource: true as const });
}
