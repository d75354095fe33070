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

/** @throws {CliError} for values that no cell has, or none has together: a slip would otherwise look like a pass. */
export function selectCells(cells: readonly AuthMatrixCell[], filters: CellFilters): AuthMatrixCell[] {
  const { platform, scheme, state, operation: operationId } = filters;
  const wanted = Object.entries({ platform, scheme, state, operationId }).filter(([, value]) => value !== undefined) as [
    'platform' | 'scheme' | 'state' | 'operationId',
    string,
  ][];
  let left = [...cells];
  const said: string[] = [];
  for (const [name, value] of wanted) {
    const known = new Set(left.map((cell) => cell[name]));
    if (!known.has(value)) {
      const isElsewhere = cells.some((cell) => cell[name] === value);
      const guess = (!isElsewhere && didYouMean(value, known)) || `. Choose from: ${[...known].join(', ')}.`;
      const among = said.length > 0 ? ` with ${said.join(' and ')}` : '';
      throw new CliError(`No cell of the auth matrix${among} has ${name} "${value}"${guess}`, EXIT.usage);
    }
    left = left.filter((cell) => cell[name] === value);
    said.push(`${name} "${value}"`);
  }
  return left;
}
