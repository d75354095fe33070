/** An API key (or access token) and what it was at any moment. */
import type { Row } from './table.ts';
import type { SealedSecret } from './vault.ts';

export type KeyStatus = 'active' | 'disabled' | 'deleted';
export type DisabledReason = 'by_user' | 'plan_downgraded';

/** One entry of a key's history; the last one is what the dashboard shows. */
export interface KeyChange {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly status: KeyStatus;
  readonly reason: DisabledReason | null;
}

export interface Key extends Row {
  readonly accountId: string;
  readonly platform: string;
  /** Name of the security scheme that the key belongs to. */
  readonly scheme: string;
  readonly name: string;
  readonly sealed: SealedSecret;
  /** What a list shows: the beginning and, where the platform could show the key again, the end. */
  readonly masked: string;
  readonly history: readonly [KeyChange, ...KeyChange[]];
  readonly scopes: readonly string[];
  /** Instances that the key is locked to; `null`: all. */
  readonly instances: readonly string[] | null;
  readonly createdAt: number;
  readonly expiresAt: number | null;
}

/** A key's use, kept apart so that a request does not rewrite the key. */
export interface KeyUse extends Row {
  readonly lastUsedAt: number | null;
  readonly requests: number;
}

/** What the key is now, as the dashboard sees it. */
export function currentState(key: Key): KeyChange {
  return key.history[key.history.length - 1] ?? key.history[0];
}

/**
 * What the key is for a request at `now` on a platform that lags `delay` milliseconds behind its dashboard.
 * Before its first change has arrived a key is what it was created as.
 */
export function effectiveState(key: Key, now: number, delay: number): KeyChange {
  let state = key.history[0];
  for (const change of key.history) if (change.at + delay <= now) state = change;
  return state;
}

/** `sk_live_ab••••` for a hashed key, `ab12••••yz89` for one that can be shown again. */
export function mask(secret: string, start: string, revealable: boolean): string {
  const end = revealable && secret.length >= 12 ? secret.slice(-4) : '';
  return `${revealable ? start.slice(0, 4) : start}••••${end}`;
}
