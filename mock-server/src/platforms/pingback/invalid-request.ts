/** Requests that do not fit, in Pingback's words. */
import type { Issue } from '../../document/issue.ts';
import type { Answer } from '../../document/examples.ts';
import type { InvalidRequestContext } from '../../exchange/behaviour.ts';

/**
 * The document's example for the place of the first issue (`INVALID_PARAMS` for path, query and headers,
 * `INVALID_INPUT` for the body) with a sentence for each issue. The wording of the sentences is documented for the
 * previous API version; that several come at once is inferred.
 *
 * @see https://developer.pingback.com/docs/api/errors
 */
export function invalidRequest(issues: readonly Issue[], ctx: InvalidRequestContext): Answer {
  const answer = ctx.example(422, issues[0]?.in === 'body' ? 'invalid_input' : 'invalid_params');
  const error = issues.map((issue) => `"${nameOf(issue.path)}" ${complaint(issue)}`).join('. ');
  return { ...answer, body: { ...(answer.body as object), error } };
}

/** `customFields[0].fieldName`; the body itself is `value`. */
function nameOf(path: Issue['path']): string {
  const name = path.reduce<string>(
    (before, part) => (typeof part === 'number' ? `${before}[${part}]` : before ? `${before}.${part}` : part),
    '',
  );
  return name || 'value';
}

/** The issue in the phrasing of the validation library that the documented messages come from. */
function complaint({ rule, expected, options, limit }: Issue): string {
  switch (rule) {
    case 'missing':
      return 'is required';
    case 'type':
      return `must be ${withArticle(expected)}`;
    case 'enum':
      return `must be one of [${(options ?? []).join(', ')}]`;
    case 'format':
      return FORMATS[expected ?? ''] ?? 'contains an invalid value';
    case 'min_length':
      return `length must be at least ${limit} characters long`;
    case 'max_length':
      return `length must be less than or equal to ${limit} characters long`;
    case 'minimum':
      return `must be greater than or equal to ${limit}`;
    case 'maximum':
      return `must be less than or equal to ${limit}`;
    case 'min_items':
      return `must contain at least ${limit} items`;
    case 'max_items':
      return `must contain less than or equal to ${limit} items`;
    case 'unknown_property':
      return 'is not allowed';
    default:
      return 'contains an invalid value';
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  email: 'must be a valid email',
  uuid: 'must be a valid GUID',
  datetime: 'must be in ISO 8601 date format',
};

function withArticle(type = 'value'): string {
  if (type === 'object') return 'of type object';
  if (type === 'int' || type === 'integer') return 'an integer';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}
