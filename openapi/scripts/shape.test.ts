import { describe, expect, test } from 'vitest';
import { describeProblems, type JsonSchema, type Problem } from '../policy/index.ts';
import { referencesOf, shapeOf } from './shape.ts';

const definitions: Record<string, JsonSchema> = {
  Cake: { type: 'object', required: ['kind'], properties: { kind: { const: 'cake' } } },
  Pie: { type: 'object', required: ['kind'], properties: { kind: { type: 'string', enum: ['pie', 'tart'] } } },
  Closed: { type: 'object', properties: {}, additionalProperties: false },
};

const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

function problemsIn(schema: unknown): string[] {
  const problems: Problem[] = [];
  shapeOf(schema as JsonSchema, ['Probe'], definitions, problems);
  return describeProblems(problems);
}

describe('what would not be checked is refused, with its place', () => {
  test.each<[string, unknown, string]>([
    [
      'an unknown keyword',
      { type: 'array', items: { type: 'string', contentEncoding: 'base64' } },
      'Probe.items.contentEncoding: nothing checks this keyword here',
    ],
    [
      'a keyword of another type',
      { type: 'object', properties: { n: { type: 'integer', maxLength: 2 } } },
      'Probe.properties.n.maxLength: nothing checks this keyword here',
    ],
    [
      'a keyword beside a reference',
      { ...ref('Cake'), minProperties: 2 },
      'Probe.minProperties: nothing checks this keyword here',
    ],
    ['a keyword beside alternatives', { anyOf: [ref('Cake')], type: 'object' }, 'Probe.type: nothing checks this keyword here'],
    ['a keyword without a type', { minLength: 1 }, 'Probe.minLength: nothing checks this keyword here'],
    [
      'an unknown format',
      { type: 'string', format: 'iban' },
      'Probe.format: nothing checks this format; known are email, uuid, date-time, uri',
    ],
    ['an unknown type', { type: 'decimal' }, 'Probe.type: there is no such type'],
    [
      'a reference to nothing',
      { type: 'object', additionalProperties: ref('Bun') },
      'Probe.additionalProperties.$ref: there is no schema Bun',
    ],
    [
      'a required member that is not described',
      { type: 'object', properties: {}, required: ['a'] },
      'Probe.required.0: a is required, but not described',
    ],
    [
      'unique objects',
      { type: 'array', items: ref('Cake'), uniqueItems: true },
      'Probe.uniqueItems: only texts and numbers are compared',
    ],
    ['an object as constant', { enum: [{ a: 1 }] }, 'Probe: const and enum take texts, numbers, true, false and null'],
    [
      'alternatives that nothing tells apart',
      { oneOf: [ref('Cake'), ref('Cake')] },
      'Probe.oneOf: no required property tells the alternatives apart; give each a const, or use anyOf',
    ],
    [
      'a closed part of a whole',
      { allOf: [ref('Cake'), ref('Closed')] },
      'Probe.allOf: only objects that take further members are put together',
    ],
    ['true as a schema', { type: 'array', items: true }, 'Probe.items: a schema is an object here; write {} for anything'],
  ])('%s', (_, schema, problem) => {
    expect(problemsIn(schema)).toEqual([problem]);
  });
});

test('all that is wrong is told at once', () => {
  expect(problemsIn({ type: 'object', properties: { a: { not: {} }, b: { type: 'string', format: 'iban' } } })).toHaveLength(2);
});

test('annotations are no keywords to check', () => {
  expect(problemsIn({ type: 'integer', default: 25, $comment: 'as in the dashboard' })).toEqual([]);
});

test('alternatives are told apart by a required property of which no two have a value in common', () => {
  expect(shapeOf({ oneOf: [ref('Cake'), ref('Pie')] }, [], definitions, [])).toEqual({
    kind: 'tagged',
    property: 'kind',
    parts: [
      { shape: { kind: 'reference', name: 'Cake' }, values: ['cake'] },
      { shape: { kind: 'reference', name: 'Pie' }, values: ['pie', 'tart'] },
    ],
  });
});

test('references are found wherever they stand, each once', () => {
  const shape = shapeOf(
    {
      type: 'object',
      properties: { a: { type: 'array', items: ref('Pie') }, b: { anyOf: [ref('Cake'), ref('Pie')] } },
      additionalProperties: ref('Closed'),
    },
    [],
    definitions,
    [],
  );
  expect(referencesOf(shape)).toEqual(['Pie', 'Cake', 'Closed']);
});
