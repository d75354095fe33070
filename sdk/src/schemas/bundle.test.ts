// What an application's bundle gets of @chaveiro/sdk/schemas.
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, test, vi } from 'vitest';

// Others may keep the machine busy.
vi.setConfig({ testTimeout: 60_000 });

/** The minified bundle of a program, for browsers. */
async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    conditions: ['@chaveiro/source'],
  });
  return outputFiles[0]?.text ?? '';
}

test('an import that nothing uses brings nothing', async () => {
  expect(await bundle("import * as schemas from '@chaveiro/sdk/schemas';")).toBe('');
});

test('one schema brings only itself', async () => {
  const own = await bundle("export { pingbackDealUpdated } from '@chaveiro/sdk/schemas';");
  const all = await bundle("export * from '@chaveiro/sdk/schemas';");
  for (const other of ['segmentedListsIds', 'conversion_identifier', 'message_ids', 'keyLimit']) {
    expect(all).toContain(other);
    expect(own).not.toContain(other);
  }
  // As a schema written by hand would: the same words of zod, and our messages.
  const byHand = await bundle(
    "import * as z from 'zod/mini'; export const s = z.looseObject({ message: z.string(), data: z.looseObject({ id: z.uuid() }) });",
  );
  expect(gzipSync(own).length - gzipSync(byHand).length).toBeLessThan(800);
});

test.each(['pingback', 'rdstation', 'zenvio', 'console'])(
  "%s: the client's check fits in 5 KB, and brings no zod",
  async (platform) => {
    const own = await bundle(`export { ${platform}Schemas } from '@chaveiro/sdk/schemas/${platform}';`);
    expect(gzipSync(own, { level: 9 }).length).toBeLessThanOrEqual(5000);
    expect(own).not.toContain('_zod');
    const fromAll = await bundle(`export { ${platform}Schemas } from '@chaveiro/sdk/schemas';`);
    expect(fromAll).toHaveLength(own.length);
  },
);
