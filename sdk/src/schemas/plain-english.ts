import * as z from 'zod/mini';

type RawIssue = z.core.$ZodRawIssue;

/**
 * What is wrong, in words for a person; without the value. zod/mini has no messages of its own. Where the program has chosen a
 * language (`z.config(z.locales.pt())`), that speaks instead.
 */
export function plainEnglish(issue: RawIssue): string | undefined {
  const { localeError, customError } = z.config();
  if (localeError ?? customError) return undefined;
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is required' : `must be ${named(issue.expected)}`;
    case 'invalid_value':
      if (issue.input === undefined) return 'is required';
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map((value) => JSON.stringify(value)).join(', ')}`;
    case 'invalid_format':
      return issue.format === 'regex' ? 'does not have the expected form' : `must be ${named(issue.format)}`;
    case 'too_small':
      return limit(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return limit(issue.origin, 'at most', issue.maximum);
    case 'unrecognized_keys':
      return `has members that are not known: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return issue.note === undefined ? 'has none of the forms that it may have' : 'is none of the kinds that it may be';
    default:
      return 'is not valid';
  }
}

const names: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  email: 'an e-mail address',
  url: 'a URL',
  uuid: 'a UUID',
  datetime: 'a date and time such as 2026-01-31T12:00:00Z',
};

function named(kind: string): string {
  return names[kind] ?? kind;
}

function limit(origin: string, bound: string, value: number | bigint): string {
  const units = origin === 'string' ? ' characters' : origin === 'array' ? ' items' : '';
  return `must ${units ? 'have' : 'be'} ${bound} ${value}${units}`;
}
