import { MissingKeyError } from '../errors/missing-key-error.ts';
import { InvalidKeyError } from '../errors/invalid-key-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { ChaveiroError } from '../errors/chaveiro-error.ts';
import type { Fail } from '../errors/from-response.ts';
import type { KeySource, Secret } from '../auth/index.ts';
import type { KeyRequirement, Operation, Placement } from '../generated/operations/operation-table.ts';
import { attempt, type Outcome } from './attempt.ts';
import { sleep } from './clock.ts';
import type { Connection } from './connection.ts';
import { withDeadline } from './deadline.ts';
import { tell } from './hooks.ts';
import { retryDelay } from './retry.ts';

/** Everything that is known about a call before its first attempt. */
export interface PreparedCall {
  readonly connection: Connection;
  readonly operationId: string;
  readonly method: string;
  /** `/contacts/{email}` */
  readonly template: string;
  /** Without the key. */
  readonly url: string;
  /** As people may see it: secrets in the address show as `••••`. */
  readonly shownUrl: () => string;
  /** Without the key; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** Further settings of `fetch`. */
  readonly init?: RequestInit | undefined;
  readonly signal?: AbortSignal | null | undefined;
  /** Milliseconds. */
  readonly timeout: number;
  readonly retries: number;
  /** Whether the platform takes a repeated call once. */
  readonly idempotent: boolean;
  /** Whether a success is JSON. */
  readonly parses: boolean;
  readonly required: RequiredKey | undefined;
  /** The ids in the address, for an operation that takes no key. */
  readonly pathSecrets: readonly string[];
  /** Makes an error that says which call it is about. */
  readonly fail: Fail;
}

/** The key that a call takes. */
export interface RequiredKey extends KeyRequirement {
  readonly placement: Placement;
  readonly source: KeySource;
}

/** The longest time for which one refusal holds all calls of a client, in milliseconds: the longest window of a policy. */
const LONGEST_HOLD = 60_000;

/** How many keys one call may try: as many as an account of any platform has at once. */
const MOST_KEYS = 5;

/**
 * The life of a call: wait for its turn, then send it, until it succeeds, cannot be repeated, or the time is up.
 *
 * @returns the last outcome; a refusal is its error
 * @throws what ended the call from outside: a `TimeoutError`, the reason of the caller's signal, an unusable key
 */
export async function perform(call: PreparedCall): Promise<Outcome> {
  const { connection, timeout, signal, required } = call;
  const { clock, pacer, hooks } = connection;
  let last: Outcome | undefined;
  let waiting: ChaveiroError | undefined;
  // Between attempts, what went wrong is worth more than that the time is up.
  const expired = (): Error =>
    waiting ??
    call.fail(TimeoutError, `no complete answer within ${timeout} ms.`, {
      timeout,
      url: call.shownUrl(),
      isRetryable: call.idempotent,
      cause: last?.error,
    });
  let left = timeout;
  const inTime = <T>(work: (ended: AbortSignal) => Promise<T>): Promise<T> =>
    withDeadline({ clock, timeout: left, signal, expired }, work);

  if (pacer) {
    // A key that takes its time comes first: otherwise all that got their turn meanwhile would go at once.
    const key = required?.source.current();
    if (key instanceof Promise) {
      const began = clock.now();
      await inTime(() => key);
      left -= clock.now() - began;
    }
    // The time-out stands still meanwhile: whoever sends a thousand at once does not lose the last ones.
    await pacer.turn(signal, false);
  }
  const due = clock.now() + left;

  return inTime(async (ended) => {
    const refused = new Set<Secret>();
    let secret = await required?.source.current();
    for (let repeated = 0, number = 1; ; number++) {
      // A `fetch` that ignores its signal, and a key that comes too late, lead here.
      ended.throwIfAborted();
      last = await attempt(call, required && secret && { ...required, secret }, number, ended);
      const { error, event, answer } = last;
      if (answer) pacer?.learn(Number(answer.headers.get('ratelimit-limit-quotas')));
      if (!error) return last;
      if (event && error.candidates.length) tell(hooks, 'refusal', { request: event, error });

      waiting = error;
      let delay: number | undefined;
      if (secret && error instanceof InvalidKeyError) {
        refused.add(secret);
        const other = await required?.source.refused(secret);
        if (other && !refused.has(other) && refused.size < MOST_KEYS) [secret, delay] = [other, 0];
      } else {
        delay = retryDelay({ error, repeated, retries: call.retries, random: connection.random });
        repeated++;
      }
      const now = clock.now();
      if (error instanceof RateLimitError && error.code === 'rate_limited') {
        pacer?.hold(now + Math.min(error.retryAfter ?? delay ?? 0, LONGEST_HOLD));
      }
      if (delay === undefined || Math.max(now + delay, pacer?.free ?? 0) >= due) return last;
      if (event) tell(hooks, 'retry', { request: event, error, delay });
      if (delay) await sleep(clock, delay, ended);
      await pacer?.turn(ended, true);
      waiting = undefined;
    }
  });
}

/**
 * The first of the operation's keys that the caller has; undefined for an operation that takes none.
 *
 * @throws MissingKeyError where the caller has none of the keys that the operation takes
 */
export function requiredKey({ security }: Operation, { profile, keys, nameOf }: Connection, fail: Fail): RequiredKey | undefined {
  for (const requirement of security) {
    const source = keys[requirement.scheme];
    const placement = profile.table.schemes[requirement.scheme];
    if (source && placement) return { ...requirement, placement, source };
  }
  const wanted = security[0] && profile.keys[security[0].scheme];
  if (!wanted) return undefined;
  const { option, variable, hint = '' } = wanted;
  const ways = `Give ${nameOf(option)}${variable ? ` or set ${variable}` : ''}. ${hint}`.trim();
  throw fail(MissingKeyError, `no key. ${ways}`, { hint: ways });
}
