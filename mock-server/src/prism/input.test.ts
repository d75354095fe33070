import { expect, test } from 'vitest';
import type { Operation } from '../document/operation.ts';
import { toPrismRequest } from './input.ts';

const operation = { id: 'list', method: 'GET', path: '/things', platform: 'acme', responses: {} } as unknown as Operation;

function contentTypeFor(sent: string): string | undefined {
  const request = { method: 'GET', url: new URL('http://localhost/things'), headers: new Headers({ 'content-type': sent }) };
  return toPrismRequest({ ...request, body: undefined, tooLarge: false }, operation, {}).headers?.['content-type'];
}

test.each([
  'application/json',
  'application/json; charset=',
  'text/plain;;',
  'multipart/form-data; boundary=a?b(c)',
  'application/vnd.a+json',
])('the content type %j comes to Prism as it is', (sent) => expect(contentTypeFor(sent)).toBe(sent));

test.each(['text/plain, application/json', 'application', '/', ';', '*/*', 'application/ json', 'a b/c'])(
  'the content type %j, over which Prism fails, does not come to it',
  (sent) => expect(contentTypeFor(sent)).toBeUndefined(),
);
