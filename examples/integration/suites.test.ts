/** The four suites pass, each with all of its tests. */
import { expect, test } from 'vitest';
import { PATIENCE, runExample } from '../run-example.ts';

const TESTS = [
  'creates, updates, and goes on after one that is refused',
  'stops at the first lead when the key is disabled',
  'stops alike when the account is on Free, where only the mock can tell why',
  'postpones a lead in an outage, and imports it later',
];

test.each([
  ['test-suite-vitest', ['--reporter=verbose'], /Tests {2}4 passed \(4\)/],
  ['test-suite-node-test', ['--test-reporter=spec'], /pass 4\n.*fail 0\n.*cancelled 0\n.*skipped 0\n/],
  ['test-suite-jest', ['--verbose'], /Tests: +4 passed, 4 total/],
  ['test-suite-playwright', [], /\n {2}4 passed/],
])('%s', { timeout: PATIENCE }, async (script, parameters, verdict) => {
  const { exitCode, output } = await runExample(script, parameters);
  expect(exitCode, output).toBe(0);
  expect(output).toMatch(verdict);
  for (const name of TESTS) expect(output).toContain(name);
});
