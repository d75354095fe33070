import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['keysPerAcount', 'keysPerAccount'],
  ['SCOPES', 'scopes'],
  ['exprires', 'expires'],
  ['nmaes', 'names'],
])('%s is taken for %s', (word, meant) => {
  expect(nearest(word, ['names', 'scopes', 'expires', 'keysPerAccount'])).toBe(meant);
});

test('a word that is like nothing gets no guess', () => {
  expect(nearest('colour', ['names', 'scopes', 'expires'])).toBeUndefined();
});

test('the nearer of two is chosen', () => {
  expect(nearest('rate_limitd', ['rate_limited_lead', 'rate_limited'])).toBe('rate_limited');
});

test('a word of megabytes gets no guess, and takes no time', () => {
  expect(nearest('expires'.repeat(2_000_000), ['names', 'scopes', 'expires', 'keysPerAccount'])).toBeUndefined();
});
