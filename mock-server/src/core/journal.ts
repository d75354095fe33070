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
  /** @param size of what was sent and answered, in bytes: what is large leaves room for less. */
  add(entry: JournalEntry, size?: number): void;
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

/** Up to here nobody counts: as many small entries as there may be are no burden. */
const LIGHT = 4096;
/** Bytes of larger entries together. In memory they take several times as much. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * @param capacity entries kept; older ones are dropped.
 * @param mostBytes of entries that are not small; older ones are dropped.
 */
export function createJournal(capacity = 10_000, mostBytes = MOST_BYTES): Journal {
  const entries = new Map<string, JournalEntry>();
  const heavy = new Map<string, number>();
  let bytes = 0;
  // One iterator while the journal is full: a new one would step over all the places that have become empty at the front.
  // One that nobody moves on would hold on to everything that was ever in the map.
  let oldestFirst: MapIterator<string> | undefined;
  let listener: TableListener | undefined;
  const watchers = new Set<JournalWatcher>();
  let count = 0;

  function forget(id: string): void {
    entries.delete(id);
    bytes -= heavy.get(id) ?? 0;
    heavy.delete(id);
    listener?.deleted(id);
  }

  return {
    get count() {
      return count;
    },
    add(entry, size = 0) {
      count += 1;
      // Ids come again after a restore; the newer request is the one that counts, and the last.
      if (entries.has(entry.requestId)) {
        forget(entry.requestId);
        oldestFirst = undefined;
      }
      entries.set(entry.requestId, entry);
      if (size > LIGHT) {
        heavy.set(entry.requestId, size);
        bytes += size;
      }
      listener?.inserted(entry.requestId);
      for (const { added } of [...watchers]) added(entry);
      while (entries.size > capacity || (bytes > mostBytes && entries.size > 1)) {
        const oldest = (oldestFirst ??= entries.keys()).next();
        if (oldest.done) return;
        forget(oldest.value);
      }
    },
    list: () => [...entries.values()].reverse(),
    get: (requestId) => entries.get(requestId),
    clear() {
      for (const id of entries.keys()) listener?.deleted(id);
      entries.clear();
      heavy.clear();
      oldestFirst = undefined;
      [bytes, count] = [0, 0];
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
