import { expect, test } from 'vitest';
import { placeKey } from './inject.ts';

const inQuery = { in: 'query', name: 'api_key' } as const;

test('a key in the query is encoded', () => {
  expect(placeKey(inQuery, 'a&b=c', 'https://host/path', {})).toBe('https://host/path?api_key=a%26b%3Dc');
});

test('a key in the query replaces one that is there, and leaves the rest alone', () => {
  const url = placeKey(inQuery, 'a&b=c', 'https://host/path?page=1&api_key=old', {});
  expect(url).toBe('https://host/path?page=1&api_key=a%26b%3Dc');
});

test('a key in a header replaces one that is there', () => {
  const headers = { 'x-api-key': 'old' };
  expect(placeKey({ in: 'header', name: 'x-api-key' }, 'new', 'https://host/', headers)).toBe('https://host/');
  expect(headers).toEqual({ 'x-api-key': 'new' });
});

test('a bearer key', () => {
  const headers: Record<string, string> = {};
  placeKey({ in: 'bearer', name: 'authorization' }, 'new', 'https://host/', headers);
  expect(headers).toEqual({ authorization: 'Bearer new' });
});
