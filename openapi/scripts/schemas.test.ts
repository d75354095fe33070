import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { document as published } from '../index.ts';
import { examplesOf, operationsOf, parametersOf, resolve, webhooksOf } from '../policy/index.ts';
import type { JsonSchema, OpenApiDocument, OperationEntry } from '../policy/index.ts';
import { schemas as publishedSchemas, standalone, type DocumentSchemas } from '../schemas.ts';
import { bundledFixture } from './fixture/load.ts';
import { documentSchemas } from './schemas.ts';

let fixture: OpenApiDocument;
let schemas: DocumentSchemas;

beforeAll(async () => {
  fixture = await bundledFixture();
  schemas = documentSchemas(fixture);
});

const toZod = (schema: JsonSchema, $defs: DocumentSchemas['$defs']) => z.fromJSONSchema(standalone(schema, $defs));

test("OpenAPI's own keywords, texts and extensions are left out; property names are not", () => {
  expect(schemas.$defs['PadariaBread']).toEqual({
    type: 'object',
    required: ['name'],
    properties: {
      name: { type: 'string', maxLength: 20 },
      price: { type: ['number', 'null'] },
      pairsWith: { $ref: '#/$defs/PadariaBread' },
    },
  });
});

test('parameters keep their types, by place', () => {
  expect(schemas.operations['listBreads']?.parameters.query).toEqual({
    type: 'object',
    properties: { oven: { type: 'string' }, limit: { type: 'integer', minimum: 1, maximum: 50 } },
    required: ['oven'],
  });
});

test('a schema stands alone with just what it refers to', () => {
  const response = schemas.operations['createOrder']?.responses['201'] ?? {};
  expect(Object.keys(standalone(response, schemas.$defs)['$defs'] as object)).toEqual(['PadariaOrder', 'PadariaBread']);
});

test('a schema that refers to itself can be used', () => {
  const bread = toZod({ $ref: '#/$defs/PadariaBread' }, schemas.$defs);
  expect(bread.safeParse({ name: 'Sonho', pairsWith: { name: 'Café' } }).success).toBe(true);
  expect(bread.safeParse({ name: 'Sonho', pairsWith: { name: 1 } }).success).toBe(false);
});

describe('the published document', () => {
  test.each(operationsOf(published).map((entry) => [entry.operation.operationId, entry] as const))(
    '%s: every example fits its schema',
    (id, entry) => {
      const own = publishedSchemas.operations[id];
      if (own === undefined) throw new Error(`schemas.json has no ${id}.`);
      const wrong = examplesOfOperation(published, entry).flatMap(({ place, part, value }) => {
        const result = toZod(part(own) ?? (false as unknown as JsonSchema), publishedSchemas.$defs).safeParse(value);
        return result.success ? [] : [`${place}: ${z.prettifyError(result.error)}`];
      });
      expect(wrong).toEqual([]);
    },
  );

  test.each(webhooksOf(published).map((entry) => [entry.event, entry] as const))(
    '%s: its examples fit the schema of the webhook, and another event does not',
    (event, { platform, operation }) => {
      const own = publishedSchemas.webhooks[event];
      const payload = toZod(own?.payload ?? (false as unknown as JsonSchema), publishedSchemas.$defs);
      const bodies = Object.values(examplesOf(published, operation.requestBody && resolve(published, operation.requestBody)));
      expect(own?.platform).toBe(platform);
      expect(bodies.length).toBeGreaterThan(0);
      for (const { value } of bodies) {
        expect(payload.safeParse(value).success).toBe(true);
        const other = JSON.parse(JSON.stringify(value).replace(event, 'another.event')) as unknown;
        expect(payload.safeParse(other).success).toBe(false);
      }
    },
  );
});

interface ExampleOfOperation {
  place: string;
  part: (schemas: DocumentSchemas['operations'][string]) => JsonSchema | undefined;
  value: unknown;
}

/** Every example of an operation, with the schema that it has to fit. */
function examplesOfOperation(document: OpenApiDocument, entry: OperationEntry): ExampleOfOperation[] {
  const { requestBody, responses } = entry.operation;
  const bodies = requestBody === undefined ? {} : examplesOf(document, resolve(document, requestBody));
  return [
    ...(['path', 'query', 'header'] as const).map((place) => ({
      place,
      part: (own: DocumentSchemas['operations'][string]) => own.parameters[place],
      value: Object.fromEntries(
        parametersOf(document, entry)
          .filter((parameter) => parameter.in === place && parameter.example !== undefined)
          .map(({ name, example }) => [place === 'header' ? name.toLowerCase() : name, example]),
      ),
    })),
    ...Object.entries(bodies).map(([name, { value }]) => ({
      place: `request ${name}`,
      part: (own: DocumentSchemas['operations'][string]) => own.request,
      value,
    })),
    ...Object.entries(responses).flatMap(([status, response]) =>
      Object.entries(examplesOf(document, resolve(document, response))).map(([name, { value }]) => ({
        place: `${status} ${name}`,
        part: (own: DocumentSchemas['operations'][string]) => own.responses[status],
        value,
      })),
    ),
  ];
}
