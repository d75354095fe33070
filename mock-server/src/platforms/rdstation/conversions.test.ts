import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { ACCOUNT, conversion, conversionsOf, keyClient, leadOf, type Accepted } from './test-client.ts';

let mock: Mock;
let send: ReturnType<typeof keyClient>;

beforeEach(() => {
  mock = createMock({ now: '2026-11-20T12:00:00.000Z' });
  send = keyClient(mock);
});

const convert = (payload: object) =>
  send<Accepted>(
    'POST',
    '/platform/conversions',
    conversion({ conversion_identifier: 'ebook', email: 'olga@exemplo.com.br', ...payload }),
  );

describe('a conversion of somebody new', () => {
  test('is answered with its id, and makes a lead', async () => {
    const answer = await convert({ name: 'Olga Prado', tags: ['ebook'], cf_porte: '11 a 50', available_for_mailing: true });
    expect(answer).toMatchObject({ status: 200, decision: 'allowed' });
    expect(answer.body).toEqual({ event_uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown });
    const lead = leadOf(mock, 'olga@exemplo.com.br');
    expect(lead).toEqual({
      id: expect.any(String) as unknown,
      email: 'olga@exemplo.com.br',
      fields: { name: 'Olga Prado', cf_porte: '11 a 50', available_for_mailing: true },
      tags: ['ebook'],
      legal_bases: [],
      funnel: null,
      createdAt: '2026-11-20T12:00:00.000Z',
      updatedAt: '2026-11-20T12:00:00.000Z',
    });
    expect(conversionsOf(mock)).toMatchObject([
      { id: answer.body.event_uuid, leadId: lead?.id, identifier: 'ebook', at: '2026-11-20T12:00:00.000Z' },
    ]);
  });

  test('drops what is neither a standard nor a custom field, and takes it without complaint', async () => {
    const answer = await convert({ utm_source: 'google', company: 'X', id: 'x', traffic_medium: 'cpc' });
    expect(answer.status).toBe(200);
    expect(conversionsOf(mock)[0]?.payload).toEqual({
      conversion_identifier: 'ebook',
      email: 'olga@exemplo.com.br',
      traffic_medium: 'cpc',
    });
    expect(leadOf(mock, 'olga@exemplo.com.br')?.fields).toEqual({});
  });
});

describe('a conversion of a known lead', () => {
  const email = 'carla.ferreira@exemplo.com.br';

  test('puts the given fields over the old ones and leaves the rest', async () => {
    const before = leadOf(mock, email);
    await convert({ email, name: 'Carla F.', cf_loja_preferida: 'Recife', city: 'Niterói' });
    expect(leadOf(mock, email)).toEqual({
      ...before,
      fields: { name: 'Carla F.', mobile_phone: '+55 21 98888-0003', cf_loja_preferida: 'Recife', city: 'Niterói' },
      updatedAt: '2026-11-20T12:00:00.000Z',
    });
  });

  test('finds the lead whatever the case of its address', async () => {
    await convert({ email: 'Carla.FERREIRA@exemplo.com.br', city: 'Niterói' });
    expect(leadOf(mock, email)).toMatchObject({ fields: { city: 'Niterói' } });
  });

  test('takes an empty text without clearing the field', async () => {
    expect(await convert({ email, name: '', cf_loja_preferida: '' })).toMatchObject({ status: 200 });
    expect(leadOf(mock, email)).toMatchObject({ fields: { name: 'Carla Ferreira', cf_loja_preferida: 'Niterói' } });
  });

  test('accumulates tags in lower case, each once', async () => {
    await convert({ email, tags: ['E-commerce', 'Black Friday', 'black friday'] });
    expect(leadOf(mock, email)?.tags).toEqual(['e-commerce', 'black friday']);
    expect(conversionsOf(mock)[0]?.payload).toMatchObject({ tags: ['e-commerce', 'black friday', 'black friday'] });
  });

  test('replaces the legal bases only when it brings some', async () => {
    const declined = [{ category: 'communications', type: 'consent', status: 'declined' }];
    await convert({ email, city: 'Niterói' });
    expect(leadOf(mock, email)?.legal_bases).toMatchObject([{ type: 'legitimate_interest' }]);
    await convert({ email, legal_bases: declined });
    expect(leadOf(mock, email)?.legal_bases).toEqual(declined);
  });
});

test('the same conversion twice is two conversions of one lead', async () => {
  const [first, second] = [await convert({}), await convert({})];
  expect(first.body.event_uuid).not.toBe(second.body.event_uuid);
  const [one, two] = conversionsOf(mock);
  expect(one?.leadId).toBe(two?.leadId);
});

describe('where a conversion came from', () => {
  const cookie = JSON.stringify({ first_session: { value: 'google' }, current_session: { value: 'direct' } });

  test('may be told by campaign, or by the cookie alone', async () => {
    const campaign = { traffic_source: 'google', traffic_medium: 'cpc', traffic_campaign: 'lancamento', traffic_value: 'crm' };
    expect(await convert(campaign)).toMatchObject({ status: 200 });
    expect(await convert({ traffic_source: `encoded_${btoa(cookie)}`, traffic_medium: '' })).toMatchObject({ status: 200 });
  });

  test.each([
    ['as it is', cookie],
    ['in base64', btoa(cookie)],
    ['with its prefix', `encoded_${btoa(cookie)}`],
    ['percent-encoded', encodeURIComponent(cookie)],
    ['with its name', `__trf.src=encoded_${btoa(cookie)}`],
  ])('cannot be told by campaign and by the cookie %s', async (_, traffic_source) => {
    expect(await convert({ traffic_source, traffic_medium: 'cpc' })).toMatchObject({
      status: 400,
      body: exampleBody('createConversion', 400, 'traffic_conflict'),
    });
    expect(conversionsOf(mock)).toEqual([]);
    expect(leadOf(mock, 'olga@exemplo.com.br')).toBeUndefined();
  });

  test('names every field that must be empty', async () => {
    const sent = { traffic_source: `encoded_${btoa(cookie)}`, traffic_value: 'crm', traffic_campaign: 'lancamento' };
    expect(await convert(sent)).toMatchObject({
      body: { errors: [{ path: '$.payload.traffic_campaign' }, { path: '$.payload.traffic_value' }] },
    });
  });
});

test('another account has leads and conversions of its own', async () => {
  const account = mock.rdstation.accounts.create();
  const stranger = keyClient(mock, account.keys.create().secret);
  await stranger('POST', '/platform/conversions', conversion({ conversion_identifier: 'x', email: 'ana.souza@exemplo.com.br' }));
  expect(conversionsOf(mock, ACCOUNT)).toEqual([]);
  expect(leadOf(mock, 'ana.souza@exemplo.com.br', account.id)).toMatchObject({ tags: [] });
  expect(leadOf(mock, 'ana.souza@exemplo.com.br')).toMatchObject({ tags: ['cliente'], updatedAt: '2026-05-14T16:40:00.000Z' });
});
