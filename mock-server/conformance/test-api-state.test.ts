/** One suite, written with `await`, for the mock in this process and for one behind a port: time, state, sessions, scenarios. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KeyRuleError } from '../src/index.ts';
import type { AnyMock } from '../src/remote.ts';
import { listContacts, places, run, type Place } from './places.ts';

describe.each(Object.entries(places))('%s', (_, open) => {
  let place: Place;
  let mock: AnyMock;
  beforeAll(async () => {
    place = await open();
    mock = place.mock;
  });
  beforeEach(() => mock.reset());
  afterEach(async () => {
    for (const name of await mock.sessions.list()) if (name !== 'default') await mock.sessions.drop(name);
  });
  afterAll(() => place.close());

  const contacts = (secret: string, on: Pick<AnyMock, 'fetch'> = mock) => listContacts(on, secret);

  describe('time and state', () => {
    test('the clock advances, jumps and goes back', async () => {
      const start = await mock.clock.now();
      expect(await mock.clock.advance('61s')).toBe(start + 61_000);
      await mock.clock.set(Date.UTC(2030, 0, 1));
      expect(await mock.clock.now()).toBe(Date.UTC(2030, 0, 1));
      await mock.clock.reset();
      expect(await mock.clock.now()).toBe(start);
      await expect(run(() => mock.clock.advance('soon'))).rejects.toThrow(RangeError);
    });

    test('a sleeper wakes when the clock gets there', async () => {
      let awake = false;
      const sleeping = mock.clock.sleep('1h').then(() => (awake = true));
      await mock.clock.advance('59m');
      expect(awake).toBe(false);
      await mock.clock.advance('1m');
      await sleeping;
    });

    test('settings change what they name and nothing else', async () => {
      await mock.configure({ failures: { pingback: { missing_key: 'gateway_401' } } });
      await mock.configure({ propagationDelay: '1m', rateLimits: 'on' });
      expect((await mock.fetch('https://connect.pingback.com/v2/contacts')).status).toBe(401);
      const key = await (await mock.pingback.accounts.create()).keys.create();
      await key.disable();
      expect((await contacts(key.secret)).status).toBe(200);
      await mock.clock.advance('61s');
      expect((await contacts(key.secret)).status).toBe(403);
    });

    test('a snapshot can be restored as often as one likes', async () => {
      const before = await mock.snapshot();
      for (let round = 0; round < 2; round++) {
        await (await mock.pingback.accounts.get('acc_pingback_pro')).changePlan('free');
        expect((await contacts('chaveiro-pingback-active')).status).toBe(403);
        await mock.restore(before);
        expect((await contacts('chaveiro-pingback-active')).status).toBe(200);
      }
    });

    test('a reset forgets everything', async () => {
      await mock.pingback.accounts.create({ id: 'acc_escola' });
      await contacts('chaveiro-pingback-active');
      await mock.reset();
      expect(await mock.requests.list()).toEqual([]);
      await expect(run(() => mock.pingback.accounts.get('acc_escola'))).rejects.toThrow();
    });
  });

  describe('sessions', () => {
    test('do not see each other, and go when they are dropped', async () => {
      const other = await mock.session('checkout');
      await (await other.pingback.accounts.get('acc_pingback_pro')).changePlan('free');
      expect((await contacts('chaveiro-pingback-active', other)).status).toBe(403);
      expect((await contacts('chaveiro-pingback-active')).status).toBe(200);
      expect(await other.requests.list()).toHaveLength(1);
      expect(await mock.sessions.list()).toEqual(['default', 'checkout']);
      expect(await mock.sessions.drop('checkout')).toBe(true);
      expect(await mock.sessions.drop('checkout')).toBe(false);
      expect(await mock.sessions.drop('default')).toBe(false);
    });

    test('start with options of their own, once', async () => {
      const other = await mock.session('limits', { now: '2030-01-01T00:00:00Z', rateLimits: 'on' });
      expect(await other.clock.now()).toBe(Date.UTC(2030, 0, 1));
      await expect(run(() => mock.session('limits', { seed: 1 }))).rejects.toThrow('limits');
      await expect(run(() => mock.session('no name'))).rejects.toThrow('letters');
    });

    test('can be used up with the block that they are of', async () => {
      {
        await using session = await mock.session('block');
        expect(session.name).toBe('block');
      }
      expect(await mock.sessions.list()).toEqual(['default']);
    });
  });

  describe('scenarios and seeds', () => {
    test('a scenario comes with its account and its keys', async () => {
      const played = await mock.scenario('disabled', { platform: 'pingback' });
      const [key] = Object.values(played.keys);
      expect(key).toMatchObject({ status: 'disabled', accountId: played.account.id });
      expect((await contacts(key?.secret ?? '')).status).toBe(403);
      expect((await mock.scenarios()).find(({ name }) => name === 'disabled')?.platforms).toContain('pingback');
      await expect(run(() => mock.scenario('dissabled'))).rejects.toThrow(KeyRuleError);
    });

    test('a seed is applied as a whole', async () => {
      const { accounts } = await mock.load({
        accounts: [{ platform: 'pingback', id: 'acc_escola', plan: 'pro', keys: [{ name: 'CRM', secret: 'chaveiro-escola' }] }],
      });
      expect(accounts[0]?.keys[0]?.secret).toBe('chaveiro-escola');
      expect((await contacts('chaveiro-escola')).status).toBe(200);
    });

    test('a seed with a mistake says where it is, and changes nothing', async () => {
      const wrong = {
        accounts: [
          { platform: 'pingback', id: 'acc_one' },
          { platform: 'pingback', plan: 'gold' },
        ],
      };
      const error: unknown = await run(() => mock.load(wrong)).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ name: 'SeedError', problems: [{ path: ['accounts', 1, 'plan'] }] });
      await expect(run(() => mock.pingback.accounts.get('acc_one'))).rejects.toThrow();
    });
  });

  test('what it knows of its document can be asked for', async () => {
    expect((await mock.zeroSetupKeys).map(({ secret }) => secret)).toContain('chaveiro-pingback-active');
    expect(await mock.servers).toMatchObject({ pingback: 'https://connect.pingback.com/v2' });
    expect([await mock.pingback.title, await mock.pingback.server]).toEqual(['Pingback', 'https://connect.pingback.com/v2']);
    expect((await mock.platform('zenvio')).id).toBe('zenvio');
    await expect(run(() => mock.platform('acme'))).rejects.toThrow('acme');
  });
});
