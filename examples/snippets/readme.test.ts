/** The README tells the truth: its snippets run, its commands exist, its links lead somewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createMock } from '@chaveiro/mock-server';
import { serveMock, type RunningMock } from '@chaveiro/mock-server/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { snippetsOf } from './extract.ts';
import { curlRequest, runSnippet } from './run.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = join(root, 'README.md');
const snippets = snippetsOf(readme);
const mock = createMock();
let server: RunningMock;
beforeAll(async () => {
  server = await serveMock(mock, { port: 0 });
});
afterAll(() => server.close());

const under = (heading: string, language: string) => {
  const found = snippets.filter((snippet) => snippet.heading === heading && snippet.language === language);
  expect(found.length, `${language} snippets under "${heading}"`).toBeGreaterThan(0);
  return found.map(({ code }) => code);
};

describe('README', { timeout: 60_000 }, () => {
  test('the SDK example keeps one conversion and tells why the other is refused', async () => {
    const [code = ''] = under('The SDK', 'ts');
    const { exitCode, output } = await runSnippet('sdk.ts', code, server.url);
    expect(exitCode, output).toBe(0);
    expect(output).toMatch(/kept as [0-9a-f-]{36}/);
    expect(output).toMatch(/refused: .*payload\.email/s);
  });

  test('the test example passes', async () => {
    const [code = ''] = under('The mock in a test', 'ts');
    const { exitCode, output } = await runSnippet('mock.test.ts', code, server.url);
    expect(exitCode, output).toBe(0);
    expect(output).toMatch(/1 passed/);
  });

  test('the curl commands show a refusal and the journal', async () => {
    const [first = '', second = ''] = under('Over HTTP, in any language', 'sh').join('\n').split('\n');
    const refused = await fetch(curlRequest(first, server.url));
    expect([refused.status, refused.headers.get('x-mock-decision')]).toEqual([403, 'disabled_key']);
    const journal = await fetch(curlRequest(second, server.url));
    expect(await journal.text()).toContain(refused.headers.get('x-mock-request-id'));
    const decision = await fetch(`${server.url}/__mock/decisions/${refused.headers.get('x-mock-request-id') ?? ''}`);
    const { steps, ...told } = (await decision.json()) as { decision: string; steps: { step: string; outcome: string }[] };
    expect(told.decision).toBe('disabled_key');
    expect(steps.at(-1)).toMatchObject({ step: 'disabled', outcome: 'refused' });
  });

  test('every npm script that it names exists', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...readFileSync(readme, 'utf8').matchAll(/npm (?:run )?(start|test|generate|format)\b/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.length).toBeGreaterThan(3);
    for (const name of named) expect(scripts[name], name).toBeDefined();
  });

  test('every link to a file leads somewhere', () => {
    const links = [...readFileSync(readme, 'utf8').matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => match[1] ?? '');
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(existsSync(join(root, link)), link).toBe(true);
  });

  test('there is no other kind of snippet, so that all are run', () => {
    expect(new Set(snippets.map(({ language }) => language))).toEqual(new Set(['sh', 'ts']));
    expect(snippets.filter(({ language }) => language === 'ts')).toHaveLength(2);
  });
});
