import { existsSync } from 'node:fs';
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

/** What is also part of the program: each file that a start need not find and open saves a millisecond or two. */
const THEIRS = ['@noble/ciphers', '@noble/hashes', 'bcryptjs', 'commander', 'picocolors'];

/** Of zod's sixty languages the mock speaks one; in one file with the rest, a bundler would keep them all. */
const englishOnly: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'english-only',
  setup(build) {
    build.onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({ contents: "export { default as en } from './en.js';" }));
  },
};

/**
 * What the packages in the program need of Node, without its modules: to import `process` evaluates every property that it
 * has, bcryptjs asks `crypto` only where there is no Web Crypto, and commander starts only commands in files of their own.
 */
const INSTEAD_OF: Readonly<Record<string, string>> = {
  'node:process': 'export default globalThis.process;',
  'node:child_process': 'export default {};',
  crypto: 'export default {};',
};

const withoutNodesModules: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'without-nodes-modules',
  setup(build) {
    build.onResolve({ filter: /^(node:process|node:child_process|crypto)$/ }, ({ path }) => ({ path, namespace: 'instead' }));
    build.onLoad({ filter: /./, namespace: 'instead' }, ({ path }) => ({ contents: INSTEAD_OF[path] ?? '' }));
  },
};

const common: Options = {
  platform: 'neutral',
  target: 'node22',
  external: [/^node:/],
  treeshake: true,
  esbuildPlugins: [englishOnly],
};

export default defineConfig(({ outDir = 'dist' }) => [
  {
    ...common,
    entry: ENTRIES,
    clean: true,
    format: ['esm', 'cjs'],
    // The eighty files of zod are half of what a start would wait for; in one file, without what nobody asks for, they are little.
    noExternal: BUILT_IN,
    // CommonJS has no shared files: each entry would get a copy of its own.
    esbuildOptions(options, { format }) {
      options.conditions = ['@chaveiro/source'];
      if (format === 'cjs') options.external = [...(options.external ?? []), ...BUILT_IN];
    },
    dts: { entry: ENTRIES },
    onSuccess: async () => {
      await carryWorkerScript(outDir);
      await carryLicence('zod', outDir);
    },
  },
  {
    ...common,
    entry: ['src/cli.ts'],
    format: ['esm'],
    external: [/^node:(?!process$|child_process$)/],
    removeNodeProtocol: false,
    esbuildPlugins: [englishOnly, withoutNodesModules],
    noExternal: [...BUILT_IN, ...THEIRS],
    esbuildOptions(options) {
      options.conditions = ['@chaveiro/source'];
      // What is ASCII need not be decoded.
      options.charset = 'ascii';
      options.mainFields = ['module', 'main'];
    },
    dts: false,
    onSuccess: async () => {
      for (const name of THEIRS) await carryLicence(name, outDir);
    },
  },
]);

/** The script that a page's worker runs, from the very MSW that the handlers are made for, with its licence. */
async function carryWorkerScript(outDir: string): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  await copyFile(resolve('msw/mockServiceWorker.js'), join(outDir, 'mockServiceWorker.js'));
  await copyFile(join(dirname(resolve('msw/package.json')), 'LICENSE.md'), join(outDir, 'mockServiceWorker.LICENSE.md'));
}

/** What is built in is still somebody's work. */
async function carryLicence(name: string, outDir: string): Promise<void> {
  const from = createRequire(import.meta.url)
    .resolve.paths(name)
    ?.map((folder) => join(folder, name, 'LICENSE'))
    .find(existsSync);
  if (from === undefined) throw new Error(`${name} has no LICENSE that could be carried along.`);
  await copyFile(from, join(outDir, `${name.replace('@', '').replace('/', '-')}.LICENSE`));
}
