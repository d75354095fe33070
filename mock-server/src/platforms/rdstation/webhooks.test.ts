import { beforeEach, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { conversion, keyClient, leadOf, tokenClient } from './test-client.ts';

const NOW = '2026-11-20T12:00:00.000Z';
const CARLA = 'carla.ferreira@exemplo.com.br';

interface Sent {
  readonly headers: Headers;
  readonly body: { readonly event_type: string; readonly event_identifier: string; readonly contact: { readonly email: string } };
}

let sent: Sent[];
let status: number;
let mock: Mock;
beforeEach(() => {
  sent = [];
  status = 200;
  mock = createMock({
    now: NOW,
    webhooks: {
      fetch: (_, init) => {
        sent.push({ headers: new Headers(init.headers), body: JSON.parse(init.body as string) as Sent['body'] });
        return Promise.resolve(new Response('ok', { status }));
      },
    },
  });
});

const register = (changes: object = {}) =>
  mock.webhooks.register({ platform: 'rdstation', url: 'http://localhost:9/rd?token=abc', ...changes });
const convert = (payload: object = {}) =>
  keyClient(mock)('POST', '/platform/conversions', conversion({ conversion_identifier: 'ebook', email: CARLA, ...payload }));
const postEvent = (path: string, body: unknown) => tokenClient(mock)('POST', path, body);
const opportunity = (email: string) => ({
  event_type: 'OPPORTUNITY',
  event_family: 'CDP',
  payload: { email, funnel_name: 'default' },
});

test('a conversion is told with the contact that it made or changed, and the parts that were asked for', async () => {
  register({ include: ['COMPANY', 'CONTACT_FUNNEL'] });
  await convert({ cf_loja_preferida: 'Recife', cf_vazio: '', tags: ['ebook'], company_name: 'Loja da Carla' });
  await mock.webhooks.settle();
  expect(sent.map(({ body }) => body)).toEqual([
    {
      event_type: 'WEBHOOK.CONVERTED',
      entity_type: 'CONTACT',
      event_identifier: 'ebook',
      timestamp: NOW,
      event_timestamp: NOW,
      contact: {
        uuid: leadOf(mock, CARLA)?.id,
        email: CARLA,
        name: 'Carla Ferreira',
        job_title: null,
        bio: null,
        website: null,
        personal_phone: null,
        mobile_phone: '+55 21 98888-0003',
        city: null,
        facebook: null,
        linkedin: null,
        twitter: null,
        tags: ['e-commerce', 'ebook'],
        cf_loja_preferida: 'Recife',
        legal_bases: [{ category: 'communications', type: 'legitimate_interest', status: 'granted' }],
        company: { name: 'Loja da Carla' },
        funnel: {
          name: 'default',
          lifecycle_stage: 'Qualified Lead',
          opportunity: true,
          contact_owner_email: null,
          interest: 0,
          fit: 'd',
          origin: 'Desconhecido',
        },
      },
    },
  ]);
  expect(sent[0]?.headers.get('content-type')).toBe('application/json');
  expect([...(sent[0]?.headers.keys() ?? [])]).toEqual(['content-type']);
});

test('company and funnel are told to who asks for them, and to nobody else', async () => {
  register();
  register({ include: ['COMPANY'] });
  await convert();
  await mock.webhooks.settle();
  const contacts = sent.map(({ body }) => (body as unknown as { contact: object }).contact);
  expect(contacts).toEqual([
    expect.not.objectContaining({ company: expect.anything() as unknown }),
    expect.objectContaining({ company: { name: null } }),
  ]);
  expect(contacts.filter((contact) => 'funnel' in contact)).toEqual([]);
  expect(() => register({ include: ['COMPANIES'] })).toThrow(
    'rdstation has no part "COMPANIES" to include. Choose from: COMPANY, CONTACT_FUNNEL.',
  );
});

test('conversions by key, by token and in a batch are told alike; the same twice is two', async () => {
  register({ events: ['WEBHOOK.CONVERTED'] });
  const event = conversion({ conversion_identifier: 'feira', email: CARLA });
  await convert();
  await convert();
  await postEvent('/platform/events', event);
  await postEvent('/platform/events/batch', [event, opportunity(CARLA)]);
  await mock.webhooks.settle();
  expect(sent.map(({ body }) => body.event_identifier)).toEqual(['ebook', 'ebook', 'feira', 'feira']);
});

test('a contact marked as an opportunity is told; a contact that does not exist is not', async () => {
  register({ include: ['CONTACT_FUNNEL'] });
  await postEvent('/platform/events', opportunity('ana.souza@exemplo.com.br'));
  await postEvent('/platform/events', opportunity('ninguem@exemplo.com.br'));
  await mock.webhooks.settle();
  expect(sent.map(({ body }) => body)).toMatchObject([
    {
      event_type: 'WEBHOOK.MARKED_OPPORTUNITY',
      event_identifier: 'default',
      contact: { email: 'ana.souza@exemplo.com.br', funnel: { opportunity: true } },
    },
  ]);
});

test('only the conversions that were asked for are told, and every opportunity', async () => {
  register({ identifiers: ['feira'] });
  await convert();
  await convert({ conversion_identifier: 'feira' });
  await postEvent('/platform/events', opportunity(CARLA));
  await mock.webhooks.settle();
  expect(sent.map(({ body }) => body.event_identifier)).toEqual(['feira', 'default']);
});

test('a conversion that was refused is not told', async () => {
  register();
  await convert({ tags: 'ebook' });
  await mock.webhooks.settle();
  expect(mock.webhooks.deliveries()).toEqual([]);
});

test('a failed delivery is tried three times more', async () => {
  register();
  status = 404;
  await convert();
  await mock.webhooks.settle();
  for (const wait of ['1m', '5m', '30m', '1d']) {
    mock.clock.advance(wait);
    await mock.webhooks.settle();
  }
  expect(mock.webhooks.deliveries()).toMatchObject([
    { status: 'failed', attempts: [{ status: 404 }, { status: 404 }, { status: 404 }, { status: 404 }] },
  ]);
});
