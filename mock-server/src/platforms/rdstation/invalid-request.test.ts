import { describe, expect, test } from 'vitest';
import { createMock } from '../../mock.ts';
import { exampleBody, exampleEvidence } from '../test-client.ts';
import { conversion, keyClient, tokenClient } from './test-client.ts';

const mock = createMock();
const withKey = keyClient(mock);
const withToken = tokenClient(mock);

const payload = { conversion_identifier: 'ebook', email: 'ana.souza@exemplo.com.br' };
const valid = { event_type: 'CONVERSION', event_family: 'CDP', payload };
const { email: _email, ...withoutEmail } = payload;
const { conversion_identifier: _identifier, ...withoutIdentifier } = payload;
const without = (name: keyof typeof valid) => Object.fromEntries(Object.entries(valid).filter(([key]) => key !== name));
const basis = { category: 'communications', type: 'interest', status: 'granted' };

const CASES: [string, object][] = [
  ['invalid_event_type', { ...valid, event_type: 'CONVERSAO' }],
  ['invalid_event_family', { ...valid, event_family: 'CRM' }],
  ['missing_email', { ...valid, payload: withoutEmail }],
  ['missing_conversion_identifier', { ...valid, payload: withoutIdentifier }],
  ['missing_field', without('payload')],
  ['tags_not_array', conversion({ ...payload, tags: 'ebook,crm' })],
  ['invalid_data_type', conversion({ ...payload, available_for_mailing: 'sim' })],
  ['invalid_legal_basis', conversion({ ...payload, legal_bases: [basis] })],
  ['invalid_email', conversion({ ...payload, email: 'ana' })],
  ['too_long', conversion({ ...payload, conversion_identifier: 'x'.repeat(256) })],
  ['traffic_conflict', conversion({ ...payload, traffic_source: 'encoded_e30=', traffic_medium: 'cpc' })],
];

describe('the answer is the example that the document names, and as sure as the document is of it', () => {
  test.each(CASES)('%s, with a key', async (name, body) => {
    const answer = await withKey('POST', '/platform/conversions', body);
    expect(answer.body).toEqual(exampleBody('createConversion', 400, name));
    expect(answer.evidence).toBe(exampleEvidence('createConversion', 400, name));
  });

  test.each(CASES)('%s, with a token', async (name, body) => {
    const answer = await withToken('POST', '/platform/events', body);
    expect(answer.body).toEqual(exampleBody('createEvent', 400, name));
    expect(answer.evidence).toBe(exampleEvidence('createEvent', 400, name));
  });

  test.each([
    ['malformed_json', '{"event_type":'],
    ['missing_body', undefined],
  ])('%s', async (name, body) => {
    expect(await withKey('POST', '/platform/conversions', body)).toMatchObject({
      status: 400,
      decision: name,
      body: exampleBody('createConversion', 400, name),
    });
  });
});

describe('several issues', () => {
  test('come all at once, in the order of the document', async () => {
    const body = { event_family: 'CRM', event_type: 'X', payload: { tags: ['a', 3], email: 'ana', name: 7, legal_bases: [{}] } };
    expect(await withKey('POST', '/platform/conversions', body)).toMatchObject({
      status: 400,
      decision: 'invalid_request',
      // No page shows several.
      evidence: 'inferred',
      body: {
        errors: [
          { error_type: 'INVALID_OPTION', path: '$.event_type' },
          { error_type: 'INVALID_OPTION', path: '$.event_family' },
          { error_type: 'MISSING', path: '$.payload.conversion_identifier' },
          { error_type: 'INVALID_FORMAT', path: '$.payload.email' },
          { error_type: 'INVALID_DATA_TYPE', validation_rules: { data_type: 'STRING' }, path: '$.payload.name' },
          { error_type: 'INVALID_DATA_TYPE', validation_rules: { data_type: 'STRING' }, path: '$.payload.tags[1]' },
          { error_type: 'MISSING', path: '$.payload.legal_bases[0].category' },
          { error_type: 'MISSING', path: '$.payload.legal_bases[0].type' },
          { error_type: 'MISSING', path: '$.payload.legal_bases[0].status' },
        ],
      },
    });
  });

  test('are those of the event’s own type', async () => {
    const body = { event_type: 'CALL_FINISHED', event_family: 'CDP', payload: { email: 'ana' } };
    expect(await withToken('POST', '/platform/events', body)).toMatchObject({
      body: {
        errors: [
          { error_type: 'INVALID_FORMAT', path: '$.payload.email' },
          { error_type: 'MISSING', path: '$.payload.call_from_number' },
          { error_type: 'MISSING', path: '$.payload.call_status' },
        ],
      },
    });
  });
});

test.each([
  ['an event without a type', {}, 'MISSING', '$.event_type'],
  ['a body that is no object', [], 'INVALID_DATA_TYPE', '$'],
])('%s', async (_, body, error_type, path) => {
  expect(await withToken('POST', '/platform/events', body)).toMatchObject({
    status: 400,
    body: { errors: [{ error_type, path }] },
  });
});

test('a batch of something else than a list is refused', async () => {
  expect(await withToken('POST', '/platform/events/batch', valid)).toMatchObject({
    status: 400,
    body: { errors: [{ error_type: 'INVALID_DATA_TYPE', validation_rules: { data_type: 'SET' }, path: '$' }] },
  });
});

test('an unknown type in a batch is named with its place', async () => {
  const unknown = exampleBody('createEvent', 400, 'invalid_event_type') as { errors: object[] };
  expect(await withToken('POST', '/platform/events/batch', [valid, { ...valid, event_type: 'ORDER_PLACED' }])).toMatchObject({
    body: { errors: [{ ...unknown.errors[0], path: '$[1].event_type' }] },
  });
});

test('what was sent is in no answer', async () => {
  const { body } = await withKey('POST', '/platform/conversions', conversion({ ...payload, email: 'segredo-que-vaza' }));
  expect(JSON.stringify(body)).not.toContain('segredo');
});
