/** Opens a data file for one process alone, or says why not. */
import { closeSync, openSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type * as sqlite from 'node:sqlite';
import { DataFileError } from './data-file-error.ts';
import { readHolder, removeHolder, writeHolder } from './holder.ts';
import { explain, inspect, inspectEmpty } from './inspect.ts';
import { migrate, type Migration } from './schema.ts';

export interface DataFile {
  readonly db: sqlite.DatabaseSync;
  /** Version of the format that the file had; 0: it was new. */
  readonly foundVersion: number;
  /** Whether the process that had it before ended without closing it. */
  readonly cutOff: boolean;
  close(): void;
}

/** @throws {DataFileError} leaving the file as it is. */
export function openDataFile(named: string, migrations: readonly Migration[], synchronous: 'NORMAL' | 'FULL'): DataFile {
  const { DatabaseSync } = loadSqlite(named);
  const file = realFile(named);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory())
    throw new DataFileError('unusable', file, `${file} is a folder. Name a file in it: ${file}/chaveiro.db.`);
  let db: sqlite.DatabaseSync | undefined;
  try {
    if (!found) create(file);
    else if (found.size === 0) inspectEmpty(file);
    else {
      db = new DatabaseSync(file, { readOnly: true });
      inspect(db, file, migrations.length);
      db.close();
    }
    db = new DatabaseSync(file);
    // Exclusive before anything is read: then the lock is there from the first statement to the end of the process.
    db.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}`);
    db.exec('BEGIN IMMEDIATE; COMMIT');
    // The index of the log that readers share: the look at the file made one, and who has it alone needs none.
    rmSync(`${file}-shm`, { force: true });
    const foundVersion = migrate(db, migrations);
    const cutOff = readHolder(file) !== undefined;
    writeHolder(file);
    return { db, foundVersion, cutOff, close: () => close(db as sqlite.DatabaseSync, file) };
  } catch (error) {
    if (db?.isOpen) db.close();
    throw explain(error, file);
  }
}

/** Leaves one file that can be copied, without a log beside it. */
function close(db: sqlite.DatabaseSync, file: string): void {
  db.exec('PRAGMA journal_mode = DELETE');
  removeHolder(file);
  db.close();
}

/** Where a link leads, also when nothing is there yet: SQLite keeps its log beside that, and so we look for it there. */
function realFile(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw explain(error, file);
  }
  const target = linkTarget(file);
  return target === undefined ? file : realFile(target);
}

function linkTarget(file: string): string | undefined {
  try {
    return resolve(realpathSync(dirname(file)), readlinkSync(file));
  } catch {
    return undefined;
  }
}

/** For its owner's eyes alone: the key to the secrets is in it. SQLite gives the files beside it the same mode. */
function create(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    const reason = code === 'ENOENT' ? 'its folder does not exist. Make the folder first' : String(error);
    throw new DataFileError('unusable', file, `The data file ${file} cannot be made: ${reason}.`, error);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function loadSqlite(file: string): typeof sqlite {
  // Not an import: where Node has no SQLite that would fail before anybody could say what to do.
  const module = process.getBuiltinModule?.('node:sqlite') as typeof sqlite | undefined;
  if (module) return module;
  throw new DataFileError(
    'no_sqlite',
    file,
    `Data files need Node 22.13 or later, which has SQLite built in. This is Node ${process.versions.node}.`,
  );
}
