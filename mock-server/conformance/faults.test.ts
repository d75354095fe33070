/** Faults as a client sees them with its own `fetch`, on every transport; time is the mock's, so nothing is waited for. */
import { document } from '@chaveiro/openapi';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FaultEffect, NewFault } from '../src/index.ts';
import { transports, type Transport } from './transports.ts';

const KEY = { 'x-api-key': 'chaveiro-pingback-active' };

describe.each(Object.keys(transports))('faults over %s', (name) => {
  let transport: Transport;
  beforeAll(async () => {
    transport = await transports[name]!();
  });
  afterEach(() => transport.mock.reset());
  afterAll(() => transport.close());

  const contacts = (init: RequestInit = {}) => transport.fetch('pingback', '/contacts', { headers: KEY, ...init });
  const inject = (effect: FaultEffect, more: Omit<NewFault, 'effect'> = {}) => transport.mock.faults.add({ effect, ...more });
  const isPending = async (promise: Promise<unknown>) => {
    const pending = Symbol('pending');
    const ticks = new Promise((resolve) => setTimeout(resolve, 20, pending));
    return (await Promise.race([promise.catch(() => undefined), ticks])) === pending;
  };
  /** Until the request has reached the mock, and waits there. */
  const arrived = async () => {
    while (!transport.mock.requests.last()) await new Promise((resolve) => setTimeout(resolve, 1));
  };

  test('status: any status, with a body and headers of its own', async () => {
    const { id } = inject({ kind: 'status', status: 503, body: { down: true }, headers: { 'retry-after': '2' } });
    const response = await contacts();
    expect([response.status, await response.json()]).toEqual([503, { down: true }]);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(response.headers.get('x-mock-fault')).toBe(id);
    expect(response.headers.get('x-mock-decision')).toBe('fault');
    expect(transport.mock.requests.last()).toMatchObject({ operationId: 'listContacts', decision: 'fault', faults: [id] });
  });

  test('status: without a body it is the document’s own, where it has one', async () => {
    inject({ kind: 'status', status: 500 }, { on: { operationId: 'listContacts' } });
    inject({ kind: 'status', status: 599 });
    const { examples } = document.components.responses?.PingbackServerError?.content?.['application/json'] ?? {};
    expect(Object.keys(examples ?? {})).toContain('server_error');
    expect(Object.keys((await (await contacts()).json()) as object)).not.toEqual(['message']);
    const other = await transport.fetch('pingback', '/segments', { headers: KEY });
    expect([other.status, await other.json()]).toEqual([599, { message: 'Fault injected by the mock: 599' }]);
  });

  test('status 204 has no body, and can neither stall nor be cut', async () => {
    inject({ kind: 'status', status: 204, body: { ignored: true } });
    const response = await contacts();
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  test('latency: the answer comes when the clock has moved on, and the request took effect before', async () => {
    inject({ kind: 'latency', delay: '2s' });
    const waiting = contacts();
    await arrived();
    expect(transport.mock.requests.last()?.decision).toBe('allowed');
    transport.mock.clock.advance('1999ms');
    expect(await isPending(waiting)).toBe(true);
    transport.mock.clock.advance(1);
    expect((await waiting).status).toBe(200);
  });

  test('latency: jitter adds up to what it says, and the same every time for one seed', async () => {
    const longest = async () => {
      inject({ kind: 'latency', delay: '1s', jitter: '1s' }, { seed: 42 });
      const waiting = contacts();
      await arrived();
      let waited = 0;
      for (let done = false; !done; done = !(await isPending(waiting))) waited = transport.mock.clock.advance('100ms');
      return waited;
    };
    const started = transport.mock.clock.now();
    const first = await longest();
    transport.mock.reset();
    expect(await longest()).toBe(first);
    expect(first - started).toBeGreaterThan(1000);
    expect(first - started).toBeLessThanOrEqual(2000);
  });

  test('latency: a reset lets go of what waits', async () => {
    inject({ kind: 'latency', delay: '1d' });
    const waiting = contacts();
    await arrived();
    transport.mock.reset();
    expect((await waiting).status).toBe(200);
  });

  test('latency: a client that gives up is let go, and the mock lives on', async () => {
    inject({ kind: 'latency', delay: '1d' });
    const gone = new AbortController();
    const waiting = contacts({ signal: gone.signal });
    await arrived();
    gone.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    transport.mock.reset();
    expect((await contacts()).status).toBe(200);
  });

  test('latency and another fault hit one request together', async () => {
    const slow = inject({ kind: 'latency', delay: '1s' });
    const broken = inject({ kind: 'status', status: 502 });
    const waiting = contacts();
    await arrived();
    expect(await isPending(waiting)).toBe(true);
    transport.mock.clock.advance('1s');
    const response = await waiting;
    expect([response.status, response.headers.get('x-mock-fault')]).toEqual([502, `${slow.id}, ${broken.id}`]);
  });

  test('drop: the connection ends without an answer; before, nothing has happened, and after, it has', async () => {
    const create = (email: string) =>
      transport.fetch('pingback', '/contacts', {
        method: 'POST',
        headers: { ...KEY, 'content-type': 'application/json' },
        body: JSON.stringify({ email }),
      });
    const before = transport.mock.pingback.contacts.count();
    inject({ kind: 'drop' }, { times: 1 });
    await expect(create('a@exemplo.com.br')).rejects.toBeInstanceOf(TypeError);
    expect(transport.mock.pingback.contacts.count()).toBe(before);
    inject({ kind: 'drop', when: 'after' }, { times: 1 });
    await expect(create('b@exemplo.com.br')).rejects.toBeInstanceOf(TypeError);
    expect(transport.mock.pingback.contacts.last()?.email).toBe('b@exemplo.com.br');
    expect((await create('c@exemplo.com.br')).status).toBeLessThan(300);
  });

  test('truncate: the length is promised, some bytes come, then the connection ends', async () => {
    const whole = await (await contacts()).text();
    inject({ kind: 'truncate', after: 10 });
    const response = await contacts();
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBe(new TextEncoder().encode(whole).length);
    const { bytes, error } = await readUntilItBreaks(response);
    expect(bytes).toBe(whole.slice(0, 10));
    expect(error).toBeInstanceOf(TypeError);
  });

  test('stall: some bytes come, then nothing, until the client gives up', async () => {
    inject({ kind: 'stall', after: 5 });
    const gone = new AbortController();
    const response = await contacts({ signal: gone.signal });
    const reading = readUntilItBreaks(response);
    expect(await isPending(reading)).toBe(true);
    gone.abort();
    const { bytes, error } = await reading;
    expect([bytes.length, (error as Error).name]).toEqual([5, 'AbortError']);
    transport.mock.faults.clear();
    expect((await contacts()).status).toBe(200);
  });

  test('malformed: a complete answer that is no JSON', async () => {
    inject({ kind: 'malformed' });
    const response = await contacts();
    expect(response.headers.get('content-type')).toBe('application/json');
    const text = await response.text();
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  test('html: a gateway’s page instead of JSON', async () => {
    inject({ kind: 'html' });
    const response = await contacts();
    expect([response.status, response.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(await response.text()).toContain('<h1>502</h1>');
  });

  test.each([204, 205, 304])('html with status %i, which never has a body, is an answer without a page', async (status) => {
    inject({ kind: 'html', status });
    const response = await contacts();
    expect([response.status, await response.text()]).toEqual([status, '']);
    expect([response.headers.get('content-type'), response.headers.get('content-length')]).toEqual([null, null]);
  });

  test('content_type: the right body under a wrong name', async () => {
    inject({ kind: 'content_type', contentType: 'text/plain' });
    const response = await contacts();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain']);
    expect(() => transport.mock.requests.last()).not.toThrow();
    expect(await response.json()).toBeTypeOf('object');
  });

  describe('rate_limited: 429 as the platform says it', () => {
    test.each([
      ['pingback', '/contacts', { message: 'Too Many Requests' }],
      ['rdstation', '/platform/conversions?api_key=chaveiro-rdstation-active', { message: 'API rate limit exceeded' }],
      ['zenvio', '/whatsapp/instances', { error: 'Rate limit exceeded' }],
    ])('%s', async (platform, path, body) => {
      inject({ kind: 'rate_limited' }, { on: { platform } });
      const response = await transport.fetch(platform, path, {
        method: platform === 'rdstation' ? 'POST' : 'GET',
        ...(platform === 'rdstation' && { headers: { 'content-type': 'application/json' }, body: '{}' }),
      });
      expect([response.status, await response.json()]).toEqual([429, body]);
      if (platform === 'rdstation')
        expect([response.headers.get('ratelimit-limit-quotas'), response.headers.get('retry-after-quotas')]).toEqual([
          '120',
          '60',
        ]);
    });

    test('another of its 429 answers by name, with the lead of the request', async () => {
      inject({ kind: 'rate_limited', example: 'rate_limited_lead' });
      const response = await transport.send('rdstation', {
        method: 'POST',
        path: '/platform/conversions?api_key=chaveiro-rdstation-active',
        body: { payload: { email: 'bia@exemplo.com.br' } },
      });
      expect(await response.json()).toMatchObject({
        error: expect.stringContaining("'bia@exemplo.com.br'") as string,
        max: 120,
        usage: 121,
        remaining_time: 86_400,
      });
    });

    test('a session’s choice of failures counts here too, and an operation without a 429 borrows its platform’s', async () => {
      transport.mock.configure({ failures: { pingback: { rate_limited: 'limit_exceeded' } } });
      inject({ kind: 'rate_limited' });
      const hook = await transport.fetch('pingback', '/webhook/w/c/c/w/w', { method: 'POST' });
      expect([hook.status, await hook.json()]).toEqual([429, { message: 'Limit Exceeded' }]);
    });
  });
});

async function readUntilItBreaks(response: Response): Promise<{ bytes: string; error: unknown }> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let bytes = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bytes, error: undefined };
      bytes += value;
    }
  } catch (error) {
    return { bytes, error };
  }
}
