import { copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { defineConfig, type Options } from 'tsup';

const ENTRIES = [
  'src/index.ts',
  'src/node.ts',
  'src/browser.ts',
  'src/http.ts',
  'src/remote.ts',
  'src/durable.ts',
  'src/testing.ts',
  'src/vitest.ts',
  'src/playwright.ts',
];

/** What is part of our ESM files instead of being loaded from a package. */
const BUILT_IN = ['zod', '@chaveiro/openapi/policy'];

/** Of zod's sixty languages the mock speaks one; in one file with the rest, a bundler would keep them all. */
const englishOnly: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'english-only',
  setup(build) {
    build.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({ contents: "export { default as en } from './en.js';" }));
  },
};

export default defineConfig(({ outDir = 'dist' }) => ({
  entry: [...ENTRIES, 'src/cli.ts'],
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'node22',
  external: [/^node:/],
  // The eighty files of zod are half of what a start would wait for; in one file, without what nobody asks for, they are little.
  noExternal: BUILT_IN,
  esbuildPlugins: [englishOnly],
  // CommonJS has no shared files: each entry would get a copy of its own.
  esbuildOptions(options, { format }) {
    if (format === 'cjs') options.external = [...(options.external ?? []), ...BUILT_IN];
  },
  dts: { entry: ENTRIES },
  clean: true,
  treeshake: true,
  onSuccess: async () => {
    await carryWorkerScript(outDir);
    await carryLicence('zod', outDir);
  },
}));

/** The script that a page's worker runs, from the very MSW that the handlers are made for, with its licence. */
async function carryWorkerScript(outDir: string): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  await copyFile(resolve('msw/mockServiceWorker.js'), join(outDir, 'mockServiceWorker.js'));
  await copyFile(join(dirname(resolve('msw/package.json')), 'LICENSE.md'), join(outDir, 'mockServiceWorker.LICENSE.md'));
}

/** What is built in is still somebody's work. */
async function carryLicence(name: string, outDir: string): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  await copyFile(join(dirname(resolve(`${name}/package.json`)), 'LICENSE'), join(outDir, `${name}.LICENSE`));
}
