/** Where sessions are kept when they are to outlive the process. The core knows this contract; a file or a server fulfils it. */
import type { SessionSettings } from './session.ts';
import type { SessionStart } from './sessions.ts';

/** Name of the session that requests belong to when they name none. */
export const DEFAULT = 'default';

/** What a session is besides its tables. */
export interface SessionHead {
  readonly seed: number;
  /** What it began with, and what a reset brings back. */
  readonly start: SessionStart;
  readonly settings: SessionSettings;
  /** State of the generator of ids. */
  readonly ids: number;
  /** Milliseconds that the clock was moved forward. */
  readonly clockOffset: number;
  /** Entries that the journal ever had. */
  readonly requests: number;
}

/** A row or a journal entry, as plain JSON, under its id. */
export type Stored = readonly [id: string, value: object];

/** What changed in one table. To be applied in this order: what was deleted, then what is there now. */
export interface TableChanges {
  /** Account that the table belongs to; `null`: one of the session's own. */
  readonly account: string | null;
  readonly table: string;
  readonly deleted: readonly string[];
  /** A known id keeps its place; new ones come last, in this order. */
  readonly put: readonly Stored[];
}

export interface SessionChanges {
  readonly head: SessionHead;
  readonly tables: readonly TableChanges[];
}

export interface SavedTable extends Pick<TableChanges, 'account' | 'table'> {
  /** In the order in which they were inserted. */
  readonly rows: readonly Stored[];
}

export interface SavedSession {
  readonly name: string;
  readonly version: number;
  readonly head: SessionHead;
  readonly tables: readonly SavedTable[];
}

export interface SavedSessions {
  readonly sessions: readonly SavedSession[];
  /** Names whose session was dropped because nobody used it. */
  readonly expired: readonly string[];
}

/** Each session is one aggregate: written whole or not at all, and only by whoever has seen its latest version. */
export interface SessionStore {
  /** The vault's key, 32 bytes, the same whenever the store is opened. */
  readonly vaultKey: Uint8Array;
  load(): SavedSessions;
  /**
   * Compare and set: writes the changes if the session still has the version `expected`, or does not exist for 0.
   * What is written when this returns is there for whoever opens the store next, however this process ends.
   *
   * @returns the new version.
   * @throws {StoreConflictError} when somebody else wrote in between.
   */
  commit(name: string, expected: number, changes: SessionChanges): number;
  /** Forgets a session, if there is one; `expired` keeps its name in mind. */
  drop(name: string, expired: boolean): void;
  /** Calls `write` when the store is about to close, so that nothing is left unwritten. */
  onClose(write: () => void): void;
}

/** Two mocks wrote to one session. */
export class StoreConflictError extends Error {
  override readonly name = 'StoreConflictError';

  constructor(session: string) {
    super(`The session "${session}" was changed by another mock since this one read it. Give each mock a store of its own.`);
  }
}
