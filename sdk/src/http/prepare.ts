import { known } from '../errors/known.ts';
import { MissingKeyError } from '../errors/missing-key-error.ts';
import { ValidationError } from '../errors/validation-error.ts';
import type { Fail } from '../errors/from-response.ts';
import type { CallOptions } from '../types.ts';
import { checkCall, refuseUnless, type Connection, type ConnectionKey } from './connection.ts';
import type { Validate } from './validation.ts';

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** Values for the path template and the query of an operation. */
export interface Parameters {
  readonly path?: Values | undefined;
  readonly query?: Values | undefined;
}

/** A call as its caller describes it. */
export interface Described extends Parameters {
  readonly operationId: string;
  /** Its row in the table of operations, where it is not there. */
  readonly operation?: string;
  readonly options?: CallOptions | undefined;
  /** Without the key; built from path and query where it is not given. */
  readonly url?: string;
  /** What is sent as JSON. */
  readonly body?: unknown;
  /** The body as text, in its place. */
  readonly text?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Further settings of `fetch`. */
  readonly init?: RequestInit;
  /** Whether a success is JSON. */
  readonly parses?: boolean;
}

/** The key that a call takes. */
export interface CallKey extends ConnectionKey {
  readonly scheme: string;
  readonly scopes: readonly string[];
}

/** Everything that is known about a call before its first attempt. */
export interface PreparedCall extends Connection, Omit<Described, 'url' | 'body' | 'operation' | 'path'> {
  /** Which call it is; the address, of the last attempt, as people may see it. */
  readonly about: { readonly platform: string; readonly operationId: string; url?: string };
  readonly path: Values;
  readonly method: string;
  /** `/contacts/{email}` */
  readonly template: string;
  /** Without the key. */
  readonly url: string;
  readonly body: string | undefined;
  /** Without the key; names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly timeout: number;
  readonly validate: Validate;
  /** Whether the platform takes a repeated call once. */
  readonly idempotent: boolean;
  readonly parses: boolean;
  /** The key that it takes. */
  readonly key: CallKey | undefined;
  /** Makes an error that says which call it is about. */
  readonly fail: Fail;
}

/**
 * Checks what a caller gave, and makes the call ready to be sent.
 *
 * @throws MissingKeyError, ValidationError, TypeError
 */
export function prepare(connection: Connection, described: Described): PreparedCall {
  const { title, platform } = connection;
  const { operationId, operation = connection.operations[operationId], options = {}, path = {}, query = {} } = described;
  const body = described.text ?? JSON.stringify(described.body);
  const { idempotencyKey, signal, timeout, validate } = options;
  const idempotencyHeader = connection.idempotencyHeaders?.[operationId];
  const [method, template, scheme, ...scopes] = (operation as string).split(' ') as [string, string, string?, ...string[]];
  const about: PreparedCall['about'] = { platform, operationId };
  const fail: Fail = (Class, what, facts) => new Class(`${title} ${operationId}: ${what}`, { ...about, ...facts });
  const pairs = Object.entries(known(query)).map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`);
  // A value that would turn the address into another one is refused: `DELETE /contacts/{email}` with an empty e-mail is
  // `DELETE /contacts/`, and with `..` it is `DELETE /`.
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(path[name] ?? '');
    if (!/^\.{0,2}$/.test(value)) return encodeURIComponent(value);
    const message = 'must not be empty, "." or ".."';
    throw fail(ValidationError, `${name} ${message}.`, { issues: [{ path: name, message }] });
  });
  const url = connection.baseUrl + filled + (pairs.length ? `?${pairs.join('&')}` : '');
  const key = scheme ? { scheme, scopes, ...(connection.keys[scheme] as ConnectionKey) } : undefined;
  if (key && !key.source) {
    const { option, variable, hint: more = '' } = key;
    const hint = `Give ${connection.nameOf(option)}${variable ? ` or set ${variable}` : ''}. ${more}`.trim();
    throw fail(MissingKeyError, `no key. ${hint}`, { hint });
  }
  const idempotent = !['POST', 'PATCH'].includes(method) || !!idempotencyHeader;
  refuseUnless(idempotent || idempotencyKey === undefined, title, 'no idempotency keys here: repeats count');
  const headers = lowerCased({
    ...(body && { 'content-type': 'application/json' }),
    ...described.headers,
    ...options.headers,
  });
  if (idempotencyHeader) {
    // Under its older name, with `x-` before it, a key is as good: two keys would be two sends. An empty one is none.
    headers[idempotencyHeader] =
      idempotencyKey || headers[idempotencyHeader] || headers[`x-${idempotencyHeader}`] || crypto.randomUUID();
  }
  try {
    new Headers(headers);
  } catch {
    // It would look like a failed connection later on; and what is thrown may quote a secret.
    throw fail(ValidationError, 'headers must be Latin-1 of one line.');
  }
  const own = { about, path, body, method, template, headers, idempotent, key, fail };
  // A call has what its connection has, and what is its own.
  const inherited = Object.create(connection) as Connection;
  const call = Object.assign(
    inherited,
    { url, parses: true },
    described,
    known({ signal, timeout, validate }),
    own,
  ) as PreparedCall;
  checkCall(call);
  return call;
}

/** A header counts once, however it is written. */
export function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
  const lower: Record<string, string> = {};
  for (const name in headers) lower[name.toLowerCase()] = headers[name] as string;
  return lower;
}
