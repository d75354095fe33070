/** Builds the console into the package, where the HTTP server finds it. */
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { carryScalar, SCALAR_ENTRY } from './carry-scalar.ts';

export default defineConfig({
  root: import.meta.dirname,
  // As in src/transports/http/console/index.ts: no platform has anything there.
  base: '/__mock/console/',
  resolve: { conditions: ['@chaveiro/source', 'module', 'browser', 'development|production'] },
  plugins: [carryScalar()],
  define: { __SCALAR_ENTRY__: JSON.stringify(SCALAR_ENTRY) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: join(import.meta.dirname, '../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    // Inlined files would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The reference is a document of its own: what draws it needs a looser content security policy.
    rolldownOptions: { input: ['index.html', 'reference.html'].map((page) => join(import.meta.dirname, page)) },
  },
});
