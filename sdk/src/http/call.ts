import { InvalidKeyError } from '../errors/invalid-key-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { ChaveiroError } from '../errors/chaveiro-error.ts';
import type { Secret } from '../auth/index.ts';
import { attempt, type Outcome } from './attempt.ts';
import { sleep } from './clock.ts';
import { withDeadline } from './deadline.ts';
import { tell } from './hooks.ts';
import type { PreparedCall } from './prepare.ts';
import { retryDelay } from './retry.ts';

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
export function perform(call: PreparedCall): Promise<Outcome> {
  const { clock, pacer, hooks, timeout, idempotent: isRetryable } = call;
  const source = call.key?.source;
  let last: Outcome | undefined;
  let waiting: ChaveiroError | undefined;
  // Between attempts, what went wrong is worth more than that the time is up.
  const expired = (): Error =>
    waiting ?? call.fail(TimeoutError, `no complete answer within ${timeout} ms.`, { timeout, isRetryable, cause: last?.error });

  return withDeadline({ clock, timeout, signal: call.signal, expired }, async (signal, time) => {
    if (pacer) {
      // A key that takes its time comes first: otherwise all that got their turn meanwhile would go at once.
      await source?.current();
      // The time-out stands still meanwhile: whoever sends a thousand at once does not lose the last ones.
      await time.pause(() => pacer.turn(signal, false));
    }
    const refused = new Set<Secret>();
    let secret = await source?.current();
    for (let repeated = 0, number = 1; ; number++) {
      // A `fetch` that ignores its signal, and a key that comes too late, lead here.
      signal.throwIfAborted();
      last = await attempt(call, secret, number, signal);
      const { error, event, answer } = last;
      if (answer) pacer?.learn(Number(answer.headers.get('ratelimit-limit-quotas')));
      if (!error) return last;
      if (error.candidates.length) tell(hooks, 'refusal', { request: event, error });

      waiting = error;
      let delay: number | undefined;
      if (source && secret && error instanceof InvalidKeyError) {
        refused.add(secret);
        let other: Secret | undefined;
        try {
          other = await source.refused(secret);
        } catch {
          // Without another key, for whatever reason, what the platform said is what the caller has to know.
        }
        if (other && !refused.has(other) && refused.size < MOST_KEYS) [secret, delay] = [other, 0];
      } else delay = retryDelay({ error, repeated: repeated++, retries: call.retries, random: call.random });
      const now = clock.now();
      if (error.code === 'rate_limited') pacer?.hold(now + Math.min(error.retryAfter ?? delay ?? 0, LONGEST_HOLD));
      if (delay === undefined || Math.max(now + delay, pacer?.free() ?? 0) >= time.due) return last;
      tell(hooks, 'retry', { request: event, error, delay });
      if (delay) await sleep(clock, delay, signal);
      await pacer?.turn(signal, true);
      waiting = undefined;
    }
  });
}
