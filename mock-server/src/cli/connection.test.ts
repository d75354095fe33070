/** Servers that begin to answer, and what is said of them. */
import { createServer, type RequestListener } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { connect } from './connection.ts';
import { EXIT } from './exit.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close().closeAllConnections()));

async function asking(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  return connect({ url: `http://127.0.0.1:${port}` }, 50).ask('GET', '/contacts');
}

const begun =
  (headers: Record<string, string>): RequestListener =>
  (_, response) =>
    response.writeHead(200, headers).write('{');

test.each([
  ['stalls for good', begun({ 'x-mock-request-id': 'req_1' }), EXIT.unreachable, /not complete: nothing within 0.05 seconds/],
  ['stalls by a fault', begun({ 'x-mock-request-id': 'req_1', 'x-mock-fault': 'f' }), EXIT.refused, /curl -X DELETE/],
  ['stalls and is no mock', begun({}), EXIT.unreachable, /is no Chaveiro mock \(status 200\)/],
  ['never begins', () => undefined, EXIT.unreachable, /No mock answers at .* \(nothing within 0.05 seconds\)/],
])('an answer that %s', async (_, answer, exitCode, message) => {
  await expect(asking(answer)).rejects.toMatchObject({ exitCode, message: expect.stringMatching(message) as string });
});

test('a mock that does not know the host that it is asked under is a mock that refuses', async () => {
  const refusal = asking((_, response) => {
    response.writeHead(421, { 'x-mock-decision': 'unknown_host' }).end('{"detail":"Allow the name with --allow-host."}');
  });
  await expect(refusal).rejects.toMatchObject({ exitCode: EXIT.refused, message: 'Allow the name with --allow-host.' });
});
