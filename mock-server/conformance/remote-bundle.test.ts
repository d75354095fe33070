/** What `@chaveiro/mock-server/remote` brings along: nothing of Node, and little of the mock. */
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('connectMock runs wherever fetch does, and weighs little', async () => {
  const result = await build({
    entryPoints: [resolve(import.meta.dirname, '../src/remote.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    // Anything of Node would not resolve.
    platform: 'browser',
    conditions: ['@chaveiro/source'],
    metafile: true,
  });
  const sources = Object.keys(result.metafile.inputs);
  expect(sources.filter((file) => /exchange|transports|document|generated/.test(file))).toEqual([]);
  const [code] = result.outputFiles;
  expect(gzipSync(code?.contents ?? '').length).toBeLessThan(10_000);
});
