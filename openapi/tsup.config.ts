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
  dts: true,
  clean: true,
});
