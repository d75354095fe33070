import { TestAPI } from 'vitest';
import { SessionApi, SessionOptions } from './index.js';
import '@chaveiro/openapi/policy';
import './sessions-DgKM0GCW.js';
import 'zod';
import '@chaveiro/openapi/types';

/** The mock as a fixture of Vitest: each test has a world of its own, also beside others that run at the same time. */

interface MockTestContext {
    /** A session of this test alone. */
    readonly mock: SessionApi;
    /** What it starts with instead of what a mock starts with. */
    readonly mockOptions: SessionOptions;
}
/**
 * `test` with a mock: `mock` is a session of the test alone, fresh at its start and dropped at its end. While the test
 * runs, code that calls the platforms' real hosts is answered in that session, whatever it calls them with; tests that
 * run at the same time (`mockTest.concurrent`) do not see each other.
 *
 * ```ts
 * mockTest('a disabled key stops the import', async ({ mock }) => {
 *   const key = mock.pingback.accounts.create({ plan: 'pro' }).keys.create({ name: 'CRM' });
 *   key.disable();
 *   await expect(importContacts(key.secret)).rejects.toThrow();
 *   expect(mock.requests.where({ decision: 'disabled_key' })).toHaveLength(1);
 * });
 * ```
 *
 * A file or a `describe` starts its tests otherwise with
 * `mockTest.override('mockOptions', { now: '2026-01-31T12:00:00Z', rateLimits: 'on' })`; a `seed` makes ids and secrets
 * independent of where the test stands.
 */
declare const mockTest: TestAPI<MockTestContext>;

export { mockTest };
export type { MockTestContext };
