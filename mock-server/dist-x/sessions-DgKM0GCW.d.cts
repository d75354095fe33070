/** Rows by id with unique or shared indexes. Rows are never changed in place, so a snapshot is a shallow copy. */
interface Row {
    readonly id: string;
}

/** An account of a platform: its plan, its people, and whether its rate limits count. */

/** `exhausted`: every request of the account finds its quota used up. */
type RateLimiting = 'off' | 'on' | 'exhausted';

/** Where sessions are kept when they are to outlive the process. The core knows this contract; a file or a server fulfils it. */

/** What a session is besides its tables. */
interface SessionHead {
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
type Stored = readonly [id: string, value: object];
/** What changed in one table. To be applied in this order: what was deleted, then what is there now. */
interface TableChanges {
    /** Account that the table belongs to; `null`: one of the session's own. */
    readonly account: string | null;
    readonly table: string;
    readonly deleted: readonly string[];
    /** A known id keeps its place; new ones come last, in this order. */
    readonly put: readonly Stored[];
}
interface SessionChanges {
    readonly head: SessionHead;
    readonly tables: readonly TableChanges[];
}
interface SavedTable extends Pick<TableChanges, 'account' | 'table'> {
    /** In the order in which they were inserted. */
    readonly rows: readonly Stored[];
}
interface SavedSession {
    readonly name: string;
    readonly version: number;
    readonly head: SessionHead;
    readonly tables: readonly SavedTable[];
}
interface SavedSessions {
    readonly sessions: readonly SavedSession[];
    /** Names whose session was dropped because nobody used it. */
    readonly expired: readonly string[];
}
/** Each session is one aggregate: written whole or not at all, and only by whoever has seen its latest version. */
interface SessionStore {
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
declare class StoreConflictError extends Error {
    readonly name = "StoreConflictError";
    constructor(session: string);
}

/** What the platforms keep of each account, in tables that they declare. */

type Rows = ReadonlyMap<string, Row>;

/** One isolated world: accounts, keys, resources, limits, journal, clock and ids. A reset or a snapshot is of all of it. */

interface SessionSettings {
    /** Whether the policies' rate limits count; an account may say otherwise. Off by default: a fast suite is not a burst of traffic. */
    rateLimits: RateLimiting;
    /** Milliseconds until a change of a key reaches the API. */
    propagationDelay: number;
    /** Which documented alternative answers a state: `{ pingback: { missing_key: 'gateway_401' } }`. */
    failures: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
interface SessionState {
    /** The session's own tables by name. */
    readonly own: ReadonlyMap<string, Rows>;
    /** The accounts' tables by account and name. */
    readonly resources: ReadonlyMap<string, ReadonlyMap<string, Rows>>;
    readonly settings: SessionSettings;
    readonly ids: number;
}
/** The state of a session at one moment; opaque, cheap, and valid for ever. */
type Snapshot = SessionState & {
    readonly __snapshot?: never;
};

type SessionProblem = 'session_name_invalid' | 'session_expired' | 'session_limit_reached' | 'session_ambiguous';
/** What one session starts with instead of what the others start with. */
interface SessionStart extends Partial<SessionSettings> {
    readonly seed?: number;
    /** Freezes its clock at these milliseconds since the epoch. */
    readonly now?: number;
}

export { StoreConflictError as f };
export type { RateLimiting as R, SessionStore as S, TableChanges as T, SavedSession as a, SavedSessions as b, SavedTable as c, SessionChanges as d, SessionHead as e, Stored as g, Snapshot as h, Row as i, SessionProblem as j, SessionSettings as k };
