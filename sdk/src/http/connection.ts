import { checkKey, environmentKey, type Secret } from '../auth/index.ts';
import type { Profile } from '../platforms/profile.ts';

/**
 * Anything with the call of `fetch`: the runtime's, a mock's, one that goes through a proxy. The signal that ends a call
 * comes beside the request; one that wraps another `fetch` hands it on, so that a connection is closed on time-out.
 */
export type Fetch = (request: Request, init: { readonly signal: AbortSignal }) => Promise<Response>;

/** What every client takes. */
export interface ConnectionOptions {
  /** Where to send requests; the real platform by default. A mock's address, for example. */
  readonly baseUrl?: string | undefined;
  /** What sends requests; the global `fetch` of the moment by default. */
  readonly fetch?: Fetch | undefined;
  /** Milliseconds until a call ends with a `TimeoutError`, its body included; 30,000 by default. */
  readonly timeout?: number | undefined;
}

/** One caller's way to one platform. */
export interface Connection {
  readonly profile: Profile;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly timeout: number;
  /** By security scheme. */
  readonly keys: Readonly<Record<string, Secret | undefined>>;
  /** How this caller gives a key: `apiKey`, `keys.pingback`. */
  readonly nameOf: (option: string) => string;
}

/** The longest time that timers can wait; they fire at once when given more. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** No credentials, query or fragment: they would be shown in errors, or be lost when a path is appended. */
const BASE_URL = /^https?:\/\/[^\s?#@]+$/;

/**
 * Checks what a caller gave and holds it.
 *
 * @param given the keys by security scheme; one that is undefined is looked up in the environment
 * @throws InvalidKeyError for a malformed key, TypeError for an option that cannot be used
 */
export function connect(
  profile: Profile,
  options: ConnectionOptions,
  given: Readonly<Record<string, unknown>>,
  nameOf: Connection['nameOf'] = (option) => option,
): Connection {
  const { platform, server } = profile.placement;
  const { baseUrl = server, fetch = (request, init) => globalThis.fetch(request, init), timeout = 30_000 } = options;
  const keys: Record<string, Secret> = {};
  for (const [scheme, { option, variable = '' }] of Object.entries(profile.keys)) {
    const key = given[scheme] ?? environmentKey(variable);
    if (key !== undefined) keys[scheme] = checkKey(key, key === given[scheme] ? nameOf(option) : variable, platform);
  }
  if (!BASE_URL.test(baseUrl)) {
    throw new TypeError(`${profile.title}: baseUrl must be an http(s) address without credentials, query or fragment.`);
  }
  return { profile, baseUrl, fetch, timeout: checkTimeout(timeout), keys, nameOf };
}

export function checkTimeout(timeout: unknown): number {
  if (typeof timeout === 'number' && timeout > 0 && timeout <= LONGEST_TIMEOUT) return timeout;
  throw new TypeError(`timeout must be a number of milliseconds from 1 to ${LONGEST_TIMEOUT}.`);
}
