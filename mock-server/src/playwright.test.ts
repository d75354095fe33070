/** The fixtures as Playwright's `extend` calls them: by the names in their patterns, each for its scope. */
import { afterEach, expect, test, vi } from 'vitest';
import { serveMock } from './http.ts';
import { createMock } from './mock.ts';
import { mockFixtures, type MockFixture, type MockServerFixture } from './playwright.ts';

afterEach(() => vi.unstubAllEnvs());

type Fixtures = { readonly mock: MockFixture; readonly mockServer: MockServerFixture };

/** A worker that runs tests one after the other, as Playwright does. */
async function worker(...tests: ((fixtures: Fixtures) => Promise<void>)[]): Promise<void> {
  const [startServer, { scope }] = mockFixtures.mockServer;
  expect(scope).toBe('worker');
  await startServer({}, async (mockServer) => {
    for (const run of tests) await mockFixtures.mock({ mockServer }, (mock) => run({ mock, mockServer }));
  });
}

const listContacts = (url: string) => fetch(`${url}/contacts`, { headers: { 'x-api-key': 'chaveiro-pingback-active' } });

test('a worker has a server, and each test a session in it', async () => {
  const urls: string[] = [];
  await worker(
    async ({ mock, mockServer }) => {
      urls.push(mock.url, mockServer.url);
      const account = await mock.pingback.accounts.get('acc_pingback_pro');
      await account.changePlan('free');
      expect((await listContacts(mock.url)).status).toBe(403);
      expect(await mock.requests.where({ decision: 'plan_not_allowed' })).toHaveLength(1);
    },
    async ({ mock }) => {
      urls.push(mock.url);
      expect((await listContacts(mock.url)).status).toBe(200);
      expect(await mock.requests.list()).toHaveLength(1);
    },
  );
  expect(urls[0]).not.toBe(urls[2]);
  await expect(listContacts(urls[1]!), 'the server is gone with its worker').rejects.toThrow();
});

test('workers share the server that CHAVEIRO_URL names, and drop what was theirs', async () => {
  const mock = createMock({ controlToken: 'ours' });
  await using running = await serveMock(mock, { port: 0 });
  vi.stubEnv('CHAVEIRO_URL', `${running.url}/`);
  vi.stubEnv('CHAVEIRO_CONTROL_TOKEN', 'ours');
  const one = async ({ mock: session }: Fixtures) => {
    expect(session.url.startsWith(`${running.url}/~playwright-`)).toBe(true);
    expect((await listContacts(session.url)).status).toBe(200);
    expect(mock.session(session.name).requests.list()).toHaveLength(1);
  };
  await Promise.all([worker(one, one), worker(one)]);
  expect(mock.sessions.list()).toEqual(['default']);
  expect(mock.requests.list()).toEqual([]);
});

test('a session is dropped also after a test that fails', async () => {
  const mock = createMock();
  await using running = await serveMock(mock, { port: 0 });
  vi.stubEnv('CHAVEIRO_URL', running.url);
  await expect(worker(() => Promise.reject(new Error('as it should')))).rejects.toThrow('as it should');
  expect(mock.sessions.list()).toEqual(['default']);
});

test('patterns are there for Playwright to read', () => {
  expect(String(mockFixtures.mockServer[0])).toMatch(/^async \(\{\s*\}, use\)/);
  expect(String(mockFixtures.mock)).toMatch(/^async \(\{ mockServer \}, use\)/);
});
