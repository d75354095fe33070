import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { urlOf } from './url-of.ts';

const HOST = 'localhost:4010';
const seen = (target: string, host = HOST) => {
  const url = urlOf(target, host);
  return url && { ...facts(url), params: valuesIn(url) };
};
const facts = ({ host, hostname, pathname, search, href }: NonNullable<ReturnType<typeof urlOf>>) => ({
  host,
  hostname,
  pathname,
  search,
  href,
});
const asUrl = (target: string, host = HOST) => {
  const url = new URL(`http://${host}${target}`);
  return { ...facts(url), params: valuesIn(url) };
};
/** Of every parameter that a query has, and of names that it has not. */
const valuesIn = ({ search, searchParams }: Pick<URL, 'search'> & { searchParams: Pick<URLSearchParams, 'get'> }) =>
  [...new URLSearchParams(search).keys(), 'a', '', 'a=', '=', '&', 'Z0'].map((name) => [name, searchParams.get(name)]);

describe('the URL of a request', () => {
  test('is what a URL says, whatever the target, also when the host is known', () => {
    urlOf('/', HOST);
    const piece = fc.constantFrom(
      'a',
      'Z',
      '0',
      '/',
      '.',
      '..',
      '%2e',
      '%2E',
      '%',
      '%C3',
      '?',
      '&',
      '=',
      '+',
      "'",
      '"',
      '~',
      '!',
    );
    const odd = fc.constantFrom(
      '$',
      '(',
      ')',
      '*',
      ',',
      ';',
      ':',
      '@',
      '_',
      '-',
      '|',
      '^',
      '`',
      '{',
      '<',
      '[',
      'é',
      ' ',
      '\t',
      '#',
    );
    const target = fc
      .array(fc.oneof({ weight: 4, arbitrary: piece }, odd), { maxLength: 24 })
      .map((parts) => `/${parts.join('')}`);
    fc.assert(
      fc.property(target, (sent) => {
        expect(seen(sent)).toEqual(asUrl(sent));
      }),
      { numRuns: 5000 },
    );
  });

  test.each(['localhost', 'LOCALHOST:80', '127.0.0.1:4010', '127.1', '[::1]:4010', 'pingback.com.br'])(
    'names the host as a URL does, the first time and the next: %s',
    (host) => {
      for (const _ of ['first', 'next']) expect(seen('/contacts?page=0', host)).toEqual(asUrl('/contacts?page=0', host));
    },
  );

  test.each(['user@localhost', 'localhost/evil', 'localhost?x', 'a b', '', 'localhost:port', 'localhost, localhost'])(
    'is none for a host that would lead elsewhere: "%s"',
    (host) => {
      for (const _ of ['first', 'next']) expect(urlOf('/contacts', host)).toBeUndefined();
    },
  );

  test('is none for a backslash in the path, which a URL takes for a slash', () => {
    expect(urlOf('/~x\\..\\contacts', HOST)).toBeUndefined();
  });

  test('is that of the target where the target is a whole one', () => {
    expect(seen('http://api.rd.services/platform/conversions?api_key=a', HOST)).toEqual({
      ...facts(new URL('http://api.rd.services/platform/conversions?api_key=a')),
      params: valuesIn(new URL('http://api.rd.services/?api_key=a')),
    });
  });
});
