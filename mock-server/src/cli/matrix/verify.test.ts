/** A server that breaks off differs in that cell, and the others are looked at all the same. */
import { createServer } from 'node:http';
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import { expect, test } from 'vitest';
import { connect } from '../connection.ts';
import { verify } from './verify.ts';

test('an answer that breaks off is a difference, and no end of the run', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{', () => response.destroy());
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as { port: number };
  const reports = await verify(connect({ url: `http://127.0.0.1:${port}` }), authMatrix.cells.slice(0, 2), {});
  server.close();
  const broken = { ok: false, differences: ['the connection ended in the middle of the answer'] };
  expect(reports).toMatchObject([broken, broken]);
});
