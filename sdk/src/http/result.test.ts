import { describe, expect, test, vi } from 'vitest';
import { answering, json, thrown } from '../../test/observed-fetch.ts';
import { settled } from '../../test/virtual-clock.ts';
import { NotFoundError } from '../errors/index.ts';
import { Pingback } from '../platforms/pingback/index.ts';

const found = json({ data: { email: 'a@b.c' } }, 200, { 'x-request-id': 'req-1', 'x-quota': '7' });
const missing = json({ error: 'Contact not found.' }, 404);
const get = (answer: Response, signal?: AbortSignal) =>
  new Pingback({ apiKey: 'key-1', fetch: answering(answer) }).contacts.get('a@b.c', { signal });

describe('a call is a promise', () => {
  test('that can be awaited, chained and combined; what is chained is a plain one', async () => {
    const call = get(found);
    expect(call).toBeInstanceOf(Promise);
    expect(call).toHaveProperty('safe');
    expect(await call).toEqual({ data: { email: 'a@b.c' } });
    const chained = call.then(({ data }) => data.email);
    expect(chained).not.toHaveProperty('safe');
    expect(await chained).toBe('a@b.c');
    expect(await Promise.all([call, get(found)])).toHaveLength(2);
    const caught = get(missing).catch((error: unknown) => error);
    expect(caught).not.toHaveProperty('safe');
    expect(await caught).toBeInstanceOf(NotFoundError);
    expect(await get(found).finally(() => {})).toHaveProperty('data');
  });

  test('it is sent once, however often it is asked', async () => {
    const fetch = vi.fn(answering(found));
    const call = new Pingback({ apiKey: 'key-1', fetch }).contacts.get('a@b.c');
    await Promise.all([call, call.safe(), call.withResponse(), call.then(() => {})]);
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('.safe()', () => {
  test('gives data or error, and never both', async () => {
    expect(await get(found).safe()).toEqual({ data: { data: { email: 'a@b.c' } }, error: undefined });
    const { data, error } = await get(missing).safe();
    expect(data).toBeUndefined();
    expect(error).toBeInstanceOf(NotFoundError);
  });

  test('gives what fails before anything is sent, too', async () => {
    expect((await new Pingback({ fetch: answering(found) }).contacts.get('a@b.c').safe()).error?.code).toBe('missing_key');
  });

  test('throws what is not of the SDK: the reason of an abort, a wrong option', async () => {
    const reason = new Error('the user left');
    expect(await thrown(get(found, AbortSignal.abort(reason)).safe())).toBe(reason);
    const { contacts } = new Pingback({ apiKey: 'key-1', fetch: answering(found) });
    expect(await thrown(contacts.list({}, { timeout: -1 }).safe())).toBeInstanceOf(TypeError);
  });

  test('leaves no rejection behind that nobody handles', async () => {
    const unhandled = vi.fn();
    process.on('unhandledRejection', unhandled);
    await get(missing).safe();
    await get(missing)
      .withResponse()
      .catch(() => {});
    await settled();
    process.off('unhandledRejection', unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });
});

describe('.withResponse()', () => {
  test('gives the answer with its headers, to be read once more', async () => {
    const { data, response, requestId } = await get(found).withResponse();
    expect([response.status, response.headers.get('x-quota'), requestId]).toEqual([200, '7', 'req-1']);
    expect(await response.json()).toEqual(data);
  });

  test('of an answer without a body', async () => {
    const pingback = new Pingback({ apiKey: 'key-1', fetch: answering(new Response(null, { status: 204 })) });
    const { data, response } = await pingback.contacts.delete('a@b.c').withResponse();
    expect([data, response.status, response.body]).toEqual([undefined, 204, null]);
  });

  test('throws what the call throws', async () => {
    expect(await thrown(get(missing).withResponse())).toBeInstanceOf(NotFoundError);
  });
});
