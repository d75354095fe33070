// Keys that change while calls are under way: one refresh, no call lost, none sent twice that the platform took.
import { mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createMock, type Mock } from '@chaveiro/mock-server';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { answering, json, observedFetch, thrown } from '../../test/observed-fetch.ts';
import { VirtualClock } from '../../test/virtual-clock.ts';
import { InvalidKeyError, MissingKeyError, TimeoutError } from '../errors/index.ts';
import { keyFile } from '../node.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';
import { keyRing } from './key-ring.ts';
import { keySource } from './key-source.ts';
import { functionSource } from './source.ts';

vi.setConfig({ testTimeout: 60_000 });

const CALLS = Array.from({ length: 100 }, (_, number) => `lead-${number}@exemplo.com.br`);

/** An account of RD Station with two keys, a client over it, and what arrived. */
function world() {
  const mock: Mock = createMock();
  const account = mock.rdstation.accounts.create();
  const [first, second] = [account.keys.create({ name: 'first' }), account.keys.create({ name: 'second' })];
  const vault = { key: first.secret, asked: 0 };
  const ask = async (): Promise<string> => {
    vault.asked++;
    await Promise.resolve();
    return vault.key;
  };
  const arrived = (): string[] =>
    mock.rdstation.conversions
      .list()
      .map(({ payload }) => String(payload.email))
      .sort();
  const sendAll = (apiKey: ConstructorParameters<typeof RDStation>[0]): Promise<PromiseSettledResult<unknown>[]> => {
    const rd = new RDStation({ ...apiKey, pace: false, fetch: mock.fetch });
    return Promise.allSettled(CALLS.map((email) => rd.conversions.create({ conversion_identifier: 'ebook', email })));
  };
  return { mock, first, second, vault, ask, arrived, sendAll };
}

const statusOf = (results: PromiseSettledResult<unknown>[]): string[] => [...new Set(results.map(({ status }) => status))];

describe('100 calls at once', () => {
  test('with an accepted key: asked once, each call sent once', async () => {
    const { mock, vault, ask, arrived, sendAll } = world();
    expect(statusOf(await sendAll({ apiKey: ask }))).toEqual(['fulfilled']);
    expect(vault.asked).toBe(1);
    expect(arrived()).toEqual([...CALLS].sort());
    expect(mock.requests.list()).toHaveLength(100);
  });

  test('with a refused key that stays: asked once more, each call sent once, each ends with a typed error', async () => {
    const { mock, first, vault, ask, arrived, sendAll } = world();
    first.disable();
    const results = await sendAll({ apiKey: ask });
    expect(statusOf(results)).toEqual(['rejected']);
    for (const result of results) expect((result as PromiseRejectedResult).reason).toBeInstanceOf(InvalidKeyError);
    expect(vault.asked).toBe(2);
    expect(arrived()).toEqual([]);
    expect(mock.requests.list()).toHaveLength(100);
  });

  test('with a key that was rotated meanwhile: one refresh, no call lost, none that counts twice', async () => {
    const { mock, first, second, vault, ask, arrived } = world();
    const rd = new RDStation({ apiKey: ask, pace: false, fetch: mock.fetch });
    await rd.conversions.create({ conversion_identifier: 'warm-up', email: 'warm-up@exemplo.com.br' });
    vault.key = second.secret;
    first.disable();
    await Promise.all(CALLS.map((email) => rd.conversions.create({ conversion_identifier: 'ebook', email })));
    expect(vault.asked).toBe(2);
    expect(arrived()).toEqual([...CALLS, 'warm-up@exemplo.com.br'].sort());
    expect(mock.requests.where({ keyId: second.id })).toHaveLength(100);
  });

  test('with a ring: all move on to the next key together', async () => {
    const { mock, first, second, arrived, sendAll } = world();
    first.disable();
    expect(statusOf(await sendAll({ apiKey: keyRing([first.secret, second.secret]) }))).toEqual(['fulfilled']);
    expect(arrived()).toEqual([...CALLS].sort());
    expect(mock.requests.where({ keyId: second.id })).toHaveLength(100);
  });

  test('on Zenvio, where a revoked key is gone: the ring goes on, and the sends count once', async () => {
    const mock = createMock();
    const { keys } = mock.scenario('rotation', { platform: 'zenvio' });
    const [instance] = mock.zenvio.instances.list();
    const zenvio = new Zenvio({ apiKey: keyRing([keys.old.secret, keys.next.secret]), fetch: mock.fetch });
    const send = (number: number) =>
      zenvio.messages.send({
        instance_id: instance?.id ?? '',
        to: [`55119${String(10_000_000 + number)}`],
        type: 'text',
        payload: { message: 'Olá' },
      });
    const before = mock.zenvio.messages.count();
    const half = Array.from({ length: 50 }, (_, number) => send(number));
    keys.old.delete();
    await Promise.all([...half, ...Array.from({ length: 50 }, (_, number) => send(50 + number))]);
    expect(mock.zenvio.messages.count() - before).toBe(100);
  });
});

describe('the one key of Pingback', () => {
  test('is gone before there is another one: the source is asked again, once a second at most', async () => {
    const mock = createMock();
    const account = mock.pingback.accounts.create({ plan: 'pro' });
    const old = account.keys.create({ name: 'CRM' });
    const vault = { key: old.secret, asked: 0 };
    const clock = new VirtualClock();
    const pingback = new Pingback({ apiKey: () => (vault.asked++, vault.key), pace: false, clock, fetch: mock.fetch });
    await pingback.contacts.list();
    old.delete();
    for (let call = 0; call < 5; call++) expect(await thrown(pingback.contacts.list())).toBeInstanceOf(InvalidKeyError);
    expect(vault.asked).toBe(2);
    vault.key = account.keys.create({ name: 'CRM' }).secret;
    await clock.advance(1000);
    await pingback.contacts.list();
    await pingback.contacts.list();
    expect(vault.asked).toBe(3);
  });

  test('a key that was switched off and on works again by itself', async () => {
    const mock = createMock();
    const key = mock.pingback.accounts.create({ plan: 'pro' }).keys.create({ name: 'CRM' });
    const pingback = new Pingback({ apiKey: key.secret, pace: false, fetch: mock.fetch });
    key.disable();
    await thrown(pingback.contacts.list());
    key.enable();
    expect((await pingback.contacts.list()).data.total).toBe(0);
  });
});

describe('a function', () => {
  const fetch = answering(json({ message: 'ok', data: {} }));

  test('is asked again after its time to live, and one call at a time', async () => {
    const clock = new VirtualClock();
    let asked = 0;
    const ask = (): string => `key-${++asked}`;
    const pingback = new Pingback({ apiKey: keySource(ask, { timeToLive: 60_000 }), pace: false, clock, fetch });
    const calls = (): Promise<unknown> => Promise.all(CALLS.map((email) => pingback.contacts.get(email)));
    await calls();
    await clock.advance(59_999);
    await calls();
    expect(asked).toBe(1);
    await clock.advance(1);
    await calls();
    expect(asked).toBe(2);
  });

  test.each([-1, NaN, '5s'])('a time to live of %j is refused at once', (timeToLive) => {
    expect(() => keySource(() => 'key', { timeToLive: timeToLive as number })).toThrow(TypeError);
    expect(() => keyFile('/run/secrets/key', { timeToLive: timeToLive as number })).toThrow(TypeError);
  });

  test('that throws ends the call with a typed error, and nothing is sent', async () => {
    const observed = observedFetch();
    const failure = Object.assign(new Error('vault sealed'), { code: 'ESEALED', request: { token: 'canary-token' } });
    const pingback = new Pingback({ apiKey: () => Promise.reject(failure), fetch: observed.fetch });
    const error = await thrown<MissingKeyError>(pingback.contacts.list());
    expect(error).toBeInstanceOf(MissingKeyError);
    expect(error).toMatchObject({ code: 'missing_key', isRetryable: true, cause: { message: 'vault sealed', code: 'ESEALED' } });
    expect(error.message).toContain('apiKey');
    expect(inspect(error, { depth: 9 })).not.toContain('canary-token');
    expect((await pingback.contacts.list().safe()).error?.code).toBe('missing_key');
    expect(observed.requests).toEqual([]);
  });

  test('that throws once is asked again by the next call', async () => {
    let asked = 0;
    const ask = (): string => {
      if (++asked === 1) throw new Error('not yet');
      return 'key-1';
    };
    const pingback = new Pingback({ apiKey: ask, fetch });
    await thrown(pingback.contacts.list());
    expect(await pingback.contacts.list()).toHaveProperty('message');
  });

  test('that fails when its key is due to be renewed: the key it gave is used on, and it is asked now and then', async () => {
    const clock = new VirtualClock();
    const { fetch, requests } = observedFetch(json({}));
    let asked = 0;
    const ask = (): string => {
      if (++asked > 1) throw new Error('vault sealed');
      return 'key-1';
    };
    const pingback = new Pingback({ apiKey: keySource(ask, { timeToLive: 1 }), pace: false, clock, fetch });
    await pingback.contacts.list();
    await clock.advance(10);
    for (let call = 0; call < 10; call++) await pingback.contacts.list();
    expect(asked).toBe(2);
    await clock.advance(1000);
    await pingback.contacts.list();
    expect(asked).toBe(3);
    expect(new Set(requests.map(({ headers }) => headers.get('x-api-key')))).toEqual(new Set(['key-1']));
  });

  test.each<[what: string, fails: () => string]>([
    [
      'that fails',
      () => {
        throw new Error('vault sealed');
      },
    ],
    ['that gives what is no key', () => 'no key'],
  ])('%s once its key is refused: the refusal stays the error', async (_what, fails) => {
    let asked = 0;
    const ask = (): string => (++asked === 1 ? 'key-1' : fails());
    const fetch = answering(json({ Message: 'User is not authorized' }, 403));
    const { error } = await new Pingback({ apiKey: ask, pace: false, fetch }).contacts.list().safe();
    expect(error).toMatchObject({ name: 'InvalidKeyError', status: 403, code: 'key_refused' });
    expect(asked).toBe(2);
  });

  test('that hangs ends the call at its deadline, and holds up no later one', async () => {
    const clock = new VirtualClock();
    let asked = 0;
    const ask = (): string | Promise<string> => (++asked === 1 ? new Promise(() => {}) : 'key-2');
    const { fetch, requests } = observedFetch(json({}));
    const pingback = new Pingback({ apiKey: ask, pace: false, clock, timeout: 15_000, fetch });
    expect(await clock.run(thrown(pingback.contacts.list()))).toBeInstanceOf(TimeoutError);
    expect(await clock.run(pingback.contacts.list())).toEqual({});
    expect(requests.map(({ headers }) => headers.get('x-api-key'))).toEqual(['key-2']);
  });

  test('that answers too late does not put an old key in the place of a newer one', async () => {
    const clock = new VirtualClock();
    const answers: ((key: string) => void)[] = [];
    const { fetch, requests } = observedFetch(json({}));
    const apiKey = (): Promise<string> => new Promise((answer) => answers.push(answer));
    const pingback = new Pingback({ apiKey, pace: false, clock, timeout: 60_000, fetch });
    const early = pingback.contacts.list();
    await clock.advance(20_000);
    const late = pingback.contacts.list();
    await clock.advance(0);
    answers[1]?.('new-key');
    await late;
    answers[0]?.('old-key');
    await early;
    await pingback.contacts.list();
    expect(requests.map(({ headers }) => headers.get('x-api-key'))).toEqual(['new-key', 'old-key', 'new-key']);
  });

  test.each([
    ['a line break', 'canary-key\n'],
    ['nothing', undefined],
    ['an object', { canary: 'key' }],
    ['an empty text', ''],
  ])('that gives %s is told so, without an echo', async (_what, garbage) => {
    const observed = observedFetch();
    const pingback = new Pingback({ apiKey: () => garbage as string, fetch: observed.fetch });
    const error = await thrown(pingback.contacts.list());
    expect(error).toBeInstanceOf(InvalidKeyError);
    expect(error).toMatchObject({ code: 'malformed_key' });
    expect(`${inspect(error)} ${JSON.stringify(error)}`).not.toContain('canary');
    expect(observed.requests).toEqual([]);
  });

  test('that gives one wrong key after the other does not keep a call going for ever', async () => {
    let asked = 0;
    const observed = observedFetch(json({ Message: 'User is not authorized' }, 403));
    const pingback = new Pingback({ apiKey: () => `key-${++asked}`, pace: false, fetch: observed.fetch });
    expect(await thrown(pingback.contacts.list())).toBeInstanceOf(InvalidKeyError);
    expect(observed.requests.length).toBeLessThanOrEqual(20);
  });

  test('asked before the refusal, and answering after it with the refused key, is asked once more', async () => {
    const clock = new VirtualClock();
    const answers: ((key: string) => void)[] = [];
    const ask = (): Promise<string> => new Promise((answer) => answers.push(answer));
    const source = functionSource(ask, { from: 'apiKey', platform: 'pingback', clock }, 1000);
    const first = source.current();
    await clock.advance(1000);
    answers[0]?.('old-key');
    const old = await first;
    await clock.advance(1000);
    const renewed = source.current();
    const other = source.refused(old);
    await clock.advance(0);
    answers[1]?.('old-key');
    expect(await renewed).toBe(old);
    await clock.advance(0);
    answers[2]?.('new-key');
    expect((await other)?.reveal()).toBe('new-key');
  });
});

describe('a ring', () => {
  const accepting = (...keys: string[]) => {
    const accepted = new Set(keys);
    const observed = observedFetch((request) => json({}, accepted.has(request.headers.get('x-api-key') ?? '') ? 200 : 403));
    const sent = (): (string | null)[] => observed.requests.map(({ headers }) => headers.get('x-api-key'));
    return { accepted, fetch: observed.fetch, sent };
  };

  test('goes round: a key that comes back is found', async () => {
    const { accepted, fetch, sent } = accepting('a');
    const pingback = new Pingback({ apiKey: keyRing(['a', 'b', 'c']), pace: false, fetch });
    await pingback.contacts.list();
    accepted.delete('a');
    accepted.add('c');
    await pingback.contacts.list();
    await pingback.contacts.list();
    accepted.delete('c');
    accepted.add('a');
    await pingback.contacts.list();
    expect(sent()).toEqual(['a', 'a', 'b', 'c', 'c', 'c', 'a']);
  });

  test('of refused keys tries each once', async () => {
    const { fetch, sent } = accepting();
    const pingback = new Pingback({ apiKey: keyRing(['a', 'b', 'a', 'c']), pace: false, fetch });
    expect(await thrown(pingback.contacts.list())).toBeInstanceOf(InvalidKeyError);
    expect(sent()).toEqual(['a', 'b', 'c']);
  });

  test('asks a function again before it moves on, and moves on where one fails', async () => {
    const { accepted, fetch, sent } = accepting('old');
    const clock = new VirtualClock();
    let key: string | undefined = 'old';
    const ask = (): string => {
      if (key === undefined) throw new Error('vault sealed');
      return key;
    };
    const pingback = new Pingback({ apiKey: keyRing([ask, 'fallback']), pace: false, clock, fetch });
    await pingback.contacts.list();
    accepted.delete('old');
    accepted.add('new').add('fallback');
    key = 'new';
    await pingback.contacts.list();
    accepted.delete('new');
    key = undefined;
    await pingback.contacts.list();
    expect(sent()).toEqual(['old', 'old', 'new', 'new', 'fallback']);
  });

  test('whose functions all fail says why', async () => {
    const fail = (): string => {
      throw new Error('vault sealed');
    };
    const error = await thrown(new Pingback({ apiKey: keyRing([fail, () => fail()]), fetch: accepting().fetch }).contacts.list());
    expect(error).toBeInstanceOf(MissingKeyError);
    expect(error.message).toContain('apiKey[1]');
  });

  test('must hold keys', () => {
    expect(() => keyRing([])).toThrow(TypeError);
    expect(() => new Pingback({ apiKey: keyRing(['a', 'b c']) })).toThrow(/apiKey\[1\] is no key/);
  });
});

describe('a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chaveiro-key-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const sending = async (path: string | URL): Promise<string | null> => {
    const { fetch, requests } = observedFetch(json({}));
    await new Pingback({ apiKey: keyFile(path), fetch }).contacts.list();
    return requests[0]?.headers.get('x-api-key') ?? null;
  };

  test.each([
    ['key-1', 'key-1'],
    ['key-1\n', 'key-1'],
    ['key-1\r\n', 'key-1'],
  ])('that holds %j gives %j', async (content, key) => {
    const path = join(folder, 'key');
    await writeFile(path, content);
    expect(await sending(path)).toBe(key);
    expect(await sending(new URL(`file://${path}`))).toBe(key);
  });

  test.each(['canary key', 'canary\n\n', '', '\ncanary'])('that holds %j is named, and not shown', async (content) => {
    const path = join(folder, 'bad');
    await writeFile(path, content);
    const error = await thrown(sending(path));
    expect(error).toBeInstanceOf(InvalidKeyError);
    expect(error.message).toContain(path);
    expect(`${inspect(error)} ${JSON.stringify(error)}`).not.toContain('canary');
  });

  test('that is not there is named', async () => {
    const error = await thrown(sending(join(folder, 'nothing')));
    expect(error).toBeInstanceOf(MissingKeyError);
    expect(error.message).toContain(join(folder, 'nothing'));
    expect(error.cause).toMatchObject({ code: 'ENOENT' });
  });

  test('that is replaced while the process runs, as Kubernetes does it, is read when the key was refused', async () => {
    const mock = createMock();
    const { keys } = mock.scenario('rotation', { platform: 'zenvio' });
    const path = join(folder, 'current');
    await writeFile(join(folder, 'v1'), `${keys.old.secret}\n`);
    await writeFile(join(folder, 'v2'), `${keys.next.secret}\n`);
    await symlink(join(folder, 'v1'), path);
    const zenvio = new Zenvio({ apiKey: keyFile(path), fetch: mock.fetch });
    await zenvio.instances.list();
    await symlink(join(folder, 'v2'), `${path}.new`);
    await rename(`${path}.new`, path);
    keys.old.delete();
    expect((await zenvio.instances.list()).success).toBe(true);
  });
});
