/** The rows of one platform as a table: six columns where there is room, four on a narrow terminal. */
import { isDeepStrictEqual } from 'node:util';
import Table from 'cli-table3';
import type { Screen } from '../screen.ts';
import type { Row } from './trial.ts';

type Refusal = Exclude<Row, { notApplicable: string }>;

interface Layout {
  readonly head: readonly string[];
  /** Columns of the screen; the body's gets what is left. */
  readonly widths: readonly (number | 'rest')[];
  cells(this: void, parts: Parts): string[];
}

/** What there is to say about a refusal. */
interface Parts {
  readonly status: string;
  readonly body: string;
  readonly thrown: string;
  readonly decision: string;
  readonly evidence: string;
}

const ROOM_FOR_ALL = 108;
const WIDE: Layout = {
  head: ['the key is', 'HTTP', 'body', 'the SDK throws', 'x-mock-decision', 'evidence'],
  widths: [18, 6, 'rest', 25, 22, 12],
  cells: ({ status, body, thrown, decision, evidence }) => [status, body, thrown, decision, evidence],
};
const NARROW: Layout = {
  head: ['the key is', 'HTTP', 'body, and what the SDK throws', 'x-mock-decision'],
  widths: [16, 6, 'rest', 22],
  cells: ({ status, body, thrown, decision, evidence }) => [status, `${body}\n${thrown}`, `${decision}\n(${evidence})`],
};
const CELL_PADDING = 2;
const BODY_LINES = 3;

export function tableOf(rows: readonly Row[], { width, colors }: Pick<Screen, 'width' | 'colors'>): string {
  const { head, widths, cells } = width < ROOM_FOR_ALL ? NARROW : WIDE;
  const taken = widths.reduce<number>((sum, column) => sum + (column === 'rest' ? 0 : column), 0);
  const rest = width - taken - widths.length - 1;
  const table = new Table({
    head: head.map(colors.bold),
    colWidths: widths.map((column) => (column === 'rest' ? rest : column)),
    wordWrap: true,
    style: { head: [], border: [] },
  });
  const length = (rest - CELL_PADDING) * BODY_LINES;
  let above: Refusal | undefined;
  for (const row of rows) {
    const name = `${row.held ? colors.green('✓') : colors.red('✗')} ${row.situation}`;
    if ('notApplicable' in row) {
      table.push([name, { content: colors.dim(`n/a: ${row.notApplicable}`), colSpan: head.length - 1 }]);
      continue;
    }
    const { wire, error } = row;
    table.push([
      name,
      ...cells({
        status: colors.red(String(wire?.status ?? '')),
        body: isDeepStrictEqual(wire?.body, above?.wire?.body)
          ? colors.dim('the same bytes as above')
          : shortened(readable(wire?.body), length),
        thrown: [error?.name ?? 'nothing', colors.dim(candidatesOf(row, above))].join('\n').trim(),
        decision: wire?.decision ?? '',
        evidence: wire?.evidence ?? '',
      }),
    ]);
    above = row;
  }
  return table.toString();
}

/** What the error may stand for; a platform that answers several states alike leaves several. */
function candidatesOf({ error }: Refusal, above: Refusal | undefined): string {
  if (error?.status === undefined) return '(before it sends)';
  const { candidates } = error;
  if (candidates.length > 1 && isDeepStrictEqual(candidates, above?.error?.candidates)) return 'the same candidates';
  return candidates.join(', ');
}

/** JSON with spaces to wrap at, and of problem details (RFC 9457) what tells most first. */
function readable(body: unknown): string {
  const { code, detail } = (body ?? {}) as { code?: string; detail?: string };
  const told = detail === undefined ? body : { code, detail };
  return (
    JSON.stringify(told, null, 1)
      ?.replace(/\n\s*/g, ' ')
      .replace(/([[{]) | ([\]}])/g, '$1$2') ?? ''
  );
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
