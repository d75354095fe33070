/** Sessions on every transport: how a request finds its own, what happens at the limits, and that none sees another. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../src/index.ts';
import { play, steps } from './session-history.ts';
import { transports, type Transport } from './transports.ts';

/** Real time as the mock sees it when it looks for idle sessions. */
let realTime = 0;

describe.each(Object.keys(transports))('sessions over %s', (name) => {
  let transport: Transport;
  let mock: Mock;
  beforeAll(async () => {
    transport = await transports[name]!({ sessions: { count: 3, idle: '10m', now: () => realTime } });
    mock = transport.mock;
  });
  afterEach(() => {
    for (const session of mock.sessions.list()) mock.sessions.drop(session);
    mock.reset();
  });
  afterAll(() => transport.close());

  const lookup = (session: string, key = 'chaveiro-pingback-active') =>
    transport.fetch('pingback', '/contacts', { headers: { 'x-api-key': key, ...(session && { 'x-mock-session': session }) } });
  const convert = (path: string, key: string) =>
    transport.fetch('rdstation', `${path}/platform/conversions?api_key=${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        event_type: 'CONVERSION',
        event_family: 'CDP',
        payload: { conversion_identifier: 'e', email: 'a@exemplo.com.br' },
      }),
    });
  const counts = (...names: string[]) =>
    names.map((session) => (session === 'default' ? mock : mock.session(session)).requests.list().length);
  const decisionOf = (response: Response) => response.headers.get('x-mock-decision');

  test('a header names one, and it is made when it is first used', async () => {
    expect((await lookup('one')).status).toBe(200);
    expect(mock.sessions.list()).toEqual(['default', 'one']);
    expect(counts('default', 'one')).toEqual([0, 1]);
  });

  test('so does a base URL with /~name, which the platform does not see', async () => {
    expect((await convert('/~two', 'chaveiro-rdstation-active')).status).toBe(200);
    expect(counts('default', 'two')).toEqual([0, 1]);
    expect(mock.session('two').requests.last()).toMatchObject({
      operationId: 'createConversion',
      path: '/platform/conversions?api_key=••••',
    });
    expect(mock.session('two').rdstation.conversions.count()).toBe(1);
    expect(mock.rdstation.conversions.count()).toBe(0);
  });

  test('without a name, a key finds its own', async () => {
    const [one, two] = [mock.session('one'), mock.session('two')];
    const [keyOfOne, keyOfTwo] = [one, two].map((session) => session.rdstation.accounts.create().keys.create());
    expect(keyOfOne!.secret).not.toBe(keyOfTwo!.secret);
    expect((await convert('', keyOfTwo!.secret)).status).toBe(200);
    keyOfTwo!.disable();
    expect(decisionOf(await convert('', keyOfTwo!.secret))).toBe('disabled_key');
    expect(decisionOf(await convert('', keyOfOne!.secret))).toBe('allowed');
    expect(counts('default', 'one', 'two')).toEqual([0, 1, 2]);
  });

  test('a hashed key too, and the token of somebody signed in to the console', async () => {
    const session = mock.session('one');
    const account = session.zenvio.accounts.create();
    const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
    expect((await transport.fetch('zenvio', '/whatsapp/instances', bearer(account.keys.create().secret))).status).toBe(200);
    // The console is on no real host: a request for it goes to the mock itself.
    const console =
      name === 'msw' ? mock.fetch : (url: string, init: RequestInit) => transport.fetch('console', new URL(url).pathname, init);
    const seen = await console(`http://localhost/accounts/${account.id}`, bearer(account.signIn('owner')));
    expect([seen.status, counts('default', 'one')]).toEqual([200, [0, 2]]);
  });

  test('a name goes before a key: a key of another session is unknown there', async () => {
    const key = mock.session('one').pingback.accounts.create().keys.create();
    expect(decisionOf(await lookup('two', key.secret))).toBe('unknown_key');
    expect(decisionOf(await lookup('', key.secret))).toBe('allowed');
  });

  test('a secret that was chosen in two sessions needs a name, and is told so', async () => {
    for (const session of ['one', 'two'])
      mock.session(session).pingback.accounts.create().keys.create({ secret: 'chosen-secret' });
    const response = await lookup('', 'chosen-secret');
    expect([response.status, decisionOf(response)]).toEqual([409, 'session_ambiguous']);
    const { detail } = (await response.json()) as { detail: string };
    expect(detail).toContain('x-mock-session');
    expect(detail).not.toContain('chosen-secret');
    expect((await lookup('two', 'chosen-secret')).status).toBe(200);
  });

  test.each(['a b', 'ä', '-one', 'x'.repeat(101), ' '])('%j is no name for one', async (session) => {
    const response = await transport.fetch('rdstation', `/~${encodeURIComponent(session)}/platform/conversions`);
    expect([response.status, decisionOf(response)]).toEqual([400, 'session_name_invalid']);
    expect(await response.json()).toMatchObject({
      code: 'session_name_invalid',
      detail: expect.stringContaining('letters') as string,
    });
    expect(() => mock.session(session)).toThrow(/1 to 100 letters/);
  });

  test('"default" is the default one', async () => {
    await lookup('default');
    expect([mock.sessions.list(), mock.requests.list().length, mock.sessions.drop('default')]).toEqual([['default'], 1, false]);
  });

  test('what is dropped is gone, and its name may be used anew', async () => {
    const { secret } = mock.session('one').pingback.accounts.create().keys.create();
    expect([mock.sessions.drop('one'), mock.sessions.drop('one')]).toEqual([true, false]);
    expect(decisionOf(await lookup('', secret))).toBe('unknown_key');
    expect(decisionOf(await lookup('one', secret))).toBe('unknown_key');
    expect(counts('one')).toEqual([1]);
  });

  test('a drop lets go of what waits in it', async () => {
    const session = mock.session('one');
    session.faults.add({ effect: { kind: 'latency', delay: '1d' } });
    const waiting = lookup('one');
    while (session.requests.list().length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    mock.sessions.drop('one');
    expect((await waiting).status).toBe(200);
  });

  test('`using` drops it at the end of the block', async () => {
    {
      using session = mock.session('one');
      await lookup(session.name);
      expect(session.requests.list()).toHaveLength(1);
    }
    expect(mock.sessions.list()).toEqual(['default']);
  });

  test('one that nobody uses for the idle limit is gone, and says so until it is created again', async () => {
    const session = mock.session('one');
    realTime += 9 * 60_000;
    expect((await lookup('one')).status).toBe(200);
    realTime += 9 * 60_000;
    // Also use through the object in hand is use.
    await session.fetch('http://localhost/contacts');
    realTime += 9 * 60_000;
    expect((await lookup('one')).status).toBe(200);
    realTime += 10 * 60_000;
    const response = await lookup('one');
    expect([response.status, decisionOf(response)]).toEqual([410, 'session_expired']);
    expect(await response.json()).toMatchObject({ code: 'session_expired', detail: expect.stringContaining('10 min') as string });
    expect(mock.sessions.list()).toEqual(['default']);
    mock.session('one');
    expect((await lookup('one')).status).toBe(200);
    expect(counts('one')).toEqual([1]);
  });

  test('the clock of a session has nothing to do with its being idle', async () => {
    const session = mock.session('one');
    session.clock.advance('30d');
    expect((await lookup('one')).status).toBe(200);
  });

  test('there are never more than the limit, and one more is told the way out', async () => {
    for (const session of ['one', 'two', 'three']) expect((await lookup(session)).status).toBe(200);
    const response = await lookup('four');
    expect([response.status, decisionOf(response)]).toEqual([429, 'session_limit_reached']);
    expect(await response.json()).toMatchObject({
      code: 'session_limit_reached',
      detail: expect.stringMatching(/3 sessions.*DELETE \/__mock\/sessions/) as string,
    });
    expect(() => mock.session('four')).toThrow(/mock\.sessions\.drop/);
    expect((await lookup('two')).status).toBe(200);
    realTime += 10 * 60_000;
    expect((await lookup('four')).status).toBe(200);
    expect(mock.sessions.list()).toEqual(['default', 'four']);
  });

  test('a refused name moves no session’s ids', async () => {
    const idOf = async () => (await lookup('')).headers.get('x-mock-request-id');
    const first = await idOf();
    mock.reset();
    await lookup('no name');
    expect(await idOf()).toBe(first);
  });

  test('whatever two do in turn, each sees what it would see alone', { timeout: 60_000 }, async () => {
    const alone = await transports.fetch!();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('a', 'b'), steps), { minLength: 1, maxLength: 24 }), async (history) => {
        for (const session of ['a', 'b']) mock.sessions.drop(session);
        const together = await play(transport, history);
        for (const session of ['a', 'b']) {
          alone.mock.sessions.drop(session);
          const own = history.filter(([who]) => who === session);
          expect((await play(alone, own)).get(session)).toEqual(together.get(session));
        }
        expect(mock.requests.list(), 'nothing reached the default session').toEqual([]);
      }),
      { numRuns: name === 'fetch' ? 60 : 15 },
    );
  });
});

describe('a session of its own', () => {
  test('starts with options of its own', async () => {
    const mock = createMock({ now: '2026-02-03T12:00:00Z', rateLimits: 'off' });
    const session = mock.session('one', { now: '2030-01-01T00:00:00Z', rateLimits: 'on', seed: 5 });
    expect(session.clock.now()).toBe(Date.UTC(2030, 0, 1));
    const decisions = [];
    for (let i = 0; i < 3; i++) {
      const response = await session.fetch('https://connect.pingback.com/v2/contacts', {
        headers: { 'x-api-key': 'chaveiro-pingback-active' },
      });
      decisions.push(response.headers.get('x-mock-decision'));
    }
    expect(decisions).toEqual(['allowed', 'allowed', 'rate_limited']);
    session.configure({ rateLimits: 'off' });
    session.reset();
    expect(await session.fetch('https://connect.pingback.com/v2/contacts')).toMatchObject({ status: 403 });
    expect(mock.clock.now()).toBe(Date.UTC(2026, 1, 3, 12));
    const seeded = (name: string) => mock.session(name, { seed: 9 }).pingback.accounts.create().keys.create().secret;
    expect(seeded('two')).toBe(seeded('three'));
    expect(() => mock.session('one', { seed: 1 })).toThrow(/exists already/);
  });

  test('at another time has zero-setup keys in the states that they promise', async () => {
    const mock = createMock();
    const past = mock.session('past', { now: '2020-01-01T00:00:00Z' });
    const expired = mock.zeroSetupKeys.find(({ state }) => state === 'expired');
    const response = await past.fetch('https://api.rd.services/platform/events', {
      method: 'POST',
      headers: { authorization: `Bearer ${expired?.secret ?? ''}` },
    });
    expect(response.headers.get('x-mock-decision')).toBe('expired_key');
  });
});
