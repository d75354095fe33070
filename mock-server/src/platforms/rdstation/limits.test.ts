import { expect, test } from 'vitest';
import { createMock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { conversion } from './test-client.ts';

const mock = createMock();
const json = { 'content-type': 'application/json' };
const bearer = { ...json, authorization: 'Bearer chaveiro-rdstation-token-active' };

/** JSON of exactly this many bytes, accents included. */
function envelopeOf(bytes: number): string {
  const make = (filler: string) =>
    JSON.stringify(conversion({ conversion_identifier: 'x', email: 'a@exemplo.com.br', name: filler }));
  const size = (text: string) => new TextEncoder().encode(text).length;
  const accents = 'ção'.repeat(100);
  return make(accents + 'x'.repeat(bytes - size(make(accents))));
}

test.each([
  ['createConversion', '/platform/conversions?api_key=chaveiro-rdstation-active', json, (text: string) => text],
  ['createEvent', '/platform/events', bearer, (text: string) => text],
  ['createEventBatch', '/platform/events/batch', bearer, (text: string) => `[${text}]`],
])('%s takes a body of 200,000 bytes and no more', async (id, path, headers, wrap) => {
  const post = (bytes: number) => {
    const body = wrap(envelopeOf(bytes - wrap('').length));
    expect(new TextEncoder().encode(body)).toHaveLength(bytes);
    return mock.fetch(`https://api.rd.services${path}`, { method: 'POST', headers, body });
  };
  expect((await post(200_000)).status).toBe(200);
  const refused = await post(200_001);
  expect(refused.status).toBe(413);
  expect(await refused.json()).toEqual(exampleBody(id, 413, 'payload_too_large'));
});

test('a URL of 8 KB is taken, a longer one is not', async () => {
  const start = '/platform/conversions?api_key=chaveiro-rdstation-active&utm=';
  const post = (length: number) =>
    mock.fetch(`https://api.rd.services${start}${'x'.repeat(length - start.length)}`, {
      method: 'POST',
      headers: json,
      body: envelopeOf(2_000),
    });
  expect((await post(8_192)).status).toBe(200);
  const refused = await post(8_193);
  expect(refused.status).toBe(414);
  expect(await refused.json()).toEqual(exampleBody('createConversion', 414, 'uri_too_long'));
});

test.each(['/platform/events', '/platform/events/batch'])('%s takes an access token, and an API key nowhere', async (path) => {
  const key = 'chaveiro-rdstation-active';
  const body = path.endsWith('batch') ? `[${envelopeOf(2_000)}]` : envelopeOf(2_000);
  const post = (query: string, headers: Record<string, string>, to = mock) =>
    to.fetch(`https://api.rd.services${path}${query}`, { method: 'POST', headers, body });
  expect((await post('', bearer)).status).toBe(200);
  for (const refused of [await post(`?api_key=${key}`, json), await post('', { ...json, authorization: `Bearer ${key}` })]) {
    expect(refused.status).toBe(401);
    expect(refused.headers.get('x-mock-decision')).toBe('wrong_endpoint');
    expect(await refused.json()).toEqual(exampleBody('createEvent', 401, 'wrong_endpoint'));
  }
  const other = createMock({ failures: { rdstation: { wrong_endpoint: 'key_as_bearer' } } });
  expect(await (await post('', { ...json, authorization: `Bearer ${key}` }, other)).json()).toEqual(
    exampleBody('createEvent', 401, 'key_as_bearer'),
  );
});
