/** What is in a data file, and how files of earlier versions become files of this one. */
import type { DatabaseSync } from 'node:sqlite';

/** Marks a SQLite file as ours: "Chav" in ASCII. */
export const APPLICATION_ID = 0x43_68_61_76;

/** Takes a file from one version of the format to the next. */
export type Migration = (db: DatabaseSync) => void;

/**
 * The step at index n makes version n + 1 out of version n; version 0 is an empty file. Steps are only ever added:
 * files of each version are out there.
 */
export const MIGRATIONS: readonly Migration[] = [
  (db) => {
    db.exec(`
      -- The key that seals the secrets of revealable keys. It makes the file itself a secret.
      CREATE TABLE vault (key BLOB NOT NULL CHECK (length(key) = 32)) STRICT;

      CREATE TABLE sessions (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE,
        -- Goes up with each commit: whoever saw another version may not write.
        version INTEGER NOT NULL,
        head TEXT NOT NULL CHECK (json_valid(head))
      ) STRICT;

      -- Everything that a session has in tables, in the order of insertion. The journal is one of them.
      CREATE TABLE rows (
        position INTEGER PRIMARY KEY,
        session INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        -- Empty: a table of the session itself.
        account TEXT NOT NULL,
        collection TEXT NOT NULL,
        id TEXT NOT NULL,
        value TEXT NOT NULL CHECK (json_valid(value)),
        UNIQUE (session, account, collection, id)
      ) STRICT;

      -- Names of sessions that were dropped because nobody used them.
      CREATE TABLE expired_sessions (name TEXT NOT NULL UNIQUE) STRICT;
    `);
    db.prepare('INSERT INTO vault (key) VALUES (?)').run(crypto.getRandomValues(new Uint8Array(32)));
  },
];

/** Brings a file to the newest version, whole or not at all. @returns the version that it had. */
export function migrate(db: DatabaseSync, migrations: readonly Migration[]): number {
  const from = versionOf(db);
  if (from >= migrations.length) return from;
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const step of migrations.slice(from)) step(db);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length}`);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
  return from;
}

export function versionOf(db: DatabaseSync): number {
  return numberIn(db, 'PRAGMA user_version');
}

/** The one number that a statement gives. */
export function numberIn(db: DatabaseSync, sql: string): number {
  return Number(Object.values(db.prepare(sql).get() ?? {})[0]);
}
