import type { Scrub } from '../auth/index.ts';
import { parseShown } from '../http/json.ts';
import type { Answer } from '../http/attempt.ts';
import { retryAfter } from '../http/retry-after.ts';
import type { Profile } from '../platforms/profile.ts';
import { classOfStates, classOfStatus, type ErrorClass } from './causes.ts';
import type { ChaveiroError, ErrorFacts } from './chaveiro-error.ts';
import { readProblem } from './problem.ts';
import { candidates } from './refusals.ts';

/** Makes an error that also says what every error of its call says. */
export type Fail = (Class: ErrorClass, what: string, facts: ErrorFacts) => ChaveiroError;

/** What was asked, as far as the reading of the answer needs it. */
export interface Asked {
  readonly profile: Profile;
  /** The key that was sent; none for an operation that takes none. */
  readonly key: { readonly scheme: string; readonly scopes: readonly string[] } | undefined;
  /** Whether the platform takes a repeated request once. */
  readonly idempotent: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly scrub: Scrub;
  readonly fail: Fail;
}

/** Characters of a platform's sentence that a message quotes; `issues` has all of it. */
const MOST_SAID = 200;

/** Statuses of failures that may pass. */
const PASSING = [408, 500, 502, 503, 504];

/** The typed error for an answer that is not a success. */
export function errorFromAnswer({ status, headers, text }: Answer, asked: Asked): ChaveiroError {
  const { profile, key, idempotent, scrub, fail } = asked;
  const { body, cause } = parseShown(text, scrub);
  const problem = readProblem(cause ? excerpt(scrub(text)) : body);
  const { code: platformCode, issues } = problem;
  const states = key ? candidates(profile.refusals, key.scheme, status, problem) : [];
  const Class = classOfStates(states) ?? classOfCode(platformCode, profile.codes) ?? classOfStatus(status);
  const hint = states.flatMap((state) => profile.hints[state] ?? []).join(' ');
  const said = issues.slice(0, 3).map(({ path, message }) => (path ? `${path}: ${message}` : message).slice(0, MOST_SAID));
  // What the platform says is enough, unless it says one thing of several.
  const meant = states.length > 1 || !said.length ? states.join(' or ').replaceAll('_', ' ') : '';
  const answered = platformCode ? `${status} ${platformCode}` : status;
  const what = [answered, meant, said.join('; ').replace(/\.$/, '')].filter(Boolean).join(': ');
  return fail(Class, `${what}. ${hint}`.trim(), {
    code: states.length === 1 ? states[0] : undefined,
    status,
    platformCode,
    requestId: requestId(headers, body, scrub),
    issues,
    candidates: states,
    hint: hint || undefined,
    cause,
    // A limit refuses before anything is done; that of one lead is for a day.
    isRetryable: status === 429 ? states.join() !== 'rate_limited_lead' : idempotent && PASSING.includes(status),
    retryAfter: status === 429 || status === 503 ? retryAfter(headers, body, asked.now) : undefined,
    scopes: states.includes('scope_missing') ? key?.scopes : undefined,
  });
}

/** The platform's name for an exchange, in the body or in a header. */
export function requestId(headers: Headers, body: unknown, scrub: Scrub): string | undefined {
  const named = ['x-request-id', 'x-amzn-requestid', 'x-mock-request-id'].map((name) => headers.get(name));
  const id = [(body as { requestId?: string } | null | undefined)?.requestId, ...named].find(Boolean);
  return id ? scrub(String(id)) : undefined;
}

function classOfCode(code: string | undefined, codes: Profile['codes']): ErrorClass | undefined {
  const known = Object.keys(codes).find((name) => code === name || (name.endsWith('_') && code?.startsWith(name)));
  return known === undefined ? undefined : codes[known];
}

/** A proxy's HTML page, or a word of plain text, as far as people need it. */
function excerpt(text: string): { message: string } {
  const words = text
    .slice(0, 2000)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return { message: words.trim().slice(0, MOST_SAID) };
}
