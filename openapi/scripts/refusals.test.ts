import { beforeAll, expect, test } from 'vitest';
import type { OpenApiDocument } from '../policy/index.ts';
import { errorText } from './error-text.ts';
import { bundledFixture } from './fixture/load.ts';
import { refusalsOf, type Refusal } from './refusals.ts';

let document: OpenApiDocument;
let refusals: Refusal[];

beforeAll(async () => {
  document = await bundledFixture();
  refusals = refusalsOf(document, 'padaria');
});

test('an answer that several states share lists them all', () => {
  expect(refusals).toContainEqual({
    scheme: 'padariaKey',
    status: 401,
    code: 'NO_KEY',
    message: 'Key missing or unknown',
    states: ['missing_key', 'unknown_key', 'deleted_key'],
  });
});

test('what a key of another scheme can be is no cause', () => {
  expect(refusals.filter(({ scheme, code }) => scheme === 'padariaToken' && code === 'NO_KEY')).toEqual([
    {
      scheme: 'padariaToken',
      status: 401,
      code: 'NO_KEY',
      message: 'Key missing or unknown',
      states: ['missing_key', 'unknown_key'],
    },
  ]);
});

test('where the code tells the state, no sentence is compared', () => {
  expect(refusals).toContainEqual({ scheme: 'padariaKey', status: 402, code: 'PLAN', states: ['plan_not_allowed'] });
});

test('where one code stands for two states, the sentence tells; what differs in it is a wildcard', () => {
  expect(refusals.filter(({ code }) => code === 'FORBIDDEN')).toEqual([
    { scheme: 'padariaKey', status: 403, code: 'FORBIDDEN', message: 'Missing scope: *', states: ['scope_missing'] },
    { scheme: 'padariaKey', status: 403, code: 'FORBIDDEN', message: 'Another oven', states: ['instance_not_allowed'] },
  ]);
});

test('where another error has the same code, the sentence tells', () => {
  const other = structuredClone(document);
  const response = other.paths['/breads']?.get?.responses as Record<string, unknown>;
  response['402'] = {
    ...other.components.responses?.['PadariaPaymentRequired'],
    content: {
      'application/json': {
        examples: {
          ...other.components.responses?.['PadariaPaymentRequired']?.content?.['application/json']?.examples,
          no_credit: { value: { code: 'PLAN', message: 'No credit' } },
        },
      },
    },
  };
  expect(refusalsOf(other, 'padaria')).toContainEqual({
    scheme: 'padariaKey',
    status: 402,
    code: 'PLAN',
    message: 'Your plan is *',
    states: ['plan_not_allowed'],
  });
});

test('an answer that asks for a sentence stands before one that does not', () => {
  expect(refusals.filter(({ code }) => code === 'SLOW').map(({ states }) => states)).toEqual([
    ['rate_limited_lead'],
    ['rate_limited'],
  ]);
});

test.each([
  ['an application envelope', { error: 'No.', errorCode: 'FORBIDDEN' }, { code: 'FORBIDDEN', message: 'No.' }],
  ['a gateway', { Message: 'Denied' }, { message: 'Denied' }],
  [
    'an object of errors',
    { errors: { error_type: 'UNAUTHORIZED', error_message: 'No.' } },
    { code: 'UNAUTHORIZED', message: 'No.' },
  ],
  [
    'a list of errors',
    { errors: [{ error_type: 'UNAUTHORIZED', error_message: 'No.' }] },
    { code: 'UNAUTHORIZED', message: 'No.' },
  ],
  ['a bare list', [{ error_type: 'UNAUTHORIZED', error_message: 'No.' }], { code: 'UNAUTHORIZED', message: 'No.' }],
  [
    'a label, a sentence and a code',
    { error: 'Forbidden', message: 'No.', code: 'FORBIDDEN' },
    { code: 'FORBIDDEN', message: 'No.' },
  ],
  ['a label alone', { error: 'Unauthorized' }, { message: 'Unauthorized' }],
  ['a lower-case code', { error: 'invalid_token' }, { code: 'invalid_token', message: 'invalid_token' }],
])('code and sentence are found in %s', (_, value, text) => {
  expect(errorText({ value })).toEqual(text);
});
