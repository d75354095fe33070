/** What arrived and what was answered: the newest entries, without any secret. */
import type { Evidence } from '@chaveiro/openapi/policy';
import type { DecisionCode, TraceStep } from './decision.ts';
import type { TableListener } from './table.ts';

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
  /** Ids of the faults that hit it, in `mock.faults`. */
  readonly faults: readonly string[];
  /** Milliseconds of real time that the answer took. */
  readonly durationMs: number;
  readonly steps: readonly TraceStep[];
  /** What does not fit the document; only where exchanges are checked against it. */
  readonly violations?: readonly { readonly side: 'request' | 'response'; readonly place: string; readonly message: string }[];
}

/** Somebody who follows the journal as it grows. */
export interface JournalWatcher {
  added(this: void, entry: JournalEntry): void;
  cleared(this: void): void;
}

export interface Journal {
  add(entry: JournalEntry): void;
  /** Newest first. */
  list(): JournalEntry[];
  get(requestId: string): JournalEntry | undefined;
  /** How many were ever added, also those that have been dropped since. */
  readonly count: number;
  clear(): void;
  /** Ids of the entries, oldest first. */
  ids(): Iterable<string>;
  /** Puts back what an earlier process had, oldest first; `count` as it was then. */
  restore(entries: readonly JournalEntry[], count: number): void;
  /** Tells `listener` of entries that come and go. */
  listen(listener: TableListener | undefined): void;
  /** Tells `watcher` of every new entry until the function returned is called. */
  watch(watcher: JournalWatcher): () => void;
}

/** @param capacity entries kept; older ones are dropped. */
export function createJournal(capacity = 10_000): Journal {
  const entries = new Map<string, JournalEntry>();
  // One iterator for good: a new one would step over all the places that have become empty at the front.
  const oldestFirst = entries.keys();
  let listener: TableListener | undefined;
  const watchers = new Set<JournalWatcher>();
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(entry) {
      count += 1;
      // Ids come again after a restore; the newer request is the one that counts, and the last.
      if (entries.delete(entry.requestId)) listener?.deleted(entry.requestId);
      entries.set(entry.requestId, entry);
      listener?.inserted(entry.requestId);
      for (const { added } of [...watchers]) added(entry);
      if (entries.size <= capacity) return;
      const oldest = oldestFirst.next();
      if (oldest.done) return;
      entries.delete(oldest.value);
      listener?.deleted(oldest.value);
    },
    list: () => [...entries.values()].reverse(),
    get: (requestId) => entries.get(requestId),
    clear() {
      for (const id of entries.keys()) listener?.deleted(id);
      entries.clear();
      count = 0;
      for (const { cleared } of [...watchers]) cleared();
    },
    ids: () => entries.keys(),
    restore(saved, itsCount) {
      for (const entry of saved) entries.set(entry.requestId, entry);
      count = itsCount;
    },
    listen(wanted) {
      listener = wanted;
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}
