/** What arrived and what was answered: the newest entries, without any secret. */
import type { Evidence } from '@chaveiro/openapi/policy';
import type { DecisionCode, TraceStep } from './decision.ts';

export interface JournalEntry {
  readonly requestId: string;
  /** Milliseconds since the epoch, on the session's clock. */
  readonly at: number;
  readonly method: string;
  /** Path and query; credentials in the query are masked. */
  readonly path: string;
  readonly platform: string | null;
  readonly operationId: string | null;
  readonly status: number;
  readonly decision: DecisionCode;
  readonly evidence: Evidence | null;
  readonly source: string | null;
  readonly scheme: string | null;
  readonly keyId: string | null;
  readonly accountId: string | null;
  readonly instanceId: string | null;
  readonly userAgent: string | null;
  readonly requestBody: unknown;
  readonly responseBody: unknown;
  /** Milliseconds of real time that the answer took. */
  readonly durationMs: number;
  readonly steps: readonly TraceStep[];
}

export interface Journal {
  add(entry: JournalEntry): void;
  /** Newest first. */
  list(): JournalEntry[];
  get(requestId: string): JournalEntry | undefined;
  /** How many were ever added, also those that have been dropped since. */
  readonly count: number;
  clear(): void;
}

/** @param capacity entries kept; older ones are dropped. */
export function createJournal(capacity = 10_000): Journal {
  const entries = new Map<string, JournalEntry>();
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(entry) {
      count += 1;
      entries.set(entry.requestId, entry);
      if (entries.size <= capacity) return;
      const oldest = entries.keys().next();
      if (!oldest.done) entries.delete(oldest.value);
    },
    list: () => [...entries.values()].reverse(),
    get: (requestId) => entries.get(requestId),
    clear() {
      entries.clear();
      count = 0;
    },
  };
}
