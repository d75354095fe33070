import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Operation } from './operation.ts';
import { createRouter } from './router.ts';

const operation = (method: string, path: string, platform = 'acme'): Operation => ({
  id: `${method} ${path}`,
  method,
  path,
  platform,
  security: [],
  otherSchemes: [],
  dashboard: false,
  responses: {},
  mediaTypes: [],
});

const router = createRouter([
  operation('GET', '/things'),
  operation('POST', '/things'),
  operation('GET', '/things/{id}'),
  operation('GET', '/things/special'),
  operation('GET', '/things/{id}/parts/{part}'),
  operation('GET', '/others', 'other'),
]);

describe('router', () => {
  test('finds an operation and its raw parameters', () => {
    expect(router.match('GET', '/things/a%2Fb/parts/7')).toMatchObject({
      kind: 'found',
      operation: { id: 'GET /things/{id}/parts/{part}' },
      rawParams: { id: 'a%2Fb', part: '7' },
    });
  });

  test('a literal segment wins over a parameter', () => {
    expect(router.match('GET', '/things/special')).toMatchObject({ operation: { id: 'GET /things/special' } });
    expect(router.match('GET', '/things/special/parts/1')).toMatchObject({ rawParams: { id: 'special' } });
  });

  test('a wrong method tells which are right', () => {
    expect(router.match('DELETE', '/things')).toMatchObject({ kind: 'wrong_method', platform: 'acme', allowed: ['GET', 'POST'] });
  });

  test('an unknown path is the platform’s whose paths begin like it, or nobody’s', () => {
    expect(router.match('GET', '/things/1/2/3/4')).toEqual({ kind: 'unknown', platform: 'acme' });
    expect(router.match('GET', '/others/x')).toEqual({ kind: 'unknown', platform: 'other' });
    expect(router.match('GET', '/nothing')).toEqual({ kind: 'unknown', platform: undefined });
    expect(router.match('GET', '/things/')).toMatchObject({ kind: 'unknown' });
  });

  test('a literal beyond ASCII is found as a URL encodes it', () => {
    const bakery = createRouter([operation('GET', '/pães')]);
    expect(bakery.match('GET', new URL('http://localhost/pães').pathname)).toMatchObject({ kind: 'found' });
  });

  test('no path makes it throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (method, path) => void router.match(method, `/${path}`)),
      { numRuns: 1000 },
    );
    expect(router.match('GET', '/__proto__/constructor')).toEqual({ kind: 'unknown', platform: undefined });
  });
});
