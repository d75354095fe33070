/** The packages' READMEs tell the truth: every TypeScript snippet runs, and prints what its comments say. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createMock } from '@chaveiro/mock-server';
import { serveMock, type RunningMock } from '@chaveiro/mock-server/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snippetsOf } from './extract.ts';
import { brokenPromise, runSnippet } from './run.ts';

const root = resolve(import.meta.dirname, '../..');
const files = ['mock-server/README.md', 'sdk/README.md', 'examples/reading/moving-from-a-hand-written-mock.md'].filter((file) =>
  existsSync(join(root, file)),
);

let server: RunningMock;
beforeAll(async () => {
  server = await serveMock(createMock(), { port: 0 });
});
afterAll(() => server.close());

describe.each(files)('%s', { timeout: 60_000 }, (file) => {
  const snippets = snippetsOf(join(root, file)).filter(({ language }) => language === 'ts');

  test('has snippets', () => expect(snippets.length).toBeGreaterThan(0));

  test.each(snippets.map(({ heading, code }, index) => [`${index + 1}. ${heading}`, code] as const))('%s', async (_, code) => {
    const isTest = code.includes("from 'vitest'");
    const { exitCode, output } = await runSnippet(isTest ? 'snippet.test.ts' : 'snippet.ts', code, server.url, {
      intercept: file.startsWith('sdk/'),
    });
    expect(exitCode, output).toBe(0);
    expect(brokenPromise(code, output), output).toBeUndefined();
  });
});
