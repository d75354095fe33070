// Whatever stands in front of a platform answers: it comes out as one kind of error, with what it said in `issues`.
import { describe, expect, test } from 'vitest';
import { answering, json, thrown } from '../../test/observed-fetch.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';
import type { ChaveiroError } from './index.ts';

const lead = { conversion_identifier: 'ebook', email: 'a@b.c' };
const ask = {
  pingback: (answer: Response) => new Pingback({ apiKey: 'key-1', retries: 0, fetch: answering(answer) }).contacts.get('a@b.c'),
  rdstation: (answer: Response) =>
    new RDStation({ apiKey: 'key-1', retries: 0, fetch: answering(answer) }).conversions.create(lead),
  zenvio: (answer: Response) => new Zenvio({ apiKey: 'key-1', retries: 0, fetch: answering(answer) }).messages.get('msg_1'),
};
const type = { code: 'INVALID_DATA_TYPE', message: "Must be of type 'SET'." };
const given = { error_type: type.code, error_message: type.message };

describe('each of the seven shapes of RD Station', () => {
  test.each<[shape: string, body: unknown, issues: unknown[]]>([
    ['errors, one object', { errors: given }, [type]],
    ['errors, a list', { errors: [{ ...given, path: '$.payload.tags' }] }, [{ ...type, path: '$.payload.tags' }]],
    ['errors by field', { errors: { tags: [given] } }, [{ ...type, path: 'tags' }]],
    ['errors by field and locale', { errors: { tags: { 'pt-BR': [given] } } }, [{ ...type, path: 'tags' }]],
    [
      'errors, a mixture',
      { errors: { tags: given, name: ['is blank'] } },
      [
        { ...type, path: 'tags' },
        { path: 'name', message: 'is blank' },
      ],
    ],
    ['a bare list', [{ ...given, path: '$.event_type' }], [{ ...type, path: '$.event_type' }]],
    ['one sentence', { error: 'Something is wrong here' }, [{ message: 'Something is wrong here' }]],
  ])('%s', async (_shape, body, issues) => {
    const error = await thrown<ChaveiroError>(ask.rdstation(json(body, 400)));
    expect(error).toMatchObject({ name: 'ValidationError', code: 'invalid_request', status: 400 });
    expect(error.issues).toEqual(issues);
    expect(error.message).toContain((issues[0] as { message: string }).message.replace(/\.$/, ''));
  });
});

describe('what gateways and proxies answer', () => {
  const page = `<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>`;

  test.each<[what: string, answer: () => Response, name: string, issues: unknown[]]>([
    [
      'AWS, {message}',
      () => json({ message: 'Internal server error' }, 500),
      'ServerError',
      [{ message: 'Internal server error' }],
    ],
    [
      'AWS, {Message}',
      () => json({ Message: 'Endpoint request timed out' }, 504),
      'ServerError',
      [{ message: 'Endpoint request timed out' }],
    ],
    [
      'Kong, {message}',
      () => json({ message: 'no Route matched with those values' }, 404),
      'NotFoundError',
      [{ message: 'no Route matched with those values' }],
    ],
    ['nginx, HTML', () => html(page, 502), 'ServerError', [{ message: '502 Bad Gateway 502 Bad Gateway' }]],
    ['HTML that says it is JSON', () => json2(page, 502), 'ServerError', [{ message: '502 Bad Gateway 502 Bad Gateway' }]],
    ['plain text', () => html('upstream connect error', 503), 'ServerError', [{ message: 'upstream connect error' }]],
    ['JSON that is cut off', () => json2('{"error": "Conta', 500), 'ServerError', [{ message: '{"error": "Conta' }]],
    ['JSON text', () => json('nope', 418), 'ChaveiroError', []],
    ['null', () => json(null, 400), 'ValidationError', []],
    ['an empty body', () => html('', 500), 'ServerError', []],
    ['an empty body of a refusal', () => html('', 429), 'RateLimitError', []],
    ['white space', () => html(' \n ', 500), 'ServerError', []],
  ])('%s', async (_what, answer, name, issues) => {
    for (const platform of Object.values(ask)) {
      const error = await thrown<ChaveiroError>(platform(answer()));
      expect(error.name).toBe(name);
      expect(error.issues).toEqual(issues);
      expect(error.message).toContain(String(error.status));
    }
  });

  test('a page as long as a book is cut, and tags are no text', async () => {
    const error = await thrown<ChaveiroError>(ask.zenvio(html(`<p onclick="x">${'long '.repeat(1_000_000)}</p>`, 502)));
    expect(error.issues[0]?.message).toHaveLength(200);
    expect(error.message).not.toContain('<');
    expect(error.message.length).toBeLessThan(400);
  });

  test('JSON with a message as long as a book: the message of the error is cut, the issue is whole', async () => {
    const error = await thrown<ChaveiroError>(ask.zenvio(json({ error: 'A '.repeat(100_000), details: [] }, 400)));
    expect(error.message.length).toBeLessThan(1000);
    expect(error.issues[0]?.message).toHaveLength(200_000);
  });
});

function html(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/html' } });
}

/** Not JSON, whatever it says. */
function json2(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'application/json' } });
}
