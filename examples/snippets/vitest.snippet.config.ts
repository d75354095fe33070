import { defineConfig } from 'vitest/config';

/** A snippet stands in a folder of its own, made for one run. */
export default defineConfig({
  ssr: { resolve: { conditions: ['@chaveiro/source', 'node', 'import', 'module', 'development|production'] } },
  test: { include: ['*.test.mts'], exclude: [] },
});
