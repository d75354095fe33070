import { beforeAll, describe, expect, test } from 'vitest';
import type { OpenApiDocument } from '../policy/index.ts';
import { errorText } from './error-text.ts';
import { bundledFixture } from './fixture/load.ts';
import { essential, refusalsOf, type Refusal } from './refusals.ts';

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

describe('the SDK gets what it needs to tell the states apart, and no more', () => {
  const row = (facts: Partial<Refusal>): Refusal => ({ status: 401, states: ['unknown_key'], ...facts });

  test('a missing key is not among the states: nothing is sent without one', () => {
    expect(
      essential([row({ code: 'A', states: ['missing_key', 'wrong_endpoint'] }), row({ code: 'B', states: ['missing_key'] })]),
    ).toEqual([row({ code: 'A', states: ['wrong_endpoint'] })]);
  });

  test('answers of one status that stand for the same states whatever they say become one', () => {
    expect(essential([row({ message: 'No.' }), row({ code: 'A', states: ['missing_key', 'unknown_key'] })])).toEqual([row({})]);
    // All states of a key itself are listed anyway.
    const states = [row({ message: 'No.' }), row({ message: 'Never.', states: ['deleted_key'] })];
    expect(essential(states)).toEqual([row({ states: ['unknown_key', 'deleted_key'] })]);
  });

  test('but not where another code would be an answer to something else', () => {
    const coded = [row({ code: 'A' }), row({ code: 'B' })];
    expect(essential(coded)).toEqual(coded);
    const narrower = [row({ message: 'No.' }), row({ code: 'A', states: ['deleted_key'] })];
    expect(essential(narrower)).toEqual(narrower);
    const invalid = [row({ status: 400, message: 'No.' }), row({ status: 400, code: 'A' })];
    expect(essential(invalid)).toEqual(invalid);
    const limits = [row({ message: 'A', states: ['rate_limited'] }), row({ message: 'B', states: ['rate_limited_lead'] })];
    expect(essential(limits)).toEqual(limits);
  });

  test('of a sentence the words before what varies, and of several the one that they all begin with', () => {
    const forbidden = (message: string): Refusal => ({ status: 403, code: 'F', states: ['scope_missing'], message });
    const other: Refusal = {
      status: 403,
      code: 'F',
      states: ['instance_not_allowed'],
      message: 'Not one of the ovens of this key, * is',
    };
    expect(essential([forbidden('Missing scope: *'), forbidden('Missing scope'), forbidden('Missing scope *'), other])).toEqual([
      forbidden('Missing scope'),
      { ...other, message: 'Not one of the ovens of this' },
    ]);
  });

  test('what every kind of key gets is not said for each', () => {
    const of = (scheme: string, code: string): Refusal => ({ scheme, ...row({ code }) });
    expect(essential([of('a', 'X'), of('a', 'Y'), of('b', 'X')])).toEqual([row({ code: 'X' }), of('a', 'Y')]);
  });
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
