/** What goes to the terminal: tables and colours for people, JSON for programs. */
import { stripVTControlCharacters } from 'node:util';
import pc from 'picocolors';

/** Colours on a terminal only, and never where NO_COLOR asks for none (https://no-color.org). */
export const colours = pc.createColors(
  process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
);

/** The one thing on standard output of a command with `--json`. */
export function printJson(value: unknown): void {
  console.log(JSON.stringify(value, undefined, 2));
}

/** Columns as wide as their widest cell; headings in the first row. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, column) => Math.max(width(heading), ...rows.map((row) => width(row[column] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column === headings.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd();
  return [line(headings.map((heading) => colours.dim(heading))), ...rows.map(line)].join('\n');
}

/** Green for what works, yellow for what is refused, red for what broke. */
export function colouredStatus(status: number): string {
  const paint = status < 400 ? colours.green : status < 500 ? colours.yellow : colours.red;
  return paint(String(status));
}

/** 1 key, 2 keys. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

function width(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}
