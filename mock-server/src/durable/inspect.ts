/** Looks at a data file without changing a byte of it, and says what is wrong with it. */
import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { DataFileError } from './data-file-error.ts';
import { readHolder } from './holder.ts';
import { APPLICATION_ID, numberIn, versionOf } from './schema.ts';

/** Result codes of SQLite: https://www.sqlite.org/rescode.html */
const BUSY = 5;
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

const LEFT_ALONE = 'It was left as it is.';

/**
 * @param db opened for reading alone.
 * @param newest the latest version of the format that this program knows.
 * @throws {DataFileError} unless the file is whole, of this mock and not too new.
 */
export function inspect(db: DatabaseSync, file: string, newest: number): void {
  const version = versionOf(db);
  const application = numberIn(db, 'PRAGMA application_id');
  const isEmpty = version === 0 && application === 0 && numberIn(db, 'SELECT count(*) FROM sqlite_schema') === 0;
  if (application !== APPLICATION_ID && !isEmpty) {
    throw new DataFileError(
      'not_a_data_file',
      file,
      `${file} is the database of another program. ${LEFT_ALONE} Choose another file.`,
    );
  }
  if (version > newest) {
    throw new DataFileError(
      'newer_version',
      file,
      `The data file ${file} was written by a newer version of the mock: its format is number ${version}, and this program knows formats up to ${newest}. ${LEFT_ALONE} Update @chaveiro/mock-server, or choose another file.`,
    );
  }
  const lost = bytesMissing(db, file) ?? firstFault(db);
  if (lost !== undefined) throw damaged(file, lost);
}

/** A file of no bytes is as good as none, unless the log beside it tells of what was in it: SQLite would throw that away. */
export function inspectEmpty(file: string): void {
  if (logSize(file) > 0) throw damaged(file, 'it is empty, and its log is not');
}

/** What SQLite said, in terms of the file. */
export function explain(error: unknown, file: string): DataFileError {
  if (error instanceof DataFileError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  switch (error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined) {
    case BUSY:
      return inUse(file);
    case CORRUPT:
      return damaged(file, reason, error);
    case NOT_A_DATABASE:
      return new DataFileError(
        'not_a_data_file',
        file,
        `${file} is no data file, or its beginning is lost. ${LEFT_ALONE} Choose another file.`,
        error,
      );
    default:
      return new DataFileError('unusable', file, `The data file ${file} cannot be used: ${reason}.`, error);
  }
}

function inUse(file: string): DataFileError {
  const holder = readHolder(file);
  const who = holder ? `process ${holder.pid}, since ${holder.since}` : 'another process';
  return new DataFileError(
    'in_use',
    file,
    `The data file ${file} is in use by a mock that is running (${who}). Stop that one, or give this one a file of its own.`,
  );
}

function damaged(file: string, what: string, cause?: unknown): DataFileError {
  return new DataFileError(
    'damaged',
    file,
    `The data file ${file} is damaged (${what}). ${LEFT_ALONE} Put a copy from before in its place, or start with another file.`,
    cause,
  );
}

/** SQLite takes a page that ends too early for one that ends in zeros. Pages in the write-ahead log may be missing here. */
function bytesMissing(db: DatabaseSync, file: string): string | undefined {
  const { size } = statSync(file);
  const pageSize = numberIn(db, 'PRAGMA page_size');
  const expected = pageSize * numberIn(db, 'PRAGMA page_count');
  if (size % pageSize === 0 && (size >= expected || logSize(file) > 0)) return undefined;
  return `it has ${size} bytes, and had ${Math.max(expected, size)} or more`;
}

function logSize(file: string): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

function firstFault(db: DatabaseSync): string | undefined {
  const [found] = db.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
  return found?.quick_check === 'ok' ? undefined : found?.quick_check.split('\n')[0];
}
