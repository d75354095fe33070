/** Where a server listens, and under which names it answers. */
import { request as send } from 'node:http';
import { expect, test } from 'vitest';
import { createMock } from '../../mock.ts';
import { serveMock, type ServeOptions } from './serve.ts';

/** `fetch` lets nobody choose a host. */
async function statusFor(host: string, options: ServeOptions): Promise<number | undefined> {
  await using server = await serveMock(createMock(), { port: 0, ...options });
  const headers = { host: `${host}:${server.port}` };
  return await new Promise((done, fail) => {
    const asked = send({ hostname: '127.0.0.1', port: server.port, path: '/__mock/state', headers });
    asked.on('response', (answer) => done(answer.resume().statusCode)).on('error', fail);
    asked.end();
  });
}

test.each([
  ['192.0.2.7', { host: '0.0.0.0' }, 421],
  ['192.0.2.7', { host: '0.0.0.0', allowedHosts: ['192.0.2.7'] }, 200],
  ['minha-maquina', { allowedHosts: ['Minha-Maquina'] }, 200],
  ['[2001:db8::7]', { allowedHosts: ['2001:DB8:0::7'] }, 200],
  ['[2001:db8::7]', { allowedHosts: ['[2001:db8::7]'] }, 200],
  ['[2001:db8::8]', { allowedHosts: ['2001:db8::7'] }, 421],
])('a request for %s to a server started with %j gets %i', async (host, options, status) => {
  expect(await statusFor(host, options)).toBe(status);
});

test('an empty host is refused, and not taken for all addresses', async () => {
  await expect(serveMock(createMock(), { port: 0, host: '' })).rejects.toThrow(/host to listen on is empty/);
});
