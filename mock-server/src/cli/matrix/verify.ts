/** Sends every cell of the auth matrix to a server, one after the other, and compares. */
import type { AuthMatrixCell } from '@chaveiro/openapi/auth-matrix';
import type { Connection } from '../connection.ts';
import { CliError } from '../exit.ts';
import { differences } from './compare.ts';

export interface CellReport {
  readonly id: string;
  readonly ok: boolean;
  readonly expected: { readonly status: number; readonly decision: string };
  /** Absent when no answer came. */
  readonly got?: { readonly status: number; readonly decision: string | null };
  readonly differences: readonly string[];
}

export interface VerifyOptions {
  /** Path to POST to before a cell that would otherwise see what earlier ones changed. */
  readonly reset?: string;
  /** Sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  onReport?(report: CellReport, done: number, total: number): void;
}

const PATIENCE_MS = 10_000;

/**
 * Cells that change nothing come first, and deletions last, so that a server that cannot be reset sees them in the
 * order in which they disturb each other least.
 * @throws {CliError} when the server cannot be reached at all.
 */
export async function verify(
  connection: Connection,
  cells: readonly AuthMatrixCell[],
  options: VerifyOptions,
): Promise<CellReport[]> {
  const reports: CellReport[] = [];
  let isFresh = false;
  for (const cell of [...cells].sort((one, other) => disturbance(one) - disturbance(other))) {
    if (options.reset !== undefined && !isFresh) await connection.ask('POST', options.reset, { headers: { ...options.headers } });
    const report = await verifyCell(connection, cell, options);
    isFresh = disturbance(cell) === 0;
    reports.push(report);
    options.onReport?.(report, reports.length, cells.length);
  }
  return reports;
}

async function verifyCell(connection: Connection, cell: AuthMatrixCell, options: VerifyOptions): Promise<CellReport> {
  const { method, path, headers, body } = cell.request;
  const expected = { status: cell.expect.status, decision: cell.expect.decision };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await connection.send(method, path, {
      headers: { ...options.headers, ...headers },
      signal,
      ...(body !== undefined && { body }),
    });
    const got = { status: response.status, decision: response.headers.get('x-mock-decision') };
    const found = differences(cell, { ...got, text: await response.text() });
    return { id: cell.id, ok: found.length === 0, expected, got, differences: found };
  } catch (error) {
    if (error instanceof CliError) throw error;
    const why = signal.aborted
      ? `no answer within ${PATIENCE_MS / 1000} seconds`
      : 'the connection ended in the middle of the answer';
    return { id: cell.id, ok: false, expected, differences: [why] };
  }
}

function disturbance({ request, expect }: AuthMatrixCell): number {
  if (expect.decision !== 'allowed' || request.method === 'GET') return 0;
  return request.method === 'DELETE' ? 2 : 1;
}
