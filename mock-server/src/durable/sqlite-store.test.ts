import { statSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SessionChanges, SessionHead } from '../core/store.ts';
import { createMock } from '../mock.ts';
import { temporaryFolder, type TemporaryFolder } from './data-file.fixture.ts';
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

const head = (requests = 0): SessionHead => ({
  seed: 1,
  start: {},
  settings: { rateLimits: 'off', propagationDelay: 0, failures: {} },
  ids: 5,
  clockOffset: 0,
  requests,
});
const put = (...rows: [string, object][]): SessionChanges => ({
  head: head(),
  tables: [{ account: 'acc_1', table: 'things', deleted: [], put: rows }],
});

describe('a session', () => {
  test('is read back as it was written, rows in their order', () => {
    const store = open();
    store.commit('a', 0, put(['x', { n: 1 }], ['y', { n: 1 }], ['z', { n: 1 }]));
    const tables = [
      {
        account: 'acc_1',
        table: 'things',
        deleted: ['x'],
        put: [
          ['y', { n: 2 }],
          ['x', { n: 3 }],
        ] as const,
      },
    ];
    store.commit('a', 1, { head: head(7), tables });
    store.close();
    const rows = [
      ['y', { n: 2 }],
      ['z', { n: 1 }],
      ['x', { n: 3 }],
    ];
    expect(open().load()).toEqual({
      sessions: [{ name: 'a', version: 2, head: head(7), tables: [{ account: 'acc_1', table: 'things', rows }] }],
      expired: [],
    });
  });

  test('is written only by whoever saw its latest version, and then whole', () => {
    const store = open();
    expect(store.commit('a', 0, put(['x', {}]))).toBe(1);
    expect(store.commit('a', 1, put())).toBe(2);
    for (const stale of [0, 1, 3]) {
      expect(() => store.commit('a', stale, put(['z', {}]))).toThrow(/"a" was changed by another mock/);
    }
    expect(() => store.commit('b', 1, put())).toThrow(/"b"/);
    const circle: { self?: object } = {};
    circle.self = circle;
    expect(() => store.commit('a', 2, put(['y', {}], ['z', circle]))).toThrow(/circular/);
    expect(store.load().sessions).toMatchObject([{ name: 'a', version: 2, tables: [{ rows: [['x', {}]] }] }]);
  });

  test('is dropped with all its rows; an idle one leaves its name until it is used again', () => {
    const store = open();
    for (const name of ['a', 'b']) store.commit(name, 0, put(['x', {}]));
    store.drop('a', false);
    store.drop('b', true);
    expect(store.load()).toEqual({ sessions: [], expired: ['b'] });
    store.commit('b', 0, put());
    expect(store.load()).toMatchObject({ sessions: [{ name: 'b', version: 1, tables: [] }], expired: [] });
  });
});

describe('a data file', () => {
  test('is for its owner alone, and is one file when it is closed', () => {
    const store = open();
    store.commit('a', 0, put());
    for (const name of Object.keys(folder.contents())) expect(statSync(folder.file(name)).mode & 0o777, name).toBe(0o600);
    store.close();
    expect(Object.keys(folder.contents())).toEqual(['mock.db']);
  });

  test('says what was in it', () => {
    const store = open();
    expect(store.recovered).toMatchObject({ isNew: true, sessions: 0, cutOff: false });
    const mock = createMock({ store });
    mock.session('two').pingback.accounts.create({ plan: 'pro' }).keys.create();
    store.close();
    const { own } = createMock().snapshot();
    const [accounts, keys] = [own.get('accounts')?.size ?? 0, own.get('keys')?.size ?? 0];
    expect(open().recovered).toEqual({
      isNew: false,
      sessions: 2,
      accounts: 2 * accounts + 1,
      keys: 2 * keys + 1,
      requests: 0,
      migratedFrom: null,
      cutOff: false,
    });
  });

  test('never holds a secret that is kept as a hash, nor one that is sealed', async () => {
    const store = open();
    const mock = createMock({ store });
    const account = mock.zenvio.accounts.create();
    const hashed = account.keys.create();
    const sealed = mock.rdstation.accounts.create().keys.create();
    const token = account.signIn('owner');
    const consoleCall = { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } };
    const created = await mock.fetch(`http://localhost/accounts/${account.id}/api-keys`, {
      ...consoleCall,
      body: '{"name":"Novo","scopes":["whatsapp:send"]}',
    });
    const { secret } = (await created.json()) as { secret: string };
    await mock.fetch('http://localhost/whatsapp/instances', { headers: { authorization: `Bearer ${hashed.secret}` } });
    await mock.fetch(`http://localhost/platform/conversions?api_key=${sealed.secret}`, { method: 'POST' });
    const secrets = [hashed.secret, sealed.secret, secret, token];
    const nowhere = () => {
      for (const [name, bytes] of Object.entries(folder.contents())) {
        for (const text of secrets) expect(bytes.includes(text.slice(-16)), `${name} holds ${text}`).toBe(false);
      }
    };
    expect(created.status).toBe(201);
    nowhere();
    store.close();
    nowhere();
  });

  test('that is empty is as good as none', () => {
    writeFileSync(folder.file(), '');
    expect(open().recovered.isNew).toBe(true);
  });

  test('is for one mock at a time, and the refusal names who has it', () => {
    const store = open();
    expect(() => open()).toThrow(new RegExp(`in use.*process ${process.pid}, since 20.*file of its own`));
    store.close();
    open();
  });

  test('that was not closed says so when it is opened again', () => {
    const store = open();
    store.commit('a', 0, put());
    for (const [name, bytes] of Object.entries(folder.contents()))
      writeFileSync(folder.file(name.replace('mock', 'copy')), bytes);
    const copy = open(folder.file('copy.db'));
    expect(copy.recovered).toMatchObject({ sessions: 1, cutOff: true });
    copy.close();
    store.close();
    expect(Object.keys(folder.contents()).sort()).toEqual(['copy.db', 'mock.db']);
  });
});
