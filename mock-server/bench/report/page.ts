/** The page of a run: for people, and for the repository. */
import { driftWarning } from '../figures.ts';
import { ms, times } from './bars.ts';
import type { Results } from './results.ts';
import { table } from './table.ts';

export function page(results: Results): string {
  const { http, starts, inProcess, state, memory, bars } = results;
  const warning = http && driftWarning(http.firstBase, http.lastBase);
  return `${[
    '# Bench of the mock: the last run',
    machineLines(results),
    ...(results.quick ? ['**A quick run: it shows that the bench works. Its figures mean nothing.**'] : []),
    ...(warning === undefined ? [] : [`**${warning}**`]),
    table(
      ['bar', 'measured', 'holds'],
      bars.map(({ promise, got, holds }) => [promise, got, holds ? 'yes' : 'NO']),
    ),
    ...(http ? ['## One POST over HTTP', httpNotes, httpTable(http)] : []),
    ...(starts ? ['## From the start to the first answer', startNotes, startTable(starts)] : []),
    ...(inProcess ? ['## In process', inProcessTable(inProcess)] : []),
    ...(state ? ['## State', stateTable(state)] : []),
    ...(memory ? ['## Memory', memoryNotes, memoryTable(memory)] : []),
  ].join('\n\n')}\n`;
}

function machineLines({ machine, pinning }: Results): string {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${machine.date}, ${machine.cpu} (${machine.cores} cores), ${machine.memoryGiB} GiB, ${machine.system}, Node ${machine.node}; ${pinning}; load before the run ${machine.load.toFixed(2)}.`,
    `${versions.join(', ')}.`,
    'Run it with `npm run bench`. Compare ratios, not milliseconds: the baseline runs before every round of every server, and the ratio is to that.',
  ].join('\n\n');
}

const httpNotes =
  'Ten connections, one authenticated conversion each time; the median of fifteen rounds of one second, each right after one of the baseline, after five seconds that nobody counts. Peers have a document of this operation alone. Ours checks the state of the key, its plan and its scope, validates the body, stores the conversion on its lead and writes a decision trace to the journal; what the others do of that is said. The CPU column is processor time of the server for one request, which other programs disturb less than throughput.';

const startNotes =
  'Polled every five milliseconds with the same POST; servers in turn, on every core. MSW and openapi-backend are scripts of a few lines, and bare `node:http` is what no program can be faster than.';

const memoryNotes =
  'Refused keys, malformed and invalid bodies, lists, reads, updates and unknown paths; after a garbage collection each. Requests that make rows are left out: rows are state, and a reset gives them back.';

function httpTable({ rows }: NonNullable<Results['http']>): string {
  return table(
    ['server', 'does', 'req/s', 'x base', 'CPU us/req', 'p50 ms', 'p99 ms', 'RSS MiB', 'refused'],
    rows.map((row) => [
      row.name,
      row.does,
      String(Math.round(row.requestsPerSecond)),
      row.ofBase.toFixed(2),
      row.cpuUs === undefined ? '-' : row.cpuUs.toFixed(0),
      String(row.p50),
      String(row.p99),
      row.rssMiB === undefined ? '-' : row.rssMiB.toFixed(0),
      String(row.refused),
    ]),
  );
}

function startTable(rows: NonNullable<Results['starts']>): string {
  return table(
    ['program', 'median', 'least'],
    rows.map(({ name, medianMs, leastMs }) => [name, ms(medianMs), ms(leastMs)]),
  );
}

function inProcessTable({ fetchUs, mswOursUs, mswByHandUs, ratio }: NonNullable<Results['inProcess']>): string {
  const us = (value: number) => `${value.toFixed(0)} us`;
  return table(
    ['call', 'time', 'x by hand'],
    [
      ['MSW setupServer, one handler written by hand', us(mswByHandUs), '1.00 x'],
      ['MSW setupServer, our handlers', us(mswOursUs), times(ratio)],
      ['mock.fetch', us(fetchUs), times(fetchUs / mswByHandUs)],
    ],
  );
}

function stateTable({ rows, snapshotMs, restoreMs, resetMs }: NonNullable<Results['state']>): string {
  return table(
    [`with ${rows.toLocaleString('en')} rows`, 'median'],
    [
      ['snapshot', ms(snapshotMs)],
      ['restore', ms(restoreMs)],
      ['reset', ms(resetMs)],
    ],
  );
}

function memoryTable(points: NonNullable<Results['memory']>): string {
  return table(
    ['requests', 'heap MiB', 'RSS MiB'],
    points.map(({ requests, heapMiB, rssMiB }) => [requests.toLocaleString('en'), heapMiB.toFixed(1), rssMiB.toFixed(0)]),
  );
}
