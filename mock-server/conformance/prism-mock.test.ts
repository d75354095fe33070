/** The document in a mock server that is not ours: Prism loads it and answers from its examples. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { document } from '@chaveiro/openapi';
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import { examplesOf, resolve } from '@chaveiro/openapi/policy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const operations = Object.values(document.paths).flatMap((item) => Object.values(item) as { operationId?: string }[]);
const file = fileURLToPath(new URL('../../openapi/generated/openapi.json', import.meta.url));
const prism = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');

let child: ChildProcess;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  child = spawn(process.execPath, [prism, 'mock', '-p', String(port), '-h', '127.0.0.1', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((ready, fail) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('Prism is listening') && ready());
    child.once('exit', () => fail(new Error('prism mock ended before it listened')));
  });
}, 60_000);
afterAll(() => child.kill());

describe('prism mock', () => {
  const active = authMatrix.cells.filter(({ state }) => state === 'active');

  test.each(active.map((cell) => [cell.operationId, cell] as const))(
    'answers %s from each of its named examples',
    async (id, cell) => {
      const operation = operations.find(({ operationId }) => operationId === id) as { responses: Record<string, object> };
      let seen = 0;
      for (const [status, response] of Object.entries(operation.responses)) {
        for (const [name, example] of Object.entries(examplesOf(document, resolve(document, response)))) {
          const { method, path, headers, body } = cell.request;
          const answer = await fetch(url + path, {
            method,
            headers: { ...headers, prefer: `code=${status}, example=${name}` },
            ...(body !== undefined && { body: JSON.stringify(body) }),
          });
          expect([answer.status, await answer.text()], name).toEqual([Number(status), JSON.stringify(example.value)]);
          seen += 1;
        }
      }
      expect(seen).toBeGreaterThan(1);
    },
  );
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
