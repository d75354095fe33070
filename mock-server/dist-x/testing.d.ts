import { Mock, SessionApi, SessionOptions, MockOptions } from './index.js';
import '@chaveiro/openapi/policy';
import './sessions-DgKM0GCW.js';
import 'zod';
import '@chaveiro/openapi/types';

/** The mock in any test runner: a setup to make once, and functions for its hooks. */

interface MockSetup {
    readonly mock: Mock;
    /** Puts the mock back to its start: for `afterEach`. Tests made with {@link MockSetup.isolated} are left alone. */
    reset(this: void): void;
    /** Lets requests out to the real hosts again: for `after` or `afterAll`. */
    teardown(this: void): void;
    /**
     * A test with a session of its own, so that it can run beside others in this process. Whatever it calls reaches the
     * platforms' real hosts in that session; the session is dropped at its end.
     *
     * ```ts
     * test('a disabled key stops the import', { concurrency: true }, isolated(async (mock) => {
     *   const key = mock.pingback.accounts.create().keys.create();
     *   key.disable();
     *   await assert.rejects(importContacts(key.secret));
     * }));
     * ```
     *
     * @param options seed, clock and settings that differ from those of the setup.
     */
    isolated<Rest extends unknown[], T>(this: void, test: (mock: SessionApi, ...rest: Rest) => T | Promise<T>, options?: SessionOptions): (...rest: Rest) => Promise<T>;
}
/**
 * Starts a mock and answers for the platforms' real hosts in this process, from now until `teardown`.
 *
 * ```ts
 * const { mock, reset, teardown } = setupMock();
 * afterEach(reset);
 * after(teardown); // afterAll in Jest
 * ```
 */
declare function setupMock(options?: MockOptions): MockSetup;

export { setupMock };
export type { MockSetup };
