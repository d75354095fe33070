'use strict';

var path = require('path');
var fs = require('fs');

// src/core/store.ts
var StoreConflictError = class extends Error {
  name = "StoreConflictError";
  constructor(session) {
    super(`The session "${session}" was changed by another mock since this one read it. Give each mock a store of its own.`);
  }
};

// src/durable/data-file-error.ts
var DataFileError = class extends Error {
  name = "DataFileError";
  code;
  file;
  constructor(code, file, message, cause) {
    super(message, { cause });
    this.code = code;
    this.file = file;
  }
};
function holderFile(file) {
  return `${file}-holder`;
}
function readHolder(file) {
  try {
    const { pid, since } = JSON.parse(fs.readFileSync(holderFile(file), "utf8"));
    return Number.isInteger(pid) && typeof since === "string" ? { pid, since } : void 0;
  } catch {
    return void 0;
  }
}
function writeHolder(file) {
  const holder = { pid: process.pid, since: (/* @__PURE__ */ new Date()).toISOString() };
  fs.writeFileSync(holderFile(file), JSON.stringify(holder), { mode: 384 });
}
function removeHolder(file) {
  fs.rmSync(holderFile(file), { force: true });
}

// src/durable/schema.ts
var APPLICATION_ID = 1130914166;
var MIGRATIONS = [
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
    db.prepare("INSERT INTO vault (key) VALUES (?)").run(crypto.getRandomValues(new Uint8Array(32)));
  }
];
function migrate(db, migrations) {
  const from = versionOf(db);
  if (from >= migrations.length) return from;
  db.exec("BEGIN IMMEDIATE");
  try {
    for (const step of migrations.slice(from)) step(db);
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${migrations.length}`);
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
  return from;
}
function versionOf(db) {
  return numberIn(db, "PRAGMA user_version");
}
function numberIn(db, sql) {
  return Number(Object.values(db.prepare(sql).get() ?? {})[0]);
}

// src/durable/inspect.ts
var BUSY = 5;
var CORRUPT = 11;
var NOT_A_DATABASE = 26;
var LEFT_ALONE = "It was left as it is.";
function inspect(db, file, newest) {
  const version = versionOf(db);
  const application = numberIn(db, "PRAGMA application_id");
  const isEmpty = version === 0 && application === 0 && numberIn(db, "SELECT count(*) FROM sqlite_schema") === 0;
  if (application !== APPLICATION_ID && !isEmpty) {
    throw new DataFileError(
      "not_a_data_file",
      file,
      `${file} is the database of another program. ${LEFT_ALONE} Choose another file.`
    );
  }
  if (version > newest) {
    throw new DataFileError(
      "newer_version",
      file,
      `The data file ${file} was written by a newer version of the mock: its format is number ${version}, and this program knows formats up to ${newest}. ${LEFT_ALONE} Update @chaveiro/mock-server, or choose another file.`
    );
  }
  const lost = bytesMissing(db, file) ?? firstFault(db);
  if (lost !== void 0) throw damaged(file, lost);
}
function inspectEmpty(file) {
  if (logSize(file) > 0) throw damaged(file, "it is empty, and its log is not");
}
function explain(error, file) {
  if (error instanceof DataFileError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  switch (error instanceof Error && "errcode" in error ? Number(error.errcode) & 255 : void 0) {
    case BUSY:
      return inUse(file);
    case CORRUPT:
      return damaged(file, reason, error);
    case NOT_A_DATABASE:
      return new DataFileError(
        "not_a_data_file",
        file,
        `${file} is no data file, or its beginning is lost. ${LEFT_ALONE} Choose another file.`,
        error
      );
    default:
      return new DataFileError("unusable", file, `The data file ${file} cannot be used: ${reason}.`, error);
  }
}
function inUse(file) {
  const holder = readHolder(file);
  const who = holder ? `process ${holder.pid}, since ${holder.since}` : "another process";
  return new DataFileError(
    "in_use",
    file,
    `The data file ${file} is in use by a mock that is running (${who}). Stop that one, or give this one a file of its own.`
  );
}
function damaged(file, what, cause) {
  return new DataFileError(
    "damaged",
    file,
    `The data file ${file} is damaged (${what}). ${LEFT_ALONE} Put a copy from before in its place, or start with another file.`,
    cause
  );
}
function bytesMissing(db, file) {
  const { size } = fs.statSync(file);
  const pageSize = numberIn(db, "PRAGMA page_size");
  const expected = pageSize * numberIn(db, "PRAGMA page_count");
  if (size % pageSize === 0 && (size >= expected || logSize(file) > 0)) return void 0;
  return `it has ${size} bytes, and had ${Math.max(expected, size)} or more`;
}
function logSize(file) {
  return fs.statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
function firstFault(db) {
  const [found] = db.prepare("PRAGMA quick_check(1)").all();
  return found?.quick_check === "ok" ? void 0 : found?.quick_check.split("\n")[0];
}

// src/durable/data-file.ts
function openDataFile(file, migrations, synchronous) {
  const { DatabaseSync } = loadSqlite(file);
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (found?.isDirectory())
    throw new DataFileError("unusable", file, `${file} is a folder. Name a file in it: ${file}/chaveiro.db.`);
  let db;
  try {
    if (!found) create(file);
    else if (found.size === 0) inspectEmpty(file);
    else {
      db = new DatabaseSync(file, { readOnly: true });
      inspect(db, file, migrations.length);
      db.close();
    }
    db = new DatabaseSync(file);
    db.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}`);
    db.exec("BEGIN IMMEDIATE; COMMIT");
    fs.rmSync(`${file}-shm`, { force: true });
    const foundVersion = migrate(db, migrations);
    const cutOff = readHolder(file) !== void 0;
    writeHolder(file);
    return { db, foundVersion, cutOff, close: () => close(db, file) };
  } catch (error) {
    if (db?.isOpen) db.close();
    throw explain(error, file);
  }
}
function close(db, file) {
  db.exec("PRAGMA journal_mode = DELETE");
  removeHolder(file);
  db.close();
}
function create(file) {
  try {
    fs.closeSync(fs.openSync(file, "wx", 384));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : void 0;
    if (code === "EEXIST") return;
    const reason = code === "ENOENT" ? "its folder does not exist. Make the folder first" : String(error);
    throw new DataFileError("unusable", file, `The data file ${file} cannot be made: ${reason}.`, error);
  }
}
function loadSqlite(file) {
  const module = process.getBuiltinModule?.("node:sqlite");
  if (module) return module;
  throw new DataFileError(
    "no_sqlite",
    file,
    `Data files need Node 22.13 or later, which has SQLite built in. This is Node ${process.versions.node}.`
  );
}

// src/durable/sqlite-store.ts
var REMEMBERED_NAMES = 1e4;
function openStore(file, options = {}) {
  const path$1 = path.resolve(file);
  const opened = openDataFile(path$1, MIGRATIONS, options.surviving === "power-loss" ? "FULL" : "NORMAL");
  return new SqliteStore(path$1, opened);
}
var SQL = {
  begin: "BEGIN IMMEDIATE",
  commit: "COMMIT",
  rollback: "ROLLBACK",
  add: "INSERT INTO sessions (name, version, head) VALUES (?, 1, ?) ON CONFLICT DO NOTHING RETURNING id",
  advance: "UPDATE sessions SET version = version + 1, head = ? WHERE name = ? AND version = ? RETURNING id",
  put: `INSERT INTO rows (session, account, collection, id, value) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (session, account, collection, id) DO UPDATE SET value = excluded.value`,
  remove: "DELETE FROM rows WHERE session = ? AND account = ? AND collection = ? AND id = ?",
  drop: "DELETE FROM sessions WHERE name = ?",
  expire: "INSERT INTO expired_sessions (name) VALUES (?) ON CONFLICT DO NOTHING",
  forget: "DELETE FROM expired_sessions WHERE name = ?",
  trim: `DELETE FROM expired_sessions WHERE rowid <= (SELECT max(rowid) FROM expired_sessions) - ${REMEMBERED_NAMES}`
};
var SqliteStore = class {
  file;
  recovered;
  vaultKey;
  #dataFile;
  #db;
  #sql;
  #beforeClose = [];
  constructor(file, dataFile) {
    this.file = file;
    this.#dataFile = dataFile;
    this.#db = dataFile.db;
    this.#sql = Object.fromEntries(Object.entries(SQL).map(([name, sql]) => [name, this.#db.prepare(sql)]));
    this.vaultKey = this.#db.prepare("SELECT key FROM vault").get().key;
    this.recovered = recoveredFrom(dataFile);
  }
  load() {
    const sessions = this.#db.prepare("SELECT id, name, version, head FROM sessions ORDER BY id").all();
    const names = this.#db.prepare("SELECT name FROM expired_sessions").all();
    return { sessions: sessions.map((row) => this.#loadSession(row)), expired: names.map(({ name }) => name) };
  }
  #loadSession({ id, name, version, head }) {
    const tables = /* @__PURE__ */ new Map();
    const select = this.#db.prepare("SELECT account, collection, id, value FROM rows WHERE session = ? ORDER BY position");
    for (const { account, collection, id: rowId, value } of select.iterate(id)) {
      const address = JSON.stringify([account, collection]);
      const table = tables.get(address) ?? { account: account || null, table: collection, rows: [] };
      tables.set(address, table);
      table.rows.push([rowId, JSON.parse(value)]);
    }
    return { name, version, head: JSON.parse(head), tables: [...tables.values()] };
  }
  commit(name, expected, { head, tables }) {
    return this.#transaction(() => {
      const text = JSON.stringify(head);
      const written = expected === 0 ? this.#sql.add.get(name, text) : this.#sql.advance.get(text, name, expected);
      if (!written) throw new StoreConflictError(name);
      if (expected === 0) this.#sql.forget.run(name);
      for (const changes of tables) this.#apply(Number(written["id"]), changes);
      return expected + 1;
    });
  }
  #apply(session, { account, table, deleted, put }) {
    for (const id of deleted) this.#sql.remove.run(session, account ?? "", table, id);
    for (const [id, value] of put) this.#sql.put.run(session, account ?? "", table, id, JSON.stringify(value));
  }
  drop(name, expired) {
    this.#transaction(() => {
      this.#sql.drop.run(name);
      if (!expired) return void this.#sql.forget.run(name);
      this.#sql.expire.run(name);
      this.#sql.trim.run();
    });
  }
  onClose(write) {
    this.#beforeClose.push(write);
  }
  close() {
    if (!this.#db.isOpen) return;
    for (const write of this.#beforeClose) write();
    this.#dataFile.close();
  }
  [Symbol.dispose]() {
    this.close();
  }
  #transaction(run) {
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
};
function recoveredFrom({ db, foundVersion, cutOff }) {
  const count = (collection) => numberIn(db, `SELECT count(*) FROM rows WHERE account = '' AND collection = '${collection}'`);
  const isNew = foundVersion === 0;
  return {
    isNew,
    sessions: numberIn(db, "SELECT count(*) FROM sessions"),
    accounts: count("accounts"),
    keys: count("keys"),
    requests: count("journal"),
    migratedFrom: isNew || foundVersion === MIGRATIONS.length ? null : foundVersion,
    cutOff
  };
}

exports.DataFileError = DataFileError;
exports.StoreConflictError = StoreConflictError;
exports.openStore = openStore;
