/** Test suites in many processes against one server: each has its session, and none sees another. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveMock, type RunningMock } from '../src/http.ts';
import { createMock, type Mock } from '../src/index.ts';

const run = promisify(execFile);
const fixture = fileURLToPath(new URL('process.fixture.ts', import.meta.url));

let mock: Mock;
let server: RunningMock;
beforeAll(async () => {
  mock = createMock();
  server = await serveMock(mock, { port: 0 });
});
afterAll(() => server.close());

test('four processes at once do not see each other', { timeout: 60_000 }, async () => {
  const suites = [
    ['suite-1', 'path'],
    ['suite-2', 'path'],
    ['suite-3', 'header'],
    ['suite-4', 'header'],
  ] as const;
  const runs = suites.map(([name, via]) => run(process.execPath, [fixture, server.url, name, via], { timeout: 50_000 }));
  // A process that fails rejects with what it wrote.
  await Promise.all(runs);
  for (const [name] of suites) {
    const session = mock.session(name);
    expect(session.pingback.contacts.where({ email: `0@${name}.example` })).toHaveLength(1);
    expect(session.pingback.accounts.get('acc_pingback_pro').keys.list()[0]?.status).toBe('disabled');
  }
  expect(mock.requests.list(), 'the default session was left alone').toEqual([]);
  expect(mock.pingback.accounts.get('acc_pingback_pro').keys.list()[0]?.status).toBe('active');
});
