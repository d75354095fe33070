import { document } from '@chaveiro/openapi';
import { describe, expect, test } from 'vitest';
import { createMock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { conversion, conversionsOf, keyClient, tokenClient } from './test-client.ts';

const good = conversion({ conversion_identifier: 'x', email: 'olga@exemplo.com.br' });
const choose = (choices: Record<string, string>) => createMock({ failures: { rdstation: choices } });

test('the document has every choice', () => {
  expect(
    Object.entries(document['x-platforms'].rdstation?.choices ?? {}).map(([what, names]) => [what, Object.keys(names)]),
  ).toEqual([
    ['invalid_batch_item', ['per_item']],
    ['invalid_event_type', ['body_path', 'bare_array']],
    ['missing_email', ['at_least_one_required']],
    ['uppercase_tags', ['refused']],
  ]);
});

describe('a batch answered event by event', () => {
  const post = (mock: ReturnType<typeof createMock>, events: unknown) =>
    tokenClient(mock)<{ events: object[] }>('POST', '/platform/events/batch', events);

  test('takes what fits and says of the rest what is wrong, in the order of the request', async () => {
    const mock = choose({ invalid_batch_item: 'per_item' });
    const conflicting = {
      conversion_identifier: 'x',
      email: 'a@exemplo.com.br',
      traffic_source: 'encoded_e30=',
      traffic_value: 'y',
    };
    const answer = await post(mock, [
      good,
      conversion({ conversion_identifier: 'x' }),
      conversion(conflicting),
      { event_type: 'ORDER_PLACED', event_family: 'CDP', payload: {} },
      good,
    ]);
    expect(answer.status).toBe(207);
    expect(answer.body.events).toMatchObject([
      { event_uuid: conversionsOf(mock)[0]?.id },
      { errors: [{ error_type: 'MISSING', path: '$.payload.email' }] },
      { errors: [{ error_type: 'INVALID', path: '$.payload.traffic_value' }] },
      { errors: [{ error_type: 'INVALID_OPTION', path: '$.event_type' }] },
      { event_uuid: conversionsOf(mock)[1]?.id },
    ]);
    expect(conversionsOf(mock)).toHaveLength(2);
  });

  test('is a plain 200 when every event fits', async () => {
    const mock = choose({ invalid_batch_item: 'per_item' });
    expect(await post(mock, [good, good])).toMatchObject({ status: 200 });
  });

  test('is still refused as a whole when it is no list', async () => {
    expect(await post(choose({ invalid_batch_item: 'per_item' }), good)).toMatchObject({ status: 400 });
  });

  test('is not the default', async () => {
    expect(await post(createMock(), [good, conversion({})])).toMatchObject({ status: 400 });
  });
});

describe('an unknown event type', () => {
  const post = (choice: string) =>
    tokenClient(choose({ invalid_event_type: choice }))('POST', '/platform/events', { ...good, event_type: 'X' });

  test.each([
    ['body_path', 'invalid_event_type_body_path'],
    ['bare_array', 'invalid_event_type_bare_array'],
  ])('can be told as %s', async (choice, example) => {
    expect((await post(choice)).body).toEqual(exampleBody('createEvent', 400, example));
  });
});

test('a missing e-mail can be told as one of two that are missing; with a phone it alone is', async () => {
  const mock = choose({ missing_email: 'at_least_one_required', invalid_batch_item: 'per_item' });
  const withoutBoth = conversion({ conversion_identifier: 'x' });
  const withPhone = conversion({ conversion_identifier: 'x', phone: '+5511999999999' });
  const bodyOf = async (body: unknown) => (await keyClient(mock)('POST', '/platform/conversions', body)).body;
  const [both, emailAlone] = ['at_least_one_required', 'missing_email'].map((name) => exampleBody('createConversion', 400, name));
  expect(await bodyOf(withoutBoth)).toEqual(both);
  expect(await bodyOf(withPhone)).toEqual(emailAlone);
  const batch = await tokenClient(mock)('POST', '/platform/events/batch', [withoutBoth, withPhone]);
  expect(batch.body).toMatchObject({ events: [both, emailAlone] });
});

test('capital letters in tags can be refused, and are made small by default', async () => {
  const shouting = conversion({ conversion_identifier: 'x', email: 'olga@exemplo.com.br', tags: ['CRM'] });
  const mock = choose({ uppercase_tags: 'refused' });
  const expected = { status: 400, body: exampleBody('createConversion', 400, 'tags_not_lowercase') };
  expect(await keyClient(mock)('POST', '/platform/conversions', shouting)).toMatchObject(expected);
  expect(await tokenClient(mock)('POST', '/platform/events', shouting)).toMatchObject(expected);
  expect(await tokenClient(mock)('POST', '/platform/events/batch', [good, shouting])).toMatchObject(expected);
  expect(conversionsOf(mock)).toEqual([]);
  expect(await keyClient(createMock())('POST', '/platform/conversions', shouting)).toMatchObject({ status: 200 });
});
