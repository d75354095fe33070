// What the package checkers say of the packed SDK, and what it weighs in an application.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installSdk, type Installed } from './install.ts';

const run = promisify(execFile);
const SDK = join(import.meta.dirname, '..');
const WAIT_MS = 300_000;

let installed: Installed;

beforeAll(async () => {
  installed = await installSdk();
}, WAIT_MS);

afterAll(() => installed?.remove());

test(
  'ESM+CJS clean in attw: every entry point resolves, with the types of its own format',
  async () => {
    const attw = join(SDK, '../node_modules/@arethetypeswrong/cli/dist/index.js');
    const words = [attw, '--pack', SDK, '--profile', 'node16', '--format', 'json'];
    const { stdout } = await run(process.execPath, words, { maxBuffer: 2 ** 26 });
    const { analysis } = JSON.parse(stdout) as { analysis: { problems: object[]; entrypoints: object } };
    expect(Object.keys(analysis.entrypoints).length).toBeGreaterThan(10);
    // Resolution without `exports` is left out: no TypeScript that the types are for needs it.
    expect(analysis.problems.filter((problem) => !JSON.stringify(problem).includes('node10'))).toEqual([]);
  },
  WAIT_MS,
);

test(
  'publint finds nothing',
  async () => {
    const publint = join(SDK, '../node_modules/publint/src/cli.js');
    const { stdout } = await run(process.execPath, [publint, SDK, '--strict'], { maxBuffer: 2 ** 26 });
    expect(stdout).toContain('All good!');
  },
  WAIT_MS,
);

describe('min+gzip: what a page loads', () => {
  test.each([
    ['Pingback alone', 8_000, `export { Pingback } from '@chaveiro/sdk/pingback'`],
    ['RD Station alone', 8_000, `export { RDStation } from '@chaveiro/sdk/rdstation'`],
    ['Zenvio alone', 8_100, `export { Zenvio } from '@chaveiro/sdk/zenvio'`],
    ...(['Pingback', 'RDStation', 'Zenvio'] as const).map((name): [string, number, string] => {
      const platform = name.toLowerCase();
      const schemas = `export { ${platform}Schemas } from '@chaveiro/sdk/schemas/${platform}'`;
      return [`${name} with its schemas`, 11_000, `export { ${name} } from '@chaveiro/sdk/${platform}'; ${schemas}`];
    }),
    ['all three platforms', 9_600, `export { Pingback, RDStation, Zenvio } from '@chaveiro/sdk'`],
  ])('%s: at most %i bytes', async (_, limit, contents) => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: installed.folder },
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      write: false,
      logLevel: 'silent',
    });
    expect(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length).toBeLessThanOrEqual(limit);
  });
});
