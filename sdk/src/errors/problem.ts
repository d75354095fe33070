import type { Issue } from './chaveiro-error.ts';

/** What an error body says, whichever of the platforms' shapes it has. */
export interface Problem {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly issues: readonly Issue[];
}

type Json = Readonly<Record<string, unknown>>;

const PATH = ['path', 'field'];
const CODE = ['errorCode', 'error_type', 'code'];
const MESSAGE = ['error_message', 'message', 'Message', 'error_description', 'detail', 'title', 'error'];

/** `invalid_token`: a code in `error`; not `Unauthorized` or a sentence. */
const LOOKS_LIKE_CODE = /^([A-Z][A-Z0-9_]+|[a-z][a-z0-9_.-]*)$/;
const LOCALE = /^[a-z]{2}([-_]\w+)?$/;
const DEEPEST = 6;
const MOST_ISSUES = 100;

/**
 * Reads an error body. The shapes:
 *
 * - RD Station: `errors` as one object, as a list, by field, by field and locale, or a mixture; without `errors` a bare
 *   list, `{error, max, …}`, `{message}`, `{error, error_description}`
 *   (https://github.com/ResultadosDigitais/rdstation-ruby-client, `lib/rdstation/error/format.rb`)
 * - Pingback: `{error, errorCode, requestId}` from the application, `{Message}` or `{message}` from the gateway
 * - Zenvio: `{success, error, message, code, details: [{field, message}]}`, older `{success, error}` and `{error}`
 * - console and control: `application/problem+json` with `code`, `detail` and perhaps `issues`
 */
export function readProblem(body: unknown): Problem {
  const whole = asIssue(body);
  const { errors, details, issues } = (body ?? {}) as Json;
  const inside = collect(errors ?? details ?? issues ?? (typeof body === 'object' && body)).slice(0, MOST_ISSUES);
  const all = whole && !inside.length ? [whole] : inside;
  return { issues: all, ...all[0], ...whole };
}

/** Issues at any depth: a member that is not itself an issue is a field, or the locale of its message. */
function collect(value: unknown, path?: string, depth = 0): Issue[] {
  if (!value || depth > DEEPEST) return [];
  const issue = asIssue(typeof value === 'string' ? { message: value } : value, path);
  if (issue) return [issue];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const known = Array.isArray(value) || (path && LOCALE.test(name));
    return collect(inner, known ? path : path ? `${path}.${name}` : name, depth + 1);
  });
}

/** An object that is one issue; undefined for one that only holds others. */
function asIssue(value: unknown, inherited?: string): Issue | undefined {
  const text = (names: readonly string[]): string | undefined =>
    names.map((name) => (value as Json | null | undefined)?.[name]).find((found) => found && typeof found === 'string') as string;
  const error = text(['error']);
  const code = text(CODE) ?? (error && LOOKS_LIKE_CODE.test(error) ? error : undefined);
  const message = text(MESSAGE) ?? code;
  const path = text(PATH) ?? inherited;
  return message === undefined ? undefined : { ...(path && { path }), ...(code && { code }), message };
}
