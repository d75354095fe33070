/** What a careless or hostile client meets over HTTP: a clear 4xx in the platform's words, and a server that lives on. */
import { connect } from 'node:net';
import { document } from '@chaveiro/openapi';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../src/index.ts';
import { PortInUseError, serveMock, type RunningMock } from '../src/http.ts';
import { recordExchange, takeViolations } from './exchanges.ts';

/** An operation of each platform that takes a body, with a key that opens it. */
const TARGETS = {
  pingback: { method: 'POST', path: '/contacts', headers: { 'x-api-key': 'chaveiro-pingback-active' } },
  rdstation: { method: 'POST', path: '/platform/conversions?api_key=chaveiro-rdstation-active', headers: {} },
  zenvio: { method: 'POST', path: '/whatsapp/messages', headers: { authorization: 'Bearer sk_live_chaveiro_active' } },
  console: { method: 'PATCH', path: '/accounts/acc_pingback_pro', headers: { authorization: 'Bearer chaveiro-console-owner' } },
  control: { method: 'POST', path: '/__mock/clock/advance', headers: {} },
} as const;

type Problem = keyof (typeof document)['x-platforms'][string]['requestFailures'];

let mock: Mock;
let server: RunningMock;
beforeAll(async () => {
  mock = createMock();
  server = await serveMock(mock, { port: 0 });
});
beforeEach(() => mock.reset());
afterEach(async () => {
  const alive = await fetch(`${server.url}/__mock/state`);
  expect(alive.status, 'the server lives on').toBe(200);
});
afterAll(() => server.close());

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(server.url + path, init);
  await recordExchange({ method: init.method ?? 'GET', path }, response.clone());
  return response;
}

async function expectProblem(response: Response, platform: string, problem: Problem): Promise<void> {
  const text = await response.text();
  expect(response.headers.get('x-mock-decision'), text).toBe(problem);
  expect(response.status).toBe(document['x-platforms'][platform]?.requestFailures[problem].status);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(response.headers.get('content-type')).toMatch(/^application\/(problem\+)?json$/);
  expect(JSON.parse(text)).toBeTypeOf('object');
}

describe.each(Object.keys(TARGETS) as (keyof typeof TARGETS)[])('on %s', (platform) => {
  const { method, path, headers } = TARGETS[platform];
  const json = { ...headers, 'content-type': 'application/json' };

  test.each(['{"email":', '{', '"', '[1,', '{"a":1}}', '\u0000', '{"a":01}'])(
    'truncated or malformed JSON (%j) is a clear 4xx',
    async (body) => {
      await expectProblem(await send(path, { method, headers: json, body }), platform, 'malformed_json');
    },
  );

  test('JSON that is not UTF-8 is a clear 4xx', async () => {
    const body = new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
    await expectProblem(await send(path, { method, headers: json, body }), platform, 'malformed_json');
  });

  test('JSON nested a thousand deep is a clear 4xx', async () => {
    const body = `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`;
    await expectProblem(await send(path, { method, headers: json, body }), platform, 'malformed_json');
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=latin1', 'nonsense'])(
    'content type %s is a clear 4xx',
    async (type) => {
      const response = await send(path, { method, headers: { ...headers, 'content-type': type }, body: '{}' });
      await expectProblem(response, platform, 'unsupported_media_type');
    },
  );

  test('no body where one is needed is a clear 4xx', async () => {
    await expectProblem(await send(path, { method, headers: json }), platform, 'missing_body');
  });

  test('a body just over the limit, and one far over it, is a clear 4xx', async () => {
    const limit = document['x-platforms'][platform]?.limits.bodyBytes.value ?? 0;
    for (const size of [limit + 1, 12_000_000]) {
      const body = `{"email":"${'a'.repeat(size - 12)}"}`;
      await expectProblem(await send(path, { method, headers: json, body }), platform, 'payload_too_large');
    }
  });

  test('a URL over the limit is a clear 4xx', async () => {
    const limit = document['x-platforms'][platform]?.limits.urlBytes.value ?? 0;
    const long = `${path}${path.includes('?') ? '&' : '?'}q=${'a'.repeat(limit)}`;
    await expectProblem(await send(long, { method, headers: json, body: '{}' }), platform, 'uri_too_long');
  });

  test('a wrong method is a clear 4xx', async () => {
    await expectProblem(await send(path, { method: 'DELETE', headers }), platform, 'method_not_allowed');
  });

  test('an unknown path below a known one is a clear 4xx', async () => {
    const [pathname = ''] = path.split('?');
    await expectProblem(await send(`${pathname}/a/b/c/d/e/f`, { method, headers }), platform, 'unknown_path');
  });
});

describe('malformed percent-encoding', () => {
  test.each([
    ['/contacts/%zz', 'pingback', { 'x-api-key': 'chaveiro-pingback-active' }],
    ['/contacts/%E0%A4%A', 'pingback', { 'x-api-key': 'chaveiro-pingback-active' }],
    ['/whatsapp/messages/%ff', 'zenvio', { authorization: 'Bearer sk_live_chaveiro_active' }],
    ['/accounts/%zz', 'console', { authorization: 'Bearer chaveiro-console-owner' }],
  ])('%s is a clear 4xx', async (path, platform, headers) => {
    await expectProblem(await send(path, { headers }), platform, 'bad_encoding');
  });

  test('/%zz, which belongs to no platform, is a clear 4xx', async () => {
    await expectProblem(await send('/%zz', {}), 'control', 'unknown_path');
  });
});

/** Sends bytes as they are and returns all that comes back; bounded, since a server that hangs must fail the test. */
function sendRaw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.end(bytes));
    let received = '';
    socket.setTimeout(5000, () => socket.destroy(new Error('no answer within five seconds')));
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}

describe('on a raw socket', () => {
  test.each([
    ['no HTTP at all', 'HELLO\r\n\r\n', 400],
    ['a space in the target', 'GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n', 400],
    [
      'two different lengths',
      'POST /contacts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      400,
    ],
    [
      'length and chunks together',
      'POST /contacts HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['a bad chunk size', 'POST /contacts HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n', 400],
    ['an impossible host', 'GET /contacts HTTP/1.1\r\nHost: [::x\r\nConnection: close\r\n\r\n', 400],
    ['a host that is not this machine', 'GET /contacts HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
    ['no host', 'GET /contacts HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['headers of 100 KB', `GET /contacts HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
  ])('%s gets a clear JSON answer', async (_, bytes, status) => {
    const [head = '', body = ''] = (await sendRaw(bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head).toMatch(/content-type: application\/problem\+json/i);
    const json = /\{.*\}/s.exec(body)?.[0] ?? body;
    expect(JSON.parse(json)).toMatchObject({ status, detail: expect.stringMatching(/\w+/) as string });
  });
});

describe('listening', () => {
  test('the server is on loopback alone', () => {
    expect(server.url).toMatch(/^http:\/\/localhost:\d+$/);
  });

  test('a taken port is told by a clear error, and the first server keeps it', async () => {
    const error = await serveMock(createMock(), { port: server.port }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PortInUseError);
    expect(String(error)).toContain('--port');
  });

  test('closing frees the port', async () => {
    const other = await serveMock(createMock(), { port: 0 });
    await other.close();
    await using again = await serveMock(createMock(), { port: other.port });
    expect(again.port).toBe(other.port);
  });
});

test('Prism finds no violation in any of these answers', () => {
  const { checked, violations } = takeViolations();
  expect(violations).toEqual([]);
  expect(checked).toBeGreaterThan(50);
});
