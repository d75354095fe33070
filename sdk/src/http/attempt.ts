import { placeKey, scrubber, scrubError, type Scrub, type Secret } from '../auth/index.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { errorFromAnswer, requestId, type Fail } from '../errors/from-response.ts';
import { ParseError } from '../errors/parse-error.ts';
import { RedirectError } from '../errors/redirect-error.ts';
import type { ChaveiroError } from '../errors/chaveiro-error.ts';
import type { Placement } from '../generated/operations/operation-table.ts';
import type { PreparedCall } from './call.ts';
import { tell, type RequestEvent } from './hooks.ts';
import { parseShown } from './json.ts';

/** An answer, read to its end. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly text: string;
}

/** How an attempt ended: with data, or with an error, and with an answer in hand where one came. */
export interface Outcome {
  readonly data?: unknown;
  readonly error?: ChaveiroError;
  readonly answer?: Answer;
  readonly requestId?: string | undefined;
  readonly event?: RequestEvent | undefined;
}

/** The key of one attempt, and where it goes. */
export interface AttemptKey {
  readonly secret: Secret;
  readonly placement: Placement;
}

/** System codes of requests that were not sent: no connection was made. Node's, Bun's and undici's. */
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$/;

/** Statuses that have no body. */
const WITHOUT_BODY = [204, 205];

/**
 * One request and its answer. The key enters here, after every hook.
 *
 * Rejects only when the signal ended it; whatever else goes wrong is the outcome's error.
 */
export async function attempt(
  call: PreparedCall,
  key: AttemptKey | undefined,
  number: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const { connection, method, url, body, init } = call;
  const { clock, hooks, profile } = connection;
  const secret = key?.secret.reveal();
  // Where an operation takes no key, the ids in its address are the secret.
  const scrub = scrubber(secret ? [secret] : call.pathSecrets);
  const fail: Fail = (Class, what, facts) => call.fail(Class, what, { url: scrub(call.shownUrl()), ...facts });
  const event = hooks.length
    ? {
        platform: profile.table.platform,
        operationId: call.operationId,
        method,
        template: call.template,
        url: scrub(call.shownUrl()),
        attempt: number,
        headers: { ...call.headers },
      }
    : undefined;
  if (event) tell(hooks, 'request', event);
  const started = clock.now();
  // Copied, so that no hook gets to see the key; in lower case, so that none can give another one.
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(event?.headers ?? call.headers)) headers[name.toLowerCase()] = value;
  const target = key && secret ? placeKey(key.placement, secret, url, headers) : url;
  let outcome: Outcome;
  let response: Response | undefined;
  try {
    response = await connection.fetch(target, { ...init, method, headers, body: body ?? null, signal, redirect: 'manual' });
    outcome = isRedirect(response)
      ? { error: redirected(response, scrub, fail) }
      : read(call, response, await response.text(), scrub, fail);
  } catch (thrown) {
    if (signal.aborted) {
      if (event) tell(hooks, 'response', { request: event, duration: clock.now() - started, error: signal.reason });
      throw signal.reason;
    }
    outcome = { error: unreachable(call, thrown, scrub, fail, response) };
  }
  if (event) {
    const { answer, error, requestId: id } = outcome;
    const facts = answer ? { status: answer.status, requestId: id } : { error };
    tell(hooks, 'response', { request: event, duration: clock.now() - started, ...facts });
  }
  return { ...outcome, event };
}

function read(call: PreparedCall, response: Response, text: string, scrub: Scrub, fail: Fail): Outcome {
  const { status, statusText, headers, ok } = response;
  // `Response.error()`, or an answer that a browser keeps to itself.
  if (status === 0) return { error: unreachable(call, new TypeError('no readable answer'), scrub, fail) };
  const answer = { status, statusText, headers, text };
  if (!ok) {
    const { connection, required: key, idempotent } = call;
    const error = errorFromAnswer(answer, {
      profile: connection.profile,
      key,
      idempotent,
      now: connection.clock.now(),
      scrub,
      fail,
    });
    return { answer, error, requestId: error.requestId };
  }
  const id = requestId(headers, undefined, scrub);
  if (WITHOUT_BODY.includes(status) || !call.parses) return { answer, requestId: id };
  try {
    return { answer, data: JSON.parse(text), requestId: id };
  } catch {
    const { cause } = parseShown(text, scrub);
    const what = `${status}, but the body is ${text ? 'not JSON' : 'empty'}.`;
    return { answer, error: fail(ParseError, what, { status, requestId: id, cause }) };
  }
}

function redirected({ status, headers, redirected: followed, body }: Response, scrub: Scrub, fail: Fail): ChaveiroError {
  // Nobody reads it, and an unread body keeps its connection.
  body?.cancel().catch(() => {});
  const location = scrub(headers.get('location') ?? '') || undefined;
  const what = followed ? 'the given fetch followed a redirect, with the key' : 'a redirect was not followed';
  return fail(RedirectError, `${what}. Check baseUrl.`, { status, location });
}

/** What `fetch` throws may show the key, so only a scrubbed copy leaves. */
function unreachable(
  { idempotent }: PreparedCall,
  thrown: unknown,
  scrub: Scrub,
  fail: Fail,
  response?: Response,
): ChaveiroError {
  const cause = scrubError(thrown, scrub);
  const systemCode = codeOf(cause);
  return fail(ConnectionError, `connection failed: ${(systemCode ?? cause.message).replace(/\.$/, '')}.`, {
    systemCode,
    cause,
    isRetryable: idempotent || (!response && NOT_SENT.test(systemCode ?? '')),
  });
}

function isRedirect({ status, type, redirected }: Response): boolean {
  return redirected || type === 'opaqueredirect' || (status >= 300 && status < 400);
}

/** `fetch failed` says little; the system's code is on the cause. */
function codeOf(error: { code?: string; cause?: unknown }): string | undefined {
  return error.code ?? (error.cause ? codeOf(error.cause) : undefined);
}
