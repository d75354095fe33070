/** Requests that do not fit, in the words of RD Station's events: an array with one entry for each issue. */
import { atPointer, examplesOf } from '@chaveiro/openapi/policy';
import type { Answer } from '../../document/examples.ts';
import type { Issue } from '../../document/issue.ts';
import type { InvalidRequestContext } from '../../exchange/behaviour.ts';

export interface ErrorEntry {
  readonly error_type: string;
  readonly error_message: string;
  readonly validation_rules?: Readonly<Record<string, unknown>>;
  /** JSONPath from the body: `$.payload.tags`. */
  readonly path: string;
}

/**
 * Documented for events are `INVALID_OPTION` and `INVALID_DATA_TYPE`; `MISSING` is reported by a third party. The other
 * types and messages stand in the platform's catalogue, without the cases in which events give them, and that several
 * issues come at once is our reading of the array (inferred).
 *
 * @see https://developers.rdstation.com/reference/mensagens-de-erro-rdsm
 */
export function invalidRequest(issues: readonly Issue[], ctx: InvalidRequestContext): Answer {
  const errors = errorsOf(issues, ctx);
  const isBare = ctx.choices.invalid_event_type === 'bare_array' && issues.some(isEventType);
  const answer = ctx.reply(400, isBare ? errors : { errors });
  return { ...answer, evidence: 'inferred', ...shownIn(ctx, answer.body) };
}

/** How sure the document is of a body, where it has that very body: what is like it is by analogy. */
function shownIn({ document, operation }: InvalidRequestContext, body: unknown): Pick<Answer, 'evidence' | 'source'> | undefined {
  const wanted = JSON.stringify(body);
  for (const example of Object.values(examplesOf(document.source, operation.responses['400']))) {
    const { 'x-evidence': evidence, 'x-source': source } = example;
    if (evidence && source && JSON.stringify(example.value) === wanted) return { evidence, source };
  }
  return undefined;
}

/** One entry for each issue of a body, in the words that the session chose. */
export function errorsOf(
  issues: readonly Issue[],
  { body, choices }: Pick<InvalidRequestContext, 'body' | 'choices'>,
): ErrorEntry[] {
  return issues.map((issue) => {
    const entry = entryOf(issue);
    if (isEventType(issue) && choices.invalid_event_type === 'body_path') {
      return { ...entry, path: entry.path.replace('.event_type', '.body.event_type') };
    }
    if (isMissingEmail(issue) && !bringsPhone(body, issue) && choices.missing_email === 'at_least_one_required') {
      return {
        error_type: 'AT_LEAST_ONE_REQUIRED',
        error_message: 'At least one of the fields must be present.',
        validation_rules: { fields: ['email', 'phone'] },
        path: jsonPath(issue.path.slice(0, -1)),
      };
    }
    return entry;
  });
}

function isEventType({ rule, path }: Issue): boolean {
  return rule === 'enum' && path.at(-1) === 'event_type';
}

function isMissingEmail({ rule, path }: Issue): boolean {
  return rule === 'missing' && path.at(-1) === 'email';
}

/** With a phone instead the e-mail alone is missing, as a third party saw it. */
function bringsPhone(body: unknown, { path }: Issue): boolean {
  return atPointer(body, `/${[...path.slice(0, -1), 'phone'].join('/')}`) !== undefined;
}

function entryOf(issue: Issue): ErrorEntry {
  const path = jsonPath(issue.path);
  switch (issue.rule) {
    case 'missing':
      return { error_type: 'MISSING', error_message: 'Is missing.', path };
    case 'enum':
      return {
        error_type: 'INVALID_OPTION',
        error_message: 'Must be one of the valid options.',
        validation_rules: { valid_options: issue.options ?? [] },
        path,
      };
    case 'type': {
      const type = dataType(issue.expected);
      return {
        error_type: 'INVALID_DATA_TYPE',
        error_message: `Must be of type '${type}'.`,
        validation_rules: { data_type: type },
        path,
      };
    }
    case 'format':
    case 'pattern':
      return { error_type: 'INVALID_FORMAT', error_message: 'It is not valid', path };
    case 'min_length':
      return issue.limit === 1
        ? { error_type: 'CANNOT_BE_BLANK', error_message: 'Can not be blank', path }
        : { error_type: 'TOO_SHORT', error_message: `Is too short (minimum ${issue.limit} characters)`, path };
    case 'max_length':
      return { error_type: 'TOO_LONG', error_message: `Is too long (maximum ${issue.limit} characters)`, path };
    default:
      return { error_type: 'INVALID', error_message: 'It is not valid', path };
  }
}

function jsonPath(path: Issue['path']): string {
  return path.reduce<string>((before, part) => before + (typeof part === 'number' ? `[${part}]` : `.${part}`), '$');
}

/** The platform's name of a JSON type; `SET` is documented, the others follow its custom fields' types (inferred). */
function dataType(type = 'string'): string {
  return DATA_TYPES[type] ?? type.toUpperCase();
}

const DATA_TYPES: Readonly<Record<string, string>> = { array: 'SET', int: 'INTEGER', number: 'FLOAT' };
