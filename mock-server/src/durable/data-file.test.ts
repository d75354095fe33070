/** Files that cannot be used, and files of other versions. */
import { copyFileSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMock } from '../mock.ts';
import { DataFileError } from './data-file-error.ts';
import { temporaryFolder, type TemporaryFolder } from './data-file.fixture.ts';
import { openDataFile } from './data-file.ts';
import { MIGRATIONS, type Migration } from './schema.ts';
import { openStore, type FileStore } from './sqlite-store.ts';

let folder: TemporaryFolder;
let opened: FileStore[];
beforeEach(() => {
  folder = temporaryFolder();
  opened = [];
});
afterEach(() => {
  for (const store of opened) store.close();
  folder[Symbol.dispose]();
});

function open(file = folder.file()): FileStore {
  const store = openStore(file);
  opened.push(store);
  return store;
}

/** The error of opening the file, which must be as it was, down to the last byte. */
function refused(file = folder.file()): DataFileError {
  const before = folder.contents();
  try {
    open(file);
  } catch (error) {
    const after = folder.contents();
    for (const [name, bytes] of Object.entries(before)) expect(after[name]?.equals(bytes), `${name} is as it was`).toBe(true);
    expect(error).toBeInstanceOf(DataFileError);
    expect(String(error)).toContain(file);
    return error as DataFileError;
  }
  throw new Error('the file was opened');
}

describe('a file that cannot be used is left alone, and the error says what to do', () => {
  /** A closed data file with some pages in it. */
  function fill(): void {
    const store = open();
    createMock({ store });
    store.close();
  }

  test.each([
    ['text', 'not_a_data_file', () => Buffer.from('my notes\n'.repeat(1000))],
    ['three bytes', 'not_a_data_file', () => Buffer.from('abc')],
    ['a page short', 'damaged', (bytes: Buffer) => bytes.subarray(0, -4096)],
    ['a byte short', 'damaged', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['half of it', 'damaged', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['its first 100 bytes', 'damaged', (bytes: Buffer) => bytes.subarray(0, 100)],
    ['zeros in the middle', 'damaged', (bytes: Buffer) => bytes.fill(0, 8192, 20_000)],
    ['noise in the middle', 'damaged', (bytes: Buffer) => bytes.fill('noise', 8192, 20_000)],
    ['a lost beginning', 'not_a_data_file', (bytes: Buffer) => bytes.fill(0, 0, 4096)],
  ])('%s: %s', (_, code, damage) => {
    fill();
    writeFileSync(folder.file(), damage(folder.contents()['mock.db'] ?? Buffer.alloc(0)));
    const error = refused();
    expect([error.code, error.message]).toEqual([code, expect.stringMatching(/left as it is\..*(file|place)/)]);
  });

  test.each([
    ['of another length', (file: Buffer) => file.subarray(0, -1)],
    ['with another beginning', (file: Buffer) => Buffer.concat([file.subarray(0, 100), Buffer.alloc(3996, 7)])],
    ['empty', () => Buffer.alloc(0)],
  ])('one that was cut off and is now %s, and the log beside it', (_, damage) => {
    const store = open();
    createMock({ store });
    const { 'mock.db': file = Buffer.alloc(0), 'mock.db-wal': log = Buffer.alloc(0) } = folder.contents();
    const copy = folder.file('copy.db');
    writeFileSync(copy, damage(file));
    // What stands in the log is not lost, so only a log that tells nothing of the page shows the damage.
    writeFileSync(`${copy}-wal`, log.subarray(0, 40));
    expect(refused(copy).code).toBe('damaged');
  });

  test('the database of another program', () => {
    const db = new DatabaseSync(folder.file());
    db.exec('CREATE TABLE theirs (x)');
    db.close();
    expect(refused().code).toBe('not_a_data_file');
  });

  test('a folder, and a file in no folder', () => {
    expect(refused(folder.path)).toMatchObject({ code: 'unusable', message: expect.stringContaining('is a folder') as string });
    expect(refused(folder.file('none/mock.db'))).toMatchObject({
      code: 'unusable',
      message: expect.stringContaining('Make the folder') as string,
    });
  });
});

describe('a link', () => {
  const link = () => folder.file('link.db');
  const modes = (...names: string[]) => names.map((name) => (statSync(folder.file(name)).mode & 0o777).toString(8));

  test('to a file that was cut off leads to all that is in it', async () => {
    await createMock({ store: open() }).fetch('http://localhost/contacts');
    copyFileSync(folder.file(), folder.file('copy.db'));
    copyFileSync(folder.file('mock.db-wal'), folder.file('copy.db-wal'));
    symlinkSync('copy.db', link());
    const { recovered } = open(link());
    expect([recovered.isNew, recovered.requests]).toEqual([false, 1]);
  });

  test('to a file that is in use tells who has it', () => {
    open();
    symlinkSync('mock.db', link());
    expect(() => open(link())).toThrow(new RegExp(`in use by a mock that is running \\(process ${process.pid},`));
  });

  test('to nothing yet makes a file for its owner’s eyes alone, with what stands beside it', () => {
    mkdirSync(folder.file('kept'));
    symlinkSync('kept/mock.db', link());
    symlinkSync('link.db', folder.file('link-to-link.db'));
    createMock({ store: open(folder.file('link-to-link.db')) });
    expect(modes('kept/mock.db', 'kept/mock.db-wal', 'kept/mock.db-holder')).toEqual(['600', '600', '600']);
  });

  test('that leads nowhere is refused', () => {
    symlinkSync('none/mock.db', link());
    expect(() => open(link())).toThrow(/none\/mock\.db cannot be made: its folder does not exist/);
    symlinkSync('circle.db', folder.file('circle.db'));
    expect(() => open(folder.file('circle.db'))).toThrow(DataFileError);
  });
});

describe('the version of the format', () => {
  const openWith = (migrations: readonly Migration[]) => openDataFile(folder.file(), migrations, 'NORMAL');
  const next: Migration = (db) => db.exec("ALTER TABLE sessions ADD COLUMN note TEXT NOT NULL DEFAULT 'from before'");

  test('of an older file is brought up to date, and all is still there', () => {
    const store = open();
    const head = {
      seed: 1,
      start: {},
      settings: { rateLimits: 'off', propagationDelay: 0, failures: {} },
      ids: 5,
      clockOffset: 0,
      requests: 0,
    } as const;
    store.commit('a', 0, { head, tables: [{ account: null, table: 'things', deleted: [], put: [['x', { n: 1 }]] }] });
    store.close();
    const newer = openWith([...MIGRATIONS, next]);
    expect(newer.foundVersion).toBe(MIGRATIONS.length);
    expect(newer.db.prepare('SELECT name, version, note FROM sessions').all()).toEqual([
      { name: 'a', version: 1, note: 'from before' },
    ]);
    expect(newer.db.prepare('SELECT id, value FROM rows').all()).toEqual([{ id: 'x', value: '{"n":1}' }]);
    newer.close();
  });

  test('of a newer file is refused, also when that was cut off', () => {
    const newer = openWith([...MIGRATIONS, next]);
    copyFileSync(folder.file(), folder.file('copy.db'));
    copyFileSync(folder.file('mock.db-wal'), folder.file('copy.db-wal'));
    newer.close();
    for (const file of [folder.file(), folder.file('copy.db')]) {
      const error = refused(file);
      expect(error.code).toBe('newer_version');
      expect(error.message).toMatch(/format is number 2.*up to 1.*left as it is.*Update/);
    }
  });

  test('stays when a step fails, and so does the file', () => {
    open().close();
    const before = folder.contents();
    const failing: Migration = (db) => {
      next(db);
      throw new Error('the step failed');
    };
    expect(() => openWith([...MIGRATIONS, failing])).toThrow(/the step failed/);
    expect(open().recovered.isNew).toBe(false);
    opened.pop()?.close();
    expect(folder.contents()['mock.db']?.length).toBe(before['mock.db']?.length);
  });
});
