import { describe, expect, test } from 'vitest';
import { readProblem } from './problem.ts';

const one = { error_type: 'INVALID_DATA_TYPE', error_message: "Must be of type 'SET'." };

describe('every error shape comes out as one', () => {
  const shapes: [what: string, body: unknown, code: string | undefined, issues: unknown[]][] = [
    [
      'RD Station, errors as one object',
      { errors: { error_type: 'UNAUTHORIZED', error_message: 'Invalid token.' } },
      'UNAUTHORIZED',
      [{ code: 'UNAUTHORIZED', message: 'Invalid token.' }],
    ],
    [
      'RD Station, errors as a list',
      { errors: [{ ...one, validation_rules: { data_type: 'SET' }, path: '$.payload.tags' }] },
      'INVALID_DATA_TYPE',
      [{ path: '$.payload.tags', code: 'INVALID_DATA_TYPE', message: "Must be of type 'SET'." }],
    ],
    [
      'RD Station, errors by field',
      { errors: { email: [{ error_type: 'CANNOT_BE_NULL', error_message: 'email cannot be null.' }], tags: [one] } },
      'CANNOT_BE_NULL',
      [
        { path: 'email', code: 'CANNOT_BE_NULL', message: 'email cannot be null.' },
        { path: 'tags', code: 'INVALID_DATA_TYPE', message: "Must be of type 'SET'." },
      ],
    ],
    [
      'RD Station, errors by field and locale',
      { errors: { name: { 'pt-BR': [one], en: [one] } } },
      'INVALID_DATA_TYPE',
      [
        { path: 'name', code: 'INVALID_DATA_TYPE', message: "Must be of type 'SET'." },
        { path: 'name', code: 'INVALID_DATA_TYPE', message: "Must be of type 'SET'." },
      ],
    ],
    [
      'RD Station, a mixture',
      { errors: { name: [one], state: one, city: 'is strange' } },
      'INVALID_DATA_TYPE',
      [
        { path: 'name', code: 'INVALID_DATA_TYPE', message: "Must be of type 'SET'." },
        { path: 'state', code: 'INVALID_DATA_TYPE', message: "Must be of type 'SET'." },
        { path: 'city', message: 'is strange' },
      ],
    ],
    [
      'RD Station, a bare list',
      [{ error_type: 'INVALID_OPTION', error_message: 'Must be one of the valid options.', path: '$.event_type' }],
      'INVALID_OPTION',
      [{ path: '$.event_type', code: 'INVALID_OPTION', message: 'Must be one of the valid options.' }],
    ],
    [
      'RD Station, the limiter',
      { error: "'lead_limiter' rate limit exceeded", max: 120, usage: 121, remaining_time: 43067 },
      undefined,
      [{ message: "'lead_limiter' rate limit exceeded" }],
    ],
    ['RD Station, the gateway', { message: 'API rate limit exceeded' }, undefined, [{ message: 'API rate limit exceeded' }]],
    [
      'RD Station, OAuth',
      { error: 'invalid_request', error_description: 'The access token is missing' },
      'invalid_request',
      [{ code: 'invalid_request', message: 'The access token is missing' }],
    ],
    ["Pingback, the gateway's denial", { Message: 'User is not authorized' }, undefined, [{ message: 'User is not authorized' }]],
    [
      'Pingback, the application',
      { error: 'Contact not found.', errorCode: 'CONTACT_NOT_FOUND', requestId: 'req-1' },
      'CONTACT_NOT_FOUND',
      [{ code: 'CONTACT_NOT_FOUND', message: 'Contact not found.' }],
    ],
    [
      'Zenvio, new',
      {
        success: false,
        error: 'Bad Request',
        message: 'Campo inválido ou ausente.',
        code: 'VALIDATION_ERROR',
        details: [{ field: 'payload.message', message: 'text type requires payload.message' }],
      },
      'VALIDATION_ERROR',
      [{ path: 'payload.message', message: 'text type requires payload.message' }],
    ],
    [
      'Zenvio, new without details',
      { success: false, error: 'Forbidden', message: 'Missing scope: whatsapp:send', code: 'FORBIDDEN' },
      'FORBIDDEN',
      [{ code: 'FORBIDDEN', message: 'Missing scope: whatsapp:send' }],
    ],
    ['Zenvio, old', { success: false, error: 'Missing required fields' }, undefined, [{ message: 'Missing required fields' }]],
    ['Zenvio, oldest', { error: 'Unauthorized' }, undefined, [{ message: 'Unauthorized' }]],
    [
      'console, problem+json',
      { type: 'urn:x', title: 'Key limit reached', status: 409, detail: 'This account may have 1.', code: 'key_limit_reached' },
      'key_limit_reached',
      [{ code: 'key_limit_reached', message: 'This account may have 1.' }],
    ],
    [
      'console, problem+json with issues',
      {
        title: 'Invalid request',
        detail: 'Two fields.',
        code: 'invalid_request',
        issues: [{ field: '/name', message: 'Required.' }],
      },
      'invalid_request',
      [{ path: '/name', message: 'Required.' }],
    ],
  ];

  test.each(shapes)('%s', (_what, body, code, issues) => {
    const problem = readProblem(body);
    expect(problem.code).toBe(code);
    expect(problem.issues).toEqual(issues);
    expect(problem.message).toBeTypeOf('string');
  });
});

describe('a body that means nothing does no harm', () => {
  test.each([
    [null],
    [42],
    ['text'],
    [[]],
    [{}],
    [{ errors: null }],
    [{ errors: [null, 1, [[]]] }],
    [{ message: 7, errors: {} }],
  ])('%j', (body) => {
    expect(readProblem(body).issues).toEqual([]);
  });

  test('endless depth and length', () => {
    let deep: unknown = 'bottom';
    for (let depth = 0; depth < 5000; depth++) deep = { errors: deep };
    expect(readProblem(deep).issues.length).toBeLessThanOrEqual(100);
    const long = { errors: Array.from({ length: 100_000 }, () => ({ message: 'again' })) };
    expect(readProblem(long).issues).toHaveLength(100);
  });
});
