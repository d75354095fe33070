import type { Clock } from '../http/clock.ts';
import { checkKey, type Secret } from './key.ts';

/**
 * Where the key of each call comes from.
 *
 * `current` gives the key to use now; `refused` is told of one that the platform refused, and gives another one to try, or
 * undefined where there is none. A string, a function and a {@link keyRing} all become one.
 */
export interface KeySource {
  current(): Secret | Promise<Secret>;
  refused(key: Secret): Secret | undefined | Promise<Secret | undefined>;
}

/** Asks a secret manager, a file, a vault. Asked again when its time to live has passed, and when its key was refused. */
export type KeyFunction = () => string | Promise<string>;

/** Something that makes a source once the client is known, as {@link keyRing} does. */
export interface KeySourceFactory {
  (context: KeyContext): KeySource;
  readonly isKeySource: true;
}

/** What a client takes as a key. */
export type KeyInput = string | KeyFunction | KeySourceFactory;

/** What a source needs of its client. */
export interface KeyContext {
  /** How the caller gave the key, for messages. */
  readonly from: string;
  readonly platform: string;
  readonly clock: Clock;
}

/** Milliseconds for which a function's key is kept. */
const TIME_TO_LIVE = 300_000;
/** Milliseconds during which a function that gave a refused key once more is not asked again. */
const PATIENCE = 1000;

export function sourceOf(input: unknown, context: KeyContext): KeySource {
  if (typeof input !== 'function') {
    const key = checkKey(input, context.from, context.platform);
    return { current: () => key, refused: () => undefined };
  }
  return 'isKeySource' in input ? (input as KeySourceFactory)(context) : functionSource(input as KeyFunction, context);
}

/** A function's key, kept for a while. However many calls want it at once, the function runs once. */
export function functionSource(ask: KeyFunction, { from, platform, clock }: KeyContext, timeToLive = TIME_TO_LIVE): KeySource {
  let kept: Secret | undefined;
  let askedAt = 0;
  let asking: Promise<Secret> | undefined;
  let insistedAt = -Infinity;
  const refresh = (): Promise<Secret> =>
    (asking ??= Promise.resolve()
      .then(ask)
      .then((key) => {
        askedAt = clock.now();
        const fresh = checkKey(key, from, platform);
        // The same key stays the same object, so that a refusal of it is known as one.
        return (kept = kept?.reveal() === fresh.reveal() ? kept : fresh);
      })
      .finally(() => (asking = undefined)));
  return {
    current: () => (kept && clock.now() - askedAt < timeToLive ? kept : refresh()),
    async refused(key) {
      if (kept !== key) return kept;
      if (clock.now() - insistedAt < PATIENCE) return undefined;
      const fresh = await refresh();
      if (fresh !== key) return fresh;
      insistedAt = clock.now();
      return undefined;
    },
  };
}
