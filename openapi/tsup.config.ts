import { defineConfig } from 'tsup';

export default defineConfig({
  entry: {
    index: 'index.ts',
    'auth-matrix': 'auth-matrix.ts',
    policy: 'policy/index.ts',
    schemas: 'schemas.ts',
    types: 'generated/types.ts',
  },
  format: ['esm', 'cjs'],
  target: 'es2022',
  // The document has accents; where they are escaped, a file of its size need not be decoded before it is read.
  esbuildOptions(options) {
    options.charset = 'ascii';
  },
  dts: true,
  clean: true,
});
