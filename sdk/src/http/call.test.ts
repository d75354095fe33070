import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { answering, json, observedFetch, thrown } from '../../test/observed-fetch.ts';
import { createClient } from '../client.ts';
import { ConnectionError, ParseError, RedirectError, ServerError, TimeoutError } from '../errors/index.ts';
import { Pingback } from '../platforms/pingback/index.ts';

const pingbackOn = (answer: Parameters<typeof observedFetch>[0], timeout?: number) =>
  new Pingback({ apiKey: 'key-1', fetch: observedFetch(answer).fetch, timeout, retries: 0 });

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections();
});

/** A real server, for what a handed-in fetch cannot show. */
async function listen(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a redirect is never followed with a key', () => {
  test.each([301, 302, 303, 307, 308])('%i', async (status) => {
    const observed = observedFetch(new Response(null, { status, headers: { location: 'https://evil.example/?k=key-1' } }));
    const error = await thrown<RedirectError>(new Pingback({ apiKey: 'key-1', fetch: observed.fetch }).contacts.list());
    expect(error).toBeInstanceOf(RedirectError);
    expect(error).toMatchObject({ status, location: 'https://evil.example/?k=••••', operationId: 'listContacts' });
    expect(observed.request.redirect).toBe('manual');
  });

  test('by the real fetch: the target sees nothing', async () => {
    const seen: unknown[] = [];
    const target = await listen((request, response) => (seen.push(request.headers), response.end('{}')));
    const origin = await listen((_, response) => response.writeHead(307, { location: `${target}/stolen` }).end());
    const pingback = new Pingback({ apiKey: 'canary', baseUrl: origin });
    expect(await thrown(pingback.contacts.list())).toBeInstanceOf(RedirectError);
    const client = createClient({ keys: { pingback: 'canary' }, baseUrl: origin });
    expect(await thrown(client.GET('/contacts', { redirect: 'follow' }))).toBeInstanceOf(RedirectError);
    expect(seen).toEqual([]);
  });

  test('a browser shows no status: still a RedirectError', async () => {
    const opaque = Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' });
    const pingback = new Pingback({ apiKey: 'key-1', fetch: () => Promise.resolve(opaque) });
    expect(await thrown(pingback.contacts.list())).toBeInstanceOf(RedirectError);
  });

  test('a handed-in fetch that followed one all the same is reported', async () => {
    const followed = Object.defineProperty(json({}), 'redirected', { value: true });
    const error = await thrown(new Pingback({ apiKey: 'key-1', fetch: () => Promise.resolve(followed) }).contacts.list());
    expect(error).toBeInstanceOf(RedirectError);
    expect(error.message).toContain('followed a redirect, with the key');
  });
});

describe('a time-out covers the whole answer', () => {
  test('no answer', async () => {
    const error = await thrown<TimeoutError>(pingbackOn(() => new Promise(() => {}), 20).contacts.list());
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ timeout: 20, platform: 'pingback', operationId: 'listContacts' });
    expect(error.url).toBe('https://connect.pingback.com/v2/contacts');
  });

  test('a body that stalls', async () => {
    const stalled = new Response(new ReadableStream({ start: (c) => c.enqueue(new TextEncoder().encode('{"mes')) }));
    expect(
      await thrown(new Pingback({ apiKey: 'key-1', fetch: () => Promise.resolve(stalled), timeout: 20 }).contacts.list()),
    ).toBeInstanceOf(TimeoutError);
  });

  test('a body that stalls on a real connection, which is then closed', async () => {
    let close = (): void => {};
    const closed = new Promise<void>((resolve) => (close = resolve));
    const baseUrl = await listen((_, response) => {
      response.on('close', () => close());
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"message":');
    });
    const began = performance.now();
    const error = await thrown(new Pingback({ apiKey: 'key-1', baseUrl, timeout: 100 }).contacts.list());
    expect(error).toBeInstanceOf(TimeoutError);
    expect(performance.now() - began).toBeLessThan(2000);
    await closed;
  });

  test('of one call, in place of the client’s', async () => {
    const pingback = pingbackOn(() => new Promise(() => {}), 60_000);
    expect(await thrown(pingback.contacts.list({}, { timeout: 10 }))).toMatchObject({ timeout: 10 });
    const client = createClient({ keys: { pingback: 'key-1' }, fetch: () => new Promise(() => {}) });
    expect(await thrown(client.GET('/contacts', { timeout: 10 }))).toMatchObject({ timeout: 10 });
  });

  test.each([0, -1, NaN, Infinity, 2 ** 31, '5'])('%s is no time-out', async (timeout) => {
    expect(() => new Pingback({ timeout: timeout as number })).toThrow(TypeError);
    expect(await thrown(pingbackOn(json({})).contacts.list({}, { timeout: timeout as number }))).toBeInstanceOf(TypeError);
  });

  test('30 seconds by default', async () => {
    vi.useFakeTimers();
    const failed = thrown(pingbackOn(() => new Promise(() => {})).contacts.list());
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await failed).toMatchObject({ timeout: 30_000 });
    vi.useRealTimers();
  });
});

describe('the caller’s abort passes through as it is', () => {
  test('while the request is out', async () => {
    const caller = new AbortController();
    let network: AbortSignal | undefined;
    const pingback = pingbackOn((_, signal) => ((network = signal), new Promise<Response>(() => {})));
    const failed = thrown(pingback.contacts.list({}, { signal: caller.signal }));
    const reason = new Error('the user left');
    setTimeout(() => caller.abort(reason), 10);
    expect(await failed).toBe(reason);
    expect(network?.aborted).toBe(true);
  });

  test('without a reason of its own', async () => {
    const failed = thrown(pingbackOn(json({})).contacts.list({}, { signal: AbortSignal.abort() }));
    expect(await failed).toMatchObject({ name: 'AbortError' });
  });

  test('before the request is out: it never goes', async () => {
    const observed = observedFetch();
    const pingback = new Pingback({ apiKey: 'key-1', fetch: observed.fetch });
    await expect(pingback.contacts.list({}, { signal: AbortSignal.abort('no') })).rejects.toBe('no');
    expect(observed.requests).toEqual([]);
  });

  test('in the typed client too', async () => {
    const client = createClient({ keys: { pingback: 'key-1' }, fetch: () => new Promise(() => {}) });
    const caller = new AbortController();
    const calling = client.GET('/contacts', { signal: caller.signal });
    caller.abort('enough');
    await expect(calling).rejects.toBe('enough');
  });
});

describe('a success that cannot be read is a ParseError with its cause', () => {
  test.each([
    ['a page of HTML', '<html>ok</html>', 'not JSON'],
    ['broken JSON', '{"message": "Contacts fou', 'not JSON'],
    ['an empty body', '', 'empty'],
  ])('%s', async (_what, body, says) => {
    const answer = new Response(body, { headers: { 'x-request-id': 'req-7' } });
    const error = await thrown<ParseError>(pingbackOn(answer).contacts.list());
    expect(error).toBeInstanceOf(ParseError);
    expect(error.message).toContain(says);
    expect(error).toMatchObject({ status: 200, requestId: 'req-7', cause: { name: 'SyntaxError' } });

    const client = createClient({ keys: { pingback: 'key-1' }, fetch: answering(new Response(body)) });
    expect(await thrown(client.GET('/contacts'))).toBeInstanceOf(ParseError);
  });

  test('with content-length: 0', async () => {
    const answer = new Response('', { headers: { 'content-length': '0' } });
    expect(await thrown(pingbackOn(answer).contacts.list())).toBeInstanceOf(ParseError);
  });

  test('204 has no body to read', async () => {
    expect(await pingbackOn(new Response(null, { status: 204 })).contacts.delete('a@b.c')).toBeUndefined();
  });

  test('the typed client can ask for something else than JSON', async () => {
    const client = createClient({ keys: { pingback: 'key-1' }, fetch: answering(new Response('plain')) });
    expect(await client.GET('/contacts', { parseAs: 'text' })).toMatchObject({ data: 'plain' });
    const { data } = await client.GET('/contacts', { parseAs: 'stream' });
    expect(await new Response(data).text()).toBe('plain');
  });
});

describe('a connection that fails is a ConnectionError', () => {
  test('refused by a real port', async () => {
    const baseUrl = await listen(() => {});
    for (const server of servers.splice(0)) await new Promise((done) => server.close(done));
    const error = await thrown<ConnectionError>(new Pingback({ apiKey: 'canary', baseUrl, retries: 0 }).contacts.list());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.systemCode).toBe('ECONNREFUSED');
    expect(error.message).toBe('Pingback listContacts: connection failed: ECONNREFUSED.');
  });

  test('cut off within the body', async () => {
    const baseUrl = await listen((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"mes');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await thrown(new Pingback({ apiKey: 'key-1', baseUrl, retries: 0 }).contacts.list())).toBeInstanceOf(ConnectionError);
  });

  test.each([
    ['connect ECONNREFUSED 10.0.0.1:443', 'ECONNREFUSED', true],
    // The network may have gone away behind a connection that was made.
    ['read EHOSTUNREACH', 'EHOSTUNREACH', false],
    ['write ENETUNREACH', 'ENETUNREACH', false],
    ['read ECONNRESET', 'ECONNRESET', false],
    ['the peer REFUSED', 'EPROTO', false],
  ])('%j, %s: sent again, though it would count twice: %j', async (what, code, again) => {
    let sent = 0;
    const cause = Object.assign(new Error(what), { code });
    const fetch = () => (sent++, Promise.reject<Response>(new TypeError('fetch failed', { cause })));
    const pingback = new Pingback({ apiKey: 'key-1', fetch, pace: false, random: () => 0 });
    const error = await thrown<ConnectionError>(pingback.contacts.create({ email: 'a@b.c' }));
    expect(error).toMatchObject({ name: 'ConnectionError', systemCode: code, isRetryable: again });
    expect(sent).toBe(again ? 3 : 1);
  });

  test('an answer that is the network error of the Fetch standard', async () => {
    const fetch = () => Promise.resolve(Response.error());
    const error = await thrown(new Pingback({ apiKey: 'key-1', fetch, retries: 0 }).contacts.list());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toContain('no answer');
  });

  test('a fetch that throws before it returns a promise', async () => {
    const fetch = () => {
      throw new TypeError('no network here');
    };
    const error = await thrown(new Pingback({ apiKey: 'key-1', fetch, retries: 0 }).contacts.list());
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.cause).toMatchObject({ name: 'TypeError', message: 'no network here' });
  });
});

test('settings of fetch are handed on, and the body is the one that hooks left', async () => {
  const observed = observedFetch(json({ message: 'Contact created', data: { id: '1', email: 'a@b.c' } }, 201));
  const client = createClient({ keys: { pingback: 'key-1' }, fetch: observed.fetch });
  client.use({
    onRequest: ({ request }) => new Request(request, { body: '{"email":"x@y.z"}', headers: { 'x-hook': '1' } }),
    onResponse: async ({ response }) => void expect(await response.clone().json()).toHaveProperty('message'),
  });
  const { data } = await client.POST('/contacts', { body: { email: 'a@b.c' }, keepalive: true, cache: 'no-store' });
  expect(data?.data.id).toBe('1');
  expect(observed.request).toMatchObject({ keepalive: true, cache: 'no-store', method: 'POST' });
  expect(await observed.request.text()).toBe('{"email":"x@y.z"}');
  expect(Object.fromEntries(observed.request.headers)).toMatchObject({ 'x-hook': '1', 'x-api-key': 'key-1' });
});

describe('an answer that is no success', () => {
  test('is thrown by a resource, with the cause where the body is no JSON', async () => {
    const error = await thrown<ServerError>(pingbackOn(new Response('<h1>Bad  Gateway</h1>', { status: 502 })).contacts.list());
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 502, issues: [{ message: 'Bad Gateway' }], cause: { name: 'SyntaxError' } });
  });

  test('is returned by the typed client', async () => {
    const answer = json({ error: 'Contact not found.', errorCode: 'CONTACT_NOT_FOUND' }, 404);
    const client = createClient({ keys: { pingback: 'key-1' }, fetch: observedFetch(answer).fetch });
    const { data, error, response } = await client.GET('/contacts/{email}', { params: { path: { email: 'a@b.c' } } });
    expect(data).toBeUndefined();
    expect(error).toMatchObject({ errorCode: 'CONTACT_NOT_FOUND' });
    expect(response.status).toBe(404);
  });
});
