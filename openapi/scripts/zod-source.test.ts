// What is generated says the same as z.fromJSONSchema, for schemas that no document has yet.
import { compileFunction } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod';
import type { JsonSchema, Problem } from '../policy/index.ts';
import { shapeOf, type Shape } from './shape.ts';
import { shapeTable } from './shape-table.ts';
import { zodSource } from './zod-source.ts';

// The SDK is built on this package, which therefore does not know it; only its words are borrowed, to run what is written in them.
const sdk = (file: string): Promise<unknown> => import(new URL(`../../sdk/src/schemas/${file}`, import.meta.url).href);
const words = await sdk('build.ts');
const { driftOf } = (await sdk('drift.ts')) as {
  driftOf: (shared: unknown, shape: unknown, value: unknown) => readonly unknown[];
};

const run = (source: string): unknown => (compileFunction(`return ${source}`, ['s']) as (s: unknown) => unknown)(words);

const names = fc.constantFrom('a', 'b', 'not a name', 'c');
const limits = (minimum: string, maximum: string) =>
  fc.record({ [minimum]: fc.nat({ max: 3 }), [maximum]: fc.nat({ max: 5 }) }, { requiredKeys: [] });

const leaf: fc.Arbitrary<JsonSchema> = fc.oneof(
  fc.constantFrom('boolean', 'null', 'string').map((type) => ({ type })),
  fc.tuple(fc.constantFrom('number', 'integer'), limits('minimum', 'maximum')).map(([type, more]) => ({ type, ...more })),
  limits('minLength', 'maxLength').map((more) => ({ type: 'string', ...more })),
  fc.constantFrom('email', 'uuid', 'date-time', 'uri').map((format) => ({ type: 'string', format })),
  fc.constantFrom('^a', 'b/c', '^\\d+$').map((pattern) => ({ type: 'string', pattern })),
  fc.constantFrom<unknown>('a', 1, true, null).map((value) => ({ const: value })),
  fc.uniqueArray(fc.constantFrom<unknown>('a', 'b', 1, false, null), { minLength: 1 }).map((values) => ({ enum: values })),
  fc.uniqueArray(fc.constantFrom('string', 'integer', 'boolean', 'null'), { minLength: 1 }).map((type) => ({ type })),
);

/**
 * `{}` is no alternative: where one of the others has `minProperties` or `uniqueItems`, z.fromJSONSchema would then let a
 * required member be absent.
 */
const anything: fc.Arbitrary<JsonSchema> = fc.constant({});

const { schema } = fc.letrec<{ schema: JsonSchema; open: JsonSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc
      .tuple(fc.oneof({ weight: 9, arbitrary: tie('schema') }, anything), limits('minItems', 'maxItems'))
      .map(([items, more]) => ({ type: 'array', items, ...more })),
    fc.boolean().map((uniqueItems) => ({ type: 'array', items: { type: 'string' }, uniqueItems })),
    fc
      .tuple(tie('open'), fc.option(fc.oneof(fc.boolean(), tie('schema')), { nil: undefined }))
      .map(([object, rest]) => ({ ...object, ...(rest !== undefined && { additionalProperties: rest }) })),
    fc.tuple(tie('open'), fc.nat({ max: 3 })).map(([object, minProperties]) => ({ ...object, minProperties })),
    fc.array(tie('schema'), { minLength: 1, maxLength: 3 }).map((anyOf) => ({ anyOf })),
    fc.array(tie('open'), { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf })),
    fc.tuple(tie('open'), tie('open')).map((objects) => ({ oneOf: objects.map((object, index) => tagged(object, `${index}`)) })),
  ),
  open: fc
    .dictionary(names, tie('schema'), { maxKeys: 3 })
    .chain((properties) => fc.subarray(Object.keys(properties)).map((required) => ({ type: 'object', properties, required }))),
}));

function tagged(object: JsonSchema, tag: string): JsonSchema {
  const properties = { ...(object['properties'] as object), tag: { const: tag } };
  return { type: 'object', properties, required: [...(object['required'] as string[]), 'tag'] };
}

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<unknown>(
      'a',
      'b',
      'ab/c',
      '12',
      '',
      'a@b.co',
      '2024-02-29T00:00:00Z',
      'https://b.co',
      null,
      true,
      false,
      0,
      1,
      4,
      1.5,
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(names, fc.constant('tag'), fc.constant('d')), fc.oneof(tie('value'), fc.constantFrom('0', '1')), {
      maxKeys: 4,
    }),
  ),
}));

function read(json: JsonSchema): Shape {
  const problems: Problem[] = [];
  const shape = shapeOf(json, [], {}, problems);
  expect(problems).toEqual([]);
  return shape;
}

test('a schema of any form takes and refuses what z.fromJSONSchema does', { timeout: 60_000 }, () => {
  const verdicts = { taken: 0, refused: 0 };
  fc.assert(
    fc.property(schema, fc.array(value, { minLength: 20, maxLength: 20 }), (json, values) => {
      const shape = read(json);
      const reference = z.fromJSONSchema(json);
      const own = run(zodSource(shape, String)) as z.ZodType;
      const module = shapeTable({
        platform: 'probe',
        components: [],
        operations: [{ operationId: 'op', request: shape, responses: [] }],
        webhooks: [],
      });
      const table = run(/ShapeTable = (.*);/s.exec(module)?.[1] ?? '') as {
        shared: unknown;
        operations: { op: { request: unknown } };
      };
      for (const one of values) {
        const { success } = reference.safeParse(one);
        verdicts[success ? 'taken' : 'refused']++;
        const byTable = driftOf(table.shared, table.operations.op.request, one).length === 0;
        const bySchema = own.safeParse(one).success;
        if (byTable !== success || bySchema !== success)
          expect({ one, byTable, bySchema }).toEqual({ one, byTable: success, bySchema: success });
      }
    }),
    { numRuns: 500 },
  );
  expect(verdicts.taken).toBeGreaterThan(100);
  expect(verdicts.refused).toBeGreaterThan(100);
});
