// 100,000 rows in flat memory.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROWS = 100_000;
/** A row takes 1 kB, so rows that were kept would be a hundred times this. */
const MEGABYTE = 1024 * 1024;

test('100,000 rows stream through a client in flat memory', { timeout: 300_000 }, async () => {
  const script = join(import.meta.dirname, '../../test/bulk-stream.ts');
  const flags = ['--expose-gc', '--conditions=@chaveiro/source', script, String(ROWS)];
  const { stdout } = await promisify(execFile)(process.execPath, flags);
  const { delivered, furthestAhead, heaps } = JSON.parse(stdout) as Record<'delivered' | 'furthestAhead', number> & {
    heaps: number[];
  };
  expect(delivered).toBe(ROWS);
  expect(furthestAhead).toBeLessThanOrEqual(80);
  expect(heaps).toHaveLength(10);
  const [, ...warm] = heaps;
  expect(Math.max(...warm) - Math.min(...warm)).toBeLessThan(MEGABYTE);
});
