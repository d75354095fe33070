/** Faults on purpose: what goes wrong, for which requests, how often. Seeded, so that a run can be repeated. */
import type { Duration } from './clock.ts';
import type { Ids } from './ids.ts';
import type { Row, Table } from './table.ts';

/** `after` counts the bytes of the body that still come through. */
export type FaultEffect =
  /** An answer of any status, whether the document has it or not. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The right answer, later. `jitter` adds up to that much, by the seed. */
  | { readonly kind: 'latency'; readonly delay: Duration; readonly jitter?: Duration }
  /** The connection ends. `after` an answer was made: the request took effect, and nobody learns of it. */
  | { readonly kind: 'drop'; readonly when?: 'before' | 'after' }
  /** The body stops coming, and the connection stays open. */
  | { readonly kind: 'stall'; readonly after?: number }
  /** The body ends too early, and so does the connection. */
  | { readonly kind: 'truncate'; readonly after?: number }
  /** A complete answer whose body is no JSON. */
  | { readonly kind: 'malformed' }
  /** A gateway's HTML page. */
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'content_type'; readonly contentType: string }
  /** 429 in the platform's own words. */
  | { readonly kind: 'rate_limited' };

/** Which requests a fault hits; what is left out matches everything. */
export interface FaultTarget {
  readonly platform?: string;
  readonly operationId?: string;
  readonly method?: string;
  readonly keyId?: string;
  readonly accountId?: string;
}

export interface NewFault {
  readonly effect: FaultEffect;
  readonly on?: FaultTarget;
  /** How many requests it hits before it is used up; default: all. */
  readonly times?: number;
  /** Of matching requests, the share that it hits, from 0 to 1; default 1. */
  readonly probability?: number;
}

export interface Fault extends Row {
  readonly effect: FaultEffect;
  readonly on: FaultTarget;
  /** Hits that are left; `null`: no end. */
  readonly left: number | null;
  readonly probability: number;
  readonly hits: number;
}

/** A request as faults see it; the key is looked for only when a fault asks for it. */
export interface FaultSubject {
  readonly platform: string;
  readonly operationId: string;
  readonly method: string;
  readonly key: () => { readonly id: string; readonly accountId: string } | undefined;
}

/** @throws {RangeError} for a probability outside 0 to 1, or a number of times that is no positive integer. */
export function addFault(faults: Table<Fault>, ids: Ids, wanted: NewFault): Fault {
  const { effect, on = {}, times, probability = 1 } = wanted;
  if (!(probability >= 0 && probability <= 1)) throw new RangeError('The probability of a fault is a number from 0 to 1.');
  if (times !== undefined && !(Number.isInteger(times) && times > 0))
    throw new RangeError('A fault hits 1 or more times; leave "times" out for no end.');
  return faults.insert({ id: ids.id('fault'), effect, on, left: times ?? null, probability, hits: 0 });
}

/** The first fault that hits this request; it counts the hit, and goes when it is used up. */
export function takeFault(faults: Table<Fault>, ids: Ids, subject: FaultSubject): Fault | undefined {
  for (const fault of faults.values()) {
    if (fault.left === 0 || !matches(fault.on, subject)) continue;
    if (fault.probability < 1 && ids.random() >= fault.probability) continue;
    return faults.update(fault.id, { hits: fault.hits + 1, left: fault.left === null ? null : fault.left - 1 });
  }
  return undefined;
}

function matches(on: FaultTarget, subject: FaultSubject): boolean {
  if (on.platform !== undefined && on.platform !== subject.platform) return false;
  if (on.operationId !== undefined && on.operationId !== subject.operationId) return false;
  if (on.method !== undefined && on.method.toUpperCase() !== subject.method) return false;
  if (on.keyId === undefined && on.accountId === undefined) return true;
  const key = subject.key();
  return (on.keyId === undefined || key?.id === on.keyId) && (on.accountId === undefined || key?.accountId === on.accountId);
}
