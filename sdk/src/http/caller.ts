import type { Fail } from '../errors/from-response.ts';
import type { ErrorCode } from '../errors/codes.ts';
import type { CallOptions, OperationId, ResultOf } from '../types.ts';
import type { Outcome } from './attempt.ts';
import { perform } from './call.ts';
import { checkValidate, type Connection } from './connection.ts';
import { prepare, type Described, type Parameters } from './prepare.ts';
import { Call } from './result.ts';

/** What an operation is called with. */
export interface Input extends Parameters {
  readonly body?: unknown;
}

/**
 * Calls operations of one platform by their names.
 *
 * ```ts
 * const contacts = (call: Caller<PingbackErrorCode>) => call('listContacts', { query: { page: 0 } });
 * ```
 */
export type Caller<Code extends ErrorCode> = <Id extends OperationId>(
  operationId: Id,
  input: Input,
  options?: CallOptions,
) => Call<ResultOf<Id>, Code>;

/** The calls of one connection. */
export function callerOf<Code extends ErrorCode>(connection: Connection): Caller<Code> {
  return (operationId, input, options) => new Call(run(connection, operationId, input, options));
}

async function run(connection: Connection, operationId: OperationId, input: Input, options?: CallOptions): Promise<Outcome> {
  const { operations } = connection.profile.table;
  const operation = operations[operationId] as NonNullable<(typeof operations)[string]>;
  const body = input.body === undefined ? undefined : JSON.stringify(input.body);
  return send(connection, { ...input, operationId, operation, options, body }, failOf(connection, operationId));
}

/**
 * Prepares a call, sends it and checks both bodies, where the caller wants that.
 *
 * @returns the last outcome; a refusal is its error
 */
export async function send(connection: Connection, described: Described, fail: Fail): Promise<Outcome> {
  const { profile, schemas, hooks } = connection;
  const { operationId, body, options } = described;
  const call = prepare(described, connection, fail);
  const validate = options?.validate ?? connection.validate;
  if (validate === 'off') return perform(call);

  checkValidate(validate, schemas, profile);
  const checked = { operationId, validate, hooks, fail };
  if (body !== undefined) schemas?.enforce(checked, 'request', JSON.parse(body));
  const outcome = await perform(call);
  if (outcome.answer && !outcome.error) schemas?.enforce(checked, outcome.answer.status, outcome.data);
  return outcome;
}

/** Makes errors that say which call they are about. */
export function failOf({ profile }: Connection, operationId: string): Fail {
  const { title, table } = profile;
  return (Class, what, facts) =>
    new Class(`${title} ${operationId}: ${what}`, { platform: table.platform, operationId, ...facts });
}
