import type { ErrorCode } from '../errors/codes.ts';
import type { Call, Caller } from '../http/index.ts';
import type { CallOptions, OperationId, ResultOf } from '../types.ts';

/**
 * The operations on one kind of thing, such as `pingback.contacts`.
 *
 * ```ts
 * const { contacts } = new Pingback(); // a resource can be handed on without its client
 * ```
 */
export abstract class Resource<Code extends ErrorCode> {
  readonly #call: Caller<Code>;

  constructor(call: Caller<Code>) {
    this.#call = call;
  }

  protected call<Id extends OperationId>(
    operationId: Id,
    input: Parameters<Caller<Code>>[1],
    options?: CallOptions,
  ): Call<ResultOf<Id>, Code> {
    return this.#call(operationId, input, options);
  }
}
