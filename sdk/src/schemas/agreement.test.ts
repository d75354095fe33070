// What validates a body on the way (the client), in a form (the schema) and in the mock (z.fromJSONSchema) says the same of it.
import { schemas, standalone } from '@chaveiro/openapi/schemas';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { documentedBodies, type DocumentedBody } from '../../test/documented-bodies.ts';
import { mutated } from '../../test/mutated-bodies.ts';

const bodies = documentedBodies();
const named = bodies.map((body) => [body.name, body] as const);

test('every body of the three platforms and the console is there', () => {
  const described = (id: string) => bodies.some(({ name }) => name.startsWith(`${id} `));
  const without = Object.keys(schemas.operations).filter((id) => !described(id) && !/Mock|ZeroSetup/.test(id));
  expect(without).toEqual([]);
  expect(Object.keys(schemas.webhooks).filter((event) => !bodies.some(({ name }) => name === `webhook ${event}`))).toEqual([]);
});

test.each(named)('%s: takes its examples', (_, { examples, schema, check }) => {
  for (const example of examples) {
    expect(schema.safeParse(example)).toEqual({ success: true, data: example });
    expect(check?.(example) ?? []).toEqual([]);
  }
});

describe('a body that was changed', { timeout: 60_000 }, () => {
  // Many answers are of one form: what is the same is asked once.
  const distinct = [...new Map(bodies.map((body) => [JSON.stringify(body.jsonSchema), body])).values()];
  const all = new Map<DocumentedBody, unknown[]>(
    distinct.map((body) => [
      body,
      bodies
        .filter(({ jsonSchema }) => JSON.stringify(jsonSchema) === JSON.stringify(body.jsonSchema))
        .flatMap(({ examples }) => examples),
    ]),
  );

  test.each(distinct.map((body) => [body.name, body] as const))('%s: passes everywhere or nowhere', (_, body) => {
    const reference = z.fromJSONSchema(standalone(body.jsonSchema));
    let refused = 0;
    fc.assert(
      fc.property(mutated(all.get(body) ?? []), (value) => {
        const expected = reference.safeParse(value).success;
        if (!expected) refused++;
        expect(body.schema.safeParse(value).success).toBe(expected);
        if (body.check) expect(body.check(value).length === 0).toBe(expected);
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(0);
  });
});
