// The typed client is openapi-fetch's, and its calls go the way of every other call.
import { describe, expect, test, vi } from 'vitest';
import { json, observedFetch, thrown } from '../test/observed-fetch.ts';
import { createClient } from './client.ts';
import { RedirectError } from './errors/index.ts';

const payload = { conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' };
const body = { event_type: 'CONVERSION', event_family: 'CDP', payload } as const;
const keys = { pingback: 'key-1', rdstation: 'key-2' };

test('a body is sent where requests do not show theirs, as in Firefox', async () => {
  const observed = observedFetch();
  class WithoutBody extends Request {
    override readonly body = undefined as never;
  }
  vi.stubGlobal('Request', WithoutBody);
  const client = createClient({ keys, fetch: observed.fetch });
  await client.POST('/platform/conversions', { body });
  expect(await observed.request.json()).toEqual(body);
});

describe('a fetch of one call', () => {
  const own = (answer = json({})) => {
    const seen: Request[] = [];
    const unused = vi.fn();
    const fetch = (request: Request) => (seen.push(request), Promise.resolve(answer.clone()));
    return { client: createClient({ keys, fetch: unused }), seen, unused, fetch };
  };

  test('gets the request as it is sent: method, headers, body, key, and no redirect followed', async () => {
    const { client, seen, unused, fetch } = own();
    await client.POST('/platform/conversions', { body, fetch });
    await client.GET('/contacts', { fetch, redirect: 'follow' });
    expect(seen.map(({ method, url, redirect }) => [method, url, redirect])).toEqual([
      ['POST', 'https://api.rd.services/platform/conversions?api_key=key-2', 'manual'],
      ['GET', 'https://connect.pingback.com/v2/contacts', 'manual'],
    ]);
    expect(seen[0]?.headers.get('content-type')).toBe('application/json');
    expect(await seen[0]?.json()).toEqual(body);
    expect(seen[1]?.headers.get('x-api-key')).toBe('key-1');
    expect(unused).not.toHaveBeenCalled();
  });

  test('cannot have a redirect taken for an answer', async () => {
    const { client, fetch } = own(new Response(null, { status: 302, headers: { location: 'https://evil.example' } }));
    expect(await thrown(client.GET('/contacts', { fetch }))).toBeInstanceOf(RedirectError);
  });

  test('is told when the call is over', async () => {
    const { client, seen } = own();
    const stop = new AbortController();
    const hanging = (request: Request) => (seen.push(request), new Promise<never>(() => {}));
    const call = thrown(client.GET('/contacts', { fetch: hanging, signal: stop.signal }));
    await vi.waitUntil(() => seen.length);
    stop.abort(new Error('enough'));
    expect((await call).message).toBe('enough');
    expect(seen[0]?.signal.aborted).toBe(true);
  });
});
