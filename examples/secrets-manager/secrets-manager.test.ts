import { expect, test } from 'vitest';
import { PATIENCE, runExample } from '../run-example.ts';

test('asks once for a hundred calls, and once more when the key was rotated', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('secrets-manager');
  expect(exitCode, output).toBe(0);
  expect(output).toContain('good calls: 100 · asked: 1\n');
  expect(output).toContain('after the rotation, good calls: 100 · asked: 2\n');
  expect(output).toContain('without a good key: key_refused · asked: 3\n');
});
