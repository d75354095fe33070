import { expect, test } from 'vitest';
import { formFields, readBody } from './body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

test.each([
  ['', JSON_TYPE, [JSON_TYPE], 'none'],
  ['{}', null, [JSON_TYPE], 'json'],
  ['{}', null, [], 'json'],
  ['{}', 'application/vnd.api+json', [JSON_TYPE], 'json'],
  ['{}', 'application/json; charset=utf-8', [JSON_TYPE], 'json'],
  ['{}', 'application/json; charset=latin1', [JSON_TYPE], 'unsupported_media_type'],
  ['{', JSON_TYPE, [JSON_TYPE], 'malformed_json'],
  ['['.repeat(99) + ']'.repeat(99), JSON_TYPE, [JSON_TYPE], 'malformed_json'],
  ['a=1', FORM, [JSON_TYPE], 'unsupported_media_type'],
  ['a=1', FORM, [FORM], 'text'],
  ['a=1', null, [FORM], 'text'],
  ['{}', JSON_TYPE, [FORM], 'unsupported_media_type'],
  ['x', 'image/png', ['image/*'], 'text'],
  ['{}', JSON_TYPE, ['*/*'], 'json'],
])('%j as %s where %j is taken: %s', (text, type, accepted, kind) => {
  expect(readBody(bytes(text), type, accepted).kind).toBe(kind);
});

test.each([
  ['['.repeat(64) + ']'.repeat(64), 'json'],
  ['['.repeat(65) + ']'.repeat(65), 'malformed_json'],
  ['{"a":'.repeat(65) + '1' + '}'.repeat(65), 'malformed_json'],
  [`[${'[{}],'.repeat(500)}1]`, 'json'],
  [`["${'['.repeat(99)}","\\"${'{'.repeat(99)}"]`, 'json'],
  [`{"\\\\":"${'['.repeat(99)}"}`, 'json'],
  [`["\\\\",${'['.repeat(64)}${']'.repeat(64)}]`, 'malformed_json'],
])('a bracket counts as a level where it opens one: %j', (text, kind) => {
  expect(readBody(bytes(text), JSON_TYPE, [JSON_TYPE]).kind).toBe(kind);
});

test('a form can be looked into', () => {
  expect(formFields('a=1&b=x+y', FORM)).toEqual({ a: '1', b: 'x y' });
  expect(formFields('a=1', 'text/plain')).toBeUndefined();
});

test.each([
  ['{"__proto__":{"polluted":true},"a":1}', { a: 1 }],
  ['{"a":{"b":[{"__proto__":null,"c":2}]}}', { a: { b: [{ c: 2 }] } }],
  ['{"\\u005f_proto\\u005F_":{"polluted":true},"a":"\\u00e1"}', { a: 'á' }],
  ['{"a":"__proto__"}', { a: '__proto__' }],
])('of %s nothing is a prototype', (text, value) => {
  const read = readBody(bytes(text), JSON_TYPE, [JSON_TYPE]);
  expect(JSON.stringify(read)).toBe(JSON.stringify({ kind: 'json', value, text }));
});
