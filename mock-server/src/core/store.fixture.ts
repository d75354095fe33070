/** A store in memory, for tests: it keeps JSON, as a file does, and can be made to fail. */
import {
  StoreConflictError,
  type SavedSession,
  type SavedTable,
  type SessionHead,
  type SessionStore,
  type Stored,
} from './store.ts';

interface KeptTable {
  readonly account: string | null;
  readonly table: string;
  readonly rows: Map<string, object>;
}

interface Entry {
  version: number;
  head: SessionHead;
  readonly tables: Map<string, KeptTable>;
}

export interface MemoryStore extends SessionStore {
  /** Each commit in order: `name@version`. */
  readonly commits: string[];
  /** Thrown by whatever writes, while it is set. */
  failure: Error | undefined;
  close(): void;
}

const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export function memoryStore(): MemoryStore {
  const entries = new Map<string, Entry>();
  const expired = new Set<string>();
  const closing: (() => void)[] = [];
  const check = () => {
    if (store.failure) throw store.failure;
  };
  const store: MemoryStore = {
    vaultKey: new Uint8Array(32).fill(7),
    commits: [],
    failure: undefined,
    load: () => ({ sessions: [...entries].map(([name, entry]) => savedFrom(name, entry)), expired: [...expired] }),
    commit(name, expected, { head, tables }) {
      check();
      const entry = entries.get(name) ?? { version: 0, head, tables: new Map<string, KeptTable>() };
      if (entry.version !== expected) throw new StoreConflictError(name);
      entries.set(name, entry);
      expired.delete(name);
      entry.version += 1;
      entry.head = copyOf(head);
      for (const { account, table, deleted, put } of tables) {
        const address = `${account ?? ''} ${table}`;
        const kept = entry.tables.get(address) ?? { account, table, rows: new Map<string, object>() };
        entry.tables.set(address, kept);
        for (const id of deleted) kept.rows.delete(id);
        for (const [id, value] of put) kept.rows.set(id, copyOf(value));
      }
      store.commits.push(`${name}@${entry.version}`);
      return entry.version;
    },
    drop(name, isExpired) {
      check();
      entries.delete(name);
      if (isExpired) expired.add(name);
      else expired.delete(name);
    },
    onClose: (write) => void closing.push(write),
    close: () => closing.forEach((write) => write()),
  };
  return store;
}

function savedFrom(name: string, { version, head, tables }: Entry): SavedSession {
  const saved = [...tables.values()].map(({ account, table, rows }): SavedTable => ({
    account,
    table,
    rows: [...rows] as Stored[],
  }));
  return copyOf({ name, version, head, tables: saved });
}
