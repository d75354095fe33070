/** Sessions that outlive the process, in a SQLite file. */
export type {
  SavedSession,
  SavedSessions,
  SavedTable,
  SessionChanges,
  SessionHead,
  SessionStore,
  Stored,
  TableChanges,
} from './core/store.ts';
export { StoreConflictError } from './core/store.ts';
export { DataFileError, type DataFileProblem } from './durable/data-file-error.ts';
export { openStore, type FileStore, type Recovered, type StoreOptions } from './durable/sqlite-store.ts';
