import { defineConfig } from 'tsup';

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/pingback.ts',
    'src/rdstation.ts',
    'src/zenvio.ts',
    'src/console.ts',
    'src/bulk.ts',
    'src/node.ts',
    'src/webhooks.ts',
    'src/opentelemetry.ts',
    'src/schemas.ts',
    'src/schemas/pingback.ts',
    'src/schemas/rdstation.ts',
    'src/schemas/zenvio.ts',
    'src/schemas/console.ts',
  ],
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  // `/node` imports `node:fs/promises`, and runtimes other than Node know it by no other name.
  removeNodeProtocol: false,
  external: [/^node:/],
  // In both formats the entry points share their chunks, so that an error class is the same whichever one it comes from.
  splitting: true,
  clean: true,
  // The document's types come from a package that is not published: they are written into the declarations.
  dts: { compilerOptions: { types: ['node'], paths: { '@chaveiro/openapi/types': ['../openapi/generated/types.ts'] } } },
});
