/** The README tells the truth: its snippets run, its commands exist, its links lead somewhere. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createMock } from '@chaveiro/mock-server';
import { serveMock, type RunningMock } from '@chaveiro/mock-server/http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { en } from '../../mock-server/console/src/i18n/en.ts';
import { anchorOf, headingsOf, linksOf } from './markdown.ts';
import { snippetsOf } from './extract.ts';
import { curlRequest, runSnippet } from './run.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = join(root, 'README.md');
const text = readFileSync(readme, 'utf8');
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
    const [code = ''] = under('Five minutes: you write a client', 'ts');
    const { exitCode, output } = await runSnippet('sdk.ts', code, server.url);
    expect(exitCode, output).toBe(0);
    expect(output).toMatch(/kept as [0-9a-f-]{36}/);
    expect(output).toMatch(/refused: .*payload\.email/s);
  });

  test('the example with a ring of keys sends every row with the key that works', async () => {
    const [, code = ''] = under('Five minutes: you write a client', 'ts');
    const { exitCode, output } = await runSnippet('ring.ts', code, server.url);
    expect(exitCode, output).toBe(0);
    expect(output).toContain('2 queued, 0 refused');
    const sends = mock.requests.where({ operationId: 'sendMessage' });
    expect(sends.filter(({ decision }) => decision === 'allowed')).toHaveLength(2);
    expect(
      sends.some(({ decision }) => decision === 'deleted_key'),
      'the revoked key is tried first',
    ).toBe(true);
  });

  test('the test example passes', async () => {
    const [code = ''] = under('Five minutes: you write tests', 'ts');
    const { exitCode, output } = await runSnippet('mock.test.ts', code, server.url);
    expect(exitCode, output).toBe(0);
    expect(output).toMatch(/1 passed/);
  });

  test('the curl commands show a refusal and the journal', async () => {
    const [first = '', second = ''] = under('Five minutes: you read first', 'sh').join('\n').split('\n');
    const refused = await fetch(curlRequest(first, server.url));
    expect([refused.status, refused.headers.get('x-mock-decision')]).toEqual([403, 'disabled_key']);
    const journal = await fetch(curlRequest(second, server.url));
    expect(await journal.text()).toContain(refused.headers.get('x-mock-request-id'));
    const decision = await fetch(`${server.url}/__mock/decisions/${refused.headers.get('x-mock-request-id') ?? ''}`);
    const { steps, ...told } = (await decision.json()) as { decision: string; steps: { step: string; outcome: string }[] };
    expect(told.decision).toBe('disabled_key');
    expect(steps.at(-1)).toMatchObject({ step: 'disabled', outcome: 'refused' });
  });

  test('the console has the pages that it names', () => {
    for (const { title } of [en.keys, en.requests, en.scenarios, en.controls, en.reference])
      expect(text).toContain(`**${title}**`);
  });

  test('every npm script that it names exists', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm (?:run )?(start|test)\b/g)].map((match) => match[1] ?? '');
    expect(new Set(named)).toEqual(new Set(['start', 'test']));
    for (const name of named) expect(scripts[name], name).toBeDefined();
  });

  test('the picture is there, and small enough to load', () => {
    const [, picture = ''] = /!\[[^\]]+\]\(([^)]+)\)/.exec(text) ?? [];
    const bytes = readFileSync(join(root, picture));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(bytes.length).toBeLessThan(200_000);
  });

  test('there is no other kind of snippet, so that all are run', () => {
    expect(new Set(snippets.map(({ language }) => language))).toEqual(new Set(['sh', 'ts']));
    expect(snippets.filter(({ language }) => language === 'ts')).toHaveLength(3);
    expect(under('Where things are', 'sh')).toEqual(['npm ci && npm test']);
  });
});

test.each(['README.md', 'README.pt-BR.md', 'CONTRIBUTING.md'])(
  'every link of %s to a file, and to a heading in it, leads somewhere',
  (file) => {
    const links = linksOf(readFileSync(join(root, file), 'utf8')).filter((link) => !link.startsWith('https:'));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? join(root, file) : join(dirname(join(root, file)), path);
      expect(existsSync(target), link).toBe(true);
      if (anchor !== undefined)
        expect(
          headingsOf(readFileSync(target, 'utf8')).map(({ title }) => anchorOf(title)),
          link,
        ).toContain(anchor);
    }
  },
);
