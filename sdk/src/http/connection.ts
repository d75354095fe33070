import { environmentKey, sourceOf, type KeySource } from '../auth/index.ts';
import { known } from '../errors/known.ts';
import type { Placement } from '../generated/operations/operation-table.ts';
import type { KeyOption, Profile } from '../platforms/profile.ts';
import { systemClock, type Clock } from './clock.ts';
import type { Hooks } from './hooks.ts';
import { pacerOf, type Pacer } from './pace.ts';
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

/** The key of one security scheme: how it is given, where it comes from, where it goes. */
export interface ConnectionKey extends KeyOption, Placement {
  readonly source: KeySource | undefined;
}

/** One caller's way to one platform. */
export interface Connection extends Omit<Profile, 'keys' | 'schemes'> {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly timeout: number;
  readonly retries: number;
  readonly pacer: Pacer | undefined;
  readonly hooks: readonly Hooks[];
  readonly validate: Validate;
  readonly schemas?: PlatformSchemas | undefined;
  readonly clock: Clock;
  readonly random: () => number;
  /** By security scheme. */
  readonly keys: Readonly<Record<string, ConnectionKey>>;
  /** How this caller gives a key: `apiKey`, `keys.pingback`. */
  readonly nameOf: (option: string) => string;
}

const DEFAULTS = {
  fetch: ((url, init) => globalThis.fetch(url, init)) as Fetch,
  timeout: 30_000,
  retries: 2,
  pace: true,
  hooks: [] as Hooks | readonly Hooks[],
  validate: 'off' as Validate,
  clock: systemClock,
  random: Math.random,
};

/** The longest time that timers can wait; they fire at once when given more. */
const LONGEST_TIMEOUT = 2_147_483_647;

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
  const { title, platform, server, pace } = profile;
  const settings = { ...DEFAULTS, baseUrl: server, ...known(options) };
  const { baseUrl, retries, hooks, clock } = settings;
  const keys: Record<string, ConnectionKey> = {};
  for (const [scheme, way] of Object.entries(profile.keys)) {
    const { option, variable = '' } = way;
    const key = given[scheme] ?? environmentKey(variable);
    const from = key === given[scheme] ? nameOf(option) : variable;
    const source = key === undefined ? undefined : sourceOf(key, { from, platform, clock });
    keys[scheme] = { ...way, ...(profile.schemes[scheme] as Placement), source };
  }
  refuseUnless(BASE_URL.test(baseUrl), title, 'baseUrl must be an http(s) address without user, query or fragment');
  refuseUnless(Number.isInteger(retries) && retries >= 0, title, 'retries must be a whole number from 0');
  const connection = {
    ...settings,
    ...profile,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    pacer: settings.pace && pace.length ? pacerOf(pace, clock) : undefined,
    hooks: [hooks].flat(),
    keys,
    nameOf,
  };
  checkCall(connection);
  return connection;
}

/** Checks what a client may say, and each of its calls in its place. */
export function checkCall(call: Pick<Connection, 'title' | 'platform' | 'timeout' | 'validate' | 'schemas'>): void {
  const { title, timeout, validate } = call;
  const inTime = Number.isFinite(timeout) && timeout > 0 && timeout <= LONGEST_TIMEOUT;
  refuseUnless(inTime, title, `timeout must be 1 to ${LONGEST_TIMEOUT} ms`);
  const checkable = validate === 'off' || (['warn', 'strict'].includes(validate) && call.schemas?.platform === call.platform);
  refuseUnless(checkable, title, "validate must be 'off', 'warn' or 'strict', with @chaveiro/sdk/schemas");
}

export function refuseUnless(fits: boolean, title: string, what: string): void {
  if (!fits) throw new TypeError(`${title}: ${what}.`);
}
