/** What a program reads, or a file keeps, has no colours in it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { chaveiro, finished, killAll } from './run-chaveiro.ts';

const folder = mkdtempSync(join(tmpdir(), 'chaveiro-'));
afterAll(() => {
  killAll();
  rmSync(folder, { recursive: true });
});

// CI services are no terminals, although some tools colour their logs.
const env = { CI: '1', NO_COLOR: '' };

test('neither where the mock starts from a file nor in a table, in CI too', { timeout: 60_000 }, async () => {
  const mock = chaveiro(['mock', '--port', '0', '--data', join(folder, 'mock.db')], { env });
  await mock.says(/Ctrl-C/);
  const matrix = await finished(['matrix', '--state', 'disabled_key'], { env });
  expect(mock.stdout() + mock.stderr() + matrix.stdout).not.toContain('\u001b');
});
