import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PATIENCE, runExample } from '../run-example.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chaveiro-import-'));
  file = join(folder, 'leads.csv');
  await cp(join(import.meta.dirname, '../data/leads.csv'), file);
});
afterEach(() => rm(folder, { recursive: true }));

const failures = async () =>
  (await readFile(`${file}.failures.jsonl`, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { row: number; email: string; issues: { path?: string }[] });

test('sends every row once, and keeps what was refused with its line and the reason', { timeout: PATIENCE }, async () => {
  const { exitCode, output } = await runExample('bulk-import:file', [file]);
  expect(output).toMatch(/19\d sent, \d+ refused .* 0 from before: finished\./);
  const refused = await failures();
  expect(output).toContain(`${200 - refused.length} sent, ${refused.length} refused`);
  for (const { row, issues } of refused) expect([row, issues.length]).toEqual([expect.any(Number), expect.any(Number)]);
  expect(refused.every(({ issues }) => issues.length > 0)).toBe(true);
  expect(exitCode).toBe(2);
});

test('an import that was stopped goes on where it was: together they are the whole', { timeout: PATIENCE }, async () => {
  const first = await runExample('bulk-import:file', [file], { STOP_AFTER_ROWS: '60' });
  const [, sent = 0, refused = 0] = (/(\d+) sent, (\d+) refused .*: stopped\./.exec(first.output) ?? []).map(Number);
  expect(sent + refused, first.output).toBeGreaterThanOrEqual(60);
  expect(sent + refused).toBeLessThan(200);
  const second = await runExample('bulk-import:file', [file]);
  expect(second.output).toContain('Going on from');
  const [, rest = 0, more = 0, before = 0] = (
    /(\d+) sent, (\d+) refused .*, (\d+) from before: finished\./.exec(second.output) ?? []
  ).map(Number);
  expect(before).toBe(sent + refused);
  expect(before + rest + more).toBe(200);
  expect(await failures()).toHaveLength(refused + more);
});
