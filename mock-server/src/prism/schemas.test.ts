/** Schemas as Prism gets them: a slip in a document must not switch its validation off. */
import type { OpenApiDocument } from '@chaveiro/openapi/policy';
import { describe, expect, test } from 'vitest';
import { createSchemas } from './schemas.ts';

const schemasOf = (schemas: Record<string, unknown>, openapi = '3.0.3') =>
  createSchemas({ openapi, components: { schemas } } as unknown as OpenApiDocument);
const copied = (schema: unknown, openapi?: string) => schemasOf({}, openapi).copy(schema, 'response').schema;

describe('a schema', () => {
  test.each([
    [{ type: 'string', nullable: true }, { type: ['string', 'null'] }],
    [
      { type: 'string', nullable: true, enum: ['a'] },
      { type: ['string', 'null'], enum: ['a', null] },
    ],
    [
      { type: 'number', minimum: 0, exclusiveMinimum: true },
      { type: 'number', exclusiveMinimum: 0 },
    ],
    [{ type: 'any' }, {}],
    [{ type: 'string', required: true }, { type: 'string' }],
    [{ type: 'string', minLength: '1', pattern: '(?i)x' }, { type: 'string' }],
    [{ type: 'object', description: null, 'x-own': { $ref: '#/nowhere' } }, { type: 'object' }],
    [{ default: { $ref: '#/nowhere', a: 1 } }, { default: { a: 1 } }],
    [
      { type: 'array', items: { type: 'integer', id: 'x' } },
      { type: 'array', items: { type: 'integer' } },
    ],
    [{ $ref: 'other.yaml' }, {}],
    [true, true],
    [null, {}],
  ])('%j is given as %j', (schema, given) => {
    expect(copied(schema)).toEqual(given);
  });

  test('3.1 is left in its own words', () => {
    expect(copied({ type: ['string', 'null'], exclusiveMinimum: 3 }, '3.1.0')).toEqual({
      type: ['string', 'null'],
      exclusiveMinimum: 3,
    });
  });

  test('one that holds itself is copied once', () => {
    const schemas = schemasOf({
      A: { properties: { b: { $ref: '#/components/schemas/B' } } },
      B: { properties: { a: { $ref: '#/components/schemas/A' } } },
    });
    const { names } = schemas.copy({ $ref: '#/components/schemas/A' }, 'response');
    expect(Object.keys(schemas.bundle(names))).toEqual(['response.A', 'response.B']);
    expect(schemas.bundle(names)['response.A']).toBe(schemas.bundle(names)['response.A']);
  });

  test('a chain longer than the stack is deep is no trouble', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, n) => [`S${n}`, { properties: { next: { $ref: `#/components/schemas/S${n + 1}` } } }]),
    );
    const schemas = schemasOf(chain);
    expect(Object.keys(schemas.bundle(schemas.copy({ $ref: '#/components/schemas/S0' }, 'request').names))).toHaveLength(20_001);
  });

  test('requests lack what is read-only, answers what is write-only, behind a reference too', () => {
    const schemas = schemasOf({ Id: { type: 'integer', readOnly: true } });
    const user = {
      type: 'object',
      required: ['id', 'password'],
      properties: { id: { $ref: '#/components/schemas/Id' }, password: { writeOnly: true } },
    };
    expect(schemas.copy(user, 'request').schema).toMatchObject({ required: ['password'], properties: { password: {} } });
    expect(schemas.copy(user, 'response').schema).toMatchObject({ required: ['id'] });
    expect(schemas.copy(user, 'response').schema).not.toHaveProperty('properties.password');
  });
});
