/**
 * The mock as fixtures of Playwright, over HTTP: for pages, and for servers that run beside the tests. Nothing of
 * Playwright is needed to import this.
 */
import { createMock } from './mock.ts';
import { connectMock, type RemoteSession } from './remote.ts';
import { serveMock } from './transports/http/serve.ts';

/** A server for all tests of a worker. */
export interface MockServerFixture {
  readonly url: string;
}

/** The session of one test, over HTTP. */
export interface MockFixture extends RemoteSession {
  /** Base URL with the session in it, for whatever the test starts or opens. */
  readonly url: string;
}

type Use<T> = (value: T) => Promise<void>;

/**
 * Fixtures to extend Playwright's `test` with. Each worker has a server on a free port, or all of them share the one
 * that `CHAVEIRO_URL` names; each test has a session of its own there, which is dropped at its end.
 *
 * ```ts
 * import { test as base } from '@playwright/test';
 * import { mockFixtures, type MockFixture, type MockServerFixture } from '@chaveiro/mock-server/playwright';
 *
 * const test = base.extend<{ mock: MockFixture }, { mockServer: MockServerFixture }>(mockFixtures);
 *
 * test('the form reports a refused key', async ({ page, mock }) => {
 *   const account = await mock.pingback.accounts.get('acc_pingback_pro');
 *   await account.changePlan('free');
 *   await page.goto(`/form?api=${encodeURIComponent(mock.url)}`);
 * });
 * ```
 *
 * A shared server that wants a control token gets the one in `CHAVEIRO_CONTROL_TOKEN`.
 */
export const mockFixtures = {
  mockServer: [
    // Playwright reads the names of the fixtures that it needs from the pattern, and here are none.
    async ({}: object, use: Use<MockServerFixture>): Promise<void> => {
      const shared = process.env.CHAVEIRO_URL;
      if (shared) return use({ url: shared.replace(/\/+$/, '') });
      await using running = await serveMock(createMock(), { port: 0 });
      await use({ url: running.url });
    },
    { scope: 'worker' },
  ] as [(needed: object, use: Use<MockServerFixture>) => Promise<void>, { scope: 'worker' }],

  mock: async ({ mockServer }: { mockServer: MockServerFixture }, use: Use<MockFixture>): Promise<void> => {
    const token = process.env.CHAVEIRO_CONTROL_TOKEN;
    const server = connectMock(mockServer.url, token === undefined ? {} : { token });
    // Other workers, machines and retries may share the server.
    const name = `playwright-${crypto.randomUUID()}`;
    await using session = await server.session(name);
    await use(Object.assign(session, { url: `${mockServer.url}/~${name}` }));
  },
};
