import { expect, test } from 'vitest';
import { readPreferences } from './prefer.ts';

test.each([
  [null, {}],
  ['code=404', { code: 404 }],
  ['code=404, example=gone', { code: 404, exampleKey: 'gone' }],
  ['example="two words"; dynamic=true', { exampleKey: 'two words', dynamic: true }],
  ['respond-async, wait=100, seed=7', { seed: '7' }],
  ['code=200, code=500', { code: 200 }],
])('%s', (header, preferences) => {
  expect(readPreferences(header)).toEqual({ ok: true, preferences });
});

test.each([['code=4'], ['code=100'], ['code=999'], ['code=abc'], ['dynamic=yes']])('%s is refused', (header) => {
  expect(readPreferences(header).ok).toBe(false);
});
