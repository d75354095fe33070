import { RemoteSession } from './remote.js';
import './mock-C3YniEEL.js';
import '@chaveiro/openapi/policy';
import './sessions-DgKM0GCW.js';
import 'zod';
import '@chaveiro/openapi/types';

/** A server for all tests of a worker. */
interface MockServerFixture {
    readonly url: string;
}
/** The session of one test, over HTTP. */
interface MockFixture extends RemoteSession {
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
declare const mockFixtures: {
    mockServer: [(needed: object, use: Use<MockServerFixture>) => Promise<void>, {
        scope: "worker";
    }];
    mock: ({ mockServer }: {
        mockServer: MockServerFixture;
    }, use: Use<MockFixture>) => Promise<void>;
};

export { mockFixtures };
export type { MockFixture, MockServerFixture };
