import { expect, test } from 'vitest';
import type { OpenApiDocument } from '../policy/index.ts';
import { bundledFixture } from './fixture/load.ts';
import { typesModule } from './types.ts';

/** The generated type of one schema, on one line and without comments. */
async function typeOf(schema: object, others: Record<string, object> = {}): Promise<string> {
  const fixture = await bundledFixture();
  const document = {
    ...fixture,
    components: { ...fixture.components, schemas: { ...fixture.components.schemas, ...others, Probe: schema } },
  };
  const source = await typesModule(document as OpenApiDocument);
  const plain = source.replace(/\/\*\*.*?\*\//gs, '').replace(/\s+/g, ' ');
  return /Probe: (.*?); \}; responses: \{/.exec(plain)?.[1] ?? plain;
}

test('a value that may be null is a union with null', async () => {
  expect(await typeOf({ type: ['string', 'null'] })).toBe('string | null');
});

test('a list of allowed values may hold null', async () => {
  expect(await typeOf({ type: ['string', 'null'], enum: ['sweet', null] })).toBe('"sweet" | null');
});

test('a field with a default may be left out', async () => {
  expect(await typeOf({ type: 'object', properties: { limit: { type: 'integer', default: 20 } } })).toBe('{ limit?: number; }');
});

test('an object without properties is any JSON object', async () => {
  expect(await typeOf({ type: 'object' })).toBe('Record<string, unknown>');
});

test('variants are told apart by their constant', async () => {
  const variant = (type: string) => ({ type: 'object', required: ['type'], properties: { type: { const: type } } });
  const type = await typeOf(
    {
      oneOf: [{ $ref: '#/components/schemas/Atext' }, { $ref: '#/components/schemas/Aimage' }],
      discriminator: {
        propertyName: 'type',
        mapping: { text: '#/components/schemas/Atext', image: '#/components/schemas/Aimage' },
      },
    },
    { Atext: variant('text'), Aimage: variant('image') },
  );
  expect(type).toBe('components["schemas"]["Atext"] | components["schemas"]["Aimage"]');
});
