/** What a mock is after a restart: exactly what it was before. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock, type MockOptions } from '../mock.ts';
import { TEXT } from '../platforms/zenvio/test-client.ts';
import { temporaryFolder, type TemporaryFolder } from './data-file.fixture.ts';
import { openStore, type FileStore } from './sqlite-store.ts';

let folder: TemporaryFolder;
let store: FileStore | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  store?.close();
  folder[Symbol.dispose]();
});

/** A mock on the same file; the one before lets go of it first. */
function start(options: MockOptions = {}): Mock {
  store?.close();
  store = openStore(folder.file());
  return createMock({ now: '2026-03-02T12:00:00Z', ...options, store });
}

const json = (method: string, key: Record<string, string>, body?: object): RequestInit => ({
  method,
  headers: { ...key, 'content-type': 'application/json' },
  ...(body && { body: JSON.stringify(body) }),
});
const createContact = (mock: Pick<Mock, 'fetch'>, email: string, key = 'chaveiro-pingback-active') =>
  mock.fetch('https://connect.pingback.com/v2/contacts', json('POST', { 'x-api-key': key }, { email, fullName: 'Ana' }));
const sendMessage = (mock: Pick<Mock, 'fetch'>, secret: string, idempotencyKey: string) =>
  mock.fetch(
    'https://api.zenvio.com/v1/whatsapp/messages',
    json('POST', { authorization: `Bearer ${secret}`, 'idempotency-key': idempotencyKey }, TEXT),
  );

/** All that can be seen of a session, as JSON keeps it. */
function everything(session: Pick<Mock, 'snapshot' | 'requests' | 'clock'>): unknown {
  const { own, resources, ...rest } = session.snapshot();
  const rows = (tables: ReadonlyMap<string, ReadonlyMap<string, object>>) =>
    [...tables].filter(([, table]) => table.size > 0).map(([name, table]) => [name, [...table.values()]]);
  const state = { ...rest, own: rows(own), resources: [...resources].map(([id, tables]) => [id, rows(tables).sort()]).sort() };
  return JSON.parse(JSON.stringify({ state, requests: session.requests.list(), now: session.clock.now() }));
}

describe('after a restart', () => {
  test('accounts, keys, rows, limits, faults, settings, ids, journal and clock are as they were', async () => {
    const mock = start({ rateLimits: 'on' });
    await createContact(mock, 'bia@exemplo.com.br');
    await createContact(mock, 'sem-chave@exemplo.com.br', 'nobody-has-this-key');
    mock.zenvio.accounts
      .create({ name: 'Loja' })
      .keys.create({ name: 'Site', scopes: ['whatsapp:send'] })
      .delete();
    mock.pingback.accounts.get('acc_pingback_pro').changePlan('free');
    mock.faults.add({ effect: { kind: 'status', status: 503 }, on: { platform: 'zenvio' }, times: 3 });
    await sendMessage(mock, 'sk_live_chaveiro_active', 'first');
    mock.clock.advance('2d');
    const before = everything(mock);
    expect(everything(start())).toEqual(before);
  });

  test('the next ids and secrets are those that would have come', async () => {
    const [interrupted, other] = [start(), createMock({ now: '2026-03-02T12:00:00Z' })];
    const secrets = [interrupted, other].map((mock) => mock.rdstation.accounts.create().keys.create().secret);
    expect(secrets[0]).toBe(secrets[1]);
    await Promise.resolve();
    const again = [start(), other].map((mock) => mock.rdstation.accounts.create().keys.create().secret);
    expect(again[0]).toBe(again[1]);
    expect(again[0]).not.toBe(secrets[0]);
  });

  test('secrets are known: sealed ones can be shown again, hashed ones open the door', async () => {
    const before = start();
    const sealed = before.pingback.accounts.create({ plan: 'pro' }).keys.create();
    const hashed = before.zenvio.accounts.get('acc_zenvio_demo').keys.create();
    const token = before.pingback.accounts.get('acc_pingback_pro').signIn('owner');
    const after = start();
    expect(after.pingback.accounts.get(sealed.accountId).keys.get(sealed.id).reveal()).toBe(sealed.secret);
    expect((await sendMessage(after, hashed.secret, 'x')).status).toBe(202);
    const headers = { authorization: `Bearer ${token}` };
    expect((await after.fetch('http://localhost/accounts/acc_pingback_pro', { headers })).status).toBe(200);
  });

  test('a repeated send is still a repetition', async () => {
    const first = await sendMessage(start(), 'sk_live_chaveiro_active', 'once');
    const again = await sendMessage(start(), 'sk_live_chaveiro_active', 'once');
    expect([first.status, again.status]).toEqual([202, 200]);
    expect(await again.json()).toEqual(await first.json());
  });

  test('what was planned happens', async () => {
    const { message_ids } = (await (await sendMessage(start(), 'sk_live_chaveiro_active', 'x')).json()) as {
      message_ids: string[];
    };
    const after = start();
    const id = message_ids[0] ?? '';
    expect(after.zenvio.messages.where({ id })).toMatchObject([{ status: 'queued' }]);
    after.clock.advance('1h');
    expect(after.zenvio.messages.where({ id })[0]?.status).not.toBe('queued');
  });

  test('settings given at the start win over those in the file, and its seed over the one given', () => {
    const before = start({ seed: 42, rateLimits: 'on', propagationDelay: '1m' });
    const secret = before.rdstation.accounts.create().keys.create().secret;
    before.reset();
    const after = start({ seed: 7, rateLimits: 'off' });
    expect(after.snapshot().settings).toMatchObject({ rateLimits: 'off', propagationDelay: 60_000 });
    after.reset();
    expect(after.rdstation.accounts.create().keys.create().secret).toBe(secret);
  });
});

describe('sessions', () => {
  test('each come back as they were, and a key finds its own', async () => {
    const mock = start();
    const one = mock.session('one', { rateLimits: 'on', seed: 9 });
    await createContact(one, 'um@exemplo.com.br');
    const key = mock.session('two').pingback.accounts.create({ plan: 'pro' }).keys.create();
    one.clock.advance('3h');
    const before = [mock, one, mock.session('two')].map(everything);
    const after = start();
    expect(after.sessions.list()).toEqual(['default', 'one', 'two']);
    expect([after, after.session('one'), after.session('two')].map(everything)).toEqual(before);
    expect((await createContact(after, 'dois@exemplo.com.br', key.secret)).status).toBe(201);
    expect(after.session('two').requests.list()).toHaveLength(1);
    after.session('one').reset();
    expect(after.session('one').snapshot().settings.rateLimits).toBe('on');
  });

  test('that were dropped stay away, and one of the same name is new', async () => {
    const mock = start();
    await createContact(mock.session('gone'), 'um@exemplo.com.br');
    await createContact(mock.session('anew'), 'um@exemplo.com.br');
    mock.sessions.drop('gone');
    mock.sessions.drop('anew');
    mock.session('anew').clock.advance('1h');
    const after = start();
    expect(after.sessions.list()).toEqual(['default', 'anew']);
    expect(after.session('anew').requests.list()).toEqual([]);
  });

  test('that went idle are still told apart from new ones', async () => {
    let now = 0;
    const sessions = { idle: '1m', now: () => now };
    const mock = start({ sessions });
    mock.session('idle');
    now = 100_000;
    expect(mock.sessions.list()).toEqual(['default']);
    const headers = { 'x-mock-session': 'idle' };
    const answer = await start({ sessions }).fetch('http://localhost/contacts', { headers });
    expect([answer.status, answer.headers.get('x-mock-decision')]).toEqual([410, 'session_expired']);
    start({ sessions }).session('idle');
    expect(start({ sessions }).sessions.list()).toEqual(['default', 'idle']);
  });

  test('that were reset are as at the start', async () => {
    const mock = start();
    const fresh = everything(mock);
    await createContact(mock, 'bia@exemplo.com.br');
    mock.clock.advance('1d');
    mock.reset();
    expect(everything(start())).toEqual(fresh);
  });

  test('go back to a snapshot for good', async () => {
    const mock = start();
    const snapshot = mock.snapshot();
    await createContact(mock, 'bia@exemplo.com.br');
    mock.restore(snapshot);
    const after = start();
    expect(after.pingback.contacts.where({ email: 'bia@exemplo.com.br' })).toEqual([]);
    expect(after.requests.list()).toHaveLength(1);
  });
});
