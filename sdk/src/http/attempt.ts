import { placeKey, scrubber, scrubError, type Scrub, type Secret } from '../auth/index.ts';
import { ConnectionError } from '../errors/connection-error.ts';
import { errorFromAnswer, requestIdOf, sentence } from '../errors/from-response.ts';
import { ParseError } from '../errors/parse-error.ts';
import { RedirectError } from '../errors/redirect-error.ts';
import type { ChaveiroError } from '../errors/chaveiro-error.ts';
import { tell, type RequestEvent } from './hooks.ts';
import { parseShown } from './json.ts';
import { lowerCased, type PreparedCall } from './prepare.ts';

/** How an attempt ended: with data, or with an error, and with an answer in hand where one came. */
export interface Outcome {
  readonly data?: unknown;
  readonly error?: ChaveiroError;
  /** Read to its end: its body is `text`. It is not for callers, because it names the URL with the key in it. */
  readonly answer?: Response;
  readonly text?: string;
  readonly requestId?: string | undefined;
  readonly event: RequestEvent;
  /** Takes the key out of what is shown of the answer. */
  readonly scrub: Scrub;
}

/** What the answer itself makes of it. */
type Ended = Omit<Outcome, 'event' | 'scrub'>;

/**
 * System codes of requests that were not sent, because no connection was made. Node's (`ECONNREFUSED`, `ENOTFOUND`),
 * undici's (`UND_ERR_CONNECT_TIMEOUT`) and Bun's (`ConnectionRefused`, `FailedToOpenSocket`). Not `EHOSTUNREACH` and
 * `ENETUNREACH`: a network can go away behind a connection that was made.
 */
const NOT_SENT = /REFUSED|ENOTFOUND|EAI_AGAIN|CONNECT_TIMEOUT|FailedToOpen/i;

/** Statuses that have no body. */
const WITHOUT_BODY = [204, 205];

/**
 * One request and its answer. The key enters here, after every hook.
 *
 * Rejects only when the signal ended it; whatever else goes wrong is the outcome's error.
 */
export async function attempt(
  call: PreparedCall,
  secret: Secret | undefined,
  number: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const { about, clock, hooks, method, template, body, key } = call;
  // Where an operation takes no key, the ids in its address are the secret.
  const scrub = secret ? (text: string) => secret.scrub(text) : scrubber(Object.values(call.path).map(String));
  const keyHeader: Record<string, string> = {};
  const url = secret && key ? placeKey(key, secret.reveal(), call.url, keyHeader) : call.url;
  about.url = scrub(url);
  // Where nobody looks on there is nothing to show, and nobody who could have added a header.
  const [seen] = hooks;
  const event = (seen ? { ...about, method, template, attempt: number, headers: { ...call.headers } } : {}) as RequestEvent;
  tell(hooks, 'request', event);
  const began = clock.now();
  let outcome: Ended;
  let response: Response | undefined;
  try {
    // In lower case, so that no hook can give another key.
    const headers = { ...(seen ? lowerCased(event.headers) : call.headers), ...keyHeader };
    const init = { ...call.init, method, headers, body, signal, redirect: 'manual' } as RequestInit;
    response = await call.fetch(url, init);
    outcome = await read(call, response, scrub);
  } catch (thrown) {
    outcome = { error: signal.aborted ? (signal.reason as ChaveiroError) : unreachable(call, thrown, scrub, response) };
  }
  const { answer, error, requestId } = outcome;
  const facts = answer ? { status: answer.status, requestId } : { error };
  tell(hooks, 'response', { request: event, duration: clock.now() - began, ...facts });
  signal.throwIfAborted();
  return { ...outcome, event, scrub };
}

/** @throws what keeps an answer from being read to its end */
async function read(call: PreparedCall, answer: Response, scrub: Scrub): Promise<Ended> {
  const { status, headers, redirected } = answer;
  if (redirected || answer.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    // Nobody reads it, and an unread body keeps its connection.
    answer.body?.cancel().catch(() => {});
    const location = scrub(headers.get('location') ?? '') || undefined;
    const what = redirected ? 'your fetch followed a redirect, with the key' : 'a redirect was not followed';
    return { error: call.fail(RedirectError, `${what}. Check baseUrl.`, { status, location }) };
  }
  // `Response.error()`, or an answer that a browser keeps to itself.
  if (!status) throw new TypeError('no answer');
  const text = await answer.text();
  if (!answer.ok) {
    const error = errorFromAnswer(answer, text, call, scrub);
    return { answer, text, error, requestId: error.requestId };
  }
  const requestId = requestIdOf(headers, undefined, scrub);
  const ended = { answer, text, requestId };
  if (WITHOUT_BODY.includes(status) || !call.parses) return ended;
  try {
    return { ...ended, data: JSON.parse(text) as unknown };
  } catch {
    const { cause } = parseShown(text, scrub);
    const what = `${status}, but the body is ${text ? 'not JSON' : 'empty'}.`;
    return { ...ended, error: call.fail(ParseError, what, { status, requestId, cause }) };
  }
}

/** What `fetch` throws may show the key, so only a scrubbed copy leaves. */
function unreachable({ fail, idempotent }: PreparedCall, thrown: unknown, scrub: Scrub, response?: Response): ChaveiroError {
  const cause: { message: string; code?: string; cause?: unknown } = scrubError(thrown, scrub);
  // `fetch failed` says little; the system's code is on the cause.
  let inner = cause;
  while (!inner.code && inner.cause) inner = inner.cause as typeof cause;
  const systemCode = inner.code;
  const isRetryable = idempotent || (!response && NOT_SENT.test(systemCode ?? ''));
  const what = sentence(`connection failed: ${systemCode ?? cause.message}`);
  return fail(ConnectionError, what, { systemCode, cause, isRetryable });
}
