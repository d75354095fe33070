/** What is wrong with a policy file is told by file and line, in words about the file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { OwnDocumentError } from './check.ts';
import { readPolicy } from './read-policy.ts';

const folder = mkdtempSync(join(tmpdir(), 'chaveiro-policy-'));
const file = join(folder, 'keys.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['a: &a [*a]', ':1 cannot be read: *a stands inside of &a itself'],
  ['platform: zoo\nkeysPerAccount: &a [*a]', ':2 cannot be read: *a stands inside of &a itself'],
  ['platform: zoo\nexpires: *life', ':2 cannot be read: *life stands for nothing'],
  ['platform: zoo\n---\nexpires: 24h', ':2 cannot be read: a second YAML document begins here'],
  ['platform: [', ':1 cannot be read: '],
  ['platform: zoo\nkeysPerAcount: 2', ':2 keysPerAcount: unknown line; did you mean keysPerAccount?'],
])('%j is told by file and line', async (text, message) => {
  writeFileSync(file, text);
  const reading = readPolicy(file);
  await expect(reading).rejects.toBeInstanceOf(OwnDocumentError);
  await expect(reading).rejects.toThrow(file + message);
});

test('aliases that end are what they stand for', async () => {
  writeFileSync(file, 'plans: { all: &all [free, pro], withApiAccess: *all }');
  expect(await readPolicy(file)).toEqual({ plans: { all: ['free', 'pro'], withApiAccess: ['free', 'pro'] } });
});
