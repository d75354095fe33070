import { MissingKeyError } from '../errors/missing-key-error.ts';
import { InvalidKeyError } from '../errors/invalid-key-error.ts';
import { RateLimitError } from '../errors/rate-limit-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { Fail } from '../errors/from-response.ts';
import type { KeySource, Secret } from '../auth/index.ts';
import type { KeyRequirement, Operation, Placement } from '../generated/operations/operation-table.ts';
import { attempt, type Outcome } from './attempt.ts';
import { sleepUntil } from './clock.ts';
import type { Connection } from './connection.ts';
import { withDeadline } from './deadline.ts';
import { tell } from './hooks.ts';
import { retryDelay } from './retry.ts';

/** Everything that is known about a call before its first attempt. */
export interface PreparedCall {
  readonly connection: Connection;
  readonly operationId: string;
  readonly method: string;
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

/**
 * The life of a call: wait for its place, then send it, until it succeeds, cannot be repeated, or the time is up.
 *
 * @returns the last outcome; a refusal is its error
 * @throws what ended the call from outside: a `TimeoutError`, the reason of the caller's signal, an unusable key
 */
export async function perform(call: PreparedCall): Promise<Outcome> {
  const { connection, timeout, signal } = call;
  const { clock, pacer } = connection;
  let last: Outcome | undefined;
  // The time-out begins when the call may go: whoever sends a thousand at once does not lose the last ones.
  const place = pacer?.take(clock.now());
  if (place) await reach(place, call, signal);
  const expired = (): Error =>
    call.fail(TimeoutError, `no complete answer within ${timeout} ms.`, {
      timeout,
      url: call.shownUrl(),
      isRetryable: call.idempotent,
      cause: last?.error,
    });
  const due = clock.now() + timeout;

  return withDeadline({ clock, timeout, signal, expired }, async (ended) => {
    const { required } = call;
    const refused = new Set<Secret>();
    let secret = await required?.source.current();
    for (let repeated = 0, number = 1; ; number++) {
      last = await attempt(call, required && secret && { ...required, secret }, number, ended);
      const { error, event } = last;
      if (!error) return last;
      if (event && error.candidates.length) tell(connection.hooks, 'refusal', { request: event, error });

      let delay: number | undefined;
      if (secret && error instanceof InvalidKeyError) {
        refused.add(secret);
        const other = await required?.source.refused(secret);
        if (other && !refused.has(other)) [secret, delay] = [other, 0];
      } else {
        delay = retryDelay({ error, repeated, retries: call.retries, left: due - clock.now(), random: connection.random });
        repeated++;
      }
      const now = clock.now();
      if (pacer && error instanceof RateLimitError && error.code === 'rate_limited') {
        pacer.hold(now, now + Math.min(error.retryAfter ?? delay ?? 0, LONGEST_HOLD));
      }
      if (delay === undefined) return last;
      const next = pacer?.take(now);
      const at = (): number => Math.max(now + (delay ?? 0), next?.() ?? 0);
      if (at() >= due) return last;
      if (event) tell(connection.hooks, 'retry', { request: event, error, delay: at() - now });
      await reach(at, call, ended);
    }
  });
}

/** Waits until a moment that may move while one waits. */
async function reach(moment: () => number, { connection: { clock } }: PreparedCall, signal?: AbortSignal | null): Promise<void> {
  while (moment() > clock.now()) await sleepUntil(clock, moment(), signal);
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
