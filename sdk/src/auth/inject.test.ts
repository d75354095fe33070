import { expect, test } from 'vitest';
import { placeKey } from './inject.ts';

test('a key in the query is encoded, replaces one that is there, and leaves the rest alone', () => {
  const url = placeKey({ in: 'query', name: 'api_key' }, 'a&b=c', 'https://host/path?page=1&api_key=old', new Headers());
  expect(url).toBe('https://host/path?page=1&api_key=a%26b%3Dc');
});

test('a key in a header replaces one that is there', () => {
  const headers = new Headers({ 'X-Api-Key': 'old' });
  expect(placeKey({ in: 'header', name: 'x-api-key' }, 'new', 'https://host/', headers)).toBe('https://host/');
  expect(headers.get('x-api-key')).toBe('new');
});

test('a bearer key', () => {
  const headers = new Headers();
  placeKey({ in: 'bearer', name: 'authorization' }, 'new', 'https://host/', headers);
  expect(headers.get('authorization')).toBe('Bearer new');
});
