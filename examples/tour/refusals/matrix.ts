/** The document's auth matrix as the judge: what a key in a state gets from an operation. */
import { isDeepStrictEqual } from 'node:util';
import { document } from '@chaveiro/openapi';
import { authMatrix, type AuthMatrixCell } from '@chaveiro/openapi/auth-matrix';
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import type { Wire } from './observe.ts';

export type State = AuthMatrixCell['state'];

/** The cell of a state; of any operation when none is named. */
export function findCell(scheme: string, state: State, operationId?: string): AuthMatrixCell | undefined {
  return authMatrix.cells.find(
    (cell) => cell.scheme === scheme && cell.state === state && (operationId === undefined || cell.operationId === operationId),
  );
}

/** @throws {Error} when the matrix has no such cell: the tour and the document no longer fit */
export function cellOf(scheme: string, state: State, operationId: string): AuthMatrixCell {
  const cell = findCell(scheme, state, operationId);
  if (!cell) throw new Error(`The auth matrix has no cell ${scheme}/${state}/${operationId}. Run "npm run generate".`);
  return cell;
}

export function policyOf(scheme: string): KeyPolicy {
  const policy = document.components.securitySchemes[scheme]?.['x-key-policy'];
  if (!policy) throw new Error(`The document has no key policy for ${scheme}.`);
  return policy;
}

/** In what an answer differs from its cell; empty when it is the one expected. */
export function differences(wire: Wire | undefined, { expect }: AuthMatrixCell): string[] {
  if (!wire) return ['nothing was sent'];
  const body =
    'body' in expect ? [['body', constant(wire.body, expect.varies), constant(expect.body, expect.varies)] as const] : [];
  const pairs = [['status', wire.status, expect.status], ['decision', wire.decision, expect.decision], ...body] as const;
  const evidence = [['evidence', wire.evidence, expect.evidence]] as const;
  return [...pairs, ...evidence]
    .filter(([, found, expected]) => !isDeepStrictEqual(found, expected))
    .map(([name, found, expected]) => `${name} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
}

/** A body without the values that differ from answer to answer. */
function constant(body: unknown, varies: readonly string[] = []): unknown {
  const copy: unknown = structuredClone(body);
  for (const pointer of varies) {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop();
    const holder = steps.reduce<unknown>((value, step) => (isObject(value) ? value[step] : undefined), copy);
    if (isObject(holder) && last !== undefined) delete holder[last];
  }
  return copy;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
