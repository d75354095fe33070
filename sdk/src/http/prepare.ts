import { MASK, placeKey, scrubber } from '../auth/index.ts';
import { ValidationError } from '../errors/validation-error.ts';
import type { Fail } from '../errors/from-response.ts';
import type { Operation, Placement } from '../generated/operations/operation-table.ts';
import type { CallOptions } from '../types.ts';
import { requiredKey, type PreparedCall } from './call.ts';
import { checkTimeout, type Connection } from './connection.ts';

type Value = string | number | boolean | null | undefined;

/** Values for the path template and the query of an operation. */
export interface Parameters {
  readonly path?: Readonly<Record<string, Value>> | undefined;
  readonly query?: Readonly<Record<string, Value | readonly Value[]>> | undefined;
}

/** A call as its caller describes it. */
export interface Described extends Parameters {
  readonly operationId: string;
  readonly operation: Operation;
  readonly options?: CallOptions | undefined;
  /** Without the key; built from path and query where it is not given. */
  readonly url?: string;
  /** As JSON. */
  readonly body: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly init?: RequestInit;
  readonly parses?: boolean;
}

const REPEATABLE = /^(GET|HEAD|PUT|DELETE|OPTIONS)$/;

/**
 * Checks what a caller gave, and makes the call ready to be sent.
 *
 * @throws MissingKeyError, ValidationError, TypeError
 */
export function prepare(described: Described, connection: Connection, fail: Fail): PreparedCall {
  const { operationId, operation, options = {}, path = {}, init, parses = true } = described;
  const [method = '', template = ''] = operation.on.split(' ');
  const filled = fillPath(template, path, fail);
  const required = requiredKey(operation, connection, fail);
  const headers: Record<string, string> = { ...(described.body === undefined ? {} : { 'content-type': 'application/json' }) };
  for (const [name, value] of Object.entries({ ...described.headers, ...options.headers })) headers[name.toLowerCase()] = value;
  const idempotent = REPEATABLE.test(method) || identify(headers, operation, options, connection);
  const url = described.url ?? connection.baseUrl + filled + queryString(described.query);
  const pathSecrets = required ? [] : Object.values(path).map(String);
  return {
    connection,
    operationId,
    method,
    template,
    url,
    shownUrl: () => scrubber(pathSecrets)(required ? shown(url, required.placement) : url),
    headers,
    body: described.body,
    init,
    signal: options.signal,
    timeout: options.timeout === undefined ? connection.timeout : checkTimeout(options.timeout),
    retries: connection.retries,
    idempotent,
    parses,
    required,
    pathSecrets,
    fail,
  };
}

/**
 * Gives a call a name of its own where the platform knows repeated ones by it.
 *
 * @returns whether it has one
 */
function identify(
  headers: Record<string, string>,
  { idempotencyHeader }: Operation,
  options: CallOptions,
  { profile }: Connection,
): boolean {
  const { idempotencyKey } = options;
  if (!idempotencyHeader) {
    if (idempotencyKey === undefined) return false;
    throw new TypeError(`${profile.title} knows no idempotency keys here: a repeated call would count again.`);
  }
  const name = idempotencyHeader.toLowerCase();
  if (idempotencyKey !== undefined) headers[name] = idempotencyKey;
  headers[name] ??= globalThis.crypto.randomUUID();
  return true;
}

/**
 * Fills a path template, and refuses a value that would turn the address into another one: `DELETE /contacts/{email}` with
 * an empty e-mail is `DELETE /contacts/`, and with `..` it is `DELETE /`.
 */
export function fillPath(template: string, path: Readonly<Record<string, Value>>, fail: Fail): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(path[name] ?? '');
    if (!['', '.', '..'].includes(value)) return encodeURIComponent(value);
    const message = 'must not be empty, "." or ".."';
    throw fail(ValidationError, `${name} ${message}.`, { issues: [{ path: name, message }] });
  });
}

/** A key in the query is shown as one that is there. */
function shown(url: string, placement: Placement): string {
  return placement.in === 'query' ? placeKey(placement, MASK, url, {}).replace(encodeURIComponent(MASK), MASK) : url;
}

function queryString(query: Parameters['query']): string {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === undefined || one === null ? [] : [`${name}=${encodeURIComponent(String(one))}`])),
  );
  return pairs.length ? `?${pairs.join('&')}` : '';
}
