import { defineConfig } from 'tsup';

export default defineConfig({
  entry: ['src/index.ts', 'src/node.ts', 'src/http.ts', 'src/cli.ts'],
  format: ['esm', 'cjs'],
  platform: 'neutral',
  target: 'node22',
  external: [/^node:/],
  dts: { entry: ['src/index.ts', 'src/node.ts', 'src/http.ts'] },
  clean: true,
  treeshake: true,
});
