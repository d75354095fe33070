// Nothing that a caller can print, log or serialise shows the key, whatever goes wrong.
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { CANARY, LEAK, shown } from '../test/canary.ts';
import { answering, json, thrown, type Answer } from '../test/observed-fetch.ts';
import { createClient } from './client.ts';
import { Console } from './platforms/console/index.ts';
import { Pingback } from './platforms/pingback/index.ts';
import { RDStation } from './platforms/rdstation/index.ts';
import { Zenvio } from './platforms/zenvio/index.ts';

const lead = { conversion_identifier: 'ebook', email: 'a@b.c' };
const baseUrl = 'http://localhost:4010';

describe('a client', () => {
  test.each([
    ['Pingback', new Pingback({ apiKey: CANARY })],
    ['RDStation', new RDStation({ apiKey: CANARY, accessToken: CANARY })],
    ['Zenvio', new Zenvio({ apiKey: CANARY })],
    ['Console', new Console({ session: CANARY, baseUrl })],
    ['createClient', createClient({ keys: { pingback: CANARY, rdstation: { accessToken: CANARY }, zenvio: CANARY } })],
  ])('%s', (_name, client) => {
    expect(shown(client)).not.toMatch(LEAK);
    for (const part of Object.values(client)) expect(shown(part)).not.toMatch(LEAK);
  });

  test('shows that it has a key', () => {
    const rd = new RDStation({ apiKey: CANARY });
    expect(JSON.parse(JSON.stringify(rd))).toEqual({
      platform: 'rdstation',
      baseUrl: 'https://api.rd.services',
      timeout: 30_000,
      apiKey: '••••',
    });
    expect(inspect({ rd })).toContain('"apiKey":"••••"');
  });
});

/** Everything that can go wrong, each time with the key in the answer. */
const failures: [what: string, answer: Answer][] = [
  [
    'refused with an echo',
    ({ url, headers }) => json({ message: `bad key ${CANARY} at ${url} ${JSON.stringify([...headers])}` }, 401),
  ],
  ['refused with an escaped echo', () => new Response(`{"errors":[{"error_message":"ca\\/na\\u002bry=4711"}]}`, { status: 400 })],
  ['the key as a field', () => json({ errors: { [CANARY]: [{ error_type: CANARY, error_message: CANARY }] } }, 422)],
  ['the key as an escaped field', () => new Response('{"errors":{"ca\\/na\\u002bry=4711":["is bad"]}}', { status: 422 })],
  ['the key as code and request id', () => json({ errorCode: CANARY, error: 'x', requestId: CANARY }, 409)],
  ['the key as request id in a header', () => json({}, 500, { 'x-request-id': CANARY })],
  [
    'the key in every header',
    () =>
      new Response('{}', { status: 400, statusText: CANARY, headers: { 'x-echo': CANARY, link: encodeURIComponent(CANARY) } }),
  ],
  ['a page with an echo', ({ url }) => new Response(`<pre>${url} ${CANARY}</pre>`, { status: 502 })],
  ['a redirect to an echo', ({ url }) => new Response(null, { status: 302, headers: { location: `${url}&k=${CANARY}` } })],
  ['a success that is no JSON', () => new Response(CANARY)],
  ['a success of broken JSON', () => new Response(`{"key": ${CANARY}`)],
  [
    'a connection error with everything in it',
    (request) =>
      Promise.reject(
        Object.assign(new Error(`fetch ${request.url} failed`, { cause: { message: CANARY, request, config: { CANARY } } }), {
          request,
          code: CANARY,
        }),
      ),
  ],
  ['a body error', ({ url }) => new Response(new ReadableStream({ start: (c) => c.error(new Error(`lost ${url} ${CANARY}`)) }))],
  ['a time-out', () => new Promise(() => {})],
];

describe.each(failures)('an error: %s', (_what, answer) => {
  const options = { fetch: answering(answer), timeout: 10, retries: 0, baseUrl };

  test.each([
    ['key in the query', () => new RDStation({ apiKey: CANARY, ...options }).conversions.create(lead)],
    ['key in a header', () => new Pingback({ apiKey: CANARY, ...options }).contacts.get('a@b.c')],
    ['key as bearer', () => new Zenvio({ apiKey: CANARY, ...options }).messages.get('msg_1')],
    ['session', () => new Console({ session: CANARY, ...options }).accounts.get('acc_1')],
    ['secret address', () => new Pingback(options).webhooks.trigger('wh_1', CANARY, 'wf_1', { email: 'a@b.c' })],
  ])('%s', async (_placement, call) => {
    const error = await thrown(call());
    expect(shown(error)).not.toMatch(LEAK);
    expect(error).toMatchObject({ name: expect.stringMatching(/Error$/) as unknown, url: expect.any(String) as unknown });
  });

  test('typed client', async () => {
    const client = createClient({ keys: { rdstation: CANARY }, ...options });
    const body = { event_type: 'CONVERSION', event_family: 'CDP', payload: lead } as const;
    const outcome = await client.POST('/platform/conversions', { body }).catch((error: unknown) => error);
    expect(shown(outcome)).not.toMatch(LEAK);
    if (outcome instanceof Error) return;
    const { error, response } = outcome as { error: unknown; response: Response };
    expect(error).toBeDefined();
    expect(shown([error, response.url, response.statusText, ...response.headers])).not.toMatch(LEAK);
  });
});

test('the URL of an error shows that there was a key', async () => {
  const rd = new RDStation({ apiKey: CANARY, fetch: answering(json({}, 500)), retries: 0 });
  expect(await thrown(rd.conversions.create(lead))).toHaveProperty(
    'url',
    'https://api.rd.services/platform/conversions?api_key=••••',
  );
});

test('the URL of an error does not show the address of a webhook', async () => {
  const error = await thrown(
    new Pingback({ fetch: answering(json({}, 404)) }).webhooks.trigger('wh_1', 'ch_2', 'wf_3', { email: 'a@b.c' }),
  );
  expect(error).toHaveProperty('url', 'https://connect.pingback.com/v2/webhook/••••/c/••••/w/••••');
});

test('hooks see requests and responses without the key', async () => {
  const seen: unknown[] = [];
  const native = answering((request) => Object.defineProperty(json({ event_uuid: 'u' }), 'url', { value: request.url }));
  const client = createClient({ keys: { rdstation: CANARY, zenvio: CANARY }, fetch: native });
  client.use({
    onRequest: ({ request, options }) => void seen.push(request.url, [...request.headers], options),
    onResponse: ({ request, response }) => void seen.push(request.url, [...request.headers], response.url, response),
  });
  const body = { event_type: 'CONVERSION', event_family: 'CDP', payload: lead } as const;
  const { response } = await client.POST('/platform/conversions', { body });
  await client.GET('/logs');
  expect(seen).toHaveLength(14);
  expect(shown([seen, response])).not.toMatch(LEAK);
});
