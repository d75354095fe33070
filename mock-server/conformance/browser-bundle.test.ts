/** What a bundler makes of the package for a page: nothing of Node, and not too much of the rest. */
import { builtinModules } from 'node:module';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const PAGE = `
  import { createMock } from '@chaveiro/mock-server';
  import { setupMockWorker } from '@chaveiro/mock-server/browser';
  await setupMockWorker(createMock()).start();
`;
/** About 90 of these are MSW's own worker set-up; most of the rest is the document and zod. */
const MAX_KILOBYTES = 320;

/** The built package, as an app gets it: an import that no browser has would fail the build. */
const bundled = build({
  stdin: { contents: PAGE, resolveDir: import.meta.dirname },
  bundle: true,
  minify: true,
  legalComments: 'none',
  write: false,
  metafile: true,
  format: 'esm',
  platform: 'browser',
  logLevel: 'silent',
}).catch((error: unknown) => {
  throw new Error('The built packages do not bundle for a browser. Without a build yet, run: npm run build', { cause: error });
});

test('the browser entry pulls in nothing of Node', async () => {
  const { metafile } = await bundled;
  const nodeModules = new Set(builtinModules.flatMap((name) => [name, `node:${name}`]));
  const imported = Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
    imports
      .map(({ path, original = path }) => ({ from, original }))
      .filter(({ original }) => nodeModules.has(original))
      .map(({ from, original }) => `${original} from ${from.replace(/^.*node_modules\//, '')}`),
  );
  // bcryptjs falls back to it where there is no WebCrypto, and tells bundlers to leave it out.
  expect(imported).toEqual(['crypto from bcryptjs/index.js']);
  expect(Object.keys(metafile.inputs).filter((path) => path.startsWith('(disabled)'))).toEqual(['(disabled):crypto']);
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
});

test(`it weighs at most ${MAX_KILOBYTES} KB, minified and compressed`, async () => {
  const { outputFiles } = await bundled;
  const kilobytes = gzipSync(outputFiles[0]?.contents ?? '').length / 1000;
  expect(kilobytes).toBeGreaterThan(50);
  expect(kilobytes).toBeLessThan(MAX_KILOBYTES);
});
