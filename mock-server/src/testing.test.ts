/** The setup for any runner: under node:test itself, and through the hooks in the order in which Jest calls them. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { setupMock, type MockSetup } from './testing.ts';
import { ZOO } from './transports/zoo.fixture.ts';

const run = promisify(execFile);
const fixture = fileURLToPath(new URL('test-runners/node-test.fixture.ts', import.meta.url));

test('under node:test every test passes, one after the other and at the same time', { timeout: 60_000 }, async () => {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const args = ['--conditions=@chaveiro/source', '--test-reporter=tap', '--test', fixture];
  const { stdout } = await run(process.execPath, args, { env, timeout: 50_000 });
  expect(stdout).toMatch(/# pass 7\n/);
  expect(stdout).toMatch(/# fail 0\n/);
});

const listContacts = () =>
  fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': 'chaveiro-pingback-active' } });

test('beforeAll, afterEach and afterAll are enough, as Jest has them', async () => {
  let setup!: MockSetup;
  const hooks = {
    beforeAll: () => void (setup = setupMock({ now: '2026-01-31T12:00:00Z' })),
    afterEach: () => setup.reset(),
    afterAll: () => setup.teardown(),
  };
  const realFetch = globalThis.fetch;
  hooks.beforeAll();

  setup.mock.faults.add({ effect: { kind: 'status', status: 503 } });
  expect((await listContacts()).status).toBe(503);
  hooks.afterEach();

  expect(setup.mock.requests.list()).toEqual([]);
  expect((await listContacts()).status).toBe(200);
  hooks.afterEach();

  hooks.afterAll();
  expect(globalThis.fetch).toBe(realFetch);
});

test('a test function takes no parameter that a runner could mistake for a callback', async () => {
  const { isolated, teardown, mock } = setupMock();
  try {
    const wrapped = isolated((own, left: number, right: number) => [own.name, left + right]);
    expect(wrapped).toHaveLength(0);
    expect(await wrapped(1, 2)).toEqual(['test-1', 3]);
    const failing = isolated(() => Promise.reject(new Error('as it should')));
    await expect(failing()).rejects.toThrow('as it should');
    expect(mock.sessions.list(), 'its session is gone, also when it fails').toEqual(['default']);
  } finally {
    teardown();
  }
});

test('around isolated tests, requests go to the default session', async () => {
  const { isolated, teardown, mock } = setupMock();
  try {
    const both = Promise.all([isolated(listContacts)(), isolated(listContacts)()]);
    await listContacts();
    expect((await both).map(({ status }) => status)).toEqual([200, 200]);
    await listContacts();
    expect(mock.requests.list()).toHaveLength(2);
  } finally {
    teardown();
  }
});

test('a request that an isolated test leaves behind is told so', async () => {
  const { isolated, teardown, mock } = setupMock();
  try {
    let late: Promise<Response> | undefined;
    await isolated(() => void (late = new Promise<void>((resolve) => setTimeout(resolve, 10)).then(listContacts)))();
    expect(await (await late)?.json()).toMatchObject({ title: 'The test is over' });
    expect(mock.requests.list()).toEqual([]);
  } finally {
    teardown();
  }
});

test('each host of a document with several is answered in the test that asked', async () => {
  const { isolated, teardown, mock } = setupMock({ document: ZOO });
  try {
    const key = { 'x-zoo': 'chaveiro-zoo-active' };
    const asked = await isolated(async (own) => {
      await fetch('https://api.zoo.test/v1/pets', { headers: key });
      await fetch('https://sandbox.zoo.test:8443/v2/pets', { headers: key });
      return own.requests.list().map(({ status }) => status);
    })();
    expect(asked).toEqual([200, 200]);
    expect(mock.requests.list()).toEqual([]);
  } finally {
    teardown();
  }
});
