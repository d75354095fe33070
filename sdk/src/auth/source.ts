import { ChaveiroError } from '../errors/chaveiro-error.ts';
import { MissingKeyError } from '../errors/missing-key-error.ts';
import type { Clock } from '../http/clock.ts';
import { checkKey, type Secret } from './key.ts';
import { scrubError } from './redact.ts';

/**
 * Where the key of each call comes from. A string, a function and a {@link keyRing} all become one.
 *
 * ```ts
 * const factory: KeySourceFactory = keyRing([currentKey, nextKey]); // what makes one, once a client is there
 * ```
 */
export interface KeySource {
  /** The key to use now. */
  current(): Secret | Promise<Secret>;
  /** The platform refused this one. @returns another one to try, or undefined where there is none */
  refused(key: Secret): Secret | undefined | Promise<Secret | undefined>;
}

/**
 * Asks a secret manager or a vault for the key. However many calls want it at once, it runs once; it runs again after five
 * minutes, and when the platform refuses the key it gave.
 *
 * ```ts
 * const apiKey: KeyFunction = async () => (await vault.read('pingback')).key;
 * const pingback = new Pingback({ apiKey });
 * ```
 */
export type KeyFunction = () => string | Promise<string>;

/**
 * What {@link keySource}, {@link keyRing} and `keyFile` make: a source that begins to work in a client.
 *
 * ```ts
 * const apiKey: KeySourceFactory = keySource(() => vault.read('pingback'));
 * ```
 */
export interface KeySourceFactory {
  (context: KeyContext): KeySource;
  /** Tells it from a function that gives a key. */
  readonly isKeySource: true;
}

/**
 * What a client takes as a key: the key itself, a function that gives it, or what {@link keySource}, {@link keyRing} and
 * `keyFile` make.
 *
 * ```ts
 * const clientFor = (apiKey: KeyInput) => new Zenvio({ apiKey });
 * ```
 */
export type KeyInput = string | KeyFunction | KeySourceFactory;

/**
 * What a source needs of its client.
 *
 * ```ts
 * const nameOf = ({ platform, from }: KeyContext) => `${platform}, ${from}`; // 'zenvio, apiKey'
 * ```
 */
export interface KeyContext {
  /** How the caller gave the key, for messages. */
  readonly from: string;
  /** `pingback`, `rdstation`, `zenvio` or `console`. */
  readonly platform: string;
  /** The client's clock. */
  readonly clock: Clock;
}

/** Milliseconds for which a function's key is kept. */
const TIME_TO_LIVE = 300_000;
/** Milliseconds during which a function that failed, or gave a refused key once more, is not asked again. */
const PATIENCE = 1000;
/** Milliseconds after which a function that has not answered is asked afresh: one that hangs must not hold all calls for ever. */
const LONGEST_ASK = 10_000;

export function sourceOf(input: unknown, context: KeyContext): KeySource {
  if (typeof input !== 'function') {
    const key = checkKey(input, context.from, context.platform);
    return { current: () => key, refused: () => undefined };
  }
  return 'isKeySource' in input ? (input as KeySourceFactory)(context) : functionSource(input as KeyFunction, context);
}

/**
 * A function's key, kept for a while. However many calls want it at once, the function runs once. A function that fails
 * when its key is due to be renewed changes nothing: the key that it gave before is used on.
 *
 * @param timeToLive milliseconds
 */
export function functionSource(ask: KeyFunction, { from, platform, clock }: KeyContext, timeToLive = TIME_TO_LIVE): KeySource {
  let kept: Secret | undefined;
  let renewAt = 0;
  let asking: Promise<Secret> | undefined;
  let askedAt = 0;
  let insistedAt = -Infinity;

  const failed = (thrown: unknown): never => {
    if (thrown instanceof ChaveiroError) throw thrown;
    const cause = scrubError(thrown, (text) => kept?.scrub(text) ?? text);
    throw new MissingKeyError(`no key: what gives ${from} failed.`, { platform, cause, isRetryable: true });
  };
  const refresh = (): Promise<Secret> => {
    if (asking && clock.now() - askedAt < LONGEST_ASK) return asking;
    askedAt = clock.now();
    const question: Promise<Secret> = Promise.resolve()
      .then(ask)
      .catch(failed)
      .then((key) => {
        const fresh = checkKey(key, from, platform);
        // An answer that comes after the function was asked afresh is out of date.
        if (asking !== question) return fresh;
        renewAt = clock.now() + timeToLive;
        // The same key stays the same object, so that a refusal of it is known as one.
        return (kept = kept?.reveal() === fresh.reveal() ? kept : fresh);
      })
      .finally(() => {
        if (asking === question) asking = undefined;
      });
    return (asking = question);
  };
  return {
    current() {
      if (!kept) return refresh();
      if (clock.now() < renewAt) return kept;
      return refresh().catch(() => {
        renewAt = clock.now() + PATIENCE;
        return kept as Secret;
      });
    },
    async refused(key) {
      // An answer that was under way may be older than the refusal: then it is asked for once more.
      for (let underWay = asking; ; underWay = undefined) {
        if (kept !== key) return kept;
        if (clock.now() - insistedAt < PATIENCE) return undefined;
        const fresh = await refresh();
        if (fresh !== key) return fresh;
        if (!underWay) {
          insistedAt = clock.now();
          return undefined;
        }
      }
    },
  };
}
