/** What two pages in two languages have in common: headings, links and tables. Code blocks are left out. */

export interface Heading {
  readonly level: number;
  readonly title: string;
}

function proseOf(text: string): string {
  return text.replaceAll(/^```[^]*?^```$/gm, '');
}

export function headingsOf(text: string): Heading[] {
  return [...proseOf(text).matchAll(/^(#+) (.*)$/gm)].map(([, marks = '', title = '']) => ({ level: marks.length, title }));
}

/** Where links and pictures lead, in their order. */
export function linksOf(text: string): string[] {
  return [...proseOf(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
}

/** As GitHub names a heading in a link. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** Every table, as rows of cells; the line under the head is left out. */
export function tablesOf(text: string): string[][][] {
  const blocks = proseOf(text).match(/^\|[^]*?\n(?!\|)/gm) ?? [];
  return blocks.map((block) =>
    block
      .trim()
      .split('\n')
      .filter((_, line) => line !== 1)
      .map((line) =>
        line
          .replace(/^\| | \|$/g, '')
          .split(' | ')
          .map((cell) => cell.trim()),
      ),
  );
}

/** What stands in back-ticks. */
export function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}
