import { describe, expect, test, vi } from 'vitest';
import { enforce } from '../schemas/enforce.ts';
import type { PlatformSchemas } from './validation.ts';
import { answering, json, observedFetch, thrown } from '../../test/observed-fetch.ts';
import { settled, VirtualClock } from '../../test/virtual-clock.ts';
import { keyRing } from '../auth/key-ring.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';
import type { Hooks, RequestEvent, ResponseEvent } from './hooks.ts';

const lead = { conversion_identifier: 'ebook', email: 'a@b.c' };

/** Hooks that keep what they are told, in order. */
function witness() {
  const told: [name: string, event: unknown][] = [];
  const names = ['request', 'response', 'retry', 'refusal', 'drift'] as const;
  const hooks: Hooks = Object.fromEntries(names.map((name) => [name, (event: unknown) => void told.push([name, event])]));
  return { told, hooks, order: () => told.map(([name]) => name) };
}

const denied = json({ Message: 'User is not authorized' }, 403, { 'x-amzn-requestid': 'req-1' });
const down = json({ error: 'down' }, 500);
const fine = json({ data: {} }, 200, { 'x-request-id': 'req-3' });

describe('hooks are told', () => {
  test('of every attempt: request, response, refusal, retry, in this order', async () => {
    const clock = new VirtualClock();
    const { told, hooks, order } = witness();
    const answers = [denied, down, fine];
    const fetch = answering(() => (answers.shift() as Response).clone());
    const pingback = new Pingback({ apiKey: keyRing(['key-1', 'key-2']), fetch, hooks, clock, random: () => 0.5 });
    await clock.run(pingback.contacts.get('ana@b.c'));
    expect(order()).toEqual(['request', 'response', 'refusal', 'retry', 'request', 'response', 'retry', 'request', 'response']);
    const request = {
      platform: 'pingback',
      operationId: 'getContact',
      method: 'GET',
      template: '/contacts/{email}',
      url: 'https://connect.pingback.com/v2/contacts/ana%40b.c',
      headers: {},
    };
    const refusal = { name: 'InvalidKeyError', code: 'key_refused', requestId: 'req-1' };
    expect(told).toMatchObject([
      ['request', { ...request, attempt: 1 }],
      ['response', { request: { attempt: 1 }, status: 403, requestId: 'req-1', duration: 0 }],
      ['refusal', { request: { attempt: 1 }, error: refusal }],
      ['retry', { request: { attempt: 1 }, error: refusal, delay: 0 }],
      ['request', { ...request, attempt: 2 }],
      ['response', { request: { attempt: 2 }, status: 500 }],
      ['retry', { request: { attempt: 2 }, error: { code: 'server_error' }, delay: 250 }],
      ['request', { ...request, attempt: 3 }],
      ['response', { request: { attempt: 3 }, status: 200, requestId: 'req-3' }],
    ]);
    expect((told[1]?.[1] as ResponseEvent).request).toBe(told[0]?.[1]);
  });

  test('of an answer that did not come, and of how long it took', async () => {
    const clock = new VirtualClock();
    const { told, hooks } = witness();
    const pingback = new Pingback({
      apiKey: 'key-1',
      hooks,
      clock,
      timeout: 80,
      fetch: (_url, { signal }) => untilAborted(signal),
    });
    const error = await clock.run(thrown(pingback.contacts.list()));
    expect(told.slice(1)).toEqual([['response', expect.objectContaining({ duration: 80, error })]]);
  });

  test('of the caller’s abort', async () => {
    const { told, hooks } = witness();
    const caller = new AbortController();
    const pingback = new Pingback({ apiKey: 'key-1', hooks, fetch: (_url, { signal }) => untilAborted(signal) });
    const aborted = thrown(pingback.contacts.list({}, { signal: caller.signal }));
    await settled();
    caller.abort('enough');
    await aborted;
    await settled();
    expect(told.slice(1)).toMatchObject([['response', { error: 'enough' }]]);
  });

  test('not of calls that nothing is sent for', async () => {
    const { told, hooks } = witness();
    await thrown(new Zenvio({ hooks, fetch: answering(fine) }).logs.list());
    await thrown(new Pingback({ apiKey: 'k', hooks, fetch: answering(fine) }).contacts.get(''));
    expect(told).toEqual([]);
  });

  test('of drift, without values', async () => {
    const { told, hooks } = witness();
    const warned = vi.spyOn(console, 'warn').mockReturnValue();
    const drift = [{ path: '$.event_uuid', expected: 'string', got: 'number' }];
    const schemas: PlatformSchemas = {
      platform: 'rdstation',
      check: () => drift,
      enforce: (call, part) => enforce('rdstation', call, part, drift),
    };
    const settings = { apiKey: 'k', schemas, validate: 'warn', fetch: answering(json({ event_uuid: 4711 })) } as const;
    await new RDStation({ ...settings, hooks }).conversions.create(lead);
    expect(told.filter(([name]) => name === 'drift')).toEqual([
      ['drift', { platform: 'rdstation', operationId: 'createConversion', part: 'request', drift }],
      ['drift', { platform: 'rdstation', operationId: 'createConversion', part: 200, drift }],
    ]);
    expect(warned).not.toHaveBeenCalled();
  });
});

describe('a hook that fails breaks nothing', () => {
  const failing = (fail: () => void): Hooks => ({ request: fail, response: fail, retry: fail, refusal: fail, drift: fail });

  test.each<[how: string, hooks: Hooks]>([
    [
      'throws',
      failing(() => {
        throw new Error('hook');
      }),
    ],
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- people do
    ['rejects later', failing(() => Promise.reject(new Error('hook')))],
    [
      'throws something strange',
      failing(() => {
        throw null; // eslint-disable-line @typescript-eslint/only-throw-error -- people do
      }),
    ],
  ])('one that %s', async (_how, hooks) => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    const clock = new VirtualClock();
    const { order, hooks: other } = witness();
    const answers = [denied, down, fine];
    const fetch = answering(() => (answers.shift() as Response).clone());
    const pingback = new Pingback({ apiKey: keyRing(['key-1', 'key-2']), fetch, hooks: [hooks, other], clock });
    expect(await clock.run(pingback.contacts.list())).toEqual({ data: {} });
    expect(order()).toHaveLength(9);
    await settled();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('headers of a request hook', () => {
  const with_ = (change: (headers: Record<string, string>) => void): Hooks => ({ request: ({ headers }) => change(headers) });

  test('are sent, with each attempt anew; a later hook sees those of an earlier one', async () => {
    const clock = new VirtualClock();
    const seen: unknown[] = [];
    const answers = [down, fine];
    const observed = observedFetch(() => (answers.shift() as Response).clone());
    const first: Hooks = { request: ({ headers, attempt }) => void (headers[`X-Trace-${attempt}`] = 'abc') };
    const second = with_((headers) => void seen.push({ ...headers }));
    const pingback = new Pingback({ apiKey: 'key-1', fetch: observed.fetch, hooks: [first, second], clock });
    await clock.run(pingback.contacts.list({}, { headers: { 'X-Own': '1' } }));
    expect(seen).toEqual([
      { 'x-own': '1', 'X-Trace-1': 'abc' },
      { 'x-own': '1', 'X-Trace-2': 'abc' },
    ]);
    expect(observed.requests.map(({ headers }) => Object.fromEntries(headers))).toEqual([
      { 'x-own': '1', 'x-trace-1': 'abc', 'x-api-key': 'key-1' },
      { 'x-own': '1', 'x-trace-2': 'abc', 'x-api-key': 'key-1' },
    ]);
  });

  test.each(['x-api-key', 'X-API-Key', 'authorization', 'Authorization'])('cannot be another key: %s', async (name) => {
    const hooks = with_((headers) => void (headers[name] = 'Bearer other'));
    const { fetch, requests } = observedFetch();
    await new Pingback({ apiKey: 'key-1', fetch, hooks }).contacts.list();
    await new Zenvio({ apiKey: 'sk_live_1', fetch, hooks }).logs.list();
    expect(requests[0]?.headers.get('x-api-key')).toBe('key-1');
    expect(requests[1]?.headers.get('authorization')).toBe('Bearer sk_live_1');
  });

  test('do not get to see the key: not while it is written, and not afterwards', async () => {
    const seen: unknown[] = [];
    const events: RequestEvent[] = [];
    const spy: Hooks = {
      request(event) {
        events.push(event);
        for (const name of ['x-api-key', 'authorization']) {
          Object.defineProperty(event.headers, name, { set: (value) => void seen.push(value), enumerable: false });
        }
        Object.setPrototypeOf(event.headers, new Proxy({}, { set: (_, name, value) => (seen.push(name, value), true) }));
      },
      response: ({ request }) => void seen.push(...Object.values(request.headers), request.url),
    };
    const settings = { apiKey: 'canary', fetch: answering(json({})), hooks: spy };
    await new Pingback(settings).contacts.list();
    await new RDStation(settings).conversions.create(lead);
    await new Zenvio(settings).logs.list();
    expect(JSON.stringify([seen, events])).not.toContain('canary');
    expect(events.map(({ url }) => url.split('?')[1])).toEqual([undefined, 'api_key=••••', undefined]);
  });
});

function untilAborted(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason as Error)));
}
