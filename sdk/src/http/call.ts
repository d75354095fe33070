import { MASK, placeKey, scrubber, scrubError, type Secret } from '../auth/index.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { errorFromAnswer, requestId, type Fail } from '../errors/from-response.ts';
import { ParseError } from '../errors/parse-error.ts';
import { RedirectError } from '../errors/redirect-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import type { Placement } from '../generated/key-placement/placement.ts';
import type { Connection, Fetch } from './connection.ts';
import { withDeadline } from './deadline.ts';
import { Draft } from './draft.ts';
import { parseShown } from './json.ts';

/** What a caller may say of one call, beside openapi-fetch's own options and the settings of `fetch`. */
export interface CallInit extends RequestInit {
  readonly timeout?: number;
  readonly fetch?: Fetch;
  readonly baseUrl?: string;
  readonly parseAs?: string;
  readonly params?: { readonly path?: Readonly<Record<string, string | number | null | undefined>> };
}

/** The key of one call. */
export interface CallKey {
  readonly scheme: string;
  readonly scopes: readonly string[];
  readonly placement: Placement;
  readonly secret: Secret;
}

/** Everything that is known about a call before openapi-fetch builds its request. */
export interface Call {
  readonly connection: Connection;
  readonly key: CallKey | undefined;
  readonly init: CallInit;
  /** Milliseconds. */
  readonly timeout: number;
  /** Whether an answer that is no success is thrown, or returned. */
  readonly throws: boolean;
  /** Makes an error that says which call it is about. */
  readonly fail: Fail;
}

/** Statuses that have no body, and for which `Response` refuses one. */
const WITHOUT_BODY = [204, 205];

/**
 * The life of a request, from what openapi-fetch built to an answer that is read to its end. It is the `fetch` that
 * openapi-fetch calls.
 *
 * The key enters here, after every hook: openapi-fetch's middleware sees requests and responses without it.
 */
export function perform(request: Request | Draft, call: Call): Promise<Response> {
  const { connection, init, key, timeout, throws } = call;
  // Where an operation takes no key, the ids in its address are the secret.
  const scrub = scrubber(key ? [key.secret.reveal()] : Object.values(init.params?.path ?? {}).map(String));
  const fail: Fail = (Class, what, facts) => call.fail(Class, what, { url: scrub(shownUrl(request, key)), ...facts });

  /** Waits for the network. What it throws may show the key, so only a scrubbed copy leaves. */
  const reach = <T>(step: Promise<T>): Promise<T> =>
    step.catch((thrown: unknown) => {
      const cause = scrubError(thrown, scrub);
      const code = codeOf(cause);
      throw fail(ConnectionError, `connection failed: ${code ?? cause.message}.`, { code, cause });
    });

  const expired = (): Error => fail(TimeoutError, `no complete answer within ${timeout} ms.`, { timeout });
  return withDeadline({ timeout, signal: init.signal, expired }, async (ended) => {
    const keyed = await withKey(request, call);
    const response = await reach(exchange(keyed, init.fetch ?? connection.fetch, ended));
    const { status, statusText, headers, ok } = response;
    if (isRedirect(response)) {
      const location = scrub(headers.get('location') ?? '') || undefined;
      const what = response.redirected ? 'the given fetch followed a redirect, with the key' : 'a redirect was not followed';
      throw fail(RedirectError, `${what}. Check baseUrl.`, { status, location });
    }
    const text = await reach(response.text());
    if (!ok && throws) throw errorFromAnswer(response, text, { profile: connection.profile, key, scrub, fail });
    const bodiless = WITHOUT_BODY.includes(status);
    const data = ok && !bodiless && (init.parseAs ?? 'json') === 'json' ? parse(text) : { body: undefined };
    if (!data) {
      const { cause } = parseShown(text, scrub);
      const what = `${status}, but the body is ${text ? 'not JSON' : 'empty'}.`;
      throw fail(ParseError, what, { status, requestId: requestId(headers, {}, scrub), cause });
    }
    // Nobody but openapi-fetch sees this one, so it only has to read what was read.
    if (throws) return Object.assign(response, { text: () => Promise.resolve(text), json: () => Promise.resolve(data.body) });
    // A copy, because the original names the URL with the key in it.
    const answer = new Response(bodiless ? null : text, { status, statusText, headers });
    return Object.defineProperty(answer, 'url', { value: request.url });
  });
}

/** The request that goes out. A new one: the caller's hooks hold the one without the key. */
async function withKey(request: Request | Draft, { key, init }: Call): Promise<Request> {
  const { method, url } = request;
  const headers = request instanceof Draft ? request.headers : new Headers(request.headers);
  const target = key ? placeKey(key.placement, key.secret.reveal(), url, headers) : url;
  // As text, because not every browser can send on a stream.
  const body = request.body && (await request.text());
  return new Request(target, { ...init, method, headers, body, signal: null, redirect: 'manual' });
}

/** One request, one answer. */
async function exchange(request: Request, fetch: Fetch, signal: AbortSignal): Promise<Response> {
  const response = await fetch(request, { signal });
  // `Response.error()`, or an answer that a browser keeps to itself.
  if (response.status === 0 && response.type !== 'opaqueredirect') throw new TypeError('no readable answer');
  return response;
}

/** The address as errors show it. */
function shownUrl({ url }: Request | Draft, key: CallKey | undefined): string {
  if (key?.placement.in !== 'query') return url;
  return placeKey(key.placement, MASK, url, new Headers()).replace(encodeURIComponent(MASK), MASK);
}

function isRedirect({ status, type, redirected }: Response): boolean {
  return redirected || type === 'opaqueredirect' || (status >= 300 && status < 400);
}

function parse(text: string): { body: unknown } | undefined {
  try {
    return { body: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** `fetch failed` says little; the system's code is on the cause. */
function codeOf(error: { code?: string; cause?: unknown }): string | undefined {
  return error.code ?? (error.cause ? codeOf(error.cause) : undefined);
}
