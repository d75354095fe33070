import createFetchClient from 'openapi-fetch';
import type { paths } from '@chaveiro/openapi/types';
import { MASK } from './auth/redact.ts';
import { send, type Connection, type Outcome } from './http/index.ts';
import { parseShown } from './http/json.ts';
import type { CallOptions, ChaveiroClient } from './types.ts';

/** Where a call goes. */
export interface Route {
  readonly connection: Connection;
  readonly operationId: string;
  /** Its row in the table of operations. */
  readonly operation: string;
}

/** What a caller may say of one call, beside openapi-fetch's own options and the settings of `fetch`. */
interface CallInit extends Omit<RequestInit, 'headers'>, Omit<CallOptions, 'signal' | 'headers'> {
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly baseUrl?: string;
  readonly parseAs?: string;
  readonly params?: { readonly path?: Readonly<Record<string, string | number>> };
}

/**
 * The typed openapi-fetch client over the whole document, each call on the way of its platform: base URL, key, pace,
 * retries, time-out. openapi-fetch's middleware sees requests and responses without the key.
 *
 * @param route finds the way for a method and path, such as `GET /contacts/{email}`
 */
export function overOpenapiFetch(route: (methodAndPath: string) => Route): ChaveiroClient {
  const client = createFetchClient<paths>();

  const request = async (method: string, path: string, init: CallInit = {}): Promise<unknown> => {
    const { connection, operationId, operation } = route(`${method.toUpperCase()} ${path}`);
    const { fetch, baseUrl = connection.baseUrl, signal, timeout, idempotencyKey, validate, ...rest } = init;
    const options: CallOptions = { signal: signal ?? undefined, timeout, idempotencyKey, validate };
    const parses = (init.parseAs ?? 'json') === 'json';
    const { params, parseAs: _, ...settings } = rest;
    const answer = async (built: Request): Promise<Response> => {
      // Not by `built.body`, which Firefox does not have.
      const text = (await built.text()) || undefined;
      const call = {
        operationId,
        operation,
        options,
        path: params?.path,
        url: built.url,
        headers: Object.fromEntries(built.headers),
        text,
        init: settings as RequestInit,
        parses,
      };
      // A connection of its own for each call would cost more than the call.
      const own = fetch
        ? { ...connection, fetch: (url: string, init: RequestInit) => fetch(new Request(url, init)) }
        : connection;
      const outcome = await send(own, call);
      if (!outcome.answer || (outcome.error && outcome.answer.status < 400)) throw outcome.error as Error;
      return Object.defineProperty(shown(outcome, outcome.answer), 'url', { value: built.url });
    };
    return client.request(method as never, path as never, { ...rest, baseUrl, fetch: answer } as never);
  };

  const methods = Object.keys(client).filter((name) => /^[A-Z]/.test(name));
  const byMethod = methods.map((method) => [method, (path: string, init?: CallInit) => request(method, path, init)]);
  return { ...client, ...Object.fromEntries(byMethod), request } as ChaveiroClient;
}

/** The answer without the key, where the platform has sent that back. Data is the caller's own, and stays as it is. */
function shown({ error, text = '', scrub }: Outcome, answer: Response): Response {
  const { status, statusText, headers } = answer;
  const body = error ? (JSON.stringify(parseShown(text, scrub).shown) ?? scrub(text)) : text;
  const told = [statusText, ...[...headers].map(([, value]) => value)].join('\n');
  // Mostly there is nothing to take out, and a copy by hand costs more than the whole call.
  if (scrub(told) === told) return new Response(body || null, answer);
  // No header can hold the mask itself.
  const ascii = (text: string): string => scrub(text).replaceAll(MASK, '****');
  const names = [...headers].map(([name, value]): [string, string] => [name, ascii(value)]);
  return new Response(body || null, { status, statusText: ascii(statusText), headers: names });
}
