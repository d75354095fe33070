/** Faults on purpose: what goes wrong, for which requests, how often. Seeded, so that a run can be repeated. */
import { checkFault } from './check-fault.ts';
import { milliseconds, type Duration } from './clock.ts';
import { createIds, type Ids } from './ids.ts';
import type { Row, Table } from './table.ts';

/** `after` counts the bytes of the body that still come through; default: half of it. */
export type FaultEffect =
  /** An answer of this status. Without a `body` it is the document's own for this status, where it has one. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The right answer, later, on the session's clock. `jitter` adds up to that much, by the seed. */
  | { readonly kind: 'latency'; readonly delay: Duration; readonly jitter?: Duration }
  /** The connection ends. `after` an answer was made: the request took effect, and nobody learns of it. */
  | { readonly kind: 'drop'; readonly when?: 'before' | 'after' }
  /** The body stops coming, and the connection stays open. */
  | { readonly kind: 'stall'; readonly after?: number }
  /** The body ends too early, and so does the connection. */
  | { readonly kind: 'truncate'; readonly after?: number }
  /** A complete answer whose body is no JSON. */
  | { readonly kind: 'malformed' }
  /** A gateway's HTML page. Default status: 502. */
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'content_type'; readonly contentType: string }
  /** 429 in the platform's own words; `example`: another of its 429 answers, by its name in the document. */
  | { readonly kind: 'rate_limited'; readonly example?: string };

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
  /** Which of the matching requests it hits follows from it, and so does jitter; default: from the session's seed. */
  readonly seed?: number;
}

export interface Fault extends Row {
  readonly effect: FaultEffect;
  readonly on: FaultTarget;
  /** Hits that are left; `null`: no end. */
  readonly left: number | null;
  readonly probability: number;
  readonly seed: number;
  /** Matching requests, hit or not. */
  readonly seen: number;
  readonly hits: number;
}

/** A request as faults see it; the key is looked for only when a fault asks for it. */
export interface FaultSubject {
  readonly platform: string;
  readonly operationId: string;
  readonly method: string;
  readonly key: () => { readonly id: string; readonly accountId: string } | undefined;
}

/** @throws {RangeError} for a value that no fault can have: a probability of 2, a status of 99, … */
export function addFault(faults: Table<Fault>, ids: Ids, wanted: NewFault): Fault {
  checkFault(wanted);
  const { effect, on = {}, times, probability = 1 } = wanted;
  const id = ids.id('fault');
  const seed = wanted.seed ?? Math.floor(ids.random() * 0x1_0000_0000);
  return faults.insert({ id, effect, on, left: times ?? null, probability, seed, seen: 0, hits: 0 });
}

/**
 * The faults that hit this request, in the order they were added, each with the hit counted: every latency, and at
 * most one of the others, since an answer can be late in addition to being wrong. Used-up faults stay listed.
 */
export function takeFaults(faults: Table<Fault>, subject: FaultSubject): Fault[] {
  const taken: Fault[] = [];
  for (const fault of faults.values()) {
    if (fault.left === 0 || !matches(fault.on, subject)) continue;
    if (fault.effect.kind !== 'latency' && taken.some(({ effect }) => effect.kind !== 'latency')) continue;
    const seen = fault.seen + 1;
    // A fault draws from numbers of its own: it changes no id of the session, and other faults do not change it.
    const hit = fault.probability === 1 || draw(fault.seed, 2 * seen) < fault.probability;
    const left = fault.left !== null && hit ? fault.left - 1 : fault.left;
    const counted = faults.update(fault.id, { seen, hits: fault.hits + (hit ? 1 : 0), left });
    if (hit) taken.push(counted);
  }
  return taken;
}

/** Milliseconds that a fault just taken holds an answer back. */
export function delayOf({ effect, seed, seen }: Fault): number {
  if (effect.kind !== 'latency') return 0;
  return milliseconds(effect.delay) + draw(seed, 2 * seen + 1) * milliseconds(effect.jitter ?? 0);
}

/** The `index`th number in [0, 1) of a seed, without the ones before it. */
function draw(seed: number, index: number): number {
  return createIds(seed + Math.imul(index, 0x9e3779b1)).random();
}

function matches(on: FaultTarget, subject: FaultSubject): boolean {
  if (on.platform !== undefined && on.platform !== subject.platform) return false;
  if (on.operationId !== undefined && on.operationId !== subject.operationId) return false;
  if (on.method !== undefined && on.method.toUpperCase() !== subject.method) return false;
  if (on.keyId === undefined && on.accountId === undefined) return true;
  const key = subject.key();
  return (on.keyId === undefined || key?.id === on.keyId) && (on.accountId === undefined || key?.accountId === on.accountId);
}
