import type * as z from 'zod';
import { didYouMean } from './nearest.ts';

/** Where something stands in the bundled document. */
export type JsonPath = readonly (string | number)[];

/** One thing that is wrong in the document. */
export interface Problem {
  path: JsonPath;
  message: string;
}

/** Turns a path into `file:line` of the source, where the source is at hand. */
export type Locate = (path: JsonPath) => string | undefined;

/** Everything that is wrong with a document, at once: `problems` has one line for each. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The document has ${problems.length} problem${problems.length === 1 ? '' : 's'}:\n${problems.join('\n')}`);
    this.problems = problems;
  }
}

/**
 * One line a problem: `file:line place: message` with a source, otherwise `whole.json.path: message`.
 * A slip in a part that many operations share is told once.
 */
export function describeProblems(problems: readonly Problem[], locate?: Locate): string[] {
  const told = new Map<string, { text: string; places: Set<string> }>();
  for (const { path, message } of problems) {
    const at = locate?.(path);
    const place = at === undefined ? path.join('.') : shortPlace(path);
    const slip = `${at ?? place}: ${message}`;
    const known = told.get(slip);
    if (known) known.places.add(place);
    else told.set(slip, { text: `${at === undefined ? '' : `${at} `}${place}: ${message}`, places: new Set([place]) });
  }
  return [...told.values()].map(({ text, places }) => (places.size === 1 ? text : `${text} (and in ${places.size - 1} more)`));
}

/** Beside a file and a line, the way from the extension on is enough. */
function shortPlace(path: JsonPath): string {
  const extension = path.findLastIndex((step) => typeof step === 'string' && step.startsWith('x-'));
  const from = extension === -1 ? 0 : extension;
  return path.slice(path[from] === 'x-platforms' ? from + 1 : from).join('.');
}

/** The problems that a schema finds in the value that stands at `path`. */
export function problemsOf(schema: z.ZodType, value: unknown, path: JsonPath): Problem[] {
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return [];
  const problems = result.error.issues.flatMap((issue) => fromIssue(issue, path));
  return withoutEchoes(problems);
}

function fromIssue(issue: z.core.$ZodIssue, path: JsonPath): Problem[] {
  const at = [...path, ...(issue.path as (string | number)[])];
  if (issue.code === 'unrecognized_keys') {
    const messages = issue.message.split('\n');
    return issue.keys.map((key, index) => ({ path: [...at, key], message: messages[index] ?? 'unknown line' }));
  }
  if (issue.code === 'invalid_key') {
    return [{ path: at, message: issue.issues[0]?.message ?? issue.message }];
  }
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_value')) {
    return [{ path: at, message: 'missing line' }];
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    return [
      { path: at, message: `${show(issue.input)} is not one of ${values.join(', ')}${didYouMean(String(issue.input), values)}` },
    ];
  }
  if (issue.code === 'invalid_type') {
    return [{ path: at, message: `expected ${issue.expected}, not ${show(issue.input)}` }];
  }
  return [{ path: at, message: issue.message }];
}

/** A misspelt line is one mistake: the line that it was meant to be is not reported as missing too. */
function withoutEchoes(problems: Problem[]): Problem[] {
  return problems.filter(
    (missing) =>
      missing.message !== 'missing line' ||
      !problems.some(
        (unknown) =>
          unknown.message.endsWith(`did you mean ${missing.path.at(-1)}?`) &&
          unknown.path.slice(0, -1).join('\0') === missing.path.slice(0, -1).join('\0'),
      ),
  );
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
