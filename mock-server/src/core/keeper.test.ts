import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMock } from '../mock.ts';
import { memoryStore } from './store.fixture.ts';
import { StoreConflictError } from './store.ts';

const contacts = 'https://connect.pingback.com/v2/contacts';
const headers = { 'x-api-key': 'chaveiro-pingback-active' };

afterEach(() => void vi.restoreAllMocks());

describe('a mock with a store', () => {
  test('writes a request before its answer, in one commit', async () => {
    const store = memoryStore();
    const mock = createMock({ store });
    await mock.fetch(contacts, { headers });
    expect(store.commits).toEqual(['default@1', 'default@2']);
    expect(store.load().sessions[0]?.head.requests).toBe(1);
  });

  test('writes what a test changes as soon as its code waits, all together', async () => {
    const store = memoryStore();
    const mock = createMock({ store });
    await Promise.resolve();
    const account = mock.pingback.accounts.create({ plan: 'pro' });
    account.keys.create().disable();
    mock.clock.advance('1h');
    expect(store.commits).toEqual(['default@1']);
    await Promise.resolve();
    expect(store.commits).toEqual(['default@1', 'default@2']);
    mock.configure({ rateLimits: 'on' });
    await Promise.resolve();
    mock.clock.reset();
    await Promise.resolve();
    expect(store.load().sessions[0]).toMatchObject({ version: 4, head: { clockOffset: 0, settings: { rateLimits: 'on' } } });
  });

  test('writes nothing when nothing changed', async () => {
    const store = memoryStore();
    const mock = createMock({ store });
    await Promise.resolve();
    mock.tick();
    mock.reset();
    mock.reset();
    await Promise.resolve();
    expect(store.commits).toEqual(['default@1']);
  });

  test('writes what is left when the store closes', () => {
    const store = memoryStore();
    createMock({ store }).pingback.accounts.create({ id: 'acc_last' });
    store.close();
    const accounts = store.load().sessions[0]?.tables.find(({ table }) => table === 'accounts');
    expect(accounts?.rows.at(-1)?.[0]).toBe('acc_last');
  });

  test('writes nothing more of a session that was dropped', async () => {
    const store = memoryStore();
    const mock = createMock({ store });
    const session = mock.session('gone');
    await Promise.resolve();
    mock.sessions.drop('gone');
    await session.fetch(contacts, { headers });
    session.pingback.accounts.create();
    await Promise.resolve();
    expect(store.load().sessions.map(({ name }) => name)).toEqual(['default']);
  });
});

describe('when the store fails', () => {
  test('a request is not acknowledged, and the next one writes both', async () => {
    const store = memoryStore();
    const mock = createMock({ store });
    await Promise.resolve();
    store.failure = new Error('the disk is full');
    vi.spyOn(console, 'error').mockReturnValue();
    const answer = await mock.fetch(contacts, { headers });
    expect([answer.status, answer.headers.get('x-mock-decision')]).toEqual([503, 'not_kept']);
    expect(await answer.json()).toMatchObject({
      code: 'not_kept',
      detail: expect.stringContaining('the disk is full') as string,
    });
    store.failure = undefined;
    expect((await mock.fetch(contacts, { headers })).status).toBe(200);
    expect(store.load().sessions[0]?.head.requests).toBe(2);
  });

  test('a change outside of requests says so on the console, and is written with the next', async () => {
    const store = memoryStore();
    const mock = createMock({ store });
    await Promise.resolve();
    const said = vi.spyOn(console, 'error').mockReturnValue();
    store.failure = new Error('the disk is full');
    mock.sessions.drop('nobody');
    mock.session('one');
    await Promise.resolve();
    expect(said).toHaveBeenCalledWith(expect.stringMatching(/could not write/), store.failure);
    store.failure = undefined;
    mock.session('two');
    await Promise.resolve();
    expect(store.load().sessions.map(({ name }) => name)).toEqual(['default', 'one', 'two']);
  });

  test('of two mocks on one store, the one that comes second is refused, and its other sessions are not', async () => {
    const store = memoryStore();
    const first = createMock({ store });
    await Promise.resolve();
    const second = createMock({ store });
    await first.fetch(contacts, { headers });
    vi.spyOn(console, 'error').mockReturnValue();
    const answer = await second.fetch(contacts, { headers });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      detail: expect.stringContaining(new StoreConflictError('default').message) as string,
    });
    second.session('own');
    await Promise.resolve();
    expect(store.load().sessions.map(({ name }) => name)).toEqual(['default', 'own']);
    expect((await first.fetch(contacts, { headers })).status).toBe(200);
  });
});
