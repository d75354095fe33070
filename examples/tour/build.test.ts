import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { stalePackages } from './build.ts';

const PACKAGES = ['openapi', 'sdk', 'mock-server'];
let root = '';

/** A file of a package, changed at a second of its own. */
async function file(path: string, second: number, text = ''): Promise<void> {
  const full = join(root, path);
  await mkdir(dirname(full), { recursive: true });
  await writeFile(full, text);
  await utimes(full, second, second);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'chaveiro-build-'));
  for (const name of PACKAGES) {
    const entry = { import: { types: './dist/index.d.ts', default: './dist/index.js' }, require: './dist/index.cjs' };
    await file(`${name}/package.json`, 10, JSON.stringify({ exports: { '.': entry } }));
    await file(`${name}/src/index.ts`, 20);
    await file(`${name}/dist/index.js`, 30);
    await file(`${name}/dist/index.cjs`, 30);
  }
});

afterEach(() => rm(root, { recursive: true }));

it('leaves packages alone that are newer than their sources', async () => {
  expect(await stalePackages(root)).toEqual([]);
});

it('builds a package whose source is newer, at any depth', async () => {
  await file('sdk/src/http/call.ts', 40);
  expect(await stalePackages(root)).toEqual(['sdk']);
});

it('builds a package that lacks one of the files that it exports', async () => {
  await rm(join(root, 'openapi/dist/index.cjs'));
  expect(await stalePackages(root)).toEqual(['openapi']);
});

it('needs no declarations, and looks at neither tests nor installed packages', async () => {
  await file('mock-server/src/index.test.ts', 40);
  await file('mock-server/node_modules/hono/index.ts', 40);
  expect(await stalePackages(root)).toEqual([]);
});
