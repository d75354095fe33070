/** `chaveiro matrix`: what every key, in every state, gets from every operation; and whether a server agrees. */
import type { AuthMatrixCell } from '@chaveiro/openapi/auth-matrix';
import { Command, Option } from 'commander';
import { connect, type Connection, type ConnectionFlags } from '../connection.ts';
import { CliError } from '../exit.ts';
import { colouredStatus, colours, count, printJson, table } from '../screen.ts';
import { selectCells, type CellFilters } from './select.ts';
import { verify, type CellReport, type VerifyOptions } from './verify.ts';

interface Flags extends CellFilters, Omit<ConnectionFlags, 'url'> {
  readonly verify?: string;
  readonly reset?: string;
  readonly failures?: boolean;
}

export function matrixCommand(): Command {
  return new Command('matrix')
    .description('Print the auth matrix, or verify a server against it.')
    .option('--platform <platform>', 'only cells of this platform')
    .option('--scheme <scheme>', 'only this kind of key')
    .option('--state <state>', 'only keys in this state: active, disabled_key, …')
    .option('--operation <id>', 'only this operation')
    .option('--verify <url>', 'send every cell to the server at this URL and compare; it needs the zero-setup keys')
    .option('--reset <path>', 'for --verify: POST here between cells, where the server is no Chaveiro mock')
    .option('--failures', 'for --verify: report only the cells that differ')
    .option('--session <name>', 'for --verify: verify this session of a mock; default: a session of its own')
    .addOption(new Option('--token <token>', 'for --verify: the control token of the mock').env('CHAVEIRO_CONTROL_TOKEN'))
    .option('--json', 'print JSON on standard output, and nothing else')
    .addHelpText(
      'after',
      '\nExamples:\n  $ chaveiro matrix --platform pingback\n  $ chaveiro matrix --state disabled_key --json\n  $ chaveiro matrix --verify http://localhost:4010\n  $ chaveiro matrix --verify https://staging.example.com/v2 --platform pingback --failures',
    )
    .action(async (flags: Flags) => {
      const { authMatrix } = await import('@chaveiro/openapi/auth-matrix');
      const cells = selectCells(authMatrix.cells, flags);
      if (flags.verify !== undefined) return verifyServer(flags.verify, cells, flags);
      const needsSetup = authMatrix.needsSetup.filter(({ scheme }) => [undefined, scheme].includes(flags.scheme));
      if (flags.json) return printJson({ cells, needsSetup });
      console.log(cellTable(cells));
    });
}

function cellTable(cells: readonly AuthMatrixCell[]): string {
  return table(
    ['KIND OF KEY', 'STATE', 'OPERATION', 'STATUS', 'DECISION', 'EVIDENCE'],
    cells.map(({ scheme, state, operationId, expect }) => [
      scheme,
      state,
      operationId,
      colouredStatus(expect.status),
      expect.decision,
      expect.evidence,
    ]),
  );
}

async function verifyServer(url: string, cells: readonly AuthMatrixCell[], flags: Flags): Promise<void> {
  const isMock = await answersAsMock(connect({ url }));
  // A control token is for a mock's eyes alone.
  const connection = connect(isMock ? { ...flags, url } : { url });
  const own = isMock && flags.session === undefined ? ownSession(connection) : undefined;
  const reset = flags.reset ?? own?.reset;
  const options: VerifyOptions = {
    ...(reset !== undefined && { reset }),
    ...(own && { headers: own.headers }),
    onReport(report, done, total) {
      const onTerminal = process.stderr.isTTY;
      if (onTerminal) process.stderr.write('\r\u001b[K');
      if (!flags.json && !(flags.failures && report.ok)) console.log(reportLine(report));
      if (onTerminal && done < total) process.stderr.write(`${done}/${total}`);
    },
  };
  const reports = await verify(connection, cells, options);
  await own?.drop();
  const failed = reports.filter(({ ok }) => !ok);
  if (flags.json)
    printJson({
      url: connection.url,
      total: reports.length,
      passed: reports.length - failed.length,
      failed: failed.length,
      cells: reports,
    });
  else
    console.log(`\n${count(reports.length, 'cell')}: ${reports.length - failed.length} as expected, ${failed.length} different.`);
  if (failed.length > 0) throw new CliError(`${connection.url} differs from the auth matrix in ${count(failed.length, 'cell')}.`);
}

async function answersAsMock(connection: Connection): Promise<boolean> {
  const response = await connection.send('GET', '/__mock/state');
  await response.body?.cancel();
  return response.headers.has('x-mock-request-id');
}

/** On a mock the cells run in a session of their own, so that nobody's state is touched. */
function ownSession(connection: Connection) {
  const name = `matrix-${crypto.randomUUID()}`;
  return {
    reset: '/__mock/reset',
    headers: { 'x-mock-session': name },
    drop: async () => void (await (await connection.send('DELETE', `/__mock/sessions/${name}`)).body?.cancel()),
  };
}

function reportLine({ id, ok, got, expected, differences }: CellReport): string {
  if (ok) return `${colours.green('ok')}    ${id}  ${colours.dim(`${expected.status} ${got?.decision ?? ''}`.trimEnd())}`;
  return [`${colours.red('DIFF')}  ${id}`, ...differences.map((difference) => `        ${difference}`)].join('\n');
}
