/** What the proof would see, if there were something to be seen. */
import { document } from '@chaveiro/openapi';
import { beforeAll, describe, expect, test } from 'vitest';
import { createMock } from '@chaveiro/mock-server';
import type { IncomingRequest } from '../../src/exchange/request.ts';
import { complaintsAbout, type Rules } from './complaints.ts';
import { fitsOf, type Fits } from './fits.ts';
import { readReplies, readReply, type Reply } from './replies.ts';
import { asBytes, reproduce } from './reproduce.ts';
import type { Shot } from './shot.ts';
import { Witness } from './witness.ts';

const NOW = '2026-03-02T12:00:00.000Z';

function incoming(method: string, path: string, headers: Record<string, string> = {}, body?: string): IncomingRequest {
  const bytes = body === undefined ? undefined : new TextEncoder().encode(body);
  return { method, url: new URL(`http://localhost${path}`), headers: new Headers(headers), body: bytes, tooLarge: false };
}

describe('the witness tells', () => {
  test('of a refused request that changes something', async () => {
    const mock = createMock({ now: NOW });
    const answer = (request: IncomingRequest) => {
      mock.pingback.accounts.create({ id: 'acc_surpresa' });
      return mock.answer(request);
    };
    const witness = new Witness(Object.assign(Object.create(mock) as typeof mock, { answer }));
    await witness.answer(incoming('POST', '/nowhere', { 'x-case': '7' }));
    expect(witness.trespasses).toMatchObject([{ caseNumber: '7', changed: [expect.stringContaining('acc_surpresa')] }]);
  });

  test('of a change between two requests', async () => {
    const mock = createMock({ now: NOW });
    const witness = new Witness(mock);
    mock.pingback.accounts.create({ id: 'acc_surpresa' });
    await witness.answer(incoming('GET', '/contacts'));
    expect(witness.trespasses).toMatchObject([{ request: 'before GET http://localhost/contacts' }]);
  });

  test('of a smuggled request, and of nothing when a request does what it may', async () => {
    const mock = createMock({ now: NOW });
    const witness = new Witness(mock);
    const headers = { 'x-api-key': 'chaveiro-pingback-active', 'content-type': 'application/json' };
    await witness.answer(incoming('POST', '/contacts', headers, '{"email":"ana@exemplo.com.br"}'));
    await witness.answer(incoming('POST', '/contacts', headers, '{"email":"ana@exemplo.com.br"}'));
    expect(witness.trespasses).toEqual([]);
    await witness.answer(incoming('GET', '/contacts', { ...headers, 'x-case': 'smuggled' }));
    expect(witness.trespasses).toHaveLength(1);
  });
});

describe('an answer', () => {
  const shot: Shot = { method: 'GET', target: '/contacts', headers: [], guarded: false, operation: 'listContacts', how: [] };
  let fits: Fits;
  let rules: Rules;
  beforeAll(async () => {
    fits = await fitsOf(document);
    rules = { fits, secrets: ['chaveiro-pingback-active'], told: [], sentAsText: new Set() };
  });
  const reply = (status: number, body: unknown, headers = {}): Reply => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { status, headers: { 'content-type': 'application/json', ...headers }, body: text, length: 0 };
  };
  const about = (given: Reply) => complaintsAbout(shot, { kind: 'reply', reply: given, ms: 1 }, rules);

  test.each([
    ['with a status that is not declared', reply(418, {})],
    ['with another body than declared', reply(401, { a: 1 })],
    ['that is no JSON and says it is', reply(401, '{')],
    ['of the server’s failure', reply(500, { message: 'Internal server error' })],
    ['that shows a key', reply(401, { message: 'There is no key chaveiro-pingback-active' })],
    ['with a stack trace', reply(401, { message: 'Error\n    at run (file:///a.ts:1:2)' })],
    ['for a path that is there', reply(404, { message: 'x' }, { 'x-mock-decision': 'unknown_path' })],
  ])('%s is complained of', (_, given) => {
    expect(about(given).length).toBeGreaterThan(0);
  });

  test('that the mock gives is not', async () => {
    const answered = await createMock().fetch('http://localhost/contacts');
    expect(about(reply(answered.status, await answered.text(), Object.fromEntries(answered.headers)))).toEqual([]);
  });

  test.each([{ kind: 'closed' }, { kind: 'silence', ms: 15_000 }, { kind: 'noise', said: 'x' }] as const)(
    'that is none ($kind) is complained of',
    (outcome) => {
      expect(complaintsAbout(shot, outcome, rules)).toHaveLength(1);
    },
  );
});

describe('answers on the wire', () => {
  const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';
  const CHUNKED = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n';

  test('are read one after the other', () => {
    expect(readReplies(Buffer.from(`HTTP/1.1 100 Continue\r\n\r\n${OK}${CHUNKED}`)).map(({ body }) => body)).toEqual([
      '{}',
      '{}',
    ]);
  });

  test.each([OK, CHUNKED])('are not there until all of it is', (text) => {
    for (let length = 0; length < text.length; length++)
      expect(readReply(Buffer.from(text.slice(0, length)), false)).toBeUndefined();
  });

  test.each(['HELLO\r\n\r\n', 'HTTP/1.1 200 OK\r\nbroken\r\n\r\n', 'HTTP/1.1 200 OK\r\n\r\n', `${OK}x`])('%j is none', (text) => {
    expect(() => readReplies(Buffer.from(text))).toThrow();
  });
});

test('a case is a line for a shell: curl where it can send it, the bytes where it cannot', () => {
  const plain: Shot = {
    method: 'POST',
    target: '/contacts?a=1',
    headers: [['x-api-key', "it's"]],
    body: Buffer.from('{"a":1}'),
    guarded: false,
    operation: 'createContact',
    how: [],
  };
  expect(reproduce(plain)).toBe(
    `curl -sS -i --max-time 10 --path-as-is -X POST -H 'x-api-key: it'\\''s' -H 'content-type:' --data-binary '{"a":1}' 'http://localhost:4010/contacts?a=1'`,
  );
  expect(reproduce({ ...plain, body: Buffer.from([0xff, 0]) })).toMatch(/^printf '%b' 'POST .*\\0377\\0000' \| nc /);
  expect(asBytes(Buffer.from("a\\'\r\n"))).toContain(`'a\\0134\\0047\\r\\n'`);
});
