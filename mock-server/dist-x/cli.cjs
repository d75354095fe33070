'use strict';

var fs = require('fs');
var path = require('path');
var policy = require('@chaveiro/openapi/policy');
var promises = require('fs/promises');
var url = require('url');
var yaml = require('yaml');
var z = require('zod');
var hmac_js = require('@noble/hashes/hmac.js');
var sha2_js = require('@noble/hashes/sha2.js');
var utils_js$1 = require('@noble/hashes/utils.js');
var openapi = require('@chaveiro/openapi');
var utils_js = require('@noble/ciphers/utils.js');
var aes_js = require('@noble/ciphers/aes.js');
var bcryptjs = require('bcryptjs');
var schemas = require('@chaveiro/openapi/schemas');
var stream = require('stream');
var zlib = require('zlib');
var commander = require('commander');
var util = require('util');
var pc = require('picocolors');
var crypto$1 = require('crypto');

function _interopDefault (e) { return e && e.__esModule ? e : { default: e }; }

function _interopNamespace(e) {
  if (e && e.__esModule) return e;
  var n = Object.create(null);
  if (e) {
    Object.keys(e).forEach(function (k) {
      if (k !== 'default') {
        var d = Object.getOwnPropertyDescriptor(e, k);
        Object.defineProperty(n, k, d.get ? d : {
          enumerable: true,
          get: function () { return e[k]; }
        });
      }
    });
  }
  n.default = e;
  return Object.freeze(n);
}

var z__namespace = /*#__PURE__*/_interopNamespace(z);
var pc__default = /*#__PURE__*/_interopDefault(pc);

var __defProp = Object.defineProperty;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __knownSymbol = (name2, symbol) => (symbol = Symbol[name2]) ? symbol : /* @__PURE__ */ Symbol.for("Symbol." + name2);
var __typeError = (msg) => {
  throw TypeError(msg);
};
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name2 in all)
    __defProp(target, name2, { get: all[name2], enumerable: true });
};
var __using = (stack, value, async) => {
  if (value != null) {
    if (typeof value !== "object" && typeof value !== "function") __typeError("Object expected");
    var dispose, inner;
    if (dispose === void 0) {
      dispose = value[__knownSymbol("dispose")];
    }
    if (typeof dispose !== "function") __typeError("Object not disposable");
    if (inner) dispose = function() {
      try {
        inner.call(this);
      } catch (e) {
        return Promise.reject(e);
      }
    };
    stack.push([async, dispose, value]);
  }
  return value;
};
var __callDispose = (stack, error, hasError) => {
  var E = typeof SuppressedError === "function" ? SuppressedError : function(e, s, m, _) {
    return _ = Error(m), _.name = "SuppressedError", _.error = e, _.suppressed = s, _;
  };
  var fail2 = (e) => error = hasError ? new E(e, error, "An error was suppressed during disposal") : (hasError = true, e);
  var next = (it) => {
    while (it = stack.pop()) {
      try {
        var result = it[1] && it[1].call(it[2]);
        if (it[0]) return Promise.resolve(result).then(next, (e) => (fail2(e), next()));
      } catch (e) {
        fail2(e);
      }
    }
    if (hasError) throw error;
  };
  return next();
};

// package.json
var package_default;
var init_package = __esm({
  "package.json"() {
    package_default = {
      name: "@chaveiro/mock-server",
      version: "0.1.0",
      description: "A stateful mock of Pingback, RD Station and Zenvio that emulates every state of an API key.",
      license: "MIT",
      type: "module",
      sideEffects: false,
      engines: {
        node: ">=22.12"
      },
      bin: {
        chaveiro: "./bin/chaveiro.js"
      },
      files: [
        "bin",
        "dist",
        "README.md"
      ],
      exports: {
        ".": {
          "@chaveiro/source": "./src/index.ts",
          import: {
            types: "./dist/index.d.ts",
            default: "./dist/index.js"
          },
          require: {
            types: "./dist/index.d.cts",
            default: "./dist/index.cjs"
          }
        },
        "./node": {
          "@chaveiro/source": "./src/node.ts",
          import: {
            types: "./dist/node.d.ts",
            default: "./dist/node.js"
          },
          require: {
            types: "./dist/node.d.cts",
            default: "./dist/node.cjs"
          }
        },
        "./browser": {
          "@chaveiro/source": "./src/browser.ts",
          import: {
            types: "./dist/browser.d.ts",
            default: "./dist/browser.js"
          },
          require: {
            types: "./dist/browser.d.cts",
            default: "./dist/browser.cjs"
          }
        },
        "./mockServiceWorker.js": "./dist/mockServiceWorker.js",
        "./http": {
          "@chaveiro/source": "./src/http.ts",
          import: {
            types: "./dist/http.d.ts",
            default: "./dist/http.js"
          },
          require: {
            types: "./dist/http.d.cts",
            default: "./dist/http.cjs"
          }
        },
        "./durable": {
          "@chaveiro/source": "./src/durable.ts",
          import: {
            types: "./dist/durable.d.ts",
            default: "./dist/durable.js"
          },
          require: {
            types: "./dist/durable.d.cts",
            default: "./dist/durable.cjs"
          }
        },
        "./testing": {
          "@chaveiro/source": "./src/testing.ts",
          import: {
            types: "./dist/testing.d.ts",
            default: "./dist/testing.js"
          },
          require: {
            types: "./dist/testing.d.cts",
            default: "./dist/testing.cjs"
          }
        },
        "./vitest": {
          "@chaveiro/source": "./src/vitest.ts",
          import: {
            types: "./dist/vitest.d.ts",
            default: "./dist/vitest.js"
          }
        },
        "./playwright": {
          "@chaveiro/source": "./src/playwright.ts",
          import: {
            types: "./dist/playwright.d.ts",
            default: "./dist/playwright.js"
          },
          require: {
            types: "./dist/playwright.d.cts",
            default: "./dist/playwright.cjs"
          }
        },
        "./remote": {
          "@chaveiro/source": "./src/remote.ts",
          import: {
            types: "./dist/remote.d.ts",
            default: "./dist/remote.js"
          },
          require: {
            types: "./dist/remote.d.cts",
            default: "./dist/remote.cjs"
          }
        },
        "./package.json": "./package.json"
      },
      scripts: {
        build: "tsup && vite build console",
        bench: "node bench/bench.ts"
      },
      dependencies: {
        "@chaveiro/openapi": "0.1.0",
        "@noble/ciphers": "2.4.0",
        "@noble/hashes": "2.4.0",
        bcryptjs: "3.0.3",
        commander: "15.1.0",
        msw: "3.0.5",
        "openapi-fetch": "0.17.0",
        picocolors: "1.1.1",
        yaml: "2.9.1",
        zod: "4.6.7"
      },
      peerDependencies: {
        vitest: ">=4.1",
        "@stoplight/prism-http": ">=5.16.0"
      },
      peerDependenciesMeta: {
        vitest: {
          optional: true
        },
        "@stoplight/prism-http": {
          optional: true
        }
      },
      devDependencies: {
        "@chaveiro/sdk": "0.1.0",
        "@preact/signals": "2.11.4",
        "@stoplight/prism-cli": "5.16.0",
        "@stoplight/prism-http": "5.16.0",
        "axe-core": "4.14.1",
        esbuild: "0.28.2",
        "playwright-core": "1.65.1",
        preact: "11.2.0",
        vite: "8.3.8"
      },
      publishConfig: {
        access: "public",
        provenance: true
      }
    };
  }
});

// src/version.ts
var version;
var init_version = __esm({
  "src/version.ts"() {
    init_package();
    version = package_default.version;
  }
});

// src/core/clock.ts
function milliseconds(duration3) {
  if (typeof duration3 === "number") {
    if (Number.isFinite(duration3) && duration3 >= 0) return duration3;
  } else {
    const match = /^(\d{1,12})(ms|s|m|h|d)$/.exec(duration3.trim());
    const unit = UNITS[match?.[2] ?? ""];
    if (match?.[1] && unit) return Number(match[1]) * unit;
  }
  throw new RangeError(
    `"${String(duration3).slice(0, 40)}" is no duration. Use milliseconds or a number with a unit: 250ms, 61s, 15m, 24h, 30d.`
  );
}
function iso(instant3) {
  if (instant3 !== lastInstant) [lastInstant, lastText] = [instant3, new Date(instant3).toISOString()];
  return lastText;
}
function createClock(source) {
  const read2 = typeof source === "number" ? () => source : source;
  const sleepers = /* @__PURE__ */ new Set();
  let offset = 0;
  function wake(isDue) {
    for (const sleeper of [...sleepers]) if (isDue(sleeper)) sleeper.wake();
  }
  function sleep(duration3, signal) {
    const until = read2() + offset + milliseconds(duration3);
    return new Promise((resolve6, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      if (until <= read2() + offset) return resolve6();
      let timer;
      const end = () => {
        sleepers.delete(sleeper);
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
      };
      const abort = () => (end(), reject(signal?.reason));
      const sleeper = { until, wake: () => (end(), resolve6()) };
      const setTimer = () => {
        const left = until - read2() - offset;
        if (left <= 0) sleeper.wake();
        else timer = setTimeout(setTimer, Math.min(left, LONGEST_TIMER));
      };
      sleepers.add(sleeper);
      signal?.addEventListener("abort", abort);
      if (typeof source === "function") setTimer();
    });
  }
  return {
    offset: () => offset,
    moveTo(wanted) {
      offset = wanted;
    },
    now: () => read2() + offset,
    advance(by) {
      const next = read2() + offset + milliseconds(by);
      if (next > 864e13) throw new RangeError("The clock cannot pass the year 275760.");
      offset = next - read2();
      wake(({ until }) => until <= next);
      return next;
    },
    set(instant3) {
      offset = instant3 - read2();
      wake(({ until }) => until <= instant3);
    },
    sleep,
    reset() {
      offset = 0;
      wake(() => true);
    }
  };
}
var UNITS, lastInstant, lastText, LONGEST_TIMER;
var init_clock = __esm({
  "src/core/clock.ts"() {
    UNITS = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
    lastInstant = NaN;
    lastText = "";
    LONGEST_TIMER = 2147483647;
  }
});

// src/core/store.ts
var DEFAULT, StoreConflictError;
var init_store = __esm({
  "src/core/store.ts"() {
    DEFAULT = "default";
    StoreConflictError = class extends Error {
      name = "StoreConflictError";
      constructor(session) {
        super(`The session "${session}" was changed by another mock since this one read it. Give each mock a store of its own.`);
      }
    };
  }
});

// src/durable/data-file-error.ts
var DataFileError;
var init_data_file_error = __esm({
  "src/durable/data-file-error.ts"() {
    DataFileError = class extends Error {
      name = "DataFileError";
      code;
      file;
      constructor(code, file, message, cause) {
        super(message, { cause });
        this.code = code;
        this.file = file;
      }
    };
  }
});
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
var init_holder = __esm({
  "src/durable/holder.ts"() {
  }
});

// src/durable/schema.ts
function migrate(db, migrations) {
  const from = versionOf(db);
  if (from >= migrations.length) return from;
  db.exec("BEGIN IMMEDIATE");
  try {
    for (const step3 of migrations.slice(from)) step3(db);
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
var APPLICATION_ID, MIGRATIONS;
var init_schema = __esm({
  "src/durable/schema.ts"() {
    APPLICATION_ID = 1130914166;
    MIGRATIONS = [
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
  }
});
function inspect(db, file, newest) {
  const version2 = versionOf(db);
  const application = numberIn(db, "PRAGMA application_id");
  const isEmpty = version2 === 0 && application === 0 && numberIn(db, "SELECT count(*) FROM sqlite_schema") === 0;
  if (application !== APPLICATION_ID && !isEmpty) {
    throw new DataFileError(
      "not_a_data_file",
      file,
      `${file} is the database of another program. ${LEFT_ALONE} Choose another file.`
    );
  }
  if (version2 > newest) {
    throw new DataFileError(
      "newer_version",
      file,
      `The data file ${file} was written by a newer version of the mock: its format is number ${version2}, and this program knows formats up to ${newest}. ${LEFT_ALONE} Update @chaveiro/mock-server, or choose another file.`
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
  const [found2] = db.prepare("PRAGMA quick_check(1)").all();
  return found2?.quick_check === "ok" ? void 0 : found2?.quick_check.split("\n")[0];
}
var BUSY, CORRUPT, NOT_A_DATABASE, LEFT_ALONE;
var init_inspect = __esm({
  "src/durable/inspect.ts"() {
    init_data_file_error();
    init_holder();
    init_schema();
    BUSY = 5;
    CORRUPT = 11;
    NOT_A_DATABASE = 26;
    LEFT_ALONE = "It was left as it is.";
  }
});
function openDataFile(file, migrations, synchronous) {
  const { DatabaseSync } = loadSqlite(file);
  const found2 = fs.statSync(file, { throwIfNoEntry: false });
  if (found2?.isDirectory())
    throw new DataFileError("unusable", file, `${file} is a folder. Name a file in it: ${file}/chaveiro.db.`);
  let db;
  try {
    if (!found2) create(file);
    else if (found2.size === 0) inspectEmpty(file);
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
    const cutOff2 = readHolder(file) !== void 0;
    writeHolder(file);
    return { db, foundVersion, cutOff: cutOff2, close: () => close(db, file) };
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
var init_data_file = __esm({
  "src/durable/data-file.ts"() {
    init_data_file_error();
    init_holder();
    init_inspect();
    init_schema();
  }
});
function openStore(file, options = {}) {
  const path$1 = path.resolve(file);
  const opened = openDataFile(path$1, MIGRATIONS, options.surviving === "power-loss" ? "FULL" : "NORMAL");
  return new SqliteStore(path$1, opened);
}
function recoveredFrom({ db, foundVersion, cutOff: cutOff2 }) {
  const count2 = (collection) => numberIn(db, `SELECT count(*) FROM rows WHERE account = '' AND collection = '${collection}'`);
  const isNew = foundVersion === 0;
  return {
    isNew,
    sessions: numberIn(db, "SELECT count(*) FROM sessions"),
    accounts: count2("accounts"),
    keys: count2("keys"),
    requests: count2("journal"),
    migratedFrom: isNew || foundVersion === MIGRATIONS.length ? null : foundVersion,
    cutOff: cutOff2
  };
}
var REMEMBERED_NAMES, SQL, SqliteStore;
var init_sqlite_store = __esm({
  "src/durable/sqlite-store.ts"() {
    init_store();
    init_data_file();
    init_schema();
    REMEMBERED_NAMES = 1e4;
    SQL = {
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
    SqliteStore = class {
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
        this.#sql = Object.fromEntries(Object.entries(SQL).map(([name2, sql]) => [name2, this.#db.prepare(sql)]));
        this.vaultKey = this.#db.prepare("SELECT key FROM vault").get().key;
        this.recovered = recoveredFrom(dataFile);
      }
      load() {
        const sessions2 = this.#db.prepare("SELECT id, name, version, head FROM sessions ORDER BY id").all();
        const names = this.#db.prepare("SELECT name FROM expired_sessions").all();
        return { sessions: sessions2.map((row) => this.#loadSession(row)), expired: names.map(({ name: name2 }) => name2) };
      }
      #loadSession({ id: id2, name: name2, version: version2, head }) {
        const tables = /* @__PURE__ */ new Map();
        const select = this.#db.prepare("SELECT account, collection, id, value FROM rows WHERE session = ? ORDER BY position");
        for (const { account: account2, collection, id: rowId, value } of select.iterate(id2)) {
          const address = JSON.stringify([account2, collection]);
          const table2 = tables.get(address) ?? { account: account2 || null, table: collection, rows: [] };
          tables.set(address, table2);
          table2.rows.push([rowId, JSON.parse(value)]);
        }
        return { name: name2, version: version2, head: JSON.parse(head), tables: [...tables.values()] };
      }
      commit(name2, expected, { head, tables }) {
        return this.#transaction(() => {
          const text2 = JSON.stringify(head);
          const written2 = expected === 0 ? this.#sql.add.get(name2, text2) : this.#sql.advance.get(text2, name2, expected);
          if (!written2) throw new StoreConflictError(name2);
          if (expected === 0) this.#sql.forget.run(name2);
          for (const changes of tables) this.#apply(Number(written2["id"]), changes);
          return expected + 1;
        });
      }
      #apply(session, { account: account2, table: table2, deleted, put: put2 }) {
        for (const id2 of deleted) this.#sql.remove.run(session, account2 ?? "", table2, id2);
        for (const [id2, value] of put2) this.#sql.put.run(session, account2 ?? "", table2, id2, JSON.stringify(value));
      }
      drop(name2, expired) {
        this.#transaction(() => {
          this.#sql.drop.run(name2);
          if (!expired) return void this.#sql.forget.run(name2);
          this.#sql.expire.run(name2);
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
  }
});

// src/durable.ts
var durable_exports = {};
__export(durable_exports, {
  DataFileError: () => DataFileError,
  StoreConflictError: () => StoreConflictError,
  openStore: () => openStore
});
var init_durable = __esm({
  "src/durable.ts"() {
    init_store();
    init_data_file_error();
    init_sqlite_store();
  }
});
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function localPointer(value) {
  const reference = isRecord(value) ? value["$ref"] : void 0;
  return typeof reference === "string" && reference.startsWith("#") ? reference.slice(1) : void 0;
}
function atLocalPointer(document2, pointer) {
  const found2 = policy.atPointer(document2, pointer);
  if (found2 !== void 0 || !pointer.includes("%")) return found2;
  try {
    return policy.atPointer(document2, decodeURIComponent(pointer));
  } catch {
    return void 0;
  }
}
function follow2(document2, value) {
  let current = value;
  for (let hops = 0; hops < MAX_HOPS; hops += 1) {
    if (!isRecord(current) || typeof current["$ref"] !== "string") return current;
    const pointer = localPointer(current);
    if (pointer === void 0) return void 0;
    current = atLocalPointer(document2, pointer);
  }
  return void 0;
}
function followRecord(document2, value) {
  const found2 = follow2(document2, value);
  return isRecord(found2) ? found2 : void 0;
}
var MAX_HOPS;
var init_follow = __esm({
  "src/document/follow.ts"() {
    MAX_HOPS = 32;
  }
});

// src/own-document/check.ts
function assertOpenApi(value) {
  if (!isRecord(value)) throw new OwnDocumentError(`An OpenAPI document is an object, and this is ${nameOf(value)}.`);
  const { openapi, swagger, paths } = value;
  if (swagger !== void 0) {
    throw new OwnDocumentError(
      `This is a Swagger ${JSON.stringify(swagger)} document. Convert it to OpenAPI 3 first, for example with swagger2openapi.`
    );
  }
  if (openapi === void 0) {
    const keys2 = Object.keys(value).slice(0, 4).join(", ");
    throw new OwnDocumentError(`This is no OpenAPI document: it has no line "openapi"${keys2 ? `; it begins with ${keys2}` : ""}.`);
  }
  if (typeof openapi !== "string" || !/^3\.[0-2](\.|$)/.test(openapi)) {
    throw new OwnDocumentError(
      `This document says openapi: ${JSON.stringify(openapi)}. The mock takes 3.0 and 3.1 (as text: "3.1.0").`
    );
  }
  if (!isRecord(paths) || Object.keys(paths).length === 0) {
    throw new OwnDocumentError("This document has no paths, so there is nothing that the mock could answer.");
  }
}
function nameOf(value) {
  if (Array.isArray(value)) return "a list";
  return value === null || value === void 0 ? "empty" : `a ${typeof value}`;
}
var OwnDocumentError;
var init_check = __esm({
  "src/own-document/check.ts"() {
    init_follow();
    OwnDocumentError = class extends Error {
      name = "OwnDocumentError";
    };
  }
});

// src/own-document/references.ts
async function embedReferences(document2, root, read2) {
  const places2 = /* @__PURE__ */ new Map([[root.href, ""]]);
  const kept = [];
  let wave = [{ value: document2, at: root }];
  while (wave.length > 0) {
    const found2 = [];
    for (const { value, at: at2 } of wave) {
      for (const [holder, reference] of referencesIn(value)) {
        const [address = "", pointer = ""] = reference.split("#", 2);
        const target = address === "" ? at2 : resolved(address, at2, reference);
        holder["$ref"] = `#${placeOf(target, reference, found2)}${pointer}`;
      }
    }
    wave = await inTurns(found2, async ({ target, reference, index }) => {
      const value = await read2(target, reference);
      kept[index] = value;
      return { value, at: target };
    });
  }
  if (kept.length > 0) document2[KEPT] = kept;
  function placeOf(target, reference, found2) {
    const known = places2.get(target.href);
    if (known !== void 0) return known;
    if (kept.length >= MOST) throw new OwnDocumentError(`The document refers to more than ${MOST} others.`);
    assertNear(target, root, reference);
    const index = kept.push(void 0) - 1;
    const place = `/${KEPT}/${index}`;
    places2.set(target.href, place);
    found2.push({ target, reference, index });
    return place;
  }
}
async function inTurns(items, work) {
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
function assertNear(target, root, reference) {
  if (target.protocol === root.protocol && target.host === root.host) return;
  throw new OwnDocumentError(
    `The document refers to "${reference}", which is on another host, and the mock asks none that you did not name. Bundle it into one document first, for example with "redocly bundle".`
  );
}
function resolved(address, at2, reference) {
  try {
    const url = new URL(address, at2);
    url.hash = "";
    return url;
  } catch {
    throw new OwnDocumentError(`The document refers to "${reference}", which is no file name and no URL.`);
  }
}
function referencesIn(value) {
  const found2 = [];
  const stack = [value];
  for (let node = stack.pop(); node !== void 0; node = stack.pop()) {
    if (isRecord(node) && typeof node["$ref"] === "string") found2.push([node, node["$ref"]]);
    if (typeof node === "object" && node !== null) {
      for (const inner of Object.values(node)) if (typeof inner === "object") stack.push(inner);
    }
  }
  return found2;
}
var KEPT, MOST, AT_ONCE;
var init_references = __esm({
  "src/own-document/references.ts"() {
    init_follow();
    init_check();
    KEPT = "x-documents";
    MOST = 2e4;
    AT_ONCE = 16;
  }
});

// src/own-document/read-document.ts
var read_document_exports = {};
__export(read_document_exports, {
  readDocument: () => readDocument
});
async function readDocument(location) {
  const isUrl = /^https?:\/\//i.test(location);
  const root = isUrl ? new URL(location) : url.pathToFileURL(path.resolve(location));
  const document2 = await readValue(root, location);
  if (!isRecord(document2)) throw new OwnDocumentError(`${location} is no OpenAPI document: it holds no object.`);
  await embedReferences(document2, root, (target, reference) => readValue(target, `${reference} (in ${location})`));
  return { document: document2, source: isUrl ? root.href : location };
}
async function readValue(location, name2) {
  const text2 = location.protocol === "file:" ? await readLocal(location, name2) : await readRemote(location, name2);
  return parseText(text2, name2);
}
async function readLocal(location, name2) {
  try {
    return await promises.readFile(location, "utf8");
  } catch (error) {
    const { code = String(error) } = error;
    const why = { ENOENT: "there is no such file", EISDIR: "it is a folder", EACCES: "this user may not read it" }[code] ?? code;
    throw new OwnDocumentError(`${name2} cannot be read: ${why}.`);
  }
}
async function readRemote(location, name2) {
  const response = await fetch(location, { signal: AbortSignal.timeout(TIMEOUT_MS) }).catch((error) => {
    throw new OwnDocumentError(`${name2} cannot be fetched: ${reasonOf(error)}.`);
  });
  if (!response.ok) throw new OwnDocumentError(`${name2} cannot be fetched: it answers ${response.status}.`);
  if (Number(response.headers.get("content-length")) > MAX_BYTES) throw new OwnDocumentError(`${name2} is larger than 128 MB.`);
  return response.text();
}
function reasonOf(error) {
  if (error instanceof Error && error.name === "TimeoutError") return `no answer within ${TIMEOUT_MS / 1e3} seconds`;
  const cause = error instanceof Error ? error.cause : void 0;
  return cause instanceof Error ? cause.message : String(error);
}
function parseText(text2, name2) {
  const start2 = /^\uFEFF?\s*/.exec(text2)?.[0].length ?? 0;
  try {
    if (text2[start2] === "{" || text2[start2] === "[") return JSON.parse(text2.slice(start2));
  } catch (error) {
    if (!isFlowYaml(text2)) throw new OwnDocumentError(`${name2} is not valid JSON: ${error.message}.`);
  }
  try {
    return yaml.parse(text2, { uniqueKeys: false, merge: true, maxAliasCount: 1e4, logLevel: "error" });
  } catch (error) {
    const [what] = error.message.split("\n");
    const line = error instanceof yaml.YAMLParseError ? error.linePos?.[0].line : void 0;
    throw new OwnDocumentError(`${name2}${line === void 0 ? "" : `:${line}`} is neither YAML nor JSON: ${what}`);
  }
}
function isFlowYaml(text2) {
  return /^\s*\{\s*[A-Za-z]/.test(text2);
}
var MAX_BYTES, TIMEOUT_MS;
var init_read_document = __esm({
  "src/own-document/read-document.ts"() {
    init_follow();
    init_check();
    init_references();
    MAX_BYTES = 128 * 1048576;
    TIMEOUT_MS = 3e4;
  }
});

// src/prism/load.ts
var load_exports = {};
__export(load_exports, {
  PrismUnavailableError: () => PrismUnavailableError,
  assertNodeRunsPrism: () => assertNodeRunsPrism,
  loadPrism: () => loadPrism
});
function loadPrism() {
  assertNodeRunsPrism();
  loading ??= load().catch((error) => {
    loading = void 0;
    throw error;
  });
  return loading;
}
function assertNodeRunsPrism(version2 = globalThis.process?.versions.node) {
  if (version2 === void 0) return;
  const [major = 0, minor = 0] = version2.split(".").map(Number);
  if (major > LEAST_NODE[0] || major === LEAST_NODE[0] && minor >= LEAST_NODE[1]) return;
  throw new PrismUnavailableError(
    `Prism needs Node ${LEAST_NODE.join(".")} or newer, and this is Node ${version2}. Update Node, or do without --static, --contract and --responder prism; everything else works here.`
  );
}
async function load() {
  try {
    const loaded = await import(PACKAGE);
    return loaded.default ?? loaded;
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new PrismUnavailableError(`Prism is not installed. Add it beside the mock: npm install --save-dev ${PACKAGE}`);
  }
}
function isMissing(error) {
  const code = error instanceof Error && "code" in error ? error.code : void 0;
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && String(error).includes(PACKAGE);
}
var PACKAGE, LEAST_NODE, PrismUnavailableError, loading;
var init_load = __esm({
  "src/prism/load.ts"() {
    PACKAGE = "@stoplight/prism-http";
    LEAST_NODE = [24, 18];
    PrismUnavailableError = class extends Error {
      name = "PrismUnavailableError";
    };
  }
});

// src/own-document/read-policy.ts
var read_policy_exports = {};
__export(read_policy_exports, {
  readPolicy: () => readPolicy
});
async function readPolicy(file) {
  const text2 = await promises.readFile(file, "utf8").catch((error) => {
    const why = error.code === "ENOENT" ? "there is no such file" : error.code ?? String(error);
    throw new OwnDocumentError(`The policy file ${file} cannot be read: ${why}.`);
  });
  const lines5 = new yaml.LineCounter();
  const document2 = yaml.parseDocument(text2, { lineCounter: lines5, prettyErrors: false });
  const [slip] = document2.errors;
  if (slip) throw new OwnDocumentError(`${file}:${lines5.linePos(slip.pos[0]).line} is neither YAML nor JSON: ${slip.message}`);
  const value = document2.toJS({ maxAliasCount: 100 }) ?? {};
  const problems = policy.problemsOf(policy.ownPolicySchema, value, []);
  if (problems.length === 0) return value;
  const locate2 = (path) => `${file}:${lines5.linePos(offsetOf(document2, path)).line}`;
  throw new OwnDocumentError(`The policy has slips:
${policy.describeProblems(problems, locate2).join("\n")}`);
}
function offsetOf(document2, path) {
  for (let length = path.length; length > 0; length -= 1) {
    const above = length === 1 ? document2.contents : document2.getIn(path.slice(0, length - 1), true);
    const step3 = path[length - 1];
    const pair = yaml.isMap(above) ? above.items.find(({ key: key2 }) => yaml.isScalar(key2) && String(key2.value) === String(step3)) : void 0;
    if (yaml.isScalar(pair?.key)) return pair.key.range?.[0] ?? 0;
    const node = document2.getIn(path.slice(0, length), true);
    if (yaml.isNode(node)) return node.range?.[0] ?? 0;
  }
  return document2.contents?.range?.[0] ?? 0;
}
var init_read_policy = __esm({
  "src/own-document/read-policy.ts"() {
    init_check();
  }
});

// src/prism/contract-view.ts
var contract_view_exports = {};
__export(contract_view_exports, {
  contractOver: () => contractOver,
  describeViolation: () => describeViolation
});
function contractOver(check, sessions2) {
  const on = () => {
    if (check) return check;
    throw new Error("This mock checks no contract. Make it with createMock({ contract: true }), or start it with --contract.");
  };
  const entries = () => sessions2().flatMap(({ name: name2, journal }) => journal.list().map((entry) => ({ ...entry, session: name2 })));
  return {
    get side() {
      return on().side;
    },
    get found() {
      return on().found;
    },
    get checked() {
      on();
      return entries().filter(({ violations }) => violations !== void 0).length;
    },
    get violations() {
      on();
      return entries().flatMap(
        ({ violations = [], requestId, session, operationId, method, path, status: status2 }) => violations.map((violation) => ({
          ...violation,
          requestId,
          session,
          operationId: operationId ?? "",
          method,
          path,
          status: status2
        }))
      );
    }
  };
}
function describeViolation({ side, operationId, method, path, status: status2, place, message }) {
  const where = place === "" || message.includes(place.split(".").at(-1) ?? "") ? "" : `${place}: `;
  const what = side === "request" ? "request" : `answer ${status2}`;
  return `${method} ${path} (${operationId}), ${what}: ${where}${message}`;
}
var init_contract_view = __esm({
  "src/prism/contract-view.ts"() {
  }
});

// src/scenarios/view.ts
function scenarioView({ scenario: scenario3, platform: platform2, account: account2, keys: keys2, users, faults: faults2 }) {
  return {
    scenario: scenario3,
    platform: platform2,
    account: { id: account2.id, name: account2.name, plan: account2.plan },
    keys: Object.fromEntries(Object.entries(keys2).map(([role, key2]) => [role, createdKeyView(key2)])),
    users,
    faults: faults2
  };
}
function createdKeyView(key2) {
  const { id: id2, scheme, name: name2, status: status2, masked: masked2, secret: secret2 } = key2;
  return { id: id2, scheme, name: name2, status: status2, masked: masked2, secret: secret2 };
}
var init_view = __esm({
  "src/scenarios/view.ts"() {
  }
});

// src/seed/view.ts
var view_exports = {};
__export(view_exports, {
  appliedSeedView: () => appliedSeedView
});
function appliedSeedView({ accounts: accounts3, scenarios: scenarios3, faults: faults2, now }) {
  return {
    accounts: accounts3.map(({ account: { id: id2, platform: platform2, name: name2, plan }, keys: keys2, users }) => ({
      id: id2,
      platform: platform2,
      name: name2,
      plan,
      keys: keys2.map(createdKeyView),
      users
    })),
    scenarios: scenarios3.map(scenarioView),
    faults: faults2,
    now: new Date(now).toISOString()
  };
}
var init_view2 = __esm({
  "src/seed/view.ts"() {
    init_view();
  }
});

// src/seed/problems.ts
var problems_exports = {};
__export(problems_exports, {
  SeedError: () => SeedError,
  shown: () => shown2
});
function shown2(path) {
  const text2 = path.map((step3) => typeof step3 === "number" ? `[${step3}]` : `.${step3}`).join("");
  return text2.replace(/^\./, "") || "the seed";
}
var SHOWN, SeedError;
var init_problems = __esm({
  "src/seed/problems.ts"() {
    SHOWN = 20;
    SeedError = class extends Error {
      name = "SeedError";
      /** Each with its path in the seed: `['accounts', 0, 'plan']`. */
      problems;
      /** @param where how a path is shown: `seed.yaml:12:5 accounts[0].plan`. */
      constructor(problems, where = shown2) {
        const count2 = problems.length === 1 ? "a problem" : `${problems.length} problems`;
        const lines5 = problems.slice(0, SHOWN).map((each) => `  ${where(each.path)}: ${each.message}`);
        if (problems.length > SHOWN) lines5.push(`  \u2026 and ${problems.length - SHOWN} more`);
        super([`The seed has ${count2}, and nothing of it was applied:`, ...lines5].join("\n"));
        this.problems = problems;
      }
    };
  }
});

// src/seed/schema.ts
var schema_exports = {};
__export(schema_exports, {
  seedSchema: () => seedSchema,
  slipsOf: () => slipsOf,
  spelledOut: () => spelledOut
});
function spelledOut(seed) {
  const plain2 = seed === void 0 ? null : JSON.parse(JSON.stringify(seed));
  const scenarios3 = isObject2(plain2) ? plain2["scenarios"] : void 0;
  if (!isObject2(plain2) || !Array.isArray(scenarios3)) return plain2;
  return { ...plain2, scenarios: scenarios3.map((each) => typeof each === "string" ? { name: each } : each) };
}
function slipsOf(seed) {
  return policy.problemsOf(seedSchema, spelledOut(seed), []).map((problem3) => {
    const [name2, parent] = [problem3.path.at(-1), problem3.path.at(-2)];
    const isSecret = name2 === "secret" || name2 === "token" || parent === "secrets";
    return isSecret ? { ...problem3, message: problem3.message.replace(/, not .*/, "") } : problem3;
  });
}
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var DURATION, duration, maybe, text, id, secret, rateLimiting, instant, key, user, account, scenario, bytes, status, FAULT_KINDS, effect, fault, seedSchema;
var init_schema2 = __esm({
  "src/seed/schema.ts"() {
    DURATION = "expected a duration such as 250ms, 61s, 15m, 24h or 30d";
    duration = z__namespace.union([z__namespace.number().nonnegative(), z__namespace.string().regex(/^\d{1,12}(ms|s|m|h|d)$/, DURATION)], {
      error: DURATION
    });
    maybe = z__namespace.exactOptional;
    text = z__namespace.string().min(1, "expected at least one character");
    id = z__namespace.string().regex(/^[\w.:@-]{1,100}$/, "expected 1 to 100 letters, digits and . _ - : @");
    secret = z__namespace.string().regex(/^[\x21-\x7e]{8,72}$/, "expected 8 to 72 visible ASCII characters without spaces");
    rateLimiting = z__namespace.enum(["off", "on", "exhausted"]);
    instant = z__namespace.iso.datetime({ offset: true, error: "expected an instant such as 2026-01-31T12:00:00Z" });
    key = policy.lines({
      id: maybe(id),
      name: maybe(text),
      /** A kind of key other than the platform's first: `rdstationOAuth`. */
      scheme: maybe(z__namespace.string()),
      /** A secret of your own; without it, one in the platform's format. */
      secret: maybe(secret),
      state: maybe(z__namespace.enum(["active", "disabled", "deleted", "expired"])),
      scopes: maybe(z__namespace.array(z__namespace.string())),
      instances: maybe(z__namespace.array(z__namespace.string()))
    });
    user = policy.lines({ role: policy.roleSchema, name: maybe(text), token: maybe(secret) });
    account = policy.lines({
      platform: z__namespace.string(),
      id: maybe(id),
      name: maybe(text),
      plan: maybe(z__namespace.string()),
      product: maybe(z__namespace.string()),
      /** `exhausted`: every request finds the quota used up. */
      rateLimits: maybe(rateLimiting),
      keys: maybe(z__namespace.array(key)),
      /** People who may sign in to the account's console. */
      users: maybe(z__namespace.array(user)),
      /** Rows by collection: contacts, instances, leads, … */
      resources: maybe(z__namespace.record(z__namespace.string(), z__namespace.array(z__namespace.record(z__namespace.string(), z__namespace.unknown()))))
    });
    scenario = policy.lines({
      name: z__namespace.string(),
      platform: maybe(z__namespace.string()),
      scheme: maybe(z__namespace.string()),
      account: maybe(
        policy.lines({
          id: maybe(id),
          name: maybe(text),
          plan: maybe(z__namespace.string()),
          product: maybe(z__namespace.string()),
          rateLimits: maybe(rateLimiting)
        })
      ),
      /** By the key's name in the scenario. */
      secrets: maybe(z__namespace.record(z__namespace.string(), secret)),
      rows: maybe(z__namespace.enum(["example", "none"]))
    });
    bytes = z__namespace.int().nonnegative();
    status = z__namespace.int().min(200).max(599);
    FAULT_KINDS = ["status", "latency", "drop", "stall", "truncate", "malformed", "html", "content_type", "rate_limited"];
    effect = z__namespace.discriminatedUnion(
      "kind",
      [
        policy.lines({
          kind: z__namespace.literal("status"),
          status,
          body: maybe(z__namespace.unknown()),
          headers: maybe(z__namespace.record(z__namespace.string(), z__namespace.string()))
        }),
        policy.lines({ kind: z__namespace.literal("latency"), delay: duration, jitter: maybe(duration) }),
        policy.lines({ kind: z__namespace.literal("drop"), when: maybe(z__namespace.enum(["before", "after"])) }),
        policy.lines({ kind: z__namespace.literal("stall"), after: maybe(bytes) }),
        policy.lines({ kind: z__namespace.literal("truncate"), after: maybe(bytes) }),
        policy.lines({ kind: z__namespace.literal("malformed") }),
        policy.lines({ kind: z__namespace.literal("html"), status: maybe(status) }),
        policy.lines({ kind: z__namespace.literal("content_type"), contentType: text }),
        policy.lines({ kind: z__namespace.literal("rate_limited") })
      ],
      { error: (issue3) => issue3.code === "invalid_union" ? `expected one of: ${FAULT_KINDS.join(", ")}` : void 0 }
    );
    fault = policy.lines({
      effect,
      on: maybe(
        policy.lines({
          platform: maybe(z__namespace.string()),
          operationId: maybe(z__namespace.string()),
          method: maybe(z__namespace.string()),
          keyId: maybe(z__namespace.string()),
          accountId: maybe(z__namespace.string())
        })
      ),
      times: maybe(z__namespace.int().positive()),
      probability: maybe(z__namespace.number().min(0).max(1))
    });
    seedSchema = policy.lines({
      /** Where editors find the schema; the mock does not look at it. */
      $schema: maybe(z__namespace.string()),
      clock: maybe(policy.lines({ now: instant })),
      settings: maybe(
        policy.lines({
          rateLimits: maybe(z__namespace.enum(["off", "on"])),
          propagationDelay: maybe(duration),
          /** `{ pingback: { missing_key: gateway_401 } }`: another plausible answer where the real one is not known. */
          failures: maybe(z__namespace.record(z__namespace.string(), z__namespace.record(z__namespace.string(), z__namespace.string())))
        })
      ),
      accounts: maybe(z__namespace.array(account)),
      scenarios: maybe(z__namespace.array(scenario)),
      faults: maybe(z__namespace.array(fault))
    });
  }
});

// src/seed/parse.ts
var parse_exports = {};
__export(parse_exports, {
  parseSeed: () => parseSeed
});
function parseSeed(text2, fileName) {
  const lines5 = new yaml.LineCounter();
  const document2 = yaml.parseDocument(text2, { lineCounter: lines5, prettyErrors: false });
  const place = (offset) => {
    const { line, col } = lines5.linePos(offset);
    return `${fileName}:${line}:${col}`;
  };
  const [first] = document2.errors;
  if (first) {
    throw new SeedError([{ path: [first.pos[0]], message: first.message }], ([offset]) => place(Number(offset)));
  }
  const where = (path) => `${place(offsetOf2(document2, path))} ${shown2(path)}`;
  const value = readValue2(document2, place);
  const problems = slipsOf(value ?? {});
  if (problems.length > 0) throw new SeedError(problems, where);
  return { seed: value ?? {}, located: (error) => new SeedError(error.problems, where) };
}
function readValue2(document2, place) {
  try {
    return document2.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new SeedError([{ path: [], message: error instanceof Error ? error.message : String(error) }], () => place(0));
  }
}
function offsetOf2(document2, path) {
  let node = document2.contents;
  let offset = document2.contents?.range?.[0] ?? 0;
  for (const step3 of path) {
    if (yaml.isMap(node)) {
      const pair = node.items.find(({ key: key2 }) => yaml.isScalar(key2) && String(key2.value) === String(step3));
      if (!pair || !yaml.isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (yaml.isSeq(node)) {
      const item = node.items[Number(step3)];
      if (!yaml.isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
var init_parse = __esm({
  "src/seed/parse.ts"() {
    init_problems();
    init_schema2();
  }
});

// src/core/journal.ts
function entryOf({ requestJson, responseJson, ...head }) {
  return { ...head, requestBody: parsed2(requestJson), responseBody: parsed2(responseJson) };
}
function recordOf({ requestBody, responseBody, ...head }) {
  return { ...head, requestJson: JSON.stringify(requestBody), responseJson: JSON.stringify(responseBody) };
}
function parsed2(json2) {
  return json2 === void 0 ? void 0 : JSON.parse(json2);
}
function createJournal(capacity = 1e4, mostBytes = MOST_BYTES) {
  let entries = [];
  let first = 0;
  const heavy = /* @__PURE__ */ new Map();
  let bytes2 = 0;
  let count2 = 0;
  let byId;
  let repeats = false;
  let listener;
  const watchers = /* @__PURE__ */ new Set();
  function kept() {
    return entries.slice(first);
  }
  function find(requestId) {
    byId ??= new Map(kept().map((entry) => [entry.requestId, entry]));
    return byId.get(requestId);
  }
  function forgotten(id2) {
    byId?.delete(id2);
    bytes2 -= heavy.get(id2) ?? 0;
    heavy.delete(id2);
    listener?.deleted(id2);
  }
  function dropOldest2() {
    const oldest = entries[first];
    entries[first] = void 0;
    first += 1;
    if (oldest) forgotten(oldest.requestId);
    if (first < capacity) return;
    entries = entries.slice(first);
    first = 0;
  }
  function tell(entry) {
    for (const { added } of [...watchers]) added(entry);
  }
  return {
    get count() {
      return count2;
    },
    get size() {
      return entries.length - first;
    },
    add(entry, size = 0) {
      const { requestId } = entry;
      count2 += 1;
      const earlier = repeats ? find(requestId) : void 0;
      if (earlier) {
        entries.splice(entries.indexOf(earlier, first), 1);
        forgotten(requestId);
      }
      entries.push(entry);
      byId?.set(requestId, entry);
      if (size > LIGHT) {
        heavy.set(requestId, size);
        bytes2 += size;
      }
      listener?.inserted(requestId);
      if (watchers.size > 0) tell(entryOf(entry));
      while (this.size > capacity || bytes2 > mostBytes && this.size > 1) dropOldest2();
    },
    expectRepeats() {
      repeats = this.size > 0;
    },
    list: () => kept().reverse(),
    get(requestId) {
      const found2 = find(requestId);
      return found2 && entryOf(found2);
    },
    clear() {
      if (listener) for (const { requestId } of kept()) listener.deleted(requestId);
      entries = [];
      heavy.clear();
      byId = void 0;
      repeats = false;
      [first, bytes2, count2] = [0, 0, 0];
      for (const { cleared } of [...watchers]) cleared();
    },
    ids: () => kept().map(({ requestId }) => requestId),
    restore(saved, itsCount) {
      entries = saved.map(recordOf);
      [first, count2] = [0, itsCount];
      byId = void 0;
    },
    listen(wanted) {
      listener = wanted;
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    }
  };
}
var LIGHT, MOST_BYTES;
var init_journal = __esm({
  "src/core/journal.ts"() {
    LIGHT = 4096;
    MOST_BYTES = 32 * 1024 * 1024;
  }
});

// src/core/account.ts
function planHasApiAccess(policy, plan) {
  return policy.plans.withApiAccess.includes(plan);
}
var init_account = __esm({
  "src/core/account.ts"() {
  }
});

// src/core/authorize/progress.ts
function passed(rule, detail) {
  return { outcome: "passed", rule, detail };
}
function skipped(rule, detail) {
  return { outcome: "skipped", rule, detail };
}
function refused(as, rule, detail) {
  return { outcome: "refused", as, rule, detail };
}
var init_progress = __esm({
  "src/core/authorize/progress.ts"() {
  }
});

// src/core/authorize/account-state.ts
function planGrantsAccess(progress) {
  const { account: account2, scheme } = progress;
  if (!account2 || !scheme) return skipped("x-key-policy.plans", "no plan is needed");
  if (planHasApiAccess(scheme.policy, account2.plan)) return passed("x-key-policy.plans", `plan ${account2.plan} has API access`);
  progress.facts = { ...progress.facts, plan: account2.plan };
  return refused(
    "plan_not_allowed",
    "x-key-policy.plans",
    `plan ${account2.plan} has no API access; ${scheme.policy.plans.withApiAccess.join(", ")} have`
  );
}
function productAccepted({ account: account2, scheme }) {
  const products = scheme?.policy.products;
  if (!products) return skipped("x-key-policy.products", "the platform has one product");
  if (account2?.product && products.accepted.includes(account2.product))
    return passed("x-key-policy.products", `an account of ${account2.product}`);
  return refused(
    "wrong_product",
    "x-key-policy.products",
    `an account of ${account2?.product ?? "no product"}; keys of ${products.accepted.join(", ")} are accepted`
  );
}
var init_account_state = __esm({
  "src/core/authorize/account-state.ts"() {
    init_account();
    init_progress();
  }
});

// src/core/authorize/credential.ts
function waysTaken({ security }, credentials) {
  return security.filter((way) => requirementsOf(way).every(({ scheme }) => credentialAt(scheme.placement, credentials)));
}
function bringsCredential({ security }, credentials) {
  return security.flatMap(requirementsOf).some(({ scheme }) => credentialAt(scheme.placement, credentials));
}
function locate(progress) {
  const { operation, credentials, way } = progress;
  if (way) {
    progress.scheme = way.scheme;
    progress.scopes = way.scopes;
    progress.secret = credentialAt(way.scheme.placement, credentials);
    return passed("security", `a credential came in ${placesOf2(way)}`);
  }
  const elsewhere = operation.otherSchemes.find((scheme) => credentialAt(scheme.placement, credentials));
  const expected = operation.security.map(
    (each) => requirementsOf(each).map(({ scheme }) => placeName(scheme.placement)).join(" and ")
  ).join(" or ");
  if (elsewhere) {
    return refused(
      "wrong_endpoint",
      "security",
      `the credential came in ${placeName(elsewhere.placement)}, which this operation does not read; it takes ${expected}`
    );
  }
  return refused("missing_key", "security", `no credential in ${expected}`);
}
function placesOf2(way) {
  const known = places.get(way);
  if (known !== void 0) return known;
  const named2 = requirementsOf(way).map(({ scheme }) => placeName(scheme.placement)).join(" and in ");
  places.set(way, named2);
  return named2;
}
function identify(progress) {
  const { session, scheme } = progress;
  const key2 = session.findKey(progress.secret ?? "");
  if (!key2 || key2.platform !== scheme?.platform) {
    return refused("unknown_key", "security", key2 ? "the key belongs to another platform" : "no account has this key");
  }
  const account2 = session.accounts.get(key2.accountId);
  if (!account2) return refused("unknown_key", "security", "the account of this key no longer exists");
  progress.key = key2;
  progress.account = account2;
  return passed("security", `key ${key2.id} of account ${account2.id}`);
}
function requirementsOf(way) {
  return way.also ? [way, ...way.also] : [way];
}
function credentialAt(placement, credentials) {
  switch (placement.in) {
    case "query":
      return credentials.query(placement.name) ?? void 0;
    case "header":
      return inHeader(placement.name, credentials.header(placement.name)?.trim());
    case "cookie":
      return inCookie(placement.name, credentials.header("cookie") ?? "");
    case "basic":
      return inBasic(afterWord("basic", credentials.header("authorization")));
    case "bearer":
      return afterWord(placement.word ?? "bearer", credentials.header(placement.name));
  }
}
function inHeader(name2, value) {
  return (name2 === "authorization" ? /^[\w-]+ +(\S+)$/.exec(value ?? "")?.[1] : void 0) ?? (value || void 0);
}
function afterWord(word, value) {
  const [, said, credential] = /^([\w-]+) +(\S+)\s*$/.exec(value ?? "") ?? [];
  return said?.toLowerCase() === word ? credential : void 0;
}
function inCookie(name2, header) {
  for (const pair of header.split(";")) {
    const at2 = pair.indexOf("=");
    if (at2 > 0 && pair.slice(0, at2).trim() === name2) return pair.slice(at2 + 1).trim() || void 0;
  }
  return void 0;
}
function inBasic(encoded) {
  try {
    const [, user2, password] = /^([^:]*):?(.*)$/s.exec(atob(encoded ?? "")) ?? [];
    return password || user2 || void 0;
  } catch {
    return void 0;
  }
}
function placeName({ in: where, name: name2, word = "bearer" }) {
  switch (where) {
    case "query":
      return `the query parameter ${name2}`;
    case "header":
      return `the header ${name2}`;
    case "cookie":
      return `the cookie ${name2}`;
    case "basic":
      return "the Authorization header (Basic)";
    case "bearer":
      return `the Authorization header (${word[0]?.toUpperCase()}${word.slice(1)})`;
  }
}
var places;
var init_credential = __esm({
  "src/core/authorize/credential.ts"() {
    init_progress();
    places = /* @__PURE__ */ new WeakMap();
  }
});

// src/core/key.ts
function currentState(key2) {
  return key2.history[key2.history.length - 1] ?? key2.history[0];
}
function effectiveState(key2, now, delay) {
  let state2 = key2.history[0];
  for (const change3 of key2.history) if (change3.at + delay <= now) state2 = change3;
  return state2;
}
function mask(secret2, start2, revealable) {
  const end = revealable && secret2.length >= 12 ? secret2.slice(-4) : "";
  return `${revealable ? start2.slice(0, 4) : start2}\u2022\u2022\u2022\u2022${end}`;
}
var init_key = __esm({
  "src/core/key.ts"() {
  }
});

// src/core/authorize/key-state.ts
function notDeleted(progress) {
  const state2 = stateOf(progress);
  if (state2?.status !== "deleted") return passed("x-key-policy.actions", "the key has not been deleted");
  return refused("deleted_key", "x-key-policy.actions", `deleted at ${iso(state2.at)}; a deleted key never comes back`);
}
function notDisabled(progress) {
  const state2 = stateOf(progress);
  if (state2?.status !== "disabled") return passed("x-key-policy.actions", "the key is active");
  if (state2.reason === "plan_downgraded" && !hasPlan(progress)) {
    return skipped("x-key-policy.plans", `disabled at ${iso(state2.at)} by a downgrade; the plan decides`);
  }
  const why = state2.reason === "plan_downgraded" ? "by a downgrade; an upgrade does not enable it by itself" : "in the dashboard";
  return refused("disabled_key", "x-key-policy.actions", `disabled at ${iso(state2.at)} ${why}`);
}
function notExpired({ key: key2, now }) {
  if (!key2 || key2.expiresAt === null) return skipped("x-key-policy.expires", "keys of this kind do not expire");
  if (now < key2.expiresAt) return passed("x-key-policy.expires", `valid until ${iso(key2.expiresAt)}`);
  return refused("expired_key", "x-key-policy.expires", `expired at ${iso(key2.expiresAt)}`);
}
function stateOf({ key: key2, now, session }) {
  return key2 && effectiveState(key2, now, session.settings.propagationDelay);
}
function hasPlan({ account: account2, scheme }) {
  return !account2 || !scheme || planHasApiAccess(scheme.policy, account2.plan);
}
var init_key_state = __esm({
  "src/core/authorize/key-state.ts"() {
    init_account();
    init_key();
    init_clock();
    init_progress();
  }
});

// src/core/authorize/permission.ts
function sameAccount({ account: account2 }, first) {
  if (account2?.id === first?.id) return passed("security", "both keys are of one account");
  return refused("unknown_key", "security", `the keys are of different accounts: ${first?.id} and ${account2?.id}`);
}
function keyOpensEndpoint({ key: key2, scheme }) {
  if (key2 && (key2.scheme === scheme?.name || scheme?.alsoKeysOf?.includes(key2.scheme)))
    return passed("security", `${key2.scheme} opens this operation`);
  return refused(
    "wrong_endpoint",
    "security",
    `this is a ${key2?.scheme ?? "different"} credential; the operation takes ${scheme?.name ?? "another"}`
  );
}
function scopeGranted(progress) {
  const { key: key2, scopes } = progress;
  if (scopes.length === 0) return skipped("x-key-policy.scopes", "the operation asks for no scope");
  const missing = scopes.find((scope) => !key2?.scopes.includes(scope));
  if (missing === void 0) return passed("x-key-policy.scopes", `the key has ${scopes.join(", ")}`);
  progress.facts = { ...progress.facts, scope: missing };
  return refused(
    "scope_missing",
    "x-key-policy.scopes",
    `the key lacks ${missing}; it has ${key2?.scopes.join(", ") || "no scope"}`
  );
}
function instanceAllowed(progress) {
  const { key: key2, operation, account: account2 } = progress;
  if (!operation.instance || !account2) return skipped("x-instance", "the operation is about no single instance");
  const instanceId = progress.instanceOf(account2);
  progress.instanceId = instanceId;
  if (!key2?.instances) return passed("x-key-policy.lockTo", "the key opens every instance");
  if (instanceId === void 0) return skipped("x-instance", "the request names no instance");
  if (key2.instances.includes(instanceId)) return passed("x-key-policy.lockTo", `the key opens ${instanceId}`);
  progress.facts = { ...progress.facts, instanceId };
  return refused(
    "instance_not_allowed",
    "x-key-policy.lockTo",
    `the key is locked to ${key2.instances.join(", ")}; the request is about ${instanceId}`
  );
}
var init_permission = __esm({
  "src/core/authorize/permission.ts"() {
    init_progress();
  }
});

// src/core/rate-limit.ts
function takeFromAll(meters, counted2, now) {
  const taken = [];
  for (const { limit, subject } of counted2) {
    const id2 = `${limit.id} ${subject}`;
    const result = limit.burst ? takeToken(meters.get(id2), limit, limit.burst, now) : takeSlot(meters.get(id2), limit, now);
    if ("usage" in result) return result;
    taken.push({ id: id2, ...result });
  }
  for (const meter of taken) meters.put(meter);
  return void 0;
}
function takeToken(meter, limit, burst, now) {
  const perMs = limit.requests / milliseconds(limit.window);
  const tokens = meter ? Math.min(burst, meter.amount + Math.max(0, now - meter.at) * perMs) : burst;
  if (tokens < 1 - 1e-9) {
    return { limit, usage: limit.requests + 1, remainingSeconds: Math.ceil((1 - tokens) / perMs / 1e3) };
  }
  return { at: now, amount: tokens - 1 };
}
function takeSlot(meter, limit, now) {
  const window = milliseconds(limit.window);
  if (!meter || now < meter.at || now >= meter.at + window) return { at: now, amount: 1 };
  if (meter.amount >= limit.requests) {
    return { limit, usage: meter.amount + 1, remainingSeconds: Math.ceil((meter.at + window - now) / 1e3) };
  }
  return { at: meter.at, amount: meter.amount + 1 };
}
var init_rate_limit = __esm({
  "src/core/rate-limit.ts"() {
    init_clock();
  }
});

// src/core/authorize/rate-limits.ts
function withinRateLimits(progress) {
  const { account: account2, scheme, session, now } = progress;
  const rule = "x-key-policy.rateLimits";
  if (!account2 || !scheme) return skipped(rule, "no account");
  const limits = scheme.policy.rateLimits.filter((limit) => !limit.plans || limit.plans.includes(account2.plan));
  const mode = account2.rateLimits ?? session.settings.rateLimits;
  if (mode === "off") return skipped(rule, "rate limits are off in this session");
  if (mode === "exhausted") {
    const limit = limits[0];
    progress.facts = { ...progress.facts, ...limit && limitFacts(limit, limit.requests + 1, 1) };
    return refused(
      limit?.state ?? "rate_limited",
      rule,
      "the quota of this account is used up for ever: it is a fixture for 429"
    );
  }
  const hit = takeFromAll(session.meters, countedBy(progress, limits, account2), now);
  if (!hit) return passed(rule, limits.length > 0 ? "within every limit" : "the platform states no limit");
  progress.facts = { ...progress.facts, ...limitFacts(hit.limit, hit.usage, hit.remainingSeconds) };
  return refused(
    hit.limit.state,
    rule,
    `${hit.limit.requests} requests per ${hit.limit.window} and ${hit.limit.per} are used up; ${hit.remainingSeconds} s to wait`
  );
}
function countedBy(progress, limits, account2) {
  const counted2 = [];
  for (const limit of limits) {
    if (limit.per === "account") counted2.push({ limit, subject: account2.id });
    const value = limit.subject === void 0 ? void 0 : progress.bodyValue(limit.subject);
    if (limit.per === "account" || typeof value !== "string") continue;
    progress.facts = { ...progress.facts, lead: value };
    counted2.push({ limit, subject: `${account2.id} ${value.toLowerCase()}` });
  }
  return counted2;
}
function limitFacts(limit, usage, remainingSeconds) {
  return { limit: limit.requests, max: limit.requests, usage, remainingSeconds };
}
var init_rate_limits = __esm({
  "src/core/authorize/rate-limits.ts"() {
    init_rate_limit();
    init_progress();
  }
});

// src/core/authorize/request.ts
function requestValid({ checkRequest }) {
  const problem3 = checkRequest();
  if (!problem3) return passed("schema", "the request fits the document");
  return refused(problem3, "schema", `the request does not fit the document: ${problem3.replaceAll("_", " ")}`);
}
var init_request = __esm({
  "src/core/authorize/request.ts"() {
    init_progress();
  }
});

// src/core/authorize/standing.ts
function remember(way, { key: key2, account: account2, now, session }, steps) {
  if (!key2 || !account2) return;
  const { propagationDelay } = session.settings;
  const ofWay = standings.get(way) ?? /* @__PURE__ */ new WeakMap();
  standings.set(way, ofWay);
  ofWay.set(key2, { steps: [...steps], account: account2, propagationDelay, ...sameUntil(key2, propagationDelay, now) });
}
function recall(way, { key: key2, account: account2, now, session }) {
  const standing = key2 && standings.get(way)?.get(key2);
  if (!standing || standing.account !== account2 || standing.propagationDelay !== session.settings.propagationDelay) return void 0;
  return now >= standing.from && now < standing.until ? standing : void 0;
}
function sameUntil({ history: history2, expiresAt }, delay, now) {
  let [from, until] = [-Infinity, expiresAt ?? Infinity];
  for (const { at: at2 } of history2) {
    const arrives = at2 + delay;
    if (arrives <= now) from = Math.max(from, arrives);
    else until = Math.min(until, arrives);
  }
  return { from, until };
}
var standings;
var init_standing = __esm({
  "src/core/authorize/standing.ts"() {
    standings = /* @__PURE__ */ new WeakMap();
  }
});

// src/core/authorize/index.ts
function keyOf(session, operation, credentials) {
  for (const { scheme } of operation.security) {
    const secret2 = credentialAt(scheme.placement, credentials);
    if (secret2) return session.findKey(secret2);
  }
  return void 0;
}
function authorize(attempt) {
  const { operation, session, credentials } = attempt;
  const isPublic = operation.security.length === 0 || operation.anonymous === true && !bringsCredential(operation, credentials);
  const walk = isPublic ? take(start(attempt, void 0), PUBLIC_STEPS) : take(throughKeys(attempt), REQUEST_STEPS);
  const { progress, steps, refusedAs, keys: keys2 } = walk;
  for (const id2 of keys2) session.countUse(id2, progress.now);
  const { scheme, key: key2, account: account2, instanceId, facts } = progress;
  return {
    decision: refusedAs ?? (isPublic ? "public" : "allowed"),
    steps,
    facts,
    scheme: isPublic ? void 0 : scheme,
    key: key2,
    account: account2,
    instanceId
  };
}
function throughKeys(attempt) {
  const [first, ...others] = waysTaken(attempt.operation, attempt.credentials);
  const walk = withKeys(attempt, first);
  if (!walk.refusedAs) return walk;
  return others.map((way) => withKeys(attempt, way)).find(({ refusedAs }) => !refusedAs) ?? walk;
}
function withKeys(attempt, way) {
  const walk = start(attempt, way);
  const { progress } = walk;
  const known = way && standingOf(progress, way);
  if (known) noteKey(walk, known.steps);
  else take(walk, FIRST_KEY_STEPS);
  if (way && !known && !walk.refusedAs) remember(way, progress, walk.steps);
  for (const { scheme, scopes } of way?.also ?? []) {
    if (walk.refusedAs) return walk;
    const { key: key2, account: account2 } = progress;
    Object.assign(progress, { scheme, scopes, secret: credentialAt(scheme.placement, attempt.credentials) });
    take(walk, KEY_STEPS);
    if (!walk.refusedAs) take(walk, [["identify", (companion) => sameAccount(companion, account2)]]);
    if (!walk.refusedAs) Object.assign(progress, { key: key2, account: account2, scheme: way?.scheme, scopes: way?.scopes });
  }
  return walk;
}
function standingOf(progress, way) {
  if (locate(progress).outcome !== "passed" || identify(progress).outcome !== "passed") return void 0;
  return recall(way, progress);
}
function start(attempt, way) {
  const progress = {
    ...attempt,
    way,
    now: attempt.session.clock.now(),
    scheme: attempt.operation.security[0]?.scheme,
    scopes: [],
    secret: void 0,
    key: void 0,
    account: void 0,
    instanceId: void 0,
    facts: {}
  };
  return { progress, steps: [], keys: [], refusedAs: void 0 };
}
function take(walk, steps) {
  for (const [name2, run] of steps) {
    if (walk.refusedAs) break;
    const finding = run(walk.progress);
    walk.steps.push(traceOf(name2, finding, walk.progress.scheme?.policy));
    if (finding.outcome === "refused") walk.refusedAs = finding.as;
  }
  return noteKey(walk, []);
}
function noteKey(walk, found2) {
  const { key: key2 } = walk.progress;
  for (const trace of found2) walk.steps.push(trace);
  if (key2 && !walk.keys.includes(key2.id)) walk.keys.push(key2.id);
  return walk;
}
function traceOf(step3, { outcome, rule, detail }, policy) {
  const known = told.get(detail);
  if (known?.policy === policy && known?.trace.step === step3 && known.trace.outcome === outcome && known.trace.rule === rule)
    return known.trace;
  const line = rule.startsWith(POLICY) ? policy?.evidence[rule.slice(POLICY.length)] : void 0;
  const trace = { step: step3, outcome, rule, detail, ...line && { evidence: line.level, source: line.source } };
  if (detail.length > LONG) return trace;
  if (told.size >= MOST_TOLD) told.clear();
  told.set(detail, { trace, policy });
  return trace;
}
var KEY_STEPS, FIRST_KEY_STEPS, REQUEST_STEPS, PUBLIC_STEPS, POLICY, told, MOST_TOLD, LONG;
var init_authorize = __esm({
  "src/core/authorize/index.ts"() {
    init_account_state();
    init_credential();
    init_key_state();
    init_permission();
    init_rate_limits();
    init_request();
    init_standing();
    KEY_STEPS = [
      ["identify", identify],
      ["deleted", notDeleted],
      ["disabled", notDisabled],
      ["expired", notExpired],
      ["plan", planGrantsAccess],
      ["product", productAccepted],
      ["endpoint", keyOpensEndpoint],
      ["scope", scopeGranted]
    ];
    FIRST_KEY_STEPS = [["locate", locate], ...KEY_STEPS];
    REQUEST_STEPS = [
      ["rate_limit", withinRateLimits],
      ["request", requestValid],
      ["instance", instanceAllowed]
    ];
    PUBLIC_STEPS = [["request", requestValid]];
    POLICY = "x-key-policy.";
    told = /* @__PURE__ */ new Map();
    MOST_TOLD = 1e3;
    LONG = 500;
  }
});

// src/core/dashboard.ts
function signIn(session, token, user2) {
  return session.users.insert({ ...user2, id: session.vault.fingerprint(token) });
}
function authorizeDashboard(attempt) {
  const token = /^bearer +(\S+)\s*$/i.exec(attempt.credentials.header("authorization") ?? "")?.[1];
  const user2 = token === void 0 ? void 0 : attempt.session.users.get(attempt.session.vault.fingerprint(token));
  const detail = token === void 0 ? "no session token in the Authorization header (Bearer)" : "nobody is signed in with this token";
  if (!user2) return { decision: "session_required", facts: {}, steps: [step2("session", "refused", detail)] };
  const steps = [step2("session", "passed", `${user2.name} is signed in as ${user2.role}`)];
  const problem3 = attempt.checkRequest();
  steps.push(
    step2(
      "request",
      problem3 ? "refused" : "passed",
      problem3 ? `the request does not fit the document: ${problem3.replaceAll("_", " ")}` : "the request fits the document"
    )
  );
  return { decision: problem3 ?? "allowed", facts: {}, steps, user: user2 };
}
function step2(name2, outcome, detail) {
  return { step: name2, outcome, rule: name2 === "session" ? "security" : "schema", detail };
}
var init_dashboard = __esm({
  "src/core/dashboard.ts"() {
  }
});

// src/core/check-fault.ts
function checkFault({ effect: effect2, times, probability = 1, seed = 0 }) {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError("The probability of a fault is a number from 0 to 1.");
  if (times !== void 0 && !isInteger(times, 1, Number.MAX_SAFE_INTEGER))
    throw new RangeError('A fault hits 1 or more times; leave "times" out for no end.');
  if (!isInteger(seed, -MAX_SEED, MAX_SEED)) throw new RangeError("The seed of a fault is an integer of 32 bits.");
  checkEffect(effect2);
}
function checkEffect(effect2) {
  switch (effect2.kind) {
    case "status":
      checkHeaders(effect2.headers ?? {});
      return checkStatus(effect2.status);
    case "html":
      return checkStatus(effect2.status ?? 502);
    case "latency":
      milliseconds(effect2.delay);
      milliseconds(effect2.jitter ?? 0);
      return;
    case "stall":
    case "truncate":
      if (!isInteger(effect2.after ?? 0, 0, Number.MAX_SAFE_INTEGER))
        throw new RangeError(`"after" of a fault is a number of bytes, and ${effect2.after} is none.`);
      return;
    case "content_type":
      return checkHeaders({ "content-type": effect2.contentType });
    case "drop":
    case "malformed":
    case "rate_limited":
      return;
    default:
      throw new RangeError(
        `There is no fault "${String(effect2.kind)}". Choose from: status, latency, drop, stall, truncate, malformed, html, content_type, rate_limited.`
      );
  }
}
function checkStatus(status2) {
  if (!isInteger(status2, 200, 599)) throw new RangeError(`The status of a fault is from 200 to 599, and ${status2} is not.`);
}
function checkHeaders(headers) {
  try {
    new Headers({ ...headers });
  } catch (error) {
    throw new RangeError(`A header of the fault cannot be sent: ${error.message}`, { cause: error });
  }
}
function isInteger(value, from, to) {
  return Number.isInteger(value) && value >= from && value <= to;
}
var MAX_SEED;
var init_check_fault = __esm({
  "src/core/check-fault.ts"() {
    init_clock();
    MAX_SEED = 4294967295;
  }
});

// src/core/ids.ts
function createIds(seed, stream = 0) {
  let state2 = seed | 0;
  function next() {
    state2 = state2 + 1831565813 | 0;
    let t = state2 ^ stream;
    t = Math.imul(t ^ t >>> 15, t | 1);
    t ^= t + Math.imul(t ^ t >>> 7, t | 61);
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  }
  const codes = [];
  const drawn = (characters) => characters.charCodeAt(Math.floor(next() * characters.length));
  function text2(alphabet, length) {
    const characters = alphabet === "hex" ? HEX : BASE62;
    codes.length = length;
    for (let i = 0; i < length; i++) codes[i] = drawn(characters);
    return String.fromCharCode(...codes);
  }
  function uuid3() {
    codes.length = UUID.length;
    for (let i = 0; i < UUID.length; i++) codes[i] = UUID[i] === "x" ? drawn(HEX) : UUID.charCodeAt(i);
    codes[VARIANT_AT] = drawn(VARIANTS);
    return String.fromCharCode(...codes);
  }
  return {
    uuid: uuid3,
    text: text2,
    id: (prefix) => `${prefix}_${text2("base62", 12)}`,
    random: next,
    state: () => state2,
    restore(saved) {
      state2 = saved | 0;
    }
  };
}
var HEX, BASE62, UUID, VARIANT_AT, VARIANTS;
var init_ids = __esm({
  "src/core/ids.ts"() {
    HEX = "0123456789abcdef";
    BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    UUID = "xxxxxxxx-xxxx-4xxx-vxxx-xxxxxxxxxxxx";
    VARIANT_AT = UUID.indexOf("v");
    VARIANTS = "89ab";
  }
});

// src/core/fault.ts
function addFault(faults2, ids, wanted) {
  checkFault(wanted);
  const { effect: effect2, on = {}, times, probability = 1 } = wanted;
  const id2 = ids.id("fault");
  const seed = wanted.seed ?? Math.floor(ids.random() * 4294967296);
  return faults2.insert({ id: id2, effect: effect2, on, left: times ?? null, probability, seed, seen: 0, hits: 0 });
}
function takeFaults(faults2, subject) {
  const taken = [];
  for (const fault2 of faults2.values()) {
    if (fault2.left === 0 || !matches(fault2.on, subject)) continue;
    if (fault2.effect.kind !== "latency" && taken.some(({ effect: effect2 }) => effect2.kind !== "latency")) continue;
    const seen = fault2.seen + 1;
    const hit = fault2.probability === 1 || draw(fault2.seed, 2 * seen) < fault2.probability;
    const left = fault2.left !== null && hit ? fault2.left - 1 : fault2.left;
    const counted2 = faults2.update(fault2.id, { seen, hits: fault2.hits + (hit ? 1 : 0), left });
    if (hit) taken.push(counted2);
  }
  return taken;
}
function delayOf({ effect: effect2, seed, seen }) {
  if (effect2.kind !== "latency") return 0;
  return milliseconds(effect2.delay) + draw(seed, 2 * seen + 1) * milliseconds(effect2.jitter ?? 0);
}
function draw(seed, index) {
  return createIds(seed + Math.imul(index, 2654435761)).random();
}
function matches(on, subject) {
  if (on.platform !== void 0 && on.platform !== subject.platform) return false;
  if (on.operationId !== void 0 && on.operationId !== subject.operationId) return false;
  if (on.method !== void 0 && on.method.toUpperCase() !== subject.method) return false;
  if (on.keyId === void 0 && on.accountId === void 0) return true;
  const key2 = subject.key();
  return (on.keyId === void 0 || key2?.id === on.keyId) && (on.accountId === void 0 || key2?.accountId === on.accountId);
}
var init_fault = __esm({
  "src/core/fault.ts"() {
    init_check_fault();
    init_clock();
    init_ids();
  }
});
function answerFromExample(document2, status2, response, name2, facts) {
  for (const [contentType, media] of Object.entries(response?.content ?? {})) {
    const named2 = media.examples?.[name2];
    if (!named2) continue;
    const example = policy.resolve(document2, named2);
    const fill = example["x-fill"];
    return {
      status: status2,
      contentType,
      body: fill?.body ? filledBody(example.value, fill.body, facts) : example.value,
      headers: filledHeaders(fill, facts),
      evidence: example["x-evidence"] ?? response?.["x-evidence"] ?? null,
      source: example["x-source"] ?? response?.["x-source"] ?? null
    };
  }
  throw new Error(`The document has no example "${name2}" for status ${status2}.`);
}
function filledHeaders(fill, facts) {
  const headers = {};
  for (const [name2, template] of Object.entries(fill?.headers ?? {})) {
    const value = policy.fillTemplate(template, facts);
    if (typeof value === "string" || typeof value === "number") headers[name2] = String(value);
  }
  return headers;
}
function filledBody(value, templates, facts) {
  const copy = structuredClone(value);
  for (const [pointer, template] of Object.entries(templates)) {
    const filled = policy.fillTemplate(template, facts);
    if (filled !== void 0) put(copy, pointer, filled);
  }
  return copy;
}
function put(root, pointer, value) {
  const steps = policy.pointerSteps(pointer);
  const last = steps.pop();
  let target = root;
  for (const step3 of steps) target = target?.[step3];
  if (last !== void 0 && typeof target === "object" && target !== null) target[last] = value;
}
var init_examples = __esm({
  "src/document/examples.ts"() {
  }
});

// src/document/failures.ts
function answerToRefusal(document2, chosen, operation, scheme, state2, facts) {
  const failures = scheme?.failures ?? {};
  const failure2 = failures[state2] ?? failures.unknown_key;
  if (!failure2) throw new Error(`No x-auth-failures say how ${operation.id} answers ${state2}.`);
  const choice = chosen[operation.platform]?.[state2];
  const picked = choice !== void 0 && failure2.alternatives?.[choice] || failure2;
  const answer = answerFromExample(
    document2.source,
    picked.status,
    operation.responses[String(picked.status)],
    picked.example,
    facts
  );
  return { ...answer, evidence: picked.evidence, source: picked.source };
}
function answerToProblem(document2, platform2, problem3, facts) {
  const failure2 = platform2.requestFailures[problem3];
  const response = document2.source.components.responses?.[failure2.response];
  return {
    ...answerFromExample(document2.source, failure2.status, response, failure2.example, facts),
    evidence: failure2.evidence,
    source: failure2.source
  };
}
function unimplemented(operationId) {
  return {
    status: 501,
    headers: { "x-mock-unimplemented": operationId },
    contentType: "application/problem+json",
    body: {
      type: "about:blank",
      title: "Not implemented by the mock",
      status: 501,
      detail: `The document has ${operationId}, but this mock gives it no behaviour.`
    },
    evidence: null,
    source: null
  };
}
var init_failures = __esm({
  "src/document/failures.ts"() {
    init_examples();
  }
});

// src/exchange/mock-problem.ts
function mockProblem(status2, code, title, detail) {
  return {
    status: status2,
    headers: {},
    contentType: "application/problem+json",
    body: { type: `urn:chaveiro:problem:${code}`, title, status: status2, detail, code },
    evidence: null,
    source: null
  };
}
var init_mock_problem = __esm({
  "src/exchange/mock-problem.ts"() {
  }
});

// src/exchange/apply-fault.ts
function answerInstead(effect2, struck) {
  switch (effect2.kind) {
    case "status":
      return statusAnswer(effect2, struck);
    case "html":
      return neutral(effect2.status ?? 502, void 0);
    case "rate_limited":
      return tooManyRequests(effect2.example, struck);
    case "drop":
      return effect2.when === "after" ? void 0 : neutral(503, void 0);
    default:
      return void 0;
  }
}
function withFaults(outgoing, faults2, clock2) {
  const named2 = { ...outgoing, headers: { ...outgoing.headers, "x-mock-fault": faults2.map(({ id: id2 }) => id2).join(", ") } };
  const faulty = faults2.reduce(withEffect, named2);
  const delay = faults2.reduce((sum, fault2) => sum + delayOf(fault2), 0);
  return delay === 0 ? faulty : { ...faulty, wait: (signal) => clock2.sleep(delay, signal) };
}
function withEffect(outgoing, { effect: effect2 }) {
  const { body } = outgoing;
  if (effect2.kind === "drop") return { ...outgoing, breakage: { kind: "drop" } };
  if (effect2.kind === "html") return withBody(outgoing, "text/html", htmlPage(outgoing.status));
  if (body === void 0) return outgoing;
  switch (effect2.kind) {
    case "stall":
    case "truncate": {
      const length = new TextEncoder().encode(body).length;
      const after = Math.min(effect2.after ?? length >> 1, Math.max(0, length - 1));
      return { ...outgoing, breakage: { kind: effect2.kind, after } };
    }
    case "malformed":
      return { ...outgoing, body: body.slice(0, Math.max(1, body.length >> 1)) };
    case "content_type":
      return withBody(outgoing, effect2.contentType, body);
    default:
      return outgoing;
  }
}
function withBody(outgoing, contentType, body) {
  return { ...outgoing, headers: { ...outgoing.headers, "content-type": contentType }, body };
}
function statusAnswer(effect2, struck) {
  const { status: status2, headers = {} } = effect2;
  const fallback = effect2.body === void 0 ? documentedAnswer(status2, struck) : void 0;
  const answer = fallback ?? neutral(status2, effect2.body ?? { message: `Fault injected by the mock: ${status2}` });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}
function documentedAnswer(status2, { document: document2, operation, requestId }) {
  const response = operation.responses[String(status2)];
  const name2 = Object.values(response?.content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {}))[0];
  return name2 === void 0 ? void 0 : answerFromExample(document2.source, status2, response, name2, { requestId });
}
function tooManyRequests(example, struck) {
  const { document: document2, requestId, failures } = struck;
  const limited = (candidate) => candidate.platform === struck.operation.platform && candidate.responses["429"] !== void 0;
  const operation = limited(struck.operation) ? struck.operation : document2.operations.find(limited);
  const scheme = operation?.security[0]?.scheme;
  if (!operation || !scheme)
    return mockProblem(429, "rate_limited", "Too many requests", "A fault says so; the document has no words of its own for it.");
  const facts = { requestId, ...limitFacts2(example ?? "rate_limited", scheme.policy.rateLimits, struck) };
  const response = operation.responses["429"];
  const has3 = Object.values(response?.content ?? {}).some(({ examples }) => examples?.[example ?? ""] !== void 0);
  return example !== void 0 && has3 ? answerFromExample(document2.source, 429, response, example, facts) : answerToRefusal(document2, failures, operation, scheme, "rate_limited", facts);
}
function limitFacts2(state2, limits, struck) {
  const limit = limits.find((candidate) => candidate.state === state2) ?? limits[0];
  if (!limit) return {};
  const lead = limit.subject === void 0 ? void 0 : struck.bodyValue(limit.subject);
  const remainingSeconds = Math.ceil(milliseconds(limit.window) / 1e3);
  return {
    limit: limit.requests,
    max: limit.requests,
    usage: limit.requests + 1,
    remainingSeconds,
    ...typeof lead === "string" && { lead }
  };
}
function neutral(status2, body) {
  return { status: status2, body, headers: {}, contentType: "application/json", evidence: null, source: null };
}
function htmlPage(status2) {
  return `<html>\r
<head><title>${status2}</title></head>\r
<body>\r
<center><h1>${status2}</h1></center>\r
</body>\r
</html>\r
`;
}
var init_apply_fault = __esm({
  "src/exchange/apply-fault.ts"() {
    init_fault();
    init_clock();
    init_examples();
    init_failures();
    init_mock_problem();
  }
});

// src/exchange/body.ts
function readBody(body, contentType, accepted) {
  if (!body || body.length === 0) return { kind: "none" };
  const type = contentType ?? (accepted.some(isJson) || accepted.length === 0 ? "application/json" : accepted[0] ?? "");
  const isText3 = !isJson(type);
  if (!takes(accepted, (range) => isText3 ? essenceOf(range) === essenceOf(type) : isJson(range), type))
    return { kind: "unsupported_media_type" };
  if (isText3) return { kind: "text", text: lenient.decode(body) };
  return isUtf8(type) ? readJson(body) : { kind: "unsupported_media_type" };
}
function formFields(text2, contentType) {
  if (essenceOf(contentType ?? "") !== "application/x-www-form-urlencoded") return void 0;
  return Object.fromEntries(new URLSearchParams(text2));
}
function readJson(body) {
  try {
    const text2 = strict.decode(body);
    const value = MAY_POLLUTE.test(text2) ? JSON.parse(text2, withoutPrototype) : JSON.parse(text2);
    return isDeeperThan(body, MAX_DEPTH) ? { kind: "malformed_json" } : { kind: "json", value, text: text2 };
  } catch {
    return { kind: "malformed_json" };
  }
}
function withoutPrototype(name2, value) {
  return name2 === "__proto__" ? void 0 : value;
}
function takes(accepted, fits, type) {
  if (accepted.length === 0) return isJson(type);
  return accepted.some((range) => fits(range) || coversByWildcard(essenceOf(range), essenceOf(type)));
}
function coversByWildcard(range, type) {
  return range === "*/*" || range.endsWith("/*") && type.startsWith(range.slice(0, -1));
}
function essenceOf(type) {
  return type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
function isJson(contentType) {
  return contentType === "application/json" || /^application\/([\w.-]+\+)?json$/.test(essenceOf(contentType));
}
function isUtf8(contentType) {
  if (!contentType.includes(";")) return true;
  const parameters = contentType.toLowerCase().split(";").slice(1);
  const charset = parameters.map((parameter) => /^\s*charset="?([^"\s]*)/.exec(parameter)?.[1]).find(Boolean);
  return charset === void 0 || /^utf-?8$/.test(charset);
}
function isDeeperThan(json2, most) {
  let depth = 0;
  for (let i = 0; i < json2.length; i++) {
    const byte = json2[i];
    if (byte === QUOTE) i = endOfText(json2, i);
    else if (byte === OBJECT || byte === ARRAY) {
      if (++depth > most) return true;
    } else if (byte === OBJECT_END || byte === ARRAY_END) depth -= 1;
  }
  return false;
}
function endOfText(json2, start2) {
  let i = start2 + 1;
  while (i < json2.length && json2[i] !== QUOTE) i += json2[i] === BACKSLASH ? 2 : 1;
  return i;
}
var lenient, strict, MAX_DEPTH, MAY_POLLUTE, QUOTE, BACKSLASH, OBJECT, OBJECT_END, ARRAY, ARRAY_END;
var init_body = __esm({
  "src/exchange/body.ts"() {
    lenient = new TextDecoder();
    strict = new TextDecoder("utf-8", { fatal: true });
    MAX_DEPTH = 64;
    MAY_POLLUTE = /__proto__|\\u/;
    [QUOTE, BACKSLASH, OBJECT, OBJECT_END, ARRAY, ARRAY_END] = [...'"\\{}[]'].map((letter) => letter.charCodeAt(0));
  }
});

// src/exchange/parameters.ts
function decodePathParameters(raw) {
  try {
    const decoded = {};
    for (const name2 of Object.keys(raw)) decoded[name2] = decodeURIComponent(raw[name2] ?? "");
    return decoded;
  } catch {
    return void 0;
  }
}
function readParameters(schema, valueOf2) {
  const properties = schema?.properties;
  const values = {};
  for (const name2 in properties) {
    const text2 = valueOf2(name2);
    if (text2 !== null) values[name2] = readAs(properties[name2] ?? {}, text2);
  }
  return values;
}
function readAs(schema, text2) {
  const types = [schema.type].flat();
  if (types.includes("array")) return text2.split(",").map((item) => readAs(schema.items ?? {}, item));
  if ((types.includes("integer") || types.includes("number")) && /^-?\d+(\.\d+)?$/.test(text2)) return Number(text2);
  if (types.includes("boolean") && (text2 === "true" || text2 === "false")) return text2 === "true";
  return text2;
}
var init_parameters = __esm({
  "src/exchange/parameters.ts"() {
  }
});
var CheckedRequest;
var init_check_request = __esm({
  "src/exchange/check-request.ts"() {
    init_body();
    init_parameters();
    CheckedRequest = class {
      #validators;
      #platform;
      #operation;
      #rawParams;
      #request;
      /** `null`: not valid percent-encoded UTF-8. */
      #path;
      #query;
      #header;
      #sent;
      #issues;
      constructor(validators, platform2, operation, rawParams, request) {
        this.#validators = validators;
        this.#platform = platform2;
        this.#operation = operation;
        this.#rawParams = rawParams;
        this.#request = request;
      }
      get path() {
        return this.#decodedPath() ?? {};
      }
      get query() {
        return this.#query ??= this.#declared("query", (name2) => this.#request.url.searchParams.get(name2));
      }
      get header() {
        return this.#header ??= this.#declared("header", (name2) => this.#request.headers.get(name2));
      }
      /** The parsed body (JSON, or the fields of a form), or `undefined` when there is none or it cannot be parsed. */
      body() {
        const read2 = this.#read();
        if (read2.kind === "json") return read2.value;
        return read2.kind === "text" ? formFields(read2.text, this.#request.headers.get("content-type")) : void 0;
      }
      /** The body as it was sent, where it is JSON. */
      json() {
        const read2 = this.#read();
        return read2.kind === "json" ? read2.text : void 0;
      }
      bodyValue(pointer) {
        return policy.atPointer(this.body(), pointer);
      }
      /** The first thing wrong, in the order in which a server would notice it. */
      problem() {
        if (!this.#decodedPath()) return "bad_encoding";
        if (this.#isTooLarge()) return "payload_too_large";
        const { kind } = this.#read();
        if (kind === "malformed_json" || kind === "unsupported_media_type") return kind;
        if (kind === "none" && this.#operation.requestBody?.required) return "missing_body";
        return this.issues().length > 0 ? "invalid_request" : void 0;
      }
      /** What the schema says, when the problem is `invalid_request`. */
      issues() {
        return this.#issues ??= this.#found();
      }
      #found() {
        const parameters = this.#check("path", this.path).concat(this.#check("query", this.query), this.#check("header", this.header));
        return this.#read().kind === "json" ? parameters.concat(this.#check("body", this.body())) : parameters;
      }
      #decodedPath() {
        if (this.#path !== void 0) return this.#path;
        const decoded = decodePathParameters(this.#rawParams);
        return this.#path = decoded ? this.#declared("path", (name2) => decoded[name2] ?? null) : null;
      }
      #declared(place, valueOf2) {
        return readParameters(this.#validators.parameterSchema(this.#operation.id, place), valueOf2);
      }
      #check(place, value) {
        return this.#validators.check(this.#operation.id, place, value);
      }
      #isTooLarge() {
        const { tooLarge, body } = this.#request;
        return tooLarge || (body?.length ?? 0) > this.#platform.limits.bodyBytes.value;
      }
      /** What is too large is not taken apart: it is refused whatever it says. */
      #read() {
        const { requestBody } = this.#operation;
        const { body, headers } = this.#request;
        return this.#sent ??= requestBody && !this.#isTooLarge() ? readBody(body, headers.get("content-type"), Object.keys(requestBody.content)) : { kind: "none" };
      }
    };
  }
});

// src/exchange/control-guard.ts
function checkedToken(token) {
  if (token === void 0 || /^[\x21-\x7e]+$/.test(token)) return token;
  throw new RangeError("A control token has visible ASCII characters alone, and at least one. Leave it out for none.");
}
function controlRefusal({ document: document2, session, controlToken }, operation, request, requestId) {
  const refuse2 = (status2, decision, example = decision) => ({
    answer: answerFromExample(document2.source, status2, operation.responses[String(status2)], example, { requestId }),
    decision
  });
  if (isForeignPage(request)) return refuse2(403, "control_forbidden", "foreign_origin");
  const { door } = request;
  const token = door?.controlToken ?? controlToken;
  if (token !== void 0)
    return bringsToken(session, request.headers, token) ? void 0 : refuse2(401, "control_token_required");
  return door?.exposed && operation.id !== READ_ONLY_STATE ? refuse2(403, "control_forbidden") : void 0;
}
function bringsToken({ vault }, headers, token) {
  const bearer = /^bearer +(\S+)\s*$/i.exec(headers.get("authorization") ?? "")?.[1];
  const wanted = vault.fingerprint(token);
  return [headers.get(CONTROL_TOKEN_HEADER), bearer].some((given) => !!given && vault.fingerprint(given) === wanted);
}
function isForeignPage({ headers, url }) {
  const origin = headers.get("origin");
  if (origin === null) return false;
  if (!URL.canParse(origin)) return true;
  const { hostname, host } = new URL(origin);
  return !LOOPBACK.test(hostname) && host !== url.host;
}
var CONTROL_TOKEN_HEADER, READ_ONLY_STATE, LOOPBACK;
var init_control_guard = __esm({
  "src/exchange/control-guard.ts"() {
    init_examples();
    CONTROL_TOKEN_HEADER = "x-mock-control-token";
    READ_ONLY_STATE = "getMockState";
    LOOPBACK = /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/;
  }
});

// src/document/path-segment.ts
function pathSegment(template) {
  let segment = read.get(template);
  if (!segment) read.set(template, segment = parse2(template));
  return segment;
}
function parse2(template) {
  const names = [...template.matchAll(/\{([^{}]*)\}/g)].map(([, name2]) => name2 ?? "");
  const [only2] = names;
  if (only2 === void 0) return { kind: "literal", shape: template, read: (text2) => text2 === template ? {} : void 0 };
  if (template === `{${only2}}`)
    return { kind: "parameter", shape: "{}", read: (text2) => text2 === "" ? void 0 : { [only2]: text2 } };
  const letters = template.split(/\{[^{}]*\}/);
  return {
    kind: "mixed",
    shape: letters.join("{}"),
    read(text2) {
      const texts = between(letters, text2);
      return texts && Object.fromEntries(names.map((name2, index) => [name2, texts[index] ?? ""]));
    }
  };
}
function between(letters, text2) {
  const [first = "", ...others] = letters;
  const last = others.pop() ?? "";
  const end = text2.length - last.length;
  if (!text2.startsWith(first) || !text2.endsWith(last)) return void 0;
  const found2 = [];
  let from = first.length;
  for (const each of others) {
    const at2 = text2.indexOf(each, from + 1);
    if (at2 < 0 || at2 + each.length > end) return void 0;
    found2.push(text2.slice(from, at2));
    from = at2 + each.length;
  }
  return end > from ? [...found2, text2.slice(from, end)] : void 0;
}
var read;
var init_path_segment = __esm({
  "src/document/path-segment.ts"() {
    read = /* @__PURE__ */ new Map();
  }
});

// src/document/router.ts
function createNode() {
  return { literals: /* @__PURE__ */ new Map(), mixed: /* @__PURE__ */ new Map(), parameter: void 0, operations: /* @__PURE__ */ new Map(), platforms: /* @__PURE__ */ new Set() };
}
function createRouter(operations) {
  const root = createNode();
  const plain2 = /* @__PURE__ */ new Map();
  for (const operation of operations) {
    const node = addTo(root, operation);
    if (!operation.path.includes("{")) plain2.set(`/${operation.path.split("/").slice(1).map(asOnTheWire).join("/")}`, node);
  }
  return {
    match(method, path) {
      const known = plain2.get(path)?.operations.get(method);
      if (known) return { kind: "found", operation: known, rawParams: NO_PARAMS };
      const segments2 = path.split("/").slice(1);
      const node = descend(root, segments2, 0);
      const operation = node?.operations.get(method);
      if (operation) return { kind: "found", operation, rawParams: paramsOf(operation, segments2) };
      const some = node?.operations.values().next().value;
      if (node && some)
        return { kind: "wrong_method", platform: some.platform, operation: some, allowed: [...node.operations.keys()] };
      return { kind: "unknown", platform: platformOf(root, segments2) };
    }
  };
}
function addTo(root, operation) {
  let node = root;
  for (const template of operation.path.split("/").slice(1)) {
    node = childFor(node, pathSegment(template), template);
    node.platforms.add(operation.platform);
  }
  if (!node.operations.has(operation.method)) node.operations.set(operation.method, operation);
  return node;
}
function asOnTheWire(literal2) {
  return new URL(`http://localhost/${literal2}`).pathname.slice(1);
}
function childFor(node, segment, template) {
  if (segment.kind === "parameter") return node.parameter ??= createNode();
  if (segment.kind === "literal") {
    const literal2 = asOnTheWire(template);
    const known2 = node.literals.get(literal2) ?? createNode();
    node.literals.set(literal2, known2);
    return known2;
  }
  const known = node.mixed.get(segment.shape) ?? { segment, node: createNode() };
  node.mixed.set(segment.shape, known);
  return known.node;
}
function descend(node, segments2, depth) {
  const segment = segments2[depth];
  if (segment === void 0) return node.operations.size > 0 ? node : void 0;
  const literal2 = node.literals.get(segment);
  const found2 = literal2 && descend(literal2, segments2, depth + 1);
  if (found2) return found2;
  for (const { segment: mixed, node: next } of node.mixed.values()) {
    const deeper = mixed.read(segment) && descend(next, segments2, depth + 1);
    if (deeper) return deeper;
  }
  return segment !== "" && node.parameter ? descend(node.parameter, segments2, depth + 1) : void 0;
}
function platformOf(root, segments2) {
  let node = root;
  for (const segment of segments2) {
    const next = node.literals.get(segment);
    if (!next) break;
    node = next;
  }
  const [only2, ...others] = node.platforms;
  return others.length === 0 ? only2 : void 0;
}
function paramsOf(operation, segments2) {
  if (!operation.path.includes("{")) return NO_PARAMS;
  const templates = operation.path.split("/").slice(1);
  return Object.assign(
    {},
    ...templates.map((template, index) => pathSegment(template).read(segments2[index] ?? "") ?? {})
  );
}
var NO_PARAMS;
var init_router = __esm({
  "src/document/router.ts"() {
    init_path_segment();
    NO_PARAMS = {};
  }
});
function loadDocument(source) {
  const schemes = /* @__PURE__ */ new Map();
  for (const [name2, scheme] of Object.entries(source.components.securitySchemes)) {
    const loaded = keyScheme(name2, scheme);
    if (loaded) schemes.set(name2, loaded);
  }
  const platforms = /* @__PURE__ */ new Map();
  for (const [id2, platform2] of Object.entries(source["x-platforms"]))
    platforms.set(id2, { ...platform2, id: id2, bases: basesOf(platform2) });
  const operations = policy.operationsOf(source).map((entry) => loadOperation(source, entry, schemes));
  return {
    source,
    operations,
    operationById: new Map(operations.map((operation) => [operation.id, operation])),
    platforms,
    realHosts: realHostsOf(platforms.values()),
    home: onlyOne(new Set([...schemes.values()].map(({ platform: platform2 }) => platform2))),
    schemes,
    secretParameters: new Set(
      [...schemes.values()].flatMap(({ placement }) => placement.in === "query" ? [placement.name] : [])
    ),
    router: createRouter(operations)
  };
}
function basesOf({ server, otherServers = [] }) {
  return [...server === void 0 ? [] : [server], ...otherServers].map((url) => {
    if (url.startsWith("/")) return { host: void 0, path: url };
    const { host, pathname } = new URL(url);
    return { host, path: pathname.replace(/\/$/, "") };
  });
}
function realHostsOf(platforms) {
  const hosts2 = /* @__PURE__ */ new Map();
  for (const platform2 of platforms) {
    for (const { host } of platform2.bases) {
      if (host === void 0 || hosts2.has(host)) continue;
      hosts2.set(host, { platform: platform2, bases: platform2.bases.filter((base) => base.host === host) });
    }
  }
  return hosts2;
}
function onlyOne(names) {
  const [name2] = names;
  return names.size === 1 ? name2 : void 0;
}
function schemesOf(document2, platform2) {
  return [...document2.schemes.values()].filter((scheme) => scheme.platform === platform2);
}
function keyScheme(name2, scheme) {
  const policy = scheme["x-key-policy"];
  const failures = scheme["x-auth-failures"];
  if (!policy || !failures) return void 0;
  const alsoKeysOf = scheme[SAME_KEYS];
  return { name: name2, platform: policy.platform, placement: placementOf(scheme), policy, failures, ...alsoKeysOf && { alsoKeysOf } };
}
function placementOf(scheme) {
  if (scheme.type === "apiKey") return { in: scheme.in, name: scheme.in === "header" ? scheme.name.toLowerCase() : scheme.name };
  const word = scheme.type === "http" ? scheme.scheme.toLowerCase() : "bearer";
  if (word === "basic") return { in: "basic", name: "authorization" };
  return { in: "bearer", name: "authorization", ...word !== "bearer" && { word } };
}
function wayIn(alternative, schemes) {
  const needed = Object.entries(alternative).flatMap(([name2, scopes]) => {
    const scheme = schemes.get(name2);
    return scheme ? [{ scheme, scopes }] : [];
  });
  const [first, ...also] = needed;
  return first ? [{ ...first, ...also.length > 0 && { also } }] : [];
}
function loadOperation(source, entry, schemes) {
  const { operation, platform: platform2 } = entry;
  if (!platform2) throw new Error(`${operation.operationId} has no tag that names one of x-platforms.`);
  const security = (operation.security ?? []).flatMap((alternative) => wayIn(alternative, schemes));
  const opening = new Set(policy.requirementsOf(operation).map(({ scheme }) => scheme));
  const responses = Object.entries(operation.responses).map(([status2, response]) => [status2, policy.resolve(source, response)]);
  return {
    id: operation.operationId,
    method: entry.method.toUpperCase(),
    path: entry.path,
    platform: platform2,
    security,
    otherSchemes: [...schemes.values()].filter((scheme) => scheme.platform === platform2 && !opening.has(scheme.name)),
    ...operation.security?.some((alternative) => Object.keys(alternative).length === 0) && { anonymous: true },
    dashboard: [...opening].some((name2) => !schemes.has(name2)),
    responses: Object.fromEntries(responses),
    ...operation.requestBody && { requestBody: policy.resolve(source, operation.requestBody) },
    ...operation["x-instance"] && { instance: operation["x-instance"] },
    ...operation["x-cors"] && { cors: operation["x-cors"] }
  };
}
var SAME_KEYS;
var init_load2 = __esm({
  "src/document/load.ts"() {
    init_router();
    SAME_KEYS = "x-same-keys";
  }
});

// src/exchange/redact.ts
function soundsSecret(name2) {
  if (name2.length > LONG2) return SECRET_NAMES.test(name2);
  const known = judged.get(name2);
  if (known !== void 0) return known;
  const verdict = SECRET_NAMES.test(name2);
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(name2, verdict);
  return verdict;
}
function redactedPath(url, secrets) {
  if (url.search === "") return url.pathname;
  let query = "";
  for (const pair of url.search.slice(1).split("&")) {
    const end = pair.indexOf("=");
    const name2 = end < 0 ? pair : pair.slice(0, end);
    query += `${query === "" ? "?" : "&"}${isSecretName(name2, secrets) ? `${name2}=${MASK}` : pair}`;
  }
  return url.pathname + query;
}
function redactedBody(body, isSecret) {
  if (typeof body === "string") return isSecret ? withoutSecrets(body, isSecret) : body;
  if (Array.isArray(body)) return body.map((item) => redactedBody(item, isSecret));
  if (typeof body !== "object" || body === null) return body;
  const copy = {};
  for (const name2 of Object.keys(body)) {
    const shown5 = soundsSecret(name2) ? MASK : redactedBody(body[name2], isSecret);
    if (name2 === "__proto__") Object.defineProperty(copy, name2, { value: shown5, enumerable: true });
    else copy[isSecret ? withoutSecrets(name2, isSecret) : name2] = shown5;
  }
  return copy;
}
function withoutSecrets(value, isSecret) {
  if (typeof value === "string") return mayHold(value, isSecret) ? masked(value, isSecret) : value;
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, isSecret));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name2, inner]) => [
    withoutSecrets(name2, isSecret),
    withoutSecrets(inner, isSecret)
  ]);
  return Object.fromEntries(entries);
}
function masked(text2, isSecret) {
  return text2.replace(WORD, (word) => isSecret(word) ? MASK : word);
}
function redactedJson(body, json2, isSecret) {
  if (json2 !== void 0 && !json2.includes("\\") && !mayHold(json2, isSecret, true)) return json2;
  return JSON.stringify(redactedBody(body, isSecret));
}
function mayHold(text2, isSecret, names = false) {
  let start2 = 0;
  for (let i = 0; i <= text2.length; i++) {
    if (i < text2.length) {
      const code = text2.charCodeAt(i);
      if (code < 128 && IN_WORD[code] === 1) continue;
    }
    const length = i - start2;
    if (length > LONGEST_WORD) return true;
    if (length >= SHORTEST_WORD && isSecret(text2.slice(start2, i))) return true;
    if (names && length >= SHORTEST_NAME && NAME_ENDS.has(endOf(text2, i)) && isName(text2.slice(start2, i))) return true;
    start2 = i + 1;
  }
  return false;
}
function endOf(text2, end) {
  return (text2.charCodeAt(end - 2) | 32) << 8 | (text2.charCodeAt(end - 1) | 32);
}
function isName(word) {
  return word === "__proto__" || soundsSecret(word);
}
function isSecretName(name2, secrets) {
  const decoded = /[%+]/.test(name2) ? decode(name2) : name2;
  return decoded === void 0 || soundsSecret(decoded) || secrets?.has(decoded) === true;
}
function decode(name2) {
  try {
    return decodeURIComponent(name2.replaceAll("+", " "));
  } catch {
    return void 0;
  }
}
var MASK, SECRET_NAMES, judged, MOST_JUDGED, LONG2, SHORTEST_WORD, LONGEST_WORD, WORD, IN_WORD, SHORTEST_NAME, NAME_ENDS;
var init_redact = __esm({
  "src/exchange/redact.ts"() {
    MASK = "\u2022\u2022\u2022\u2022";
    SECRET_NAMES = /(api[-_]?key|token|secret|password|authorization)$/i;
    judged = /* @__PURE__ */ new Map();
    MOST_JUDGED = 1e3;
    LONG2 = 100;
    SHORTEST_WORD = 8;
    LONGEST_WORD = 512;
    WORD = new RegExp(`[\\w-]{${SHORTEST_WORD},${LONGEST_WORD}}`, "g");
    IN_WORD = Uint8Array.from({ length: 128 }, (_, code) => Number(/[\w-]/.test(String.fromCharCode(code))));
    SHORTEST_NAME = 5;
    NAME_ENDS = new Set(["ey", "en", "et", "rd", "on", "__"].map((end) => endOf(end, 2)));
  }
});

// src/exchange/secret-words.ts
function secretWords({ session, controlToken }, { door }) {
  const token = door?.controlToken ?? controlToken;
  return (word) => word === token || session.isSecret(word) || session.users.get(session.vault.fingerprint(word)) !== void 0;
}
var init_secret_words = __esm({
  "src/exchange/secret-words.ts"() {
  }
});
function createContext(engine, operation, verdict, checked, requestId) {
  return new RequestContext(engine, operation, verdict, checked, requestId);
}
function contentTypeOf({ content }) {
  for (const type in content) return type;
  return JSON_TYPE;
}
var RequestContext, JSON_TYPE, NO_HEADERS;
var init_context = __esm({
  "src/exchange/context.ts"() {
    init_examples();
    init_failures();
    init_load2();
    init_redact();
    init_secret_words();
    RequestContext = class {
      engine;
      document;
      session;
      operation;
      requestId;
      now;
      path;
      query;
      header;
      body;
      key;
      user;
      choices;
      #verdict;
      constructor(engine, operation, verdict, checked, requestId) {
        this.engine = engine;
        this.document = engine.document;
        this.session = engine.session;
        this.operation = operation;
        this.requestId = requestId;
        this.now = engine.session.clock.now();
        this.path = checked.path;
        this.query = checked.query;
        this.header = checked.header;
        this.body = checked.body();
        this.key = verdict.key;
        this.user = verdict.user;
        this.choices = engine.session.settings.failures[operation.platform] ?? {};
        this.#verdict = verdict;
      }
      get account() {
        const { account: account2 } = this.#verdict;
        if (!account2) throw new Error(`${this.operation.id} takes no key, so it has no account.`);
        return account2;
      }
      // Behaviours take these out of the context, so each is a function that does not depend on how it is called; most
      // requests need one or two of them.
      get table() {
        return (definition) => this.session.table(this.account.id, definition);
      }
      get example() {
        return (status2, name2, facts = {}) => this.#example(status2, name2, facts);
      }
      get reply() {
        return (status2, body) => this.#reply(status2, body);
      }
      get invalid() {
        return (found2) => this.#invalid(found2);
      }
      get schemesOf() {
        return (platform2) => schemesOf(this.document, platform2);
      }
      #example(status2, name2, facts) {
        const known = { requestId: this.requestId, ...this.#verdict.facts, ...facts };
        return answerFromExample(this.document.source, status2, this.operation.responses[String(status2)], name2, known);
      }
      #reply(status2, body) {
        const response = this.operation.responses[String(status2)];
        return {
          status: status2,
          body,
          contentType: response ? contentTypeOf(response) : JSON_TYPE,
          headers: NO_HEADERS,
          evidence: response?.["x-evidence"] ?? null,
          source: response?.["x-source"] ?? null
        };
      }
      #invalid(found2) {
        const { operation, requestId, choices, example, reply } = this;
        const isSecret = secretWords(this.engine, {});
        const issues = found2.map((issue3) => ({ ...issue3, message: withoutSecrets(issue3.message, isSecret) }));
        const module = this.engine.modules[operation.platform];
        if (module?.invalidRequest) return module.invalidRequest(issues, { operation, requestId, choices, example, reply });
        const shown5 = [400, 422].find((status2) => policy.examplesOf(this.document.source, operation.responses[status2])["invalid_request"]);
        return shown5 === void 0 ? unimplemented(operation.id) : example(shown5, "invalid_request");
      }
    };
    JSON_TYPE = "application/json";
    NO_HEADERS = {};
  }
});

// src/exchange/cors.ts
function corsOf(route) {
  return route.kind === "unknown" ? void 0 : route.operation.cors;
}
function preflight(cors, allowed) {
  return {
    status: 204,
    headers: {
      "access-control-allow-methods": allowed.join(", "),
      "access-control-allow-headers": cors.headers.join(", "),
      ...cors.maxAge !== void 0 && { "access-control-max-age": String(cors.maxAge) }
    },
    contentType: "application/json",
    body: void 0,
    evidence: cors.evidence,
    source: cors.source
  };
}
function corsHeaders(cors) {
  return { "access-control-allow-origin": cors.origin };
}
var init_cors = __esm({
  "src/exchange/cors.ts"() {
  }
});

// src/exchange/instance.ts
function instanceOf(session, account2, operation, request) {
  const reference = operation.instance;
  switch (reference?.in) {
    case "body":
      return textOrNothing(request.bodyValue(reference.pointer));
    case "path":
      return textOrNothing(request.path[reference.name]);
    case "resource": {
      const id2 = textOrNothing(request.path[reference.by]);
      const row = id2 === void 0 ? void 0 : session.rowOf(account2.id, reference.collection, id2);
      return textOrNothing(row && row[reference.field]);
    }
    default:
      return void 0;
  }
}
function textOrNothing(value) {
  return typeof value === "string" ? value : void 0;
}
var init_instance = __esm({
  "src/exchange/instance.ts"() {
  }
});

// src/exchange/open-session.ts
function openSession(sessions2, document2, request) {
  const { pathname } = request.url;
  const inPath = pathname.startsWith("/~") ? /^\/~([^/]*)(\/.*)?$/.exec(pathname) : null;
  const name2 = inPath?.[1] ?? request.headers.get(SESSION_HEADER);
  const opened = name2 === null ? sessionOfCredential(sessions2, document2, request) : sessions2.open(name2);
  if (!opened.ok) {
    const { status: status2, title, detail } = explainProblem(opened.problem, name2 ?? "", sessions2);
    return { ok: false, decision: opened.problem, answer: mockProblem(status2, opened.problem, title, detail) };
  }
  if (!inPath) return { ok: true, session: opened.session, request };
  const url = new URL(request.url.href);
  url.pathname = inPath[2] ?? "/";
  return { ok: true, session: opened.session, request: { ...request, url } };
}
function sessionOfCredential(sessions2, document2, request) {
  const byDefault = { ok: true, session: sessions2.default };
  if (sessions2.count === 0) return byDefault;
  const secrets = credentialsIn(document2, request).map((secret2) => ({
    secret: secret2,
    print: sessions2.default.vault.fingerprint(secret2)
  }));
  const has3 = (session) => secrets.some(({ secret: secret2, print }) => session.findKey(secret2, print) !== void 0 || session.users.get(print) !== void 0);
  return secrets.length > 0 && sessions2.owning(has3) || byDefault;
}
function credentialsIn(document2, { headers, url }) {
  const credentials = {
    header: (name2) => headers.get(name2),
    query: (name2) => url.searchParams.get(name2)
  };
  const placements = [
    { in: "bearer", name: "authorization" },
    ...[...document2.schemes.values()].map((scheme) => scheme.placement)
  ];
  return [...new Set(placements.flatMap((placement) => credentialAt(placement, credentials) ?? []))];
}
function explainProblem(problem3, name2, { limits }) {
  switch (problem3) {
    case "session_name_invalid":
      return {
        status: 400,
        title: "Not a session name",
        detail: "A session name has 1 to 100 letters, digits, dots, dashes and underscores, and begins with a letter or digit."
      };
    case "session_expired":
      return {
        status: 410,
        title: "Session expired",
        detail: `The session "${name2}" had no request for ${inWords2(limits.idle)} and was dropped with all it held. Create it again with mock.session("${name2}") or POST /__mock/sessions, or use another name.`
      };
    case "session_limit_reached":
      return {
        status: 429,
        title: "Too many sessions",
        detail: `There are ${limits.count} sessions, as many as this mock keeps. Drop some with mock.sessions.drop(name) or DELETE /__mock/sessions/{name}, or allow more of them: createMock({ sessions: { count } }), --session-limit.`
      };
    case "session_ambiguous":
      return {
        status: 409,
        title: "More than one session has this key",
        detail: `The key was chosen, or made from one seed, in more than one session. Say which one is meant with the header ${SESSION_HEADER} or a base URL with /~name, or let the mock make the secret.`
      };
  }
}
function inWords2(duration3) {
  return duration3 >= 6e4 ? `${duration3 / 6e4} min` : `${duration3 / 1e3} s`;
}
var SESSION_HEADER;
var init_open_session = __esm({
  "src/exchange/open-session.ts"() {
    init_credential();
    init_mock_problem();
    SESSION_HEADER = "x-mock-session";
  }
});

// src/exchange/outgoing.ts
function toOutgoing(answer, decision, requestId) {
  const headers = { ...answer.headers };
  const hasBody2 = answer.stream !== void 0 || answer.body !== void 0 && !NO_BODY.has(answer.status);
  if (hasBody2 && !has(headers, "content-type")) headers["content-type"] = answer.contentType;
  headers["x-mock-decision"] = decision;
  if (answer.evidence) headers["x-mock-evidence"] = answer.evidence;
  headers["x-mock-request-id"] = requestId;
  const { stream, wait } = answer;
  if (stream) return { status: answer.status, headers, body: void 0, stream };
  if (!hasBody2) return { status: answer.status, headers, body: void 0, ...wait && { wait } };
  return { status: answer.status, headers, body: textOf(answer) };
}
function has(headers, wanted) {
  for (const name2 in headers) if (name2.toLowerCase() === wanted) return true;
  return false;
}
function textOf({ contentType, body }) {
  return typeof body === "string" && !/[/+]json\b/i.test(contentType) ? body : JSON.stringify(body);
}
var NO_BODY;
var init_outgoing = __esm({
  "src/exchange/outgoing.ts"() {
    NO_BODY = /* @__PURE__ */ new Set([204, 205, 304]);
  }
});

// src/exchange/route.ts
function findRoute(document2, url, method) {
  const real = document2.realHosts.get(url.host);
  if (real) return { platform: real.platform, route: onRealHost(document2, real, url.pathname, method) };
  const route = onAnyHost(document2, url.pathname, method);
  const found2 = route.kind === "found" ? route.operation.platform : route.platform;
  return { platform: platform(document2, found2 ?? document2.home ?? NEUTRAL), route };
}
function onRealHost(document2, { platform: real, bases }, path, method) {
  const routes = bases.filter((base) => path.startsWith(`${base.path}/`)).map((base) => document2.router.match(method, path.slice(base.path.length)));
  const own = routes.filter((route) => (route.kind === "found" ? route.operation.platform : route.platform) === real.id);
  return own.find(({ kind }) => kind === "found") ?? own[0] ?? { kind: "unknown", platform: real.id };
}
function onAnyHost(document2, path, method) {
  const route = document2.router.match(method, path);
  if (route.kind !== "unknown") return route;
  for (const { bases } of document2.platforms.values()) {
    for (const base of bases) {
      if (base.host !== void 0 || !path.startsWith(`${base.path}/`)) continue;
      const below = document2.router.match(method, path.slice(base.path.length));
      if (below.kind !== "unknown") return below;
    }
  }
  return route;
}
function platform(document2, id2) {
  const found2 = document2.platforms.get(id2) ?? document2.platforms.values().next().value;
  if (!found2) throw new Error("The document describes no platform in x-platforms.");
  return found2;
}
var NEUTRAL;
var init_route = __esm({
  "src/exchange/route.ts"() {
    NEUTRAL = "control";
  }
});

// src/exchange/responder.ts
async function respond(engine, responder, platform2, letIn, verdict, requestId) {
  try {
    const { answer, wrong } = await responder(letIn);
    return wrong.length === 0 ? { answer } : { answer, decision: "invalid_request", verdict: refusedBy(verdict, wrong) };
  } catch (error) {
    engine.onBug(error, letIn.operation.id);
    return { answer: answerToProblem(engine.document, platform2, "server_error", { requestId }), decision: "server_error" };
  }
}
function refusedBy(verdict, wrong) {
  const detail = `the request does not fit the document: ${wrong.join("; ")}`;
  const steps = verdict.steps.filter(({ step: step3 }) => step3 !== "request");
  return {
    ...verdict,
    decision: "invalid_request",
    steps: [...steps, { step: "request", outcome: "refused", rule: "schema", detail }]
  };
}
function exchangeOf({ document: document2, session }, request, requestId, { operation, decision, faults: faults2 }, outgoing) {
  if (!operation || operation.platform === NEUTRAL || faults2.length > 0) return void 0;
  const { route } = findRoute(document2, request.url, request.method);
  const rawParams = route.kind === "found" ? route.rawParams : {};
  return { operation, request, rawParams, requestId, session: session.name, decision, outgoing };
}
var init_responder = __esm({
  "src/exchange/responder.ts"() {
    init_failures();
    init_route();
  }
});

// src/exchange/looking.ts
function isLooking(platform2, { method, headers }) {
  if (platform2 === NEUTRAL) return true;
  return platform2 === CONSOLE && method === "GET" && headers.get(JOURNAL_HEADER) === "skip";
}
var JOURNAL_HEADER, CONSOLE;
var init_looking = __esm({
  "src/exchange/looking.ts"() {
    init_route();
    JOURNAL_HEADER = "x-mock-journal";
    CONSOLE = "console";
  }
});

// src/exchange/once-kept.ts
function onceKept(keeper, session, outgoing) {
  try {
    keeper.commit(session);
    return outgoing;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const answer = mockProblem(
      503,
      "not_kept",
      "Not kept",
      `What this request did could not be written down, and a restart may forget it: ${reason}`
    );
    return toOutgoing(answer, "not_kept", outgoing.headers["x-mock-request-id"] ?? "");
  }
}
var init_once_kept = __esm({
  "src/exchange/once-kept.ts"() {
    init_mock_problem();
    init_outgoing();
  }
});

// src/exchange/record.ts
function record2(engine, request, requestId, handled, outgoing, durationMs) {
  const { session, document: document2 } = engine;
  const { answer, verdict, operation, checked } = handled;
  const isSecret = secretWords(engine, request);
  const instanceId = verdict?.instanceId ?? null;
  const shownInstance = instanceId === null ? null : withoutSecrets(instanceId, isSecret);
  const steps = verdict?.steps ?? NO_STEPS;
  const requestLength = request.body?.length ?? 0;
  const answerLength = outgoing.body?.length ?? 0;
  const entry = {
    requestId,
    at: session.clock.now(),
    method: request.method,
    path: withoutSecrets(redactedPath(request.url, document2.secretParameters), isSecret),
    platform: handled.platform,
    operationId: operation?.id ?? null,
    status: answer.status,
    decision: handled.decision,
    evidence: answer.evidence,
    source: answer.source,
    scheme: verdict?.scheme?.name ?? null,
    keyId: verdict?.key?.id ?? null,
    accountId: verdict?.account?.id ?? null,
    instanceId: shownInstance,
    userAgent: withoutSecrets(request.headers.get("user-agent"), isSecret),
    requestJson: written(session, checked?.body(), checked?.json(), requestLength),
    responseJson: written(session, answer.body, typeof answer.body === "string" ? void 0 : outgoing.body, answerLength),
    faults: handled.faults.length > 0 ? handled.faults.map(({ id: id2 }) => id2) : NO_FAULTS,
    durationMs,
    steps: shownInstance === instanceId ? steps : withoutSecrets(steps, isSecret),
    ...handled.violations && { violations: handled.violations }
  };
  session.journal.add(entry, Math.min(requestLength, MOST_WRITTEN) + Math.min(answerLength, MOST_WRITTEN));
}
function written(session, body, json2, length) {
  return length > MOST_WRITTEN ? TOO_LONG : redactedJson(body, json2, session.isSecret);
}
var MOST_WRITTEN, TOO_LONG, NO_STEPS, NO_FAULTS;
var init_record = __esm({
  "src/exchange/record.ts"() {
    init_redact();
    init_secret_words();
    MOST_WRITTEN = 262144;
    TOO_LONG = JSON.stringify("(too long to be written down)");
    NO_STEPS = [];
    NO_FAULTS = [];
  }
});

// src/exchange/send.ts
function send(engine, request, requestId, handled, started) {
  const { cors } = handled;
  const answer = cors ? { ...handled.answer, headers: { ...corsHeaders(cors), ...handled.answer.headers } } : handled.answer;
  const outgoing = toOutgoing(answer, handled.decision, requestId);
  const exchange = engine.inspector && exchangeOf(engine, request, requestId, handled, outgoing);
  if (!exchange) return conclude(engine, request, requestId, handled, outgoing, started);
  return engine.inspector(exchange).then((violations) => conclude(engine, request, requestId, { ...handled, violations }, outgoing, started));
}
function conclude(engine, request, requestId, handled, outgoing, started) {
  const { session } = engine;
  if (!isLooking(handled.platform, request))
    record2(engine, request, requestId, handled, outgoing, engine.stopwatch() - started);
  session.runDueTasks();
  const sent = handled.faults.length > 0 ? withFaults(outgoing, handled.faults, session.clock) : outgoing;
  return engine.keeper ? onceKept(engine.keeper, session, sent) : sent;
}
var init_send = __esm({
  "src/exchange/send.ts"() {
    init_apply_fault();
    init_cors();
    init_looking();
    init_once_kept();
    init_outgoing();
    init_record();
    init_responder();
  }
});

// src/exchange/handle.ts
function handle(engine, request) {
  const opened = openSession(engine.sessions, engine.document, request);
  if (opened.ok) return handleIn(inSession(engine, opened.session), opened.request);
  return toOutgoing(opened.answer, opened.decision, engine.sessions.ids.id("req"));
}
function inSession(engine, session) {
  let own = engines.get(session);
  if (!own) engines.set(session, own = { ...engine, session });
  return own;
}
function handleIn(engine, request) {
  const started = engine.stopwatch();
  engine.session.runDueTasks();
  const requestId = engine.session.ids.id("req");
  const handled = answerTo(engine, request, requestId);
  if (!(handled instanceof Promise)) return send(engine, request, requestId, handled, started);
  return handled.then((done2) => send(engine, request, requestId, done2, started));
}
function answerTo(engine, request, requestId) {
  const { document: document2, session } = engine;
  const { platform: platform2, route } = findRoute(document2, request.url, request.method);
  const cors = corsOf(route);
  const early = (problem3, facts = {}) => ({
    answer: answerToProblem(document2, platform2, problem3, { requestId, ...facts }),
    decision: problem3,
    verdict: void 0,
    platform: platform2.id,
    operation: void 0,
    checked: void 0,
    faults: NO_FAULTS2,
    cors
  });
  if (request.url.pathname.length + request.url.search.length > platform2.limits.urlBytes.value) return early("uri_too_long");
  if (route.kind === "unknown")
    return early("unknown_path", { path: withoutSecrets(request.url.pathname, secretWords(engine, request)) });
  if (route.kind === "wrong_method" && cors && request.method === "OPTIONS")
    return { ...early("method_not_allowed"), answer: preflight(cors, route.allowed), decision: "preflight" };
  if (route.kind === "wrong_method") return early("method_not_allowed", { allowedMethods: route.allowed.join(", ") });
  const { operation } = route;
  const closed = operation.platform === NEUTRAL ? controlRefusal(engine, operation, request, requestId) : void 0;
  const found2 = { platform: platform2.id, operation, cors };
  if (closed) return { ...found2, ...closed, verdict: void 0, checked: void 0, faults: NO_FAULTS2 };
  const checked = new CheckedRequest(engine.validators, platform2, operation, route.rawParams, request);
  const faults2 = faultsFor(session, operation, request);
  for (const { effect: effect2 } of faults2) {
    const { failures } = session.settings;
    const struck = { document: document2, operation, requestId, failures, bodyValue: (pointer) => checked.bodyValue(pointer) };
    const answer = answerInstead(effect2, struck);
    if (answer) return { ...found2, answer, decision: "fault", verdict: void 0, checked, faults: faults2 };
  }
  const verdict = operation.dashboard ? dashboardVerdict(engine, operation, request, checked) : keyVerdict(session, operation, request, checked);
  const handled = ({ answer, decision = verdict.decision, verdict: last = verdict }) => {
    return { answer, decision, verdict: last, platform: platform2.id, operation, checked, faults: faults2, cors };
  };
  if (verdict.decision !== "allowed" && verdict.decision !== "public")
    return handled({ answer: refusal(engine, platform2, operation, verdict, checked, requestId) });
  if (engine.responder && !engine.modules[platform2.id]?.behaviours[operation.id]) {
    const letIn = { operation, request, rawParams: route.rawParams, seed: `${session.seed} ${requestId}` };
    return respond(engine, engine.responder, platform2, letIn, verdict, requestId).then(handled);
  }
  return handled(behave(engine, platform2, operation, verdict, checked, requestId));
}
function faultsFor(session, operation, request) {
  if (session.faults.size === 0 || operation.platform === NEUTRAL) return NO_FAULTS2;
  return takeFaults(session.faults, {
    platform: operation.platform,
    operationId: operation.id,
    method: operation.method,
    key: () => keyOf(session, operation, credentialsOf(request))
  });
}
function keyVerdict(session, operation, request, checked) {
  return authorize({
    session,
    operation,
    credentials: credentialsOf(request),
    checkRequest: () => checked.problem(),
    bodyValue: (pointer) => checked.bodyValue(pointer),
    instanceOf: (account2) => instanceOf(session, account2, operation, checked)
  });
}
function dashboardVerdict(engine, operation, request, checked) {
  return authorizeDashboard({
    session: engine.session,
    operation,
    credentials: credentialsOf(request),
    checkRequest: () => checked.problem()
  });
}
function credentialsOf(request) {
  return {
    header: (name2) => request.headers.get(name2),
    query: (name2) => request.url.searchParams.get(name2)
  };
}
function refusal(engine, platform2, operation, verdict, checked, requestId) {
  const { decision, scheme } = verdict;
  const facts = { requestId, ...verdict.facts };
  if (decision === "invalid_request") {
    const context = createContext(engine, operation, verdict, checked, requestId);
    const partly = engine.modules[platform2.id]?.partial?.[operation.id]?.(checked.issues(), context);
    return partly ?? context.invalid(checked.issues());
  }
  if (decision === "session_required") {
    return answerFromExample(engine.document.source, 401, operation.responses["401"], decision, facts);
  }
  if (isRequestFailure(platform2, decision)) return answerToProblem(engine.document, platform2, decision, facts);
  return answerToRefusal(engine.document, engine.session.settings.failures, operation, scheme, decision, facts);
}
function isRequestFailure(platform2, decision) {
  return decision in platform2.requestFailures;
}
function behave(engine, platform2, operation, verdict, checked, requestId) {
  const behaviour = engine.modules[platform2.id]?.behaviours[operation.id];
  if (!behaviour) return { answer: unimplemented(operation.id), decision: "unimplemented" };
  try {
    const answer = behaviour(createContext(engine, operation, verdict, checked, requestId));
    return { answer, ...answer.decision && { decision: answer.decision } };
  } catch (error) {
    engine.onBug(error, operation.id);
    return { answer: answerToProblem(engine.document, platform2, "server_error", { requestId }), decision: "server_error" };
  }
}
var engines, NO_FAULTS2;
var init_handle = __esm({
  "src/exchange/handle.ts"() {
    init_authorize();
    init_dashboard();
    init_fault();
    init_examples();
    init_failures();
    init_apply_fault();
    init_check_request();
    init_control_guard();
    init_context();
    init_cors();
    init_instance();
    init_open_session();
    init_outgoing();
    init_redact();
    init_responder();
    init_route();
    init_secret_words();
    init_send();
    engines = /* @__PURE__ */ new WeakMap();
    NO_FAULTS2 = [];
  }
});
function injectFault(session, document2, fault2) {
  const { platform: platform2, operationId } = fault2.on ?? {};
  if (platform2 !== void 0) mustKnow("platform", platform2, document2.platforms);
  if (operationId !== void 0) mustKnow("operation", operationId, document2.operationById);
  return addFault(session.faults, session.ids, fault2);
}
function mustKnow(what, name2, known) {
  if (!known.has(name2)) throw new RangeError(`The document has no ${what} "${name2}"${policy.didYouMean(name2, known.keys())}`);
}
var init_inject_fault = __esm({
  "src/exchange/inject-fault.ts"() {
    init_fault();
  }
});

// src/exchange/request.ts
async function readRequest(request) {
  const base = { method: request.method, url: new URL(request.url), headers: request.headers, gone: () => request.signal };
  if (request.body === null) return { ...base, body: void 0, tooLarge: false };
  const announced = request.headers.get("content-length");
  if (Number(announced) > MAX_BODY_BYTES) {
    await request.body?.cancel();
    return { ...base, body: void 0, tooLarge: true };
  }
  if (announced !== null || !request.body) return { ...base, ...whole(new Uint8Array(await request.arrayBuffer())) };
  const chunks = [];
  let size = 0;
  const reader = request.body.getReader();
  for (; ; ) {
    const { done: done2, value } = await reader.read();
    if (done2) return { ...base, body: size > 0 ? concatenate(chunks, size) : void 0, tooLarge: false };
    size += value.length;
    if (size > MAX_BODY_BYTES) {
      await reader.cancel();
      return { ...base, body: void 0, tooLarge: true };
    }
    chunks.push(value);
  }
}
function whole(body) {
  const tooLarge = body.length > MAX_BODY_BYTES;
  return { body: tooLarge || body.length === 0 ? void 0 : body, tooLarge };
}
function concatenate(chunks, size) {
  const [only2, ...others] = chunks;
  if (only2 && others.length === 0) return only2;
  const all = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
var MAX_BODY_BYTES;
var init_request2 = __esm({
  "src/exchange/request.ts"() {
    MAX_BODY_BYTES = 10485760;
  }
});

// src/core/outcome.ts
function done(value) {
  return { ok: true, value };
}
function broken(code, message, facts = {}) {
  return { ok: false, code, message, facts };
}
function valueOf(outcome) {
  if (!outcome.ok) throw new KeyRuleError(outcome);
  return outcome.value;
}
var KeyRuleError;
var init_outcome = __esm({
  "src/core/outcome.ts"() {
    KeyRuleError = class extends Error {
      name = "KeyRuleError";
      code;
      facts;
      constructor(rule) {
        super(rule.message);
        this.code = rule.code;
        this.facts = rule.facts;
      }
    };
  }
});

// src/scenarios/definition.ts
function scenario2(definition) {
  return { keys: [], ...definition };
}
function onKeyScreen({ policy }) {
  return policy.managedBy.length > 0;
}
function planWithoutAccess({ plans }) {
  return plans.all.find((plan) => !plans.withApiAccess.includes(plan));
}
var init_definition = __esm({
  "src/scenarios/definition.ts"() {
  }
});

// src/scenarios/key-numbers.ts
var keyNumbers;
var init_key_numbers = __esm({
  "src/scenarios/key-numbers.ts"() {
    init_definition();
    keyNumbers = {
      "key-limit-reached": scenario2({
        summary: {
          en: "As many keys as the account may have: creating another one is refused.",
          pt: "A conta j\xE1 tem todas as chaves que pode ter: criar outra \xE9 recusado."
        },
        keys: ["key"],
        fits: (scheme) => onKeyScreen(scheme) && scheme.policy.keysPerAccount !== null,
        play(stage) {
          for (let number3 = 1; number3 <= (stage.policy.keysPerAccount ?? 0); number3++) {
            stage.key(number3 === 1 ? "key" : `key${number3}`, { name: `Chave ${number3}` });
          }
        }
      }),
      rotation: scenario2({
        summary: {
          en: "In the middle of a rotation: `next` works; `old` works too, unless the platform has room for one key only, so that it had to go first.",
          pt: "No meio de uma troca de chave: `next` funciona; `old` tamb\xE9m, a n\xE3o ser que a plataforma s\xF3 aceite uma chave e ela tenha sa\xEDdo antes."
        },
        keys: ["old", "next"],
        fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.keysPerAccount !== 1 || scheme.policy.actions.delete),
        play(stage) {
          const old = stage.key("old", { name: "Chave antiga" });
          if (stage.policy.keysPerAccount === 1) old.delete();
          stage.key("next", { name: "Chave nova" });
        }
      }),
      rotated: scenario2({
        summary: {
          en: "After a rotation: `next` works, and `old` is deleted, or disabled where keys cannot be deleted.",
          pt: "Depois de uma troca de chave: `next` funciona, e `old` foi exclu\xEDda, ou desativada onde n\xE3o se exclui."
        },
        keys: ["old", "next"],
        fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.actions.delete || scheme.policy.actions.disable),
        play(stage) {
          const old = stage.key("old", { name: "Chave antiga" });
          if (stage.policy.actions.delete) old.delete();
          else old.disable();
          stage.key("next", { name: "Chave nova" });
        }
      })
    };
  }
});

// src/scenarios/key-rights.ts
function only(scope, en, pt) {
  return scenario2({
    summary: { en, pt },
    keys: ["key"],
    fits: ({ policy }) => policy.scopes.includes(scope),
    play: (stage) => void stage.key("key", { scopes: [scope] })
  });
}
var keyRights;
var init_key_rights = __esm({
  "src/scenarios/key-rights.ts"() {
    init_definition();
    keyRights = {
      "send-only": only("whatsapp:send", "May send messages and nothing else.", "S\xF3 pode enviar mensagens."),
      "manage-only": only("whatsapp:manage", "May manage instances and nothing else.", "S\xF3 pode gerenciar inst\xE2ncias."),
      "logs-only": only("logs:read", "May read the logs and nothing else.", "S\xF3 pode ler os logs."),
      "locked-instance": scenario2({
        summary: {
          en: "A key locked to the first instance of its account; another account-wide key for comparison.",
          pt: "Uma chave presa \xE0 primeira inst\xE2ncia da conta; outra, sem essa trava, para comparar."
        },
        keys: ["locked", "open"],
        fits: ({ policy }) => policy.lockTo === "instance",
        play(stage) {
          stage.key("locked", { name: "Uma inst\xE2ncia", instances: stage.idsOf("instances").slice(0, 1) });
          stage.key("open", { name: "Todas as inst\xE2ncias" });
        }
      })
    };
  }
});

// src/scenarios/key-states.ts
function losePlan({ account: account2, policy }) {
  const plan = planWithoutAccess(policy);
  if (plan !== void 0) account2.changePlan(plan);
}
var keyStates;
var init_key_states = __esm({
  "src/scenarios/key-states.ts"() {
    init_definition();
    keyStates = {
      active: scenario2({
        summary: { en: "A key that works everywhere.", pt: "Uma chave que funciona em tudo." },
        keys: ["key"],
        fits: onKeyScreen,
        play: (stage) => void stage.key("key")
      }),
      "no-key": scenario2({
        summary: { en: "An account without any key.", pt: "Uma conta sem nenhuma chave." },
        fits: onKeyScreen,
        play: () => void 0
      }),
      disabled: scenario2({
        summary: { en: "A key that was switched off.", pt: "Uma chave desativada." },
        keys: ["key"],
        fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.disable,
        play: (stage) => stage.key("key").disable()
      }),
      "re-enabled": scenario2({
        summary: { en: "A key that was switched off and on again.", pt: "Uma chave desativada e ativada de novo." },
        keys: ["key"],
        fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.disable,
        play(stage) {
          const key2 = stage.key("key");
          key2.disable();
          key2.enable();
        }
      }),
      deleted: scenario2({
        summary: { en: "A key that was deleted (revoked) for good.", pt: "Uma chave exclu\xEDda (revogada) para sempre." },
        keys: ["key"],
        fits: (scheme) => onKeyScreen(scheme) && scheme.policy.actions.delete,
        play: (stage) => stage.key("key").delete()
      }),
      "free-plan": scenario2({
        summary: {
          en: "A downgrade to a plan without API access has disabled the key.",
          pt: "A mudan\xE7a para um plano sem acesso \xE0 API desativou a chave."
        },
        keys: ["key"],
        fits: ({ policy }) => planWithoutAccess(policy) !== void 0 && policy.plans.onLosingAccess === "disable",
        play(stage) {
          stage.key("key");
          losePlan(stage);
        }
      }),
      "plan-restored": scenario2({
        summary: {
          en: "Downgraded and upgraded again: the key stays disabled until somebody enables it.",
          pt: "O plano caiu e voltou: a chave continua desativada at\xE9 algu\xE9m ativ\xE1-la."
        },
        keys: ["key"],
        fits: ({ policy }) => planWithoutAccess(policy) !== void 0 && policy.plans.onLosingAccess === "disable",
        play(stage) {
          stage.key("key");
          const { plan } = stage.account;
          losePlan(stage);
          stage.account.changePlan(plan);
        }
      }),
      "blocked-workspace": scenario2({
        summary: {
          en: "The plan has expired: the key is active, and every request is refused.",
          pt: "O plano venceu: a chave est\xE1 ativa, e toda requisi\xE7\xE3o \xE9 recusada."
        },
        keys: ["key"],
        fits: ({ policy }) => planWithoutAccess(policy) !== void 0 && policy.plans.onLosingAccess === "refuse",
        play(stage) {
          stage.key("key");
          losePlan(stage);
        }
      }),
      "wrong-product": scenario2({
        summary: { en: "The key of an account of another product.", pt: "A chave de uma conta de outro produto." },
        keys: ["key"],
        fits: ({ policy: { products } }) => products !== null && products.all.some((product) => !products.accepted.includes(product)),
        product: ({ products }) => products?.all.find((product) => !products.accepted.includes(product)),
        play: (stage) => void stage.key("key")
      }),
      "access-token": scenario2({
        summary: { en: "An OAuth access token that works.", pt: "Um token de acesso OAuth que funciona." },
        keys: ["token"],
        fits: (scheme) => !onKeyScreen(scheme),
        play: (stage) => void stage.key("token")
      }),
      "revoked-token": scenario2({
        summary: { en: "An OAuth access token that was revoked.", pt: "Um token de acesso OAuth revogado." },
        keys: ["token"],
        fits: (scheme) => !onKeyScreen(scheme) && scheme.policy.actions.delete,
        play: (stage) => stage.key("token").delete()
      }),
      expired: scenario2({
        summary: { en: "A key or token past its time.", pt: "Uma chave ou um token vencido." },
        keys: ["key"],
        fits: ({ policy }) => policy.expires !== "never",
        play: (stage) => stage.key("key").expire()
      })
    };
  }
});

// src/scenarios/traffic.ts
var traffic;
var init_traffic = __esm({
  "src/scenarios/traffic.ts"() {
    init_definition();
    traffic = {
      "rate-limited": scenario2({
        summary: { en: "The account has used up its rate limit.", pt: "A conta esgotou o limite de requisi\xE7\xF5es." },
        keys: ["key"],
        fits: (scheme) => onKeyScreen(scheme) && scheme.failures.rate_limited !== void 0,
        play(stage) {
          stage.key("key");
          stage.account.limitRate("exhausted");
        }
      }),
      "rate-limits": scenario2({
        summary: { en: "The platform's rate limits count for this account.", pt: "Os limites da plataforma valem para esta conta." },
        keys: ["key"],
        fits: (scheme) => onKeyScreen(scheme) && scheme.policy.rateLimits.length > 0,
        play(stage) {
          stage.key("key");
          stage.account.limitRate("on");
        }
      }),
      "slow-propagation": scenario2({
        summary: {
          en: "The key was just switched off, and it takes a minute until the API knows.",
          pt: "A chave acabou de sair do ar, e a API leva um minuto para saber."
        },
        keys: ["key"],
        fits: (scheme) => onKeyScreen(scheme) && (scheme.policy.actions.disable || scheme.policy.actions.delete),
        play(stage) {
          stage.configure({ propagationDelay: "1m" });
          const key2 = stage.key("key");
          if (stage.policy.actions.disable) key2.disable();
          else key2.delete();
        }
      }),
      outage: scenario2({
        summary: {
          en: "The platform is down: its gateway answers 503 with an HTML page.",
          pt: "A plataforma est\xE1 fora do ar: o gateway responde 503 com uma p\xE1gina HTML."
        },
        keys: ["key"],
        fits: onKeyScreen,
        play(stage) {
          stage.key("key");
          stage.fault({ kind: "html", status: 503 });
        }
      }),
      "server-errors": scenario2({
        summary: {
          en: "Every request ends in the platform's own server error.",
          pt: "Toda requisi\xE7\xE3o termina no erro interno da plataforma."
        },
        keys: ["key"],
        fits: onKeyScreen,
        play(stage) {
          stage.key("key");
          stage.fault({ kind: "status", ...stage.serverError() });
        }
      }),
      slow: scenario2({
        summary: { en: "Every answer takes two to four seconds.", pt: "Toda resposta leva de dois a quatro segundos." },
        keys: ["key"],
        fits: onKeyScreen,
        play(stage) {
          stage.key("key");
          stage.fault({ kind: "latency", delay: "2s", jitter: "2s" });
        }
      }),
      flaky: scenario2({
        summary: { en: "One connection in three is dropped.", pt: "Uma em cada tr\xEAs conex\xF5es cai." },
        keys: ["key"],
        fits: onKeyScreen,
        play(stage) {
          stage.key("key");
          stage.fault({ kind: "drop" }, { probability: 1 / 3 });
        }
      })
    };
  }
});

// src/scenarios/registry.ts
var registry, scenarios;
var init_registry = __esm({
  "src/scenarios/registry.ts"() {
    init_key_numbers();
    init_key_rights();
    init_key_states();
    init_traffic();
    registry = { ...keyStates, ...keyNumbers, ...keyRights, ...traffic };
    scenarios = new Map(
      Object.entries(registry)
    );
  }
});

// src/core/key-lifecycle.ts
function keysInUse(session, scheme, accountId) {
  return session.keysOf(accountId).filter((key2) => key2.scheme === scheme.name && currentState(key2).status !== "deleted");
}
function createKey(session, scheme, account2, wanted) {
  const { policy } = scheme;
  const others = keysInUse(session, scheme, account2.id);
  if (!planHasApiAccess(policy, account2.plan)) return planRequired(scheme, account2);
  if (policy.keysPerAccount !== null && others.length >= policy.keysPerAccount)
    return limitReached(scheme, policy.keysPerAccount);
  const name2 = wanted.name?.trim() || (policy.names.required ? "" : freeName(others));
  const refusedName = checkName(scheme, others, name2);
  if (refusedName) return refusedName;
  const strangers = (wanted.scopes ?? []).filter((scope) => !policy.scopes.includes(scope));
  if (strangers.length > 0) {
    return broken(
      "invalid_request",
      `There is no scope "${strangers[0]}". Choose from: ${policy.scopes.join(", ") || "none, this platform has no scopes"}.`
    );
  }
  if (wanted.instances && policy.lockTo === null) {
    return broken("invalid_request", 'Keys of this platform cannot be locked to an instance. Leave "instances" out.');
  }
  const now = session.clock.now();
  const secret2 = wanted.secret ?? policy.format.prefix + session.ids.text(policy.format.alphabet, policy.format.length);
  const sealed = session.vault.seal(secret2, policy.storage, wanted.published);
  const key2 = {
    id: wanted.id ?? session.ids.id("key"),
    accountId: account2.id,
    platform: scheme.platform,
    scheme: scheme.name,
    name: name2,
    sealed,
    masked: mask(secret2, sealed.start, policy.secret === "revealable"),
    history: [{ at: now, status: "active", reason: null }],
    scopes: wanted.scopes ?? policy.scopes,
    instances: wanted.instances?.length ? wanted.instances : null,
    createdAt: now,
    expiresAt: policy.expires === "never" ? null : now + milliseconds(policy.expires)
  };
  return done({ key: session.keys.insert(key2), secret: secret2 });
}
function renameKey(session, scheme, keyId, name2) {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  if (!scheme.policy.actions.rename) return forbidden("rename");
  const others = keysInUse(session, scheme, key2.accountId).filter((other) => other.id !== keyId);
  const wanted = name2.trim();
  if (!wanted) return broken("invalid_request", "A key needs a name. Give one of at least one character.");
  return checkName(scheme, others, wanted) ?? done(session.keys.update(keyId, { name: wanted }));
}
function disableKey(session, scheme, keyId, reason = "by_user") {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  if (!scheme.policy.actions.disable && reason === "by_user") return forbidden("disable");
  return done(currentState(key2).status === "disabled" ? key2 : change(session, key2, "disabled", reason));
}
function enableKey(session, scheme, account2, keyId) {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  if (!scheme.policy.actions.disable) return forbidden("enable");
  if (!planHasApiAccess(scheme.policy, account2.plan)) return planRequired(scheme, account2);
  return done(currentState(key2).status === "active" ? key2 : change(session, key2, "active", null));
}
function deleteKey(session, scheme, keyId) {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  if (!scheme.policy.actions.delete) return forbidden("delete");
  return done(change(session, key2, "deleted", null));
}
function expireKey(session, scheme, keyId) {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  if (scheme.policy.expires === "never")
    return broken("action_not_allowed", "Keys of this kind never expire.", { action: "expire" });
  return done(session.keys.update(keyId, { expiresAt: session.clock.now() - 1 }));
}
function revealKey(session, scheme, keyId) {
  const key2 = liveKey(session, keyId);
  if (!key2) return notFound(keyId);
  const secret2 = scheme.policy.secret === "revealable" ? session.vault.open(key2.sealed) : void 0;
  if (secret2 !== void 0) return done(secret2);
  return broken(
    "secret_not_recoverable",
    "Keys of this platform are shown once, when they are created, and nobody can show this one again. Create a new key, move your integrations to it, then revoke this one."
  );
}
function liveKey(session, keyId) {
  const key2 = session.keys.get(keyId);
  return key2 && currentState(key2).status !== "deleted" ? key2 : void 0;
}
function change(session, key2, status2, reason) {
  return session.keys.update(key2.id, { history: [...key2.history, { at: session.clock.now(), status: status2, reason }] });
}
function checkName(scheme, others, name2) {
  const { names } = scheme.policy;
  if (!name2 && names.required)
    return broken("invalid_request", "A key of this platform needs a name. Give one that says where it is used.");
  if (names.unique && others.some((other) => other.name === name2)) {
    return broken("key_name_taken", `Another key of this account is named "${name2}". Choose a different name.`, {
      keyName: name2
    });
  }
  return void 0;
}
function freeName(others) {
  const taken = new Set(others.map((key2) => key2.name));
  let number3 = others.length + 1;
  while (taken.has(`Chave ${number3}`)) number3 += 1;
  return `Chave ${number3}`;
}
function wayOut(scheme) {
  const { actions } = scheme.policy;
  if (actions.delete) return "Delete a key first; the integrations that use it stop at once.";
  if (actions.disable)
    return "Keys here are never deleted, and disabling one does not free its place: rename and reuse an existing key.";
  return "Reuse an existing key.";
}
function limitReached(scheme, limit) {
  const keys2 = limit === 1 ? "1 key" : `${limit} keys`;
  return broken("key_limit_reached", `This account has ${keys2}, as many as it may have. ${wayOut(scheme)}`, {
    keyLimit: limit,
    wayOut: wayOut(scheme)
  });
}
function planRequired(scheme, account2) {
  const plans = scheme.policy.plans.withApiAccess;
  return broken("plan_required", `The plan "${account2.plan}" has no API access. Move the account to: ${plans.join(", ")}.`, {
    plan: account2.plan,
    plans: plans.join(", ")
  });
}
function forbidden(action) {
  return broken("action_not_allowed", `This platform does not let anybody ${action} a key.`, { action });
}
function notFound(keyId) {
  return broken("key_not_found", `There is no key "${keyId}" in this account. List the keys to see their ids.`, { keyId });
}
var init_key_lifecycle = __esm({
  "src/core/key-lifecycle.ts"() {
    init_account();
    init_clock();
    init_key();
    init_outcome();
  }
});

// src/core/plan.ts
function changePlan(session, schemes, account2, plan) {
  const known = schemes[0]?.policy.plans.all ?? [];
  if (!known.includes(plan)) {
    return broken("invalid_request", `There is no plan "${plan}" on this platform. Choose from: ${known.join(", ")}.`, { plan });
  }
  for (const scheme of schemes) {
    if (planHasApiAccess(scheme.policy, plan) || scheme.policy.plans.onLosingAccess !== "disable") continue;
    for (const key2 of keysInUse(session, scheme, account2.id)) {
      if (currentState(key2).status === "active") disableKey(session, scheme, key2.id, "plan_downgraded");
    }
  }
  return done(session.accounts.update(account2.id, { plan }));
}
var init_plan = __esm({
  "src/core/plan.ts"() {
    init_account();
    init_key();
    init_key_lifecycle();
    init_outcome();
  }
});

// src/api/key-handle.ts
function keyHandle(session, scheme, id2) {
  const row = () => {
    const key2 = session.keys.get(id2);
    if (!key2) throw new Error(`The key ${id2} is gone: the mock was reset since. Create it again after the reset.`);
    return key2;
  };
  const accountOf = () => {
    const account2 = session.accounts.get(row().accountId);
    if (!account2) throw new Error(`The account of key ${id2} is gone.`);
    return account2;
  };
  return {
    id: id2,
    scheme: scheme.name,
    platform: scheme.platform,
    get accountId() {
      return row().accountId;
    },
    get name() {
      return row().name;
    },
    get status() {
      return currentState(row()).status;
    },
    get disabledReason() {
      return currentState(row()).reason;
    },
    get masked() {
      return row().masked;
    },
    get scopes() {
      return row().scopes;
    },
    get instances() {
      return row().instances;
    },
    get requests() {
      return session.useOf(id2).requests;
    },
    disable: () => void valueOf(disableKey(session, scheme, id2)),
    enable: () => void valueOf(enableKey(session, scheme, accountOf(), id2)),
    rename: (name2) => void valueOf(renameKey(session, scheme, id2, name2)),
    delete: () => void valueOf(deleteKey(session, scheme, id2)),
    expire: () => void valueOf(expireKey(session, scheme, id2)),
    reveal: () => valueOf(revealKey(session, scheme, id2))
  };
}
function withSecret(handle2, secret2) {
  return Object.defineProperty(handle2, "secret", { value: secret2, enumerable: false });
}
var init_key_handle = __esm({
  "src/api/key-handle.ts"() {
    init_key();
    init_key_lifecycle();
    init_outcome();
  }
});

// src/api/account-handle.ts
function accountHandle(session, schemes, id2) {
  const row = () => {
    const account2 = session.accounts.get(id2);
    if (!account2) throw new Error(`The account ${id2} is gone: the mock was reset since. Create it again after the reset.`);
    return account2;
  };
  const schemeNamed = (name2) => {
    const scheme = name2 === void 0 ? schemes[0] : schemes.find((candidate) => candidate.name === name2);
    if (!scheme) throw new Error(`There is no key scheme "${name2}" here. Choose from: ${schemes.map((s) => s.name).join(", ")}.`);
    return scheme;
  };
  const handleOf = (keyId) => {
    const key2 = session.keys.get(keyId);
    if (key2?.accountId !== id2) throw new Error(`The account ${id2} has no key ${keyId}.`);
    return keyHandle(session, schemeNamed(key2.scheme), keyId);
  };
  return {
    id: id2,
    get platform() {
      return row().platform;
    },
    get name() {
      return row().name;
    },
    get plan() {
      return row().plan;
    },
    keys: {
      create({ scheme: name2, ...wanted } = {}) {
        const scheme = schemeNamed(name2);
        if (wanted.secret !== void 0 && session.findKey(wanted.secret)) {
          valueOf(broken("invalid_request", 'Another key has this secret. Leave "secret" out to get a new one.'));
        }
        const named2 = { ...wanted, name: wanted.name ?? (scheme.policy.names.required ? "Test key" : void 0) };
        const { key: key2, secret: secret2 } = valueOf(createKey(session, scheme, row(), named2));
        return withSecret(keyHandle(session, scheme, key2.id), secret2);
      },
      list: () => session.keysOf(id2).map((key2) => handleOf(key2.id)),
      get: handleOf
    },
    changePlan: (plan) => void valueOf(changePlan(session, schemes, row(), plan)),
    limitRate: (rateLimits) => void session.accounts.update(id2, { rateLimits }),
    signIn(role, name2 = role) {
      const token = `session-${session.ids.text("base62", 24)}`;
      signIn(session, token, { role, name: name2, accountId: id2 });
      return token;
    }
  };
}
var init_account_handle = __esm({
  "src/api/account-handle.ts"() {
    init_dashboard();
    init_key_lifecycle();
    init_outcome();
    init_plan();
    init_key_handle();
  }
});

// src/api/platform-handle.ts
function platformHandle(session, document2, info) {
  const schemes = schemesOf(document2, info.id);
  const policy = schemes[0]?.policy;
  return {
    id: info.id,
    title: info.title,
    server: info.server ?? "",
    accounts: {
      create(options = {}) {
        if (!policy) throw new Error(`${info.title} has no accounts.`);
        const plan = options.plan ?? policy.plans.default;
        if (!policy.plans.all.includes(plan)) {
          valueOf(broken("invalid_request", `${info.title} has no plan "${plan}". Choose from: ${policy.plans.all.join(", ")}.`));
        }
        const { id: id2 } = session.accounts.insert({
          id: options.id ?? session.ids.id("acc"),
          platform: info.id,
          name: options.name ?? `${info.title} account`,
          plan,
          product: options.product ?? policy.products?.default ?? null,
          rateLimits: options.rateLimits ?? null,
          createdAt: session.clock.now()
        });
        return accountHandle(session, schemes, id2);
      },
      list: () => session.accounts.find("platform", info.id).map(({ id: id2 }) => accountHandle(session, schemes, id2)),
      get(id2) {
        if (session.accounts.get(id2)?.platform !== info.id) throw new Error(`${info.title} has no account ${id2}.`);
        return accountHandle(session, schemes, id2);
      }
    }
  };
}
var init_platform_handle = __esm({
  "src/api/platform-handle.ts"() {
    init_outcome();
    init_load2();
    init_account_handle();
  }
});

// src/api/setting-changes.ts
function changedSettings(settings2, changes) {
  return { ...settings2, ...settingsIn(changes) };
}
function settingsIn({ rateLimits, propagationDelay, failures }) {
  return {
    ...rateLimits !== void 0 && { rateLimits },
    ...propagationDelay !== void 0 && { propagationDelay: milliseconds(propagationDelay) },
    ...failures !== void 0 && { failures }
  };
}
var init_setting_changes = __esm({
  "src/api/setting-changes.ts"() {
    init_clock();
  }
});

// src/core/table.ts
function defineTable(name2, indexes = {}) {
  return { name: name2, indexes };
}
function tellDifference(listener, before, after) {
  const [old, wanted] = [[...before.values()], [...after.values()]];
  let same = 0;
  while (same < old.length && old[same] === wanted[same]) same += 1;
  for (const { id: id2 } of old.slice(same)) listener.deleted(id2);
  for (const { id: id2 } of wanted.slice(same)) listener.inserted(id2);
}
function addTo2(lookup, value, id2) {
  if (value === void 0) return;
  const ids = lookup.get(value);
  if (ids) ids.add(id2);
  else lookup.set(value, /* @__PURE__ */ new Set([id2]));
}
function removeFrom(lookup, value, id2) {
  if (value === void 0) return;
  const ids = lookup.get(value);
  ids?.delete(id2);
  if (ids?.size === 0) lookup.delete(value);
}
var NONE, Table;
var init_table = __esm({
  "src/core/table.ts"() {
    NONE = [];
    Table = class {
      #rows = /* @__PURE__ */ new Map();
      #indexes;
      #listener;
      #lookups = /* @__PURE__ */ new Map();
      constructor(indexes = {}) {
        this.#indexes = indexes;
      }
      /** Names the indexes; a table filled from a snapshot learns them when it is first used. */
      declare(indexes) {
        this.#indexes = indexes;
        return this;
      }
      /** Tells `listener`, and nobody else, of what changes from now on; `undefined`: nobody. */
      listen(listener) {
        this.#listener = listener;
      }
      get size() {
        return this.#rows.size;
      }
      get(id2) {
        return this.#rows.get(id2);
      }
      ids() {
        return this.#rows.keys();
      }
      /** Rows in the order they were inserted. */
      values() {
        return [...this.#rows.values()];
      }
      /** @throws {Error} when a row with this id exists. */
      insert(row) {
        if (this.#rows.has(row.id)) throw new Error(`a row with the id ${row.id} exists`);
        this.#rows.set(row.id, row);
        this.#addToLookups(row);
        this.#listener?.inserted(row.id);
        return row;
      }
      /** Inserts the row, or replaces the one with its id. */
      put(row) {
        const old = this.#rows.get(row.id);
        if (!old) return this.insert(row);
        this.#rows.set(row.id, row);
        this.#moveInLookups(old, row);
        this.#listener?.updated(row.id);
        return row;
      }
      /** Puts `changes` over the row and returns the new one. @throws {Error} when there is no such row. */
      update(id2, changes) {
        const old = this.#rows.get(id2);
        if (!old) throw new Error(`no row with the id ${id2}`);
        return this.put({ ...old, ...changes, id: id2 });
      }
      delete(id2) {
        const old = this.#rows.get(id2);
        if (!old) return false;
        this.#removeFromLookups(old);
        this.#listener?.deleted(id2);
        return this.#rows.delete(id2);
      }
      /** Rows whose index has this value, in constant time. @throws {Error} for an index that was not declared. */
      find(index, value) {
        const found2 = [];
        const ids = this.#lookup(index).get(value);
        if (!ids) return found2;
        for (const id2 of ids) {
          const row = this.#rows.get(id2);
          if (row) found2.push(row);
        }
        return found2;
      }
      /** The first of those that {@link find} finds. */
      first(index, value) {
        for (const id2 of this.#lookup(index).get(value) ?? NONE) return this.#rows.get(id2);
        return void 0;
      }
      /** Whether {@link find} finds any. */
      has(index, value) {
        return this.#lookup(index).has(value);
      }
      /** The rows as they are now; valid for ever, since rows never change in place. */
      snapshot() {
        return new Map(this.#rows);
      }
      restore(rows) {
        const old = this.#rows;
        this.#rows = new Map(rows);
        this.#lookups.clear();
        if (this.#listener) tellDifference(this.#listener, old, this.#rows);
      }
      /** Built when first asked for, so that a restored table pays only for the indexes it uses. */
      #lookup(index) {
        const built = this.#lookups.get(index);
        if (built) return built;
        const valueOf2 = this.#indexes[index];
        if (!valueOf2) throw new Error(`no index named ${index}`);
        const lookup = /* @__PURE__ */ new Map();
        this.#lookups.set(index, lookup);
        for (const row of this.#rows.values()) addTo2(lookup, valueOf2(row), row.id);
        return lookup;
      }
      #addToLookups(row) {
        for (const [index, lookup] of this.#lookups) addTo2(lookup, this.#indexes[index]?.(row), row.id);
      }
      /** A row whose value stays keeps its place, so that rows are found in the order they were inserted. */
      #moveInLookups(old, row) {
        for (const [index, lookup] of this.#lookups) {
          const before = this.#indexes[index]?.(old);
          const after = this.#indexes[index]?.(row);
          if (before === after) continue;
          removeFrom(lookup, before, row.id);
          addTo2(lookup, after, row.id);
        }
      }
      #removeFromLookups(row) {
        for (const [index, lookup] of this.#lookups) removeFrom(lookup, this.#indexes[index]?.(row), row.id);
      }
    };
  }
});
function setStage(world, scheme, definition, options) {
  const { session, document: document2 } = world;
  const { policy } = scheme;
  const platform2 = document2.platforms.get(scheme.platform);
  if (!platform2) throw new Error(`The document has no platform ${scheme.platform}.`);
  const product = options.account?.product ?? definition.product?.(policy);
  const account2 = platformHandle(session, document2, platform2).accounts.create({
    name: "Loja Ip\xEA",
    plan: planWithAccess(policy),
    ...options.account,
    ...product !== void 0 && { product }
  });
  if (options.rows !== "none") plantExampleRows(world, account2.id, platform2);
  const keys2 = {};
  const faults2 = [];
  const stage = {
    policy,
    account: account2,
    key(role, wanted = {}) {
      const secret2 = options.secrets?.[role];
      const name2 = wanted.name ?? "Integra\xE7\xE3o";
      return keys2[role] = account2.keys.create({
        scheme: scheme.name,
        name: name2,
        ...wanted,
        ...secret2 !== void 0 && { secret: secret2 }
      });
    },
    idsOf: (collection) => session.table(account2.id, defineTable(collection)).values().map(({ id: id2 }) => id2),
    fault(effect2, limits = {}) {
      const fault2 = addFault(session.faults, session.ids, { effect: effect2, on: { platform: platform2.id }, ...limits });
      faults2.push(fault2);
      return fault2;
    },
    serverError: () => serverErrorOf(document2, platform2),
    configure: (changes) => void (session.settings = changedSettings(session.settings, changes))
  };
  return { stage, account: account2, keys: keys2, faults: faults2 };
}
function planWithAccess({ plans }) {
  return plans.withApiAccess.includes(plans.default) ? plans.default : plans.withApiAccess[0] ?? plans.default;
}
function plantExampleRows({ session }, accountId, { zeroSetup }) {
  const example = zeroSetup?.accounts.find(({ resources }) => resources !== void 0);
  for (const [name2, rows] of Object.entries(example?.resources ?? {})) {
    for (const row of rows) session.table(accountId, defineTable(name2)).insert(row);
  }
}
function serverErrorOf({ source }, { requestFailures }) {
  const { status: status2, response, example } = requestFailures.server_error;
  const { content } = policy.resolve(source, { $ref: `#/components/responses/${response}` });
  const found2 = Object.values(content ?? {})[0]?.examples?.[example];
  return { status: status2, body: found2 && policy.resolve(source, found2).value };
}
var init_stage = __esm({
  "src/scenarios/stage.ts"() {
    init_platform_handle();
    init_setting_changes();
    init_fault();
    init_table();
  }
});
function listScenarios(document2) {
  return [...scenarios].map(([name2, definition]) => ({
    name: name2,
    summary: definition.summary,
    platforms: [...new Set(fitting(document2, definition).map(({ platform: platform2 }) => platform2))],
    keys: definition.keys
  }));
}
function playScenario(world, name2, options = {}) {
  const { scheme, definition } = findScenario(world.document, name2, options);
  const strange = Object.keys(options.secrets ?? {}).find((role) => !definition.keys.includes(role) && !/^key\d+$/.test(role));
  if (strange !== void 0)
    refuse(`The scenario "${name2}" has no key "${strange}". It has: ${definition.keys.join(", ") || "none"}.`);
  const id2 = options.account?.id;
  if (id2 !== void 0 && world.session.accounts.get(id2))
    refuse(`There is an account "${id2}" already. Choose another id, or leave it out.`);
  const before = world.session.snapshot();
  try {
    const { stage, account: account2, keys: keys2, faults: faults2 } = setStage(world, scheme, definition, options);
    definition.play(stage);
    const users = Object.fromEntries(policy.roles.map((role) => [role, account2.signIn(role)]));
    return { scenario: name2, platform: scheme.platform, account: account2, keys: keys2, users, faults: faults2 };
  } catch (error) {
    world.session.restore(before);
    throw error;
  }
}
function findScenario(document2, name2, { platform: platform2, scheme: wanted }) {
  const definition = scenarios.get(name2) ?? refuse(
    `There is no scenario "${name2}"${policy.didYouMean(name2, scenarios.keys()) || "."} There are: ${[...scenarios.keys()].join(", ")}.`
  );
  if (platform2 !== void 0 && !document2.platforms.has(platform2)) {
    refuse(`There is no platform "${platform2}". There are: ${[...document2.platforms.keys()].join(", ")}.`);
  }
  const all = fitting(document2, definition);
  const platforms = [...new Set(all.map((scheme2) => scheme2.platform))];
  const candidates = all.filter(
    (scheme2) => [void 0, scheme2.platform].includes(platform2) && [void 0, scheme2.name].includes(wanted)
  );
  const [scheme] = candidates;
  if (!scheme) {
    const where = platforms.length > 0 ? `It exists on: ${platforms.join(", ")}.` : "No platform of this document has it.";
    return refuse(`The rules of ${wanted ?? platform2 ?? "every platform"} allow no scenario "${name2}". ${where}`);
  }
  if (candidates.some((other) => other.platform !== scheme.platform)) {
    refuse(`Several platforms have the scenario "${name2}". Say which: ${platforms.join(", ")}.`);
  }
  return { scheme, definition };
}
function fitting(document2, definition) {
  return [...document2.schemes.values()].filter((scheme) => definition.fits(scheme));
}
function refuse(message) {
  return valueOf(broken("invalid_request", message));
}
var init_scenarios = __esm({
  "src/scenarios/index.ts"() {
    init_outcome();
    init_registry();
    init_stage();
    init_view();
  }
});
var email2, moment, fields, name;
var init_rows = __esm({
  "src/platforms/rows.ts"() {
    email2 = z__namespace.email("expected an e-mail address");
    moment = z__namespace.iso.datetime({ offset: true, error: "expected an instant such as 2026-01-31T12:00:00Z" });
    fields = z__namespace.record(z__namespace.string(), z__namespace.unknown());
    name = z__namespace.string().min(1, "expected at least one character");
  }
});
function pingbackRows({ uuid: uuid3, now }) {
  const id2 = z__namespace.uuid("expected a UUID").default(uuid3);
  const created = moment.default(now);
  return {
    contacts: policy.lines({
      id: id2,
      email: email2,
      status: z__namespace.string().default("active"),
      source: z__namespace.string().default("PublicApi"),
      origin: fields.nullable().default(null),
      segmentedListsIds: z__namespace.array(z__namespace.uuid("expected the UUID of a segment")).default([]),
      createdAt: created,
      attributes: fields.default({})
    }),
    segments: policy.lines({ id: id2, name, createdAt: created }),
    pipelines: policy.lines({ id: id2, name, stages: z__namespace.array(policy.lines({ id: id2, name })).default([]) }),
    deals: policy.lines({
      id: id2,
      contactId: z__namespace.string(),
      pipelineId: z__namespace.string(),
      stageId: z__namespace.string(),
      attributes: fields.default({}),
      createdAt: created,
      updatedAt: created
    }),
    webhooks: policy.lines({ id: id2, channelUid: name, workflowId: z__namespace.uuid("expected a UUID").default(uuid3) }),
    customFields: z__namespace.preprocess(
      // A field is its name; the id follows from it.
      (row) => typeof row === "object" && row !== null && "name" in row && !("id" in row) ? { id: row.name, ...row } : row,
      policy.lines({ id: name, name })
    )
  };
}
var init_rows2 = __esm({
  "src/platforms/pingback/rows.ts"() {
    init_rows();
  }
});
function rdstationRows({ uuid: uuid3, now }) {
  const id2 = z__namespace.uuid("expected a UUID").default(uuid3);
  const created = moment.default(now);
  const funnel = policy.lines({
    name,
    stage: z__namespace.enum(["opportunity", "sale", "opportunity_lost"]),
    value: z__namespace.exactOptional(z__namespace.number()),
    reason: z__namespace.exactOptional(z__namespace.string()),
    at: created
  });
  return {
    leads: policy.lines({
      id: id2,
      email: email2,
      fields: fields.default({}),
      tags: z__namespace.array(z__namespace.string().regex(/^[^A-Z]*$/, "expected lower case")).default([]),
      legal_bases: z__namespace.array(fields).default([]),
      funnel: funnel.nullable().default(null),
      createdAt: created,
      updatedAt: created
    }),
    customFields: policy.lines({
      id: id2,
      api_identifier: z__namespace.string().startsWith("cf_", "expected an identifier that begins with cf_"),
      data_type: z__namespace.enum(["STRING", "INTEGER", "BOOLEAN", "STRING[]"]).default("STRING"),
      valid_options: z__namespace.exactOptional(z__namespace.array(z__namespace.string()))
    }),
    conversions: policy.lines({ id: id2, leadId: z__namespace.string(), identifier: name, payload: fields.default({}), at: created }),
    events: policy.lines({
      id: id2,
      event_type: name,
      email: email2,
      leadId: z__namespace.string().nullable().default(null),
      processed: z__namespace.boolean().default(true),
      payload: fields.default({}),
      at: created
    })
  };
}
var init_rows3 = __esm({
  "src/platforms/rdstation/rows.ts"() {
    init_rows();
  }
});
function zenvioRows({ id: id2, now }) {
  const created = moment.default(now);
  const later2 = moment.nullable().default(null);
  const number3 = z__namespace.string().regex(/^\d{8,15}$/, "expected a phone number in digits alone, with its country code");
  return {
    instances: policy.lines({
      id: name.default(() => id2("inst")),
      name,
      phoneNumber: number3.nullable().default(null),
      status: z__namespace.enum(["PENDING", "ACTIVE", "DISCONNECTED", "SUSPENDED", "CANCELLED"]).default("ACTIVE"),
      createdAt: created,
      updatedAt: created
    }),
    messages: policy.lines({
      id: name.default(() => id2("msg")),
      instance_id: name,
      to: number3,
      type: z__namespace.enum(["text", "image", "video", "audio", "document", "location", "contact"]).default("text"),
      status: z__namespace.string().default("queued"),
      payload: fields,
      scheduled_at: later2,
      sent_at: later2,
      delivered_at: later2,
      read_at: later2,
      failed_at: later2,
      error_message: z__namespace.string().nullable().default(null),
      external_id: z__namespace.string().nullable().default(null),
      created_at: created
    })
  };
}
var init_rows4 = __esm({
  "src/platforms/zenvio/rows.ts"() {
    init_rows();
  }
});

// src/seed/rows.ts
function rowSchemasOf({ session }, platform2) {
  const { ids, clock: clock2 } = session;
  return ROWS[platform2]?.({
    uuid: () => ids.uuid(),
    id: (prefix) => ids.id(prefix),
    now: () => new Date(clock2.now()).toISOString()
  }) ?? {};
}
var ROWS;
var init_rows5 = __esm({
  "src/seed/rows.ts"() {
    init_rows2();
    init_rows3();
    init_rows4();
    ROWS = {
      pingback: pingbackRows,
      rdstation: rdstationRows,
      zenvio: zenvioRows
    };
  }
});
function checkedSeed(world, seed) {
  const slips = slipsOf(seed);
  if (slips.length > 0) throw new SeedError(slips);
  const checked = seedSchema.parse(spelledOut(seed));
  const problems = [];
  const note = (path, message) => void problems.push({ path, message });
  checkFailures(world.document, checked, note);
  checked.accounts?.forEach((account2, index) => checkAccount(world, account2, ["accounts", index], note));
  checkScenarios(world.document, checked, note);
  checkFaults(world.document, checked, note);
  if (problems.length > 0) throw new SeedError(problems);
  return checked;
}
function checkAccount(world, account2, path, note) {
  const { platform: platform2, plan, product, keys: keys2 = [], resources = {} } = account2;
  const withKeys2 = new Set([...world.document.schemes.values()].map((scheme) => scheme.platform));
  if (!isOne(platform2, withKeys2, "no platform with accounts", [...path, "platform"], note)) return;
  const schemes = schemesOf(world.document, platform2);
  const policy = schemes[0]?.policy;
  if (!policy) return;
  if (plan !== void 0) isOne(plan, policy.plans.all, `no plan of ${platform2}`, [...path, "plan"], note);
  if (product !== void 0) isOne(product, policy.products?.all ?? [], `no product of ${platform2}`, [...path, "product"], note);
  if (account2.id !== void 0 && world.session.accounts.get(account2.id)) {
    note([...path, "id"], `the account ${account2.id} exists already; reset the mock first, or choose another id`);
  }
  checkRows(world, platform2, resources, [...path, "resources"], note);
  const instances3 = (resources["instances"] ?? []).map(({ id: id2 }) => id2).filter((id2) => typeof id2 === "string");
  keys2.forEach((key2, index) => checkKey(key2, schemes, instances3, [...path, "keys", index], note));
}
function checkKey(key2, schemes, instances3, path, note) {
  const names = schemes.map(({ name: name2 }) => name2);
  if (key2.scheme !== void 0 && !isOne(key2.scheme, names, "no kind of key here", [...path, "scheme"], note)) return;
  const scheme = schemes.find(({ name: name2 }) => key2.scheme === void 0 || key2.scheme === name2);
  if (!scheme) return;
  const { policy } = scheme;
  key2.scopes?.forEach((scope, at2) => isOne(scope, policy.scopes, `no scope of ${scheme.name}`, [...path, "scopes", at2], note));
  if (policy.names.required && key2.name === void 0) note([...path, "name"], "missing line: keys of this platform have a name");
  const possible = ["active", ...statesOf(scheme)];
  if (key2.state !== void 0 && !possible.includes(key2.state)) {
    note([...path, "state"], `${scheme.name} keys are never ${key2.state}; they can be: ${possible.join(", ")}`);
  }
  if (key2.instances && policy.lockTo === null)
    note([...path, "instances"], "keys of this platform open everything; leave the line out");
  else
    key2.instances?.forEach((id2, at2) => isOne(id2, instances3, "none of the account's instances", [...path, "instances", at2], note));
}
function statesOf({ policy }) {
  const { actions, expires } = policy;
  return [
    ...actions.disable ? ["disabled"] : [],
    ...actions.delete ? ["deleted"] : [],
    ...expires === "never" ? [] : ["expired"]
  ];
}
function checkRows(world, platform2, resources, path, note) {
  const schemas = rowSchemasOf(world, platform2);
  for (const [collection, rows] of Object.entries(resources ?? {})) {
    if (!isOne(collection, Object.keys(schemas), `no collection of ${platform2}`, [...path, collection], note)) continue;
    const ids = /* @__PURE__ */ new Set();
    rows.forEach((row, index) => {
      const schema = schemas[collection];
      if (schema) policy.problemsOf(schema, row, [...path, collection, index]).forEach((each) => note(each.path, each.message));
      const { id: id2 } = row;
      if (id2 !== void 0 && ids.has(id2)) note([...path, collection, index, "id"], "another row has this id");
      ids.add(id2);
    });
  }
}
function checkScenarios(document2, { scenarios: scenarios3 = [] }, note) {
  scenarios3.forEach(({ name: name2, ...options }, index) => {
    try {
      findScenario(document2, name2, options);
    } catch (error) {
      if (!(error instanceof KeyRuleError)) throw error;
      note(["scenarios", index], error.message);
    }
  });
}
function checkFailures(document2, { settings: settings2 }, note) {
  const platforms = [...document2.platforms.keys()].filter((id2) => Object.keys(otherAnswers(document2, id2)).length > 0);
  for (const [platform2, chosen] of Object.entries(settings2?.failures ?? {})) {
    const path = ["settings", "failures", platform2];
    if (!isOne(platform2, platforms, "no platform with other answers", path, note)) continue;
    const known = otherAnswers(document2, platform2);
    for (const [situation, answer] of Object.entries(chosen)) {
      if (!isOne(situation, Object.keys(known), "nothing that has other answers here", [...path, situation], note)) continue;
      isOne(answer, known[situation] ?? [], `no other answer to ${situation}`, [...path, situation], note);
    }
  }
}
function otherAnswers(document2, platform2) {
  const known = {};
  const add = (situation, answers = {}) => {
    const names = Object.keys(answers);
    if (names.length > 0) known[situation] = [...known[situation] ?? [], ...names];
  };
  for (const { failures } of schemesOf(document2, platform2)) {
    for (const [state2, failure2] of Object.entries(failures)) add(state2, failure2?.alternatives);
  }
  for (const [situation, answers] of Object.entries(document2.platforms.get(platform2)?.choices ?? {})) add(situation, answers);
  return known;
}
function checkFaults({ platforms, operationById }, { faults: faults2 = [] }, note) {
  faults2.forEach(({ on }, index) => {
    const path = ["faults", index, "on"];
    if (on?.platform !== void 0) isOne(on.platform, platforms.keys(), "no platform", [...path, "platform"], note);
    if (on?.operationId !== void 0)
      isOne(on.operationId, operationById.keys(), "no operation", [...path, "operationId"], note, false);
  });
}
function isOne(value, known, what, path, note, list = true) {
  const names = [...new Set(known)];
  if (names.includes(value)) return true;
  const guess = policy.didYouMean(value, names);
  const choice = guess || !list ? "" : names.length > 0 ? `; choose from: ${names.join(", ")}` : "; there are none";
  note(path, `"${value}" is ${what}${guess}${choice}`);
  return false;
}
var init_check2 = __esm({
  "src/seed/check.ts"() {
    init_outcome();
    init_load2();
    init_scenarios();
    init_problems();
    init_rows5();
    init_schema2();
  }
});

// src/seed/apply.ts
function applySeed(world, seed) {
  const { session } = world;
  const [before, instant3] = [session.snapshot(), session.clock.now()];
  try {
    const { clock: clock2, settings: settings2, accounts: accounts3 = [], scenarios: scenarios3 = [], faults: faults2 = [] } = checkedSeed(world, seed);
    if (clock2) session.clock.set(Date.parse(clock2.now));
    if (settings2) session.settings = changedSettings(session.settings, settings2);
    return {
      accounts: accounts3.map((account2, index) => openAccount(world, account2, ["accounts", index])),
      scenarios: scenarios3.map(
        ({ name: name2, ...options }, index) => at(["scenarios", index], () => playScenario(world, name2, options))
      ),
      faults: faults2.map((fault2, index) => at(["faults", index], () => addFault(session.faults, session.ids, fault2))),
      now: session.clock.now()
    };
  } catch (error) {
    session.restore(before);
    session.clock.set(instant3);
    throw error;
  }
}
function openAccount(world, seed, path) {
  const { session, document: document2 } = world;
  const { platform: platform2, plan, keys: keys2 = [], users = [], resources = {} } = seed;
  const info = document2.platforms.get(platform2);
  const plans = schemesOf(document2, platform2)[0]?.policy.plans;
  if (!info || !plans) throw new Error(`The check let an unknown platform through: ${platform2}.`);
  const wanted = plan ?? plans.default;
  const first = plans.withApiAccess.includes(wanted) ? wanted : plans.withApiAccess[0] ?? wanted;
  const account2 = at(path, () => {
    const { id: id2, name: name2, product, rateLimits } = seed;
    const given = { ...id2 && { id: id2 }, ...name2 && { name: name2 }, ...product && { product }, ...rateLimits && { rateLimits } };
    return platformHandle(session, document2, info).accounts.create({ ...given, plan: first });
  });
  const schemas = rowSchemasOf(world, platform2);
  for (const [collection, rows] of Object.entries(resources)) {
    const table2 = session.table(account2.id, defineTable(collection));
    rows.forEach(
      (row, index) => at(
        [...path, "resources", collection, index],
        () => table2.insert(schemas[collection]?.parse(row) ?? row)
      )
    );
  }
  const created = keys2.map((key2, index) => at([...path, "keys", index], () => createKey2(account2, key2)));
  if (wanted !== first) account2.changePlan(wanted);
  const people = users.map(({ role, name: name2 = role, token = `session-${session.ids.text("base62", 24)}` }, index) => {
    at([...path, "users", index, "token"], () => signIn(session, token, { role, name: name2, accountId: account2.id }));
    return { role, name: name2, token };
  });
  return { account: account2, keys: created, users: people };
}
function createKey2(account2, { state: state2, ...wanted }) {
  const key2 = account2.keys.create(wanted);
  if (state2 === "disabled") key2.disable();
  if (state2 === "deleted") key2.delete();
  if (state2 === "expired") key2.expire();
  return key2;
}
function at(path, make) {
  try {
    return make();
  } catch (error) {
    throw new SeedError([{ path, message: error instanceof Error ? error.message : String(error) }]);
  }
}
var init_apply = __esm({
  "src/seed/apply.ts"() {
    init_platform_handle();
    init_setting_changes();
    init_dashboard();
    init_fault();
    init_table();
    init_load2();
    init_scenarios();
    init_check2();
    init_problems();
    init_rows5();
  }
});

// src/seed/index.ts
var init_seed = __esm({
  "src/seed/index.ts"() {
    init_apply();
    init_problems();
    init_view2();
  }
});

// src/transports/streamed-body.ts
function streamedBody(start2) {
  const encoder2 = new TextEncoder();
  let stop2;
  let over = false;
  const end = () => {
    over = true;
    stop2?.();
    stop2 = void 0;
  };
  return new ReadableStream(
    {
      start(controller) {
        const close2 = () => {
          if (over) return;
          end();
          controller.close();
        };
        stop2 = start2({
          write(text2) {
            if (over) return false;
            controller.enqueue(encoder2.encode(text2));
            if ((controller.desiredSize ?? 0) <= 0) close2();
            return !over;
          },
          end: close2
        });
        if (over) end();
      },
      cancel: end
    },
    { highWaterMark: MOST_WAITING }
  );
}
var MOST_WAITING;
var init_streamed_body = __esm({
  "src/transports/streamed-body.ts"() {
    MOST_WAITING = 1e3;
  }
});

// src/transports/deliver.ts
function connectionLost(within = "head") {
  const cause = Object.assign(new Error("other side closed"), { code: "ECONNRESET" });
  return new TypeError(within === "head" ? "fetch failed" : "terminated", { cause });
}
async function delivered(request, answer) {
  request.signal?.throwIfAborted();
  const outgoing = await answer();
  request.signal?.throwIfAborted();
  await outgoing.wait?.(request.signal);
  return toResponse(outgoing, request.signal);
}
function toResponse({ status: status2, headers, body, breakage, stream }, signal) {
  if (stream) return new Response(streamedBody(stream), { status: status2, headers: { ...headers } });
  if (breakage?.kind === "drop") throw connectionLost();
  if (body === void 0) return new Response(null, { status: status2, headers: { ...headers } });
  const bytes2 = encoder.encode(body);
  return new Response(breakage ? brokenBody(bytes2, breakage, signal) : bytes2, {
    status: status2,
    headers: { ...headers, "content-length": String(bytes2.length) }
  });
}
function brokenBody(bytes2, breakage, signal) {
  let abort;
  const forget = () => abort && signal?.removeEventListener("abort", abort);
  let sent = breakage.after === 0;
  return new ReadableStream({
    start(controller) {
      if (breakage.kind !== "stall") return;
      abort = () => controller.error(signal?.reason);
      if (signal?.aborted) abort();
      else signal?.addEventListener("abort", abort, { once: true });
    },
    async pull(controller) {
      if (!sent) {
        sent = true;
        controller.enqueue(bytes2.subarray(0, breakage.after));
        return;
      }
      if (breakage.kind === "stall") return new Promise(() => void 0);
      await new Promise((resolve6) => later(resolve6, 1));
      controller.error(connectionLost("body"));
    },
    cancel: forget
  });
}
var encoder, later;
var init_deliver = __esm({
  "src/transports/deliver.ts"() {
    init_streamed_body();
    encoder = new TextEncoder();
    ({ setTimeout: later } = globalThis);
  }
});

// src/api/arrivals.ts
function arrivals(session, platform2, table2) {
  const list = () => session.accounts.find("platform", platform2).flatMap(({ id: id2 }) => session.table(id2, table2).values());
  return {
    list,
    where: (like) => list().filter((row) => resembles(row, like)),
    last: () => list().at(-1),
    count: () => list().length
  };
}
function resembles(value, like) {
  return Object.entries(like).every(([name2, wanted]) => has2(value[name2], wanted));
}
function has2(value, wanted) {
  return isObject3(value) && isObject3(wanted) ? resembles(value, wanted) : JSON.stringify(value) === JSON.stringify(wanted);
}
function isObject3(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
var init_arrivals = __esm({
  "src/api/arrivals.ts"() {
  }
});

// src/platforms/pingback/tables.ts
function mailbox(email3) {
  return email3.toLowerCase();
}
var contactTable, segmentTable, pipelineTable, dealTable, webhookTable, webhookRunTable, customFieldTable;
var init_tables = __esm({
  "src/platforms/pingback/tables.ts"() {
    init_table();
    contactTable = defineTable("contacts", { email: (contact) => mailbox(contact.email) });
    segmentTable = defineTable("segments");
    pipelineTable = defineTable("pipelines");
    dealTable = defineTable("deals", { contact: (deal) => deal.contactId });
    webhookTable = defineTable("webhooks");
    webhookRunTable = defineTable("webhookRuns", { webhook: (run) => run.webhookId });
    customFieldTable = defineTable("customFields", { name: (field) => field.name });
  }
});

// src/platforms/rdstation/tables.ts
function mailbox2(email3) {
  return email3.toLowerCase();
}
var leadTable, conversionTable, customFieldTable2, eventTable;
var init_tables2 = __esm({
  "src/platforms/rdstation/tables.ts"() {
    init_table();
    leadTable = defineTable("leads", { email: (lead) => mailbox2(lead.email) });
    conversionTable = defineTable("conversions", { lead: (conversion) => conversion.leadId });
    customFieldTable2 = defineTable("customFields", { api_identifier: (field) => field.api_identifier });
    eventTable = defineTable("events", { type: (event) => event.event_type });
  }
});

// src/platforms/zenvio/tables.ts
var instanceTable, messageTable, senderTable, rememberedSendTable;
var init_tables3 = __esm({
  "src/platforms/zenvio/tables.ts"() {
    init_table();
    instanceTable = defineTable("instances");
    messageTable = defineTable("messages");
    senderTable = defineTable("senders");
    rememberedSendTable = defineTable("rememberedSends");
  }
});

// src/api/custom-fields.ts
function customFieldArrivals(session) {
  return {
    ...arrivals(session, "rdstation", customFieldTable2),
    define(accountId, field) {
      if (session.accounts.get(accountId)?.platform !== "rdstation") throw new Error(`RD Station has no account ${accountId}.`);
      return session.table(accountId, customFieldTable2).insert({ id: session.ids.uuid(), ...field });
    }
  };
}
var init_custom_fields = __esm({
  "src/api/custom-fields.ts"() {
    init_tables2();
    init_arrivals();
  }
});

// src/platforms/zenvio/test-numbers.ts
function fateOf(recipient) {
  switch (recipient.slice(-4)) {
    case "0001":
      return { ...ORDINARY, read: false };
    case "0002":
      return { ...ORDINARY, failures: Infinity };
    case "0003":
      return { ...ORDINARY, delivered: false };
    case "0004":
      return { ...ORDINARY, failures: 1 };
    case "0005":
      return { ...ORDINARY, responded: true };
    default:
      return ORDINARY;
  }
}
var ORDINARY;
var init_test_numbers = __esm({
  "src/platforms/zenvio/test-numbers.ts"() {
    ORDINARY = { failures: 0, delivered: true, read: true, responded: false };
  }
});

// src/webhooks/delivery.ts
function deliveriesOf(session) {
  return session.table(WEBHOOKS, deliveryTable);
}
function deliveryViews(session) {
  return deliveriesOf(session).values().map(({ payload, ...delivery }) => ({ ...delivery, url: redactedUrl(delivery.url), body: redactedBody(payload) }));
}
function redactedUrl(text2) {
  const url = new URL(text2);
  return url.origin + redactedPath(url);
}
var WEBHOOKS, deliveryTable;
var init_delivery = __esm({
  "src/webhooks/delivery.ts"() {
    init_table();
    init_redact();
    WEBHOOKS = "webhooks";
    deliveryTable = defineTable("deliveries", {
      pending: ({ status: status2, webhookId }) => status2 === "pending" ? webhookId : void 0
    });
  }
});

// src/webhooks/target.ts
function checkedTarget(text2, allowedHosts) {
  const url = URL.canParse(text2) ? new URL(text2) : void 0;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Error("A webhook needs a URL that begins with http:// or https://.");
  if (url.username || url.password)
    throw new Error("The URL of a webhook cannot carry a user name or password. Put a token into its path or query.");
  if (!isLoopback(url.hostname) && !allowedHosts.includes(url.hostname)) {
    throw new Error(
      `The mock calls nothing but this machine, and the webhook is at "${url.hostname}". Allow the host with createMock({ webhooks: { allowHosts: ['${url.hostname}'] } }) if it is yours.`
    );
  }
  return url;
}
function isLoopback(hostname) {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
var init_target = __esm({
  "src/webhooks/target.ts"() {
  }
});

// src/webhooks/registration.ts
function registrationsOf(session) {
  return session.table(WEBHOOKS, registrationTable);
}
function registerWebhook(session, style, allowedHosts, wanted) {
  const { platform: platform2, accountId = null, events: events3, identifiers = null } = wanted;
  if (!style) throw new Error(`The platform "${platform2}" sends no webhooks.`);
  const unknown3 = events3?.find((event) => !style.events.includes(event));
  if (unknown3 !== void 0) throw new Error(`${platform2} has no event "${unknown3}". Choose from: ${style.events.join(", ")}.`);
  if (accountId !== null && session.accounts.get(accountId)?.platform !== platform2)
    throw new Error(`${platform2} has no account ${accountId}.`);
  const url = checkedTarget(wanted.url, allowedHosts);
  const secret2 = style.secretPrefix === void 0 ? null : wanted.secret ?? style.secretPrefix + session.ids.text("base62", 32);
  const stored = registrationsOf(session).insert({
    id: session.ids.id("wh"),
    platform: platform2,
    accountId,
    url: url.href,
    events: events3 ?? style.events,
    identifiers,
    createdAt: session.clock.now(),
    sealed: secret2 === null ? null : session.vault.seal(secret2, "aes-256-gcm")
  });
  return Object.defineProperty(viewOf(stored), "secret", { value: secret2, enumerable: false });
}
function registrations(session) {
  return registrationsOf(session).values().map(viewOf);
}
function removeWebhook(session, id2) {
  const deliveries = session.table(WEBHOOKS, deliveryTable);
  for (const delivery of deliveries.find("pending", id2)) {
    deliveries.update(delivery.id, { status: "failed", nextAttemptAt: null });
  }
  return registrationsOf(session).delete(id2);
}
function viewOf({ sealed: _, ...registration }) {
  return registration;
}
var registrationTable;
var init_registration = __esm({
  "src/webhooks/registration.ts"() {
    init_table();
    init_target();
    init_delivery();
    registrationTable = defineTable("registrations", { platform: (webhook) => webhook.platform });
  }
});

// src/webhooks/outbox.ts
function somebodyListens(session, platform2) {
  const registrations2 = registrationsOf(session);
  return registrations2.size > 0 && registrations2.find("platform", platform2).length > 0;
}
function emitWebhook(session, { identifier, at: at2, payload, ...happened }) {
  const { platform: platform2, accountId, event } = happened;
  for (const webhook of registrationsOf(session).find("platform", platform2)) {
    if (webhook.accountId !== null && webhook.accountId !== accountId) continue;
    if (!webhook.events.includes(event)) continue;
    if (webhook.identifiers && (identifier === void 0 || !webhook.identifiers.includes(identifier))) continue;
    const { id: id2 } = deliveriesOf(session).insert({
      id: session.ids.id("dlv"),
      webhookId: webhook.id,
      ...happened,
      url: webhook.url,
      payload,
      eventAt: at2,
      status: "pending",
      attempts: [],
      nextAttemptAt: at2
    });
    session.plan({ at: at2, kind: COURIER_TASK, accountId, subject: id2 });
  }
  dropOldest(session);
}
function dropOldest(session) {
  const deliveries = deliveriesOf(session);
  if (deliveries.size <= KEPT2 || deliveries.size % LOOKED_AFTER_EVERY !== 0) return;
  const over = deliveries.values().filter(({ status: status2 }) => status2 !== "pending");
  for (const { id: id2 } of over.slice(0, deliveries.size - KEPT2)) deliveries.delete(id2);
}
var COURIER_TASK, KEPT2, LOOKED_AFTER_EVERY;
var init_outbox = __esm({
  "src/webhooks/outbox.ts"() {
    init_delivery();
    init_registration();
    COURIER_TASK = "webhooks.deliver";
    KEPT2 = 1e4;
    LOOKED_AFTER_EVERY = 1e3;
  }
});

// src/webhooks/courier.ts
function dueFor(session, webhook) {
  const now = session.clock.now();
  return deliveriesOf(session).find("pending", webhook.id).filter(({ nextAttemptAt }) => nextAttemptAt !== null && nextAttemptAt <= now).sort((one, other) => (one.nextAttemptAt ?? 0) - (other.nextAttemptAt ?? 0));
}
function isCurrent(session, delivery) {
  return deliveriesOf(session).get(delivery.id) === delivery;
}
function reasonOf2(error) {
  const cause = error instanceof Error && error.cause !== void 0 ? error.cause : error;
  if (typeof cause === "object" && cause !== null && "code" in cause && typeof cause.code === "string") return cause.code;
  return cause instanceof Error ? cause.message : "no answer";
}
var Courier;
var init_courier = __esm({
  "src/webhooks/courier.ts"() {
    init_clock();
    init_delivery();
    init_outbox();
    init_registration();
    init_target();
    Courier = class {
      allowedHosts;
      #options;
      #styleOf;
      #rounds = /* @__PURE__ */ new WeakMap();
      constructor(styleOf, options = {}) {
        this.#styleOf = styleOf;
        this.#options = options;
        this.allowedHosts = options.allowHosts ?? [];
      }
      /** What a task says: this delivery is due. */
      wake(session, deliveryId) {
        const webhookId = deliveriesOf(session).get(deliveryId)?.webhookId;
        const webhook = webhookId === void 0 ? void 0 : registrationsOf(session).get(webhookId);
        if (webhook) this.#start(session, webhook);
      }
      /** Starts every attempt that is due and not on its way. */
      poke(session) {
        for (const webhook of registrationsOf(session).values()) this.#start(session, webhook);
      }
      #start(session, webhook) {
        const rounds = this.#roundsOf(session);
        if (rounds.has(webhook)) return;
        const [first, ...others] = dueFor(session, webhook);
        if (!first) return;
        const round = { delivery: first, over: Promise.resolve() };
        rounds.set(webhook, round);
        round.over = this.#deliver(session, webhook, round, [first, ...others]).finally(() => rounds.delete(webhook));
      }
      /** Everything that is due, and what falls due meanwhile, as long as the registration is there. */
      async #deliver(session, webhook, round, due) {
        while (due.length > 0 && registrationsOf(session).get(webhook.id) === webhook) {
          for (const delivery of due) {
            if (!isCurrent(session, delivery)) continue;
            round.delivery = delivery;
            this.#record(session, delivery, await this.#attempt(session, delivery, webhook));
          }
          due = dueFor(session, webhook);
        }
      }
      /** Resolves when nothing is on its way and nothing is due; a retry that is planned for later is not waited for. */
      async settle(session) {
        for (; ; ) {
          session.runDueTasks();
          this.poke(session);
          const current = [...this.#roundsOf(session).values()].filter(({ delivery }) => isCurrent(session, delivery));
          if (current.length === 0) return;
          await Promise.race(current.map(({ over }) => over));
        }
      }
      async #attempt(session, delivery, webhook) {
        const at2 = session.clock.now();
        const style = this.#styleOf(delivery.platform);
        const timeout = milliseconds(this.#options.timeout ?? style?.timeout ?? "5s");
        const started = performance.now();
        const abort = new AbortController();
        await Promise.resolve();
        const timer = setTimeout(() => abort.abort(), timeout);
        const over = (status2, error) => ({
          at: at2,
          status: status2,
          error,
          durationMs: performance.now() - started
        });
        try {
          const url = checkedTarget(delivery.url, this.allowedHosts);
          const body = JSON.stringify(delivery.payload);
          const secret2 = webhook.sealed && session.vault.open(webhook.sealed);
          const { accountId, eventAt } = delivery;
          const signed = secret2 ? style?.headers?.({ body, secret: secret2, accountId, eventAt, attemptAt: at2 }) : void 0;
          const send3 = this.#options.fetch ?? ((to, init) => globalThis.fetch(to, init));
          const response = await send3(url, {
            method: "POST",
            headers: { "content-type": "application/json", ...signed },
            body,
            redirect: "manual",
            signal: abort.signal
          });
          await response.body?.cancel();
          return over(response.status, null);
        } catch (error) {
          return over(null, abort.signal.aborted ? `no answer within ${timeout} ms` : reasonOf2(error));
        } finally {
          clearTimeout(timer);
        }
      }
      #record(session, delivery, attempt) {
        if (!isCurrent(session, delivery)) return;
        const attempts = [...delivery.attempts, attempt];
        const deliveries = deliveriesOf(session);
        if (attempt.status !== null && attempt.status >= 200 && attempt.status < 300) {
          deliveries.update(delivery.id, { attempts, status: "delivered", nextAttemptAt: null });
          return;
        }
        const wait = this.#styleOf(delivery.platform)?.retries[attempts.length - 1];
        if (wait === void 0) {
          deliveries.update(delivery.id, { attempts, status: "failed", nextAttemptAt: null });
          return;
        }
        const nextAttemptAt = attempt.at + milliseconds(wait);
        deliveries.update(delivery.id, { attempts, nextAttemptAt });
        session.plan({ at: nextAttemptAt, kind: COURIER_TASK, accountId: delivery.accountId, subject: delivery.id });
      }
      #roundsOf(session) {
        let rounds = this.#rounds.get(session);
        if (!rounds) this.#rounds.set(session, rounds = /* @__PURE__ */ new Map());
        return rounds;
      }
    };
  }
});
function signatureValue({ format, signed, timestamp }, secret2, at2, body) {
  const time = String(timestamp === "seconds" ? Math.floor(at2 / 1e3) : at2);
  const [text2 = ""] = signed;
  const hash2 = hmacHex(
    secret2,
    text2.replace("{timestamp}", time).replace("{body}", () => body)
  );
  return format.replace("{timestamp}", time).replace("{hash}", hash2);
}
function hmacHex(secret2, text2) {
  const encoder2 = new TextEncoder();
  return utils_js$1.bytesToHex(hmac_js.hmac(sha2_js.sha256, encoder2.encode(secret2), encoder2.encode(text2)));
}
var init_signature = __esm({
  "src/webhooks/signature.ts"() {
  }
});

// src/webhooks/index.ts
var init_webhooks = __esm({
  "src/webhooks/index.ts"() {
    init_courier();
    init_delivery();
    init_outbox();
    init_registration();
    init_signature();
  }
});
function emit(session, { event, accountId, instanceId, messageId, at: at2, data }) {
  const payload = {
    event,
    workspace_id: accountId,
    instance_id: instanceId,
    ...messageId !== void 0 && { message_id: messageId },
    timestamp: iso(at2),
    data
  };
  emitWebhook(session, { platform: "zenvio", accountId, event, identifier: instanceId, at: at2, payload });
}
function emitMessage(session, accountId, event, message, at2) {
  const { to, status: status2, external_id: externalId, error_message: error } = message;
  const data = { to, status: status2.toUpperCase(), externalId, ...error !== null && { error } };
  emit(session, { event, accountId, instanceId: message.instance_id, messageId: message.id, at: at2, data });
}
var EVENTS, signature, zenvioWebhooks;
var init_webhooks2 = __esm({
  "src/platforms/zenvio/webhooks.ts"() {
    init_clock();
    init_webhooks();
    EVENTS = [
      "message.sent",
      "message.delivered",
      "message.read",
      "message.failed",
      "message.received",
      "message.responded",
      "message.deleted",
      "message.edited",
      "instance.connected",
      "instance.disconnected",
      "instance.qrcode"
    ];
    signature = openapi.document["x-platforms"]["zenvio"]?.webhooks?.signature;
    zenvioWebhooks = {
      events: EVENTS,
      timeout: "10s",
      retries: ["10s", "1m", "5m", "30m", "2h"],
      secretPrefix: signature.secretPrefix,
      headers({ body, secret: secret2, accountId, eventAt, attemptAt }) {
        return {
          [signature.header]: signatureValue(signature, secret2, attemptAt, body),
          "X-Zenvio-Timestamp": String(Math.floor(eventAt / 1e3)),
          "X-Workspace-Id": accountId
        };
      }
    };
  }
});

// src/platforms/zenvio/life-cycle.ts
function startMessage(session, accountId, message, now) {
  if (message.scheduled_at !== null) {
    planStep(session, accountId, message.id, Date.parse(message.scheduled_at) - PROCESSING, {});
  } else if (isConnected(session, accountId, message.instance_id)) {
    planStep(session, accountId, message.id, nextTurn(session, accountId, message.instance_id, now) - PROCESSING, {});
  }
}
function resumeMessages(session, accountId, instanceId, now) {
  for (const message of messagesOf(session, accountId, instanceId)) {
    if (message.status === "queued" && typeof message.dueAt !== "number") startMessage(session, accountId, message, now);
  }
}
function abandonMessages(session, accountId, instanceId, now) {
  for (const message of messagesOf(session, accountId, instanceId)) {
    if (WAITING.has(message.status)) fail(session, accountId, message, now, "Instance removed.");
  }
}
function takeStep(session, { accountId, subject, at: at2 }) {
  const message = session.table(accountId, messageTable).get(subject);
  if (message?.dueAt !== at2) return;
  if (message.status === "processing") attemptToSend(session, accountId, message, at2);
  else if (WAITING.has(message.status)) startProcessing(session, accountId, message, at2);
  else moveOn(session, accountId, message, at2);
}
function startProcessing(session, accountId, message, at2) {
  if (isConnected(session, accountId, message.instance_id)) {
    planStep(session, accountId, message.id, at2 + PROCESSING, { status: "processing" });
  } else change2(session, accountId, message.id, { status: "queued", dueAt: null });
}
function attemptToSend(session, accountId, message, at2) {
  if (!isConnected(session, accountId, message.instance_id)) {
    change2(session, accountId, message.id, { status: "queued", dueAt: null });
    return;
  }
  const { failures, delivered: delivered2 } = fateOf(message.to);
  const failedAttempts = message.failedAttempts ?? 0;
  if (failedAttempts >= failures) {
    const external_id = `wamid.HBgN${session.ids.text("base62", 22)}`;
    const sent = { status: "sent", sent_at: iso(at2), external_id };
    const row = delivered2 ? planStep(session, accountId, message.id, at2 + PACE, sent) : change2(session, accountId, message.id, { ...sent, dueAt: null });
    emitMessage(session, accountId, "message.sent", row, at2);
  } else if (failedAttempts < (message.maxRetries ?? DEFAULT_RETRIES)) {
    planStep(session, accountId, message.id, at2 + PACE, { failedAttempts: failedAttempts + 1 });
  } else fail(session, accountId, message, at2, "The number is not on WhatsApp.");
}
function moveOn(session, accountId, message, at2) {
  const { read: read2, responded } = fateOf(message.to);
  const status2 = (next) => message.status === "edited" ? message.status : next;
  const goOn = (more, changes) => more ? planStep(session, accountId, message.id, at2 + PACE, changes) : change2(session, accountId, message.id, { ...changes, dueAt: null });
  if (message.delivered_at === null) {
    const row = goOn(read2, { status: status2("delivered"), delivered_at: iso(at2) });
    emitMessage(session, accountId, "message.delivered", row, at2);
  } else if (message.read_at === null) {
    const row = goOn(responded, { status: status2("read"), read_at: iso(at2) });
    emitMessage(session, accountId, "message.read", row, at2);
  } else {
    const row = goOn(false, { status: status2("responded") });
    emitMessage(session, accountId, "message.responded", row, at2);
    receiveMessage(session, accountId, { instanceId: row.instance_id, from: row.to, text: "Ok, obrigado!" }, at2);
  }
}
function receiveMessage(session, accountId, { instanceId, from, text: text2 }, at2) {
  const messageId = session.ids.id("msg");
  const externalId = `wamid.HBgN${session.ids.text("base62", 22)}`;
  const data = { from, type: "text", message: text2, externalId };
  emit(session, { event: "message.received", accountId, instanceId, messageId, at: at2, data });
}
function fail(session, accountId, message, at2, error_message) {
  const failed = change2(session, accountId, message.id, { status: "failed", failed_at: iso(at2), error_message, dueAt: null });
  emitMessage(session, accountId, "message.failed", failed, at2);
}
function planStep(session, accountId, id2, at2, changes) {
  session.plan({ at: at2, kind: MESSAGE_TASK, accountId, subject: id2 });
  return change2(session, accountId, id2, { ...changes, dueAt: at2 });
}
function nextTurn(session, accountId, instanceId, now) {
  const senders = session.table(accountId, senderTable);
  const last = senders.get(instanceId);
  const lastAt = Math.max(now, last?.lastAt ?? 0) + PACE;
  if (last) senders.update(instanceId, { lastAt });
  else senders.insert({ id: instanceId, lastAt });
  return lastAt;
}
function messagesOf(session, accountId, instanceId) {
  return session.table(accountId, messageTable).values().filter((message) => message.instance_id === instanceId);
}
function isConnected(session, accountId, instanceId) {
  return session.table(accountId, instanceTable).get(instanceId)?.status === "ACTIVE";
}
function change2(session, accountId, id2, changes) {
  return session.table(accountId, messageTable).update(id2, changes);
}
var MESSAGE_TASK, PACE, PROCESSING, DEFAULT_RETRIES, WAITING;
var init_life_cycle = __esm({
  "src/platforms/zenvio/life-cycle.ts"() {
    init_clock();
    init_tables3();
    init_test_numbers();
    init_webhooks2();
    MESSAGE_TASK = "zenvio.message";
    PACE = 1e3;
    PROCESSING = 500;
    DEFAULT_RETRIES = 3;
    WAITING = /* @__PURE__ */ new Set(["queued", "scheduled", "processing"]);
  }
});

// src/platforms/zenvio/connection.ts
function showQrCode(session, accountId, instance, base64, at2) {
  const data = { status: instance.status, base64 };
  emit(session, { event: "instance.qrcode", accountId, instanceId: instance.id, at: at2, data });
  session.plan({ at: at2 + UNTIL_READ, kind: QR_TASK, accountId, subject: instance.id });
}
function readQrCode(session, { accountId, subject, at: at2 }) {
  const instance = session.table(accountId, instanceTable).get(subject);
  if (instance?.status === "PENDING") connect2(session, accountId, instance, at2);
}
function connect2(session, accountId, instance, at2) {
  if (instance.status === "ACTIVE") return instance;
  const phoneNumber = instance.phoneNumber ?? `55119${String(Math.floor(session.ids.random() * 1e8)).padStart(8, "0")}`;
  const row = session.table(accountId, instanceTable).update(instance.id, { status: "ACTIVE", phoneNumber, updatedAt: iso(at2) });
  const data = { status: row.status, phoneNumber };
  emit(session, { event: "instance.connected", accountId, instanceId: row.id, at: at2, data });
  resumeMessages(session, accountId, row.id, at2);
  return row;
}
function disconnect(session, accountId, instance, at2) {
  if (instance.status === "DISCONNECTED") return instance;
  const row = session.table(accountId, instanceTable).update(instance.id, { status: "DISCONNECTED", updatedAt: iso(at2) });
  emit(session, { event: "instance.disconnected", accountId, instanceId: row.id, at: at2, data: { status: row.status } });
  return row;
}
var QR_TASK, UNTIL_READ;
var init_connection = __esm({
  "src/platforms/zenvio/connection.ts"() {
    init_clock();
    init_life_cycle();
    init_tables3();
    init_webhooks2();
    QR_TASK = "zenvio.qr_code";
    UNTIL_READ = 15e3;
  }
});

// src/api/instance-arrivals.ts
function instanceArrivals(session) {
  const find = (id2) => {
    for (const account2 of session.accounts.find("platform", "zenvio")) {
      const instance = session.table(account2.id, instanceTable).get(id2);
      if (instance) return { accountId: account2.id, instance };
    }
    throw new Error(`Zenvio has no instance ${id2}.`);
  };
  return {
    ...arrivals(session, "zenvio", instanceTable),
    connect(id2) {
      const { accountId, instance } = find(id2);
      const connected = connect2(session, accountId, instance, session.clock.now());
      session.runDueTasks();
      return connected;
    },
    disconnect(id2) {
      const { accountId, instance } = find(id2);
      const disconnected = disconnect(session, accountId, instance, session.clock.now());
      session.runDueTasks();
      return disconnected;
    },
    receive(id2, message) {
      receiveMessage(session, find(id2).accountId, { ...message, instanceId: id2 }, session.clock.now());
      session.runDueTasks();
    }
  };
}
var init_instance_arrivals = __esm({
  "src/api/instance-arrivals.ts"() {
    init_connection();
    init_life_cycle();
    init_tables3();
    init_arrivals();
  }
});

// src/api/platform-handles.ts
function platformHandles(session, document2) {
  const platform2 = (id2) => {
    const info = document2.platforms.get(id2);
    if (!info) throw new Error(`The document has no platform "${id2}". It has: ${[...document2.platforms.keys()].join(", ")}.`);
    return platformHandle(session, document2, info);
  };
  return {
    platform: platform2,
    get pingback() {
      return {
        ...platform2("pingback"),
        contacts: arrivals(session, "pingback", contactTable),
        segments: arrivals(session, "pingback", segmentTable),
        deals: arrivals(session, "pingback", dealTable),
        webhookRuns: arrivals(session, "pingback", webhookRunTable)
      };
    },
    get rdstation() {
      return {
        ...platform2("rdstation"),
        conversions: arrivals(session, "rdstation", conversionTable),
        leads: arrivals(session, "rdstation", leadTable),
        events: arrivals(session, "rdstation", eventTable),
        customFields: customFieldArrivals(session)
      };
    },
    get zenvio() {
      return {
        ...platform2("zenvio"),
        messages: arrivals(session, "zenvio", messageTable),
        instances: instanceArrivals(session)
      };
    }
  };
}
var init_platform_handles = __esm({
  "src/api/platform-handles.ts"() {
    init_tables();
    init_tables2();
    init_tables3();
    init_arrivals();
    init_custom_fields();
    init_instance_arrivals();
    init_platform_handle();
  }
});

// src/api/webhooks-api.ts
function webhooksApi(session, courier, modules2) {
  return {
    register: (wanted) => registerWebhook(session, modules2[wanted.platform]?.webhooks, courier.allowedHosts, wanted),
    list: () => registrations(session),
    remove: (id2) => removeWebhook(session, id2),
    deliveries: () => deliveryViews(session),
    settle: () => courier.settle(session)
  };
}
var init_webhooks_api = __esm({
  "src/api/webhooks-api.ts"() {
    init_webhooks();
  }
});

// src/api/session-api.ts
function sessionApi(engine, session) {
  const bound = inSession(engine, session);
  const api = {
    name: session.name,
    async fetch(input, init) {
      const request = asRequest(input, init);
      engine.sessions.touch(session);
      return delivered(request, async () => handleIn(bound, await readRequest(request)));
    },
    clock: session.clock,
    requests: {
      list: () => session.journal.list().map(entryOf),
      get: (id2) => session.journal.get(id2),
      where: (like) => session.journal.list().map(entryOf).filter((entry) => resembles(entry, like)),
      last: () => session.journal.list().slice(0, 1).map(entryOf)[0],
      clear: () => session.journal.clear()
    },
    faults: {
      add: (fault2) => injectFault(session, engine.document, fault2),
      list: () => session.faults.values(),
      remove: (id2) => session.faults.delete(id2),
      clear: () => session.faults.restore(/* @__PURE__ */ new Map())
    },
    webhooks: webhooksApi(session, engine.courier, engine.modules),
    scenario: (name2, options) => playScenario({ session, document: engine.document }, name2, options),
    scenarios: () => listScenarios(engine.document),
    load: (seed) => applySeed({ session, document: engine.document }, seed),
    configure: (changes) => void (session.settings = changedSettings(session.settings, changes)),
    reset: () => session.reset(),
    snapshot: () => session.snapshot(),
    restore: (snapshot) => session.restore(snapshot)
  };
  return Object.assign(platformHandles(session, engine.document), api);
}
function asRequest(input, init) {
  return typeof input === "object" && "headers" in input && !init ? input : new Request(input, init);
}
var init_session_api = __esm({
  "src/api/session-api.ts"() {
    init_journal();
    init_handle();
    init_inject_fault();
    init_request2();
    init_scenarios();
    init_seed();
    init_deliver();
    init_arrivals();
    init_platform_handles();
    init_setting_changes();
    init_webhooks_api();
  }
});

// src/core/changes.ts
var ChangeLog, TableLog;
var init_changes = __esm({
  "src/core/changes.ts"() {
    ChangeLog = class {
      #onChange;
      #followed = /* @__PURE__ */ new Map();
      #changed = /* @__PURE__ */ new Set();
      /** @param onChange called at every change, also at the first of many. */
      constructor(onChange) {
        this.#onChange = onChange;
      }
      /** Notes what changes in a table from now on; what it has already counts as a change, unless it is `known`. */
      follow(account2, table2, source, known) {
        const log = new TableLog(account2, table2, source, () => {
          this.#changed.add(log);
          this.#onChange();
        });
        this.#followed.set(source, log);
        if (!known) for (const id2 of source.ids()) log.inserted(id2);
        source.listen(log);
      }
      /** Notes nothing more of a table that is given up; what it told before stays noted. */
      unfollow(source) {
        source.listen(void 0);
        this.#followed.delete(source);
      }
      /** Something that is in no table changed. */
      touch() {
        this.#onChange();
      }
      /** What is not written yet. */
      pending() {
        return [...this.#changed].map((log) => log.pending());
      }
      /** Everything that {@link pending} told is written. */
      settle() {
        for (const log of this.#changed) log.settle();
        this.#changed.clear();
      }
      /** Notes nothing from now on. */
      end() {
        for (const source of this.#followed.keys()) this.unfollow(source);
        this.settle();
      }
    };
    TableLog = class {
      source;
      #account;
      #table;
      #onChange;
      /** Changed ids, new ones in the order of insertion, each with whether it was deleted on the way. */
      #ids = /* @__PURE__ */ new Map();
      constructor(account2, table2, source, onChange) {
        this.#account = account2;
        this.#table = table2;
        this.source = source;
        this.#onChange = onChange;
      }
      inserted(id2) {
        const wasDeleted = this.#ids.get(id2) ?? false;
        this.#ids.delete(id2);
        this.#ids.set(id2, wasDeleted);
        this.#onChange();
      }
      updated(id2) {
        if (!this.#ids.has(id2)) this.#ids.set(id2, false);
        this.#onChange();
      }
      deleted(id2) {
        this.#ids.set(id2, true);
        this.#onChange();
      }
      pending() {
        const deleted = [];
        const put2 = [];
        for (const [id2, wasDeleted] of this.#ids) {
          if (wasDeleted) deleted.push(id2);
          const value = this.source.get(id2);
          if (value) put2.push([id2, value]);
        }
        return { account: this.#account, table: this.#table, deleted, put: put2 };
      }
      settle() {
        this.#ids.clear();
      }
    };
  }
});

// src/core/keeper.ts
function headOf({ session, start: start2 }) {
  return {
    seed: session.seed,
    start: start2,
    settings: session.settings,
    ids: session.ids.state(),
    clockOffset: session.clockOffset,
    requests: session.journal.count
  };
}
function resume(session, { head, tables }) {
  const own = /* @__PURE__ */ new Map();
  const resources = /* @__PURE__ */ new Map();
  let entries = [];
  for (const { account: account2, table: table2, rows } of tables) {
    if (account2 === null && table2 === "journal") entries = rows.map(([, entry]) => entry);
    else if (account2 === null) own.set(table2, new Map(rows));
    else {
      const ofAccount = resources.get(account2) ?? /* @__PURE__ */ new Map();
      resources.set(account2, ofAccount.set(table2, new Map(rows)));
    }
  }
  const snapshot = { own, resources, settings: head.settings, ids: head.ids };
  session.resume(snapshot, head.clockOffset, { entries, count: head.requests });
}
var Keeper;
var init_keeper = __esm({
  "src/core/keeper.ts"() {
    init_changes();
    init_store();
    Keeper = class {
      #store;
      #onFailure;
      #kept = /* @__PURE__ */ new Map();
      #changed = /* @__PURE__ */ new Set();
      /** Names of dropped sessions, and whether each is to be remembered as that of an idle one. */
      #dropped = /* @__PURE__ */ new Map();
      #scheduled = false;
      /** @param onFailure told when a change outside of requests could not be written; it is tried again with the next one. */
      constructor(store, onFailure) {
        this.#store = store;
        this.#onFailure = onFailure;
        store.onClose(() => this.commit());
      }
      /**
       * What an earlier process left.
       *
       * @param settings win over those that it left.
       */
      load(settings2) {
        const { sessions: sessions2, expired } = this.#store.load();
        return {
          seed: sessions2.find(({ name: name2 }) => name2 === DEFAULT)?.head.seed,
          sessions: sessions2.map((saved) => {
            const head = { ...saved.head, settings: { ...saved.head.settings, ...settings2 } };
            return { ...saved, head };
          }),
          expired
        };
      }
      /** Follows a session from now on. `saved`: what the store has of it; without, all of it is new. */
      keep(session, start2, saved) {
        const log = new ChangeLog(() => this.#noteChange(session.name));
        const kept = {
          session,
          start: start2,
          log,
          end: session.record(log, saved !== void 0),
          version: saved?.version ?? 0,
          head: JSON.stringify(saved?.head)
        };
        this.#kept.set(session.name, kept);
        this.#noteChange(session.name);
      }
      /** Ends a session for good, and forgets its name unless that has `expired`. */
      drop(name2, expired) {
        const kept = this.#kept.get(name2);
        kept?.end();
        this.#kept.delete(name2);
        if (kept) this.#changed.delete(kept);
        this.#dropped.set(name2, expired);
        this.#schedule();
      }
      /**
       * Writes everything that is not written yet, and looks at `session` whether or not it told of a change.
       * @throws whatever the store does; nothing is lost then, and the next call tries again.
       */
      commit(session) {
        const current = session && this.#kept.get(session.name);
        if (current && current.session === session) this.#changed.add(current);
        for (const [name2, expired] of this.#dropped) {
          this.#store.drop(name2, expired);
          this.#dropped.delete(name2);
        }
        const failures = [];
        for (const kept of this.#changed) {
          try {
            this.#write(kept);
            this.#changed.delete(kept);
          } catch (error) {
            failures.push(error);
          }
        }
        if (failures.length > 0) throw failures[0];
      }
      #write(kept) {
        const { session, log } = kept;
        const tables = log.pending();
        const head = headOf(kept);
        const text2 = JSON.stringify(head);
        if (tables.length === 0 && text2 === kept.head) return;
        kept.version = this.#store.commit(session.name, kept.version, { head, tables });
        kept.head = text2;
        log.settle();
      }
      #noteChange(name2) {
        const kept = this.#kept.get(name2);
        if (!kept) return;
        this.#changed.add(kept);
        this.#schedule();
      }
      /** A microtask: what one piece of code changes goes together, and is written before anything else happens. */
      #schedule() {
        if (this.#scheduled) return;
        this.#scheduled = true;
        queueMicrotask(() => {
          this.#scheduled = false;
          try {
            this.commit();
          } catch (error) {
            this.#onFailure(error);
          }
        });
      }
    };
  }
});

// src/core/account-tables.ts
function rowsOf(tables) {
  return new Map([...tables].map(([name2, table2]) => [name2, table2.snapshot()]));
}
var AccountTables;
var init_account_tables = __esm({
  "src/core/account-tables.ts"() {
    init_table();
    AccountTables = class {
      /** By account, then by the table's name. */
      #tables = /* @__PURE__ */ new Map();
      #log;
      /** The table of one account; an empty one when first asked for. */
      table(accountId, definition) {
        let tables = this.#tables.get(accountId);
        if (!tables) this.#tables.set(accountId, tables = /* @__PURE__ */ new Map());
        let table2 = tables.get(definition.name);
        if (!table2) {
          table2 = new Table();
          tables.set(definition.name, table2);
          this.#log?.follow(accountId, definition.name, table2, false);
        }
        return table2.declare(definition.indexes);
      }
      row(accountId, table2, id2) {
        return this.#tables.get(accountId)?.get(table2)?.get(id2);
      }
      rows(accountId, table2) {
        return this.#tables.get(accountId)?.get(table2)?.values() ?? [];
      }
      snapshot() {
        return new Map([...this.#tables].map(([accountId, tables]) => [accountId, rowsOf(tables)]));
      }
      /** Puts every table back, and gives up those of accounts that the snapshot does not have. */
      restore(snapshot) {
        for (const [accountId, tables] of this.#tables) {
          if (snapshot.has(accountId)) continue;
          for (const table2 of tables.values()) {
            table2.restore(/* @__PURE__ */ new Map());
            this.#log?.unfollow(table2);
          }
          this.#tables.delete(accountId);
        }
        for (const [accountId, saved] of snapshot) {
          for (const name2 of /* @__PURE__ */ new Set([...saved.keys(), ...this.#tables.get(accountId)?.keys() ?? []]))
            this.table(accountId, defineTable(name2)).restore(saved.get(name2) ?? /* @__PURE__ */ new Map());
        }
      }
      /** Lets `log` follow every table, those that come later too; `undefined`: none. */
      record(log, known) {
        this.#log = log;
        for (const [accountId, tables] of this.#tables) {
          for (const [name2, table2] of tables) log?.follow(accountId, name2, table2, known);
        }
      }
    };
  }
});

// src/core/tasks.ts
function isBefore(one, other) {
  return one.task.at < other.task.at || one.task.at === other.task.at && one.order < other.order;
}
function push(heap, entry) {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const above = index - 1 >> 1;
    const parent = heap[above];
    if (!parent || !isBefore(entry, parent)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = entry;
}
function pop(heap) {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let index = 0;
  for (; ; ) {
    const left = 2 * index + 1;
    const right2 = left + 1;
    const [leftChild, rightChild] = [heap[left], heap[right2]];
    const child = rightChild && leftChild && isBefore(rightChild, leftChild) ? right2 : left;
    const smaller = heap[child];
    if (!smaller || !isBefore(smaller, last)) break;
    heap[index] = smaller;
    index = child;
  }
  heap[index] = last;
}
var Tasks;
var init_tasks = __esm({
  "src/core/tasks.ts"() {
    init_table();
    Tasks = class extends Table {
      #heap;
      #planned = 0;
      insert(task) {
        const inserted = super.insert(task);
        if (this.#heap) push(this.#heap, { task: inserted, order: this.#planned++ });
        return inserted;
      }
      update(id2, changes) {
        const task = super.update(id2, changes);
        if (this.#heap) push(this.#heap, { task, order: this.#planned++ });
        return task;
      }
      restore(rows) {
        super.restore(rows);
        this.#heap = void 0;
      }
      /** The task that is due first, at or before `until`. */
      next(until) {
        const heap = this.#heap ??= this.#built();
        while (heap[0] && this.get(heap[0].task.id) !== heap[0].task) pop(heap);
        const first = heap[0]?.task;
        return first && first.at <= until ? first : void 0;
      }
      #built() {
        const heap = [];
        for (const task of this.values()) push(heap, { task, order: this.#planned++ });
        return heap;
      }
    };
  }
});
function createFingerprint(key2) {
  const encoder2 = new TextEncoder();
  const keyed = hmac_js.hmac.create(sha2_js.sha256, key2);
  const scratch = keyed.clone();
  const known = /* @__PURE__ */ new Map();
  return (secret2) => {
    const remembered = known.get(secret2);
    if (remembered !== void 0) return remembered;
    const digest = utils_js.bytesToHex(keyed._cloneInto(scratch).update(encoder2.encode(secret2)).digest());
    if (known.size >= REMEMBERED) known.clear();
    if (secret2.length <= LONG3) known.set(secret2, digest);
    return digest;
  };
}
function sameFingerprint(one, other) {
  let difference = one.length ^ other.length;
  for (let i = 0; i < one.length; i++) difference |= one.charCodeAt(i) ^ other.charCodeAt(i);
  return difference === 0;
}
var REMEMBERED, LONG3;
var init_fingerprint = __esm({
  "src/core/fingerprint.ts"() {
    REMEMBERED = 1e3;
    LONG3 = 512;
  }
});
function startOf(secret2) {
  return secret2.slice(0, Math.min(12, secret2.length >> 1));
}
function createVault(kept) {
  const key2 = kept ?? utils_js.randomBytes(32);
  const encoder2 = new TextEncoder();
  const decoder = new TextDecoder();
  const fingerprint = createFingerprint(key2);
  const nobodysPrint = fingerprint("");
  const sealedHere = /* @__PURE__ */ new WeakMap();
  const known = /* @__PURE__ */ new Map();
  const remember3 = (print, hash2, matches2) => {
    if (known.size >= REMEMBERED2) known.clear();
    known.set(`${print} ${hash2}`, matches2);
    return matches2;
  };
  function bcryptMatches(hash2, secret2, print) {
    const remembered = known.get(`${print} ${hash2}`);
    if (remembered !== void 0) return remembered;
    return remember3(print, hash2, encoder2.encode(secret2).length <= BCRYPT_MAX_BYTES && bcryptjs.compareSync(secret2, hash2));
  }
  function open(sealed) {
    if (sealed.kind === "bcrypt") return void 0;
    const bytes2 = utils_js.hexToBytes(sealed.box);
    const nonce = bytes2.subarray(0, NONCE_BYTES);
    return decoder.decode(aes_js.gcm(key2, nonce).decrypt(bytes2.subarray(NONCE_BYTES)));
  }
  function hashed(secret2) {
    if (encoder2.encode(secret2).length > BCRYPT_MAX_BYTES) {
      throw new RangeError(`A secret kept with bcrypt has at most ${BCRYPT_MAX_BYTES} bytes. Choose a shorter one.`);
    }
    const hash2 = once(() => bcryptjs.hashSync(secret2, BCRYPT_COST));
    return {
      kind: "bcrypt",
      start: startOf(secret2),
      get hash() {
        return hash2();
      }
    };
  }
  function encrypted(secret2) {
    const box = once(() => {
      const nonce = utils_js.randomBytes(NONCE_BYTES);
      return utils_js.bytesToHex(nonce) + utils_js.bytesToHex(aes_js.gcm(key2, nonce).encrypt(encoder2.encode(secret2)));
    });
    return {
      kind: "aes-256-gcm",
      start: startOf(secret2),
      get box() {
        return box();
      },
      fingerprint: fingerprint(secret2)
    };
  }
  return {
    fingerprint,
    open,
    seal(secret2, storage, published = false) {
      const whenAsked = storage === "bcrypt" ? hashed(secret2) : encrypted(secret2);
      const sealed = published ? whenAsked : { ...whenAsked };
      if (sealed.kind === "bcrypt") sealedHere.set(sealed, fingerprint(secret2));
      return sealed;
    },
    matches(sealed, secret2, print = fingerprint(secret2)) {
      const own = sealed.kind === "bcrypt" ? sealedHere.get(sealed) : sealed.fingerprint;
      if (own !== void 0) return sameFingerprint(own, print);
      return sealed.kind === "bcrypt" && bcryptMatches(sealed.hash, secret2, print);
    },
    compareInVain(secret2, print, compared) {
      if (compared.length === 0) sameFingerprint(nobodysPrint, print);
      if (kept && compared.every((sealed) => sealedHere.has(sealed))) bcryptMatches(NOBODYS_HASH, secret2, print);
    }
  };
}
function once(make) {
  let made;
  return () => (made ??= { value: make() }).value;
}
var BCRYPT_COST, BCRYPT_MAX_BYTES, NONCE_BYTES, REMEMBERED2, NOBODYS_HASH;
var init_vault = __esm({
  "src/core/vault.ts"() {
    init_fingerprint();
    BCRYPT_COST = 4;
    BCRYPT_MAX_BYTES = 72;
    NONCE_BYTES = 12;
    REMEMBERED2 = 1e4;
    NOBODYS_HASH = "$2b$04$btIvkm9irmP7RtqHrwPmS.ZKF5EiwdotJAvkrP7FOOMq2qkxxTume";
  }
});

// src/core/session.ts
var Session;
var init_session = __esm({
  "src/core/session.ts"() {
    init_account_tables();
    init_clock();
    init_ids();
    init_journal();
    init_table();
    init_tasks();
    init_vault();
    Session = class {
      accounts = new Table({ platform: (account2) => account2.platform });
      keys = new Table({
        account: (key2) => key2.accountId,
        fingerprint: (key2) => key2.sealed.kind === "bcrypt" ? void 0 : key2.sealed.fingerprint,
        hashedStart: (key2) => key2.sealed.kind === "bcrypt" ? key2.sealed.start : void 0,
        start: (key2) => key2.sealed.start
      });
      users = new Table({ account: (user2) => user2.accountId ?? void 0 });
      faults = new Table();
      tasks = new Tasks();
      meters = new Table();
      journal = createJournal();
      #uses = new Table();
      /** By the names under which they are saved: a table that is not here is in no snapshot and in no store. */
      #own = new Map(
        Object.entries({
          accounts: this.accounts,
          keys: this.keys,
          users: this.users,
          uses: this.#uses,
          meters: this.meters,
          faults: this.faults,
          tasks: this.tasks
        })
      );
      #initial;
      /** How far the clock was moved by then. */
      #initialOffset = 0;
      #log;
      #settings;
      #resources = new AccountTables();
      name;
      /** Ids and generated secrets follow from it. */
      seed;
      /** Its `advance` also runs what falls due on the way. */
      clock;
      ids;
      vault;
      #clock;
      #run;
      constructor(parts2) {
        this.name = parts2.name;
        this.seed = parts2.seed;
        this.#clock = parts2.clock;
        this.clock = {
          ...parts2.clock,
          advance: (by) => this.#advance(parts2.clock, milliseconds(by)),
          set: (instant3) => {
            parts2.clock.set(instant3);
            this.#log?.touch();
          },
          reset: () => {
            parts2.clock.reset();
            if (this.#initialOffset !== 0) parts2.clock.moveTo(this.#initialOffset);
            this.#log?.touch();
          }
        };
        this.#run = parts2.run ?? (() => void 0);
        this.ids = createIds(parts2.seed, parts2.stream);
        this.vault = parts2.vault;
        this.#settings = parts2.settings;
      }
      get settings() {
        return this.#settings;
      }
      set settings(settings2) {
        this.#settings = settings2;
        this.#log?.touch();
      }
      /** A platform's table of one account: no behaviour can reach another account's rows through it. */
      table(accountId, definition) {
        return this.#resources.table(accountId, definition);
      }
      /** A row by the name of its table, for references that the document makes. */
      rowOf(accountId, table2, id2) {
        return this.#resources.row(accountId, table2, id2);
      }
      /** All rows of an account's table by its name; none where the platform keeps no such table. */
      rowsOf(accountId, table2) {
        return this.#resources.rows(accountId, table2);
      }
      /**
       * The key with this secret, whatever its status.
       * @param print the secret's fingerprint, from who has it already
       */
      findKey(secret2, print = this.vault.fingerprint(secret2)) {
        const sealed = this.keys.first("fingerprint", print);
        if (sealed && this.vault.matches(sealed.sealed, secret2, print)) return sealed;
        const isIt = (key2) => this.vault.matches(key2.sealed, secret2, print);
        const alike = this.keys.find("hashedStart", startOf(secret2));
        const hashed = alike.find(isIt);
        if (!hashed) {
          const compared = alike.map((key2) => key2.sealed);
          this.vault.compareInVain(secret2, print, compared);
        }
        return hashed;
      }
      /** Whether a word is the secret of a key, or begins like one of which only the hash is kept. */
      isSecret = (word) => {
        const start2 = startOf(word);
        if (!this.keys.has("start", start2)) return false;
        const alike = this.keys.find("start", start2);
        return alike.some(({ sealed }) => sealed.kind === "bcrypt" || sealed.fingerprint === this.vault.fingerprint(word));
      };
      keysOf(accountId) {
        return this.keys.find("account", accountId);
      }
      useOf(keyId) {
        return this.#uses.get(keyId) ?? { id: keyId, lastUsedAt: null, requests: 0 };
      }
      countUse(keyId, now) {
        this.#uses.put({ id: keyId, lastUsedAt: now, requests: this.useOf(keyId).requests + 1 });
      }
      snapshot() {
        const resources = this.#resources.snapshot();
        return { own: rowsOf(this.#own), resources, settings: this.settings, ids: this.ids.state() };
      }
      /** From now on {@link reset} comes back to this moment. */
      markInitial() {
        this.#initial = this.snapshot();
        this.#initialOffset = this.#clock.offset();
      }
      /** Starts as another session started, with ids of its own, and these settings. */
      startAs(other, own = {}) {
        if (!other.#initial) throw new Error(`The session ${other.name} has no initial state yet.`);
        this.restore({ ...other.#initial, ids: this.ids.state(), settings: { ...other.#initial.settings, ...own } });
        this.#clock.moveTo(other.#initialOffset);
        this.markInitial();
      }
      /** Plans a task; it runs when the clock gets there. */
      plan(task) {
        return this.tasks.insert({ ...task, id: this.ids.id("task") });
      }
      /** Runs what has fallen due by itself, because real time went by. */
      runDueTasks() {
        if (this.tasks.size === 0) return;
        for (let task = this.tasks.next(this.clock.now()); task; task = this.tasks.next(this.clock.now())) {
          this.tasks.delete(task.id);
          this.#run(this, task);
        }
      }
      /** Goes from task to task, so that each sees its own moment on the clock. */
      #advance(clock2, by) {
        const target = clock2.now() + by;
        for (let task = this.tasks.next(target); task; task = this.tasks.next(target)) {
          this.tasks.delete(task.id);
          if (task.at > clock2.now()) clock2.advance(task.at - clock2.now());
          this.#run(this, task);
        }
        this.#log?.touch();
        return clock2.advance(Math.max(0, target - clock2.now()));
      }
      /** As new: state, limits, ids, journal and clock. */
      reset() {
        if (this.#initial) this.restore(this.#initial);
        this.journal.clear();
        this.clock.reset();
      }
      /** Puts the session back to a snapshot. The journal and the clock stay as they are. */
      restore(snapshot) {
        for (const [name2, table2] of this.#own) table2.restore(snapshot.own.get(name2) ?? /* @__PURE__ */ new Map());
        this.settings = snapshot.settings;
        this.ids.restore(snapshot.ids);
        this.journal.expectRepeats();
        this.#resources.restore(snapshot.resources);
      }
      /** Milliseconds that the clock was moved forward. */
      get clockOffset() {
        return this.#clock.offset();
      }
      /** Goes on where a session of an earlier process was. */
      resume(snapshot, clockOffset, requests2) {
        this.restore(snapshot);
        this.#clock.moveTo(clockOffset);
        this.journal.restore(requests2.entries, requests2.count);
      }
      /** Lets `log` follow everything that is to be kept, `known` if it is kept already. @returns how to end it. */
      record(log, known) {
        this.#log = log;
        for (const [name2, table2] of this.#own) log.follow(null, name2, table2, known);
        this.#resources.record(log, known);
        log.follow(null, "journal", this.journal, known);
        return () => {
          this.#log = void 0;
          this.#resources.record(void 0, known);
          log.end();
        };
      }
    };
  }
});

// src/core/sessions.ts
var NAME, REMEMBERED_NAMES2, Sessions;
var init_sessions = __esm({
  "src/core/sessions.ts"() {
    init_ids();
    init_keeper();
    init_store();
    NAME = /^[A-Za-z0-9][\w.-]{0,99}$/;
    REMEMBERED_NAMES2 = 1e4;
    Sessions = class {
      default;
      limits;
      /** For answers that belong to no session, so that none of them moves the ids of one. */
      ids = createIds(1582633173);
      #make;
      #now;
      #keeper;
      /** The longest unused one first. */
      #kept = /* @__PURE__ */ new Map();
      /** Names whose session went idle: using one again must not quietly start from nothing. */
      #expired = /* @__PURE__ */ new Set();
      /**
       * `now`: real time; sessions have clocks of their own, and idleness is not on them. `keeper`: follows every session,
       * and `saved` is what it has from an earlier process.
       */
      constructor(parts2) {
        this.#make = parts2.make;
        this.#now = parts2.now;
        this.limits = parts2.limits;
        this.#keeper = parts2.keeper;
        const { sessions: sessions2 = [], expired = [] } = parts2.saved ?? {};
        const saved = sessions2.find(({ name: name2 }) => name2 === DEFAULT);
        this.default = this.#begin(DEFAULT, {}, saved);
        for (const other of sessions2) {
          if (other !== saved)
            this.#kept.set(other.name, { session: this.#begin(other.name, other.head.start, other), usedAt: this.#now() });
        }
        for (const name2 of expired) this.#expired.add(name2);
      }
      /** How many there are besides the default one. */
      get count() {
        return this.#kept.size;
      }
      /** The session of this name; a new one when there is none. */
      open(name2, start2 = {}) {
        if (name2 === this.default.name) return { ok: true, session: this.default };
        if (!NAME.test(name2)) return { ok: false, problem: "session_name_invalid" };
        this.#dropIdle();
        const kept = this.#kept.get(name2);
        if (kept) return { ok: true, session: this.#used(name2, kept) };
        if (this.#expired.has(name2)) return { ok: false, problem: "session_expired" };
        if (this.#kept.size >= this.limits.count) return { ok: false, problem: "session_limit_reached" };
        const session = this.#begin(name2, start2);
        this.#kept.set(name2, { session, usedAt: this.#now() });
        return { ok: true, session };
      }
      /** As {@link open}, and a session that went idle starts anew. `start` is for a new one only. */
      create(name2, start2 = {}) {
        this.#dropIdle();
        this.#expired.delete(name2);
        return this.open(name2, start2);
      }
      has(name2) {
        this.#dropIdle();
        return name2 === this.default.name || this.#kept.has(name2);
      }
      /** Says that a session is in use by somebody who holds it and need not open it. */
      touch(session) {
        const kept = this.#kept.get(session.name);
        if (kept?.session === session) this.#used(session.name, kept);
      }
      /** What waits in it goes on at once. The default session cannot be dropped, only reset. @returns whether there was one. */
      drop(name2) {
        if (this.#expired.delete(name2) || this.#kept.has(name2)) this.#keeper?.drop(name2, false);
        this.#kept.get(name2)?.session.reset();
        return this.#kept.delete(name2);
      }
      /** The default one, then the others by name. */
      list() {
        this.#dropIdle();
        const named2 = [...this.#kept.values()].map(({ session }) => session);
        return [this.default, ...named2.sort((one, other) => one.name < other.name ? -1 : 1)];
      }
      /**
       * The session that has a credential; the default one before others, since every session has the zero-setup keys.
       * A secret that somebody chose may be in several, and then nobody can tell which one is meant.
       */
      owning(has3) {
        this.#dropIdle();
        if (has3(this.default)) return { ok: true, session: this.default };
        const owners = [...this.#kept.entries()].filter(([, { session }]) => has3(session));
        const [owner, ...others] = owners;
        if (others.length > 0) return { ok: false, problem: "session_ambiguous" };
        return owner && { ok: true, session: this.#used(...owner) };
      }
      /** Makes a session, or takes up one that was saved. */
      #begin(name2, start2, saved) {
        const session = this.#make(name2, start2);
        if (saved) resume(session, saved);
        this.#keeper?.keep(session, start2, saved);
        return session;
      }
      #used(name2, kept) {
        kept.usedAt = this.#now();
        this.#kept.delete(name2);
        this.#kept.set(name2, kept);
        return kept.session;
      }
      #dropIdle() {
        const limit = this.#now() - this.limits.idle;
        for (const [name2, { session, usedAt }] of this.#kept) {
          if (usedAt > limit) return;
          this.#keeper?.drop(name2, true);
          session.reset();
          this.#kept.delete(name2);
          if (this.#expired.size >= REMEMBERED_NAMES2) this.#expired.clear();
          this.#expired.add(name2);
        }
      }
    };
  }
});
function createValidators(schemas$1) {
  const compiled = /* @__PURE__ */ new WeakMap();
  function zodFor(schema) {
    let type = compiled.get(schema);
    if (!type) {
      type = z__namespace.compile(z__namespace.fromJSONSchema(schemas.standalone(schema, schemas$1.$defs)));
      compiled.set(schema, type);
    }
    return type;
  }
  function issuesOf2(schema, place, value) {
    if (!schema) return [];
    if (Array.isArray(value) && value.length > MOST_EXPLAINED && schema["items"]) {
      const issues2 = issuesOfItems(schema["items"], place, value);
      if (issues2.length > 0) return issues2;
    }
    const result = zodFor(schema).safeParse(value, REPORT_INPUT);
    if (result.success) return [];
    const issues = result.error.issues.flatMap((issue3) => toIssues(issue3, place, []));
    return issues.length > 0 ? issues : [{ in: place, path: [], rule: "other", message: "is not valid" }];
  }
  function issuesOfItems(schema, place, items) {
    let explained = 0;
    return items.flatMap((item, index) => {
      if (z__namespace.validate(zodFor(schema), item)) return [];
      if (++explained > MOST_EXPLAINED) return [{ in: place, path: [index], rule: "other", message: "is not valid" }];
      return issuesOf2(schema, place, item).map((issue3) => ({ ...issue3, path: [index, ...issue3.path] }));
    });
  }
  return {
    parameterSchema: (operationId, place) => schemas$1.operations[operationId]?.parameters[place],
    check(operationId, place, value) {
      const operation = schemas$1.operations[operationId];
      if (place === "body") return issuesOf2(operation?.request, place, value);
      const schema = operation?.parameters[place];
      return declaresNothing(schema) ? [] : issuesOf2(schema, place, value);
    },
    checkResponse: (operationId, status2, body) => issuesOf2(schemas$1.operations[operationId]?.responses[String(status2)], "body", body)
  };
}
function declaresNothing(schema) {
  for (const _ in schema?.properties) return false;
  return true;
}
function toIssues(issue3, place, base) {
  const path = [...base, ...issue3.path.map((part) => typeof part === "symbol" ? String(part) : part)];
  const said = (rule, message, more = {}) => [
    { in: place, path, rule, message, ...more }
  ];
  switch (issue3.code) {
    case "invalid_type":
      if (issue3.input === void 0) return said("missing", "is required", { expected: issue3.expected });
      return said("type", `must be of type ${issue3.expected}`, { expected: issue3.expected });
    case "invalid_value":
      if (issue3.input === void 0) return said("missing", "is required", { options: issue3.values });
      return said("enum", `must be one of: ${issue3.values.map(String).join(", ")}`, { options: issue3.values });
    case "invalid_format":
      if (issue3.format === "regex") return said("pattern", "does not have the expected form");
      return said("format", `must be a valid ${issue3.format}`, { expected: issue3.format });
    case "too_small":
      return said(sizeRule(issue3.origin, "min"), `must have at least ${issue3.minimum}`, { limit: Number(issue3.minimum) });
    case "too_big":
      return said(sizeRule(issue3.origin, "max"), `must have at most ${issue3.maximum}`, { limit: Number(issue3.maximum) });
    case "unrecognized_keys":
      return issue3.keys.map((key2) => ({ in: place, path: [...path, key2], rule: "unknown_property", message: "is not known" }));
    case "invalid_union":
      return (wrongKind(issue3.errors) ?? bestBranch(issue3.errors)).flatMap((inner) => toIssues(inner, place, path));
    default:
      return said("other", "is not valid");
  }
}
function sizeRule(origin, end) {
  if (origin === "string") return `${end}_length`;
  if (origin === "array" || origin === "set") return `${end}_items`;
  return end === "min" ? "minimum" : "maximum";
}
function wrongKind(branches) {
  const told2 = branches.map((branch) => branch.find((issue3) => issue3.code === "invalid_value" && issue3.path.length === 1));
  const [first] = told2;
  if (first?.code !== "invalid_value" || branches.length < 2) return void 0;
  const values = told2.flatMap(
    (issue3) => issue3?.code === "invalid_value" && issue3.path[0] === first.path[0] ? [issue3.values] : []
  );
  return values.length === branches.length ? [{ ...first, values: [...new Set(values.flat())] }] : void 0;
}
function bestBranch(branches) {
  const cost = (branch) => branch.reduce((sum, issue3) => sum + (issue3.code === "invalid_value" && issue3.path.length === 1 ? 1e3 : 1), 0);
  return [...branches].sort((a, b) => cost(a) - cost(b))[0] ?? [];
}
var REPORT_INPUT, MOST_EXPLAINED;
var init_validators = __esm({
  "src/document/validators.ts"() {
    REPORT_INPUT = { reportInput: true };
    MOST_EXPLAINED = 100;
  }
});
function takeOwnParts(ours, clashes) {
  const platforms = Object.fromEntries(Object.entries(ours["x-platforms"]).filter(([id2]) => PLATFORMS.includes(id2)));
  const tags = Object.values(platforms).map(({ tag }) => tag);
  const items = Object.entries(ours.paths).filter(([, item]) => tags.includes(tagOf(item)));
  const rename = (kind, name2) => clashes(kind, name2) ? `Chaveiro${name2}` : name2;
  const components = {};
  function renamed(node) {
    if (Array.isArray(node)) return node.map(renamed);
    if (!isRecord(node)) return node;
    const [, section, kind, name2] = localPointer(node)?.split("/") ?? [];
    if (section === "components" && kind !== void 0 && name2 !== void 0) {
      bring(kind, name2);
      return { ...node, $ref: `#/components/${kind}/${rename(kind, name2)}` };
    }
    return Object.fromEntries(
      Object.entries(node).map(([key2, value]) => [key2, key2 === "security" ? security(value) : renamed(value)])
    );
  }
  function bring(kind, name2) {
    const target = components[kind] ??= {};
    if (Object.hasOwn(target, rename(kind, name2))) return;
    target[rename(kind, name2)] = {};
    target[rename(kind, name2)] = renamed(policy.atPointer(ours, `/components/${kind}/${name2}`));
  }
  function security(value) {
    return value.map(
      (alternative) => Object.fromEntries(
        Object.entries(alternative).map(([name2, scopes]) => {
          bring("securitySchemes", name2);
          return [rename("securitySchemes", name2), scopes];
        })
      )
    );
  }
  const paths = items.map(([path, item]) => {
    const prefix = tagOf(item) === platforms["console"]?.tag ? CONSOLE_PREFIX : "";
    return [prefix + path, renamed(item)];
  });
  const adoptedPlatforms = Object.entries(platforms).map(([id2, platform2]) => {
    const failures = Object.entries(platform2.requestFailures).map(([kind, failure2]) => {
      bring("responses", failure2.response);
      return [kind, { ...failure2, response: rename("responses", failure2.response) }];
    });
    return [id2, { ...platform2, requestFailures: Object.fromEntries(failures) }];
  });
  return {
    paths: Object.fromEntries(paths),
    components,
    platforms: Object.fromEntries(adoptedPlatforms),
    operationIds: new Set(items.flatMap(([, item]) => operationIdsOf(item)))
  };
}
function operationIdsOf(item) {
  return Object.values(item).flatMap(
    (value) => isRecord(value) && typeof value["operationId"] === "string" ? [value["operationId"]] : []
  );
}
function tagOf(item) {
  for (const value of Object.values(item)) {
    const tags = isRecord(value) ? value["tags"] : void 0;
    if (Array.isArray(tags)) return String(tags[0]);
  }
  return "";
}
var CONSOLE_PREFIX, CONTROL_PREFIX, PLATFORMS;
var init_console = __esm({
  "src/own-document/console.ts"() {
    init_follow();
    CONSOLE_PREFIX = "/__console";
    CONTROL_PREFIX = "/__mock";
    PLATFORMS = ["console", "control"];
  }
});

// src/document/sample-body.ts
function sampleBody(document2, schema, words) {
  return sample(schema, "", 0);
  function sample(described, name2, depth) {
    const node = follow2(document2, described);
    if (!isRecord(node) || depth > MAX_DEPTH2) return void 0;
    const given = shown3(node);
    if (given !== void 0) return given;
    const whole3 = combined(node, depth);
    if (whole3 !== node) return sample(whole3, name2, depth + 1);
    switch (typeOf(node)) {
      case "object":
        return objectOf(node, depth);
      case "array":
        return HOLDS_ERRORS.test(name2) || Number(node["minItems"]) > 0 ? listOf(node, name2, depth) : [];
      case "string":
        return textFor(node, name2);
      case "integer":
      case "number":
        return FOR_STATUS.test(name2) ? words.status : typeof node["minimum"] === "number" ? node["minimum"] : 0;
      case "boolean":
        return false;
      case "null":
        return null;
      default:
        return void 0;
    }
  }
  function objectOf(node, depth) {
    const required = new Set(Array.isArray(node["required"]) ? node["required"] : []);
    const out = {};
    for (const [name2, property] of Object.entries(isRecord(node["properties"]) ? node["properties"] : {})) {
      const telling = FOR_PEOPLE.test(name2) || FOR_PROGRAMS.test(name2) || FOR_STATUS.test(name2) || HOLDS_ERRORS.test(name2);
      if (!required.has(name2) && !(telling && depth < 3)) continue;
      const value = sample(property, name2, depth + 1);
      if (value !== void 0 || required.has(name2)) out[name2] = value ?? null;
    }
    return out;
  }
  function listOf(node, name2, depth) {
    const item = sample(node["items"], name2, depth + 1);
    return item === void 0 ? [] : [item];
  }
  function combined(node, depth) {
    const branch = [node["oneOf"], node["anyOf"]].find((list) => Array.isArray(list) && list.length > 0);
    if (branch && !isRecord(node["properties"])) return follow2(document2, branch[0]) ?? {};
    if (!Array.isArray(node["allOf"]) || depth > MAX_DEPTH2) return node;
    const parts2 = [{ ...node, allOf: void 0 }, ...node["allOf"]].map((part) => follow2(document2, part)).filter(isRecord);
    return {
      type: "object",
      properties: Object.assign({}, ...parts2.map((part) => combined(part, depth + 1)["properties"])),
      required: parts2.flatMap((part) => combined(part, depth + 1)["required"] ?? [])
    };
  }
  function textFor(node, name2) {
    switch (node["format"]) {
      case "date-time":
        return "2026-01-01T00:00:00Z";
      case "date":
        return "2026-01-01";
      case "uuid":
        return "00000000-0000-4000-8000-000000000000";
      case "uri":
      case "url":
        return "https://example.com/";
      case "email":
        return "ana@example.com";
      default:
        if (FOR_STATUS.test(name2) && !FOR_PROGRAMS.test(name2)) return String(words.status);
        return FOR_PROGRAMS.test(name2) ? words.code : FOR_PEOPLE.test(name2) ? words.message : "string";
    }
  }
}
function shown3(node) {
  const examples = node["examples"];
  const enumerated = node["enum"];
  return node["example"] ?? (Array.isArray(examples) ? examples[0] : void 0) ?? node["const"] ?? node["default"] ?? (Array.isArray(enumerated) ? enumerated[0] : void 0);
}
function typeOf(node) {
  const { type } = node;
  if (Array.isArray(type)) return type.find((each) => each !== "null") ?? "null";
  return type ?? (isRecord(node["properties"]) ? "object" : "items" in node ? "array" : void 0);
}
var MAX_DEPTH2, FOR_PEOPLE, FOR_PROGRAMS, FOR_STATUS, HOLDS_ERRORS;
var init_sample_body = __esm({
  "src/document/sample-body.ts"() {
    init_follow();
    MAX_DEPTH2 = 6;
    FOR_PEOPLE = /^(messages?|detail|details|description|error_description|error|title|reason|msg)$/i;
    FOR_PROGRAMS = /^(id|code|error_?code|type|error_type)$/i;
    FOR_STATUS = /^(status|code|status_?code|http_?status)$/i;
    HOLDS_ERRORS = /^(errors?|fault|problem|meta)$/i;
  }
});

// src/own-document/shown-bodies.ts
function shownBody(document2, response, likely, words, wanted) {
  const [mediaType, media] = preferredContent(document2, response) ?? [];
  if (mediaType === void 0 || media === void 0) return void 0;
  const candidates = examplesOf2(document2, media);
  const chosen = candidates.find(({ name: name2 }) => name2 === wanted) ?? candidates.find(({ name: name2, summary: summary2 }) => likely.test(`${name2} ${summary2}`)) ?? candidates.find(({ value }) => likely.test(textOf2(value))) ?? candidates[0];
  if (chosen) return { mediaType, value: parsedIfJson(mediaType, chosen.value), documented: true };
  const guess = sampledOnce(document2, media["schema"], words);
  return isRecord(guess) || Array.isArray(guess) ? { mediaType, value: guess, documented: false } : void 0;
}
function sampledOnce(document2, schema, words) {
  const reference = isRecord(schema) ? schema["$ref"] : void 0;
  if (typeof reference !== "string") return sampleBody(document2, schema, words);
  const known = sampled.get(document2) ?? /* @__PURE__ */ new Map();
  sampled.set(document2, known);
  const key2 = `${reference} ${words.code} ${words.status}`;
  if (!known.has(key2)) known.set(key2, sampleBody(document2, schema, words));
  return known.get(key2);
}
function preferredContent(document2, response) {
  const types = Object.entries(isRecord(response["content"]) ? response["content"] : {});
  const [type, media] = types.find(([name2]) => /[/+]json\b/i.test(name2)) ?? types[0] ?? [];
  const found2 = followRecord(document2, media);
  return type !== void 0 && found2 && !type.includes("*") ? [type, found2] : void 0;
}
function examplesOf2(document2, media) {
  const named2 = Object.entries(isRecord(media["examples"]) ? media["examples"] : {}).flatMap(([name2, example]) => {
    const found2 = followRecord(document2, example);
    return found2 && "value" in found2 ? [{ name: name2, summary: textOf2(found2["summary"]), value: found2["value"] }] : [];
  });
  const single = [media["example"], followRecord(document2, media["schema"])?.["example"]].filter((value) => value !== void 0);
  return [...named2, ...single.map((value) => ({ name: "", summary: "", value }))];
}
function parsedIfJson(mediaType, value) {
  if (typeof value !== "string" || !/[/+]json\b/i.test(mediaType)) return value;
  try {
    const parsed3 = JSON.parse(value);
    return typeof parsed3 === "object" ? parsed3 : value;
  } catch {
    return value;
  }
}
function textOf2(value) {
  return typeof value === "string" ? value : JSON.stringify(value) ?? "";
}
var sampled;
var init_shown_bodies = __esm({
  "src/own-document/shown-bodies.ts"() {
    init_follow();
    init_sample_body();
    sampled = /* @__PURE__ */ new WeakMap();
  }
});

// src/own-document/states.ts
function statesOf2(policy, schemeCount) {
  const { actions, plans, products, scopes, lockTo, rateLimits, expires } = policy;
  const possible = [
    ["missing_key", true],
    ["unknown_key", true],
    ["deleted_key", actions.delete],
    ["disabled_key", actions.disable || plans.onLosingAccess === "disable"],
    ["expired_key", expires !== "never"],
    ["plan_not_allowed", plans.withApiAccess.length < plans.all.length],
    ["wrong_product", products !== null],
    ["wrong_endpoint", schemeCount > 1],
    ["scope_missing", scopes.length > 0],
    // An account can be set to have used up limits that nobody has written down.
    ["rate_limited", true],
    ["rate_limited_lead", rateLimits.some(({ per }) => per === "lead")],
    ["instance_not_allowed", lockTo !== null]
  ];
  return possible.filter(([, can]) => can).map(([state2]) => state2);
}
var stateWords;
var init_states = __esm({
  "src/own-document/states.ts"() {
    stateWords = {
      missing_key: {
        status: 401,
        title: "Unauthorized",
        detail: "The request brings no credential.",
        likely: /missing|required|absent|not.?provided|unauthenticated|no.?(api.?)?(key|token|auth)/i
      },
      unknown_key: {
        status: 401,
        title: "Unauthorized",
        detail: "The credential is not valid.",
        likely: /invalid|unknown|incorrect|wrong|bad.?credential|not.?found/i
      },
      deleted_key: {
        status: 401,
        title: "Unauthorized",
        detail: "The credential is no longer valid.",
        likely: /delet|revok|invalid/i
      },
      disabled_key: {
        status: 401,
        title: "Unauthorized",
        detail: "The credential is disabled.",
        likely: /disabl|inactiv|suspend|deactivat/i
      },
      expired_key: { status: 401, title: "Unauthorized", detail: "The credential has expired.", likely: /expir/i },
      plan_not_allowed: {
        status: 403,
        title: "Forbidden",
        detail: "The plan of this account does not include this.",
        likely: /plan|upgrade|payment|subscri|billing/i
      },
      wrong_product: {
        status: 403,
        title: "Forbidden",
        detail: "The account is of another product.",
        likely: /product/i
      },
      wrong_endpoint: {
        status: 403,
        title: "Forbidden",
        detail: "This kind of credential does not open this operation.",
        likely: /wrong|type|kind/i
      },
      scope_missing: {
        status: 403,
        title: "Forbidden",
        detail: "The credential lacks a scope that this operation needs.",
        likely: /scope|permission|insufficient|privilege/i
      },
      rate_limited: {
        status: 429,
        title: "Too Many Requests",
        detail: "Too many requests; try again later.",
        likely: /rate|limit|too.?many|quota|throttl/i
      },
      rate_limited_lead: {
        status: 429,
        title: "Too Many Requests",
        detail: "Too many requests about this subject; try again later.",
        likely: /rate|limit|too.?many|quota|throttl/i
      },
      instance_not_allowed: {
        status: 403,
        title: "Forbidden",
        detail: "The credential is locked to another instance.",
        likely: /instance|resource|allowed/i
      }
    };
  }
});

// src/own-document/failures.ts
function createFailures({ document: document2, operations, own, source, challenge }) {
  const firstWith = (status2) => operations.find((each) => String(status2) in each)?.[String(status2)];
  const common = new Map([401, 403, 429].map((status2) => [status2, firstWith(status2)]));
  const made = /* @__PURE__ */ new Map();
  const none = {};
  function statusOf(state2) {
    const usual = stateWords[state2].status;
    return own[state2]?.status ?? (usual === 401 && !common.get(401) && common.get(403) ? 403 : usual);
  }
  function described(responses, status2) {
    const own2 = [responses[String(status2)], responses[`${String(status2)[0]}XX`], responses["default"]];
    const candidates = [...own2, common.get(status2)].filter((response) => response !== void 0);
    return candidates.find((response) => Object.keys(response["content"] ?? {}).length > 0) ?? candidates[0];
  }
  function responseFor(response, status2, states) {
    const key2 = response ?? none;
    const known = made.get(key2) ?? /* @__PURE__ */ new Map();
    made.set(key2, known);
    const name2 = `${status2} ${states.join(" ")}`;
    const found2 = known.get(name2) ?? withExamples(response ?? {}, status2, states);
    known.set(name2, found2);
    return found2;
  }
  function withExamples(response, status2, states) {
    const content = {};
    for (const [type, media] of Object.entries(response["content"] ?? {})) {
      content[type] = { ...followRecord(document2, media) };
    }
    for (const state2 of states) {
      const { mediaType, value } = bodyFor(response, status2, state2);
      const media = content[mediaType] ??= {};
      const example = { value, "x-fill": { headers: headersFor(status2) } };
      media["examples"] = { ...media["examples"], [state2]: example };
    }
    return { ...response, description: textOr(response["description"], stateWords[states[0] ?? "missing_key"].title), content };
  }
  function bodyFor(response, status2, state2) {
    const { title, detail, likely } = stateWords[state2];
    const wanted = own[state2] ?? {};
    const words = { message: detail, code: state2, status: status2 };
    const shown5 = shownBody(document2, response, likely, words, wanted.example);
    if (wanted.body !== void 0) return { mediaType: shown5?.mediaType ?? "application/json", value: wanted.body };
    if (shown5) return shown5;
    const problem3 = { type: `urn:chaveiro:problem:${state2}`, title, status: status2, detail, code: state2 };
    return { mediaType: "application/problem+json", value: problem3 };
  }
  function headersFor(status2) {
    if (status2 === 429) return { "retry-after": "{remainingSeconds}" };
    return status2 === 401 ? { "www-authenticate": challenge } : {};
  }
  function isDocumented(state2) {
    const { likely, detail } = stateWords[state2];
    const response = common.get(statusOf(state2));
    return response !== void 0 && shownBody(document2, response, likely, { message: detail, code: state2, status: 0 })?.documented === true;
  }
  return {
    of: (states) => Object.fromEntries(
      states.map((state2) => [
        state2,
        {
          status: statusOf(state2),
          example: state2,
          evidence: own[state2]?.evidence ?? (own[state2] || isDocumented(state2) ? "documented" : "inferred"),
          source: own[state2]?.source ?? source
        }
      ])
    ),
    addTo(responses, states) {
      const added = { ...responses };
      for (const status2 of new Set(states.map(statusOf))) {
        const alike = states.filter((state2) => statusOf(state2) === status2);
        added[String(status2)] = responseFor(described(responses, status2), status2, alike);
      }
      return added;
    }
  };
}
function textOr(value, otherwise) {
  return typeof value === "string" ? value : otherwise;
}
var init_failures2 = __esm({
  "src/own-document/failures.ts"() {
    init_follow();
    init_shown_bodies();
    init_states();
  }
});

// src/own-document/names.ts
function platformName(title) {
  const words = dashed(title.replaceAll(/['’]s\b/g, "")).split("-").filter((word) => word !== "" && !EMPTY_WORDS.test(word));
  let name2 = words.shift() ?? "api";
  for (const word of words) {
    if (name2.length + word.length >= MAX_LENGTH) break;
    name2 += `-${word}`;
  }
  return /^[a-z]/.test(name2) ? name2.slice(0, MAX_LENGTH) : `api-${name2}`.slice(0, MAX_LENGTH);
}
function plain(text2) {
  return dashed(text2.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2"));
}
function dashed(text2) {
  return text2.normalize("NFKD").replaceAll(new RegExp("\\p{M}", "gu"), "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
}
var MAX_LENGTH, EMPTY_WORDS;
var init_names = __esm({
  "src/own-document/names.ts"() {
    MAX_LENGTH = 24;
    EMPTY_WORDS = /^(the|an?|and|for|of|with|apis?|rest|restful|http|openapi|open|oas|swagger|spec|specification|public|official|reference|v?\d+|docs?|documentation|extensions?)$/;
  }
});
function findOperations({ document: document2, reserved, notice }) {
  const found2 = [];
  for (const [given, value] of Object.entries(document2.paths)) {
    const item = followRecord(document2, value);
    if (!item || given.startsWith("x-")) continue;
    const path = reachablePath(given);
    if (reserved.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) {
      notice(`${given}: left out, since the mock answers there itself.`);
      continue;
    }
    for (const method of policy.httpMethods) {
      const operation = followRecord(document2, item[method]);
      if (operation) found2.push({ path, method, item, operation, responses: responsesOf(document2, operation) });
    }
  }
  return found2;
}
function adoptOperations(parts2, operations, failures, statesAt) {
  const { document: document2, security, tag, taken } = parts2;
  const paths = {};
  const ids = new Set(taken);
  for (const { path, method, item, operation, responses } of operations) {
    const ways = security.of(operation);
    const adopted = paths[path] ??= withoutMethods(item);
    if (adopted[method]) continue;
    const states = statesAt(ways.flatMap((way) => Object.keys(way)));
    adopted[method] = {
      ...operation,
      operationId: idOf(operation, method, path, ids),
      tags: [tag, ...textsOf(operation["tags"])],
      ...bodyOf(document2, operation),
      responses: states.length === 0 ? responses : failures.addTo(responses, states),
      security: ways
    };
  }
  return paths;
}
function responsesOf(document2, operation) {
  const listed = Object.entries(isRecord(operation["responses"]) ? operation["responses"] : {}).flatMap(([status2, value]) => {
    const response = followRecord(document2, value);
    return response && !status2.startsWith("x-") ? [[status2, response]] : [];
  });
  return listed.length > 0 ? Object.fromEntries(listed) : { "200": { description: "OK" } };
}
function bodyOf(document2, operation) {
  const body = followRecord(document2, operation["requestBody"]);
  if (!body) return { requestBody: void 0 };
  const content = isRecord(body["content"]) ? body["content"] : {};
  return { requestBody: { ...body, required: body["required"] === true, content } };
}
function idOf(operation, method, path, ids) {
  const given = operation["operationId"];
  const id2 = typeof given === "string" && given !== "" && !ids.has(given) ? given : `${method.toUpperCase()} ${path}`;
  ids.add(id2);
  return id2;
}
function reachablePath(given) {
  const path = given.split(/[?#]/, 1)[0] ?? "";
  return path.startsWith("/") ? path : `/${path}`;
}
function withoutMethods(item) {
  return Object.fromEntries(
    Object.entries(item).filter(([name2]) => !policy.httpMethods.includes(name2) && name2 !== "$ref")
  );
}
function textsOf(value) {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
var init_operations = __esm({
  "src/own-document/operations.ts"() {
    init_follow();
  }
});

// src/own-document/security.ts
function readSecurity(document2, policy, notice) {
  const components = isRecord(document2["components"]) ? document2["components"] : {};
  const described = isRecord(components["securitySchemes"]) ? components["securitySchemes"] : {};
  const schemes = /* @__PURE__ */ new Map();
  const unseen = /* @__PURE__ */ new Set();
  for (const [name2, value] of Object.entries(described)) {
    const scheme = toScheme(followRecord(document2, value));
    if (scheme) schemes.set(name2, scheme);
    else unseen.add(name2);
  }
  for (const [name2, scheme] of Object.entries(policy.security ?? {})) schemes.set(name2, scheme);
  if (unseen.size > 0)
    notice(`${[...unseen].join(", ")}: not checked, since no HTTP request can show it (mutual TLS and the like).`);
  const operations = operationsOf2(document2);
  for (const name2 of namesIn([document2["security"], ...operations.map((each) => each["security"])])) {
    if (schemes.has(name2) || unseen.has(name2)) continue;
    notice(`${name2}: the document asks for this scheme without describing it; taken as a bearer token.`);
    schemes.set(name2, { type: "http", scheme: "bearer" });
  }
  const byDefault = defaultSecurity(document2, operations, schemes, policy, notice);
  const used = operations.map((each) => securityOf(each["security"] ?? byDefault, unseen));
  return {
    schemes: new Map([...schemes].sort(([, a], [, b]) => rank(a) - rank(b))),
    of: (operation) => securityOf(operation["security"] ?? byDefault, unseen),
    scopes: (scheme) => scopesOf(described[scheme], used, scheme),
    sameKeys: (scheme) => [...schemes.keys()].filter((other) => takeSameKeys(scheme, other, schemes, used))
  };
}
function takeSameKeys(one, other, schemes, used) {
  if (one === other || [one, other].some((name2) => isToken(schemes.get(name2) ?? { type: "http"})))
    return false;
  const both = (names) => one in names && other in names;
  if (used.some((security) => security.some(both))) return false;
  return used.some((security) => both(Object.assign({}, ...security)));
}
function defaultSecurity(document2, operations, schemes, policy, notice) {
  const own = Object.keys(policy.security ?? {});
  if (own.length > 0) return own.map((name2) => ({ [name2]: [] }));
  if (document2["security"] !== void 0) return document2["security"];
  if (namesIn(operations.map((each) => each["security"])).size > 0) return [];
  if (schemes.size === 0) {
    schemes.set(...STAND_IN);
    notice(
      "The document names no security scheme: every operation is open, and a bearer token that is sent must be a known key. Say more in a policy file (security)."
    );
  } else {
    notice("No operation of the document asks for a key: every one is open, and a key that is sent must be a known one.");
  }
  return [...[...schemes.keys()].map((name2) => ({ [name2]: [] })), {}];
}
function securityOf(value, unseen) {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((alternative) => {
    const kept = Object.entries(alternative).filter(([name2]) => !unseen.has(name2));
    return Object.fromEntries(kept.map(([name2, scopes]) => [name2, Array.isArray(scopes) ? scopes.filter(isText) : []]));
  });
}
function toScheme(value) {
  const { type, in: place, name: name2, scheme } = value ?? {};
  const extensions = Object.fromEntries(Object.entries(value ?? {}).filter(([line]) => /^(x-|description$)/.test(line)));
  switch (type) {
    case "apiKey":
      if (typeof name2 !== "string" || !["header", "query", "cookie"].includes(String(place))) return void 0;
      if (place === "header" && !/^[\w!#$%&'*+.^`|~-]+$/.test(name2)) return void 0;
      return { ...extensions, type, in: place, name: name2 };
    case "http":
      return { ...extensions, type, scheme: typeof scheme === "string" ? scheme : "bearer" };
    case "oauth2":
    case "openIdConnect":
      return { ...value, type };
    default:
      return void 0;
  }
}
function isToken(scheme) {
  return !["apiKey", "http"].includes(scheme.type);
}
function rank(scheme) {
  if (isToken(scheme)) return 2;
  return scheme.type === "http" && scheme.scheme.toLowerCase() === "basic" ? 1 : 0;
}
function scopesOf(described, used, scheme) {
  const flows = isRecord(described) && isRecord(described["flows"]) ? Object.values(described["flows"]) : [];
  const offered = flows.flatMap((flow) => isRecord(flow) && isRecord(flow["scopes"]) ? Object.keys(flow["scopes"]) : []);
  const asked = used.flatMap((security) => security.flatMap((alternative) => alternative[scheme] ?? []));
  return [.../* @__PURE__ */ new Set([...asked, ...offered])];
}
function operationsOf2(document2) {
  return Object.values(document2.paths).flatMap((value) => {
    const item = followRecord(document2, value) ?? {};
    return METHODS.map((method) => followRecord(document2, item[method])).filter((operation) => operation !== void 0);
  });
}
function namesIn(securities) {
  return new Set(
    securities.flatMap((security) => securityOf(security, /* @__PURE__ */ new Set()).flatMap((alternative) => Object.keys(alternative)))
  );
}
function isText(value) {
  return typeof value === "string";
}
var STAND_IN, METHODS;
var init_security = __esm({
  "src/own-document/security.ts"() {
    init_follow();
    STAND_IN = ["mockKey", { type: "http", scheme: "bearer" }];
    METHODS = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
  }
});
function policyOf(name2, scheme, { platform: platform2, policy, scopes, source }) {
  const own = { ...documented(name2, scheme), ...linesOf2(policy), ...policy.schemes?.[name2] };
  const evidence = { level: "inferred", source };
  return {
    platform: platform2,
    keysPerAccount: own.keysPerAccount ?? null,
    secret: own.secret ?? "revealable",
    // A secret that nobody can see again need not be kept.
    storage: own.storage ?? (own.secret === "shown-once" ? "bcrypt" : "aes-256-gcm"),
    format: own.format ?? { prefix: `${platform2.replaceAll("-", "_")}_`, alphabet: "base62", length: 32 },
    names: own.names ?? { required: false, unique: false },
    actions: own.actions ?? { rename: true, disable: true, delete: true },
    managedBy: own.managedBy ?? (isToken(scheme) ? [] : ["owner", "manager"]),
    plans: plansOf(own.plans),
    products: own.products ?? null,
    scopes: own.scopes ?? [...scopes],
    lockTo: own.lockTo ?? null,
    rateLimits: (own.rateLimits ?? []).map((limit, index) => rateLimitOf(limit, `${name2}-${index + 1}`, source)),
    expires: own.expires ?? "never",
    evidence: Object.fromEntries(
      ["keysPerAccount", "secret", "storage", "actions", "plans", "scopes", "rateLimits", "expires"].map((line) => [
        line,
        evidence
      ])
    )
  };
}
function documented(name2, scheme) {
  const value = scheme["x-key-policy"];
  if (value === void 0) return {};
  const problems = policy.problemsOf(policy.schemePolicySchema, value, ["components", "securitySchemes", name2, "x-key-policy"]);
  if (problems.length > 0) throw new OwnDocumentError(policy.describeProblems(problems).join("\n"));
  const { platform: _, evidence: __, ...lines5 } = value;
  return lines5;
}
function linesOf2(policy) {
  const { platform: _, title: __, server: ___, failures: ____, schemes: _____, security: ______, ...lines5 } = policy;
  return lines5;
}
function plansOf(plans) {
  const all = plans?.all ?? ["standard"];
  const withApiAccess = plans?.withApiAccess ?? all;
  return {
    all,
    withApiAccess,
    default: plans?.default ?? withApiAccess[0] ?? all[0] ?? "standard",
    onLosingAccess: plans?.onLosingAccess ?? "refuse"
  };
}
function rateLimitOf(limit, id2, source) {
  const per = limit.per ?? "account";
  return { id: id2, per, state: per === "lead" ? "rate_limited_lead" : "rate_limited", evidence: "inferred", source, ...limit };
}
var init_policy = __esm({
  "src/own-document/policy.ts"() {
    init_check();
    init_security();
  }
});

// src/own-document/servers.ts
function readServers(document2, policy, source) {
  const lists = [document2["servers"], ...Object.values(document2.paths).flatMap((item) => serversBelow(document2, item))];
  const urls = lists.flatMap((list) => Array.isArray(list) ? list : []).map(urlOf);
  const found2 = /* @__PURE__ */ new Set();
  for (const url of [policy.server, ...urls]) {
    const base = url === void 0 ? void 0 : baseOf(url, source);
    if (base !== void 0) found2.add(withoutLoopback(base));
  }
  const absolute = [...found2].filter((base) => base.startsWith("http"));
  const [server, ...others] = absolute;
  const basePaths = [...found2].map((base) => base.startsWith("/") ? base : new URL(base).pathname).filter((path) => path !== "/");
  return { ...server !== void 0 && { server }, otherServers: [...others, ...new Set(basePaths)] };
}
function serversBelow(document2, value) {
  const item = followRecord(document2, value) ?? {};
  const operations = Object.values(item).filter(isRecord);
  return [item["servers"], ...operations.map((operation) => operation["servers"])];
}
function withoutLoopback(base) {
  if (base.startsWith("/")) return base;
  const { hostname, pathname } = new URL(base);
  return LOOPBACK2.test(hostname) ? pathname : base;
}
function urlOf(server) {
  if (!isRecord(server) || typeof server["url"] !== "string") return void 0;
  const variables = isRecord(server["variables"]) ? server["variables"] : {};
  return server["url"].replaceAll(/\{([^{}]*)\}/g, (_, name2) => {
    const variable = variables[name2];
    const value = isRecord(variable) ? variable["default"] ?? "default" : "default";
    return typeof value === "string" ? value : JSON.stringify(value);
  });
}
function baseOf(url, source) {
  const from = source?.startsWith("http") ? source : void 0;
  try {
    const absolute = new URL(url, from ?? "relative://host/");
    const path = absolute.pathname.replace(/\/+$/, "");
    if (absolute.protocol === "relative:") return path === "" ? void 0 : path;
    return /^https?:$/.test(absolute.protocol) ? `${absolute.origin}${path}` : void 0;
  } catch {
    return void 0;
  }
}
var LOOPBACK2;
var init_servers = __esm({
  "src/own-document/servers.ts"() {
    init_follow();
    LOOPBACK2 = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0|.*\.localhost)$/;
  }
});

// src/own-document/zero-setup.ts
function zeroSetupAccounts(platform2, schemes) {
  return STATES.flatMap((each) => {
    const { state: state2, account: account2 } = each;
    const fitting2 = schemes.filter(({ policy }) => each.possible(policy));
    const [first] = fitting2;
    if (!first) return [];
    const keys2 = fitting2.map((scheme) => keyFor(platform2, scheme, each, schemes.indexOf(scheme) === 0));
    const name2 = `${state2[0]?.toUpperCase()}${state2.slice(1).replaceAll("_", " ")}`;
    return [{ id: `acc_${state2}`, name: name2, plan: first.policy.plans.default, keys: keys2, ...account2?.(first.policy) }];
  });
}
function keyFor(platform2, { name: name2, policy, travelsIn: travelsIn2 }, { state: state2, summary: summary2, key: key2 }, isFirst) {
  const scheme = isFirst ? "" : `-${plain(name2).slice(0, 16)}`;
  return {
    id: `key_${state2}${isFirst ? "" : `_${name2}`}`,
    scheme: name2,
    state: state2,
    secret: `chaveiro-${platform2.slice(0, 24)}${scheme}-${state2.replaceAll("_", "-")}`,
    name: `${name2} ${state2.replaceAll("_", " ")}`,
    summary: `${summary2}; ${travelsIn2}.`,
    ...key2?.(policy)
  };
}
function planWithoutAccess2({ plans }) {
  return plans.all.find((plan) => !plans.withApiAccess.includes(plan));
}
var STATES;
var init_zero_setup = __esm({
  "src/own-document/zero-setup.ts"() {
    init_names();
    STATES = [
      { state: "active", summary: "Works everywhere", possible: () => true },
      {
        state: "disabled",
        summary: "Switched off; switching it on makes the same secret work",
        possible: ({ actions }) => actions.disable
      },
      { state: "deleted", summary: "Deleted for good", possible: ({ actions }) => actions.delete },
      { state: "expired", summary: "Past its time", possible: ({ expires }) => expires !== "never" },
      {
        state: "no_scope",
        summary: "Good, but without any scope",
        possible: ({ scopes }) => scopes.length > 0,
        key: () => ({ scopes: [] })
      },
      {
        state: "plan_without_access",
        summary: "Its account is on a plan without API access",
        possible: (policy) => planWithoutAccess2(policy) !== void 0,
        account: (policy) => ({ plan: planWithoutAccess2(policy) ?? policy.plans.default })
      },
      {
        state: "rate_limited",
        summary: "Good, but its account has used up its limits",
        possible: () => true,
        account: () => ({ rateLimits: "exhausted" })
      }
    ];
  }
});
function adopt(value, ours, { policy = {}, source } = {}) {
  assertOpenApi(value);
  const document2 = value;
  const notices = [];
  const notice = (text2) => void notices.push(text2);
  const title = policy.title ?? titleOf(document2);
  const platform2 = policy.platform ?? platformName(title);
  const tag = `${title} (${platform2})`;
  const origin = source?.startsWith("http") ? source : SPECIFICATION;
  const components = componentsOf(document2);
  const own = takeOwnParts(ours, (kind, name2) => Object.hasOwn(components[kind] ?? {}, name2));
  const security = readSecurity(document2, policy, notice);
  warnOfStrangers(policy, [...security.schemes.keys()]);
  const policies = /* @__PURE__ */ new Map();
  for (const [name2, scheme] of security.schemes) {
    policies.set(name2, policyOf(name2, scheme, { platform: platform2, policy, scopes: security.scopes(name2), source: origin }));
  }
  const kinds = [...security.schemes.keys()].filter(
    (name2, at2, all) => !security.sameKeys(name2).some((other) => all.indexOf(other) < at2)
  );
  const states = new Map([...policies].map(([name2, each]) => [name2, statesOf2(each, kinds.length)]));
  const parts2 = { document: document2, security, tag, taken: own.operationIds, reserved: [CONSOLE_PREFIX, CONTROL_PREFIX], notice };
  const operations = findOperations(parts2);
  const failures = createFailures({
    document: document2,
    operations: operations.filter(({ operation }) => security.of(operation).length > 0).map(({ responses }) => responses),
    own: { ...failuresOf(security.schemes), ...policy.failures },
    source: origin,
    challenge: challengeOf([...security.schemes.values()])
  });
  const statesAt = (schemes) => [...new Set(schemes.flatMap((name2) => states.get(name2) ?? []))];
  const adoptedSchemes = [...security.schemes].map(([name2, scheme]) => [
    name2,
    {
      ...scheme,
      "x-key-policy": policies.get(name2),
      "x-auth-failures": failures.of(states.get(name2) ?? []),
      [SAME_KEYS]: security.sameKeys(name2)
    }
  ]);
  const entry = {
    ...own.platforms["control"],
    title,
    tag,
    summary: `Adopted from an OpenAPI ${document2.openapi} document.`,
    limits: {
      bodyBytes: { value: LIMITS.bodyBytes, evidence: "inferred", source: origin },
      urlBytes: { value: LIMITS.urlBytes, evidence: "inferred", source: origin }
    },
    ...readServers(document2, policy, source),
    zeroSetup: {
      accounts: zeroSetupAccounts(
        platform2,
        kinds.flatMap((name2) => {
          const each = policies.get(name2);
          const places2 = [name2, ...security.sameKeys(name2)].map((scheme) => travelsIn(security.schemes.get(scheme)));
          return each ? [{ name: name2, policy: each, travelsIn: places2.join(", or ") }] : [];
        })
      )
    }
  };
  const merged = mergeComponents(components, own.components);
  return {
    platform: platform2,
    notices,
    document: {
      ...document2,
      info: { title, version: "0", ...isRecord(document2["info"]) && document2["info"] },
      paths: { ...adoptOperations(parts2, operations, failures, statesAt), ...own.paths },
      components: {
        ...merged,
        securitySchemes: {
          ...Object.fromEntries(adoptedSchemes),
          ...own.components.securitySchemes
        }
      },
      "x-platforms": { [platform2]: entry, ...own.platforms }
    }
  };
}
function titleOf(document2) {
  const info = isRecord(document2["info"]) ? document2["info"] : {};
  return typeof info["title"] === "string" && info["title"].trim() !== "" ? info["title"].trim() : "API";
}
function componentsOf(document2) {
  const components = isRecord(document2["components"]) ? document2["components"] : {};
  return Object.fromEntries(Object.entries(components).filter(([, group]) => isRecord(group)));
}
function mergeComponents(theirs, ours) {
  const kinds = /* @__PURE__ */ new Set([...Object.keys(theirs), ...Object.keys(ours)]);
  return Object.fromEntries([...kinds].map((kind) => [kind, { ...theirs[kind], ...ours[kind] }]));
}
function warnOfStrangers({ schemes = {} }, known) {
  const stranger = Object.keys(schemes).find((name2) => !known.includes(name2));
  if (stranger === void 0) return;
  throw new OwnDocumentError(`The policy has lines for the scheme "${stranger}", and the document has: ${known.join(", ")}.`);
}
function failuresOf(schemes) {
  const all = [...schemes].map(([name2, scheme]) => {
    const value = scheme["x-auth-failures"];
    if (value === void 0) return {};
    const problems = policy.problemsOf(policy.ownFailuresSchema, value, ["components", "securitySchemes", name2, "x-auth-failures"]);
    if (problems.length > 0) throw new OwnDocumentError(policy.describeProblems(problems).join("\n"));
    return value;
  });
  return Object.assign({}, ...all);
}
function challengeOf(schemes) {
  const words = schemes.map(
    (scheme) => scheme.type === "http" ? scheme.scheme : scheme.type === "apiKey" ? "ApiKey" : "Bearer"
  );
  return [...new Set(words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`))].join(", ") || "Bearer";
}
function travelsIn(scheme) {
  if (!scheme) return "";
  if (scheme.type === "apiKey") return `${scheme.in} ${scheme.name}`;
  if (scheme.type === "http" && scheme.scheme.toLowerCase() === "basic")
    return "password of Authorization: Basic (user name where there is no password)";
  return `Authorization: ${scheme.type === "http" ? `${scheme.scheme[0]?.toUpperCase()}${scheme.scheme.slice(1)}` : "Bearer"} \u2026`;
}
var LIMITS, SPECIFICATION;
var init_adopt = __esm({
  "src/own-document/adopt.ts"() {
    init_follow();
    init_load2();
    init_check();
    init_console();
    init_failures2();
    init_names();
    init_operations();
    init_policy();
    init_security();
    init_servers();
    init_states();
    init_zero_setup();
    LIMITS = { bodyBytes: 10485760, urlBytes: 16384 };
    SPECIFICATION = "https://spec.openapis.org/oas/latest.html";
  }
});

// src/prism/xml.ts
function toXml(value, name2 = "xml") {
  if (Array.isArray(value)) return value.map((item) => toXml(item, name2)).join("");
  const tag = elementName(name2);
  if (typeof value !== "object" || value === null) return `<${tag}>${escaped(value)}</${tag}>`;
  const inner = Object.entries(value).map(([member, part]) => toXml(part, member));
  return `<${tag}>${inner.join("")}</${tag}>`;
}
function elementName(name2) {
  const allowed = name2.replaceAll(/[^\w.-]/g, "_");
  return /^[A-Za-z_]/.test(allowed) ? allowed : `_${allowed}`;
}
function escaped(value) {
  const text2 = value === null || value === void 0 ? "" : typeof value === "string" ? value : JSON.stringify(value);
  return text2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
var init_xml = __esm({
  "src/prism/xml.ts"() {
  }
});

// src/prism/answer.ts
function toAnswer(prism, operation) {
  const contentType = contentTypeOf2(prism);
  const response = operation.responses[String(prism.status)];
  return {
    status: prism.status >= 200 && prism.status <= 599 ? prism.status : 500,
    headers: headersOf(prism),
    contentType,
    body: operation.method === "HEAD" ? void 0 : bodyAs(contentType, prism.body),
    evidence: response?.["x-evidence"] ?? null,
    source: response?.["x-source"] ?? null
  };
}
function contentTypeOf2({ headers }) {
  const [, type] = Object.entries(headers).find(([name2]) => name2.toLowerCase() === "content-type") ?? [];
  return typeof type === "string" && SENDABLE.test(type) && !type.includes("*") ? type : "application/json";
}
function headersOf({ headers }) {
  const kept = {};
  for (const [name2, value] of Object.entries(headers)) {
    if (OF_THE_TRANSPORT.has(name2.toLowerCase()) || !NAME2.test(name2)) continue;
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") continue;
    if (SENDABLE.test(String(value))) kept[name2.toLowerCase()] = String(value);
  }
  return kept;
}
function bodyAs(contentType, body) {
  if (/[/+]xml\b/i.test(contentType) && typeof body === "object" && body !== null) return toXml(body);
  return body;
}
var OF_THE_TRANSPORT, SENDABLE, NAME2;
var init_answer = __esm({
  "src/prism/answer.ts"() {
    init_xml();
    OF_THE_TRANSPORT = /* @__PURE__ */ new Set([
      "connection",
      "content-encoding",
      "content-length",
      "content-type",
      "keep-alive",
      "transfer-encoding",
      "upgrade"
    ]);
    SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/;
    NAME2 = /^[\w!#$%&'*+.^`|~-]+$/;
  }
});

// src/prism/prune.ts
function withoutStubs(value, schema, bundle) {
  if (Array.isArray(value)) {
    const items = parts(schema, bundle).map((part) => part["items"]).find(isRecord);
    if (!items) return value;
    return value.filter((item) => !isStub(item, items, bundle)).map((item) => withoutStubs(item, items, bundle));
  }
  if (!isRecord(value)) return value;
  for (const part of parts(schema, bundle)) {
    const required = Array.isArray(part["required"]) ? part["required"] : [];
    for (const [name2, property] of Object.entries(isRecord(part["properties"]) ? part["properties"] : {})) {
      if (!Object.hasOwn(value, name2)) continue;
      if (isStub(value[name2], property, bundle) && !required.includes(name2)) delete value[name2];
      else value[name2] = withoutStubs(value[name2], property, bundle);
    }
  }
  return value;
}
function isStub(value, schema, bundle) {
  const empty = isRecord(value) && Object.keys(value).length === 0;
  return empty && parts(schema, bundle).some(({ required }) => Array.isArray(required) && required.length > 0);
}
function parts(schema, bundle, depth = 0) {
  if (!isRecord(schema) || depth > 8) return [];
  const reference = schema["$ref"];
  if (typeof reference === "string") return parts(bundle[reference.replace("#/__bundled__/", "")], bundle, depth + 1);
  const all = Array.isArray(schema["allOf"]) ? schema["allOf"] : [];
  const union2 = [schema["oneOf"], schema["anyOf"]].find(Array.isArray);
  return [schema, ...[...all, union2?.[0]].flatMap((part) => parts(part, bundle, depth + 1))];
}
var init_prune = __esm({
  "src/prism/prune.ts"() {
    init_follow();
  }
});

// src/prism/schema-keywords.ts
function isUsable(keyword, value) {
  if (keyword === "id") return typeof value !== "string";
  if (keyword.startsWith("x-")) return keyword === "x-faker";
  return !DROPPED.has(keyword) && (ALLOWED[keyword]?.(value) ?? true);
}
function knownTypes(type) {
  if (typeof type === "string") return TYPES.has(type) ? type : void 0;
  if (!Array.isArray(type)) return void 0;
  const known = type.filter((each) => TYPES.has(each));
  return known.length === type.length && known.length > 0 ? known : void 0;
}
function isPattern(value) {
  if (typeof value !== "string") return false;
  try {
    new RegExp(value, "u");
    return true;
  } catch {
    return false;
  }
}
var TYPES, isNumber, isCount, isBoolean, isText2, ALLOWED, DROPPED;
var init_schema_keywords = __esm({
  "src/prism/schema-keywords.ts"() {
    TYPES = /* @__PURE__ */ new Set(["null", "boolean", "object", "array", "number", "integer", "string"]);
    isNumber = (value) => typeof value === "number";
    isCount = (value) => Number.isInteger(value) && value >= 0;
    isBoolean = (value) => typeof value === "boolean";
    isText2 = (value) => typeof value === "string";
    ALLOWED = {
      multipleOf: (value) => isNumber(value) && value > 0,
      maximum: isNumber,
      minimum: isNumber,
      exclusiveMaximum: isNumber,
      exclusiveMinimum: isNumber,
      maxLength: isCount,
      minLength: isCount,
      maxItems: isCount,
      minItems: isCount,
      maxContains: isCount,
      minContains: isCount,
      maxProperties: isCount,
      minProperties: isCount,
      uniqueItems: isBoolean,
      pattern: isPattern,
      format: isText2,
      required: (value) => Array.isArray(value) && value.every(isText2),
      enum: (value) => Array.isArray(value) && value.length > 0,
      title: isText2,
      description: isText2
    };
    DROPPED = /* @__PURE__ */ new Set([
      "$id",
      "id",
      "$schema",
      "$anchor",
      "$dynamicAnchor",
      "$dynamicRef",
      "$recursiveAnchor",
      "$recursiveRef"
    ]);
  }
});

// src/prism/schemas.ts
function createSchemas(document2) {
  const entries = /* @__PURE__ */ new Map();
  const legacy = document2.openapi.startsWith("3.0");
  function copy(schema, side) {
    const names = /* @__PURE__ */ new Set();
    const refer = (pointer) => {
      const name2 = nameOf2(pointer, side);
      names.add(name2);
      if (!entries.has(name2)) entries.set(name2, { pointer, side });
      return { [HELD_REFERENCE]: name2 };
    };
    return { schema: copySchema(schema, side, refer), names };
  }
  function writtenOut(schema, side, around = []) {
    return copySchema(
      schema,
      side,
      (pointer) => around.includes(pointer) || around.length > 12 ? {} : writtenOut(atLocalPointer(document2, pointer) ?? {}, side, [...around, pointer])
    );
  }
  function copySchema(schema, side, refer) {
    if (typeof schema === "boolean") return schema;
    if (!isRecord(schema)) return {};
    const pointer = localPointer(schema);
    if (pointer !== void 0) return withSiblings(schema, refer(pointer));
    if ("$ref" in schema && typeof schema["$ref"] === "string") return {};
    const inner = (value) => copySchema(value, side, refer);
    const alone = onlyPart(schema);
    if (alone !== void 0) return withSiblings(schema, inner(alone));
    const out = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === "properties" && isRecord(value)) out[keyword] = mapValues(visible(value, side), inner);
      else if (MAPS.has(keyword)) {
        if (isRecord(value)) out[keyword] = mapValues(value, inner);
      } else if (LISTS.has(keyword)) {
        if (Array.isArray(value) && value.length > 0) out[keyword] = value.map(inner);
      } else if (ONE_OR_LIST.has(keyword)) out[keyword] = Array.isArray(value) ? value.map(inner) : inner(value);
      else if (ONE.has(keyword)) out[keyword] = inner(value);
      else if (DATA.has(keyword)) {
        if (isUsable(keyword, value)) out[keyword] = withoutReferences(value);
      } else if (isUsable(keyword, value)) out[keyword] = withoutReferences(value);
    }
    return normalised(out, schema, side);
  }
  function withSiblings(schema, target) {
    return legacy && schema["nullable"] === true ? { anyOf: [target, { type: "null" }] } : target;
  }
  function normalised(out, schema, side) {
    const type = knownTypes(schema["type"]);
    if (type === void 0) delete out["type"];
    else out["type"] = type;
    if (Array.isArray(out["required"])) {
      const hidden = isRecord(schema["properties"]) ? hiddenNames(schema["properties"], side) : /* @__PURE__ */ new Set();
      out["required"] = out["required"].filter((name2) => !hidden.has(name2));
    }
    if (schema["example"] !== void 0 && out["examples"] === void 0) out["examples"] = [out["example"]];
    if (!Array.isArray(out["examples"])) delete out["examples"];
    return legacy ? fromOpenApi30(out, schema) : out;
  }
  function visible(properties, side) {
    const hidden = hiddenNames(properties, side);
    return Object.fromEntries(Object.entries(properties).filter(([name2]) => !hidden.has(name2)));
  }
  function hiddenNames(properties, side) {
    const mark = side === "request" ? "readOnly" : "writeOnly";
    const hidden = Object.entries(properties).filter(([, property]) => {
      const target = follow2(document2, property);
      return isRecord(property) && property[mark] === true || isRecord(target) && target[mark] === true;
    });
    return new Set(hidden.map(([name2]) => name2));
  }
  return {
    copy,
    writtenOut: (schema, side) => writtenOut(schema, side),
    bundle(names) {
      const bundle = {};
      const queue = [...names];
      for (const name2 of queue) {
        const entry = entries.get(name2);
        if (!entry || Object.hasOwn(bundle, name2)) continue;
        entry.copied ??= copy(atLocalPointer(document2, entry.pointer) ?? {}, entry.side);
        bundle[name2] = entry.copied.schema;
        queue.push(...entry.copied.names);
      }
      return bundle;
    }
  };
}
function onlyPart(schema) {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf) || allOf.length !== 1) return void 0;
  return Object.keys(rest).every((keyword) => ANNOTATIONS.has(keyword) || keyword.startsWith("x-")) ? allOf[0] : void 0;
}
function fromOpenApi30(out, schema) {
  for (const [limit, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"]
  ]) {
    if (schema[exclusive] !== true || typeof out[limit] !== "number") continue;
    out[exclusive] = out[limit];
    delete out[limit];
  }
  if (schema["nullable"] !== true) return out;
  delete out["nullable"];
  if (Array.isArray(out["enum"]) && !out["enum"].includes(null)) out["enum"] = [...out["enum"], null];
  if (typeof out["type"] === "string") return { ...out, type: [out["type"], "null"] };
  if (Array.isArray(out["type"])) return { ...out, type: [.../* @__PURE__ */ new Set([...out["type"], "null"])] };
  return "allOf" in out || "oneOf" in out || "anyOf" in out ? { anyOf: [out, { type: "null" }] } : out;
}
function nameOf2(pointer, side) {
  const plain2 = pointer.replace(/^\/components\/schemas\//, "").replaceAll(/[^A-Za-z0-9]/g, (character) => `.${character.charCodeAt(0).toString(16)}.`);
  return `${side}.${plain2}`;
}
function mapValues(map, change3) {
  return Object.fromEntries(Object.entries(map).map(([name2, value]) => [name2, change3(value)]));
}
function withoutReferences(data) {
  if (typeof data !== "object" || data === null || !mentionsReference(data)) return data;
  if (Array.isArray(data)) return data.map(withoutReferences);
  const kept = Object.entries(data).filter(([name2]) => name2 !== "$ref");
  return Object.fromEntries(kept.map(([name2, value]) => [name2, withoutReferences(value)]));
}
function mentionsReference(data) {
  return Object.entries(data).some(
    ([name2, value]) => name2 === "$ref" || typeof value === "object" && value !== null && mentionsReference(value)
  );
}
var HELD_REFERENCE, ONE, ONE_OR_LIST, LISTS, MAPS, ANNOTATIONS, DATA;
var init_schemas = __esm({
  "src/prism/schemas.ts"() {
    init_follow();
    init_schema_keywords();
    HELD_REFERENCE = "x-chaveiro-reference";
    ONE = /* @__PURE__ */ new Set(["additionalProperties", "additionalItems", "contains", "else", "if", "not", "propertyNames", "then"]);
    ONE_OR_LIST = /* @__PURE__ */ new Set(["items", "unevaluatedItems", "unevaluatedProperties"]);
    LISTS = /* @__PURE__ */ new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
    MAPS = /* @__PURE__ */ new Set(["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]);
    ANNOTATIONS = /* @__PURE__ */ new Set(["title", "description", "nullable", "deprecated", "readOnly", "writeOnly", "externalDocs", "xml"]);
    DATA = /* @__PURE__ */ new Set(["const", "default", "enum", "example", "examples"]);
  }
});

// src/prism/isolate.ts
function isolate(source, schemas, operation) {
  const names = /* @__PURE__ */ new Set();
  const item = followRecord(source, source.paths[operation.path]) ?? {};
  const method = operation.method.toLowerCase();
  const described = followRecord(source, item[method]) ?? {};
  function schemaOf(schema, side) {
    const copied = schemas.copy(schema, side);
    copied.names.forEach((name2) => names.add(name2));
    return copied.schema;
  }
  function contentOf(content, side) {
    const types = Object.entries(isRecord(content) ? content : {});
    return Object.fromEntries(
      types.map(([type, media]) => {
        const { schema, examples, example, encoding } = followRecord(source, media) ?? {};
        const copy = FORM.test(type) ? schemas.writtenOut(schema, side) : schemaOf(schema, side);
        return [
          type,
          {
            ...schema !== void 0 && (side === "response" || READABLE.test(type)) && { schema: copy },
            ...isRecord(examples) && { examples: examplesOf3(examples) },
            ...example !== void 0 && { example: withoutReferences(example) },
            ...isRecord(encoding) && { encoding: encodingOf(encoding) }
          }
        ];
      })
    );
  }
  function examplesOf3(examples) {
    const named2 = Object.entries(examples).flatMap(([name2, example]) => {
      const found2 = followRecord(source, example);
      return found2 ? [[name2, withoutReferences(found2)]] : [];
    });
    return Object.fromEntries(named2);
  }
  function parameterOf(parameter, side) {
    const { schema, content: _, examples, example, ...rest } = parameter;
    const copy = schema === void 0 ? void 0 : schemas.writtenOut(schema, side);
    const usable = parameter["in"] === "header" && isRecord(copy) && copy["type"] === "object" ? void 0 : copy;
    return {
      ...withoutReferences(rest),
      ...usable !== void 0 && { schema: usable },
      ...isRecord(examples) && { examples: examplesOf3(examples) },
      ...example !== void 0 && { example: withoutReferences(example) }
    };
  }
  function parametersOf(parameters) {
    return (Array.isArray(parameters) ? parameters : []).flatMap((each) => {
      const parameter = followRecord(source, each);
      if (!parameter || typeof parameter["name"] !== "string") return [];
      if (parameter["in"] === "path" && !operation.path.includes(`{${parameter["name"]}}`)) return [];
      return [parameterOf(parameter, "request")];
    });
  }
  function responseOf(response) {
    const { description, headers, content } = followRecord(source, response) ?? {};
    const described2 = Object.entries(isRecord(headers) ? headers : {}).flatMap(([name2, header]) => {
      const found2 = followRecord(source, header);
      return found2 ? [[name2, parameterOf(found2, "response")]] : [];
    });
    return {
      description: typeof description === "string" ? description : "",
      headers: Object.fromEntries(described2),
      content: contentOf(content, "response")
    };
  }
  const body = followRecord(source, described["requestBody"]);
  const responses = Object.entries(isRecord(described["responses"]) ? described["responses"] : {});
  const alone = {
    operationId: operation.id,
    deprecated: described["deprecated"] === true,
    parameters: [...parametersOf(item["parameters"]), ...parametersOf(described["parameters"])],
    ...body && { requestBody: { required: body["required"] === true, content: contentOf(body["content"], "request") } },
    // Callbacks are left out: Prism would send requests of its own to whatever address a client names.
    responses: Object.fromEntries(responses.map(([status2, response]) => [status2, responseOf(response)])),
    security: described["security"] ?? []
  };
  return {
    names,
    document: {
      openapi: source.openapi,
      info: { title: operation.platform, version: "1" },
      jsonSchemaDialect: source.openapi.startsWith("3.0") ? DRAFT["3.0"] : DRAFT.later,
      paths: { [operation.path]: { [method]: alone } },
      components: { securitySchemes: schemesOf2(source) }
    }
  };
}
function encodingOf(encoding) {
  const plain2 = Object.entries(encoding).flatMap(([name2, value]) => {
    if (!isRecord(value)) return [];
    const { headers: _, ...rest } = value;
    return [[name2, withoutReferences(rest)]];
  });
  return Object.fromEntries(plain2);
}
function schemesOf2(source) {
  return Object.fromEntries(
    Object.entries(source.components.securitySchemes).map(([name2, scheme]) => {
      const known = Object.entries(follow2(source, scheme)).filter(([line]) => !line.startsWith("x-"));
      return [name2, Object.fromEntries(known)];
    })
  );
}
var FORM, READABLE, DRAFT;
var init_isolate = __esm({
  "src/prism/isolate.ts"() {
    init_follow();
    init_schemas();
    FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)/i;
    READABLE = /[/+]json\b|\*|^(application\/x-www-form-urlencoded|multipart\/form-data)/i;
    DRAFT = { "3.0": "http://json-schema.org/draft-07/schema#", later: "https://json-schema.org/draft/2020-12/schema" };
  }
});

// src/prism/resources.ts
function createResources(prism, { source }) {
  const schemas = createSchemas(source);
  const made = /* @__PURE__ */ new Map();
  const bundled = /* @__PURE__ */ new Map();
  async function make(operation) {
    const { document: document2, names } = isolate(source, schemas, operation);
    const [described] = await prism.getHttpOperationsFromSpec(document2);
    if (!described) throw new Error(`Prism does not see ${operation.id} in the document.`);
    releaseReferences(described);
    return { ...described, __bundled__: released(schemas.bundle(names)) };
  }
  function released(bundle) {
    for (const [name2, schema] of Object.entries(bundle)) {
      if (bundled.has(name2)) continue;
      bundled.set(name2, releaseReferences(schema));
    }
    return bundle;
  }
  return {
    of(operation) {
      let resource = made.get(operation);
      if (!resource) made.set(operation, resource = make(operation));
      return resource;
    }
  };
}
function releaseReferences(node) {
  if (Array.isArray(node)) node.forEach(releaseReferences);
  else if (typeof node === "object" && node !== null) {
    const holder = node;
    const name2 = holder[HELD_REFERENCE];
    if (typeof name2 === "string") {
      delete holder[HELD_REFERENCE];
      holder["$ref"] = `#/__bundled__/${name2}`;
    }
    Object.values(holder).forEach(releaseReferences);
  }
  return node;
}
var init_resources = __esm({
  "src/prism/resources.ts"() {
    init_isolate();
    init_schemas();
  }
});

// src/prism/client.ts
function inWords3({ place, message }) {
  return place === "" || message.includes(place.split(".").at(-1) ?? "") ? message : `${place}: ${message}`;
}
function createPrismClient(document2) {
  let ready;
  const prepare = async (operation) => {
    ready ??= loadPrism().then((prism2) => ({ prism: prism2, resources: createResources(prism2, document2) }));
    const { prism, resources } = await ready;
    return { prism, resource: await resources.of(operation) };
  };
  return {
    async answer(operation, input, { checkSecurity, dynamic = false, ...preferences }) {
      const { prism, resource } = await prepare(operation);
      const mock = { dynamic, ...preferences };
      const result = await ask(prism, dynamic ? copyOf(resource) : resource, input, config({ checkSecurity, mock }), {});
      if ("error" in result) return refusal2(result.error);
      const { output, validations } = result;
      return {
        status: output.statusCode,
        headers: output.headers ?? {},
        body: withoutStubsOf(resource, output),
        findings: validations.input.filter(isError).map(toFinding)
      };
    },
    async check(operation, input, output) {
      const { prism, resource } = await prepare(operation);
      const given = { mock: () => () => right(output) };
      const result = await ask(prism, resource, input, config({ validateResponse: true }), given);
      if ("error" in result) throw result.error;
      const { validations } = result;
      return { request: validations.input.filter(isError).map(toFinding), response: validations.output.map(toFinding) };
    }
  };
}
async function ask(prism, resource, input, settings2, components) {
  const instance = prism.createInstance(settings2, { logger: SILENT, route: () => right(resource), ...components });
  const result = await instance.request(input, [resource], settings2)();
  return result._tag === "Left" ? { error: result.left } : result.right;
}
function config(changes) {
  return {
    checkSecurity: false,
    validateRequest: true,
    validateResponse: false,
    errors: false,
    upstreamProxy: void 0,
    isProxy: false,
    mock: { dynamic: false },
    ...changes
  };
}
function withoutStubsOf({ responses, __bundled__: bundle }, { statusCode, headers = {}, body }) {
  const type = Object.entries(headers).find(([name2]) => name2.toLowerCase() === "content-type")?.[1];
  const response = responses.find(({ code }) => code === String(statusCode)) ?? responses.find(({ code }) => code === "default");
  const content = response?.contents?.find(({ mediaType }) => mediaType === type);
  return content?.schema && !content.examples?.length ? withoutStubs(body, content.schema, bundle) : body;
}
function refusal2(error) {
  if (typeof error.status !== "number") throw error;
  const { headers = {}, ...additional } = error.additional ?? {};
  const body = { type: error.name, title: error.message, status: error.status, detail: error.detail ?? "", ...additional };
  return {
    status: error.status,
    headers: { ...headers, "content-type": "application/problem+json" },
    body,
    findings: findingsOf(additional["validation"])
  };
}
function findingsOf(validation) {
  if (!Array.isArray(validation)) return [];
  return validation.map(({ location, message }) => ({
    place: (location ?? []).join("."),
    message: message ?? ""
  }));
}
function toFinding({ path, message }) {
  return { place: (path ?? []).join("."), message };
}
function isError({ severity }) {
  return severity === 0;
}
function copyOf(resource) {
  return structuredClone(resource);
}
function right(value) {
  return { _tag: "Right", right: value };
}
var nothing, SILENT;
var init_client = __esm({
  "src/prism/client.ts"() {
    init_load();
    init_prune();
    init_resources();
    nothing = () => void 0;
    SILENT = new Proxy({}, { get: (_, name2) => name2 === "child" ? () => SILENT : nothing });
  }
});

// src/prism/input.ts
function toPrismRequest(request, operation, rawParams) {
  const body = sentBody(request, operation);
  return {
    method: operation.method.toLowerCase(),
    url: { path: pathOf(operation, rawParams), query: queryOf(request.url) },
    headers: headersOf2(request),
    ...body !== void 0 && { body }
  };
}
function pathOf(operation, rawParams) {
  return operation.path.replaceAll(/\{([^{}]*)\}/g, (whole3, name2) => rawParams[name2] ?? whole3);
}
function queryOf(url) {
  const query = {};
  for (const name2 of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name2);
    query[name2] = values.length === 1 ? values[0] ?? "" : values;
  }
  return query;
}
function headersOf2({ headers }) {
  const kept = Object.fromEntries(headers);
  if (!MEDIA_TYPE.test(kept["content-type"] ?? "")) delete kept["content-type"];
  const accept = acceptable(kept["accept"]);
  delete kept["accept"];
  return accept === void 0 ? kept : { ...kept, accept };
}
function acceptable(accept) {
  const ranges = (accept ?? "").split(",").map((range) => range.trim());
  const readable = ranges.filter((range) => MEDIA_RANGE.test(range));
  const first = readable[0];
  return first === void 0 || first.startsWith("*/*") ? void 0 : readable.join(", ");
}
function sentBody(request, operation) {
  if (!operation.requestBody) return void 0;
  const read2 = readBody(request.body, request.headers.get("content-type"), Object.keys(operation.requestBody.content));
  if (read2.kind === "json") return read2.value;
  return read2.kind === "text" ? read2.text : void 0;
}
var MEDIA_TYPE, MEDIA_RANGE;
var init_input = __esm({
  "src/prism/input.ts"() {
    init_body();
    MEDIA_TYPE = /^\s*[\w!#$&^.+-]+\/[\w!#$&^.+-]+\s*(;|$)/;
    MEDIA_RANGE = /^[\w!#$&^.+*-]+\/[\w!#$&^.+*-]+(\s*;\s*[\w-]+=("[^"]*"|[\w.+-]+))*$/;
  }
});

// src/prism/prefer.ts
function readPreferences(header) {
  const said = /* @__PURE__ */ new Map();
  for (const preference of (header ?? "").split(/[,;]/)) {
    const [, name2, quoted2, plain2] = /^\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s"]*))\s*$/.exec(preference) ?? [];
    if (name2 !== void 0 && !said.has(name2.toLowerCase())) said.set(name2.toLowerCase(), quoted2 ?? plain2 ?? "");
  }
  const [code, example, dynamic, seed] = ["code", "example", "dynamic", "seed"].map((name2) => said.get(name2));
  if (code !== void 0 && !/^[1-5]\d\d$/.test(code)) {
    return { ok: false, message: `Prefer: code=${code.slice(0, 20)} is no status. Give three digits, such as code=404.` };
  }
  if (dynamic !== void 0 && dynamic !== "true" && dynamic !== "false") {
    return { ok: false, message: `Prefer: dynamic=${dynamic.slice(0, 20)} is neither true nor false.` };
  }
  return {
    ok: true,
    preferences: {
      ...code !== void 0 && { code: Number(code) },
      ...example !== void 0 && { exampleKey: example },
      ...dynamic !== void 0 && { dynamic: dynamic === "true" },
      ...seed !== void 0 && { seed }
    }
  };
}
var init_prefer = __esm({
  "src/prism/prefer.ts"() {
  }
});

// src/prism/smaller-answer.ts
function smallerAnswer(prism, operation, { source }) {
  if (!isTooComplex(prism)) return prism;
  const [status2, response] = Object.entries(operation.responses).find(([code]) => /^2(\d\d|XX)$/i.test(code)) ?? [];
  const [mediaType, media] = Object.entries(response?.content ?? {}).find(([type]) => /[/+]json\b/i.test(type)) ?? [];
  const body = sampleBody(source, media?.schema, { ...WORDS, status: 200 });
  if (status2 === void 0 || mediaType === void 0 || body === void 0) return prism;
  return { status: Number(status2.replace(/xx/i, "00")), headers: { "content-type": mediaType }, body, findings: [] };
}
function isTooComplex({ status: status2, body }) {
  return status2 === 500 && String(body?.type).endsWith("SCHEMA_TOO_COMPLEX");
}
var WORDS;
var init_smaller_answer = __esm({
  "src/prism/smaller-answer.ts"() {
    init_sample_body();
    WORDS = { message: "string", code: "string" };
  }
});

// src/prism/responder.ts
var responder_exports = {};
__export(responder_exports, {
  createPrismResponder: () => createPrismResponder
});
function createPrismResponder(document2, options = {}) {
  const { checkSecurity = false, client = createPrismClient(document2) } = options;
  return async ({ operation, request, rawParams, seed }) => {
    const read2 = readPreferences(request.headers.get("prefer"));
    if (!read2.ok) return unusable(400, "preference_invalid", "Preference not understood", read2.message);
    try {
      const input = toPrismRequest(request, operation, rawParams);
      const given = await client.answer(operation, input, { checkSecurity, seed, ...read2.preferences });
      return { answer: toAnswer(smallerAnswer(given, operation, document2), operation), wrong: given.findings.map(inWords3) };
    } catch (error) {
      if (!(error instanceof PrismUnavailableError)) throw error;
      return unusable(501, "prism_unavailable", "Prism cannot answer here", error.message);
    }
  };
}
function unusable(...problem3) {
  return { answer: mockProblem(...problem3), wrong: [] };
}
var init_responder2 = __esm({
  "src/prism/responder.ts"() {
    init_mock_problem();
    init_answer();
    init_client();
    init_input();
    init_load();
    init_prefer();
    init_smaller_answer();
  }
});

// src/prism/contract.ts
var contract_exports = {};
__export(contract_exports, {
  createInspector: () => createInspector
});
function createInspector(document2, { side, onViolation } = {}) {
  const client = createPrismClient(document2);
  async function findings(exchange) {
    const { operation, request, rawParams, decision, outgoing } = exchange;
    const unreadable = UNREADABLE[decision];
    const params = decision === "bad_encoding" ? {} : rawParams;
    const output = { statusCode: outgoing.status, headers: { ...outgoing.headers }, body: bodyOf2(outgoing) };
    const found2 = await client.check(operation, toPrismRequest(request, operation, params), output).catch(unchecked);
    const asked = unreadable === void 0 ? found2.request : [{ place: "", message: unreadable }];
    const answered = typeof output.body === "string" ? found2.response.filter(({ place }) => !place.startsWith("body")) : found2.response;
    return [...asked.map(onSide("request")), ...answered.map(onSide("response"))];
  }
  return async (exchange) => {
    const found2 = (await findings(exchange)).filter((violation) => side === void 0 || violation.side === side);
    if (!onViolation) return found2;
    const { requestId, session, operation, request, outgoing } = exchange;
    const path = redactedPath(request.url, document2.secretParameters);
    const common = { requestId, session, operationId: operation.id, method: request.method, path, status: outgoing.status };
    for (const violation of found2) onViolation({ ...violation, ...common });
    return found2;
  };
}
function unchecked(error) {
  if (error instanceof PrismUnavailableError) throw error;
  return { request: [], response: [{ place: "", message: `Prism could not check this exchange: ${String(error)}` }] };
}
function onSide(side) {
  return ({ place, message }) => ({ side, place, message });
}
function bodyOf2({ headers, body }) {
  if (body === void 0) return void 0;
  return /[/+]json\b/i.test(headers["content-type"] ?? "") ? JSON.parse(body) : body;
}
var UNREADABLE;
var init_contract = __esm({
  "src/prism/contract.ts"() {
    init_redact();
    init_client();
    init_input();
    init_load();
    UNREADABLE = {
      bad_encoding: "The path is not valid percent-encoded UTF-8",
      malformed_json: "The body is not valid JSON",
      unsupported_media_type: "The body is of a media type that the operation does not take",
      payload_too_large: "The body is larger than the platform takes"
    };
  }
});

// src/own-document/set-up.ts
var set_up_exports = {};
__export(set_up_exports, {
  setUp: () => setUp
});
function setUp(options) {
  const adopted = options.document && adopt(options.document, openapi.document, adoptOptions(options));
  const document2 = loadDocument(adopted?.document ?? openapi.document);
  const answers = options.responder ?? (adopted ? "prism" : "none");
  const checks = options.contract !== void 0 && options.contract !== false;
  if (answers === "prism" || checks) assertNodeRunsPrism();
  const check = checks ? lazyCheck(document2, contractOptions(options.contract)) : void 0;
  return {
    document: document2,
    validators: createValidators(adopted ? schemasOf(document2, adopted.platform) : schemas.schemas),
    responder: answers === "prism" ? lazyResponder(document2) : void 0,
    inspector: check?.inspect,
    notices: adopted?.notices ?? [],
    modules: (all) => adopted ? Object.fromEntries(Object.entries(all).filter(([id2]) => OF_THE_MOCK.includes(id2))) : all,
    contractOver: (sessions2) => contractOver(check, sessions2)
  };
}
function adoptOptions({ policy: policy$1, documentSource }) {
  const problems = policy$1 ? policy.problemsOf(policy.ownPolicySchema, policy$1, []) : [];
  if (problems.length > 0) throw new OwnDocumentError(`The policy has slips:
${policy.describeProblems(problems).join("\n")}`);
  return { ...policy$1 && { policy: policy$1 }, ...documentSource !== void 0 && { source: documentSource } };
}
function contractOptions(contract) {
  if (typeof contract === "object") return contract;
  return typeof contract === "string" ? { side: contract } : {};
}
function schemasOf(document2, platform2) {
  const ours = document2.operations.filter((operation) => operation.platform !== platform2).map(({ id: id2 }) => id2);
  const operations = Object.fromEntries(
    ours.flatMap((id2) => schemas.schemas.operations[id2] ? [[id2, schemas.schemas.operations[id2]]] : [])
  );
  return { ...schemas.schemas, operations };
}
function lazyResponder(document2) {
  let made;
  return async (letIn) => {
    made ??= Promise.resolve().then(() => (init_responder2(), responder_exports)).then(({ createPrismResponder: createPrismResponder2 }) => createPrismResponder2(document2));
    return (await made)(letIn);
  };
}
function lazyCheck(document2, options) {
  let made;
  let found2 = 0;
  return {
    side: options.side,
    get found() {
      return found2;
    },
    async inspect(exchange) {
      made ??= Promise.resolve().then(() => (init_contract(), contract_exports)).then(({ createInspector: createInspector2 }) => createInspector2(document2, options));
      const violations = await (await made)(exchange);
      found2 += violations.length;
      return violations;
    }
  };
}
var OF_THE_MOCK;
var init_set_up = __esm({
  "src/own-document/set-up.ts"() {
    init_load2();
    init_validators();
    init_contract_view();
    init_load();
    init_adopt();
    init_check();
    OF_THE_MOCK = ["console", "control"];
  }
});

// src/platforms/console/problem.ts
function problem(ctx, name2, facts = {}, example = name2) {
  return { ...ctx.example(statusOfExample(ctx.operation, example), example, facts), decision: name2 };
}
function brokenRule(ctx, policy, rule, field) {
  if (rule.code === "invalid_request") {
    return ctx.invalid([{ in: "body", path: field === void 0 ? [] : [field], rule: "other", message: rule.message }]);
  }
  const stuck = rule.code === "key_limit_reached" && !policy.actions.delete;
  return problem(ctx, rule.code, rule.facts, stuck ? "key_limit_reached_no_delete" : rule.code);
}
function statusOfExample(operation, name2) {
  for (const [status2, response] of Object.entries(operation.responses)) {
    if (Object.values(response.content ?? {}).some((media) => media.examples?.[name2])) return Number(status2);
  }
  throw new Error(`No answer of ${operation.id} has an example "${name2}". Add it to the document.`);
}
var init_problem = __esm({
  "src/platforms/console/problem.ts"() {
  }
});
function forEveryRole(behave2) {
  return (ctx) => {
    const screen = screenOf(ctx);
    return screen ? behave2(ctx, screen) : problem(ctx, "account_not_found");
  };
}
function forManagers(behave2) {
  return forEveryRole((ctx, screen) => {
    const { managedBy } = screen.scheme.policy;
    if (ctx.user && managedBy.includes(ctx.user.role)) return behave2(ctx, screen);
    return problem(ctx, "role_required", { role: leastOf(managedBy) });
  });
}
function screensOf(ctx) {
  return ctx.session.accounts.values().flatMap((account2) => screenFor(ctx, account2) ?? []);
}
function screenOf(ctx) {
  const account2 = ctx.session.accounts.get(ctx.path.accountId ?? "");
  return account2 && screenFor(ctx, account2);
}
function screenFor(ctx, account2) {
  const { user: user2 } = ctx;
  if (!user2 || user2.accountId !== null && user2.accountId !== account2.id) return void 0;
  const schemes = ctx.schemesOf(account2.platform);
  const scheme = schemes.find(({ policy }) => policy.managedBy.length > 0) ?? schemes[0];
  return scheme && { account: account2, scheme };
}
function leastOf(managing) {
  return policy.roles.findLast((role) => managing.includes(role)) ?? "owner";
}
var LOCKABLE;
var init_access = __esm({
  "src/platforms/console/access.ts"() {
    init_problem();
    LOCKABLE = { instance: "instances" };
  }
});

// src/platforms/console/key-request.ts
function issuesOfNewKey(wanted, policy, isInstance) {
  const { name: name2, scopes = [], instances: instances3 } = wanted;
  return [
    ...policy.names.required || name2 !== void 0 ? issuesOfName(name2 ?? "") : [],
    ...issuesOfScopes(scopes, policy),
    ...issuesOfInstances(instances3 ?? [], policy, isInstance)
  ];
}
function issuesOfName(name2) {
  return isBlank(name2) ? [issue(["name"], "missing", "is required")] : [];
}
function nothingToChange(...fields2) {
  return [issue([], "other", `must have at least one of: ${fields2.join(", ")}`)];
}
function isBlank(name2) {
  return name2.trim() === "";
}
function issuesOfScopes(scopes, { scopes: known }) {
  if (known.length === 0)
    return scopes.length > 0 ? [issue(["scopes"], "other", "are not known on this platform; leave them out")] : [];
  if (scopes.length === 0) return [issue(["scopes"], "missing", `must have at least one of: ${known.join(", ")}`)];
  return scopes.flatMap(
    (scope, at2) => known.includes(scope) ? [] : [issue(["scopes", at2], "enum", `must be one of: ${known.join(", ")}`)]
  );
}
function issuesOfInstances(ids, { lockTo }, isInstance) {
  if (lockTo === null)
    return ids.length > 0 ? [issue(["instances"], "other", "cannot be chosen: keys of this platform open everything")] : [];
  return ids.flatMap(
    (id2, at2) => isInstance(id2) ? [] : [issue(["instances", at2], "other", "must be an instance of this account")]
  );
}
function issue(path, rule, message) {
  return { in: "body", path, rule, message };
}
var init_key_request = __esm({
  "src/platforms/console/key-request.ts"() {
  }
});

// src/platforms/console/views.ts
function accountView(session, account2, scheme) {
  const { policy } = scheme;
  const { id: id2, platform: platform2, name: name2, plan, product, createdAt } = account2;
  return {
    id: id2,
    platform: platform2,
    name: name2,
    plan,
    product,
    plans: policy.plans.all.map((each) => ({ name: each, apiAccess: planHasApiAccess(policy, each) })),
    keyLimit: policy.keysPerAccount,
    keysInUse: keysInUse(session, scheme, id2).length,
    users: userViews(session, id2),
    createdAt: iso(createdAt)
  };
}
function userViews(session, accountId) {
  const counts = /* @__PURE__ */ new Map();
  return session.users.values().filter((user2) => user2.accountId === null || user2.accountId === accountId).map(({ name: name2, role }) => {
    const count2 = (counts.get(role) ?? 0) + 1;
    counts.set(role, count2);
    return { id: count2 === 1 ? `user_${role}` : `user_${role}_${count2}`, name: name2, role };
  });
}
function keyView(session, key2) {
  const { status: status2, reason } = currentState(key2);
  const { lastUsedAt, requests: requests2 } = session.useOf(key2.id);
  return {
    id: key2.id,
    accountId: key2.accountId,
    platform: key2.platform,
    scheme: key2.scheme,
    name: key2.name,
    status: status2 === "active" ? "active" : "disabled",
    disabledReason: reason,
    masked: key2.masked,
    scopes: [...key2.scopes],
    instances: key2.instances && [...key2.instances],
    createdAt: iso(key2.createdAt),
    lastUsedAt: isoOrNull(lastUsedAt),
    requestCount: requests2,
    expiresAt: isoOrNull(key2.expiresAt)
  };
}
function isoOrNull(at2) {
  return at2 === null ? null : iso(at2);
}
var init_views = __esm({
  "src/platforms/console/views.ts"() {
    init_clock();
    init_account();
    init_key_lifecycle();
    init_key();
  }
});

// src/platforms/console/accounts.ts
var accounts;
var init_accounts = __esm({
  "src/platforms/console/accounts.ts"() {
    init_plan();
    init_access();
    init_key_request();
    init_problem();
    init_views();
    accounts = {
      listAccounts: (ctx) => {
        const { platform: platform2 } = ctx.query;
        const items = screensOf(ctx).filter(({ account: account2 }) => platform2 === void 0 || account2.platform === platform2).map(({ account: account2, scheme }) => accountView(ctx.session, account2, scheme));
        return ctx.reply(200, { items, total: items.length });
      },
      getAccount: forEveryRole((ctx, { account: account2, scheme }) => {
        return ctx.reply(200, accountView(ctx.session, account2, scheme));
      }),
      /** Changes everything that was asked for, or nothing. */
      updateAccount: forManagers((ctx, { account: account2, scheme }) => {
        const { name: name2, plan } = ctx.body;
        if (name2 === void 0 && plan === void 0) return ctx.invalid(nothingToChange("name", "plan"));
        const issues = name2 === void 0 ? [] : issuesOfName(name2);
        if (issues.length > 0) return ctx.invalid(issues);
        if (plan !== void 0) {
          const moved = changePlan(ctx.session, ctx.schemesOf(account2.platform), account2, plan);
          if (!moved.ok) return brokenRule(ctx, scheme.policy, moved, "plan");
        }
        const changed = ctx.session.accounts.update(account2.id, name2 === void 0 ? {} : { name: name2.trim() });
        return ctx.reply(200, accountView(ctx.session, changed, scheme));
      })
    };
  }
});

// src/platforms/console/api-keys.ts
function keyOnScreen(ctx, { account: account2, scheme }) {
  const key2 = liveKey(ctx.session, ctx.path.keyId);
  return key2?.accountId === account2.id && key2.scheme === scheme.name ? key2 : void 0;
}
var apiKeys;
var init_api_keys = __esm({
  "src/platforms/console/api-keys.ts"() {
    init_key_lifecycle();
    init_key();
    init_outcome();
    init_access();
    init_key_request();
    init_problem();
    init_views();
    apiKeys = {
      /** Oldest first, without the deleted ones and without keys of schemes that no key screen manages. */
      listApiKeys: forManagers((ctx, { account: account2, scheme }) => {
        const items = ctx.session.keys.values().filter((key2) => key2.accountId === account2.id && key2.scheme === scheme.name && currentState(key2).status !== "deleted").map((key2) => keyView(ctx.session, key2));
        return ctx.reply(200, { items, total: items.length });
      }),
      createApiKey: forManagers((ctx, { account: account2, scheme }) => {
        const { session, body } = ctx;
        const { lockTo } = scheme.policy;
        const isInstance = (id2) => lockTo !== null && session.rowOf(account2.id, LOCKABLE[lockTo], id2) !== void 0;
        const issues = issuesOfNewKey(body, scheme.policy, isInstance);
        if (issues.length > 0) return ctx.invalid(issues);
        const { name: name2, scopes, instances: instances3 } = body;
        const created = createKey(session, scheme, account2, { name: name2, scopes, instances: instances3 });
        if (!created.ok) return brokenRule(ctx, scheme.policy, created);
        const { key: key2, secret: secret2 } = created.value;
        return ctx.reply(201, { ...keyView(session, key2), secret: secret2 });
      }),
      getApiKey: forManagers((ctx, screen) => {
        const key2 = keyOnScreen(ctx, screen);
        return key2 ? ctx.reply(200, keyView(ctx.session, key2)) : problem(ctx, "key_not_found");
      }),
      /** Changes everything that was asked for, or nothing. */
      updateApiKey: forManagers((ctx, screen) => {
        const { session, body } = ctx;
        const { account: account2, scheme } = screen;
        const key2 = keyOnScreen(ctx, screen);
        if (!key2) return problem(ctx, "key_not_found");
        const { name: name2, status: status2 } = body;
        if (name2 === void 0 && status2 === void 0) return ctx.invalid(nothingToChange("name", "status"));
        const issues = name2 === void 0 ? [] : issuesOfName(name2);
        if (issues.length > 0) return ctx.invalid(issues);
        const renamed = name2 === void 0 ? done(key2) : renameKey(session, scheme, key2.id, name2);
        if (!renamed.ok) return brokenRule(ctx, scheme.policy, renamed, "name");
        const switched = status2 === void 0 ? renamed : status2 === "disabled" ? disableKey(session, scheme, key2.id) : enableKey(session, scheme, account2, key2.id);
        if (switched.ok) return ctx.reply(200, keyView(session, switched.value));
        session.keys.update(key2.id, key2);
        return brokenRule(ctx, scheme.policy, switched, "status");
      }),
      deleteApiKey: forManagers((ctx, screen) => {
        const key2 = keyOnScreen(ctx, screen);
        if (!key2) return problem(ctx, "key_not_found");
        const deleted = deleteKey(ctx.session, screen.scheme, key2.id);
        return deleted.ok ? ctx.reply(204, void 0) : brokenRule(ctx, screen.scheme.policy, deleted);
      }),
      revealApiKey: forManagers((ctx, screen) => {
        const key2 = keyOnScreen(ctx, screen);
        if (!key2) return problem(ctx, "key_not_found");
        const secret2 = revealKey(ctx.session, screen.scheme, key2.id);
        return secret2.ok ? ctx.reply(200, { id: key2.id, secret: secret2.value }) : brokenRule(ctx, screen.scheme.policy, secret2);
      })
    };
  }
});

// src/platforms/console/api-logs.ts
function logView(session, entry) {
  const { requestId, at: at2, keyId, method, path, status: status2, decision, durationMs } = entry;
  const keyName = keyId === null ? null : session.keys.get(keyId)?.name ?? null;
  return { id: requestId, at: iso(at2), keyId, keyName, method, path, status: status2, decision, durationMs };
}
var apiLogs;
var init_api_logs = __esm({
  "src/platforms/console/api-logs.ts"() {
    init_access();
    init_clock();
    apiLogs = {
      /** Newest first. A key of another account finds nothing. */
      listApiLogs: forManagers((ctx, { account: account2 }) => {
        const { page = 1, limit = 20, keyId, status: status2, from, to } = ctx.query;
        const start2 = from === void 0 ? -Infinity : Date.parse(from);
        const end = to === void 0 ? Infinity : Date.parse(to);
        const entries = ctx.session.journal.list().filter((entry) => entry.accountId === account2.id).filter((entry) => keyId === void 0 || entry.keyId === keyId).filter((entry) => status2 === void 0 || entry.status === status2).filter(({ at: at2 }) => at2 >= start2 && at2 <= end);
        const items = entries.slice((page - 1) * limit, page * limit).map((entry) => logView(ctx.session, entry));
        return ctx.reply(200, { items, page, limit, total: entries.length, totalPages: Math.ceil(entries.length / limit) });
      })
    };
  }
});

// src/platforms/console/invalid-request.ts
function invalidRequest(issues, ctx) {
  const answer = ctx.example(400, "invalid_request");
  const body = answer.body;
  const documented2 = new Map(body.issues?.map(({ field, message }) => [field, message]));
  const described = issues.map((issue3) => {
    const field = fieldOf(issue3);
    const absent = issue3.rule === "missing" || issue3.rule === "min_length";
    return { field, message: (absent ? documented2.get(field) : void 0) ?? sentence(issue3) };
  });
  return { ...answer, body: { ...body, issues: described } };
}
function fieldOf(issue3) {
  if (issue3.in !== "body") return issue3.path.join(".");
  return issue3.path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
function sentence({ path, message }) {
  if (!/^[a-z]/.test(message)) return message;
  const subject = path.findLast((part) => typeof part === "string") ?? "The body";
  return `${subject} ${message}.`;
}
var init_invalid_request = __esm({
  "src/platforms/console/invalid-request.ts"() {
  }
});

// src/platforms/console/key-rules.ts
function lockable(session, account2, table2) {
  return session.rowsOf(account2.id, table2).map((row) => ({ id: row.id, name: nameOf3(row) }));
}
function nameOf3(row) {
  return "name" in row && typeof row.name === "string" ? row.name : row.id;
}
function rotation(session, account2, scheme) {
  const { keysPerAccount } = scheme.policy;
  const full = keysPerAccount !== null && keysInUse(session, scheme, account2.id).length >= keysPerAccount;
  return { afterMonths: ROTATE_AFTER_MONTHS, ...waysToRotate(scheme.policy, full) };
}
function waysToRotate({ keysPerAccount, actions }, full) {
  const swap = ["update_integrations", "test"];
  const alone = keysPerAccount === 1;
  if (alone) return { gap: true, steps: actions.delete ? ["delete_key", "create_key", ...swap] : [] };
  const begin = full ? actions.delete ? ["delete_key", "create_key"] : ["reuse_key"] : ["create_key"];
  const end = actions.delete ? ["delete_key"] : actions.disable ? ["disable_key"] : [];
  return { gap: false, steps: [...begin, ...swap, ...end] };
}
var ROTATE_AFTER_MONTHS, keyRules;
var init_key_rules = __esm({
  "src/platforms/console/key-rules.ts"() {
    init_key_lifecycle();
    init_access();
    init_clock();
    ROTATE_AFTER_MONTHS = 6;
    keyRules = {
      getKeyRules: forEveryRole((ctx, { account: account2, scheme }) => {
        const { placement, policy } = scheme;
        return ctx.reply(200, {
          scheme: scheme.name,
          travelsIn: { in: placement.in, name: placement.name },
          secret: policy.secret,
          keyLimit: policy.keysPerAccount,
          names: { ...policy.names },
          actions: { ...policy.actions },
          managedBy: [...policy.managedBy],
          onLosingAccess: policy.plans.onLosingAccess,
          scopes: [...policy.scopes],
          lockTo: policy.lockTo,
          instances: policy.lockTo === null ? null : lockable(ctx.session, account2, LOCKABLE[policy.lockTo]),
          rotation: rotation(ctx.session, account2, scheme),
          now: iso(ctx.session.clock.now())
        });
      })
    };
  }
});

// src/platforms/console/index.ts
var consoleModule;
var init_console2 = __esm({
  "src/platforms/console/index.ts"() {
    init_accounts();
    init_api_keys();
    init_api_logs();
    init_invalid_request();
    init_key_rules();
    consoleModule = {
      behaviours: { ...accounts, ...apiKeys, ...apiLogs, ...keyRules },
      invalidRequest
    };
  }
});

// src/platforms/control/rules.ts
function underRules(ctx, act2) {
  try {
    return act2();
  } catch (error) {
    if (error instanceof KeyRuleError) return ruleProblem(ctx, error);
    if (error instanceof RangeError) return ctx.invalid([issue2([], error.message)]);
    throw error;
  }
}
function controlProblem(ctx, code, detail) {
  const answer = ctx.example(statusOfExample(ctx.operation, code), code);
  return detail === void 0 ? answer : { ...answer, body: { ...answer.body, detail } };
}
function issue2(path, message) {
  return { in: "body", path, rule: "other", message };
}
function ruleProblem(ctx, { code, message, facts }) {
  if (code === "invalid_request") return ctx.invalid([issue2([], message)]);
  const answer = problem(ctx, code, facts);
  return { ...answer, body: { ...answer.body, detail: message, facts } };
}
var init_rules = __esm({
  "src/platforms/control/rules.ts"() {
    init_outcome();
    init_problem();
  }
});

// src/platforms/control/views.ts
function accountView2(session, account2) {
  const { id: id2, platform: platform2, name: name2, plan, product, rateLimits, createdAt } = account2;
  const keys2 = session.keysOf(id2).filter((key2) => currentState(key2).status !== "deleted").length;
  return { id: id2, platform: platform2, name: name2, plan, product, rateLimits, keys: keys2, createdAt: iso(createdAt) };
}
function keyView2(session, key2) {
  const { id: id2, accountId, platform: platform2, scheme, name: name2, masked: masked2, scopes, instances: instances3, createdAt, expiresAt } = key2;
  const { status: status2, reason } = currentState(key2);
  return {
    id: id2,
    accountId,
    platform: platform2,
    scheme,
    name: name2,
    status: status2,
    disabledReason: reason,
    masked: masked2,
    scopes: [...scopes],
    instances: instances3 && [...instances3],
    requests: session.useOf(id2).requests,
    createdAt: iso(createdAt),
    expiresAt: expiresAt === null ? null : iso(expiresAt)
  };
}
function sessionView(session) {
  return { name: session.name, now: iso(session.clock.now()), requests: session.journal.size };
}
function listView(items) {
  return { items, total: items.length };
}
var init_views2 = __esm({
  "src/platforms/control/views.ts"() {
    init_clock();
    init_key();
  }
});

// src/platforms/control/accounts.ts
function onAccount(ctx, act2) {
  const account2 = ctx.session.accounts.get(ctx.path.accountId);
  const info = account2 && ctx.document.platforms.get(account2.platform);
  if (!info) return problem(ctx, "account_not_found");
  return underRules(ctx, () => act2(account2, platformHandle(ctx.session, ctx.document, info).accounts.get(account2.id)));
}
function accountRow({ session }, id2) {
  const row = session.accounts.get(id2);
  if (!row) throw new Error(`The account ${id2} is gone within its own request.`);
  return row;
}
function unknownPlatform(ctx) {
  const known = [...ctx.document.platforms.keys()].filter((id2) => ctx.schemesOf(id2).length > 0);
  return `must be one of: ${known.join(", ")}`;
}
var accounts2;
var init_accounts2 = __esm({
  "src/platforms/control/accounts.ts"() {
    init_platform_handle();
    init_key_request();
    init_problem();
    init_rules();
    init_views2();
    accounts2 = {
      listMockAccounts: (ctx) => {
        const { platform: platform2 } = ctx.query;
        const { accounts: all } = ctx.session;
        const rows = platform2 === void 0 ? all.values() : all.find("platform", platform2);
        return ctx.reply(200, listView(rows.map((row) => accountView2(ctx.session, row))));
      },
      createMockAccount: (ctx) => {
        const { platform: platform2, rateLimits, ...wanted } = ctx.body;
        const info = ctx.document.platforms.get(platform2);
        if (!info || ctx.schemesOf(platform2).length === 0) return ctx.invalid([issue2(["platform"], unknownPlatform(ctx))]);
        if (wanted.id !== void 0 && ctx.session.accounts.get(wanted.id)) return controlProblem(ctx, "id_taken");
        return underRules(ctx, () => {
          const options = { ...wanted, ...rateLimits !== null && rateLimits !== void 0 && { rateLimits } };
          const { id: id2 } = platformHandle(ctx.session, ctx.document, info).accounts.create(options);
          return ctx.reply(201, accountView2(ctx.session, accountRow(ctx, id2)));
        });
      },
      getMockAccount: (ctx) => onAccount(ctx, (account2) => ctx.reply(200, accountView2(ctx.session, account2))),
      updateMockAccount: (ctx) => onAccount(ctx, (account2, handle2) => {
        const { plan, rateLimits } = ctx.body;
        if (plan === void 0 && rateLimits === void 0) return ctx.invalid(nothingToChange("plan", "rateLimits"));
        if (plan !== void 0) handle2.changePlan(plan);
        if (rateLimits !== void 0) handle2.limitRate(rateLimits);
        return ctx.reply(200, accountView2(ctx.session, accountRow(ctx, account2.id)));
      }),
      signInToMock: (ctx) => onAccount(ctx, (_, handle2) => {
        const { role, name: name2 = role } = ctx.body;
        return ctx.reply(201, { token: handle2.signIn(role, name2), role, name: name2 });
      })
    };
  }
});

// src/platforms/control/arrivals.ts
function rowsOf2(definition) {
  return (session, accountId) => session.table(accountId, definition).values();
}
var TABLES, arrivals2;
var init_arrivals2 = __esm({
  "src/platforms/control/arrivals.ts"() {
    init_tables();
    init_tables2();
    init_tables3();
    init_rules();
    TABLES = {
      pingback: {
        contacts: rowsOf2(contactTable),
        segments: rowsOf2(segmentTable),
        deals: rowsOf2(dealTable),
        webhookRuns: rowsOf2(webhookRunTable)
      },
      rdstation: {
        conversions: rowsOf2(conversionTable),
        leads: rowsOf2(leadTable),
        events: rowsOf2(eventTable)
      },
      zenvio: { messages: rowsOf2(messageTable), instances: rowsOf2(instanceTable) }
    };
    arrivals2 = {
      listMockArrivals: (ctx) => {
        const { page = 1, limit = 50, order = "oldest", accountId } = ctx.query;
        const { platform: platform2, table: table2 } = ctx.path;
        const tables = Object.hasOwn(TABLES, platform2) ? TABLES[platform2] : void 0;
        const rowsIn = tables && Object.hasOwn(tables, table2) ? tables[table2] : void 0;
        if (!rowsIn) return controlProblem(ctx, "table_not_found");
        const rows = ctx.session.accounts.find("platform", platform2).filter(({ id: id2 }) => accountId === void 0 || id2 === accountId).flatMap(({ id: id2 }) => rowsIn(ctx.session, id2));
        if (order === "newest") rows.reverse();
        const items = rows.slice((page - 1) * limit, page * limit);
        const total = rows.length;
        return ctx.reply(200, { items: items.map((row) => ({ ...row })), page, limit, total, totalPages: Math.ceil(total / limit) });
      }
    };
  }
});

// src/platforms/control/clock.ts
var LAST_INSTANT, TOO_LATE, clock;
var init_clock2 = __esm({
  "src/platforms/control/clock.ts"() {
    init_clock();
    init_rules();
    init_clock();
    LAST_INSTANT = Date.UTC(9999, 11, 31);
    TOO_LATE = "must not take the clock past the year 9999";
    clock = {
      getMockClock: (ctx) => ctx.reply(200, { now: iso(ctx.now) }),
      setMockClock: (ctx) => {
        const instant3 = Date.parse(ctx.body.now);
        if (instant3 > LAST_INSTANT) return ctx.invalid([{ ...issue2(["now"], TOO_LATE), rule: "maximum" }]);
        ctx.session.clock.set(instant3);
        return ctx.reply(200, { now: iso(ctx.session.clock.now()) });
      },
      advanceMockClock: (ctx) => {
        const by = milliseconds(ctx.body.by);
        if (ctx.now + by > LAST_INSTANT) return ctx.invalid([{ ...issue2(["by"], TOO_LATE), rule: "maximum" }]);
        return ctx.reply(200, { now: iso(ctx.session.clock.advance(by)) });
      },
      resetMockClock: (ctx) => {
        ctx.session.clock.reset();
        return ctx.reply(200, { now: iso(ctx.session.clock.now()) });
      }
    };
  }
});

// src/platforms/control/requests.ts
function matcherOf(filters2) {
  const wanted = Object.entries(filters2);
  return (entry) => wanted.every(([name2, value]) => entry[name2] === value);
}
function requestView(entry) {
  return {
    requestId: entry.requestId,
    at: iso(entry.at),
    method: entry.method,
    path: entry.path,
    platform: entry.platform,
    operationId: entry.operationId,
    status: entry.status,
    decision: entry.decision,
    evidence: entry.evidence,
    source: entry.source,
    scheme: entry.scheme,
    keyId: entry.keyId,
    accountId: entry.accountId,
    instanceId: entry.instanceId,
    userAgent: entry.userAgent,
    faults: [...entry.faults],
    durationMs: entry.durationMs,
    ...entry.violations && { violations: [...entry.violations] }
  };
}
function detailedView(entry) {
  const { requestBody, responseBody, steps } = entry;
  return { ...requestView(entry), requestBody, responseBody, steps: steps.map(stepView) };
}
function stepView({ step: step3, outcome, rule, detail, evidence, source }) {
  return { step: step3, outcome, rule, detail, evidence: evidence ?? null, source: source ?? null };
}
var requests;
var init_requests = __esm({
  "src/platforms/control/requests.ts"() {
    init_journal();
    init_clock();
    requests = {
      /** Newest first. */
      listMockRequests: (ctx) => {
        const { page = 1, limit = 50, details = false, ...filters2 } = ctx.query;
        const entries = ctx.session.journal.list().filter(matcherOf(filters2));
        const items = entries.slice((page - 1) * limit, page * limit).map((entry) => details ? detailedView(entryOf(entry)) : requestView(entry));
        return ctx.reply(200, { items, page, limit, total: entries.length, totalPages: Math.ceil(entries.length / limit) });
      },
      clearMockRequests: (ctx) => {
        ctx.session.journal.clear();
        return ctx.reply(204, void 0);
      },
      getMockDecision: (ctx) => {
        const entry = ctx.session.journal.get(ctx.path.requestId);
        return entry ? ctx.reply(200, detailedView(entry)) : ctx.example(404, "request_not_found");
      }
    };
  }
});

// src/platforms/control/events.ts
function journalStream({ session, engine, query, header }) {
  const matches2 = matcherOf(query);
  const lastId = header["last-event-id"];
  return ({ write, end }) => {
    write(": the journal of the mock, as it grows\n\n");
    if (lastId !== void 0) {
      const { missed, gap } = entriesAfter(session.journal.list(), lastId);
      if (gap) write(eventText("gap", { lastEventId: lastId }));
      for (const entry of missed.filter(matches2)) write(requestEvent(entry));
    }
    const unwatch = session.journal.watch({
      added: (entry) => void (matches2(entry) && write(requestEvent(entry))),
      cleared: () => void write(eventText("cleared", {}))
    });
    const heartbeat = setInterval(() => {
      if (engine.sessions.list().includes(session)) engine.sessions.touch(session);
      else end();
      write(": still there\n\n");
    }, HEARTBEAT_MS);
    return () => {
      unwatch();
      clearInterval(heartbeat);
    };
  };
}
function entriesAfter(newestFirst, lastId) {
  const at2 = newestFirst.findIndex(({ requestId }) => requestId === lastId);
  return { missed: newestFirst.slice(0, at2 < 0 ? void 0 : at2).reverse(), gap: at2 < 0 };
}
function requestEvent(entry) {
  return `id: ${entry.requestId}
${eventText("request", requestView(entry))}`;
}
function eventText(event, data) {
  return `event: ${event}
data: ${JSON.stringify(data)}

`;
}
var HEARTBEAT_MS, events;
var init_events = __esm({
  "src/platforms/control/events.ts"() {
    init_requests();
    HEARTBEAT_MS = 15e3;
    events = {
      streamMockEvents: (ctx) => {
        const answer = ctx.reply(200, void 0);
        return { ...answer, headers: { "cache-control": "no-store" }, stream: journalStream(ctx) };
      }
    };
  }
});

// src/platforms/control/faults.ts
function faultView(fault2) {
  const { id: id2, effect: effect2, on, left, probability, seed, seen, hits } = fault2;
  return { id: id2, effect: effect2, on, left, probability, seed, seen, hits };
}
var faults;
var init_faults = __esm({
  "src/platforms/control/faults.ts"() {
    init_inject_fault();
    init_rules();
    init_views2();
    faults = {
      listMockFaults: (ctx) => ctx.reply(200, listView(ctx.session.faults.values().map(faultView))),
      addMockFault: (ctx) => underRules(ctx, () => ctx.reply(201, faultView(injectFault(ctx.session, ctx.document, ctx.body)))),
      removeMockFault: (ctx) => ctx.session.faults.delete(ctx.path.faultId) ? ctx.reply(204, void 0) : controlProblem(ctx, "fault_not_found"),
      clearMockFaults: (ctx) => {
        ctx.session.faults.restore(/* @__PURE__ */ new Map());
        return ctx.reply(204, void 0);
      }
    };
  }
});

// src/platforms/control/instances.ts
function onInstance(ctx, act2) {
  const phone = instanceArrivals(ctx.session);
  const { instanceId } = ctx.path;
  const exists = phone.list().some(({ id: id2 }) => id2 === instanceId);
  return exists ? act2(phone, instanceId) : controlProblem(ctx, "instance_not_found");
}
var instances;
var init_instances = __esm({
  "src/platforms/control/instances.ts"() {
    init_instance_arrivals();
    init_rules();
    instances = {
      connectMockInstance: (ctx) => onInstance(ctx, (phone, id2) => ctx.reply(200, { ...phone.connect(id2) })),
      disconnectMockInstance: (ctx) => onInstance(ctx, (phone, id2) => ctx.reply(200, { ...phone.disconnect(id2) })),
      receiveMockMessage: (ctx) => onInstance(ctx, (phone, id2) => {
        phone.receive(id2, ctx.body);
        return ctx.reply(204, void 0);
      })
    };
  }
});

// src/platforms/control/keys.ts
function onKey(ctx, act2) {
  return onAccount(ctx, (account2, handle2) => {
    const key2 = ctx.session.keys.get(ctx.path.keyId);
    return key2?.accountId === account2.id ? act2(handle2.keys.get(key2.id)) : problem(ctx, "key_not_found");
  });
}
function viewOf2({ session }, { id: id2 }) {
  const key2 = session.keys.get(id2);
  if (!key2) throw new Error(`The key ${id2} is gone within its own request.`);
  return keyView2(session, key2);
}
var keys;
var init_keys = __esm({
  "src/platforms/control/keys.ts"() {
    init_key_request();
    init_problem();
    init_accounts2();
    init_rules();
    init_views2();
    keys = {
      /** Oldest first; also disabled and deleted ones. */
      listMockKeys: (ctx) => onAccount(ctx, ({ id: id2 }) => ctx.reply(200, listView(ctx.session.keysOf(id2).map((key2) => keyView2(ctx.session, key2))))),
      createMockKey: (ctx) => onAccount(ctx, (account2, handle2) => {
        const { id: id2, scheme } = ctx.body;
        const schemes = ctx.schemesOf(account2.platform).map(({ name: name2 }) => name2);
        if (scheme !== void 0 && !schemes.includes(scheme))
          return ctx.invalid([issue2(["scheme"], `must be one of: ${schemes.join(", ")}`)]);
        if (id2 !== void 0 && ctx.session.keys.get(id2)) return controlProblem(ctx, "id_taken");
        const key2 = handle2.keys.create(ctx.body);
        return ctx.reply(201, { ...viewOf2(ctx, key2), secret: key2.secret });
      }),
      getMockKey: (ctx) => onKey(ctx, (key2) => ctx.reply(200, viewOf2(ctx, key2))),
      /** Changes everything that was asked for, or nothing. */
      updateMockKey: (ctx) => onKey(ctx, (key2) => {
        const { name: name2, status: status2 } = ctx.body;
        if (name2 === void 0 && status2 === void 0) return ctx.invalid(nothingToChange("name", "status"));
        const before = ctx.session.keys.get(key2.id);
        try {
          if (name2 !== void 0) key2.rename(name2);
          if (status2 === "active") key2.enable();
          if (status2 === "disabled") key2.disable();
        } catch (error) {
          if (before) ctx.session.keys.update(key2.id, before);
          throw error;
        }
        return ctx.reply(200, viewOf2(ctx, key2));
      }),
      deleteMockKey: (ctx) => onKey(ctx, (key2) => {
        key2.delete();
        return ctx.reply(200, viewOf2(ctx, key2));
      }),
      expireMockKey: (ctx) => onKey(ctx, (key2) => {
        key2.expire();
        return ctx.reply(200, viewOf2(ctx, key2));
      }),
      revealMockKey: (ctx) => onKey(ctx, (key2) => ctx.reply(200, { id: key2.id, secret: key2.reveal() }))
    };
  }
});

// src/platforms/control/scenarios.ts
function playedView({ faults: faults2, ...played }) {
  return { ...played, faults: faults2.map(faultView) };
}
var scenarios2;
var init_scenarios2 = __esm({
  "src/platforms/control/scenarios.ts"() {
    init_scenarios();
    init_seed();
    init_faults();
    init_rules();
    init_views2();
    scenarios2 = {
      listMockScenarios: (ctx) => {
        const all = listScenarios(ctx.document).map(({ name: name2, summary: summary2, platforms, keys: keys2 }) => ({
          name: name2,
          summary: { ...summary2 },
          platforms: [...platforms],
          keys: [...keys2]
        }));
        return ctx.reply(200, listView(all));
      },
      playMockScenario: (ctx) => underRules(ctx, () => ctx.reply(201, playedView(scenarioView(playScenario(ctx, ctx.path.name, ctx.body))))),
      /** All of it or nothing, with everything that is wrong. */
      applyMockSeed: (ctx) => {
        try {
          const { accounts: accounts3, scenarios: played, faults: faults2, now } = appliedSeedView(applySeed(ctx, ctx.body));
          return ctx.reply(201, {
            accounts: accounts3.map(({ keys: keys2, users, ...account2 }) => ({ ...account2, keys: [...keys2], users: [...users] })),
            scenarios: played.map(playedView),
            faults: faults2.map(faultView),
            now
          });
        } catch (error) {
          if (!(error instanceof SeedError)) throw error;
          return ctx.invalid(error.problems.map(({ path, message }) => issue2([...path], message)));
        }
      }
    };
  }
});

// src/platforms/control/sessions.ts
function explainExists(name2) {
  return `The session "${name2}" exists already, so it cannot start with options. Drop it first with DELETE /__mock/sessions/{name}, or take another name.`;
}
function startOf2({ now, propagationDelay, ...rest }) {
  return {
    ...rest,
    ...now !== void 0 && { now: Date.parse(now) },
    ...propagationDelay !== void 0 && { propagationDelay: milliseconds(propagationDelay) }
  };
}
var sessions;
var init_sessions2 = __esm({
  "src/platforms/control/sessions.ts"() {
    init_clock();
    init_mock_problem();
    init_open_session();
    init_rules();
    init_views2();
    sessions = {
      listMockSessions: (ctx) => {
        const { sessions: all } = ctx.engine;
        return ctx.reply(200, { items: all.list().map(sessionView), limits: { ...all.limits } });
      },
      createMockSession: (ctx) => {
        const { sessions: all } = ctx.engine;
        const { name: name2, ...options } = ctx.body;
        const exists = all.has(name2);
        if (exists && Object.keys(options).length > 0) return controlProblem(ctx, "session_exists", explainExists(name2));
        const opened = all.create(name2, startOf2(options));
        if (!opened.ok) {
          const { status: status2, title, detail } = explainProblem(opened.problem, name2, all);
          return mockProblem(status2, opened.problem, title, detail);
        }
        return ctx.reply(exists ? 200 : 201, sessionView(opened.session));
      },
      dropMockSession: (ctx) => ctx.engine.sessions.drop(ctx.path.name) ? ctx.reply(204, void 0) : controlProblem(ctx, "session_not_found")
    };
  }
});

// src/platforms/control/settings.ts
function settingsView({ rateLimits, propagationDelay, failures }) {
  return { rateLimits, propagationDelay, failures };
}
var settings;
var init_settings = __esm({
  "src/platforms/control/settings.ts"() {
    init_setting_changes();
    settings = {
      getMockSettings: (ctx) => ctx.reply(200, settingsView(ctx.session.settings)),
      updateMockSettings: (ctx) => {
        ctx.session.settings = changedSettings(ctx.session.settings, ctx.body);
        return ctx.reply(200, settingsView(ctx.session.settings));
      }
    };
  }
});

// src/platforms/control/snapshots.ts
function onSnapshot(ctx, act2) {
  const album = albumOf(ctx.session);
  const snapshot = album.kept.get(ctx.path.snapshotId);
  return snapshot ? act2(snapshot, album) : controlProblem(ctx, "snapshot_not_found");
}
function albumOf(session) {
  let album = albums.get(session);
  if (!album) albums.set(session, album = { kept: /* @__PURE__ */ new Map(), taken: 0 });
  return album;
}
function snapshotView({ id: id2, at: at2 }) {
  return { id: id2, at: iso(at2) };
}
var CAPACITY, albums, snapshots;
var init_snapshots = __esm({
  "src/platforms/control/snapshots.ts"() {
    init_rules();
    init_clock();
    init_views2();
    CAPACITY = 100;
    albums = /* @__PURE__ */ new WeakMap();
    snapshots = {
      listMockSnapshots: (ctx) => {
        const all = [...albumOf(ctx.session).kept.values()].sort((one, other) => one.at - other.at);
        return ctx.reply(200, listView(all.map(snapshotView)));
      },
      takeMockSnapshot: (ctx) => {
        const album = albumOf(ctx.session);
        const snapshot = { id: `snapshot_${album.taken += 1}`, at: ctx.now, state: ctx.session.snapshot() };
        album.kept.set(snapshot.id, snapshot);
        const oldest = album.kept.keys().next();
        if (album.kept.size > CAPACITY && !oldest.done) album.kept.delete(oldest.value);
        return ctx.reply(201, snapshotView(snapshot));
      },
      restoreMockSnapshot: (ctx) => onSnapshot(ctx, (snapshot, { kept }) => {
        kept.delete(snapshot.id);
        kept.set(snapshot.id, snapshot);
        ctx.session.restore(snapshot.state);
        return ctx.reply(200, snapshotView(snapshot));
      }),
      deleteMockSnapshot: (ctx) => onSnapshot(ctx, ({ id: id2 }, { kept }) => {
        kept.delete(id2);
        return ctx.reply(204, void 0);
      })
    };
  }
});

// src/zero-setup.ts
function plantZeroSetup(session, document2) {
  for (const scheme of Object.values(document2.source.components.securitySchemes)) {
    for (const { token, role, name: name2 } of scheme["x-zero-setup-sessions"] ?? [])
      signIn(session, token, { role, name: name2, accountId: null });
  }
  for (const [id2, platform2] of document2.platforms) {
    for (const account2 of platform2.zeroSetup?.accounts ?? []) plantAccount(session, document2, id2, account2);
  }
  session.markInitial();
}
function plantAccount(session, document2, platform2, wanted) {
  const schemes = schemesOf(document2, platform2);
  const policy = schemes[0]?.policy;
  if (!policy) throw new Error(`${platform2} has accounts but no key scheme.`);
  const account2 = session.accounts.insert({
    id: wanted.id,
    platform: platform2,
    name: wanted.name,
    plan: policy.plans.withApiAccess.includes(wanted.plan) ? wanted.plan : policy.plans.withApiAccess[0] ?? wanted.plan,
    product: wanted.product ?? policy.products?.default ?? null,
    rateLimits: wanted.rateLimits ?? null,
    createdAt: session.clock.now()
  });
  for (const key2 of wanted.keys) plantKey(session, document2, account2, key2);
  if (account2.plan !== wanted.plan) valueOf(changePlan(session, schemes, account2, wanted.plan));
  for (const [table2, rows] of Object.entries(wanted.resources ?? {})) {
    for (const row of rows) session.table(account2.id, defineTable(table2)).insert(row);
  }
}
function plantKey(session, document2, account2, wanted) {
  const scheme = document2.schemes.get(wanted.scheme);
  if (!scheme) throw new Error(`The zero-setup key ${wanted.id} names no scheme of the document: ${wanted.scheme}.`);
  const { id: id2, name: name2, secret: secret2, scopes, instances: instances3 } = wanted;
  const { key: key2 } = valueOf(createKey(session, scheme, account2, { id: id2, name: name2, secret: secret2, scopes, instances: instances3, published: true }));
  const aftermath = AFTERMATH[wanted.state];
  const expiresAt = aftermath === "expire" ? session.clock.now() - 1 : null;
  if (key2.expiresAt !== expiresAt) session.keys.update(key2.id, { expiresAt });
  if (aftermath === "disable") valueOf(disableKey(session, scheme, key2.id));
  if (aftermath === "delete") valueOf(deleteKey(session, scheme, key2.id));
}
function zeroSetupKeys(platforms) {
  return [...platforms].flatMap(
    ([platform2, { title, zeroSetup }]) => (zeroSetup?.accounts ?? []).flatMap(
      ({ id: id2, name: name2, plan, keys: keys2 }) => keys2.map((key2) => ({ ...key2, platform: platform2, title, account: { id: id2, name: name2, plan } }))
    )
  );
}
var AFTERMATH;
var init_zero_setup2 = __esm({
  "src/zero-setup.ts"() {
    init_dashboard();
    init_key_lifecycle();
    init_outcome();
    init_plan();
    init_table();
    init_load2();
    AFTERMATH = {
      disabled: "disable",
      deleted: "delete",
      revoked: "delete",
      expired: "expire"
    };
  }
});

// src/platforms/control/state.ts
function stateOf2({ session, document: document2 }) {
  const keys2 = session.keys.values().filter((key2) => currentState(key2).status !== "deleted");
  return {
    name: "chaveiro",
    version,
    platforms: [...document2.platforms.values()].map(({ id: id2, title, tag, server }) => ({
      id: id2,
      title,
      tag,
      server: server ?? null,
      accounts: session.accounts.find("platform", id2).length,
      keys: keys2.filter(({ platform: platform2 }) => platform2 === id2).length
    })),
    accounts: session.accounts.size,
    keys: keys2.length,
    requests: session.journal.size,
    seed: session.seed,
    now: new Date(session.clock.now()).toISOString()
  };
}
var state;
var init_state = __esm({
  "src/platforms/control/state.ts"() {
    init_version();
    init_key();
    init_zero_setup2();
    state = {
      getMockState: (ctx) => ctx.reply(200, stateOf2(ctx)),
      resetMock: (ctx) => {
        ctx.session.reset();
        return ctx.reply(200, stateOf2(ctx));
      },
      /** Their secrets may be shown: they are public fixtures. */
      listZeroSetupKeys: (ctx) => {
        const keys2 = zeroSetupKeys(ctx.document.platforms).map(
          ({ platform: platform2, title, account: account2, id: id2, scheme, state: purpose, secret: secret2, scopes = [], instances: instances3 = null, summary: summary2 }) => ({
            platform: platform2,
            title,
            accountId: account2.id,
            accountName: account2.name,
            plan: account2.plan,
            keyId: id2,
            scheme,
            state: purpose,
            secret: secret2,
            scopes,
            instances: instances3,
            summary: summary2
          })
        );
        return ctx.reply(200, { keys: keys2 });
      }
    };
  }
});

// src/platforms/control/webhooks.ts
function apiOf({ session, engine }) {
  return webhooksApi(session, engine.courier, engine.modules);
}
function webhookView(webhook) {
  const { id: id2, platform: platform2, accountId, url, events: events3, identifiers, createdAt } = webhook;
  return {
    id: id2,
    platform: platform2,
    accountId,
    url,
    events: [...events3],
    identifiers: identifiers && [...identifiers],
    createdAt: iso(createdAt)
  };
}
function deliveryView({ eventAt, attempts, nextAttemptAt, ...delivery }) {
  return {
    ...delivery,
    eventAt: iso(eventAt),
    attempts: attempts.map((attempt) => ({ ...attempt, at: iso(attempt.at) })),
    nextAttemptAt: nextAttemptAt === null ? null : iso(nextAttemptAt)
  };
}
var webhooks;
var init_webhooks3 = __esm({
  "src/platforms/control/webhooks.ts"() {
    init_webhooks_api();
    init_rules();
    init_clock();
    init_views2();
    webhooks = {
      listMockWebhooks: (ctx) => ctx.reply(200, listView(apiOf(ctx).list().map(webhookView))),
      registerMockWebhook: (ctx) => {
        let registered;
        try {
          registered = apiOf(ctx).register(ctx.body);
        } catch (error) {
          if (!(error instanceof Error)) throw error;
          return ctx.invalid([issue2([], error.message)]);
        }
        return ctx.reply(201, { ...webhookView(registered), secret: registered.secret });
      },
      removeMockWebhook: (ctx) => apiOf(ctx).remove(ctx.path.webhookId) ? ctx.reply(204, void 0) : controlProblem(ctx, "webhook_not_found"),
      listMockDeliveries: (ctx) => ctx.reply(200, listView(apiOf(ctx).deliveries().map(deliveryView))),
      settleMockDeliveries: (ctx) => ({ ...ctx.reply(204, void 0), wait: () => apiOf(ctx).settle() })
    };
  }
});

// src/platforms/control/index.ts
var controlModule;
var init_control = __esm({
  "src/platforms/control/index.ts"() {
    init_invalid_request();
    init_accounts2();
    init_arrivals2();
    init_clock2();
    init_events();
    init_faults();
    init_instances();
    init_keys();
    init_requests();
    init_scenarios2();
    init_sessions2();
    init_settings();
    init_snapshots();
    init_state();
    init_webhooks3();
    controlModule = {
      behaviours: {
        ...state,
        ...sessions,
        ...accounts2,
        ...keys,
        ...arrivals2,
        ...requests,
        ...events,
        ...clock,
        ...faults,
        ...settings,
        ...snapshots,
        ...scenarios2,
        ...webhooks,
        ...instances
      },
      invalidRequest
    };
  }
});

// src/platforms/pingback/attributes.ts
function mergeAttributes(old, given = {}) {
  return Object.fromEntries(Object.entries({ ...old, ...given }).filter(([, value]) => value !== null));
}
var init_attributes = __esm({
  "src/platforms/pingback/attributes.ts"() {
  }
});

// src/platforms/pingback/page.ts
function pageOf(rows, page = 0) {
  return { page, total: rows.length, data: rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE) };
}
var PAGE_SIZE;
var init_page = __esm({
  "src/platforms/pingback/page.ts"() {
    PAGE_SIZE = 10;
  }
});

// src/platforms/pingback/contacts.ts
function findContact(contacts2, email3) {
  return contacts2.find("email", mailbox(email3))[0];
}
function referenceTo({ id: id2, email: email3 }) {
  return { id: id2, email: email3 };
}
var contacts;
var init_contacts = __esm({
  "src/platforms/pingback/contacts.ts"() {
    init_clock();
    init_attributes();
    init_page();
    init_tables();
    contacts = {
      /** In the order of their creation (inferred), so that a page stays the same while contacts are added. */
      listContacts: (ctx) => {
        return ctx.reply(200, { message: "Contacts found", data: pageOf(ctx.table(contactTable).values(), ctx.query.page) });
      },
      /** Any attribute is taken, whether the account has such a custom field or not (inferred). */
      createContact: (ctx) => {
        const { email: email3, origin, attributes } = ctx.body;
        const table2 = ctx.table(contactTable);
        if (findContact(table2, email3)) return ctx.example(409, "contact_already_exists");
        const contact = table2.insert({
          id: ctx.session.ids.uuid(),
          email: email3,
          status: "active",
          source: "PublicApi",
          origin: origin ?? null,
          segmentedListsIds: [],
          createdAt: iso(ctx.now),
          attributes: mergeAttributes({}, attributes)
        });
        return ctx.reply(201, { message: "Contact created", data: referenceTo(contact) });
      },
      getContact: (ctx) => {
        const contact = findContact(ctx.table(contactTable), ctx.path.email);
        if (!contact) return ctx.example(404, "contact_not_found");
        return ctx.reply(200, { message: "Contact found", data: contact });
      },
      /** `email` is the contact's identity and no attribute: sent in the body it is ignored (inferred). */
      updateContact: (ctx) => {
        const table2 = ctx.table(contactTable);
        const contact = findContact(table2, ctx.path.email);
        if (!contact) return ctx.example(404, "contact_not_found");
        const { email: _, ...given } = ctx.body;
        table2.update(contact.id, { attributes: mergeAttributes(contact.attributes, given) });
        return ctx.reply(200, { message: "Contact updated", data: referenceTo(contact) });
      },
      /** The contact leaves its segments; a deal of it stays, and may be given to another contact (inferred). */
      deleteContact: (ctx) => {
        const table2 = ctx.table(contactTable);
        const contact = findContact(table2, ctx.path.email);
        if (!contact) return ctx.example(404, "contact_not_found");
        table2.delete(contact.id);
        return ctx.reply(200, { message: "Contact deleted", data: referenceTo(contact) });
      }
    };
  }
});

// src/platforms/pingback/deals.ts
function hasStage(pipeline2, stageId) {
  return pipeline2?.stages.some((stage) => stage.id === stageId) ?? false;
}
var deals;
var init_deals = __esm({
  "src/platforms/pingback/deals.ts"() {
    init_clock();
    init_attributes();
    init_tables();
    deals = {
      /** What does not exist is told in the order contact, pipeline, stage, and before the conflict (inferred). */
      createDeal: (ctx) => {
        const { contactId, pipelineId, stageId, attributes } = ctx.body;
        const table2 = ctx.table(dealTable);
        const contact = ctx.table(contactTable).get(contactId);
        if (!contact) return ctx.example(404, "contact_not_found");
        const pipeline2 = ctx.table(pipelineTable).get(pipelineId);
        if (!pipeline2) return ctx.example(404, "pipeline_not_found");
        if (!hasStage(pipeline2, stageId)) return ctx.example(404, "stage_not_found");
        if (table2.find("contact", contactId).length > 0) return ctx.example(409, "contact_associated_with_a_deal");
        const at2 = iso(ctx.now);
        const deal = table2.insert({
          id: ctx.session.ids.uuid(),
          contactId,
          pipelineId,
          stageId,
          attributes: mergeAttributes({}, attributes),
          createdAt: at2,
          updatedAt: at2
        });
        return ctx.reply(201, { message: "Deal created", data: { id: deal.id, contactId, email: contact.email } });
      },
      /** A deal moves between the stages of its own pipeline; there is no field for another one. */
      updateDeal: (ctx) => {
        const { contactId, stageId, attributes } = ctx.body;
        const table2 = ctx.table(dealTable);
        const deal = table2.get(ctx.path.dealId);
        if (!deal) return ctx.example(404, "deal_not_found");
        if (contactId !== void 0 && !ctx.table(contactTable).get(contactId)) return ctx.example(404, "contact_not_found");
        if (stageId !== void 0 && !hasStage(ctx.table(pipelineTable).get(deal.pipelineId), stageId)) {
          return ctx.example(404, "stage_not_found");
        }
        if (contactId !== void 0 && table2.find("contact", contactId).some((other) => other.id !== deal.id)) {
          return ctx.example(409, "contact_associated_with_a_deal");
        }
        table2.update(deal.id, {
          ...contactId !== void 0 && { contactId },
          ...stageId !== void 0 && { stageId },
          attributes: mergeAttributes(deal.attributes, attributes),
          updatedAt: iso(ctx.now)
        });
        return ctx.reply(200, { message: "Deal updated", data: { id: deal.id } });
      }
    };
  }
});

// src/platforms/pingback/developer-mode.ts
function withDeveloperMode(behaviours) {
  const wrapped = Object.entries(behaviours).map(([id2, behaviour]) => [
    id2,
    (ctx) => behaviour(isDeveloperMode(ctx) ? onCopies(ctx) : ctx)
  ]);
  return Object.fromEntries(wrapped);
}
function isDeveloperMode(ctx) {
  return ctx.header["x-developer-mode"] === true;
}
function onCopies(ctx) {
  const copies = /* @__PURE__ */ new Map();
  const table2 = (definition) => {
    let copy = copies.get(definition.name);
    if (!copy) {
      copy = new Table(definition.indexes);
      copy.restore(ctx.table(definition).snapshot());
      copies.set(definition.name, copy);
    }
    return copy;
  };
  return Object.create(ctx, { table: { value: table2 } });
}
var init_developer_mode = __esm({
  "src/platforms/pingback/developer-mode.ts"() {
    init_table();
  }
});

// src/platforms/pingback/email-verification.ts
function verdictOn(email3, ignoreSmtp) {
  if (!/^[^\s@<>()[\]\\,;:"]+@([a-z0-9-]+\.)+[a-z]{2,}$/i.test(email3)) return rejected("Invalid email syntax");
  const [mailbox3 = "", domain = ""] = email3.toLowerCase().split("@");
  if (DISPOSABLE.has(domain)) return rejected("Disposable email is not allowed");
  if (NEVER_RESOLVES.test(domain)) return rejected("Domain verification failed");
  if (WITHOUT_MX.test(domain)) return rejected("No MX records found");
  if (ignoreSmtp) return { valid: true, success: true, message: "Valid email (ignored SMTP verification)" };
  if (SLOW.test(domain)) return { valid: false, success: false, message: "Connection timeout" };
  if (NO_SUCH_MAILBOX.has(mailbox3)) return rejected("Invalid email");
  return { valid: true, success: true, message: "Valid email" };
}
function rejected(message) {
  return { valid: false, success: true, message };
}
var DISPOSABLE, NEVER_RESOLVES, WITHOUT_MX, SLOW, NO_SUCH_MAILBOX, emailVerification;
var init_email_verification = __esm({
  "src/platforms/pingback/email-verification.ts"() {
    DISPOSABLE = /* @__PURE__ */ new Set([
      "10minutemail.com",
      "guerrillamail.com",
      "mailinator.com",
      "maildrop.cc",
      "sharklasers.com",
      "temp-mail.org",
      "tempemail.com",
      "throwawaymail.com",
      "trashmail.com",
      "yopmail.com"
    ]);
    NEVER_RESOLVES = /\.(invalid|test|example|localhost)$/;
    WITHOUT_MX = /^(sem-mx\..+|(.+\.)?example\.(com|net|org))$/;
    SLOW = /^timeout\./;
    NO_SUCH_MAILBOX = /* @__PURE__ */ new Set(["inexistente", "unknown"]);
    emailVerification = {
      verifyEmail: (ctx) => {
        const { email: email3 } = ctx.path;
        return ctx.reply(200, {
          message: "Email verified",
          data: { email: email3, ...verdictOn(email3, ctx.body?.ignoreSMTPVerify === true) }
        });
      }
    };
  }
});

// src/platforms/pingback/invalid-request.ts
function invalidRequest2(issues, ctx) {
  const answer = ctx.example(422, issues[0]?.in === "body" ? "invalid_input" : "invalid_params");
  const error = issues.map((issue3) => `"${nameOf4(issue3.path)}" ${complaint(issue3)}`).join(". ");
  return { ...answer, body: { ...answer.body, error } };
}
function nameOf4(path) {
  const name2 = path.reduce(
    (before, part) => typeof part === "number" ? `${before}[${part}]` : before ? `${before}.${part}` : part,
    ""
  );
  return name2 || "value";
}
function complaint({ rule, expected, options, limit }) {
  switch (rule) {
    case "missing":
      return "is required";
    case "type":
      return `must be ${withArticle(expected)}`;
    case "enum":
      return `must be one of [${(options ?? []).join(", ")}]`;
    case "format":
      return FORMATS[expected ?? ""] ?? "contains an invalid value";
    case "min_length":
      return `length must be at least ${limit} characters long`;
    case "max_length":
      return `length must be less than or equal to ${limit} characters long`;
    case "minimum":
      return `must be greater than or equal to ${limit}`;
    case "maximum":
      return `must be less than or equal to ${limit}`;
    case "min_items":
      return `must contain at least ${limit} items`;
    case "max_items":
      return `must contain less than or equal to ${limit} items`;
    case "unknown_property":
      return "is not allowed";
    default:
      return "contains an invalid value";
  }
}
function withArticle(type = "value") {
  if (type === "object") return "of type object";
  if (type === "int" || type === "integer") return "an integer";
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
var FORMATS;
var init_invalid_request2 = __esm({
  "src/platforms/pingback/invalid-request.ts"() {
    FORMATS = {
      email: "must be a valid email",
      uuid: "must be a valid GUID",
      datetime: "must be in ISO 8601 date format"
    };
  }
});

// src/platforms/pingback/segments.ts
var segments;
var init_segments = __esm({
  "src/platforms/pingback/segments.ts"() {
    init_contacts();
    init_page();
    init_tables();
    segments = {
      listSegments: (ctx) => {
        return ctx.reply(200, { message: "Segments found", data: pageOf(ctx.table(segmentTable).values(), ctx.query.page) });
      },
      /** All or nothing: with one unknown segment the contact is added to none (inferred). A segment it is in already is no error. */
      addContactToSegments: (ctx) => {
        const contacts2 = ctx.table(contactTable);
        const contact = findContact(contacts2, ctx.path.email);
        if (!contact) return ctx.example(404, "contact_not_found");
        const known = ctx.table(segmentTable);
        const wanted = ctx.body.segmentedListsIds;
        if (wanted.some((id2) => !known.get(id2))) return ctx.example(404, "segmentation_list_not_found");
        const segmentedListsIds = [.../* @__PURE__ */ new Set([...contact.segmentedListsIds, ...wanted])];
        contacts2.update(contact.id, { segmentedListsIds });
        return ctx.reply(200, {
          message: "Contact added to segments",
          data: { id: contact.id, email: contact.email, segmentedListsIds }
        });
      }
    };
  }
});

// src/platforms/pingback/webhooks.ts
function accountOfUrl({ session, operation, path }) {
  return session.accounts.find("platform", operation.platform).find((account2) => {
    const webhook = session.table(account2.id, webhookTable).get(path.webhookId);
    return webhook?.channelUid === path.channelUid && webhook.workflowId === path.workflowId;
  });
}
function unknownFields(fields2, known) {
  return fields2.flatMap(
    (field, index) => known.find("name", field.fieldName).length > 0 ? [] : [
      {
        in: "body",
        path: ["customFields", index, "fieldName"],
        rule: "other",
        message: "names no custom field of the account"
      }
    ]
  );
}
function storeContact(ctx, account2, email3, fields2) {
  const given = Object.fromEntries(fields2.map((field) => [field.fieldName, field.fieldValue]));
  const contacts2 = ctx.session.table(account2.id, contactTable);
  const contact = findContact(contacts2, email3);
  if (contact) return contacts2.update(contact.id, { attributes: mergeAttributes(contact.attributes, given) });
  return contacts2.insert({
    id: ctx.session.ids.uuid(),
    email: email3,
    status: "active",
    source: "Webhook",
    origin: null,
    segmentedListsIds: [],
    createdAt: iso(ctx.now),
    attributes: mergeAttributes({}, given)
  });
}
var webhooks2;
var init_webhooks4 = __esm({
  "src/platforms/pingback/webhooks.ts"() {
    init_clock();
    init_attributes();
    init_contacts();
    init_tables();
    webhooks2 = {
      /**
       * Starts the automation, and updates the contact with the custom fields or creates it with them; a contact that
       * came in this way has the source `Webhook` (inferred). A field that the account has not refuses the whole request
       * (the rule is documented, the answer inferred). The state of the account's key plays no part (inferred).
       *
       * @see https://pingback.com/docs/pt-BR/knowledge-base/workflows/como-configurar-e-utilizar-webhook
       */
      triggerWebhook: (ctx) => {
        const account2 = accountOfUrl(ctx);
        if (!account2) return ctx.example(404, "webhook_not_found");
        const { email: email3, customFields = [] } = ctx.body;
        const unknown3 = unknownFields(customFields, ctx.session.table(account2.id, customFieldTable));
        if (unknown3.length > 0) return ctx.invalid(unknown3);
        const contact = storeContact(ctx, account2, email3, customFields);
        ctx.session.table(account2.id, webhookRunTable).insert({
          id: ctx.session.ids.uuid(),
          webhookId: ctx.path.webhookId,
          workflowId: ctx.path.workflowId,
          contactId: contact.id,
          email: contact.email,
          at: iso(ctx.now)
        });
        return ctx.reply(200, { message: "Webhook received" });
      }
    };
  }
});

// src/platforms/pingback/index.ts
var pingbackModule;
var init_pingback = __esm({
  "src/platforms/pingback/index.ts"() {
    init_contacts();
    init_deals();
    init_developer_mode();
    init_email_verification();
    init_invalid_request2();
    init_segments();
    init_webhooks4();
    pingbackModule = {
      behaviours: withDeveloperMode({ ...contacts, ...segments, ...deals, ...emailVerification, ...webhooks2 }),
      invalidRequest: invalidRequest2
    };
  }
});

// src/platforms/rdstation/custom-fields.ts
function isKnownField({ table: table2 }, name2) {
  const fields2 = table2(customFieldTable2);
  return fields2.size === 0 || fields2.find("api_identifier", name2).length > 0;
}
function customFieldIssues({ table: table2 }, payload, base) {
  const fields2 = table2(customFieldTable2);
  if (fields2.size === 0) return [];
  return Object.entries(payload).flatMap(([name2, value]) => {
    const [field] = name2.startsWith("cf_") ? fields2.find("api_identifier", name2) : [];
    if (!field || value === null || value === "") return [];
    return issuesOfValue(field, value, [...base, name2]);
  });
}
function issuesOfValue({ data_type, valid_options }, value, path) {
  if (!hasType(data_type, value)) {
    const expected = EXPECTED[data_type];
    return [{ in: "body", path, rule: "type", expected, message: `must be of type ${data_type}` }];
  }
  const chosen = Array.isArray(value) ? value : [value];
  if (!valid_options || chosen.every((option) => valid_options.includes(String(option)))) return [];
  return [{ in: "body", path, rule: "enum", options: valid_options, message: "must be one of the options of the field" }];
}
function hasType(type, value) {
  switch (type) {
    case "STRING":
      return typeof value === "string";
    case "INTEGER":
      return Number.isInteger(value);
    case "BOOLEAN":
      return typeof value === "boolean";
    case "STRING[]":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
  }
}
var EXPECTED;
var init_custom_fields2 = __esm({
  "src/platforms/rdstation/custom-fields.ts"() {
    init_tables2();
    EXPECTED = {
      STRING: "string",
      INTEGER: "integer",
      BOOLEAN: "boolean",
      "STRING[]": "array"
    };
  }
});

// src/platforms/rdstation/webhooks.ts
function emitConversion(storage, lead, { identifier }) {
  emit2(storage, CONVERTED, identifier, lead);
}
function emitOpportunity(storage, lead) {
  emit2(storage, MARKED_OPPORTUNITY, "default", lead);
}
function emit2({ session, now, account: account2 }, event, identifier, lead) {
  if (!somebodyListens(session, "rdstation")) return;
  const at2 = iso(now);
  const payload = {
    event_type: event,
    entity_type: "CONTACT",
    event_identifier: identifier,
    timestamp: at2,
    event_timestamp: at2,
    contact: contactOf(lead)
  };
  emitWebhook(session, { platform: "rdstation", accountId: account2.id, event, identifier, at: now, payload });
}
function contactOf({ id: id2, email: email3, fields: fields2, tags, legal_bases, funnel }) {
  const isWorthShowing = ([name2, value]) => name2.startsWith("cf_") && value !== "" && value !== null;
  return {
    uuid: id2,
    email: email3,
    ...Object.fromEntries(CONTACT_FIELDS.map((name2) => [name2, fields2[name2] ?? null])),
    tags,
    // Empty custom fields are left out (documented).
    ...Object.fromEntries(Object.entries(fields2).filter(isWorthShowing)),
    legal_bases,
    company: { name: fields2.company_name ?? null },
    funnel: {
      name: funnel?.name ?? "default",
      lifecycle_stage: funnel?.stage === "sale" ? "Client" : funnel ? "Qualified Lead" : "Lead",
      opportunity: funnel?.stage === "opportunity",
      contact_owner_email: null,
      interest: 0,
      fit: "d",
      origin: "Desconhecido"
    }
  };
}
var CONVERTED, MARKED_OPPORTUNITY, rdstationWebhooks, CONTACT_FIELDS;
var init_webhooks5 = __esm({
  "src/platforms/rdstation/webhooks.ts"() {
    init_clock();
    init_webhooks();
    CONVERTED = "WEBHOOK.CONVERTED";
    MARKED_OPPORTUNITY = "WEBHOOK.MARKED_OPPORTUNITY";
    rdstationWebhooks = {
      events: [CONVERTED, MARKED_OPPORTUNITY],
      timeout: "5s",
      retries: ["1m", "5m", "30m"]
    };
    CONTACT_FIELDS = [
      "name",
      "job_title",
      "bio",
      "website",
      "personal_phone",
      "mobile_phone",
      "city",
      "facebook",
      "linkedin",
      "twitter"
    ];
  }
});

// src/platforms/rdstation/leads.ts
function findLead(leads, email3) {
  return leads.first("email", mailbox2(email3));
}
function recordConversion(storage, sent) {
  const payload = keptPayload(storage, sent);
  const lead = storeLead(storage, payload);
  const conversion = storage.table(conversionTable).insert({
    id: storage.session.ids.uuid(),
    leadId: lead.id,
    identifier: payload.conversion_identifier,
    payload,
    at: iso(storage.now)
  });
  emitConversion(storage, lead, conversion);
  return conversion;
}
function hasCapitals(tags) {
  return tags?.some((tag) => tag !== tag.toLowerCase()) ?? false;
}
function keptPayload(storage, sent) {
  const isKept = (name2) => CONVERSION_FIELDS.has(name2) || (name2.startsWith("cf_") ? isKnownField(storage, name2) : LEAD_FIELDS.has(name2));
  const payload = membersWhere(sent, isKept);
  if (payload.tags) payload.tags = payload.tags.map((tag) => tag.toLowerCase());
  return payload;
}
function storeLead({ session, now, table: table2 }, payload) {
  const leads = table2(leadTable);
  const at2 = iso(now);
  const lead = findLead(leads, payload.email);
  const tags = payload.tags ? [.../* @__PURE__ */ new Set([...lead?.tags ?? [], ...payload.tags])] : lead?.tags ?? [];
  const legal_bases = payload.legal_bases ?? lead?.legal_bases ?? [];
  const fields2 = { ...lead?.fields, ...membersWhere(payload, isGivenField) };
  if (lead) return leads.update(lead.id, { fields: fields2, tags, legal_bases, updatedAt: at2 });
  const { email: email3 } = payload;
  return leads.insert({ id: session.ids.uuid(), email: email3, fields: fields2, tags, legal_bases, funnel: null, createdAt: at2, updatedAt: at2 });
}
function isGivenField(name2, value) {
  return value !== null && value !== "" && (LEAD_FIELDS.has(name2) || name2.startsWith("cf_"));
}
function membersWhere(object, isWanted) {
  const members = {};
  for (const name2 of Object.keys(object)) {
    const value = object[name2];
    if (isWanted(name2, value)) members[name2] = value;
  }
  return members;
}
var LEAD_FIELDS, CONVERSION_FIELDS;
var init_leads = __esm({
  "src/platforms/rdstation/leads.ts"() {
    init_clock();
    init_custom_fields2();
    init_tables2();
    init_webhooks5();
    LEAD_FIELDS = /* @__PURE__ */ new Set([
      "name",
      "job_title",
      "state",
      "city",
      "country",
      "personal_phone",
      "mobile_phone",
      "twitter",
      "facebook",
      "linkedin",
      "website",
      "company_name",
      "company_site",
      "company_address",
      "available_for_mailing"
    ]);
    CONVERSION_FIELDS = /* @__PURE__ */ new Set([
      "conversion_identifier",
      "email",
      "client_tracking_id",
      "traffic_source",
      "traffic_medium",
      "traffic_campaign",
      "traffic_value",
      "tags",
      "legal_bases"
    ]);
  }
});

// src/platforms/rdstation/traffic-source.ts
function trafficIssues(payload, base) {
  if (!isTrackingCookie(payload.traffic_source)) return [];
  return ELSEWHERE.filter((name2) => Boolean(payload[name2])).map((name2) => ({
    in: "body",
    path: [...base, name2],
    rule: "other",
    message: "must be empty when traffic_source is the __trf.src cookie"
  }));
}
function isTrackingCookie(source) {
  return typeof source === "string" && /^\s*(encoded_|eyJ|\{|%7B)|__trf/i.test(source);
}
var ELSEWHERE;
var init_traffic_source = __esm({
  "src/platforms/rdstation/traffic-source.ts"() {
    ELSEWHERE = ["traffic_medium", "traffic_campaign", "traffic_value"];
  }
});

// src/platforms/rdstation/conversions.ts
var conversions;
var init_conversions = __esm({
  "src/platforms/rdstation/conversions.ts"() {
    init_custom_fields2();
    init_leads();
    init_traffic_source();
    conversions = {
      /** The lead is there at once; the platform takes some minutes. */
      createConversion: (ctx) => {
        const { payload } = ctx.body;
        const issues = [...customFieldIssues(ctx, payload, ["payload"]), ...trafficIssues(payload, ["payload"])];
        if (issues.length > 0) return ctx.invalid(issues);
        if (ctx.choices.uppercase_tags === "refused" && hasCapitals(payload.tags)) return ctx.example(400, "tags_not_lowercase");
        return ctx.reply(200, { event_uuid: recordConversion(ctx, payload).id });
      }
    };
  }
});

// src/platforms/rdstation/invalid-request.ts
function invalidRequest3(issues, ctx) {
  const errors = errorsOf(issues, ctx.choices);
  const isBare = ctx.choices.invalid_event_type === "bare_array" && issues.some(isEventType);
  return ctx.reply(400, isBare ? errors : { errors });
}
function errorsOf(issues, choices) {
  return issues.map((issue3) => {
    const entry = entryOf2(issue3);
    if (isEventType(issue3) && choices.invalid_event_type === "body_path") {
      return { ...entry, path: entry.path.replace(".event_type", ".body.event_type") };
    }
    if (isMissingEmail(issue3) && choices.missing_email === "at_least_one_required") {
      return {
        error_type: "AT_LEAST_ONE_REQUIRED",
        error_message: "At least one of the fields must be present.",
        validation_rules: { fields: ["email", "phone"] },
        path: jsonPath(issue3.path.slice(0, -1))
      };
    }
    return entry;
  });
}
function isEventType({ rule, path }) {
  return rule === "enum" && path.at(-1) === "event_type";
}
function isMissingEmail({ rule, path }) {
  return rule === "missing" && path.at(-1) === "email";
}
function entryOf2(issue3) {
  const path = jsonPath(issue3.path);
  switch (issue3.rule) {
    case "missing":
      return { error_type: "MISSING", error_message: "Is missing.", path };
    case "enum":
      return {
        error_type: "INVALID_OPTION",
        error_message: "Must be one of the valid options.",
        validation_rules: { valid_options: issue3.options ?? [] },
        path
      };
    case "type": {
      const type = dataType(issue3.expected);
      return {
        error_type: "INVALID_DATA_TYPE",
        error_message: `Must be of type '${type}'.`,
        validation_rules: { data_type: type },
        path
      };
    }
    case "format":
    case "pattern":
      return { error_type: "INVALID_FORMAT", error_message: "It is not valid", path };
    case "min_length":
      return issue3.limit === 1 ? { error_type: "CANNOT_BE_BLANK", error_message: "Can not be blank", path } : { error_type: "TOO_SHORT", error_message: `Is too short (minimum ${issue3.limit} characters)`, path };
    case "max_length":
      return { error_type: "TOO_LONG", error_message: `Is too long (maximum ${issue3.limit} characters)`, path };
    default:
      return { error_type: "INVALID", error_message: "It is not valid", path };
  }
}
function jsonPath(path) {
  return path.reduce((before, part) => before + (typeof part === "number" ? `[${part}]` : `.${part}`), "$");
}
function dataType(type = "string") {
  return DATA_TYPES[type] ?? type.toUpperCase();
}
var DATA_TYPES;
var init_invalid_request3 = __esm({
  "src/platforms/rdstation/invalid-request.ts"() {
    DATA_TYPES = { array: "SET", int: "INTEGER", number: "FLOAT" };
  }
});

// src/platforms/rdstation/events.ts
function partialBatch(issues, ctx) {
  const sent = ctx.body;
  if (ctx.choices.invalid_batch_item !== "per_item" || !Array.isArray(sent)) return void 0;
  const batch = sent;
  const event_batch_uuid = ctx.session.ids.uuid();
  const events3 = batch.map((event, index) => {
    const ofSchema = issues.filter(({ path }) => path[0] === index).map((issue3) => ({ ...issue3, path: issue3.path.slice(1) }));
    const own = ofSchema.length > 0 ? ofSchema : issuesOf(ctx, event, []);
    return own.length > 0 ? { errors: errorsOf(own, ctx.choices) } : { event_uuid: recordEvent(ctx, event) };
  });
  return ctx.reply(207, { event_batch_uuid, events: events3 });
}
function refusesTags(choices) {
  return choices.uppercase_tags === "refused";
}
function hasCapitalTags(event) {
  return event.event_type === "CONVERSION" && hasCapitals(event.payload.tags);
}
function issuesOf(ctx, event, base) {
  if (event.event_type !== "CONVERSION") return [];
  const at2 = [...base, "payload"];
  return [...customFieldIssues(ctx, event.payload, at2), ...trafficIssues(event.payload, at2)];
}
function recordEvent(storage, event) {
  switch (event.event_type) {
    case "CONVERSION":
      return recordConversion(storage, event.payload).id;
    case "OPPORTUNITY":
    case "SALE":
    case "OPPORTUNITY_LOST":
      return storeEvent(storage, event, qualify(storage, event));
    default:
      return storeEvent(storage, event, true);
  }
}
function qualify(storage, event) {
  const { table: table2, now } = storage;
  const lead = findLead(table2(leadTable), event.payload.email);
  if (!lead) return false;
  const at2 = iso(now);
  const moved = table2(leadTable).update(lead.id, { funnel: { ...funnelAfter(event), at: at2 }, updatedAt: at2 });
  if (event.event_type === "OPPORTUNITY") emitOpportunity(storage, moved);
  return true;
}
function funnelAfter(event) {
  const name2 = event.payload.funnel_name;
  switch (event.event_type) {
    case "OPPORTUNITY":
      return { name: name2, stage: "opportunity" };
    case "SALE":
      return { name: name2, stage: "sale", ...event.payload.value !== void 0 && { value: event.payload.value } };
    case "OPPORTUNITY_LOST":
      return { name: name2, stage: "opportunity_lost", ...event.payload.reason !== void 0 && { reason: event.payload.reason } };
  }
}
function storeEvent({ session, table: table2, now }, { event_type, payload }, processed) {
  const leadId = findLead(table2(leadTable), payload.email)?.id ?? null;
  const at2 = iso(now);
  return table2(eventTable).insert({ id: session.ids.uuid(), event_type, email: payload.email, leadId, processed, payload, at: at2 }).id;
}
var events2;
var init_events2 = __esm({
  "src/platforms/rdstation/events.ts"() {
    init_clock();
    init_custom_fields2();
    init_invalid_request3();
    init_leads();
    init_tables2();
    init_traffic_source();
    init_webhooks5();
    events2 = {
      createEvent: (ctx) => {
        const event = ctx.body;
        const issues = issuesOf(ctx, event, []);
        if (issues.length > 0) return ctx.invalid(issues);
        if (refusesTags(ctx.choices) && hasCapitalTags(event)) return ctx.example(400, "tags_not_lowercase");
        return ctx.reply(200, { event_uuid: recordEvent(ctx, event) });
      },
      /**
       * In the order sent. With one event that does not fit none is stored, unless the session chose `per_item` (inferred:
       * partial failure is not documented).
       */
      createEventBatch: (ctx) => {
        const batch = ctx.body;
        const issues = batch.flatMap((event, index) => issuesOf(ctx, event, [index]));
        if (issues.length > 0) return partialBatch(issues, ctx) ?? ctx.invalid(issues);
        if (refusesTags(ctx.choices) && batch.some(hasCapitalTags)) return ctx.example(400, "tags_not_lowercase");
        const event_batch_uuid = ctx.session.ids.uuid();
        return ctx.reply(200, { event_batch_uuid, events: batch.map((event) => ({ event_uuid: recordEvent(ctx, event) })) });
      }
    };
  }
});

// src/platforms/rdstation/index.ts
var rdstationModule;
var init_rdstation = __esm({
  "src/platforms/rdstation/index.ts"() {
    init_conversions();
    init_events2();
    init_invalid_request3();
    init_webhooks5();
    rdstationModule = {
      behaviours: { ...conversions, ...events2 },
      partial: { createEventBatch: partialBatch },
      webhooks: rdstationWebhooks,
      invalidRequest: invalidRequest3
    };
  }
});

// src/platforms/zenvio/page.ts
function pageOf2(rows, page, limit) {
  const total = rows.length;
  return {
    data: rows.slice((page - 1) * limit, page * limit),
    pagination: { total, page, limit, totalPages: Math.ceil(total / limit) }
  };
}
var init_page2 = __esm({
  "src/platforms/zenvio/page.ts"() {
  }
});

// src/platforms/zenvio/instances.ts
function instanceOf2(ctx) {
  return ctx.table(instanceTable).get(ctx.path.instanceId);
}
function pageNumber(digits) {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}
function fold(text2) {
  return text2.normalize("NFD").replace(new RegExp("\\p{Mn}", "gu"), "").toLowerCase();
}
var PAGE_SIZE2, instances2;
var init_instances2 = __esm({
  "src/platforms/zenvio/instances.ts"() {
    init_clock();
    init_connection();
    init_life_cycle();
    init_page2();
    init_tables3();
    PAGE_SIZE2 = 10;
    instances2 = {
      /** A key that is locked to instances sees its own only (inferred). */
      listInstances: (ctx) => {
        const { page = "1", limit = String(PAGE_SIZE2), status: status2, search = "" } = ctx.query;
        const wanted = fold(search);
        const rows = ctx.table(instanceTable).values().filter(({ id: id2 }) => ctx.key?.instances?.includes(id2) ?? true).filter((instance) => status2 === void 0 || instance.status === status2).filter(({ name: name2, phoneNumber }) => fold(name2).includes(wanted) || phoneNumber?.includes(wanted));
        return ctx.reply(200, { success: true, ...pageOf2(rows, pageNumber(page), Number(limit)) });
      },
      getInstance: (ctx) => {
        const instance = instanceOf2(ctx);
        return instance ? ctx.reply(200, { success: true, data: instance }) : ctx.example(404, "instance_not_found");
      },
      /** Any key with the scope may create one, a locked key too; the lock does not open the new one to it. */
      createInstance: (ctx) => {
        const at2 = iso(ctx.now);
        const instance = ctx.table(instanceTable).insert({
          id: ctx.session.ids.id("inst"),
          name: ctx.body.name,
          phoneNumber: null,
          status: "PENDING",
          createdAt: at2,
          updatedAt: at2
        });
        const { id: id2, name: name2, status: status2, phoneNumber, createdAt } = instance;
        const { evolution } = ctx.example(200, "pending").body.data;
        showQrCode(ctx.session, ctx.account.id, instance, evolution.base64 ?? "", ctx.now);
        return ctx.reply(200, { success: true, data: { instance: { id: id2, name: name2, status: status2, phoneNumber, createdAt }, evolution } });
      },
      /** Only an `ACTIVE` instance has a connection; one that waits for its QR code has none yet (inferred). */
      disconnectInstance: (ctx) => {
        const instance = instanceOf2(ctx);
        if (!instance) return ctx.example(404, "instance_not_found");
        if (instance.status !== "ACTIVE") return ctx.example(400, "instance_not_connected");
        const { id: id2, status: status2 } = disconnect(ctx.session, ctx.account.id, instance, ctx.now);
        return ctx.reply(200, { success: true, data: { instance_id: id2, status: status2 } });
      },
      /** Its messages stay, so that their status can still be asked for; those that have not left fail (inferred). */
      deleteInstance: (ctx) => {
        const instance = instanceOf2(ctx);
        if (!instance) return ctx.example(404, "instance_not_found");
        if (instance.status === "ACTIVE") return ctx.example(400, "instance_active");
        ctx.table(instanceTable).delete(instance.id);
        abandonMessages(ctx.session, ctx.account.id, instance.id, ctx.now);
        return ctx.reply(200, { success: true, data: { instance_id: instance.id, status: "deleted" }, message: "Instance removed." });
      }
    };
  }
});

// src/platforms/zenvio/invalid-request.ts
function invalidRequest4(issues, ctx) {
  const answer = ctx.example(400, "validation_error");
  const body = answer.body;
  const documented2 = new Map(body.details?.map(({ field, message }) => [field, message]));
  const details = issues.map((issue3) => {
    const field = issue3.path.join(".") || "body";
    return { field, message: documented2.get(field) ?? `${field} ${issue3.message}` };
  });
  return { ...answer, body: { ...body, details } };
}
var init_invalid_request4 = __esm({
  "src/platforms/zenvio/invalid-request.ts"() {
  }
});

// src/platforms/zenvio/logs.ts
function isOpenTo({ key: key2 }, { instanceId }) {
  return !key2?.instances || instanceId !== null && key2.instances.includes(instanceId);
}
function filterOf({ status: status2, method, startDate, endDate, apiKeyId }) {
  const statuses = status2?.split(",").map(Number);
  const methods = method?.split(",");
  const from = startDate === void 0 ? -Infinity : Date.parse(startDate);
  const until = endDate === void 0 ? Infinity : Date.parse(endDate);
  return (entry) => (statuses?.includes(entry.status) ?? true) && (methods?.includes(entry.method) ?? true) && entry.at >= from && entry.at <= until && (apiKeyId === void 0 || entry.keyId === apiKeyId);
}
function toLog(entry, base) {
  const [path = "", query] = entry.path.split("?", 2);
  return {
    id: entry.requestId,
    apiKeyId: entry.keyId,
    instanceId: entry.instanceId,
    endpoint: path.startsWith(`${base}/`) ? path : base + path,
    method: entry.method,
    status: entry.status,
    userAgent: entry.userAgent,
    // The mock does not look at where a request comes from.
    ip: null,
    requestQuery: query === void 0 ? null : Object.fromEntries(new URLSearchParams(query)),
    requestBody: withoutRecipients(entry.requestBody),
    responseBody: objectOrNull(entry.responseBody),
    duration: entry.durationMs,
    createdAt: iso(entry.at)
  };
}
function withoutRecipients(body) {
  const object = objectOrNull(body);
  return object && "to" in object ? { ...object, to: "[REDACTED]" } : object;
}
function objectOrNull(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}
function basePathOf({ document: document2, operation }) {
  const server = document2.platforms.get(operation.platform)?.server;
  return server === void 0 ? "" : new URL(server).pathname.replace(/\/$/, "");
}
var PAGE_SIZE3, logs;
var init_logs = __esm({
  "src/platforms/zenvio/logs.ts"() {
    init_clock();
    init_journal();
    init_page2();
    PAGE_SIZE3 = 20;
    logs = {
      /**
       * Newest first (inferred). Requests whose key is unknown belong to no workspace and so stand in no log; those of a
       * revoked key do. A key that is locked to instances sees the requests about its own only (inferred).
       */
      listLogs: (ctx) => {
        const { page = 1, limit = PAGE_SIZE3, apiKeyId } = ctx.query;
        if (apiKeyId !== void 0 && ctx.session.keys.get(apiKeyId)?.accountId !== ctx.account.id) {
          return ctx.example(400, "key_not_in_workspace");
        }
        const matches2 = filterOf(ctx.query);
        const entries = ctx.session.journal.list().filter((entry) => entry.accountId === ctx.account.id && isOpenTo(ctx, entry) && matches2(entry));
        const base = basePathOf(ctx);
        const { data, pagination } = pageOf2(entries, page, limit);
        return ctx.reply(200, { success: true, data: data.map((entry) => toLog(entryOf(entry), base)), pagination });
      }
    };
  }
});

// src/platforms/zenvio/idempotency.ts
function idempotencyKeyOf(header) {
  return header["idempotency-key"] ?? header["x-idempotency-key"];
}
function rememberedBody(sends, key2, now) {
  const send3 = sends.get(key2);
  return send3 && now < send3.at + WINDOW ? send3.body : void 0;
}
function remember2(sends, send3) {
  sends.delete(send3.id);
  sends.insert(send3);
}
var WINDOW;
var init_idempotency = __esm({
  "src/platforms/zenvio/idempotency.ts"() {
    init_clock();
    WINDOW = milliseconds("24h");
  }
});

// src/platforms/zenvio/schedule.ts
function scheduleOf(schedule, now) {
  if (!schedule) return { status: "queued", scheduled_at: null };
  const at2 = Date.parse(schedule.sendAt);
  if (!(at2 >= now + EARLIEST && at2 <= now + LATEST)) return "out_of_window";
  return { status: "scheduled", scheduled_at: iso(at2) };
}
var EARLIEST, LATEST;
var init_schedule = __esm({
  "src/platforms/zenvio/schedule.ts"() {
    init_clock();
    EARLIEST = milliseconds("5m");
    LATEST = milliseconds("30d");
  }
});

// src/platforms/zenvio/messages.ts
function messageOf(ctx) {
  return ctx.table(messageTable).get(ctx.path.messageId);
}
function shown4(message) {
  const { id: id2, instance_id: _instance, payload: _payload, dueAt: _due, ...rest } = message;
  const { failedAttempts: _failed, maxRetries: _retries, ...wire } = rest;
  return { message_id: id2, ...wire };
}
function act(ctx, change3, event) {
  const message = ctx.table(messageTable).update(ctx.path.messageId, change3);
  if (event) emitMessage(ctx.session, ctx.account.id, event, message, ctx.now);
  return ctx.reply(200, { success: true, message_ids: [message.id], status: change3.status });
}
var SENT, WAITING2, UNTOUCHED, messages;
var init_messages = __esm({
  "src/platforms/zenvio/messages.ts"() {
    init_clock();
    init_idempotency();
    init_life_cycle();
    init_schedule();
    init_tables3();
    init_webhooks2();
    SENT = /* @__PURE__ */ new Set(["sent", "delivered", "read", "responded", "edited"]);
    WAITING2 = /* @__PURE__ */ new Set(["queued", "scheduled"]);
    UNTOUCHED = { sent_at: null, delivered_at: null, read_at: null, failed_at: null, error_message: null, external_id: null };
    messages = {
      /** Takes a send for any existing instance, connected or not: what is not on its way yet is queued (inferred). */
      sendMessage: (ctx) => {
        const sends = ctx.table(rememberedSendTable);
        const idempotencyKey = idempotencyKeyOf(ctx.header);
        const first = idempotencyKey === void 0 ? void 0 : rememberedBody(sends, idempotencyKey, ctx.now);
        if (first) return ctx.reply(200, first);
        const { instance_id, to, type, payload, schedule, options } = ctx.body;
        const instance = ctx.table(instanceTable).get(instance_id);
        if (!instance) return ctx.example(400, "invalid_instance");
        if (to.some((number3) => number3 === instance.phoneNumber)) return ctx.example(400, "cannot_send_to_self");
        const time = scheduleOf(schedule, ctx.now);
        if (time === "out_of_window") return ctx.example(400, "schedule_out_of_window");
        const table2 = ctx.table(messageTable);
        const created_at = iso(ctx.now);
        const message_ids = to.map((recipient) => {
          const id2 = ctx.session.ids.id("msg");
          const maxRetries = options?.maxRetries ?? DEFAULT_RETRIES;
          const row = { id: id2, instance_id, to: recipient, type, payload, ...time, ...UNTOUCHED, created_at, maxRetries };
          startMessage(ctx.session, ctx.account.id, table2.insert(row), ctx.now);
          return id2;
        });
        const body = time.scheduled_at === null ? { message_ids, status: time.status } : { message_ids, ...time };
        if (idempotencyKey !== void 0) remember2(sends, { id: idempotencyKey, at: ctx.now, body });
        return ctx.reply(202, body);
      },
      getMessage: (ctx) => {
        const message = messageOf(ctx);
        if (!message) return ctx.example(404, "message_not_found");
        return ctx.reply(200, shown4(message));
      },
      editMessage: (ctx) => {
        const message = messageOf(ctx);
        if (!message) return ctx.example(404, "message_not_found");
        if (message.type !== "text" || !SENT.has(message.status)) return ctx.example(400, "cannot_edit");
        return act(ctx, { status: "edited", payload: { message: ctx.body.text } }, "message.edited");
      },
      cancelMessage: (ctx) => {
        const message = messageOf(ctx);
        if (!message) return ctx.example(404, "message_not_found");
        if (message.status === "processing") return ctx.example(400, "cannot_cancel_processing");
        if (!WAITING2.has(message.status)) return ctx.example(400, "cannot_cancel_status");
        return act(ctx, { status: "cancelled", dueAt: null });
      },
      /** For everyone, so through the phone: its instance has to be connected. */
      deleteMessage: (ctx) => {
        const message = messageOf(ctx);
        if (!message) return ctx.example(404, "message_not_found");
        const connected = ctx.table(instanceTable).get(message.instance_id)?.status === "ACTIVE";
        if (!connected || !SENT.has(message.status)) return ctx.example(400, "cannot_delete");
        return act(ctx, { status: "deleted", dueAt: null }, "message.deleted");
      }
    };
  }
});

// src/platforms/zenvio/index.ts
var zenvioModule;
var init_zenvio = __esm({
  "src/platforms/zenvio/index.ts"() {
    init_connection();
    init_instances2();
    init_invalid_request4();
    init_life_cycle();
    init_logs();
    init_messages();
    init_webhooks2();
    zenvioModule = {
      behaviours: { ...messages, ...instances2, ...logs },
      tasks: { [MESSAGE_TASK]: takeStep, [QR_TASK]: readQrCode },
      webhooks: zenvioWebhooks,
      invalidRequest: invalidRequest4
    };
  }
});

// src/platforms/index.ts
var modules;
var init_platforms = __esm({
  "src/platforms/index.ts"() {
    init_console2();
    init_control();
    init_pingback();
    init_rdstation();
    init_zenvio();
    modules = {
      pingback: pingbackModule,
      rdstation: rdstationModule,
      zenvio: zenvioModule,
      console: consoleModule,
      control: controlModule
    };
  }
});

// src/mock.ts
var mock_exports = {};
__export(mock_exports, {
  createMock: () => createMock
});
function createMock(options = {}) {
  const own = setUp(options);
  const { document: document2, validators } = own;
  const courier = new Courier((platform2) => modules[platform2]?.webhooks, options.webhooks);
  const keeper = options.store && new Keeper(options.store, onUnkept);
  let started;
  const plant = (session) => {
    plantZeroSetup(session, document2);
    if (!options.start) return;
    const applied = applySeed({ session, document: document2 }, options.start);
    session.markInitial();
    started ??= applied;
  };
  const engine = {
    document: document2,
    validators,
    modules: own.modules(modules),
    responder: own.responder,
    inspector: own.inspector,
    courier,
    keeper,
    controlToken: checkedToken(options.controlToken),
    sessions: createSessions(plant, options, courier, keeper),
    stopwatch: () => performance.now(),
    onBug: (error, operation) => console.error(`The mock failed in ${operation}. Please report this.`, error)
  };
  const { sessions: sessions2 } = engine;
  const afterItsWait = async (outgoing, { gone }) => {
    await outgoing.wait?.(gone?.());
    return outgoing;
  };
  const answer = (request) => {
    const outgoing = handle(engine, request);
    if (outgoing instanceof Promise) return outgoing.then((late) => afterItsWait(late, request));
    return outgoing.wait ? afterItsWait(outgoing, request) : outgoing;
  };
  return Object.assign(sessionApi(engine, sessions2.default), {
    answer,
    async fetch(input, init) {
      const request = asRequest(input, init);
      return delivered(request, async () => handle(engine, await readRequest(request)));
    },
    session(name2, own2) {
      if (own2 && sessions2.has(name2))
        throw new Error(
          `The session "${name2}" exists already, so it cannot start with options. Drop it first, or take another name.`
        );
      const opened = sessions2.create(name2, own2 && startOf3(own2));
      if (!opened.ok) throw new Error(explainProblem(opened.problem, name2, sessions2).detail);
      return Object.assign(sessionApi(engine, opened.session), { [Symbol.dispose]: () => void sessions2.drop(name2) });
    },
    sessions: {
      list: () => sessions2.list().map(({ name: name2 }) => name2),
      drop: (name2) => sessions2.drop(name2),
      owner({ url, headers }) {
        const opened = sessionOfCredential(sessions2, document2, { url: new URL(url), headers });
        return opened.ok ? opened.session.name : void 0;
      }
    },
    zeroSetupKeys: zeroSetupKeys(document2.platforms),
    contract: own.contractOver(() => sessions2.list()),
    notices: own.notices,
    document: document2.source,
    servers: serversOf(document2),
    started,
    tick: () => sessions2.list().forEach((session) => {
      session.runDueTasks();
      courier.poke(session);
    })
  });
}
function onUnkept(error) {
  console.error("The mock could not write down what it did. It tries again with the next change.", error);
}
function createSessions(plant, options, courier, keeper) {
  const saved = keeper?.load(settingsIn(options));
  const seed = saved?.seed ?? options.seed ?? 1;
  const source = options.now === void 0 ? () => Date.now() : instant2(options.now);
  const vault = createVault(options.store?.vaultKey);
  const settings2 = changedSettings({ rateLimits: "off", propagationDelay: 0, failures: {} }, options);
  let first;
  const make = (name2, { seed: itsOwn, now: now2, ...changed }) => {
    const byName = first !== void 0 && itsOwn === void 0;
    const session = new Session({
      name: name2,
      seed: byName ? seed ^ hash(name2) | 0 : itsOwn ?? seed,
      stream: byName ? hash(`stream ${name2}`) : 0,
      clock: createClock(now2 ?? source),
      vault,
      settings: { ...settings2, ...changed },
      run: (owner, task) => {
        if (task.kind === COURIER_TASK) courier.wake(owner, task.subject);
        else runTask(owner, task);
      }
    });
    if (first && now2 === void 0) session.startAs(first, changed);
    else plant(session);
    first ??= session;
    return session;
  };
  const { count: count2 = 1e3, idle = "30m", now = () => Date.now() } = options.sessions ?? {};
  return new Sessions({ make, now, limits: { count: count2, idle: milliseconds(idle) }, keeper, saved });
}
function startOf3({ seed, now, ...changes }) {
  return { ...seed !== void 0 && { seed }, ...now !== void 0 && { now: instant2(now) }, ...settingsIn(changes) };
}
function serversOf(document2) {
  const servers = {};
  for (const { id: id2, server } of document2.platforms.values()) if (server !== void 0) servers[id2] = server;
  return servers;
}
function hash(text2) {
  let value = 2166136261;
  for (let i = 0; i < text2.length; i++) value = Math.imul(value ^ text2.charCodeAt(i), 16777619);
  return value;
}
function instant2(now) {
  const at2 = new Date(now).getTime();
  if (Number.isNaN(at2))
    throw new RangeError(`"${String(now)}" is no instant. Use a Date, milliseconds, or text such as 2026-01-31T12:00:00Z.`);
  return at2;
}
var runTask;
var init_mock = __esm({
  "src/mock.ts"() {
    init_session_api();
    init_setting_changes();
    init_clock();
    init_keeper();
    init_session();
    init_sessions();
    init_vault();
    init_handle();
    init_control_guard();
    init_open_session();
    init_request2();
    init_set_up();
    init_platforms();
    init_seed();
    init_deliver();
    init_webhooks();
    init_zero_setup2();
    runTask = (session, task) => {
      const handler = Object.values(modules).find(({ tasks }) => tasks?.[task.kind])?.tasks?.[task.kind];
      if (!handler) throw new Error(`No platform knows what to do for a task "${task.kind}".`);
      handler(session, task);
    };
  }
});

// src/cli/seed-file.ts
var seed_file_exports = {};
__export(seed_file_exports, {
  loadSeedFile: () => loadSeedFile
});
function loadSeedFile(mock, file, text2) {
  const { seed, located } = parseSeed(text2, file);
  try {
    return mock.load(seed);
  } catch (error) {
    throw error instanceof SeedError ? located(error) : error;
  }
}
var init_seed_file = __esm({
  "src/cli/seed-file.ts"() {
    init_seed();
    init_parse();
  }
});

// src/prism/static.ts
var static_exports = {};
__export(static_exports, {
  createStaticMock: () => createStaticMock
});
function createStaticMock(document2, { seed = 1 } = {}) {
  assertNodeRunsPrism();
  const respond2 = createPrismResponder(document2, { checkSecurity: true });
  const ids = createIds(seed);
  async function answer(request) {
    const requestId = ids.id("req");
    const { platform: platform2, route } = findRoute(document2, request.url, request.method);
    const facts = { requestId, path: request.url.pathname };
    const refuse2 = (problem3, more = {}) => toOutgoing(answerToProblem(document2, platform2, problem3, { ...facts, ...more }), problem3, requestId);
    if (request.url.pathname.length + request.url.search.length > platform2.limits.urlBytes.value) return refuse2("uri_too_long");
    if (route.kind === "unknown") return refuse2("unknown_path");
    if (route.kind === "wrong_method") return refuse2("method_not_allowed", { allowedMethods: route.allowed.join(", ") });
    const { operation, rawParams } = route;
    const unreadable = problemOf(request, operation, rawParams, platform2.limits.bodyBytes.value);
    if (unreadable) return refuse2(unreadable);
    try {
      const given = await respond2({ operation, request, rawParams, seed: `${seed} ${requestId}` });
      return toOutgoing(given.answer, given.wrong.length > 0 ? "invalid_request" : "public", requestId);
    } catch (error) {
      console.error(`Prism failed in ${operation.id}.`, error);
      return refuse2("server_error");
    }
  }
  return { answer, tick: () => void 0 };
}
function problemOf(request, { requestBody }, rawParams, bodyBytes) {
  if (!decodePathParameters(rawParams)) return "bad_encoding";
  if (request.tooLarge || (request.body?.length ?? 0) > bodyBytes) return "payload_too_large";
  if (!requestBody) return void 0;
  const read2 = readBody(request.body, request.headers.get("content-type"), Object.keys(requestBody.content));
  return read2.kind === "malformed_json" || read2.kind === "unsupported_media_type" ? read2.kind : void 0;
}
var init_static = __esm({
  "src/prism/static.ts"() {
    init_ids();
    init_failures();
    init_body();
    init_outgoing();
    init_parameters();
    init_route();
    init_load();
    init_responder2();
  }
});

// src/transports/http/neutral.ts
function problem2(status2, code, title, detail) {
  return { status: status2, body: JSON.stringify({ type: "about:blank", title, status: status2, detail, code }) };
}
function problemAnswer(...parts2) {
  const { status: status2, body } = problem2(...parts2);
  return { status: status2, headers: { "content-type": "application/problem+json", "x-mock-decision": parts2[1] }, body };
}
function parserProblem(code) {
  return rawProblem(...PARSER_ERRORS[code ?? ""] ?? MALFORMED);
}
function rawProblem(...[status2, name2, title, detail]) {
  const { body } = problem2(status2, name2, title, detail);
  return `HTTP/1.1 ${status2} ${title}\r
content-type: application/problem+json\r
content-length: ${Buffer.byteLength(body)}\r
connection: close\r
\r
${body}`;
}
var PARSER_ERRORS, MALFORMED;
var init_neutral = __esm({
  "src/transports/http/neutral.ts"() {
    PARSER_ERRORS = {
      HPE_HEADER_OVERFLOW: [431, "headers_too_large", "Headers too large", "Send less than 64 KB of request line and headers."],
      ERR_HTTP_REQUEST_TIMEOUT: [
        408,
        "request_timeout",
        "Request timeout",
        "The request was not complete in time. Check its Content-Length against what is sent."
      ]
    };
    MALFORMED = [
      400,
      "malformed_request",
      "Malformed request",
      "This is not valid HTTP/1.1. Check the request line, the headers and the body length."
    ];
  }
});
function writeOutgoing(response, outgoing) {
  const { status: status2, headers, body, breakage, stream } = outgoing;
  const text2 = response.req.method === "HEAD" ? void 0 : body;
  if (breakage) breakOff(response, outgoing, breakage);
  else if (stream) writePieces(response, outgoing, stream);
  else if (text2 === void 0) response.writeHead(status2, onTheWire(headers)).end();
  else response.writeHead(status2, onTheWire(headers, Buffer.byteLength(text2))).end(text2);
}
function onTheWire(headers, contentLength) {
  const tidy = inOrder(headers) ? headers : tidied(headers);
  const wire = [];
  for (const name2 in tidy) wire.push(name2, tidy[name2] ?? "");
  if (contentLength !== void 0) wire.push("content-length", contentLength);
  return wire;
}
function inOrder(headers) {
  let before = "";
  for (const name2 in headers) {
    if (name2 <= before || name2 !== name2.toLowerCase()) return false;
    before = name2;
  }
  return true;
}
function tidied(headers) {
  const tidy = {};
  for (const name2 of Object.keys(headers).sort(inAnyCase)) {
    const lower = name2.toLowerCase();
    const value = headers[name2] ?? "";
    tidy[lower] = Object.hasOwn(tidy, lower) ? `${tidy[lower]}, ${value}` : value;
  }
  return tidy;
}
function inAnyCase(one, other) {
  return one.toLowerCase() < other.toLowerCase() ? -1 : 1;
}
function writePieces(response, { status: status2, headers }, stream$1) {
  response.writeHead(status2, onTheWire(headers));
  response.flushHeaders();
  if (response.req.method === "HEAD") response.end();
  else stream.pipeline(stream.Readable.fromWeb(streamedBody(stream$1)), response, () => void 0);
}
function breakOff(response, { status: status2, headers, body = "" }, breakage) {
  response.on("error", () => void 0);
  if (breakage.kind === "drop") {
    response.socket?.destroy();
    return;
  }
  const bytes2 = Buffer.from(body);
  response.writeHead(status2, { ...headers, "content-length": bytes2.length });
  response.write(bytes2.subarray(0, breakage.after), () => {
    if (breakage.kind === "truncate") response.socket?.destroy();
  });
}
var init_write_outgoing = __esm({
  "src/transports/http/write-outgoing.ts"() {
    init_streamed_body();
  }
});

// src/transports/http/broken-requests.ts
function refuseBrokenRequests(server) {
  const recent = /* @__PURE__ */ new WeakMap();
  const leaving = /* @__PURE__ */ new WeakSet();
  server.on("request", ({ socket }, response) => {
    const known = recent.get(socket);
    if (!known) return void recent.set(socket, { before: void 0, last: response });
    known.before = known.last;
    known.last = response;
  });
  server.on("clientError", (error, socket) => {
    if (leaving.has(socket)) return;
    if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
    leaving.add(socket);
    const { before, last } = recent.get(socket) ?? {};
    const broken2 = last?.req.complete === false ? last : void 0;
    const good = broken2 ? before : last;
    const refuse2 = () => farewell(socket, broken2?.headersSent ? void 0 : parserProblem(error.code));
    if (good && !good.writableFinished && !good.closed) good.once("close", refuse2);
    else refuse2();
  });
  server.on("connect", (_, socket) => {
    const detail = "This is a mock and no proxy: it opens no tunnels. Send your request to its own address.";
    socket.on("error", () => socket.destroy());
    farewell(socket, rawProblem(405, "method_not_allowed", "Method not allowed", detail));
  });
  server.on("checkExpectation", (_, response) => {
    const detail = 'The header Expect may say "100-continue" and nothing else. Leave it out.';
    writeOutgoing(response, problemAnswer(417, "expectation_failed", "Expectation failed", detail));
  });
}
function farewell(socket, text2) {
  if (socket.destroyed) return;
  if (text2 === void 0 || !socket.writable) socket.end();
  else socket.end(text2);
  const timer = setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
  socket.once("close", () => clearTimeout(timer));
}
var FAREWELL_MS;
var init_broken_requests = __esm({
  "src/transports/http/broken-requests.ts"() {
    init_neutral();
    init_write_outgoing();
    FAREWELL_MS = 2e3;
  }
});

// src/transports/http/console/about.ts
function aboutOf(document2) {
  const schemes = Object.values(document2.components.securitySchemes);
  const withKeys2 = new Set(schemes.flatMap((scheme) => scheme["x-key-policy"]?.platform ?? []));
  return {
    version,
    consolePrefix: consolePrefix(document2),
    platforms: Object.entries(document2["x-platforms"]).filter(([id2]) => withKeys2.has(id2)).map(([id2, { title, server }]) => ({ id: id2, title, server: server ?? null })),
    users: schemes.flatMap((scheme) => scheme["x-zero-setup-sessions"] ?? [])
  };
}
function consolePrefix({ paths }) {
  const found2 = Object.keys(paths).find(
    (path) => path.endsWith(WITNESS.path) && paths[path]?.get?.operationId === WITNESS.operationId
  );
  return found2?.slice(0, -WITNESS.path.length) ?? "";
}
var WITNESS;
var init_about = __esm({
  "src/transports/http/console/about.ts"() {
    init_version();
    WITNESS = { operationId: "getAccount", path: "/accounts/{accountId}" };
  }
});
async function readFiles(folder) {
  const found2 = await promises.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = await Promise.all(
    found2.filter((entry) => entry.isFile()).map(async (entry) => {
      const path$1 = path.join(entry.parentPath, entry.name);
      const name2 = path$1.slice(folder.length + 1).replaceAll(path.sep, "/");
      return [name2, pageFile(name2, await promises.readFile(path$1))];
    })
  );
  const all = new Map(files);
  return all.has("index.html") ? all : void 0;
}
function pageFile(name2, bytes2) {
  const type = TYPES2[path.extname(name2)] ?? "application/octet-stream";
  const zippable = bytes2.length >= WORTH_ZIPPING && !type.startsWith("font/");
  let zipped;
  return { type, bytes: bytes2, zipped: () => zippable ? zipped ??= zlib.gzipSync(bytes2) : void 0, named: name2.startsWith("assets/") };
}
var TYPES2, WORTH_ZIPPING;
var init_files = __esm({
  "src/transports/http/console/files.ts"() {
    TYPES2 = {
      ".html": "text/html; charset=utf-8",
      ".js": "text/javascript; charset=utf-8",
      ".css": "text/css; charset=utf-8",
      ".svg": "image/svg+xml",
      ".json": "application/json",
      ".woff2": "font/woff2",
      ".txt": "text/plain; charset=utf-8"
    };
    WORTH_ZIPPING = 1024;
  }
});
function consolePages(document2, folder = builtPage()) {
  const rootIsFree = !("/" in document2.paths);
  let reading;
  let [about, described] = [];
  async function find(name2, incoming) {
    if (name2 === "about.json") return about ??= json(aboutOf(document2));
    if (name2 === "document.json") return described ??= json(document2);
    const files = await (reading ??= readFiles(folder));
    const file = files?.get(name2);
    if (file) return asSent(file, incoming, OWN_POLICIES[name2] ?? POLICY2);
    if (!files) return { status: 503, headers: { "content-type": "text/plain; charset=utf-8" }, body: NOT_BUILT };
    return refusal3(404, "unknown_path", "Unknown path", "The console has no such file. Open / and let it load what it needs.");
  }
  function nameOf5({ pathname }, { headers }) {
    if (pathname === "/") return rootIsFree && headers.accept?.includes("text/html") ? "index.html" : void 0;
    if (!pathname.startsWith(CONSOLE_PATH)) return void 0;
    const rest = pathname.slice(CONSOLE_PATH.length);
    if (rest === "" || rest === "/") return "index.html";
    return rest.startsWith("/") ? rest.slice(1) : void 0;
  }
  return (incoming, response, url) => {
    const name2 = nameOf5(url, incoming);
    if (name2 === void 0) return void 0;
    if (incoming.method === "GET" || incoming.method === "HEAD")
      return find(name2, incoming).then((found2) => send2(response, found2));
    if (url.pathname === "/") return void 0;
    return Promise.resolve(
      send2(response, refusal3(405, "method_not_allowed", "Method not allowed", "The files of the console can be read, no more."))
    );
  };
}
function asSent({ type, bytes: bytes2, zipped, named: named2 }, { headers }, policy) {
  const packed = /\bgzip\b/.test(String(headers["accept-encoding"] ?? "")) ? zipped() : void 0;
  return {
    status: 200,
    headers: {
      "content-type": type,
      "content-security-policy": policy,
      "cache-control": named2 ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding",
      ...packed && { "content-encoding": "gzip" }
    },
    body: packed ?? bytes2
  };
}
function json(value) {
  const headers = { "content-type": "application/json", "cache-control": "no-cache" };
  return { status: 200, headers, body: Buffer.from(JSON.stringify(value)) };
}
function refusal3(...parts2) {
  const { status: status2, body } = problem2(...parts2);
  return { status: status2, headers: { "content-type": "application/problem+json", "x-mock-decision": parts2[1] }, body };
}
function send2(response, { status: status2, headers, body }) {
  response.writeHead(status2, {
    "content-security-policy": POLICY2,
    ...HEADERS,
    ...headers,
    "content-length": Buffer.byteLength(body)
  });
  response.end(response.req.method === "HEAD" ? void 0 : body);
}
function builtPage() {
  const here = undefined ?? __dirname;
  const inSources = /[\\/]src[\\/]transports[\\/]http[\\/]console$/.test(here);
  return path.join(here, inSources ? "../../../../dist/console" : "console");
}
var CONSOLE_PATH, NOT_BUILT, POLICY2, OWN_POLICIES, HEADERS;
var init_console3 = __esm({
  "src/transports/http/console/index.ts"() {
    init_neutral();
    init_about();
    init_files();
    CONSOLE_PATH = "/__mock/console";
    NOT_BUILT = `The mock is running. Its web console has not been built yet. Build it with

  npm run build --workspace @chaveiro/mock-server

and start the mock again.
`;
    POLICY2 = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    OWN_POLICIES = {
      "reference.html": POLICY2.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    };
    HEADERS = {
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin"
    };
  }
});

// src/transports/http/guard.ts
function hostRefusal({ hostname }, allowed = []) {
  if (LOOPBACK3.has(hostname) || hostname.endsWith(".localhost") || allowed.includes(hostname)) return void 0;
  return problemAnswer(
    421,
    "unknown_host",
    "Unknown host",
    `This mock answers to localhost only, and the request was for "${hostname}". Allow the name with --allow-host if it is yours.`
  );
}
var LOOPBACK3;
var init_guard = __esm({
  "src/transports/http/guard.ts"() {
    init_neutral();
    LOOPBACK3 = /* @__PURE__ */ new Set(["localhost", "127.0.0.1", "[::1]"]);
  }
});

// src/transports/http/read-incoming.ts
function readIncoming(incoming, response, url, door) {
  const { method = "GET", rawHeaders } = incoming;
  const readBody2 = hasBody(incoming) ? bodyOf3(incoming) : NO_BODY2;
  const withBody2 = ({ body, tooLarge }) => {
    return { method, url, headers: new NodeHeaders(rawHeaders), body, tooLarge, gone: goneSignal(response), door };
  };
  return readBody2 instanceof Promise ? readBody2.then(withBody2) : withBody2(readBody2);
}
function hasBody({ method, headers }) {
  if (method === "GET" || method === "HEAD" || method === "TRACE") return false;
  return headers["transfer-encoding"] !== void 0 || Number(headers["content-length"] ?? 0) > 0;
}
function bodyOf3(incoming) {
  if (Number(incoming.headers["content-length"]) > MAX_BODY_BYTES) return TOO_LARGE;
  if (incoming.complete) return { body: incoming.read() ?? void 0, tooLarge: false };
  return incoming.destroyed ? Promise.reject(cutOff()) : collected(incoming);
}
function cutOff() {
  return Object.assign(new Error("aborted"), { code: "ECONNRESET" });
}
function collected(incoming) {
  return new Promise((resolve6, reject) => {
    const chunks = [];
    let size = 0;
    const collect = (chunk) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else {
        incoming.off("data", collect);
        resolve6(TOO_LARGE);
      }
    };
    incoming.on("data", collect);
    incoming.on("end", () => resolve6({ body: size > 0 ? whole2(chunks) : void 0, tooLarge: false }));
    incoming.on("error", reject);
  });
}
function whole2(chunks) {
  const [only2, ...others] = chunks;
  return only2 && others.length === 0 ? only2 : Buffer.concat(chunks);
}
function goneSignal(response) {
  let abort;
  return () => {
    if (abort) return abort.signal;
    abort = new AbortController();
    const leave = () => {
      if (!response.writableFinished) abort?.abort("The client went away.");
    };
    if (response.closed) leave();
    else response.once("close", leave);
    return abort.signal;
  };
}
var NO_BODY2, TOO_LARGE, NodeHeaders;
var init_read_incoming = __esm({
  "src/transports/http/read-incoming.ts"() {
    init_request2();
    NO_BODY2 = { body: void 0, tooLarge: false };
    TOO_LARGE = { body: void 0, tooLarge: true };
    NodeHeaders = class {
      #raw;
      /** @param raw names and values in turn. */
      constructor(raw) {
        this.#raw = raw;
      }
      get(name2) {
        const raw = this.#raw;
        const wanted = name2.toLowerCase();
        let value = null;
        for (let i = 0; i < raw.length; i += 2) {
          const sent = raw[i];
          if (sent?.length !== wanted.length || sent.toLowerCase() !== wanted) continue;
          const more = raw[i + 1] ?? "";
          value = value === null ? more : value + (wanted === "cookie" ? "; " : ", ") + more;
        }
        return value;
      }
      [Symbol.iterator]() {
        const headers = new Headers();
        for (let i = 0; i < this.#raw.length; i += 2) headers.append(this.#raw[i] ?? "", this.#raw[i + 1] ?? "");
        return headers[Symbol.iterator]();
      }
    };
  }
});

// src/transports/http/turns.ts
function inTurns2(prepare) {
  let waiting = [];
  const work = () => {
    const items = waiting;
    waiting = [];
    const lastSteps = [];
    for (const item of items) lastSteps.push(prepare(item));
    for (const finish2 of lastSteps) finish2();
  };
  return (item) => {
    if (waiting.push(item) === 1) atTheEnd(work);
  };
}
var atTheEnd;
var init_turns = __esm({
  "src/transports/http/turns.ts"() {
    ({ setImmediate: atTheEnd } = globalThis);
  }
});

// src/transports/http/url-of.ts
function urlOf2(target, host) {
  const known = hosts.get(host);
  if (known && PLAIN_TARGET.test(target) && !DOTS.test(target)) return new PlainUrl(known, target);
  if (target.split("?", 1)[0]?.includes("\\")) return void 0;
  if (/^https?:\/\//.test(target)) return URL.parse(target) ?? void 0;
  const url = target.startsWith("/") ? URL.parse(`http://${host}${target}`) : null;
  if (!url || !PLAIN_HOST.test(host) && url.hostname !== host.replace(/:\d+$/, "").toLowerCase()) return void 0;
  if (hosts.size >= MOST_HOSTS) hosts.clear();
  hosts.set(host, { host: url.host, hostname: url.hostname });
  return url;
}
var PLAIN_HOST, PLAIN_TARGET, DOTS, hosts, MOST_HOSTS, PlainUrl;
var init_url_of = __esm({
  "src/transports/http/url-of.ts"() {
    PLAIN_HOST = /^[a-z0-9._-]+(:\d+)?$/i;
    PLAIN_TARGET = /^\/[\w~!$&()*+,;=:@%/.-]*(\?[\w~!$&()*+,;=:@%/?.-]+)?$/;
    DOTS = /\/(\.|%2e)/i;
    hosts = /* @__PURE__ */ new Map();
    MOST_HOSTS = 100;
    PlainUrl = class {
      host;
      hostname;
      pathname;
      search;
      #params;
      constructor({ host, hostname }, target) {
        this.host = host;
        this.hostname = hostname;
        const end = target.indexOf("?");
        this.pathname = end < 0 ? target : target.slice(0, end);
        this.search = end < 0 ? "" : target.slice(end);
      }
      get searchParams() {
        return this.#params ??= new URLSearchParams(this.search);
      }
      get href() {
        return `http://${this.host}${this.pathname}${this.search}`;
      }
    };
  }
});

// src/transports/http/listener.ts
function createListener(mock, allowedHosts, door, pages) {
  const take2 = inTurns2(({ incoming, response }) => {
    const outgoing = answerOrFail(incoming, response);
    if (!(outgoing instanceof Promise)) return () => finish(incoming, response, outgoing);
    return () => void outgoing.then((late) => finish(incoming, response, late));
  });
  return (incoming, response) => take2({ incoming, response });
  function answerOrFail(incoming, response) {
    try {
      const outgoing = answer(incoming, response);
      return outgoing instanceof Promise ? outgoing.catch(failure) : outgoing;
    } catch (error) {
      return failure(error);
    }
  }
  function answer(incoming, response) {
    const url = urlOf2(incoming.url ?? "", incoming.headers.host ?? "");
    if (!url) return malformed();
    const refused2 = hostRefusal(url, allowedHosts);
    if (refused2) return refused2;
    const page = pages?.(incoming, response, url);
    if (page) return page.then(() => void 0);
    const request = readIncoming(incoming, response, url, door);
    return request instanceof Promise ? request.then(answerUnlessGone) : answerUnlessGone(request);
  }
  function answerUnlessGone(request) {
    const outgoing = mock.answer(request);
    if (!(outgoing instanceof Promise)) return outgoing;
    return outgoing.catch((error) => {
      if (request.gone?.().aborted) return void 0;
      throw error;
    });
  }
}
function finish(incoming, response, outgoing) {
  try {
    if (outgoing) writeOutgoing(response, outgoing);
  } catch (error) {
    writeOutgoing(response, failure(error));
  }
  if (!incoming.complete) readLeftOver(incoming);
}
function malformed() {
  const detail = "The request target or the Host header is not valid.";
  return problemAnswer(400, "malformed_request", "Malformed request", detail);
}
function failure(error) {
  if (isCutOff(error))
    return problemAnswer(
      400,
      "incomplete_request",
      "Incomplete request",
      "The connection ended before the whole request had come."
    );
  console.error("The mock failed. Please report this.", error);
  return problemAnswer(
    500,
    "server_error",
    "The mock failed",
    "This is a bug of the mock, not of your request. Its terminal shows the error."
  );
}
function isCutOff(error) {
  return error instanceof Error && "code" in error && error.code === "ECONNRESET";
}
function readLeftOver(incoming) {
  let size = 0;
  const cutOff2 = () => incoming.socket.destroySoon();
  const timer = setTimeout(cutOff2, LEFT_OVER_MS).unref();
  incoming.on("data", (chunk) => {
    size += chunk.length;
    if (size > LEFT_OVER_BYTES) cutOff2();
  });
  incoming.on("close", () => clearTimeout(timer));
  incoming.resume();
}
var LEFT_OVER_MS, LEFT_OVER_BYTES;
var init_listener = __esm({
  "src/transports/http/listener.ts"() {
    init_request2();
    init_guard();
    init_neutral();
    init_read_incoming();
    init_turns();
    init_url_of();
    init_write_outgoing();
    LEFT_OVER_MS = 500;
    LEFT_OVER_BYTES = 6 * MAX_BODY_BYTES;
  }
});

// src/transports/http/serve.ts
var serve_exports = {};
__export(serve_exports, {
  PortInUseError: () => PortInUseError,
  serveMock: () => serveMock
});
async function serveMock(mock, options = {}) {
  const host = options.host ?? "127.0.0.1";
  const wanted = options.port ?? 4010;
  const door = { exposed: !isLoopback2(host), controlToken: checkedToken(options.controlToken) };
  const server = createHttpServer(mock, [...options.allowedHosts ?? [], host], door, pagesOf(mock, options));
  const port = await listen(server, wanted, host);
  const ticking = setInterval(() => mock.tick(), TICK_MS);
  const close2 = () => {
    clearInterval(ticking);
    return stop(server);
  };
  return { port, url: `http://${urlHost(host)}:${port}`, close: close2, [Symbol.asyncDispose]: close2 };
}
function pagesOf({ document: document2 }, { console: wanted = true }) {
  if (!document2 || wanted === false) return void 0;
  return consolePages(document2, wanted === true ? void 0 : wanted);
}
function createHttpServer(mock, allowedHosts, door, pages) {
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, requestTimeout: REQUEST_TIMEOUT_MS, requireHostHeader: false },
    createListener(mock, allowedHosts, door, pages)
  );
  refuseBrokenRequests(server);
  return server;
}
function listen(server, port, host) {
  return new Promise((resolve6, reject) => {
    server.once(
      "error",
      (error) => reject(error.code === "EADDRINUSE" ? new PortInUseError(port) : error)
    );
    server.listen(port, host, () => resolve6(server.address().port));
  });
}
function stop(server) {
  return new Promise((resolve6) => {
    server.close(() => resolve6());
    server.closeAllConnections();
  });
}
function isLoopback2(host) {
  return host === "localhost" || host === "::1" || /^127(\.\d+){3}$/.test(host);
}
function urlHost(host) {
  if (host === "0.0.0.0" || host === "127.0.0.1") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
var createServer, MAX_HEADER_BYTES, REQUEST_TIMEOUT_MS, TICK_MS, PortInUseError;
var init_serve = __esm({
  "src/transports/http/serve.ts"() {
    init_control_guard();
    init_broken_requests();
    init_console3();
    init_listener();
    ({ createServer } = process.getBuiltinModule("node:http"));
    MAX_HEADER_BYTES = 65536;
    REQUEST_TIMEOUT_MS = 3e4;
    TICK_MS = 250;
    PortInUseError = class extends Error {
      name = "PortInUseError";
      port;
      constructor(port) {
        super(`Port ${port} is in use by another program. Choose another one with --port, or --port 0 for any free one.`);
        this.port = port;
      }
    };
  }
});

// src/cli/main.ts
init_version();
var colours = pc__default.default.createColors(
  process.stdout.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb"
);
function printJson(value) {
  console.log(JSON.stringify(value, void 0, 2));
}
function table(headings, rows) {
  const widths = headings.map((heading, column) => Math.max(width(heading), ...rows.map((row) => width(row[column] ?? ""))));
  const line = (cells) => cells.map((cell, column) => column === headings.length - 1 ? cell : cell + " ".repeat((widths[column] ?? 0) - width(cell))).join("  ").trimEnd();
  return [line(headings.map((heading) => colours.dim(heading))), ...rows.map(line)].join("\n");
}
function colouredStatus(status2) {
  const paint = status2 < 400 ? colours.green : status2 < 500 ? colours.yellow : colours.red;
  return paint(String(status2));
}
function count(number3, one, many = `${one}s`) {
  return `${number3} ${number3 === 1 ? one : many}`;
}
function width(text2) {
  return [...util.stripVTControlCharacters(text2)].length;
}

// src/cli/completion/scripts.ts
var SHELLS = ["bash", "zsh", "fish"];
var scripts = { bash, zsh, fish };
function cases(places2) {
  return places2.flatMap(({ path, commands }) => commands.map(({ name: name2 }) => `'${path} ${name2}'`)).join(" | ");
}
var flagsOf = ({ options }) => options.flatMap(({ flags }) => flags);
var valueFlags = (places2) => [
  ...new Set(places2.flatMap(({ options }) => options.filter(({ takesValue }) => takesValue).flatMap(({ flags }) => flags)))
];
function bash(places2) {
  const next = places2.map((place) => {
    const words = [...place.commands.map(({ name: name2 }) => name2), ...place.choices, ...flagsOf(place)];
    return `    '${place.path}') words='${words.join(" ")}' ;;`;
  });
  return `# bash completion of chaveiro; put it into your shell with: source <(chaveiro completion bash)
_chaveiro() {
  local current="\${COMP_WORDS[COMP_CWORD]}" place='' words='' word
  COMPREPLY=()
  case "\${COMP_WORDS[COMP_CWORD - 1]}" in
    ${valueFlags(places2).join(" | ")}) return ;;
  esac
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$place $word" in
      ${cases(places2)}) place="\${place:+$place }$word" ;;
    esac
  done
  case "$place" in
${next.join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _chaveiro chaveiro
`;
}
function zsh(places2) {
  const described = (name2, description) => quoted(`${name2.replaceAll(":", "\\:")}:${description}`);
  const next = places2.map((place) => {
    const commands = [
      ...place.commands.map(({ name: name2, description }) => described(name2, description)),
      ...place.choices.map((choice) => quoted(choice))
    ];
    const options = place.options.flatMap(({ flags, description }) => flags.map((flag) => described(flag, description)));
    return `    '${place.path}') commands=(${commands.join(" ")}); options=(${options.join(" ")}) ;;`;
  });
  return `#compdef chaveiro
# zsh completion of chaveiro; put it into your shell with: source <(chaveiro completion zsh)
_chaveiro() {
  local place='' word
  local -a commands options
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$place $word" in
      (${cases(places2)}) place="\${place:+$place }$word" ;;
    esac
  done
  case "$place" in
${next.join("\n")}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then
    _describe option options
  elif (( \${#commands} )); then
    _describe command commands
  else
    _files
  fi
}
compdef _chaveiro chaveiro
`;
}
function fish(places2) {
  const lines5 = places2.flatMap(({ path, commands, options, choices }) => {
    const at2 = `complete -c chaveiro -n "__chaveiro_at '${path}'"`;
    return [
      ...commands.map(({ name: name2, description }) => `${at2} -f -a ${name2} -d ${quoted(description)}`),
      ...choices.map((choice) => `${at2} -f -a ${choice}`),
      ...options.map(({ flags, description, takesValue }) => {
        const spelled = flags.map((flag) => flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`);
        return `${at2} ${spelled.join(" ")}${takesValue ? " -r" : ""} -d ${quoted(description)}`;
      })
    ];
  });
  return `# fish completion of chaveiro; put it into your shell with: chaveiro completion fish | source
function __chaveiro_at
  set -l place ''
  for word in (commandline -opc)[2..-1]
    switch "$place $word"
      case ${cases(places2).replaceAll(" | ", " ")}
        set place (string trim "$place $word")
    end
  end
  test "$place" = "$argv[1]"
end
${lines5.join("\n")}
`;
}
function quoted(text2) {
  return `'${text2.replaceAll("'", "\u2019")}'`;
}

// src/cli/completion/tree.ts
function placesOf(command, path = []) {
  const help = command.createHelp();
  const commands = help.visibleCommands(command);
  const place = {
    path: path.join(" "),
    commands: commands.map((each) => ({ name: each.name(), description: firstSentence(each.description()) })),
    options: help.visibleOptions(command).map(({ short, long, description, required, optional }) => ({
      flags: [long, short].filter((flag) => flag !== void 0 && flag !== null),
      description: firstSentence(description),
      takesValue: required || optional
    })),
    choices: command.registeredArguments[0]?.argChoices ?? []
  };
  const below = commands.filter((each) => each.name() !== "help");
  return [place, ...below.flatMap((each) => placesOf(each, [...path, each.name()]))];
}
function firstSentence(text2) {
  return (/^.*?[.;:](?=\s|$)/.exec(text2)?.[0] ?? text2).replace(/[.;:]$/, "");
}

// src/cli/completion/index.ts
function completionCommand() {
  return new commander.Command("completion").description("Print a completion script for your shell.").addArgument(new commander.Argument("<shell>", "which shell").choices(SHELLS)).option("--json", "print what the script is made from instead").addHelpText(
    "after",
    "\nExamples:\n  $ source <(chaveiro completion bash)\n  $ source <(chaveiro completion zsh)\n  $ chaveiro completion fish | source"
  ).action((shell, flags, command) => {
    const places2 = placesOf(command.parent ?? command);
    if (flags.json) printJson(places2);
    else process.stdout.write(scripts[shell](places2));
  });
}

// src/cli/exit.ts
var EXIT = {
  done: 0,
  /** It ran, and the answer is no: a cell of the matrix differs, a seed is wrong, a server cannot start. */
  failed: 1,
  usage: 2,
  unreachable: 3,
  /** The mock, or a rule of the platform, said no. */
  refused: 4
};
var EXIT_CODES_HELP = `
Exit codes:
  0  done
  1  failed: a cell of the matrix differs, a seed is wrong, the server cannot start
  2  wrong usage
  3  no mock answers at the URL
  4  refused: by the mock, or by a rule of the platform`;
var CliError = class extends Error {
  name = "CliError";
  exitCode;
  constructor(message, exitCode = EXIT.failed) {
    super(message);
    this.exitCode = exitCode;
  }
};
var RefusedError = class extends CliError {
  status;
  problem;
  constructor(status2, problem3, message) {
    super(message, EXIT.refused);
    this.status = status2;
    this.problem = problem3;
  }
};
var DEFAULT_URL = "http://localhost:4010";
var PATIENCE_MS = 3e4;
function withConnection(command) {
  return command.addOption(new commander.Option("--url <url>", "the running mock").env("CHAVEIRO_URL").default(DEFAULT_URL)).option("--session <name>", "act in this session of the mock; default: the default one").addOption(
    new commander.Option("--token <token>", "the mock's control token, if it was started with one").env("CHAVEIRO_CONTROL_TOKEN")
  ).option("--json", "print JSON on standard output, and nothing else");
}
function connect({ url: text2, session, token }) {
  const url = baseUrl(text2);
  const own = {
    ...session !== void 0 && { "x-mock-session": session },
    ...token !== void 0 && { "x-mock-control-token": token }
  };
  async function send3(method, path, { body, as, headers, signal } = {}) {
    try {
      return await fetch(url + path, {
        method,
        redirect: "manual",
        headers: {
          ...own,
          ...headers,
          ...as !== void 0 && { authorization: `Bearer ${as}` },
          ...body !== void 0 && { "content-type": "application/json" }
        },
        ...body !== void 0 && { body: JSON.stringify(body) },
        signal: signal ?? AbortSignal.timeout(PATIENCE_MS)
      });
    } catch (error) {
      if (signal?.aborted) throw error;
      throw unreachable(url, error);
    }
  }
  return {
    url,
    send: send3,
    async ask(method, path, call) {
      const response = await send3(method, path, call);
      const text3 = await response.text();
      if (!response.headers.has("x-mock-request-id")) {
        throw new CliError(
          `What answers at ${url} is no Chaveiro mock (status ${response.status}). Name the mock with --url.`,
          EXIT.unreachable
        );
      }
      const json2 = text3 === "" ? void 0 : JSON.parse(text3);
      if (response.ok) return json2;
      const problem3 = json2 ?? {};
      throw new RefusedError(response.status, problem3, inWords(response.status, problem3, own));
    }
  };
}
function baseUrl(text2) {
  const url = URL.canParse(text2) ? new URL(text2) : void 0;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new CliError(`"${text2}" is no URL. Write it as ${DEFAULT_URL}.`, EXIT.usage);
  }
  return (url.origin + url.pathname).replace(/\/+$/, "");
}
function unreachable(url, error) {
  const cause = error instanceof Error ? error.cause?.code ?? error.name : String(error);
  const why = cause === "TimeoutError" ? `within ${PATIENCE_MS / 1e3} seconds` : `(${cause})`;
  return new CliError(
    `No mock answers at ${url} ${why}. Start one with "chaveiro mock", or name another with --url or CHAVEIRO_URL.`,
    EXIT.unreachable
  );
}
function inWords(status2, { title, detail, code, issues = [] }, own) {
  const said = detail ?? title ?? `The mock answered with status ${status2}.`;
  const wrong = issues.map(({ field, message }) => `
  ${field || "the body"}: ${message}`).join("");
  return said + wrong + adviceFor(status2, code, own);
}
function adviceFor(status2, code, own) {
  if (code === "session_required") return "\nGive the token of a dashboard session with --as, or leave --as out.";
  if (code === "role_required") return "\nAct as somebody else with --as owner.";
  if (code === "account_not_found" || code === "key_not_found")
    return '\n"chaveiro keys list" shows the accounts and keys that there are.';
  if (status2 === 401 || status2 === 403) {
    return "x-mock-control-token" in own ? "\nThe mock does not take this control token." : "\nIf the mock was started with a control token, give it with --token or CHAVEIRO_CONTROL_TOKEN.";
  }
  return "";
}

// src/cli/keys/accounts.ts
var ZERO_SETUP_SESSION = /^(owner|manager|member)$/;
function withDashboard(command) {
  return withConnection(command).addOption(
    new commander.Option("--as <who>", "owner, manager or member, or the token of a dashboard session").default("owner")
  );
}
function openDashboard(flags) {
  const connection = connect(flags);
  const as = ZERO_SETUP_SESSION.test(flags.as) ? `chaveiro-console-${flags.as}` : flags.as;
  const ask2 = (method, path, body) => connection.ask(method, path, { as, ...body !== void 0 && { body } });
  const accounts3 = async () => (await connection.ask("GET", "/__mock/accounts")).items;
  const keysOf = async (accountId) => (await ask2("GET", `/accounts/${encodeURIComponent(accountId)}/api-keys`)).items;
  return {
    connection,
    ask: ask2,
    accounts: accounts3,
    keysOf,
    async findKey(keyId, accountId) {
      const ids = accountId === void 0 ? (await accounts3()).map(({ id: id2 }) => id2) : [accountId];
      const known = [];
      for (const id2 of ids) {
        const keys2 = await keysOf(id2);
        const key2 = keys2.find((each) => each.id === keyId);
        if (key2) return key2;
        known.push(...keys2.map((each) => each.id));
      }
      const where = accountId === void 0 ? "" : ` in ${accountId}`;
      throw new CliError(
        `There is no key "${keyId}"${where}${policy.didYouMean(keyId, known) || "."}
"chaveiro keys list" shows the keys that there are; a deleted key is gone for good.`,
        EXIT.refused
      );
    }
  };
}
function keyPath({ accountId, id: id2 }) {
  return `/accounts/${encodeURIComponent(accountId)}/api-keys/${encodeURIComponent(id2)}`;
}

// src/cli/keys/change.ts
function step(name2, description, done2, request) {
  return withDashboard(new commander.Command(name2)).description(description).argument("<key>", "id of the key").option("--account <id>", "the account of the key; found by itself when left out").addHelpText("after", `
Example:
  $ chaveiro keys ${name2} key_pingback_active`).action(async (keyId, flags) => {
    const dashboard = openDashboard(flags);
    const key2 = await dashboard.findKey(keyId, flags.account);
    const changed = await dashboard.ask(request.method, keyPath(key2), request.body);
    if (flags.json) printJson(changed ?? { ...key2, status: "deleted" });
    else console.log(`${done2} ${key2.id} "${key2.name}" of ${key2.accountId}. The next request sees it.`);
  });
}
function disableCommand() {
  return step("disable", "Switch a key off, where the platform can.", "Disabled", {
    method: "PATCH",
    body: { status: "disabled" }
  });
}
function enableCommand() {
  return step("enable", "Switch a key on again.", "Enabled", { method: "PATCH", body: { status: "active" } });
}
function deleteCommand() {
  return step("delete", "Delete (revoke) a key for good, where the platform can.", "Deleted", { method: "DELETE" });
}
function renameCommand() {
  return withDashboard(new commander.Command("rename")).description("Give a key another name; its secret stays.").argument("<key>", "id of the key").argument("<name>", "the new name").option("--account <id>", "the account of the key; found by itself when left out").addHelpText("after", '\nExample:\n  $ chaveiro keys rename key_pingback_active "Loja nova"').action(async (keyId, name2, flags) => {
    const dashboard = openDashboard(flags);
    const key2 = await dashboard.findKey(keyId, flags.account);
    const renamed = await dashboard.ask("PATCH", keyPath(key2), { name: name2 });
    if (flags.json) printJson(renamed);
    else console.log(`${key2.id} was "${key2.name}" and is now "${renamed.name}".`);
  });
}
function createCommand() {
  return withDashboard(new commander.Command("create")).description("Create a key and print its secret.").argument("<account>", "id of the account").option("--name <name>", "where the key is used").option("--scope <scope...>", "what it may do, on platforms with scopes").option("--instance <id...>", "lock it to these instances, on platforms that can").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro keys create acc_pingback_ultra --name CRM\n  $ chaveiro keys create acc_zenvio_demo --name Avisos --scope whatsapp:send --instance inst_farmacia_maria"
  ).action(async (accountId, { name: name2, scope: scopes, instance: instances3, ...flags }) => {
    const wanted = { ...name2 !== void 0 && { name: name2 }, ...scopes && { scopes }, ...instances3 && { instances: instances3 } };
    const dashboard = openDashboard(flags);
    const key2 = await dashboard.ask(
      "POST",
      `/accounts/${encodeURIComponent(accountId)}/api-keys`,
      wanted
    );
    if (flags.json) return printJson(key2);
    console.log(`Created ${key2.id} "${key2.name}" in ${key2.accountId}:

  ${colours.green(key2.secret)}
`);
    console.log("Copy it now: where a platform keeps only a hash, nobody can show it again.");
  });
}
function listCommand() {
  return withDashboard(new commander.Command("list")).description("List keys: of one account, or of all. Secrets are masked.").argument("[account]", "id of the account").option("--platform <platform>", "only accounts of this platform").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro keys list\n  $ chaveiro keys list acc_zenvio_demo\n  $ chaveiro keys list --platform pingback --json"
  ).action(async (accountId, flags) => {
    const dashboard = openDashboard(flags);
    const all = await dashboard.accounts();
    const shown5 = all.filter(
      ({ id: id2, platform: platform2 }) => (accountId === void 0 || id2 === accountId) && [void 0, platform2].includes(flags.platform)
    );
    const ids = shown5.length === 0 && accountId !== void 0 ? [accountId] : shown5.map(({ id: id2 }) => id2);
    const items = [];
    for (const id2 of ids) items.push(...await dashboard.keysOf(id2));
    if (flags.json) printJson({ items, total: items.length });
    else console.log(items.length === 0 ? "No keys." : keyTable(items, all));
  });
}
function keyTable(keys2, accounts3 = []) {
  const planOf = new Map(accounts3.map(({ id: id2, plan }) => [id2, plan]));
  return table(
    ["ACCOUNT", "PLAN", "KEY", "NAME", "STATUS", "SECRET", "MAY", "REQUESTS"],
    keys2.map((key2) => [
      key2.accountId,
      planOf.get(key2.accountId) ?? "",
      key2.id,
      key2.name,
      key2.status === "active" ? colours.green("active") : colours.yellow(key2.disabledReason === "plan_downgraded" ? "disabled (plan)" : "disabled"),
      key2.masked,
      [...key2.scopes, ...key2.instances ?? []].join(" ") || "everything",
      String(key2.requestCount)
    ])
  );
}
function planCommand() {
  return withDashboard(new commander.Command("plan")).description("Show the plan of an account, or move it to another one; a downgrade does to its keys what the platform does.").argument("<account>", "id of the account").argument("[plan]", "the new plan").addHelpText("after", "\nExamples:\n  $ chaveiro keys plan acc_pingback_pro\n  $ chaveiro keys plan acc_pingback_pro free").action(async (accountId, plan, flags) => {
    const dashboard = openDashboard(flags);
    const path = `/accounts/${encodeURIComponent(accountId)}`;
    const account2 = await (plan === void 0 ? dashboard.ask("GET", path) : dashboard.ask("PATCH", path, { plan }));
    const keys2 = await dashboard.keysOf(accountId);
    if (flags.json) return printJson({ account: account2, keys: keys2 });
    const plans = account2.plans.map(({ name: name2, apiAccess }) => apiAccess ? name2 : `${name2} (no API)`).join(", ");
    console.log(`${account2.name} (${account2.id}) is on ${colours.bold(account2.plan)}. Plans: ${plans}.`);
    if (keys2.length > 0) console.log(`
${keyTable(keys2, [account2])}`);
  });
}
function revealCommand() {
  return withDashboard(new commander.Command("reveal")).description("Print the secret of a key, where the platform can show it again.").argument("<key>", "id of the key").option("--account <id>", "the account of the key; found by itself when left out").addHelpText("after", "\nExample:\n  $ chaveiro keys reveal key_pingback_active").action(async (keyId, flags) => {
    const dashboard = openDashboard(flags);
    const key2 = await dashboard.findKey(keyId, flags.account);
    const revealed = await dashboard.ask("POST", `${keyPath(key2)}/reveal`);
    if (flags.json) printJson(revealed);
    else console.log(revealed.secret);
  });
}

// src/cli/keys/index.ts
function keysCommand() {
  return new commander.Command("keys").description("List and change the keys of a running mock, under the rules of each platform.").addCommand(listCommand()).addCommand(createCommand()).addCommand(disableCommand()).addCommand(enableCommand()).addCommand(deleteCommand()).addCommand(renameCommand()).addCommand(revealCommand()).addCommand(planCommand());
}

// src/cli/signals.ts
function interruption() {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => controller.abort());
  return controller.signal;
}

// src/cli/logs/event-stream.ts
async function* serverEvents(body) {
  let event = "message";
  let id2;
  let data = [];
  for await (const line of linesOf(body)) {
    if (line === "") {
      if (data.length > 0) yield { event, data: data.join("\n"), id: id2 };
      event = "message";
      data = [];
      continue;
    }
    const [, field = "", value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id") id2 = value;
  }
}
async function* linesOf(body) {
  const decoder = new TextDecoder();
  let rest = "";
  const reader = body.getReader();
  for (let read2 = await reader.read(); !read2.done; read2 = await reader.read()) {
    rest += decoder.decode(read2.value, { stream: true });
    const lines5 = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines5.pop() ?? "";
    yield* lines5;
  }
}

// src/cli/logs/entry.ts
var WIDTHS = { time: 12, request: 44, decision: 22, evidence: 10 };
var HEADING = colours.dim(
  [
    "TIME".padEnd(WIDTHS.time),
    "   ",
    "REQUEST".padEnd(WIDTHS.request),
    "DECISION".padEnd(WIDTHS.decision),
    "EVIDENCE".padEnd(WIDTHS.evidence),
    "KEY"
  ].join(" ")
);
function entryLines({
  at: at2,
  method,
  path,
  status: status2,
  decision,
  evidence,
  keyId,
  steps
}) {
  const time = colours.dim(at2.slice(11, 23));
  const request = `${method} ${path}`.padEnd(WIDTHS.request);
  const line = [
    time,
    colouredStatus(status2),
    request,
    decision.padEnd(WIDTHS.decision),
    (evidence ?? "").padEnd(WIDTHS.evidence),
    keyId ?? ""
  ].join(" ").trimEnd();
  return [line, ...(steps ?? []).map(stepLine)].join("\n");
}
var MARKS = { passed: "+", refused: "x", skipped: "-" };
function stepLine({ step: step3, outcome, rule, detail }) {
  const text2 = `    ${MARKS[outcome]} ${step3}: ${detail ?? ""} (${rule ?? ""})`;
  return outcome === "refused" ? colours.yellow(text2) : colours.dim(text2);
}

// src/cli/logs/index.ts
function logsCommand() {
  return withConnection(new commander.Command("logs")).description("Print the requests that arrived at a running mock, oldest first, with decision and evidence.").option("-f, --follow", "go on printing as requests arrive, until Ctrl-C; with --json one object a line").option("-n, --limit <number>", "how many of the past", upTo(1e3), 50).option("--steps", "print the steps that led to each decision").option("--platform <platform>", "only this platform").option("--operation <id>", "only this operation").option("--status <status>", "only answers with this status").option("--decision <decision>", "only this decision: allowed, disabled_key, invalid_request, \u2026").option("--key <id>", "only requests with this key").option("--account <id>", "only requests of this account").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro logs --follow\n  $ chaveiro logs --decision disabled_key --steps\n  $ chaveiro logs --platform zenvio --status 403 --json"
  ).action(async (flags) => {
    const connection = connect(flags);
    if (flags.follow) return follow(connection, flags);
    const page = await history(connection, flags);
    if (flags.json) return printJson(page);
    if (page.items.length === 0) return console.log("No requests yet.");
    console.log(HEADING);
    for (const entry of page.items.toReversed()) console.log(entryLines(entry));
  });
}
function history(connection, flags) {
  const query = filters(flags);
  query.set("limit", String(flags.limit));
  if (flags.steps) query.set("details", "true");
  return connection.ask("GET", `/__mock/requests?${query.toString()}`);
}
async function follow(connection, flags) {
  const signal = interruption();
  const headers = { accept: "text/event-stream" };
  const stream = await connection.send("GET", `/__mock/events?${filters(flags).toString()}`, { headers, signal });
  if (!stream.ok || !stream.body) {
    await connection.ask("GET", "/__mock/state");
    throw new CliError(`The mock at ${connection.url} has no event stream (status ${stream.status}).`, EXIT.refused);
  }
  const print = (entry) => console.log(flags.json ? JSON.stringify(entry) : entryLines(entry));
  if (!flags.json) console.log(HEADING);
  const printed = /* @__PURE__ */ new Set();
  for (const entry of (await history(connection, flags)).items.toReversed()) {
    printed.add(entry.requestId);
    print(entry);
  }
  try {
    for await (const { event, data } of serverEvents(stream.body)) {
      if (event !== "request") continue;
      const entry = JSON.parse(data);
      if (printed.delete(entry.requestId)) continue;
      print(flags.steps && !entry.steps ? await connection.ask("GET", `/__mock/decisions/${entry.requestId}`) : entry);
    }
  } catch (error) {
    if (signal.aborted) return;
    if (error instanceof CliError) throw error;
  }
  throw new CliError(`The mock at ${connection.url} has stopped.`, EXIT.unreachable);
}
function filters({ platform: platform2, operation: operationId, status: status2, decision, key: keyId, account: accountId }) {
  const given = Object.entries({ platform: platform2, operationId, status: status2, decision, keyId, accountId });
  return new URLSearchParams(given.filter((entry) => entry[1] !== void 0));
}
function upTo(most) {
  return (text2) => {
    if (/^\d{1,6}$/.test(text2) && Number(text2) >= 1 && Number(text2) <= most) return Number(text2);
    throw new commander.InvalidArgumentError(`Give a whole number from 1 to ${most}.`);
  };
}
function selectCells(cells, filters2) {
  const { platform: platform2, scheme, state: state2, operation: operationId } = filters2;
  const wanted = Object.entries({ platform: platform2, scheme, state: state2, operationId }).filter(([, value]) => value !== void 0);
  for (const [name2, value] of wanted) {
    const known = new Set(cells.map((cell) => cell[name2]));
    if (known.has(value)) continue;
    const guess = policy.didYouMean(value, known) || `. Choose from: ${[...known].join(", ")}.`;
    throw new CliError(`No cell of the auth matrix has ${name2} "${value}"${guess}`, EXIT.usage);
  }
  return cells.filter((cell) => wanted.every(([name2, value]) => cell[name2] === value));
}
function differences({ expect }, { status: status2, decision, text: text2 }) {
  const found2 = [];
  if (status2 !== expect.status) found2.push(`status ${status2} instead of ${expect.status}`);
  if (decision !== null && decision !== expect.decision) found2.push(`decision ${decision} instead of ${expect.decision}`);
  if (expect.body !== void 0) {
    const body = parsed(text2);
    if (body === void 0) found2.push(`body is no JSON: ${shown(text2)}`);
    else found2.push(...bodyDifferences(expect.body, body, new Set(expect.varies), ""));
  }
  return found2;
}
function bodyDifferences(wanted, got, varies, at2) {
  const place = at2 === "" ? "body" : `body at ${at2}`;
  if (varies.has(at2)) return got === void 0 ? [`${place}: nothing where there should be a value`] : [];
  if (!isObject(wanted) || !isObject(got) || Array.isArray(wanted) !== Array.isArray(got)) {
    return util.isDeepStrictEqual(wanted, got) ? [] : [`${place}: ${shown(got)} instead of ${shown(wanted)}`];
  }
  const names = /* @__PURE__ */ new Set([...Object.keys(wanted), ...Object.keys(got)]);
  return [...names].flatMap(
    (name2) => bodyDifferences(wanted[name2], got[name2], varies, `${at2}/${name2.replaceAll("~", "~0").replaceAll("/", "~1")}`)
  );
}
function isObject(value) {
  return typeof value === "object" && value !== null;
}
function parsed(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function shown(value) {
  const text2 = value === void 0 ? "nothing" : typeof value === "string" ? JSON.stringify(value) : JSON.stringify(value);
  return text2.length > 120 ? `${text2.slice(0, 117)}\u2026` : text2;
}

// src/cli/matrix/verify.ts
var PATIENCE_MS2 = 1e4;
async function verify(connection, cells, options) {
  const reports = [];
  let isFresh = false;
  for (const cell of [...cells].sort((one, other) => disturbance(one) - disturbance(other))) {
    if (options.reset !== void 0 && !isFresh) await connection.ask("POST", options.reset, { headers: { ...options.headers } });
    const report2 = await verifyCell(connection, cell, options);
    isFresh = disturbance(cell) === 0;
    reports.push(report2);
    options.onReport?.(report2, reports.length, cells.length);
  }
  return reports;
}
async function verifyCell(connection, cell, options) {
  const { method, path, headers, body } = cell.request;
  const expected = { status: cell.expect.status, decision: cell.expect.decision };
  const signal = AbortSignal.timeout(PATIENCE_MS2);
  try {
    const response = await connection.send(method, path, {
      headers: { ...options.headers, ...headers },
      signal,
      ...body !== void 0 && { body }
    });
    const got = { status: response.status, decision: response.headers.get("x-mock-decision") };
    const found2 = differences(cell, { ...got, text: await response.text() });
    return { id: cell.id, ok: found2.length === 0, expected, got, differences: found2 };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { id: cell.id, ok: false, expected, differences: [`no answer within ${PATIENCE_MS2 / 1e3} seconds`] };
  }
}
function disturbance({ request, expect }) {
  if (expect.decision !== "allowed" || request.method === "GET") return 0;
  return request.method === "DELETE" ? 2 : 1;
}

// src/cli/matrix/index.ts
function matrixCommand() {
  return new commander.Command("matrix").description("Print the auth matrix, or verify a server against it.").option("--platform <platform>", "only cells of this platform").option("--scheme <scheme>", "only this kind of key").option("--state <state>", "only keys in this state: active, disabled_key, \u2026").option("--operation <id>", "only this operation").option("--verify <url>", "send every cell to the server at this URL and compare; it needs the zero-setup keys").option("--reset <path>", "for --verify: POST here between cells, where the server is no Chaveiro mock").option("--failures", "for --verify: report only the cells that differ").option("--session <name>", "for --verify: verify this session of a mock; default: a session of its own").addOption(new commander.Option("--token <token>", "for --verify: the control token of the mock").env("CHAVEIRO_CONTROL_TOKEN")).option("--json", "print JSON on standard output, and nothing else").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro matrix --platform pingback\n  $ chaveiro matrix --state disabled_key --json\n  $ chaveiro matrix --verify http://localhost:4010\n  $ chaveiro matrix --verify https://staging.example.com/v2 --platform pingback --failures"
  ).action(async (flags) => {
    const { authMatrix } = await import('@chaveiro/openapi/auth-matrix');
    const cells = selectCells(authMatrix.cells, flags);
    if (flags.verify !== void 0) return verifyServer(flags.verify, cells, flags);
    const needsSetup = authMatrix.needsSetup.filter(({ scheme }) => [void 0, scheme].includes(flags.scheme));
    if (flags.json) return printJson({ cells, needsSetup });
    console.log(cellTable(cells));
  });
}
function cellTable(cells) {
  return table(
    ["KIND OF KEY", "STATE", "OPERATION", "STATUS", "DECISION", "EVIDENCE"],
    cells.map(({ scheme, state: state2, operationId, expect }) => [
      scheme,
      state2,
      operationId,
      colouredStatus(expect.status),
      expect.decision,
      expect.evidence
    ])
  );
}
async function verifyServer(url, cells, flags) {
  const isMock = await answersAsMock(connect({ url }));
  const connection = connect(isMock ? { ...flags, url } : { url });
  const own = isMock && flags.session === void 0 ? ownSession(connection) : void 0;
  const reset = flags.reset ?? own?.reset;
  const options = {
    ...reset !== void 0 && { reset },
    ...own && { headers: own.headers },
    onReport(report2, done2, total) {
      const onTerminal = process.stderr.isTTY;
      if (onTerminal) process.stderr.write("\r\x1B[K");
      if (!flags.json && !(flags.failures && report2.ok)) console.log(reportLine(report2));
      if (onTerminal && done2 < total) process.stderr.write(`${done2}/${total}`);
    }
  };
  const reports = await verify(connection, cells, options);
  await own?.drop();
  const failed = reports.filter(({ ok }) => !ok);
  if (flags.json)
    printJson({
      url: connection.url,
      total: reports.length,
      passed: reports.length - failed.length,
      failed: failed.length,
      cells: reports
    });
  else
    console.log(`
${count(reports.length, "cell")}: ${reports.length - failed.length} as expected, ${failed.length} different.`);
  if (failed.length > 0) throw new CliError(`${connection.url} differs from the auth matrix in ${count(failed.length, "cell")}.`);
}
async function answersAsMock(connection) {
  const response = await connection.send("GET", "/__mock/state");
  await response.body?.cancel();
  return response.headers.has("x-mock-request-id");
}
function ownSession(connection) {
  const name2 = `matrix-${crypto$1.randomUUID()}`;
  return {
    reset: "/__mock/reset",
    headers: { "x-mock-session": name2 },
    drop: async () => void await (await connection.send("DELETE", `/__mock/sessions/${name2}`)).body?.cancel()
  };
}
function reportLine({ id: id2, ok, got, expected, differences: differences2 }) {
  if (ok) return `${colours.green("ok")}    ${id2}  ${colours.dim(`${expected.status} ${got?.decision ?? ""}`.trimEnd())}`;
  return [`${colours.red("DIFF")}  ${id2}`, ...differences2.map((difference) => `        ${difference}`)].join("\n");
}

// src/cli/mock-command.ts
init_clock();

// src/cli/banner.ts
function banner(mock, url) {
  const lines5 = [
    `${colours.bold("Chaveiro")} mock ready at ${colours.cyan(url)}`,
    `Web console: open ${colours.cyan(`${url}/`)} in a browser`,
    ""
  ];
  const width2 = Math.max(...mock.zeroSetupKeys.map(({ secret: secret2 }) => secret2.length));
  const titles = new Set(mock.zeroSetupKeys.map(({ title }) => title));
  for (const title of titles) {
    lines5.push(`${colours.bold(title)}`);
    for (const key2 of mock.zeroSetupKeys) {
      if (key2.title === title)
        lines5.push(`  ${colours.green(key2.secret.padEnd(width2))}  ${key2.state.padEnd(18)}  ${colours.dim(key2.summary)}`);
    }
    lines5.push("");
  }
  lines5.push(
    `Every answer says why: look at ${colours.bold("x-mock-decision")}, or open ${colours.cyan(`${url}/__mock/requests`)}`,
    `${colours.dim("Stop with Ctrl-C.")}`
  );
  return lines5.join("\n");
}
async function openData(file) {
  const { openStore: openStore2 } = await Promise.resolve().then(() => (init_durable(), durable_exports));
  return openStore2(file);
}
function dataReport({ file, recovered }) {
  return `Data file ${pc__default.default.cyan(file)}: ${recovered.isNew ? "new. Its secrets can be read with it alone: keep it as you keep them." : found(recovered)}`;
}
function found({ sessions: sessions2, accounts: accounts3, keys: keys2, requests: requests2, migratedFrom, cutOff: cutOff2 }) {
  const parts2 = [counted(sessions2, "session"), counted(accounts3, "account"), counted(keys2, "key"), counted(requests2, "request")];
  return [
    `recovered ${parts2.join(", ")}.`,
    ...migratedFrom === null ? [] : [`Its format was number ${migratedFrom} and is now this version's.`],
    ...cutOff2 ? ["The mock before was cut off; whatever it had answered is here."] : []
  ].join(" ");
}
function counted(count2, what) {
  return `${count2} ${what}${count2 === 1 ? "" : "s"}`;
}
var STATEFUL = ["policy", "contract", "responder", "data", "seedFile", "rateLimits"];
function withDocumentFlags(command) {
  return command.option("--spec <file-or-url>", "mock the API of your own OpenAPI 3.0 or 3.1 document instead").option("--policy <file>", "the rules of its keys (YAML or JSON): limits, plans, expiry, failures").option("--static", "no keys and no state: Prism alone answers from the document, as Prefer asks").addOption(
    new commander.Option("--contract [side]", "check every exchange against the document, or one side of it").choices([
      "request",
      "response"
    ])
  ).addOption(
    new commander.Option(
      "--responder <name>",
      "who answers operations without behaviour (default: prism with --spec, else none)"
    ).choices(["prism", "none"])
  );
}
async function documentOptions(flags) {
  if (flags.policy !== void 0 && flags.spec === void 0) {
    throw new CliError("--policy is about the keys of a document of your own. Name that with --spec.", EXIT.usage);
  }
  refuseStatefulFlags(flags);
  const read2 = flags.spec === void 0 ? void 0 : await (await Promise.resolve().then(() => (init_read_document(), read_document_exports))).readDocument(flags.spec);
  const policy = flags.policy === void 0 ? void 0 : await readPolicy2(flags.policy);
  const options = {
    ...read2 && { document: read2.document, documentSource: read2.source },
    ...policy && { policy },
    ...flags.responder && { responder: flags.responder },
    ...flags.contract && { contract: await loggedContract(flags.contract) }
  };
  if (needsPrism(flags)) await (await Promise.resolve().then(() => (init_load(), load_exports))).loadPrism();
  return options;
}
function needsPrism({ spec, static: alone, contract, responder }) {
  return Boolean(alone) || contract !== void 0 || (responder ?? (spec === void 0 ? "none" : "prism")) === "prism";
}
function refuseStatefulFlags(flags) {
  if (!flags.static) return;
  const strange = STATEFUL.find((name2) => flags[name2]) ?? (flags.scenario?.length ? "scenario" : void 0);
  if (strange === void 0) return;
  const flag = `--${strange.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new CliError(
    `--static has no keys and no state, so ${flag} means nothing with it. Leave one of the two out.`,
    EXIT.usage
  );
}
async function readPolicy2(file) {
  return (await Promise.resolve().then(() => (init_read_policy(), read_policy_exports))).readPolicy(file);
}
async function loggedContract(flag) {
  const { describeViolation: describeViolation2 } = await Promise.resolve().then(() => (init_contract_view(), contract_view_exports));
  return {
    ...flag !== true && { side: flag },
    onViolation: (violation) => console.error(`${colours.red("Contract violated:")} ${describeViolation2(violation)}`)
  };
}
function documentReport({ spec }, mock, url) {
  if (spec === void 0) return "";
  const console2 = `The console answers under ${colours.cyan(`${url}/__console`)}: accounts, keys and plans, for Bearer chaveiro-console-owner.`;
  return [`
${console2}`, ...mock.notices.map((notice) => `${colours.yellow("Note:")} ${notice}`)].join("\n");
}
function concludeContract(flags, mock) {
  if (!flags.contract || mock.contract.found === 0) return;
  throw new CliError(`The document was violated: ${count(mock.contract.found, "time")} since the start.`, EXIT.failed);
}

// src/cli/start-mock.ts
init_view2();
function seedCommand() {
  return withConnection(new commander.Command("seed")).description("Apply a seed file (YAML or JSON) to a running mock: all of it, or nothing.").argument("[file]", 'the file; "-" reads standard input').option("--check", "only check the file; needs no running mock").option("--reset", "reset the mock first").option("--schema", "print the JSON Schema of seed files, for your editor").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro seed seed.yaml\n  $ chaveiro seed seed.yaml --check\n  $ chaveiro seed - --reset --json < seed.json\n  $ chaveiro seed --schema > seed.schema.json"
  ).action(async (file, flags) => {
    if (flags.schema) return printJson(await jsonSchema());
    if (file === void 0) throw new CliError('Name a seed file, or "-" for standard input.', EXIT.usage);
    const applied = flags.check ? await checkOnly(file) : await apply(file, flags);
    if (flags.json) return printJson(applied);
    console.log(flags.check ? `${file} is a good seed: ${summary(applied)}.` : report(applied));
  });
}
async function apply(file, flags) {
  const { parseSeed: parseSeed2 } = await Promise.resolve().then(() => (init_parse(), parse_exports));
  const { SeedError: SeedError2 } = await Promise.resolve().then(() => (init_problems(), problems_exports));
  const { pointerSteps: pointerSteps2 } = await import('@chaveiro/openapi/policy');
  const { seed, located } = parseSeed2(readText(file), file);
  const connection = connect(flags);
  if (flags.reset) await connection.ask("POST", "/__mock/reset");
  try {
    return await connection.ask("POST", "/__mock/seed", { body: seed });
  } catch (error) {
    const issues = error instanceof RefusedError && error.status === 400 ? error.problem.issues : void 0;
    if (!issues) throw error;
    const step3 = (text2) => /^\d+$/.test(text2) ? Number(text2) : text2;
    throw located(new SeedError2(issues.map(({ field, message }) => ({ path: pointerSteps2(field).map(step3), message }))));
  }
}
async function checkOnly(file) {
  const { createMock: createMock2 } = await Promise.resolve().then(() => (init_mock(), mock_exports));
  const { loadSeedFile: loadSeedFile2 } = await Promise.resolve().then(() => (init_seed_file(), seed_file_exports));
  const { appliedSeedView: appliedSeedView2 } = await Promise.resolve().then(() => (init_view2(), view_exports));
  return appliedSeedView2(loadSeedFile2(createMock2(), file, readText(file)));
}
async function jsonSchema() {
  const { z: z7 } = await import('zod');
  const { seedSchema: seedSchema2 } = await Promise.resolve().then(() => (init_schema2(), schema_exports));
  const schema = z7.toJSONSchema(seedSchema2, { io: "input" });
  const { scenarios: scenarios3 } = schema.properties;
  scenarios3.items = { anyOf: [{ type: "string" }, scenarios3.items] };
  return schema;
}
function readText(file) {
  try {
    return fs.readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    const { code } = error;
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : String(code ?? error);
    throw new CliError(`The seed file ${file} cannot be read: ${why}.`);
  }
}
function summary({ accounts: accounts3, scenarios: scenarios3, faults: faults2 }) {
  const played = scenarios3.flatMap((scenario3) => scenario3.faults).length;
  return [count(accounts3.length, "account"), count(scenarios3.length, "scenario"), count(faults2.length + played, "fault")].join(
    ", "
  );
}
function report(applied) {
  const lines5 = [`Applied: ${summary(applied)}.`];
  const rows = [
    ...applied.accounts.flatMap(
      ({ id: id2, platform: platform2, plan, keys: keys2 }) => keys2.length > 0 ? keys2.map((key2) => [platform2, id2, plan, key2.name, key2.status, colours.green(key2.secret)]) : [[platform2, id2, plan, "", "", ""]]
    ),
    ...applied.scenarios.flatMap(scenarioRows)
  ];
  if (rows.length > 0) lines5.push("", table(["PLATFORM", "ACCOUNT", "PLAN", "KEY", "STATUS", "SECRET"], rows));
  return lines5.join("\n");
}
function scenarioRows({ scenario: scenario3, platform: platform2, account: account2, keys: keys2 }) {
  const rows = Object.entries(keys2).map(([role, key2]) => [
    platform2,
    account2.id,
    account2.plan,
    `${scenario3}: ${role}`,
    key2.status,
    colours.green(key2.secret)
  ]);
  return rows.length > 0 ? rows : [[platform2, account2.id, account2.plan, scenario3, "", ""]];
}

// src/cli/start-mock.ts
async function startMock({ seedFile, scenario: scenario3 }, options) {
  const { createMock: createMock2 } = await Promise.resolve().then(() => (init_mock(), mock_exports));
  if (seedFile === void 0 && scenario3.length === 0) return createMock2(options);
  const { parseSeed: parseSeed2 } = await Promise.resolve().then(() => (init_parse(), parse_exports));
  const { SeedError: SeedError2 } = await Promise.resolve().then(() => (init_problems(), problems_exports));
  const { seed, located } = parseSeed2(seedFile === void 0 ? "{}" : readText(seedFile), seedFile ?? "--scenario");
  const start2 = { ...seed, scenarios: [...seed.scenarios ?? [], ...scenario3.map(named)] };
  try {
    return createMock2({ ...options, start: start2 });
  } catch (error) {
    throw error instanceof SeedError2 ? located(error) : error;
  }
}
function seeded({ started }) {
  return started && appliedSeedView(started);
}
function seedReport(mock) {
  const applied = seeded(mock);
  return applied ? `

${report(applied)}` : "";
}
function named(text2) {
  const [name2 = "", platform2] = text2.split("@");
  return platform2 === void 0 ? name2 : { name: name2, platform: platform2 };
}

// src/cli/static-mock.ts
async function startStatic(options, seed) {
  const { setUp: setUp2 } = await Promise.resolve().then(() => (init_set_up(), set_up_exports));
  const { createStaticMock: createStaticMock2 } = await Promise.resolve().then(() => (init_static(), static_exports));
  return createStaticMock2(setUp2({ ...options, responder: "none" }).document, { seed });
}
function staticBanner(url) {
  return [
    `${colours.bold("Chaveiro")} static mock ready at ${colours.cyan(url)}`,
    "",
    "Prism answers from the examples and schemas of the document. There are no keys: any credential will do.",
    `Choose an answer with ${colours.bold("Prefer: code=404")}, ${colours.bold("Prefer: example=name")} or ${colours.bold("Prefer: dynamic=true")}.`,
    colours.dim("Stop with Ctrl-C.")
  ].join("\n");
}

// src/cli/mock-command.ts
function mockCommand() {
  const command = new commander.Command("mock").description("Start the mock server on this machine.").option("-p, --port <number>", "port to listen on; 0 takes a free one", integerBetween(0, 65535), 4010).option("--host <address>", "address to listen on; anything but loopback lets other machines in", "127.0.0.1").option("--allow-host <name...>", "host names besides localhost that requests may be for", []).addOption(
    new commander.Option("--control-token <token>", "ask for this token under /__mock; needed for another address than loopback").env(
      "CHAVEIRO_CONTROL_TOKEN"
    )
  ).option("--seed <number>", "ids and generated keys follow from it", integerBetween(0, 2 ** 31 - 1), 1).option("--rate-limits", "count the platforms' rate limits", false).option("--session-limit <number>", "how many sessions to keep besides the default one", integerBetween(0, 1e6), 1e3).option("--session-idle <duration>", "drop a session that nobody uses for so long: 30s, 10m, 24h", duration2, "30m").option("--data <file>", "keep everything in this file, and go on with what is in it").option("--seed-file <file>", "start with the accounts, keys and scenarios of this YAML or JSON file").option("--scenario <name...>", "start in these scenarios: outage@zenvio, send-only, \u2026", []).option("--webhook-host <name...>", "hosts besides this machine that webhooks may go to", []).option("--json", "print JSON on standard output when ready, and nothing else");
  return withDocumentFlags(command).addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro mock\n  $ chaveiro mock --port 0 --seed 42\n  $ chaveiro mock --rate-limits\n  $ chaveiro mock --seed-file seed.yaml\n  $ chaveiro mock --scenario outage@zenvio rotation@pingback\n  $ chaveiro mock --data chaveiro.db\n  $ chaveiro mock --spec my-api.yaml --policy keys.yaml\n  $ chaveiro mock --static\n  $ chaveiro mock --contract"
  ).action(async (flags) => {
    var _stack = [];
    try {
      const interrupt = interrupted();
      const documents = await documentOptions(flags);
      if (flags.static) return serveStatic(flags, await startStatic(documents, flags.seed), interrupt);
      const store = __using(_stack, flags.data === void 0 ? void 0 : await openData(flags.data));
      if (store) (flags.json ? console.error : console.log)(dataReport(store));
      const mock = await startMock(flags, {
        seed: flags.seed,
        sessions: { count: flags.sessionLimit, idle: flags.sessionIdle },
        webhooks: { allowHosts: flags.webhookHost },
        ...flags.rateLimits && { rateLimits: "on" },
        ...store && { store },
        ...documents
      });
      const { serveMock: serveMock2 } = await Promise.resolve().then(() => (init_serve(), serve_exports));
      const running = await serveMock2(mock, {
        port: flags.port,
        host: flags.host,
        allowedHosts: flags.allowHost,
        ...flags.controlToken !== void 0 && { controlToken: flags.controlToken }
      });
      if (flags.json)
        printJson({ url: running.url, port: running.port, keys: mock.zeroSetupKeys, notices: mock.notices, ...seeded(mock) });
      else console.log(banner(mock, running.url) + documentReport(flags, mock, running.url) + seedReport(mock));
      await interrupt;
      await running.close();
      if (!flags.json) console.log("\nThe mock has stopped.");
      concludeContract(flags, mock);
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  });
}
async function serveStatic(flags, mock, interrupt) {
  const { serveMock: serveMock2 } = await Promise.resolve().then(() => (init_serve(), serve_exports));
  const running = await serveMock2(mock, { port: flags.port, host: flags.host, allowedHosts: flags.allowHost });
  if (flags.json) printJson({ url: running.url, port: running.port, keys: [], notices: [] });
  else console.log(staticBanner(running.url));
  await interrupt;
  await running.close();
  if (!flags.json) console.log("\nThe mock has stopped.");
}
function interrupted() {
  return new Promise((resolve6) => {
    process.once("SIGINT", () => resolve6());
    process.once("SIGTERM", () => resolve6());
  });
}
function integerBetween(least, most) {
  return (text2) => {
    const number3 = Number(text2);
    if (/^\d+$/.test(text2) && number3 >= least && number3 <= most) return number3;
    throw new commander.InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}
function duration2(text2) {
  try {
    milliseconds(text2);
    return text2;
  } catch (error) {
    throw new commander.InvalidArgumentError(error.message);
  }
}
function scenarioCommand() {
  return withConnection(new commander.Command("scenario")).description("List the scenarios, or play one on a running mock and print its keys.").argument("[name]", "the scenario to play").option("--platform <platform>", "where to play it; or list only those of this platform").addHelpText(
    "after",
    "\nExamples:\n  $ chaveiro scenario\n  $ chaveiro scenario rotation --platform zenvio\n  $ chaveiro scenario send-only --json"
  ).action(async (name2, flags) => {
    const connection = connect(flags);
    if (name2 === void 0) {
      const { items } = await connection.ask("GET", "/__mock/scenarios");
      const shown5 = items.filter(({ platforms }) => flags.platform === void 0 || platforms.includes(flags.platform));
      if (flags.json) printJson({ items: shown5, total: shown5.length });
      else console.log(scenarioTable(shown5));
      return;
    }
    const options = flags.platform === void 0 ? {} : { platform: flags.platform };
    const path = `/__mock/scenarios/${encodeURIComponent(name2)}`;
    const played = await connection.ask("POST", path, { body: options });
    if (flags.json) return printJson(played);
    console.log(table(["PLATFORM", "ACCOUNT", "PLAN", "KEY", "STATUS", "SECRET"], scenarioRows(played)));
    const users = Object.entries(played.users).map(([role, token]) => [role, token]);
    console.log(`
${table(["ROLE", "CONSOLE TOKEN"], users)}`);
  });
}
function scenarioTable(entries) {
  const rows = entries.map(({ name: name2, platforms, summary: summary2 }) => [colours.bold(name2), platforms.join(", "), summary2.en]);
  return table(["SCENARIO", "PLATFORMS", "WHAT IT IS"], rows);
}

// src/cli/main.ts
var EXAMPLES = `
Examples:
  $ chaveiro mock                                    start the mock on http://localhost:4010
  $ chaveiro keys disable key_pingback_active        the next request is refused
  $ chaveiro logs --follow                           see why
  $ chaveiro seed seed.yaml                          accounts, keys and scenarios from a file
  $ chaveiro matrix --verify http://localhost:4010   check a server, cell by cell`;
async function main(argv) {
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? EXIT.done : EXIT.failed));
  try {
    await createProgram().parseAsync(argv, { from: "user" });
    return EXIT.done;
  } catch (error) {
    if (error instanceof commander.CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    console.error(error instanceof Error ? error.message : error);
    return error instanceof CliError ? error.exitCode : EXIT.failed;
  }
}
function createProgram() {
  const program = new commander.Command("chaveiro").description("A stateful mock of Pingback, RD Station and Zenvio that knows what every API key is.").version(version).addCommand(mockCommand()).addCommand(keysCommand()).addCommand(scenarioCommand()).addCommand(seedCommand()).addCommand(logsCommand()).addCommand(matrixCommand()).addCommand(completionCommand()).addHelpText("after", EXAMPLES + "\n" + EXIT_CODES_HELP);
  throwInsteadOfExiting(program);
  return program;
}
function throwInsteadOfExiting(command) {
  command.exitOverride();
  command.commands.forEach(throwInsteadOfExiting);
}

exports.main = main;
