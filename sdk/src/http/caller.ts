import type { ErrorCode } from '../errors/codes.ts';
import type { CallOptions, OperationId, ResultOf } from '../types.ts';
import type { Outcome } from './attempt.ts';
import { perform } from './call.ts';
import type { Connection } from './connection.ts';
import { prepare, type Described, type Parameters } from './prepare.ts';
import { callOf, type Call } from './result.ts';

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
  return (operationId, input, options) => callOf(send(connection, { ...input, operationId, options }));
}

/**
 * Prepares a call, sends it and checks both bodies, where the caller wants that.
 *
 * @returns the last outcome; a refusal is its error
 */
export async function send(connection: Connection, described: Described): Promise<Outcome> {
  const call = prepare(connection, described);
  const schemas = call.validate === 'off' ? undefined : call.schemas;
  if (call.body) schemas?.enforce(call, 'request', JSON.parse(call.body));
  const outcome = await perform(call);
  const { answer, error, data } = outcome;
  if (answer && !error) schemas?.enforce(call, answer.status, data);
  return outcome;
}
