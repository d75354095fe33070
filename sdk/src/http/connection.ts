import { environmentKey, sourceOf, type KeySource } from '../auth/index.ts';
import type { Profile } from '../platforms/profile.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Hooks } from './hooks.ts';
import { Pacer } from './pace.ts';
import type { PlatformSchemas, Validate } from './validation.ts';

/**
 * Anything with the call of `fetch`: the runtime's, a mock's, one that goes through a proxy.
 *
 * ```ts
 * const fetch: Fetch = (url, init) => globalThis.fetch(url, { ...init, dispatcher: proxy } as RequestInit);
 * ```
 */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * What every client takes.
 *
 * ```ts
 * const settings: ConnectionOptions = { timeout: 10_000, retries: 4, hooks: debugLog() };
 * ```
 */
export interface ConnectionOptions {
  /** Where to send requests; the real platform by default. A mock's address, for example. */
  readonly baseUrl?: string | undefined;
  /** What sends requests; the global `fetch` of the moment by default. */
  readonly fetch?: Fetch | undefined;
  /**
   * Milliseconds until a call ends with a `TimeoutError`, all its attempts and the body included; 30,000 by default. They
   * count from when the call may go: waiting for its turn does not.
   */
  readonly timeout?: number | undefined;
  /** How often a call is sent again where that is safe and may help; 2 by default. Another key is tried besides. */
  readonly retries?: number | undefined;
  /** Whether calls wait so that the platform's rate limits are not hit; true by default. */
  readonly pace?: boolean | undefined;
  /** What is told of requests, answers, retries, refusals and drift. */
  readonly hooks?: Hooks | readonly Hooks[] | undefined;
  /** Whether bodies are checked against the document: `warn` reports drift, `strict` throws; `off` by default. */
  readonly validate?: Validate | undefined;
  /** The platform's schemas from `@chaveiro/sdk/schemas`, for `validate`. */
  readonly schemas?: PlatformSchemas | undefined;
  /** Time; the runtime's own by default. */
  readonly clock?: Clock | undefined;
  /** A number from 0 up to 1, for the jitter of retries; `Math.random` by default. */
  readonly random?: (() => number) | undefined;
}

/** One caller's way to one platform. */
export interface Connection {
  readonly profile: Profile;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly timeout: number;
  readonly retries: number;
  readonly pacer: Pacer | undefined;
  readonly hooks: readonly Hooks[];
  readonly validate: Validate;
  readonly schemas: PlatformSchemas | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  /** By security scheme. */
  readonly keys: Readonly<Record<string, KeySource | undefined>>;
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
  const { platform, server, pace } = profile.table;
  const { baseUrl = server, timeout = 30_000, retries = 2, clock = systemClock, validate = 'off', schemas, hooks = [] } = options;
  const keys: Record<string, KeySource> = {};
  for (const [scheme, { option, variable = '' }] of Object.entries(profile.keys)) {
    const key = given[scheme] ?? environmentKey(variable);
    const from = key === given[scheme] ? nameOf(option) : variable;
    if (key !== undefined) keys[scheme] = sourceOf(key, { from, platform, clock });
  }
  const refuse = (what: string): never => {
    throw new TypeError(`${profile.title}: ${what}.`);
  };
  if (!BASE_URL.test(baseUrl)) refuse('baseUrl must be an http(s) address without credentials, query or fragment');
  if (!(Number.isInteger(retries) && retries >= 0)) refuse('retries must be a whole number from 0');
  checkValidate(validate, schemas, profile);
  return {
    profile,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    timeout: checkTimeout(timeout),
    retries,
    pacer: options.pace !== false && pace.length ? new Pacer(pace, clock) : undefined,
    hooks: Array.isArray(hooks) ? (hooks as readonly Hooks[]) : [hooks as Hooks],
    validate,
    schemas,
    clock,
    random: options.random ?? Math.random,
    keys,
    nameOf,
  };
}

export function checkTimeout(timeout: unknown): number {
  if (typeof timeout === 'number' && timeout > 0 && timeout <= LONGEST_TIMEOUT) return timeout;
  throw new TypeError(`timeout must be a number of milliseconds from 1 to ${LONGEST_TIMEOUT}.`);
}

export function checkValidate(validate: Validate, schemas: PlatformSchemas | undefined, { title, table }: Profile): void {
  if (!['off', 'warn', 'strict'].includes(validate)) throw new TypeError("validate must be 'off', 'warn' or 'strict'.");
  if (validate === 'off' || schemas?.platform === table.platform) return;
  throw new TypeError(`validate: '${validate}' needs the schemas of ${title}: give them as schemas, from @chaveiro/sdk/schemas.`);
}
