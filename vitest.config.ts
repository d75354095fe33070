import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@chaveiro/source', 'module', 'node', 'development|production'] },
  ssr: { resolve: { conditions: ['@chaveiro/source', 'node', 'import', 'module', 'development|production'] } },
  test: {
    include: ['{openapi,sdk,mock-server,examples}/**/*.test.ts', 'readme.test.ts'],
    // Those suites are examples, each for its own runner; their test runs them.
    exclude: ['**/node_modules/**', '**/dist/**', 'examples/test-suite-*/**'],
    // What is waited for comes later on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    restoreMocks: true,
    unstubGlobals: true,
  },
});
