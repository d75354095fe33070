import { expect, test } from 'vitest';
import { placeKey } from './inject.ts';

const inQuery = { in: 'query', name: 'api_key' } as const;

test('a key in the query is encoded', () => {
  expect(placeKey(inQuery, 'a&b=c', 'https://host/path', {})).toBe('https://host/path?api_key=a%26b%3Dc');
});

test('an address without a query is not rewritten: only the key is added', () => {
  expect(placeKey(inQuery, 'k', 'https://Host', {})).toBe('https://Host?api_key=k');
});

test('a key in the query replaces one that is there, and leaves the rest alone', () => {
  const url = placeKey(inQuery, 'a&b=c', 'https://host/path?page=1&api_key=old', {});
  expect(url).toBe('https://host/path?page=1&api_key=a%26b%3Dc');
});

test('of the rest of the query nothing is lost, whatever it is made of', () => {
  const rest = ['when=today?', 'my_api_key=1', 'api_key_id=2', 'empty=', 'alone', 'a=b=c'].join('&');
  for (const url of [`https://host/path?${rest}`, `https://host/path?api_key=old&${rest}`])
    expect(placeKey(inQuery, 'new', url, {})).toBe(`https://host/path?${rest}&api_key=new`);
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
