/** What the proof of the packages looks for, it finds: a quick slice, without npm and without a build. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenPromise } from '../../examples/snippets/run.ts';
import { temporaryFolder, type TemporaryFolder } from '../src/durable/data-file.fixture.ts';
import { commandsOf } from './packages/commands.ts';
import { objectionsTo } from './packages/contents.ts';
import { strayImports } from './packages/entries.ts';
import { ROOT, type Packed } from './packages/pack.ts';
import { codesOf, READMES } from './packages/snippets.ts';
import { Terminal } from './packages/terminal.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());

function write(files: Readonly<Record<string, string>>): { folder: string; files: string[] } {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(folder.file(name)), { recursive: true });
    writeFileSync(folder.file(name), text);
  }
  return { folder: folder.path, files: Object.keys(files) };
}

describe('in a tarball', () => {
  test('what is published is not objected to', () => {
    const files = write({
      'package.json': '{}',
      LICENSE: 'MIT',
      'bin/chaveiro.js': '#!/usr/bin/env node',
      'dist/index.js': 'export const key = "sk_live_chaveiro_active";',
      'dist/schemas/pingback.d.cts': '',
      'dist/console/assets/keys-B9COpmh3.js': '',
      'dist/console/index.html': '',
    });
    expect(objectionsTo(files, {})).toEqual([]);
  });

  test.each([
    'src/index.ts',
    'dist/index.ts',
    'dist/index.test.js',
    'dist/index.js.map',
    '.env',
    '.npmrc',
    'mock.db',
    'proof/prove.js',
    'dist/console/tests/keys.test.js',
  ])('%s is', (name) => {
    expect(objectionsTo(write({ [name]: '' }), {})).toEqual([`${name} is nothing that is published`]);
  });

  test.each([
    ['a path of the repository', `at ${ROOT}/sdk/src/index.ts`, 'names the repository of this machine'],
    ['a path of the home folder', `${homedir()}/.npm`, 'names the home folder of this machine'],
    ['a source map', 'x\n//# sourceMappingURL=index.js.map', 'points to a source map'],
    ['a private key', '-----BEGIN OPENSSH PRIVATE KEY-----', 'has a private key'],
    ['an npm token', `npm_${'a1'.repeat(18)}`, 'has an npm token'],
    ['a key that a mock made', `sk_live_${'Ab3'.repeat(8)}`, 'has a key of Zenvio’s form'],
    ['a secret of the environment', 'canary-of-this-run', 'has the value of SOME_TOKEN'],
  ])('%s is objected to', (_, text, objection) => {
    const objections = objectionsTo(write({ 'dist/index.js': text }), { SOME_TOKEN: 'canary-of-this-run', PATH: 'x' });
    expect(objections).toContain(`dist/index.js ${objection}`);
  });
});

test('an import that a package does not declare is found, in code and in types', async () => {
  const inProject = 'node_modules/a-package/';
  const { files } = write({
    [`${inProject}dist/index.js`]: "export { one } from './chunk.js';",
    [`${inProject}dist/chunk.js`]:
      "import { two } from 'undeclared'; import 'declared/part'; import 'node:fs'; export const one = () => import('lazy') && two;",
    [`${inProject}dist/index.d.ts`]:
      "import type { Three } from 'unknown'; export type { Four } from './nowhere.js'; export type One = Three;",
  });
  const target = { types: './dist/index.d.ts', default: './dist/index.js' };
  const manifest = {
    name: 'a-package',
    version: '1.0.0',
    exports: { '.': { import: target } },
    dependencies: { declared: '1.0.0' },
  };
  const packed: Packed = {
    manifest,
    files: files.map((file) => file.slice(inProject.length)),
    folder: '',
    tarball: '',
    size: 0,
  };
  expect((await strayImports(folder.path, packed)).sort()).toEqual([
    'dist/chunk.js loads lazy',
    'dist/chunk.js loads undeclared',
    'dist/index.d.ts takes types from ./nowhere.js',
    'dist/index.d.ts takes types from unknown',
  ]);
});

describe('of the READMEs', () => {
  test('every one has snippets, and the commands are found', () => {
    for (const { file } of READMES) expect(codesOf(file, 'ts').length, file).toBeGreaterThan(2);
    expect(commandsOf(join(ROOT, 'mock-server/README.md')).length).toBeGreaterThan(10);
    expect(commandsOf(join(ROOT, 'sdk/README.md'))).toEqual([]);
  });

  test('a promise that is not kept is told', () => {
    const code = 'console.log(status); // 200\nconsole.log(status); // 401, because it is off';
    expect(brokenPromise(code, '200\n401\n')).toBeUndefined();
    expect(brokenPromise(code, '401\n200\n')).toBe('401');
  });
});

describe('a terminal', () => {
  test('runs what is in the project’s node_modules/.bin, and ends what goes on', async () => {
    mkdirSync(folder.file('node_modules/.bin'), { recursive: true });
    writeFileSync(folder.file('node_modules/.bin/greet'), '#!/bin/sh\necho "hello $1"\n', { mode: 0o755 });
    using terminal = new Terminal(folder.path);
    expect(await terminal.run('greet you; exit 3')).toEqual({ code: 3, output: 'hello you\n' });
    const job = terminal.start('greet all; exec sleep 600');
    await job.says(/hello all/);
    expect((await job.interrupt()).code).toBeNull();
    await expect(terminal.start('true').says(/hello/)).rejects.toThrow('ended without');
  });
});
