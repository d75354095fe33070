// Our column of the matrix that compares SDKs, a test a row: what was measured there over real HTTP is so here too.
import { describe, expect, test, vi } from 'vitest';
import { CANARY, LEAK, shown } from '../test/canary.ts';
import { HastyClock } from '../test/hasty-clock.ts';
import { listen, type IncomingMessage } from '../test/loopback.ts';
import { thrown } from '../test/observed-fetch.ts';
import { VirtualClock } from '../test/virtual-clock.ts';
import { ParseError, RateLimitError, RedirectError, ServerError, TimeoutError, type ChaveiroError } from './errors/index.ts';
import { debugLog } from './observability/debug-log.ts';
import { Pingback } from './platforms/pingback/index.ts';
import { RDStation } from './platforms/rdstation/index.ts';
import { Zenvio } from './platforms/zenvio/index.ts';

vi.setConfig({ testTimeout: 60_000 });

const lead = { conversion_identifier: 'ebook', email: 'a@b.c' };
const text = { instance_id: 'inst_1', to: ['5511999999999'], type: 'text', payload: { message: 'Olá' } } as const;

interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A platform on this machine that gives these answers, the last one for ever. */
async function platform(...replies: Reply[]) {
  const requests: IncomingMessage[] = [];
  const baseUrl = await listen((request, response) => {
    const { status, headers = {}, body = '{}' } = replies[Math.min(requests.push(request), replies.length) - 1] as Reply;
    request.resume().on('end', () => response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body));
  });
  return { baseUrl, requests };
}

describe('retries', () => {
  test('auto retries (default): 2, method-aware', async () => {
    const { baseUrl, requests } = await platform({ status: 500 });
    const settings = { apiKey: 'k', baseUrl, clock: new HastyClock(), pace: false };
    const count = async (call: Promise<unknown>): Promise<number> => {
      const before = requests.length;
      await thrown(call);
      return requests.length - before;
    };
    const { contacts } = new Pingback(settings);
    expect(await count(contacts.list())).toBe(3);
    expect(await count(contacts.update('a@b.c', { name: 'A' }))).toBe(3);
    expect(await count(contacts.create({ email: 'a@b.c' }))).toBe(1);
    expect(await count(new RDStation(settings).conversions.create(lead))).toBe(1);
    expect(await count(new Zenvio(settings).messages.send(text))).toBe(3);
  });

  test('retries 429 honouring Retry-After', async () => {
    const { baseUrl, requests } = await platform(
      { status: 429, headers: { 'retry-after': '2' } },
      { status: 200, body: '{"event_uuid":"u"}' },
    );
    const clock = new HastyClock();
    const rd = new RDStation({ apiKey: 'k', baseUrl, clock, pace: false });
    expect(await rd.conversions.create(lead)).toEqual({ event_uuid: 'u' });
    expect([requests.length, clock.waits]).toEqual([2, [2000]]);
  });

  test('cap on Retry-After: 30 s, and a typed error carries the time', async () => {
    const { baseUrl, requests } = await platform({ status: 429, headers: { 'retry-after': '31' } });
    const clock = new HastyClock();
    const pingback = new Pingback({ apiKey: 'k', baseUrl, clock, timeout: 120_000 });
    const error = await thrown<RateLimitError>(pingback.contacts.list());
    expect(error).toBeInstanceOf(RateLimitError);
    expect([error.retryAfter, requests.length, clock.waits]).toEqual([31_000, 1, []]);
  });

  test('abort during back-off: <= 20 ms after abort', async () => {
    const { baseUrl, requests } = await platform({ status: 503, headers: { 'retry-after': '20' } });
    const clock = new VirtualClock();
    const began = clock.now();
    const caller = new AbortController();
    const aborted = thrown(new Pingback({ apiKey: 'k', baseUrl, clock }).contacts.list({}, { signal: caller.signal }));
    // The deadline, and the 20 seconds that were asked for.
    await vi.waitFor(() => expect(clock.timers).toBe(2));
    const reason = new Error('the user left');
    caller.abort(reason);
    expect(await aborted).toBe(reason);
    expect([clock.now() - began, clock.timers, requests.length]).toEqual([0, 0, 1]);
  });

  test('timeout covers a stalled body', async () => {
    const closed = vi.fn();
    const baseUrl = await listen((_, response) => {
      response.on('close', closed);
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"message":');
    });
    const error = await thrown<TimeoutError>(new Pingback({ apiKey: 'k', baseUrl, timeout: 100 }).contacts.list());
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toMatchObject({ code: 'timeout', timeout: 100 });
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
  });

  test('total deadline across retries', async () => {
    const { baseUrl, requests } = await platform({ status: 503, headers: { 'retry-after': '2' } });
    const clock = new VirtualClock();
    const failed = thrown(new Pingback({ apiKey: 'k', baseUrl, clock, retries: 9, timeout: 5000 }).contacts.list());
    for (const attempt of [1, 2]) {
      await vi.waitFor(() => expect([requests.length, clock.timers]).toEqual([attempt, 2]));
      await clock.advance(2000);
    }
    // A third one is begun after 4 seconds; a fourth would begin after the fifth.
    expect(await failed).toBeInstanceOf(ServerError);
    expect(requests).toHaveLength(3);
  });

  test('retry storm on 500: 3 hits', async () => {
    const { baseUrl, requests } = await platform({ status: 500 });
    const clock = new HastyClock();
    expect(await thrown(new Zenvio({ apiKey: 'k', baseUrl, clock }).logs.list())).toBeInstanceOf(ServerError);
    expect([requests.length, clock.waits.length]).toEqual([3, 2]);
  });

  test('idempotency key on retried POST: auto where the provider supports it', async () => {
    const { baseUrl, requests } = await platform({ status: 502 }, { status: 202, body: '{"message_ids":["m"]}' });
    const zenvio = new Zenvio({ apiKey: 'k', baseUrl, clock: new HastyClock() });
    await zenvio.messages.send(text);
    await zenvio.messages.send(text);
    const names = requests.map(({ headers }) => headers['idempotency-key']);
    expect(names[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(names[1]).toBe(names[0]);
    expect(names[2]).not.toBe(names[0]);
    const pingback = new Pingback({ apiKey: 'k', baseUrl });
    await pingback.contacts.create({ email: 'a@b.c' });
    expect(requests.at(-1)?.headers).not.toHaveProperty('idempotency-key');
    expect(await thrown(pingback.contacts.create({ email: 'a@b.c' }, { idempotencyKey: 'mine' }))).toBeInstanceOf(TypeError);
  });
});

describe('answers', () => {
  test('200 with broken JSON: typed ParseError', async () => {
    const { baseUrl } = await platform({ status: 200, body: '{"message": "Contacts fou' });
    const error = await thrown<ParseError>(new Pingback({ apiKey: 'k', baseUrl }).contacts.list());
    expect(error).toBeInstanceOf(ParseError);
    expect(error).toMatchObject({ code: 'invalid_answer', status: 200, cause: { name: 'SyntaxError' } });
  });

  test('HTML 502 body: typed, body truncated', async () => {
    const body = `<html><title>502 Bad Gateway</title><body>${'<p>nginx</p>'.repeat(10_000)}</body></html>`;
    const { baseUrl } = await platform({ status: 502, headers: { 'content-type': 'text/html' }, body });
    const error = await thrown<ServerError>(new Pingback({ apiKey: 'k', baseUrl, retries: 0 }).contacts.list());
    expect(error).toBeInstanceOf(ServerError);
    expect(error.message).toContain('502: 502 Bad Gateway nginx');
    expect(error.message).not.toContain('<');
    expect(error.message.length).toBeLessThan(300);
  });

  test('request id on result and error', async () => {
    const named = { 'x-request-id': 'req-7' };
    const { baseUrl } = await platform({ status: 200, headers: named }, { status: 404, headers: named });
    const { contacts } = new Pingback({ apiKey: 'k', baseUrl });
    expect((await contacts.list().withResponse()).requestId).toBe('req-7');
    expect(await thrown<ChaveiroError>(contacts.get('a@b.c'))).toMatchObject({ status: 404, requestId: 'req-7' });
  });

  test('raw response access', async () => {
    const { baseUrl } = await platform({ status: 202, headers: { 'x-quota': '7' }, body: '{"message_ids":["m"]}' });
    const { data, response } = await new Zenvio({ apiKey: 'k', baseUrl }).messages.send(text).withResponse();
    expect(response).toBeInstanceOf(Response);
    expect([response.status, response.headers.get('x-quota'), await response.json()]).toEqual([202, '7', data]);
  });
});

describe('the key', () => {
  const redirected = async (call: (baseUrl: string) => Promise<unknown>) => {
    const seen: unknown[] = [];
    const elsewhere = await listen((request, response) => (seen.push(request.headers, request.url), response.end('{}')));
    const { baseUrl, requests } = await platform({ status: 307, headers: { location: `${elsewhere}/stolen` } });
    const error = await thrown(call(baseUrl));
    expect(requests).toHaveLength(1);
    return { error, seen };
  };

  test('redirects: Authorization kept off other origin: no follow by default', async () => {
    const { error, seen } = await redirected((baseUrl) => new Zenvio({ apiKey: CANARY, baseUrl }).logs.list());
    expect(error).toBeInstanceOf(RedirectError);
    expect(seen).toEqual([]);
  });

  test('redirects: x-api-key kept off other origin', async () => {
    const { error, seen } = await redirected((baseUrl) => new Pingback({ apiKey: CANARY, baseUrl }).contacts.list());
    expect(error).toBeInstanceOf(RedirectError);
    expect(seen).toEqual([]);
  });

  test('key hidden from inspect(client)', () => {
    for (const client of [new Pingback({ apiKey: CANARY }), new RDStation({ apiKey: CANARY }), new Zenvio({ apiKey: CANARY })]) {
      expect(shown(client)).not.toMatch(LEAK);
      expect(shown(client)).toContain('••••');
    }
  });

  test('key hidden from inspect(error)', async () => {
    const { baseUrl } = await platform({ status: 401, body: JSON.stringify({ error: `bad key ${CANARY}` }) });
    const error = await thrown(new RDStation({ apiKey: CANARY, baseUrl }).conversions.create(lead));
    expect(shown(error)).not.toMatch(LEAK);
    expect(error).toHaveProperty('url', `${baseUrl}/platform/conversions?api_key=••••`);
  });

  test('key with trailing newline: rejected locally, value never echoed', () => {
    const make = () => new Zenvio({ apiKey: `${CANARY}\n` });
    expect(make).toThrow(expect.objectContaining({ name: 'InvalidKeyError', code: 'malformed_key' }));
    expect(make).not.toThrow(LEAK);
  });

  test('empty key: throws at construct', () => {
    expect(() => new Pingback({ apiKey: '' })).toThrow(expect.objectContaining({ code: 'malformed_key' }));
  });

  test('log redaction: headers + query + body', async () => {
    const { baseUrl } = await platform({ status: 200, body: JSON.stringify({ event_uuid: CANARY }) });
    const lines: string[] = [];
    const settings = { baseUrl, hooks: debugLog((line) => lines.push(line)) };
    await new RDStation({ apiKey: CANARY, ...settings }).conversions.create(
      { ...lead, name: CANARY },
      { headers: { cookie: CANARY } },
    );
    await new Zenvio({ apiKey: CANARY, ...settings }).messages.send({ ...text, payload: { message: CANARY } });
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain('?api_key=••••');
    expect(lines.join('\n')).not.toMatch(LEAK);
  });
});
