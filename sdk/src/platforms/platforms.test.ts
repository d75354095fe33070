// Every operation has a method, and every method calls its operation as the document says.
import { describe, expect, test } from 'vitest';
import { answering, json, observedFetch, thrown } from '../../test/observed-fetch.ts';
import { ValidationError } from '../errors/index.ts';
import type { Fetch } from '../http/index.ts';
import * as tables from '../generated/operations/index.ts';
import { Console } from './console/index.ts';
import { Pingback } from './pingback/index.ts';
import { RDStation } from './rdstation/index.ts';
import { Zenvio, type ZenvioSendMessage } from './zenvio/index.ts';

const baseUrl = 'http://localhost:4010';
const lead = { conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' };
const text = {
  instance_id: 'inst_1',
  to: ['5511999999999'],
  type: 'text',
  payload: { message: 'Olá' },
} satisfies ZenvioSendMessage;
const sale = { event_type: 'SALE', payload: { email: 'ana@exemplo.com.br', funnel_name: 'default' } } as const;

type Row = [operationId: string, call: (client: never) => Promise<unknown>, sent: string, body?: unknown];

const pingback: Row[] = [
  ['listContacts', (p: Pingback) => p.contacts.list(), 'GET /contacts'],
  ['listContacts', (p: Pingback) => p.contacts.list({ page: 3 }), 'GET /contacts?page=3'],
  ['createContact', (p: Pingback) => p.contacts.create({ email: 'a@b.c' }), 'POST /contacts', { email: 'a@b.c' }],
  ['getContact', (p: Pingback) => p.contacts.get('a+1@b.c'), 'GET /contacts/a%2B1%40b.c'],
  ['updateContact', (p: Pingback) => p.contacts.update('a@b.c', { name: 'A' }), 'PUT /contacts/a%40b.c', { name: 'A' }],
  ['deleteContact', (p: Pingback) => p.contacts.delete('a@b.c'), 'DELETE /contacts/a%40b.c'],
  ['listSegments', (p: Pingback) => p.segments.list({ page: 0 }), 'GET /segments?page=0'],
  [
    'addContactToSegments',
    (p: Pingback) => p.segments.addContact('a@b.c', { segmentedListsIds: ['s1'] }),
    'POST /segments/add-contact/a%40b.c',
    { segmentedListsIds: ['s1'] },
  ],
  [
    'createDeal',
    (p: Pingback) => p.deals.create({ contactId: 'c', pipelineId: 'p', stageId: 's' }),
    'POST /deals',
    { contactId: 'c', pipelineId: 'p', stageId: 's' },
  ],
  ['updateDeal', (p: Pingback) => p.deals.update('d1', { stageId: 's' }), 'PUT /deals/d1', { stageId: 's' }],
  ['verifyEmail', (p: Pingback) => p.emails.verify('a@b.c'), 'POST /email-verification/a%40b.c'],
  ['verifyEmail', (p: Pingback) => p.emails.verify('a@b.c', { port: 25 }), 'POST /email-verification/a%40b.c', { port: 25 }],
  [
    'triggerWebhook',
    (p: Pingback) => p.webhooks.trigger('w1', 'c2', 'f3', { email: 'a@b.c' }),
    'POST /webhook/w1/c/c2/w/f3',
    { email: 'a@b.c' },
  ],
];

const rdstation: Row[] = [
  [
    'createConversion',
    (rd: RDStation) => rd.conversions.create(lead),
    'POST /platform/conversions?api_key=key-1',
    { event_type: 'CONVERSION', event_family: 'CDP', payload: lead },
  ],
  ['createEvent', (rd: RDStation) => rd.events.create(sale), 'POST /platform/events', { event_family: 'CDP', ...sale }],
  [
    'createEventBatch',
    (rd: RDStation) => rd.events.createBatch([sale, { event_type: 'CONVERSION', payload: lead }]),
    'POST /platform/events/batch',
    [
      { event_family: 'CDP', ...sale },
      { event_family: 'CDP', event_type: 'CONVERSION', payload: lead },
    ],
  ],
];

const zenvio: Row[] = [
  ['sendMessage', (z: Zenvio) => z.messages.send(text), 'POST /whatsapp/messages', text],
  ['getMessage', (z: Zenvio) => z.messages.get('m1'), 'GET /whatsapp/messages/m1'],
  ['editMessage', (z: Zenvio) => z.messages.edit('m1', { text: 'Oi' }), 'PATCH /whatsapp/messages/m1/edit', { text: 'Oi' }],
  ['cancelMessage', (z: Zenvio) => z.messages.cancel('m1'), 'POST /whatsapp/messages/m1/cancel'],
  ['deleteMessage', (z: Zenvio) => z.messages.delete('m1'), 'DELETE /whatsapp/messages/m1'],
  ['listInstances', (z: Zenvio) => z.instances.list(), 'GET /whatsapp/instances'],
  ['getInstance', (z: Zenvio) => z.instances.get('i1'), 'GET /whatsapp/instances/i1'],
  ['createInstance', (z: Zenvio) => z.instances.create({ name: 'Loja' }), 'POST /whatsapp/instances', { name: 'Loja' }],
  ['disconnectInstance', (z: Zenvio) => z.instances.disconnect('i1'), 'POST /whatsapp/instances/i1/disconnect'],
  ['deleteInstance', (z: Zenvio) => z.instances.delete('i1'), 'DELETE /whatsapp/instances/i1'],
  ['listLogs', (z: Zenvio) => z.logs.list(), 'GET /logs'],
];

const consoleRows: Row[] = [
  ['listAccounts', (c: Console) => c.accounts.list({ platform: 'zenvio' }), 'GET /accounts?platform=zenvio'],
  ['getKeyRules', (c: Console) => c.accounts.keyRules('a1'), 'GET /accounts/a1/key-rules'],
  ['getAccount', (c: Console) => c.accounts.get('a1'), 'GET /accounts/a1'],
  ['updateAccount', (c: Console) => c.accounts.update('a1', { plan: 'free' }), 'PATCH /accounts/a1', { plan: 'free' }],
  ['listApiKeys', (c: Console) => c.keys.list('a1'), 'GET /accounts/a1/api-keys'],
  ['createApiKey', (c: Console) => c.keys.create('a1', { name: 'CRM' }), 'POST /accounts/a1/api-keys', { name: 'CRM' }],
  ['getApiKey', (c: Console) => c.keys.get('a1', 'k1'), 'GET /accounts/a1/api-keys/k1'],
  ['updateApiKey', (c: Console) => c.keys.update('a1', 'k1', { name: 'X' }), 'PATCH /accounts/a1/api-keys/k1', { name: 'X' }],
  ['updateApiKey', (c: Console) => c.keys.rename('a1', 'k1', 'X'), 'PATCH /accounts/a1/api-keys/k1', { name: 'X' }],
  ['updateApiKey', (c: Console) => c.keys.disable('a1', 'k1'), 'PATCH /accounts/a1/api-keys/k1', { status: 'disabled' }],
  ['updateApiKey', (c: Console) => c.keys.enable('a1', 'k1'), 'PATCH /accounts/a1/api-keys/k1', { status: 'active' }],
  ['deleteApiKey', (c: Console) => c.keys.delete('a1', 'k1'), 'DELETE /accounts/a1/api-keys/k1'],
  ['revealApiKey', (c: Console) => c.keys.reveal('a1', 'k1'), 'POST /accounts/a1/api-keys/k1/reveal'],
  ['listApiLogs', (c: Console) => c.logs.list('a1'), 'GET /accounts/a1/api-logs'],
];

const platforms = [
  { name: 'pingback', rows: pingback, construct: (fetch: Fetch) => new Pingback({ apiKey: 'key-1', baseUrl, fetch }) },
  {
    name: 'rdstation',
    rows: rdstation,
    construct: (fetch: Fetch) => new RDStation({ apiKey: 'key-1', accessToken: 'token-1', baseUrl, fetch }),
  },
  { name: 'zenvio', rows: zenvio, construct: (fetch: Fetch) => new Zenvio({ apiKey: 'sk_live_1', baseUrl, fetch }) },
  { name: 'console', rows: consoleRows, construct: (fetch: Fetch) => new Console({ session: 's-1', baseUrl, fetch }) },
] as const;

describe.each(platforms)('$name', ({ name, rows, construct }) => {
  test('every operation of the document has a method', () => {
    const { operations }: tables.OperationTable = tables[name];
    expect(new Set(rows.map(([operationId]) => operationId))).toEqual(new Set(Object.keys(operations)));
  });

  test.each(rows)('%s', async (operationId, call, sent, body) => {
    const observed = observedFetch(json({ what: 'the platform answers' }));
    expect(await call(construct(observed.fetch) as never)).toEqual({ what: 'the platform answers' });
    const { method, url, headers } = observed.request;
    expect(`${method} ${url.replace(baseUrl, '')}`).toBe(sent);
    const received = await observed.request.text();
    expect(received).toEqual(body === undefined ? '' : JSON.stringify(body));
    expect(headers.get('content-type')).toBe(body === undefined ? null : 'application/json');
    // The route of the call is the operation that it is listed under.
    const error = await thrown(call(construct(answering(json({}, 418))) as never));
    expect(error).toMatchObject({ operationId, platform: name, status: 418 });
  });
});

test('call options: further headers go along, and the key is not theirs to place', async () => {
  const observed = observedFetch();
  const pingback = new Pingback({ apiKey: 'key-1', fetch: observed.fetch });
  await pingback.contacts.list({}, { headers: { 'x-developer-mode': 'true', 'X-API-Key': 'mine' } });
  expect([...observed.request.headers]).toEqual([
    ['x-api-key', 'key-1'],
    ['x-developer-mode', 'true'],
  ]);
});

test('undefined options are options not given', async () => {
  const observed = observedFetch();
  const options = { apiKey: undefined, baseUrl: undefined, fetch: undefined, timeout: undefined };
  const pingback = new Pingback({ ...options, apiKey: 'key-1', fetch: observed.fetch });
  await pingback.contacts.list({}, { signal: undefined, timeout: undefined, headers: undefined });
  expect(observed.request.url).toBe('https://connect.pingback.com/v2/contacts');
});

describe('a path parameter cannot turn an address into another', () => {
  test.each(['', '.', '..', undefined, null])('%j', async (email) => {
    const observed = observedFetch();
    const pingback = new Pingback({ apiKey: 'key-1', fetch: observed.fetch });
    const error = await thrown<ValidationError>(pingback.contacts.delete(email as string));
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ operationId: 'deleteContact', issues: [{ path: 'email' }] });
    expect(observed.requests).toEqual([]);
  });

  test.each([
    ['../deals/1', '/contacts/..%2Fdeals%2F1'],
    ['a?x=1#y', '/contacts/a%3Fx%3D1%23y'],
    ['{email}', '/contacts/%7Bemail%7D'],
    ['%2e%2e', '/contacts/%252e%252e'],
  ])('%s stays one segment', async (email, path) => {
    const observed = observedFetch();
    await new Pingback({ apiKey: 'key-1', baseUrl, fetch: observed.fetch }).contacts.delete(email);
    expect(observed.request.url).toBe(`${baseUrl}${path}`);
  });
});

test('the fetch of the moment is used, so that one that is patched later is too', async () => {
  const pingback = new Pingback({ apiKey: 'key-1' });
  const original = globalThis.fetch;
  const observed = observedFetch();
  globalThis.fetch = observed.fetch as typeof fetch;
  try {
    await pingback.contacts.list();
  } finally {
    globalThis.fetch = original;
  }
  expect(observed.requests).toHaveLength(1);
});
