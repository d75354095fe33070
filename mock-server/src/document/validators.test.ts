import { describe, expect, test } from 'vitest';
import { createValidators } from './validators.ts';

const validators = createValidators({
  $defs: {
    Event: { type: 'object', required: ['kind', 'at'], properties: { kind: { enum: ['a', 'b'] }, at: { type: 'integer' } } },
  },
  operations: {
    send: { parameters: {}, request: { type: 'array', minItems: 1, items: { $ref: '#/$defs/Event' } }, responses: {} },
  },
});
const check = (value: unknown) => validators.check('send', 'body', value);
const GOOD = { kind: 'a', at: 1 };

describe('of a long list', () => {
  test('with nothing wrong nothing is said', () => {
    expect(check(Array.from({ length: 5000 }, () => GOOD))).toEqual([]);
  });

  test('each item that does not fit is told with its place, as of a short one', () => {
    const items = Array.from({ length: 500 }, (_, index) => (index === 499 ? { kind: 'x', at: 1 } : GOOD));
    expect(check(items)).toEqual(check(items.slice(499)).map((issue) => ({ ...issue, path: [499, 'kind'] })));
  });

  test('the first hundred are explained, and every other one is named', () => {
    const issues = check(Array.from({ length: 250 }, () => ({ kind: 'a' })));
    expect(issues.map(({ path }) => path[0])).toEqual(Array.from({ length: 250 }, (_, index) => index));
    expect(issues[99]).toMatchObject({ path: [99, 'at'], rule: 'missing' });
    expect(issues[100]).toMatchObject({ path: [100], rule: 'other' });
  });
});
