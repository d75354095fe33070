/** What arrived and what was answered: the newest entries, without any secret. */
import type { Evidence } from '@chaveiro/openapi/policy';
import type { DecisionCode, TraceStep } from './decision.ts';
import type { TableListener } from './table.ts';

/** An entry without its bodies: all that it takes to find and list it. */
export interface JournalHead {
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
  /** Ids of the faults that hit it, in `mock.faults`. */
  readonly faults: readonly string[];
  /** Milliseconds of real time that the answer took. */
  readonly durationMs: number;
  readonly steps: readonly TraceStep[];
  /** What does not fit the document; only where exchanges are checked against it. */
  readonly violations?: readonly { readonly side: 'request' | 'response'; readonly place: string; readonly message: string }[];
}

export interface JournalEntry extends JournalHead {
  readonly requestBody: unknown;
  readonly responseBody: unknown;
}

/** An entry as it is kept, its bodies as JSON: most are never looked at, and text is cheap to keep. */
export interface JournalRecord extends JournalHead {
  readonly requestJson: string | undefined;
  readonly responseJson: string | undefined;
}

export function entryOf({ requestJson, responseJson, ...head }: JournalRecord): JournalEntry {
  return { ...head, requestBody: parsed(requestJson), responseBody: parsed(responseJson) };
}

function recordOf({ requestBody, responseBody, ...head }: JournalEntry): JournalRecord {
  return { ...head, requestJson: JSON.stringify(requestBody), responseJson: JSON.stringify(responseBody) };
}

function parsed(json: string | undefined): unknown {
  return json === undefined ? undefined : JSON.parse(json);
}

/** Somebody who follows the journal as it grows. */
export interface JournalWatcher {
  added(this: void, entry: JournalEntry): void;
  cleared(this: void): void;
}

export interface Journal {
  /** @param size of what was sent and answered, in bytes: what is large leaves room for less. */
  add(entry: JournalRecord, size?: number): void;
  /** Newest first. */
  list(): JournalRecord[];
  get(requestId: string): JournalEntry | undefined;
  /** How many were ever added, also those that have been dropped since. */
  readonly count: number;
  /** Says that the generator of ids was set back: those of entries that are here may come again. */
  expectRepeats(): void;
  /** How many it has now. */
  readonly size: number;
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
  /** Oldest first, from `first` on; what is before that has been dropped. */
  let entries: (JournalRecord | undefined)[] = [];
  let first = 0;
  const heavy = new Map<string, number>();
  let bytes = 0;
  let count = 0;
  /** Made when somebody asks for an entry by its id, and up to date from then on: most journals are never asked. */
  let byId: Map<string, JournalRecord> | undefined;
  /** Ids may come again. */
  let repeats = false;
  let listener: TableListener | undefined;
  const watchers = new Set<JournalWatcher>();

  function kept(): JournalRecord[] {
    return entries.slice(first) as JournalRecord[];
  }

  function find(requestId: string): JournalRecord | undefined {
    byId ??= new Map(kept().map((entry) => [entry.requestId, entry]));
    return byId.get(requestId);
  }

  function forgotten(id: string): void {
    byId?.delete(id);
    if (heavy.size > 0) {
      bytes -= heavy.get(id) ?? 0;
      heavy.delete(id);
    }
    listener?.deleted(id);
  }

  function dropOldest(): void {
    const oldest = entries[first];
    entries[first] = undefined;
    first += 1;
    if (oldest) forgotten(oldest.requestId);
    // What is empty at the front goes when it is as much as there may be behind it.
    if (first < capacity) return;
    entries = entries.slice(first);
    first = 0;
  }

  function tell(entry: JournalEntry): void {
    for (const { added } of [...watchers]) added(entry);
  }

  return {
    get count() {
      return count;
    },
    get size() {
      return entries.length - first;
    },
    add(entry, size = 0) {
      const { requestId } = entry;
      count += 1;
      // The newer request is the one that counts, and the last.
      const earlier = repeats ? find(requestId) : undefined;
      if (earlier) {
        entries.splice(entries.indexOf(earlier, first), 1);
        forgotten(requestId);
      }
      entries.push(entry);
      byId?.set(requestId, entry);
      if (size > LIGHT) {
        heavy.set(requestId, size);
        bytes += size;
      }
      listener?.inserted(requestId);
      if (watchers.size > 0) tell(entryOf(entry));
      while (this.size > capacity || (bytes > mostBytes && this.size > 1)) dropOldest();
    },
    expectRepeats() {
      repeats = this.size > 0;
    },
    list: () => kept().reverse(),
    get(requestId) {
      const found = find(requestId);
      return found && entryOf(found);
    },
    clear() {
      if (listener) for (const { requestId } of kept()) listener.deleted(requestId);
      entries = [];
      heavy.clear();
      byId = undefined;
      repeats = false;
      [first, bytes, count] = [0, 0, 0];
      for (const { cleared } of [...watchers]) cleared();
    },
    ids: () => kept().map(({ requestId }) => requestId),
    restore(saved, itsCount) {
      entries = saved.map(recordOf);
      [first, count] = [0, itsCount];
      byId = undefined;
      // The generator may have been set back just before that process ended.
      repeats = entries.length > 0;
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
