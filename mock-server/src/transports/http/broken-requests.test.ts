import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMock } from '../../mock.ts';
import { serveMock, type RunningMock } from './serve.ts';

const GET = 'GET /contacts HTTP/1.1\r\nHost: localhost\r\nx-api-key: chaveiro-pingback-active\r\n\r\n';
const BODY = '{"email":"ana@exemplo.com.br"}';
const POST = `POST /contacts HTTP/1.1\r\nHost: localhost\r\nx-api-key: chaveiro-pingback-active\r\nContent-Type: application/json\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`;

let server: RunningMock;
beforeAll(async () => {
  server = await serveMock(createMock(), { port: 0 });
});
afterAll(() => server.close());

/** All that comes back until the server ends the connection, which its client keeps open. */
function answersTo(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes));
    let received = '';
    socket.on('data', (chunk) => (received += chunk.toString()));
    // Whoever still writes when the other side has gone is told so; what counts is what came before.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(received));
  });
}

function statusesIn(answers: string): number[] {
  return [...answers.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}

describe('good requests before a broken one get their own answers first', () => {
  test.each([
    ['bytes that are no HTTP', `${POST}\0\0`, [201, 400]],
    ['a request line that is none', `${GET}${GET}X\r\n\r\n`, [200, 200, 400]],
    ['two lengths', `${GET}POST /contacts HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n`, [200, 400]],
    ['a body in bad chunks', `${GET}${GET}POST /contacts HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`, [200, 200, 400]],
  ])('%s', async (_, bytes, statuses) => {
    expect(statusesIn(await answersTo(bytes))).toEqual(statuses);
  });
});

test('a request that was answered before its body broke gets no second answer', async () => {
  const refused = 'POST /contacts HTTP/1.1\r\nHost: evil.example\r\nTransfer-Encoding: chunked\r\n\r\n';
  const broken = await answersTo(`${refused}zz\r\n`);
  expect(statusesIn(broken)).toHaveLength(1);
});

test('whoever has more to send than anybody reads still sees why not', async () => {
  const head = `POST /contacts HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'a'.repeat(70_000)}\r\nContent-Length: 5000000\r\n\r\n`;
  expect(statusesIn(await answersTo(head + ' '.repeat(5_000_000)))).toEqual([431]);
});

test('CONNECT is told that there is no tunnel', async () => {
  const answer = await answersTo('CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 405 Method not allowed\r\n/);
  expect(answer).toContain('content-type: application/problem+json');
  expect(answer).toContain('"code":"method_not_allowed"');
});

test('an expectation that nobody can meet is told so, and the connection goes on', async () => {
  const expecting = GET.replace('\r\n\r\n', '\r\nExpect: a miracle\r\n\r\n');
  const answers = await answersTo(`${expecting}${GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')}`);
  expect(statusesIn(answers)).toEqual([417, 200]);
  expect(answers).toContain('"code":"expectation_failed"');
});
