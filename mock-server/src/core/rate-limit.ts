/** Counts requests as a policy's `rateLimits` say: a token bucket where there is a burst, else a fixed window. */
import type { RateLimit } from '@chaveiro/openapi/policy';
import { milliseconds } from './clock.ts';
import type { Row, Table } from './table.ts';

/** The state of one limit for one subject. Bucket: tokens left at `at`; window: requests used since `at`. */
export interface Meter extends Row {
  readonly at: number;
  readonly amount: number;
}

/** Meters by limit and subject; part of a session, so that reset and snapshots see them. */
export type Meters = Pick<Table<Meter>, 'get' | 'put'>;

type Taken = Pick<Meter, 'at' | 'amount'>;

export interface LimitHit {
  readonly limit: RateLimit;
  readonly usage: number;
  readonly remainingSeconds: number;
}

/** A limit and whose requests it counts (an account's id, a lead's address). */
export interface Counted {
  readonly limit: RateLimit;
  readonly subject: string;
}

/**
 * Takes one request from every limit, or from none when one of them is used up.
 * @returns the limit that refused, or `undefined`.
 */
export function takeFromAll(meters: Meters, counted: readonly Counted[], now: number): LimitHit | undefined {
  const taken: Meter[] = [];
  for (const { limit, subject } of counted) {
    const id = `${limit.id} ${subject}`;
    const result = limit.burst ? takeToken(meters.get(id), limit, limit.burst, now) : takeSlot(meters.get(id), limit, now);
    if ('usage' in result) return result;
    taken.push({ id, ...result });
  }
  for (const meter of taken) meters.put(meter);
  return undefined;
}

function takeToken(meter: Meter | undefined, limit: RateLimit, burst: number, now: number): Taken | LimitHit {
  const perMs = limit.requests / milliseconds(limit.window);
  // A clock that was set back has not filled the bucket, and must not drain it either.
  const tokens = meter ? Math.min(burst, meter.amount + Math.max(0, now - meter.at) * perMs) : burst;
  // A float's last bit must not refuse the request that comes exactly on time.
  if (tokens < 1 - 1e-9) {
    return { limit, usage: limit.requests + 1, remainingSeconds: Math.ceil((1 - tokens) / perMs / 1000) };
  }
  return { at: now, amount: tokens - 1 };
}

function takeSlot(meter: Meter | undefined, limit: RateLimit, now: number): Taken | LimitHit {
  const window = milliseconds(limit.window);
  // A window that begins later than now is one that a clock set back has not come to.
  if (!meter || now < meter.at || now >= meter.at + window) return { at: now, amount: 1 };
  if (meter.amount >= limit.requests) {
    return { limit, usage: meter.amount + 1, remainingSeconds: Math.ceil((meter.at + window - now) / 1000) };
  }
  return { at: meter.at, amount: meter.amount + 1 };
}
