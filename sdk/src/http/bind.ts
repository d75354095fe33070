import createFetchClient from 'openapi-fetch';
import type { paths } from '@chaveiro/openapi/types';
import type { Fail } from '../errors/from-response.ts';
import { MissingKeyError } from '../errors/missing-key-error.ts';
import { ValidationError } from '../errors/validation-error.ts';
import type { KeyPlacement } from '../generated/key-placement/placement.ts';
import type { ChaveiroClient } from '../types.ts';
import { perform, type CallInit, type CallKey } from './call.ts';
import { checkTimeout, type Connection } from './connection.ts';
import { Draft } from './draft.ts';

export type Operation = KeyPlacement['operations'][string];

/**
 * The typed openapi-fetch client over the whole document, with each call bound to its platform: base URL, key, time-out
 * and the reading of the answer.
 *
 * @param route finds the connection and the operation for a method and path, such as `GET /contacts/{email}`
 * @param throws whether an answer that is no success is thrown as a typed error, or returned as `{ error, response }`
 */
export function bind(route: (methodAndPath: string) => readonly [Connection, Operation], throws: boolean): ChaveiroClient {
  const client = createFetchClient<paths>(throws ? { Request: Draft as never } : {});

  const request = async (method: string, path: string, init: CallInit = {}): Promise<unknown> => {
    const [connection, { operationId, security }] = route(`${method.toUpperCase()} ${path}`);
    const { title, placement } = connection.profile;
    const fail: Fail = (Class, what, facts) =>
      new Class(`${title} ${operationId}: ${what}`, { platform: placement.platform, operationId, ...facts });

    checkPath(init, fail);
    const key = keyFor(security, connection, fail);
    const timeout = checkTimeout(init.timeout ?? connection.timeout);
    const call = { connection, key, init, timeout, throws, fail };
    const { timeout: _, signal: __, baseUrl = connection.baseUrl, ...options } = init;
    const bound = { ...options, baseUrl, fetch: (built: Request) => perform(built, call) };
    return client.request(method as never, path as never, bound as never);
  };

  const methods = Object.keys(client).filter((name) => /^[A-Z]/.test(name));
  const byMethod = methods.map((method) => [method, (path: string, init?: CallInit) => request(method, path, init)]);
  return { ...client, ...Object.fromEntries(byMethod), request } as ChaveiroClient;
}

/**
 * Refuses a path parameter that would turn the address into another one: `DELETE /contacts/{email}` with an empty e-mail
 * is `DELETE /contacts/`, and with `..` it is `DELETE /`.
 */
function checkPath({ params }: CallInit, fail: Fail): void {
  for (const [name, value] of Object.entries(params?.path ?? {})) {
    if (!['', '.', '..'].includes(String(value ?? ''))) continue;
    const message = 'must not be empty, "." or ".."';
    throw fail(ValidationError, `${name} ${message}.`, { issues: [{ path: name, message }] });
  }
}

/**
 * The first of the operation's keys that the caller has; undefined for an operation that takes none.
 *
 * @throws MissingKeyError where the caller has none of the keys that the operation takes
 */
function keyFor(security: Operation['security'], { profile, keys, nameOf }: Connection, fail: Fail): CallKey | undefined {
  for (const { scheme, scopes } of security) {
    const secret = keys[scheme];
    const placement = profile.placement.schemes[scheme];
    if (secret && placement) return { scheme, scopes, placement, secret };
  }
  const wanted = security[0] && profile.keys[security[0].scheme];
  if (!wanted) return undefined;
  const { option, variable, hint = '' } = wanted;
  const ways = `Give ${nameOf(option)}${variable ? ` or set ${variable}` : ''}. ${hint}`.trim();
  throw fail(MissingKeyError, `no key. ${ways}`, { hint: ways });
}
