import { S as SessionStore } from './sessions-DgKM0GCW.cjs';
export { a as SavedSession, b as SavedSessions, c as SavedTable, d as SessionChanges, e as SessionHead, f as StoreConflictError, g as Stored, T as TableChanges } from './sessions-DgKM0GCW.cjs';

/** A data file that cannot be used, told so that a person knows what to do. Whatever the reason, the file is left as it is. */
type DataFileProblem = 
/** Another mock has it open. */
'in_use'
/** It was a data file once, and parts of it are lost. */
 | 'damaged'
/** Something else is in it. */
 | 'not_a_data_file'
/** A later version of the mock wrote it. */
 | 'newer_version'
/** It can be neither opened nor made. */
 | 'unusable'
/** This Node has no SQLite. */
 | 'no_sqlite';
declare class DataFileError extends Error {
    readonly name = "DataFileError";
    readonly code: DataFileProblem;
    readonly file: string;
    constructor(code: DataFileProblem, file: string, message: string, cause?: unknown);
}

interface StoreOptions {
    /**
     * `kill` (default): a commit survives the end of the process in whatever way, SIGKILL too. `power-loss`: it also
     * survives the end of the machine, at the price of waiting for the disk at each request.
     */
    readonly surviving?: 'kill' | 'power-loss';
}
/** What was in a data file when it was opened. */
interface Recovered {
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
interface FileStore extends SessionStore, Disposable {
    /** Absolute path. */
    readonly file: string;
    readonly recovered: Recovered;
    /** Writes what is left and lets the file go. */
    close(): void;
}
/**
 * Opens a data file, or makes it, for this process alone.
 *
 * The file holds the key that seals its secrets: keep it as you keep the secrets themselves.
 *
 * @throws {DataFileError} for a file that is in use, damaged, of a newer version or of another program.
 */
declare function openStore(file: string, options?: StoreOptions): FileStore;

export { DataFileError, SessionStore, openStore };
export type { DataFileProblem, FileStore, Recovered, StoreOptions };
