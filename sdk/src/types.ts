import type { Client, ClientPathsWithMethod, FetchResponse, MaybeOptionalInit } from 'openapi-fetch';
import type { components, operations, paths } from '@chaveiro/openapi/types';

/**
 * openapi-fetch's client over the whole document, with keys and base URLs in place. A call also takes `timeout`,
 * `idempotencyKey` and `validate`; a `fetch` that is given to one call gets a `Request`, as openapi-fetch has it.
 *
 * ```ts
 * const client: ChaveiroClient = createClient();
 * await client.GET('/contacts', { timeout: 5000, fetch: (request) => viaProxy(request) });
 * ```
 */
export type ChaveiroClient = Pick<Client<paths>, 'use' | 'eject'> &
  Record<'request', SendBy> & { [M in Method as Uppercase<M>]: Send<M> };

type Method = Parameters<Client<paths>['request']>[0];

type PathOf<M extends Method> = ClientPathsWithMethod<Client<paths>, M>;

type InitOf<Path extends keyof paths, M extends Method> = MaybeOptionalInit<paths[Path], M>;

// As in openapi-fetch, so that this client counts as one of its own where a library asks for that.
type RequiredKeysOfHelper<T> = { [K in keyof T]: Record<never, never> extends Pick<T, K> ? never : K }[keyof T];
type RequiredKeysOf<T> = RequiredKeysOfHelper<T> extends undefined ? never : RequiredKeysOfHelper<T>;

/** What is no option of openapi-fetch, nor ours, is a setting for `fetch`. */
type More = Pick<CallOptions, 'timeout' | 'idempotencyKey' | 'validate'> & { readonly [setting: string]: unknown };

type Given<Init> = RequiredKeysOf<Init> extends never ? [init?: Init & More] : [init: Init & More];

type Answer<Operation, Init> = Promise<FetchResponse<Operation & object, Init, `${string}/${string}`>>;

type Send<M extends Method> = <Path extends PathOf<M>, Init extends InitOf<Path, M>>(
  path: Path,
  ...init: Given<Init>
) => Answer<paths[Path][M], Init>;

type SendBy = <M extends Method, Path extends PathOf<M>, Init extends InitOf<Path, M>>(
  method: M,
  path: Path,
  ...init: Given<Init>
) => Answer<paths[Path][M], Init>;

/**
 * The operations of the document, by `operationId`.
 *
 * ```ts
 * const operation: OperationId = 'createConversion';
 * ```
 */
export type OperationId = keyof operations;

type Success = 200 | 201 | 202 | 203 | 204 | 207;

type JsonOf<T> = T extends { readonly content: { readonly 'application/json': infer Body } } ? Body : undefined;

type ResponsesOf<Id extends OperationId> = operations[Id]['responses'];

type ParametersOf<Id extends OperationId> = operations[Id]['parameters'];

/**
 * What an operation answers when it succeeds.
 *
 * ```ts
 * function show({ data }: ResultOf<'listContacts'>): void {
 *   console.log(data.total);
 * }
 * ```
 */
export type ResultOf<Id extends OperationId> = {
  [Status in keyof ResponsesOf<Id> & Success]: JsonOf<ResponsesOf<Id>[Status]>;
}[keyof ResponsesOf<Id> & Success];

/** A body that is only read may be made of `as const` values and of readonly lists. */
type Unchanged<T> = unknown extends T ? T : { readonly [Key in keyof T]: Unchanged<T[Key]> };

/**
 * The JSON body that an operation takes: `BodyOf<'createContact'>`.
 *
 * ```ts
 * const contact: BodyOf<'createContact'> = { email: 'ana@exemplo.com.br' };
 * ```
 */
export type BodyOf<Id extends OperationId> = Unchanged<JsonOf<NonNullable<operations[Id]['requestBody']>>>;

/**
 * The query that an operation takes.
 *
 * ```ts
 * const query: QueryOf<'listContacts'> = { page: 0 };
 * ```
 */
export type QueryOf<Id extends OperationId> = NonNullable<ParametersOf<Id>['query']>;

/**
 * A schema of the document, by name: `SchemaOf<'PingbackContact'>`.
 *
 * ```ts
 * const contacts: SchemaOf<'PingbackContact'>[] = [];
 * ```
 */
export type SchemaOf<Name extends keyof components['schemas']> = components['schemas'][Name];

/**
 * What every method takes as its last parameter.
 *
 * ```ts
 * const controller = new AbortController();
 * await zenvio.messages.send(message, { signal: controller.signal, timeout: 5000, idempotencyKey: order.id });
 * ```
 */
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
