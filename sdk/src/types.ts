import type { Client } from 'openapi-fetch';
import type { components, operations, paths } from '@chaveiro/openapi/types';

/** openapi-fetch's client over the whole document, with keys and base URLs in place. */
export type ChaveiroClient = Client<paths>;

/** The operations of the document, by `operationId`. */
export type OperationId = keyof operations;

type Success = 200 | 201 | 202 | 203 | 204 | 207;

type JsonOf<T> = T extends { readonly content: { readonly 'application/json': infer Body } } ? Body : undefined;

type ResponsesOf<Id extends OperationId> = operations[Id]['responses'];

type ParametersOf<Id extends OperationId> = operations[Id]['parameters'];

/** What an operation answers when it succeeds. */
export type ResultOf<Id extends OperationId> = {
  [Status in keyof ResponsesOf<Id> & Success]: JsonOf<ResponsesOf<Id>[Status]>;
}[keyof ResponsesOf<Id> & Success];

/** A body that is only read may be made of `as const` values and of readonly lists. */
type Unchanged<T> = unknown extends T ? T : { readonly [Key in keyof T]: Unchanged<T[Key]> };

/** The JSON body that an operation takes: `BodyOf<'createContact'>`. */
export type BodyOf<Id extends OperationId> = Unchanged<JsonOf<NonNullable<operations[Id]['requestBody']>>>;

/** The query that an operation takes. */
export type QueryOf<Id extends OperationId> = NonNullable<ParametersOf<Id>['query']>;

/** A schema of the document, by name: `SchemaOf<'PingbackContact'>`. */
export type SchemaOf<Name extends keyof components['schemas']> = components['schemas'][Name];

/** What every method takes as its last parameter. */
export interface CallOptions {
  /** Ends the call; its reason is thrown as it is. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds, in place of the client's time-out; all attempts and the body count. */
  readonly timeout?: number | undefined;
  /** Further request headers. The key is not one of them: the SDK places it. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * The name by which the platform knows a repeated call, so that it counts once; made up where it is not given. Only for
   * operations that have one: Zenvio's sends.
   */
  readonly idempotencyKey?: string | undefined;
  /** In place of the client's `validate`. */
  readonly validate?: 'off' | 'warn' | 'strict' | undefined;
}
