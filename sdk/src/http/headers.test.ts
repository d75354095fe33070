// The headers of a call: what is no header is refused before anything is sent, and an idempotency key is the caller's own.
import { createMock } from '@chaveiro/mock-server';
import { describe, expect, test } from 'vitest';
import { observedFetch, thrown } from '../../test/observed-fetch.ts';
import { createClient } from '../client.ts';
import { ValidationError } from '../errors/index.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';
import type { CallOptions } from '../types.ts';

const apiKey = 'sk_live_chaveiro_active';
const message = {
  instance_id: 'inst_restaurante_joao',
  to: ['5511999999999'],
  type: 'text' as const,
  payload: { message: 'Olá' },
};

describe('an idempotency key of the caller', () => {
  const ways: [what: string, send: (client: ReturnType<typeof createClient>, zenvio: Zenvio) => PromiseLike<unknown>][] = [
    ['as an option', (_, zenvio) => zenvio.messages.send(message, { idempotencyKey: 'order-1' })],
    ['as a header', (_, zenvio) => zenvio.messages.send(message, { headers: { 'Idempotency-Key': 'order-1' } })],
    [
      'as a header by its other name',
      (_, zenvio) => zenvio.messages.send(message, { headers: { 'X-Idempotency-Key': 'order-1' } }),
    ],
    [
      'as a parameter',
      (client) => client.POST('/whatsapp/messages', { body: message, params: { header: { 'Idempotency-Key': 'order-1' } } }),
    ],
    [
      'as a parameter by its other name',
      (client) => client.POST('/whatsapp/messages', { body: message, params: { header: { 'X-Idempotency-Key': 'order-1' } } }),
    ],
    [
      'as an option of the typed client',
      (client) => client.POST('/whatsapp/messages', { body: message, idempotencyKey: 'order-1' }),
    ],
  ];

  test.each(ways)('%s is the only one: a send that is repeated sends once', async (_what, send) => {
    const mock = createMock();
    const sent: Headers[] = [];
    const fetch = (url: string, init: RequestInit) => (sent.push(new Headers(init.headers)), mock.fetch(url, init));
    const before = mock.zenvio.messages.count();
    const client = createClient({ keys: { zenvio: apiKey }, fetch });
    const zenvio = new Zenvio({ apiKey, fetch });
    await send(client, zenvio);
    await send(client, zenvio);
    expect(mock.zenvio.messages.count() - before).toBe(1);
    const given = sent.flatMap((headers) => [headers.get('idempotency-key'), headers.get('x-idempotency-key')]);
    expect(new Set(given.filter((key) => key !== null))).toEqual(new Set(['order-1']));
  });

  test('counts more as an option than as a header', async () => {
    const { fetch, requests } = observedFetch();
    const headers = { 'Idempotency-Key': 'header' };
    await new Zenvio({ apiKey, fetch }).messages.send(message, { idempotencyKey: 'option', headers });
    expect(requests[0]?.headers.get('idempotency-key')).toBe('option');
  });

  test('that is empty is none: the send has one of its own', async () => {
    const { fetch, requests } = observedFetch();
    const zenvio = new Zenvio({ apiKey, fetch });
    await zenvio.messages.send(message, { idempotencyKey: '' });
    await zenvio.messages.send(message, { headers: { 'Idempotency-Key': '' } });
    const [first, second] = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(first).toMatch(/^[\da-f-]{36}$/);
    expect(second).toMatch(/^[\da-f-]{36}$/);
    expect(second).not.toBe(first);
  });
});

describe('what cannot be sent as a header is refused at once, without its value', () => {
  const unusable: CallOptions[] = [
    { idempotencyKey: 'canary→1' },
    { idempotencyKey: 'canary\nx-injected: 1' },
    { idempotencyKey: 'canary\u0000' },
    { headers: { 'x y': 'canary' } },
    { headers: { '': 'canary' } },
    { headers: { 'x-name': 'canary ✓' } },
  ];

  test.each(unusable)('%j', async (options) => {
    const { fetch, requests } = observedFetch();
    const error = await thrown<ValidationError>(new Zenvio({ apiKey, fetch }).messages.send(message, options));
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ operationId: 'sendMessage', isRetryable: false });
    expect(error.message).toBe('Zenvio sendMessage: headers must be Latin-1 of one line.');
    expect(JSON.stringify(error)).not.toContain('canary');
    expect(requests).toEqual([]);
  });

  test('what can be sent is sent', async () => {
    const { fetch, requests } = observedFetch();
    const headers = { 'x-name': 'José, 100 %', "x!#$%&'*+-.^_`|~": 'a\tb', 'x-empty': '' };
    await new Zenvio({ apiKey, fetch }).messages.send(message, { headers });
    for (const [name, value] of Object.entries(headers)) expect(requests[0]?.headers.get(name)).toBe(value);
  });
});
