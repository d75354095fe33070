/** The mock as a fixture of Vitest: each test has a world of its own, also beside others that run at the same time. */
import { test, type TestAPI } from 'vitest';
import type { SessionApi } from './api/session-api.ts';
import { createMock, type SessionOptions } from './mock.ts';
import { intercept, type Entered } from './test-runners/interception.ts';

export interface MockTestContext {
  /** A session of this test alone. */
  readonly mock: SessionApi;
  /** What it starts with instead of what a mock starts with. */
  readonly mockOptions: SessionOptions;
}

const worlds = test
  .extend('mockInterception', { scope: 'worker' }, ({}, { onCleanup }) => {
    // As many at once as a runner likes, and none is too old.
    const interception = intercept(createMock({ sessions: { count: 100_000, idle: '30d' } }), 'only test');
    onCleanup(interception.close);
    return interception;
  })
  .extend('mockOptions', {} as SessionOptions)
  .extend('mockWorld', { auto: true }, ({ mockInterception, mockOptions, task }, { onCleanup }) => {
    const options = Object.keys(mockOptions).length > 0 ? mockOptions : undefined;
    const entered = mockInterception.enter(`test-${task.id.replaceAll(/[^\w.-]/g, '-')}`, options);
    onCleanup(entered.leave);
    entered.stay();
    return entered;
  })
  .extend('mock', ({ mockWorld }) => mockWorld.session);

// So that what hooks do and the test itself are one, however many of them run at a time. Tests that are no `mockTest`
// have no world. Without isolation a file after the first does not get here: there a test is found by `stay`, which a
// hook that asks for the mock first keeps to itself, by its keys, or as the only one that runs.
worlds.aroundEach((runTest, { mockWorld }: { mockWorld?: Entered }) => (mockWorld ? mockWorld.within(runTest) : runTest()));

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
export const mockTest = worlds as unknown as TestAPI<MockTestContext>;
