import type { AuthMatrix, AuthMatrixCell, MatrixAnswer, MissingCell } from '../auth-matrix.ts';
import { examplesOf, operationsOf, requirementsOf, responseOf } from '../policy/index.ts';
import type {
  AuthState,
  Failure,
  FillValues,
  KeyPolicy,
  OpenApiDocument,
  OperationEntry,
  SecurityScheme,
} from '../policy/index.ts';
import { canHappen } from '../policy/possible-states.ts';
import { exampleAnswer } from './example-answer.ts';
import { exampleRequest } from './example-request.ts';
import { placementOf } from './placement.ts';
import { instanceOf, keyShowing, type FixedKey } from './zero-setup-keys.ts';

/** A scheme with all that the matrix asks of it. */
interface Scheme {
  name: string;
  scheme: SecurityScheme;
  policy: KeyPolicy;
  failures: Partial<Record<AuthState, Failure>>;
}

/** Every key scheme, in every state, on every operation of its platform. */
export function authMatrix(document: OpenApiDocument): AuthMatrix {
  const schemes = keySchemes(document);
  const found = schemes.flatMap((scheme) => {
    const entries = operationsOf(document).filter(({ platform }) => platform === scheme.policy.platform);
    return entries.flatMap((entry) =>
      takes(entry, scheme.name) ? cellsOf(document, entry, scheme) : elsewhere(document, entry, scheme, schemes),
    );
  });
  return {
    cells: found.filter((cell) => 'request' in cell),
    needsSetup: found.filter((cell) => 'reason' in cell),
  };
}

function keySchemes(document: OpenApiDocument): Scheme[] {
  return Object.entries(document.components.securitySchemes).flatMap(([name, scheme]) => {
    const { 'x-key-policy': policy, 'x-auth-failures': failures } = scheme;
    return policy && failures ? [{ name, scheme, policy, failures }] : [];
  });
}

function takes({ operation }: OperationEntry, scheme: string): boolean {
  return requirementsOf(operation).some((requirement) => requirement.scheme === scheme);
}

/** The scheme's own operations: one good key, and one cell for each state that can happen. */
function cellsOf(document: OpenApiDocument, entry: OperationEntry, scheme: Scheme): (AuthMatrixCell | MissingCell)[] {
  const states = (Object.keys(scheme.failures) as AuthState[])
    // It takes a key of another scheme: see `elsewhere`.
    .filter((state) => state !== 'wrong_endpoint')
    .filter((state) => canHappen(document, entry, scheme.name, scheme.policy.rateLimits, state));
  return [
    activeCell(document, entry, scheme),
    ...states.map((state) => refusedCell(document, entry, scheme, state, scheme.failures[state])),
  ].flat();
}

/** An operation of the platform that takes other keys: it refuses this scheme's good key in its own scheme's words. */
function elsewhere(
  document: OpenApiDocument,
  entry: OperationEntry,
  scheme: Scheme,
  schemes: Scheme[],
): (AuthMatrixCell | MissingCell)[] {
  const own = schemes.find(({ name }) => takes(entry, name));
  return own ? refusedCell(document, entry, scheme, 'wrong_endpoint', own.failures.wrong_endpoint) : [];
}

function activeCell(document: OpenApiDocument, entry: OperationEntry, scheme: Scheme): AuthMatrixCell {
  const { operation } = entry;
  const fixed = keyShowing(document, entry, scheme.policy.platform, scheme.name, 'active');
  if ('reason' in fixed)
    throw new Error(`${operation.operationId}: ${fixed.reason} Every operation has an active key that opens it.`);
  const status = successOf(entry);
  const { 'x-evidence': evidence = 'inferred', 'x-source': source = '' } = responseOf(document, operation, status) ?? {};
  return cell(document, entry, scheme, 'active', fixed, { status, decision: 'allowed', evidence, source });
}

/** The answer to a first request: where there are several successes, 200 is that of a repeated one, and 207 of half a one. */
function successOf({ operation }: OperationEntry): number {
  const statuses = Object.keys(operation.responses)
    .map(Number)
    .filter((status) => status >= 200 && status < 300 && status !== 207);
  const status = [...statuses.filter((candidate) => candidate !== 200), ...statuses][0];
  if (status === undefined) throw new Error(`${operation.operationId}: no response says what success looks like.`);
  return status;
}

function refusedCell(
  document: OpenApiDocument,
  entry: OperationEntry,
  scheme: Scheme,
  state: AuthState,
  failure: Failure | undefined,
): (AuthMatrixCell | MissingCell)[] {
  const { operationId } = entry.operation;
  const example = failure && examplesOf(document, responseOf(document, entry.operation, failure.status))[failure.example];
  if (failure === undefined || example === undefined)
    throw new Error(`${operationId}: there is no answer for ${state} of ${scheme.name}.`);
  const fixed =
    state === 'missing_key' || state === 'unknown_key'
      ? undefined
      : keyShowing(document, entry, scheme.policy.platform, scheme.name, state);
  if (fixed && 'reason' in fixed) return [{ scheme: scheme.name, state, operationId, reason: fixed.reason }];
  const { body, varies } = exampleAnswer(example, fillValues(document, entry, scheme, state, fixed));
  const { status, evidence, source } = failure;
  const answer = {
    status,
    example: failure.example,
    body,
    ...(varies.length > 0 && { varies }),
    decision: state,
    evidence,
    source,
  };
  return [cell(document, entry, scheme, state, fixed, answer)];
}

function cell(
  document: OpenApiDocument,
  entry: OperationEntry,
  { name, scheme, policy }: Scheme,
  state: AuthState | 'active',
  fixed: FixedKey | undefined,
  expect: MatrixAnswer,
): AuthMatrixCell {
  const { operationId } = entry.operation;
  const secret = fixed?.key.secret ?? (state === 'unknown_key' ? unknownSecret(policy) : undefined);
  return {
    id: `${name}/${state}/${operationId}`,
    platform: policy.platform,
    scheme: name,
    state,
    operationId,
    ...(fixed && { account: fixed.account.id, keyId: fixed.key.id }),
    request: exampleRequest(document, entry, secret === undefined ? undefined : { placement: placementOf(name, scheme), secret }),
    expect,
  };
}

/** A key that nobody has, in the shape of the platform's keys. */
function unknownSecret({ format }: KeyPolicy): string {
  return format.prefix === '' ? 'chaveiro-unknown-key' : `${format.prefix}chaveiro_unknown`;
}

/** The values that are known before the request is sent. */
function fillValues(
  document: OpenApiDocument,
  entry: OperationEntry,
  scheme: Scheme,
  state: AuthState,
  fixed: FixedKey | undefined,
): FillValues {
  const required = requirementsOf(entry.operation).find((requirement) => requirement.scheme === scheme.name)?.scopes ?? [];
  const limit = scheme.policy.rateLimits.find((candidate) => candidate.state === state);
  return {
    scope: required.find((scope) => !fixed?.key.scopes?.includes(scope)),
    path: exampleRequest(document, entry).path.split('?')[0],
    limit: limit?.requests,
    max: limit?.requests,
    ...(fixed && { plan: fixed.account.plan, keyName: fixed.key.name, instanceId: instanceOf(document, entry, fixed.account) }),
  };
}
