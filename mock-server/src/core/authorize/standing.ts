/**
 * What the steps found of a good key, kept for as long as they would find it again: a client sends the same key with every
 * request. Rows never change in place, so nothing but another row, another setting or time can make them find otherwise.
 */
import type { Account } from '../account.ts';
import type { TraceStep } from '../decision.ts';
import type { Key } from '../key.ts';
import type { WayIn } from '../scheme.ts';
import { credentialAt } from './credential.ts';
import type { Progress } from './progress.ts';

export interface Standing {
  readonly steps: readonly TraceStep[];
  readonly account: Account;
  readonly propagationDelay: number;
  /** Milliseconds since the epoch from which on, and before which, the key's own history says the same. */
  readonly from: number;
  readonly until: number;
  /** These steps and those of the request that came last. */
  last?: readonly TraceStep[];
}

const standings = new WeakMap<WayIn, WeakMap<Key, Standing>>();

/** @param steps of the first key of `way`, all of which passed. */
export function remember(way: WayIn, { key, account, now, session }: Progress, steps: readonly TraceStep[]): void {
  if (!key || !account) return;
  const { propagationDelay } = session.settings;
  const ofWay = standings.get(way) ?? new WeakMap<Key, Standing>();
  standings.set(way, ofWay);
  ofWay.set(key, { steps: [...steps], account, propagationDelay, ...sameUntil(key, propagationDelay, now) });
}

/** What is known of the key that a request brings, if it is good; `progress` then has what the first steps would have found. */
export function recall(way: WayIn, progress: Progress): Standing | undefined {
  const { session, credentials, now } = progress;
  const secret = credentialAt(way.scheme.placement, credentials);
  const key = secret === undefined ? undefined : session.findKey(secret);
  const standing = key && standings.get(way)?.get(key);
  if (!standing || now < standing.from || now >= standing.until) return undefined;
  if (standing.account !== session.accounts.get(key.accountId)) return undefined;
  if (standing.propagationDelay !== session.settings.propagationDelay) return undefined;
  progress.scheme = way.scheme;
  progress.scopes = way.scopes;
  progress.secret = secret;
  progress.key = key;
  progress.account = standing.account;
  return standing;
}

/** Every step in order. Where it says the same as last time it is the same list, since the journal keeps thousands. */
export function withSteps(standing: Standing, steps: readonly TraceStep[]): readonly TraceStep[] {
  const { last } = standing;
  const { length } = standing.steps;
  if (last?.length === length + steps.length && steps.every((step, index) => step === last[length + index])) return last;
  return (standing.last = [...standing.steps, ...steps]);
}

/** The moments around `now` at which a change of the key arrives, or its time ends. */
function sameUntil({ history, expiresAt }: Key, delay: number, now: number): Pick<Standing, 'from' | 'until'> {
  let [from, until] = [-Infinity, expiresAt ?? Infinity];
  for (const { at } of history) {
    const arrives = at + delay;
    if (arrives <= now) from = Math.max(from, arrives);
    else until = Math.min(until, arrives);
  }
  return { from, until };
}
