import { expect, test } from 'vitest';
import { createMock } from '../mock.ts';
import { resembles } from './arrivals.ts';

test.each([
  [{ a: 1, b: 2 }, { a: 1 }, true],
  [{ a: 1, b: 2 }, { a: 2 }, false],
  [{ a: { b: 1, c: 2 } }, { a: { c: 2 } }, true],
  [{ a: { b: { c: [1, 2] } } }, { a: { b: { c: [1] } } }, false],
  [{ a: null }, { a: { b: 1 } }, false],
  [{ a: 1 }, { b: undefined }, true],
  [{ a: [{ b: 1 }] }, { a: [{ b: 1 }] }, true],
  [{}, { a: {} }, false],
])('%j has what %j has: %s', (value, like, expected) => {
  expect(resembles<object>(value, like)).toBe(expected);
});

test('what arrived is found by a part of it, and so are requests', async () => {
  const mock = createMock();
  for (const email of ['ana@exemplo.com.br', 'bia@exemplo.com.br']) {
    await mock.fetch('https://api.rd.services/platform/conversions?api_key=chaveiro-rdstation-active', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event_type: 'CONVERSION', event_family: 'CDP', payload: { conversion_identifier: 'e', email } }),
    });
  }
  expect(mock.rdstation.conversions.where({ identifier: 'e', payload: { email: 'bia@exemplo.com.br' } })).toHaveLength(1);
  expect(mock.requests.where({ requestBody: { payload: { email: 'ana@exemplo.com.br' } } })).toHaveLength(1);
  expect(mock.requests.where({ operationId: 'createConversion', status: 401 })).toEqual([]);
});
