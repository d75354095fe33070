import { expect, test } from 'vitest';
import { consoleSchemas, pingbackSchemas, rdstationSchemas, zenvioSchemas } from '../schemas.ts';
import { driftOf } from './drift.ts';
import type { Members, Shape } from './shape-table.ts';

const contact = {
  id: '6261fcf5-7a02-48c5-a438-0838c27d21ea',
  email: 'ana@exemplo.com.br',
  status: 'active',
  source: 'api',
  origin: null,
  segmentedListsIds: [],
  createdAt: '2026-05-14T16:40:00.000Z',
  attributes: {},
};

test('drift says where, what was expected and what came', () => {
  const body = {
    message: 'ok',
    data: { page: '0', total: 1.5, data: [contact, { ...contact, email: 'ana', origin: [], attributes: undefined }] },
  };
  expect(pingbackSchemas.check('listContacts', 200, body)).toEqual([
    { path: '$.data.page', expected: 'integer', got: 'string' },
    { path: '$.data.total', expected: 'integer', got: 'number' },
    { path: '$.data.data[1].email', expected: 'email', got: 'string' },
    { path: '$.data.data[1].origin', expected: 'object or null', got: 'array' },
    { path: '$.data.data[1].attributes', expected: 'object', got: 'missing' },
  ]);
});

test('a further member is no drift', () => {
  expect(pingbackSchemas.check('getContact', 200, { message: 'ok', data: { ...contact, score: 7 }, took: 3 })).toEqual([]);
});

test('a further member of a closed body is, by its name', () => {
  expect(consoleSchemas.check('createApiKey', 'request', { name: 'CRM', 'the colour': 'red' })).toEqual([
    { path: '$["the colour"]', expected: 'no such key', got: 'unrecognised key' },
  ]);
});

test('limits, patterns and options are named', () => {
  const send = {
    instance_id: '',
    to: ['+55 11 99999-9999'],
    type: 'text',
    payload: { message: 'Oi' },
    options: { priority: 'urgent', maxRetries: 9 },
  };
  expect(zenvioSchemas.check('sendMessage', 'request', send)).toEqual([
    { path: '$.instance_id', expected: 'string of at least 1 character', got: 'string' },
    { path: '$.to[0]', expected: 'string like ^\\d{8,15}$', got: 'string' },
    { path: '$.options.priority', expected: 'one of "high", "normal", "low"', got: 'string' },
    { path: '$.options.maxRetries', expected: 'integer of 0 to 5', got: 'number' },
  ]);
  expect(consoleSchemas.check('createApiKey', 'request', { instances: [], scopes: ['a', 'a'] })).toEqual([
    { path: '$.scopes', expected: 'array without duplicates', got: 'array' },
    { path: '$.instances', expected: 'array of at least 1 item or null', got: 'array' },
  ]);
  expect(consoleSchemas.check('updateAccount', 'request', {})).toEqual([
    { path: '$', expected: 'object of at least 1 member', got: 'object' },
  ]);
});

test('of alternatives, the one that the value was most likely meant for is held against it', () => {
  expect(
    zenvioSchemas.check('sendMessage', 'request', {
      instance_id: 'i',
      to: ['5511999999999'],
      type: 'image',
      payload: { file_name: 'a.png', mimetype: 'image/png' },
    }),
  ).toEqual([{ path: '$.payload.media_url', expected: 'uri', got: 'missing' }]);
  expect(rdstationSchemas.check('createEvent', 'request', { event_type: 'BIRTHDAY' })).toEqual([
    { path: '$.event_type', expected: expect.stringMatching(/^one of "CONVERSION", "OPPORTUNITY", /) as string, got: 'string' },
  ]);
  expect(pingbackSchemas.check('createContact', 403, { error: 'No.', errorCode: 'FORBIDDEN' })).toEqual([
    { path: '$.requestId', expected: 'string', got: 'missing' },
  ]);
  expect(rdstationSchemas.check('createConversion', 401, 'Unauthorized')).toEqual([
    { path: '$', expected: 'object', got: 'string' },
  ]);
});

test('what the document does not describe cannot drift', () => {
  expect(pingbackSchemas.check('listContacts', 418, { message: 1 })).toEqual([]);
  expect(pingbackSchemas.check('listContacts', 'request', 1)).toEqual([]);
  expect(pingbackSchemas.check('toString', 'request', 1)).toEqual([]);
  expect(pingbackSchemas.check('listRockets', 200, 1)).toEqual([]);
});

test('no value is told, however wrong it is', () => {
  const secret = 'canary-5f3a';
  const wrong = [secret, [secret], { email: secret, attributes: [secret], origin: secret }, { data: { email: secret } }];
  const drift = wrong.flatMap((body) => [
    ...pingbackSchemas.check('createContact', 'request', body),
    ...pingbackSchemas.check('createContact', 201, body),
    ...pingbackSchemas.check('createContact', 403, body),
  ]);
  expect(drift.length).toBeGreaterThan(10);
  expect(JSON.stringify(drift)).not.toContain(secret);
});

test('a list that is wrong from end to end is not listed from end to end', () => {
  const events = Array.from({ length: 10_000 }, () => ({}));
  expect(rdstationSchemas.check('createEventBatch', 'request', events)).toHaveLength(100);
});

test('a shape that refers to itself ends with its value', () => {
  const shared: Shape[] = [{ name: 'string', 'pairsWith?': 0 }];
  expect(driftOf(shared, 0, { name: 'Sonho', pairsWith: { name: 'Café', pairsWith: { name: 1 } } })).toEqual([
    { path: '$.pairsWith.pairsWith.name', expected: 'string', got: 'number' },
  ]);
});

test('members that every object inherits are not taken for its own', () => {
  expect(
    driftOf(
      [],
      Object.fromEntries([
        ['constructor', 'unknown'],
        ['toString?', 'string'],
      ]) as Members,
      {},
    ),
  ).toEqual([{ path: '$.constructor', expected: 'any value', got: 'missing' }]);
});
