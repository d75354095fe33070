/** Which values the keywords of JSON Schema may have: what does not fit would silence the whole validation of a schema. */

const TYPES = new Set(['null', 'boolean', 'object', 'array', 'number', 'integer', 'string']);

const isNumber = (value: unknown) => typeof value === 'number';
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const isBoolean = (value: unknown) => typeof value === 'boolean';
const isText = (value: unknown) => typeof value === 'string';

const ALLOWED: Readonly<Record<string, (value: unknown) => boolean>> = {
  multipleOf: (value) => isNumber(value) && value > 0,
  maximum: isNumber,
  minimum: isNumber,
  exclusiveMaximum: isNumber,
  exclusiveMinimum: isNumber,
  maxLength: isCount,
  minLength: isCount,
  maxItems: isCount,
  minItems: isCount,
  maxContains: isCount,
  minContains: isCount,
  maxProperties: isCount,
  minProperties: isCount,
  uniqueItems: isBoolean,
  pattern: isPattern,
  format: isText,
  required: (value) => Array.isArray(value) && value.every(isText),
  enum: (value) => Array.isArray(value) && value.length > 0,
  title: isText,
  description: isText,
};

/** Parts of a schema that would make it another document's, or that a single compilation cannot hold. */
const DROPPED = new Set([
  '$id',
  'id',
  '$schema',
  '$anchor',
  '$dynamicAnchor',
  '$dynamicRef',
  '$recursiveAnchor',
  '$recursiveRef',
]);

/** Whether a keyword with this value can be given to a validator. */
export function isUsable(keyword: string, value: unknown): boolean {
  if (keyword === 'id') return typeof value !== 'string';
  // Of all extensions Prism reads one, which says how to make a value up.
  if (keyword.startsWith('x-')) return keyword === 'x-faker';
  return !DROPPED.has(keyword) && (ALLOWED[keyword]?.(value) ?? true);
}

/** The types of a `type` keyword that JSON Schema knows, or `undefined` for any. */
export function knownTypes(type: unknown): string | string[] | undefined {
  if (typeof type === 'string') return TYPES.has(type) ? type : undefined;
  if (!Array.isArray(type)) return undefined;
  const known = type.filter((each): each is string => TYPES.has(each as string));
  return known.length === type.length && known.length > 0 ? known : undefined;
}

/** Expressions of other languages are common in documents. */
function isPattern(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  try {
    new RegExp(value, 'u');
    return true;
  } catch {
    return false;
  }
}
