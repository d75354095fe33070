/** The seed file and the commands of the mock server's README are good ones. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createMock } from '@chaveiro/mock-server';
import { expect, test } from 'vitest';
import { createProgram } from '../../mock-server/src/cli/main.ts';
import { placesOf } from '../../mock-server/src/cli/completion/tree.ts';
import { parseSeed } from '../../mock-server/src/seed/parse.ts';
import { snippetsOf } from './extract.ts';

const file = resolve(import.meta.dirname, '../../mock-server/README.md');
const snippets = snippetsOf(file);

test('the seed file loads, and makes what its comments say', () => {
  const [yaml] = snippets.filter(({ language }) => language === 'yaml');
  const { accounts, scenarios, faults } = createMock({ start: parseSeed(yaml?.code ?? '', 'seed.yaml').seed }).started ?? {};
  expect([accounts?.length, scenarios?.length, faults?.length]).toEqual([2, 2, 1]);
  expect(accounts?.[0]?.keys[0]?.status).toBe('disabled');
});

test('every command exists, with its options', () => {
  const places = placesOf(createProgram());
  const lines = snippets.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split('\n'));
  const commands = lines.filter((line) => line.includes('chaveiro ')).map((line) => line.replace(/#.*|>.*/, '').split(/\s+/));
  expect(commands.length).toBeGreaterThan(10);
  for (const words of commands) {
    const after = words.slice(words.indexOf('chaveiro') + 1).filter(Boolean);
    const place = places.findLast(({ path }) => path !== '' && `${after.join(' ')} `.startsWith(`${path} `));
    expect(place, words.join(' ')).toBeDefined();
    const known = place?.options.flatMap(({ flags }) => flags);
    for (const flag of after.filter((word) => word.startsWith('-'))) expect(known, words.join(' ')).toContain(flag);
  }
});

test('the table of scenarios has them all', () => {
  const [, table = ''] = /## Scenarios\n([^]*?)\n## /.exec(readFileSync(file, 'utf8')) ?? [];
  for (const { name } of createMock().scenarios()) expect(table).toContain(`\`${name}\``);
});
