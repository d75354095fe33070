// The types follow the document; `tsc -p sdk/tsconfig.test.json` is what checks this file.
import type { paths } from '@chaveiro/openapi/types';
import type { Client } from 'openapi-fetch';
import { describe, expectTypeOf, test } from 'vitest';
import { observedFetch } from '../test/observed-fetch.ts';
import {
  Console,
  createClient,
  MissingKeyError,
  Pingback,
  RDStation,
  RateLimitError,
  Zenvio,
  type AuthState,
  type BodyOf,
  type ConsoleApiKey,
  type Issue,
  type PingbackContact,
  type ResultOf,
  type ZenvioMessage,
} from './index.ts';

const { fetch } = observedFetch();
const client = createClient({ keys: { pingback: 'k', rdstation: { apiKey: 'k', accessToken: 't' }, zenvio: 'k' }, fetch });
const pingback = new Pingback({ apiKey: 'k', fetch });
const rd = new RDStation({ apiKey: 'k', accessToken: 't', fetch });
const zenvio = new Zenvio({ apiKey: 'k', fetch });
const console = new Console({ session: 's', baseUrl: 'http://localhost:4010', fetch });

/** For what only the compiler looks at. */
const never = (_: () => unknown): void => {};

describe('the typed client', () => {
  test('knows the paths, their parameters and bodies', () => {
    never(() => client.GET('/contacts', { params: { query: { page: 1 } } }));
    // @ts-expect-error no such path
    never(() => client.GET('/kontakte'));
    // @ts-expect-error no such method on this path
    never(() => client.DELETE('/contacts'));
    // @ts-expect-error the path parameter is missing
    never(() => client.GET('/contacts/{email}'));
    // @ts-expect-error a page is a number
    never(() => client.GET('/contacts', { params: { query: { page: 'one' } } }));
    // @ts-expect-error a contact needs an e-mail
    never(() => client.POST('/contacts', { body: { attributes: {} } }));
    // @ts-expect-error the payload is missing
    never(() => client.POST('/platform/conversions', { body: { event_type: 'CONVERSION', event_family: 'CDP' } }));
  });

  test('knows the options of a call', () => {
    const { signal } = new AbortController();
    never(() => client.GET('/contacts', { signal, timeout: 10, idempotencyKey: 'order-1', validate: 'off' }));
    never(() => client.request('get', '/contacts', { timeout: 10, cache: 'no-store', dispatcher: {} }));
    never(() => client.GET('/contacts', { fetch: (request) => globalThis.fetch(request.url) }));
    // @ts-expect-error a time-out is a number
    never(() => client.GET('/contacts', { timeout: 'abc' }));
    // @ts-expect-error a time-out is a number
    never(() => client.request('get', '/contacts', { timeout: 'abc' }));
    // @ts-expect-error an idempotency key is text
    never(() => client.GET('/contacts', { idempotencyKey: 5 }));
    // @ts-expect-error no such way to validate
    never(() => client.GET('/contacts', { validate: 'loudly' }));
    // @ts-expect-error a fetch of one call gets a request
    never(() => client.GET('/contacts', { fetch: (url: string, init: RequestInit) => globalThis.fetch(url, init) }));
  });

  test('is one of openapi-fetch, where a library asks for that', () => {
    expectTypeOf(client).toExtend<Client<paths>>();
  });

  test('knows what comes back', async () => {
    const { data, error, response } = await client.GET('/contacts');
    expectTypeOf(data).toExtend<ResultOf<'listContacts'> | undefined>();
    expectTypeOf(response).toEqualTypeOf<Response>();
    // @ts-expect-error no such member in any of the answers
    never(() => error?.nope);
  });
});

describe('the resources', () => {
  test('return what the document says', () => {
    expectTypeOf<ReturnType<typeof rd.conversions.create>>().resolves.toEqualTypeOf<{ event_uuid: string }>();
    expectTypeOf<ReturnType<typeof pingback.contacts.list>>().resolves.toHaveProperty('data');
    expectTypeOf<ResultOf<'listContacts'>['data']['data'][number]>().toEqualTypeOf<PingbackContact>();
    expectTypeOf<ReturnType<typeof zenvio.messages.send>>().resolves.toHaveProperty('message_ids');
    expectTypeOf<ReturnType<typeof zenvio.messages.get>>().resolves.toEqualTypeOf<ZenvioMessage>();
    expectTypeOf<ReturnType<typeof console.keys.get>>().resolves.toEqualTypeOf<ConsoleApiKey>();
    expectTypeOf<ReturnType<typeof console.keys.delete>>().resolves.toEqualTypeOf<undefined>();
  });

  test('take what the document says', () => {
    never(() => rd.conversions.create({ conversion_identifier: 'ebook', email: 'a@b.c', cf_cargo: 'CEO', tags: ['vip'] }));
    never(() => rd.events.create({ event_type: 'SALE', payload: { email: 'a@b.c', funnel_name: 'default', value: 10 } }));
    // @ts-expect-error the e-mail is missing
    never(() => rd.conversions.create({ conversion_identifier: 'ebook' }));
    // @ts-expect-error tags are a list
    never(() => rd.conversions.create({ conversion_identifier: 'ebook', email: 'a@b.c', tags: 'vip' }));
    // @ts-expect-error no such event
    never(() => rd.events.create({ event_type: 'BIRTHDAY', payload: { email: 'a@b.c' } }));
    // @ts-expect-error a text message has a message
    never(() => zenvio.messages.send({ instance_id: 'i', to: ['1'], type: 'text', payload: { text: 'Oi' } }));
    // @ts-expect-error an image has a media_url
    never(() => zenvio.messages.send({ instance_id: 'i', to: ['1'], type: 'image', payload: { message: 'Oi' } }));
    // @ts-expect-error an e-mail is text
    never(() => pingback.contacts.get(1));
    // @ts-expect-error no such status
    never(() => console.keys.update('a', 'k', { status: 'deleted' }));
    expectTypeOf<BodyOf<'createContact'>>().toHaveProperty('email');
  });

  test('take bodies that are readonly', () => {
    const message = { instance_id: 'i', to: ['5511999999999'], type: 'text', payload: { message: 'Oi' } } as const;
    never(() => zenvio.messages.send(message));
    const lead = { conversion_identifier: 'ebook', email: 'a@b.c', tags: ['vip'] } as const;
    never(() => rd.conversions.create(lead));
    const segments: readonly string[] = ['s1'];
    never(() => pingback.segments.addContact('a@b.c', { segmentedListsIds: segments }));
  });

  test('take signal, time-out and headers last', () => {
    const { signal } = new AbortController();
    never(() => pingback.contacts.get('a@b.c', { signal, timeout: 10, headers: { 'x-developer-mode': 'true' } }));
    never(() => pingback.contacts.get('a@b.c', { signal: undefined }));
    // @ts-expect-error no such option
    never(() => pingback.contacts.get('a@b.c', { retries: 3 }));
  });
});

describe('options', () => {
  test('what is not there cannot be given', () => {
    // @ts-expect-error the console needs an address
    never(() => new Console({ session: 's' }));
    // @ts-expect-error no such platform
    never(() => createClient({ keys: { mailchimp: 'k' } }));
    // @ts-expect-error a key is text
    never(() => new Pingback({ apiKey: 1 }));
    never(() => new Pingback({ apiKey: process.env['PINGBACK_API_KEY'] }));
    never(() => new Pingback({ fetch: globalThis.fetch }));
    never(() => new Pingback({ fetch: (url, init) => Promise.resolve(new Response(`${init.method} ${url}`)) }));
  });
});

describe('errors', () => {
  test('say what they know', () => {
    const error = new RateLimitError('slow down', { retryAfter: 1000, status: 429 });
    expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
    expectTypeOf(error.issues).toEqualTypeOf<readonly Issue[]>();
    expectTypeOf(error.candidates).toEqualTypeOf<readonly AuthState[]>();
    expectTypeOf(new MissingKeyError('').hint).toEqualTypeOf<string | undefined>();
  });
});
