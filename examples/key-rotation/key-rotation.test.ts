import { expect, test } from 'vitest';
import { PATIENCE, runExample } from '../run-example.ts';

test('no call is lost where the rules allow that; where they do not, the gap is told', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('key-rotation');
  expect(exitCode, output).toBe(0);
  expect(output).toContain('zenvio: create (check → create → switch → verify → delete); no gap; new key works');
  expect(output).toContain('rdstation: create (check → create → switch → verify → disable); no gap; new key works');
  expect(output.match(/^ {2}0 calls refused meanwhile$/gm)).toHaveLength(2);
  expect(output).toMatch(
    /pingback: delete-first \(check → delete → create → switch → verify\); a gap of \d+(\.\d+)? ms .*; new key works/,
  );
});
