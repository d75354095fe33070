/** Picks cells of the auth matrix by what stands in them. */
import { didYouMean } from '@chaveiro/openapi/policy';
import type { AuthMatrixCell } from '@chaveiro/openapi/auth-matrix';
import { CliError, EXIT } from '../exit.ts';

export interface CellFilters {
  readonly platform?: string;
  readonly scheme?: string;
  readonly state?: string;
  readonly operation?: string;
}

/** @throws {CliError} for a value that no cell has: a slip would otherwise look like a pass. */
export function selectCells(cells: readonly AuthMatrixCell[], filters: CellFilters): AuthMatrixCell[] {
  const { platform, scheme, state, operation: operationId } = filters;
  const wanted = Object.entries({ platform, scheme, state, operationId }).filter(([, value]) => value !== undefined) as [
    'platform' | 'scheme' | 'state' | 'operationId',
    string,
  ][];
  for (const [name, value] of wanted) {
    const known = new Set(cells.map((cell) => cell[name]));
    if (known.has(value)) continue;
    const guess = didYouMean(value, known) || `. Choose from: ${[...known].join(', ')}.`;
    throw new CliError(`No cell of the auth matrix has ${name} "${value}"${guess}`, EXIT.usage);
  }
  return cells.filter((cell) => wanted.every(([name, value]) => cell[name] === value));
}
