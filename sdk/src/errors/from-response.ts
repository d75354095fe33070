import type { Scrub } from '../auth/index.ts';
import { parseShown } from '../http/json.ts';
import type { Clock } from '../http/clock.ts';
import { retryAfter } from '../http/retry-after.ts';
import type { Profile } from '../platforms/profile.ts';
import { classOfStates, classOfStatus, type ErrorClass } from './causes.ts';
import type { ChaveiroError, ErrorFacts } from './chaveiro-error.ts';
import { readProblem } from './problem.ts';
import { candidates } from './refusals.ts';

/** Makes an error that also says what every error of its call says. */
export type Fail = (Class: ErrorClass, what: string, facts?: ErrorFacts) => ChaveiroError;

/** What was asked, as far as the reading of the answer needs it. */
export interface Asked extends Pick<Profile, 'refusals' | 'hints' | 'codes'> {
  /** The key that was sent; none for an operation that takes none. */
  readonly key: { readonly scheme: string; readonly scopes: readonly string[] } | undefined;
  /** Whether the platform takes a repeated request once. */
  readonly idempotent: boolean;
  readonly clock: Pick<Clock, 'now'>;
  readonly fail: Fail;
}

/** Characters of a platform's sentence that a message quotes; `issues` has all of it. */
const MOST_SAID = 200;

/** Characters of a page that are read. */
const MOST_READ = 2000;

/** Statuses of failures that may pass. */
const PASSING = [408, 500, 502, 503, 504];

/** The typed error for an answer that is not a success. */
export function errorFromAnswer({ status, headers }: Response, text: string, asked: Asked, scrub: Scrub): ChaveiroError {
  const { hints, key, idempotent } = asked;
  const { body, shown, cause } = parseShown(text, scrub);
  // A proxy's HTML page, or a word of plain text, as far as people need it.
  const words = scrub(text)
    .slice(0, MOST_READ)
    .replace(/(<[^>]*>|\s)+/g, ' ')
    .trim();
  const problem = readProblem(cause ? { message: words.slice(0, MOST_SAID) } : shown);
  const { code: platformCode, issues } = problem;
  const states = key ? candidates(asked.refusals, key.scheme, status, problem) : [];
  const [state, other] = states;
  const Class =
    classOfStates(states) ?? asked.codes.find(([code]) => code.test(platformCode ?? ''))?.[1] ?? classOfStatus(status);
  const hint = states.flatMap((state) => hints[state] ?? []).join(' ');
  const said = issues.slice(0, 3).map(({ path, message }) => (path ? `${path}: ${message}` : message).slice(0, MOST_SAID));
  // What the platform says is enough, unless it says one thing of several.
  const meant = other || !said.length ? states.join(' or ').replaceAll('_', ' ') : '';
  const answered = platformCode ? `${status} ${platformCode}` : status;
  const what = sentence([answered, meant, said.join('; ')].filter(Boolean).join(': '));
  return asked.fail(Class, `${what} ${hint}`.trim(), {
    code: other ? undefined : state,
    status,
    platformCode,
    requestId: requestIdOf(headers, body, scrub),
    issues,
    candidates: states,
    hint: hint || undefined,
    cause,
    // A limit refuses before anything is done; that of one lead is for a day.
    isRetryable: status === 429 ? !!other || state !== 'rate_limited_lead' : idempotent && PASSING.includes(status),
    retryAfter: retryAfter(headers, body, asked.clock.now()),
    scopes: states.includes('scope_missing') ? key?.scopes : undefined,
  });
}

/** The platform's name for an exchange, in the body or in a header: `x-request-id`, or a gateway's own. */
export function requestIdOf(headers: Headers, body: unknown, scrub: Scrub): string | undefined {
  const named = [...headers].flatMap(([name, value]) => (/request-?id$/.test(name) ? value : []));
  const id = [(body as { requestId?: string } | null | undefined)?.requestId, ...named].find(Boolean);
  return id ? scrub(String(id)) : undefined;
}

/** A text with one full stop. */
export function sentence(text: string): string {
  return text.replace(/\.?$/, '.');
}
