/** README.pt-BR.md says what README.md says: headings, code, tables and links are the same; only the words differ. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { document } from '@chaveiro/openapi';
import { describe, expect, test } from 'vitest';
import { ptBR } from '../../mock-server/console/src/i18n/pt-BR.ts';
import { cellsOf } from '../../openapi/scripts/readme-tables.ts';
import { isTranslated } from '../../openapi/scripts/words.pt-BR.ts';
import { anchorOf, codeIn, headingsOf, linksOf, tablesOf } from './markdown.ts';
import { snippetsOf } from './extract.ts';

const root = resolve(import.meta.dirname, '../..');
const [english, portuguese] = ['README.md', 'README.pt-BR.md'].map((name) => {
  const file = join(root, name);
  const text = readFileSync(file, 'utf8');
  return { text, snippets: snippetsOf(file), headings: headingsOf(text), links: linksOf(text), tables: tablesOf(text) };
}) as [Page, Page];

interface Page {
  readonly text: string;
  readonly snippets: ReturnType<typeof snippetsOf>;
  readonly headings: ReturnType<typeof headingsOf>;
  readonly links: string[];
  readonly tables: string[][][];
}

const withoutComments = (code: string) => code.replaceAll(/\s*(?<!:)\/\/ .*$/gm, '');

/** The links, those to a heading of the page itself by the number of that heading, and each README's link to the other alike. */
const comparable = ({ links, headings }: Page) =>
  links.map((link) => {
    if (/^README/.test(link)) return 'the other language';
    return link.startsWith('#') ? headings.findIndex(({ title }) => anchorOf(title) === link.slice(1)) : link;
  });

describe('the README in Portuguese', () => {
  test('has the same headings, level by level', () => {
    expect(portuguese.headings.map(({ level }) => level)).toEqual(english.headings.map(({ level }) => level));
    const translated = portuguese.headings.filter(({ title }, at) => title !== english.headings[at]?.title);
    expect(translated).toHaveLength(english.headings.length - 1); // all but the name
  });

  test('has the same code, comments apart', () => {
    expect(english.snippets.length).toBeGreaterThan(4);
    const bare = ({ snippets }: Page) => snippets.map(({ language, code }) => [language, withoutComments(code)]);
    expect(bare(portuguese)).toEqual(bare(english));
  });

  test('has the same tables: rows, columns, and what stands in back-ticks', () => {
    expect(english.tables.length).toBe(6);
    const shape = ({ tables }: Page) => tables.map((rows) => rows.map((cells) => cells.map((cell) => codeIn(cell))));
    expect(shape(portuguese)).toEqual(shape(english));
  });

  test('has the same links in the same order', () => {
    expect(comparable(english).length).toBeGreaterThan(20);
    expect(comparable(portuguese)).toEqual(comparable(english));
    expect(comparable(english)).not.toContain(-1);
  });

  test('has a translation for every cell of the generated tables', () => {
    expect(cellsOf(document).filter((cell) => !isTranslated(cell))).toEqual([]);
  });

  test('names the console’s pages as the console does', () => {
    for (const { title } of [ptBR.keys, ptBR.requests, ptBR.scenarios, ptBR.controls, ptBR.reference])
      expect(portuguese.text).toContain(`**${title}**`);
  });
});
