/** Tests that share a process and nothing else; this file runs its own fixture. */
import https from 'node:https';
import { afterAll, describe, expect } from 'vitest';
import { mockTest } from './vitest.ts';

const CONTACTS = 'https://connect.pingback.com/v2/contacts';
const KEY = { 'x-api-key': 'chaveiro-pingback-active' };

/** Code under test: it knows the real host, and nothing of a mock. */
async function addContact(email: string): Promise<number> {
  const response = await fetch(CONTACTS, {
    method: 'POST',
    headers: { ...KEY, 'content-type': 'application/json' },
    body: JSON.stringify({ email }),
  });
  return response.status;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('one after the other', () => {
  mockTest('a test sees what it did', async ({ mock }) => {
    expect(await addContact('one@exemplo.com.br')).toBeLessThan(300);
    expect(mock.pingback.contacts.last()?.email).toBe('one@exemplo.com.br');
    mock.pingback.accounts.get('acc_pingback_pro').keys.list()[0]?.disable();
    expect(await addContact('two@exemplo.com.br')).toBe(403);
    expect(mock.requests.where({ decision: 'disabled_key' })).toHaveLength(1);
  });

  mockTest('and the next one starts afresh', async ({ mock }) => {
    expect(mock.requests.list()).toEqual([]);
    expect(mock.pingback.contacts.where({ email: 'one@exemplo.com.br' })).toEqual([]);
    expect(await addContact('one@exemplo.com.br')).toBeLessThan(300);
  });

  mockTest('real hosts are answered also in a test that does not ask for the mock', async () => {
    expect(await addContact('one@exemplo.com.br')).toBeLessThan(300);
  });
});

describe('at the same time, with the very same key', () => {
  // All of them are under way before any of them ends.
  let arrived = 0;
  const all = async () => {
    arrived += 1;
    while (arrived < 5) await pause(1);
  };

  mockTest.concurrent.for(['a', 'b', 'c', 'd', 'e'])('%s sees its own alone', async (name, { mock, expect }) => {
    const emails = [1, 2, 3].map((number) => `${name}${number}@exemplo.com.br`);
    await all();
    for (const email of emails) {
      expect(await addContact(email)).toBeLessThan(300);
      await pause(1);
    }
    expect(mock.requests.list()).toHaveLength(3);
    expect(
      mock.pingback.contacts
        .list()
        .slice(-3)
        .map(({ email }) => email),
    ).toEqual(emails);
  });
});

describe('at the same time, entered by a hook first', () => {
  const seen = new Set<string>();
  mockTest.beforeEach(({ mock }) => void seen.add(mock.name));

  mockTest.concurrent.for(['f', 'g', 'h'])('%s keeps its session', async (name, { mock, expect }) => {
    await pause(2);
    await addContact(`${name}@exemplo.com.br`);
    await pause(2);
    expect(seen).toContain(mock.name);
    expect(mock.requests.list()).toHaveLength(1);
    expect(mock.pingback.contacts.last()?.email).toBe(`${name}@exemplo.com.br`);
  });
});

describe('made outside of every test', () => {
  /** A queue that was there before any test: what it runs has forgotten who asked. */
  const jobs: (() => void)[] = [];
  const worker = setInterval(() => jobs.splice(0).forEach((job) => job()), 2);
  afterAll(() => clearInterval(worker));
  const queued = (headers: Record<string, string>) =>
    new Promise<Response>((resolve, reject) => jobs.push(() => void fetch(CONTACTS, { headers }).then(resolve, reject)));

  mockTest('a request belongs to the only test that runs', async ({ mock }) => {
    expect((await queued(KEY)).status).toBe(200);
    expect(mock.requests.list()).toHaveLength(1);
  });

  let arrived = 0;
  mockTest.concurrent.for([1, 2])(
    'beside others it is found by its key or its header, or told so (%i)',
    async (_, { mock, expect }) => {
      arrived += 1;
      while (arrived < 2) await pause(1);
      const { secret } = mock.pingback.accounts.create().keys.create();
      expect((await queued({ 'x-api-key': secret })).status).toBe(200);
      expect((await queued({ ...KEY, 'x-mock-session': mock.name })).status).toBe(200);
      expect(mock.requests.list()).toHaveLength(2);
      const refused = await queued(KEY);
      expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'session_ambiguous' }]);
      arrived += 1;
      while (arrived < 4) await pause(1);
    },
  );
});

describe('at the same time, through node:https', () => {
  let arrived = 0;
  mockTest.concurrent.for([1, 2, 3])('each finds its session (%i)', async (_, { mock, expect }) => {
    arrived += 1;
    while (arrived < 3) await pause(1);
    const status = await new Promise((resolve, reject) => {
      https.get(CONTACTS, { headers: KEY }, (response) => resolve(response.resume().statusCode)).on('error', reject);
    });
    expect(status).toBe(200);
    await pause(5);
    expect(mock.requests.list()).toHaveLength(1);
  });
});

let leftBehind: Promise<Response> | undefined;
mockTest('what a test leaves behind …', () => {
  leftBehind = pause(30).then(() => fetch(CONTACTS, { headers: KEY }));
});
mockTest('… is refused and reaches no other test', async ({ mock }) => {
  const response = await leftBehind;
  expect(await response?.json()).toMatchObject({ code: 'session_expired', title: 'The test is over' });
  expect(mock.requests.list()).toEqual([]);
});

describe('options', () => {
  mockTest.override('mockOptions', { now: '2026-01-31T12:00:00Z', rateLimits: 'on', seed: 42 });

  mockTest.for([1, 2])('start every test of a describe (%i)', async (_, { mock }) => {
    expect(mock.clock.now()).toBe(Date.UTC(2026, 0, 31, 12));
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await fetch(CONTACTS, { headers: KEY })).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect(mock.pingback.accounts.create().keys.create().secret).toBe('HI4eggv5wQw860MTbt4ivHhBWo7zYuQZKaKjIRqh');
  });
});
