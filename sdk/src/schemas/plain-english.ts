import * as z from 'zod/mini';

type RawIssue = z.core.$ZodRawIssue;

/**
 * What is wrong, in words for a person; without the value. zod/mini has no messages of its own. Where the program has chosen a
 * language (`z.config(z.locales.pt())`), that speaks instead.
 */
export function plainEnglish(issue: RawIssue): string | undefined {
  const { localeError, customError } = z.config();
  if (localeError ?? customError) return undefined;
  const required = issue.input === undefined && 'is required';
  switch (issue.code) {
    case 'invalid_type':
      return required || `must be ${named(issue.expected)}`;
    case 'invalid_value':
      return required || `must be ${oneOf(issue.values)}`;
    case 'invalid_union':
      // A union that a property tells apart has options, and points to that property.
      return issue.options
        ? `must be ${oneOf(issue.options as unknown[])}`
        : required || 'has none of the forms that it may have';
    case 'invalid_format':
      return issue.format === 'regex' ? 'does not have the expected form' : `must be ${named(issue.format)}`;
    case 'too_small':
      return limit(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return limit(issue.origin, 'at most', issue.maximum);
    case 'unrecognized_keys':
      return `has members that are not known: ${issue.keys.join(', ')}`;
    default:
      return (issue.params as { says?: string } | undefined)?.says ?? 'is not valid';
  }
}

function oneOf(values: readonly unknown[]): string {
  const texts = values.map((value) => JSON.stringify(value));
  return texts.length === 1 ? String(texts[0]) : `one of ${texts.join(', ')}`;
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
  const unit = origin === 'string' ? ' character' : origin === 'array' ? ' item' : '';
  return `must ${unit ? 'have' : 'be'} ${bound} ${value}${unit}${unit && Number(value) !== 1 ? 's' : ''}`;
}
