/** Sessions in a SQLite file: one transaction a commit, which is in the file when the call returns. */
import { resolve } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import {
  StoreConflictError,
  type SavedSession,
  type SavedSessions,
  type SavedTable,
  type SessionChanges,
  type SessionHead,
  type SessionStore,
  type Stored,
  type TableChanges,
} from '../core/store.ts';
import { openDataFile, type DataFile } from './data-file.ts';
import { MIGRATIONS, numberIn } from './schema.ts';

export interface StoreOptions {
  /**
   * `kill` (default): a commit survives the end of the process in whatever way, SIGKILL too. `power-loss`: it also
   * survives the end of the machine, at the price of waiting for the disk at each request.
   */
  readonly surviving?: 'kill' | 'power-loss';
}

/** What was in a data file when it was opened. */
export interface Recovered {
  /** There was no file, or an empty one. */
  readonly isNew: boolean;
  readonly sessions: number;
  readonly accounts: number;
  readonly keys: number;
  /** Journal entries. */
  readonly requests: number;
  /** Version of the format that the file had before it was brought to this program's; `null`: it had this one. */
  readonly migratedFrom: number | null;
  /** Whether the process that had it before was killed, or ended without closing it. */
  readonly cutOff: boolean;
}

export interface FileStore extends SessionStore, Disposable {
  /** Absolute path. */
  readonly file: string;
  readonly recovered: Recovered;
  /** Writes what is left and lets the file go. */
  close(): void;
}

/** How many names of idle sessions a file keeps; the oldest go first. */
const REMEMBERED_NAMES = 10_000;

/**
 * Opens a data file, or makes it, for this process alone.
 *
 * The file holds the key that seals its secrets: keep it as you keep the secrets themselves.
 *
 * @throws {DataFileError} for a file that is in use, damaged, of a newer version or of another program.
 */
export function openStore(file: string, options: StoreOptions = {}): FileStore {
  const path = resolve(file);
  const opened = openDataFile(path, MIGRATIONS, options.surviving === 'power-loss' ? 'FULL' : 'NORMAL');
  return new SqliteStore(path, opened);
}

type Statements = Record<keyof typeof SQL, StatementSync>;

const SQL = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  add: 'INSERT INTO sessions (name, version, head) VALUES (?, 1, ?) ON CONFLICT DO NOTHING RETURNING id',
  advance: 'UPDATE sessions SET version = version + 1, head = ? WHERE name = ? AND version = ? RETURNING id',
  put: `INSERT INTO rows (session, account, collection, id, value) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (session, account, collection, id) DO UPDATE SET value = excluded.value`,
  remove: 'DELETE FROM rows WHERE session = ? AND account = ? AND collection = ? AND id = ?',
  drop: 'DELETE FROM sessions WHERE name = ?',
  expire: 'INSERT INTO expired_sessions (name) VALUES (?) ON CONFLICT DO NOTHING',
  forget: 'DELETE FROM expired_sessions WHERE name = ?',
  trim: `DELETE FROM expired_sessions WHERE rowid <= (SELECT max(rowid) FROM expired_sessions) - ${REMEMBERED_NAMES}`,
} as const;

class SqliteStore implements FileStore {
  readonly file: string;
  readonly recovered: Recovered;
  readonly vaultKey: Uint8Array;
  readonly #dataFile: DataFile;
  readonly #db: DatabaseSync;
  readonly #sql: Statements;
  readonly #beforeClose: (() => void)[] = [];

  constructor(file: string, dataFile: DataFile) {
    this.file = file;
    this.#dataFile = dataFile;
    this.#db = dataFile.db;
    this.#sql = Object.fromEntries(Object.entries(SQL).map(([name, sql]) => [name, this.#db.prepare(sql)])) as Statements;
    this.vaultKey = (this.#db.prepare('SELECT key FROM vault').get() as { key: Uint8Array }).key;
    this.recovered = recoveredFrom(dataFile);
  }

  load(): SavedSessions {
    const sessions = this.#db
      .prepare('SELECT id, name, version, head FROM sessions ORDER BY id')
      .all() as unknown as SessionRow[];
    const names = this.#db.prepare('SELECT name FROM expired_sessions').all() as { name: string }[];
    return { sessions: sessions.map((row) => this.#loadSession(row)), expired: names.map(({ name }) => name) };
  }

  #loadSession({ id, name, version, head }: SessionRow): SavedSession {
    const tables = new Map<string, SavedTable & { readonly rows: Stored[] }>();
    const select = this.#db.prepare('SELECT account, collection, id, value FROM rows WHERE session = ? ORDER BY position');
    for (const { account, collection, id: rowId, value } of select.iterate(id) as Iterable<TableRow>) {
      const address = JSON.stringify([account, collection]);
      const table = tables.get(address) ?? { account: account || null, table: collection, rows: [] };
      tables.set(address, table);
      table.rows.push([rowId, JSON.parse(value) as object]);
    }
    return { name, version, head: JSON.parse(head) as SessionHead, tables: [...tables.values()] };
  }

  commit(name: string, expected: number, { head, tables }: SessionChanges): number {
    return this.#transaction(() => {
      const text = JSON.stringify(head);
      const written = expected === 0 ? this.#sql.add.get(name, text) : this.#sql.advance.get(text, name, expected);
      if (!written) throw new StoreConflictError(name);
      if (expected === 0) this.#sql.forget.run(name);
      for (const changes of tables) this.#apply(Number(written['id']), changes);
      return expected + 1;
    });
  }

  #apply(session: number, { account, table, deleted, put }: TableChanges): void {
    for (const id of deleted) this.#sql.remove.run(session, account ?? '', table, id);
    for (const [id, value] of put) this.#sql.put.run(session, account ?? '', table, id, JSON.stringify(value));
  }

  drop(name: string, expired: boolean): void {
    this.#transaction(() => {
      this.#sql.drop.run(name);
      if (!expired) return void this.#sql.forget.run(name);
      this.#sql.expire.run(name);
      this.#sql.trim.run();
    });
  }

  onClose(write: () => void): void {
    this.#beforeClose.push(write);
  }

  close(): void {
    if (!this.#db.isOpen) return;
    for (const write of this.#beforeClose) write();
    this.#dataFile.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #transaction<T>(run: () => T): T {
    this.#sql.begin.run();
    try {
      const result = run();
      this.#sql.commit.run();
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.#sql.rollback.run();
      throw error;
    }
  }
}

interface SessionRow {
  readonly id: number;
  readonly name: string;
  readonly version: number;
  readonly head: string;
}

interface TableRow {
  readonly account: string;
  readonly collection: string;
  readonly id: string;
  readonly value: string;
}

function recoveredFrom({ db, foundVersion, cutOff }: DataFile): Recovered {
  const count = (collection: string) =>
    numberIn(db, `SELECT count(*) FROM rows WHERE account = '' AND collection = '${collection}'`);
  const isNew = foundVersion === 0;
  return {
    isNew,
    sessions: numberIn(db, 'SELECT count(*) FROM sessions'),
    accounts: count('accounts'),
    keys: count('keys'),
    requests: count('journal'),
    migratedFrom: isNew || foundVersion === MIGRATIONS.length ? null : foundVersion,
    cutOff,
  };
}
