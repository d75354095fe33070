import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/.snippets/**', '**/dist/**', '**/generated/**', '**/node_modules/**'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      // A runner waits for its tests by itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['describe', 'test'] }] },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    // The SDK's own project knows no Node types, so that its sources cannot use them; its tests may.
    files: [
      'sdk/**/*.test.ts',
      'sdk/test/**/*.ts',
      'sdk/packed/**/*.ts',
      'sdk/bench/**/*.ts',
      'sdk/*.config.ts',
      'sdk/src/node.ts',
      'sdk/src/node/**/*.ts',
    ],
    languageOptions: { parserOptions: { projectService: false, project: 'sdk/tsconfig.test.json' } },
  },
  { files: ['**/*.{js,mjs,cjs}'], extends: [tseslint.configs.disableTypeChecked] },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
