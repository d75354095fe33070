/** `chaveiro matrix`: printed, and verified against servers that agree and that do not. */
import { createServer } from 'node:http';
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finished, killAll, startedMock } from './run-chaveiro.ts';

let url: string;
beforeAll(async () => void ({ url } = await startedMock()), 30_000);
afterAll(killAll);

const run = (...words: string[]) => finished(words, { env: { CHAVEIRO_URL: url } });

describe('chaveiro matrix', { timeout: 120_000 }, () => {
  test('prints cells, filtered', async () => {
    const { stdout } = await run('matrix', '--platform', 'pingback', '--state', 'disabled_key');
    expect(stdout).toMatch(/^KIND OF KEY +STATE +OPERATION/);
    expect(stdout.trim().split('\n')).toHaveLength(11);
    const { cells } = JSON.parse((await run('matrix', '--operation', 'listLogs', '--json')).stdout) as {
      cells: { operationId: string }[];
    };
    expect(new Set(cells.map(({ operationId }) => operationId))).toEqual(new Set(['listLogs']));
  });

  test('--verify finds our mock as the matrix says, in every cell, and leaves its state alone', async () => {
    const before = (await (await fetch(`${url}/__mock/state`)).json()) as { accounts: number };
    const { code, stdout } = await run('matrix', '--verify', url);
    expect(stdout).toMatch(
      new RegExp(`\\n${authMatrix.cells.length} cells: ${authMatrix.cells.length} as expected, 0 different\\.\\n$`),
    );
    expect(code).toBe(0);
    expect(stdout.match(/^ok /gm)).toHaveLength(authMatrix.cells.length);
    expect(await (await fetch(`${url}/__mock/state`)).json()).toMatchObject({
      accounts: before.accounts,
      requests: 0,
    });
    expect(await (await fetch(`${url}/__mock/sessions`)).text()).not.toContain('matrix-');
  });

  test('--verify tells how another server differs, cell by cell, and never gives it the control token', async () => {
    const seen: unknown[] = [];
    const other = createServer((request, response) => {
      seen.push(request.headers['x-mock-control-token']);
      response.statusCode = request.headers['x-api-key'] === 'chaveiro-pingback-active' ? 200 : 401;
      response.end('{"Message":"no"}');
    }).listen(0, '127.0.0.1');
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as { port: number };
    const words = [
      'matrix',
      '--verify',
      `http://127.0.0.1:${port}`,
      '--platform',
      'pingback',
      '--operation',
      'listContacts',
      '--token',
      'secret',
    ];
    const { code, stdout, stderr } = await finished(words);
    const report = JSON.parse((await finished([...words, '--json'])).stdout) as {
      total: number;
      failed: number;
      cells: { id: string; ok: boolean }[];
    };
    other.close();
    expect(code).toBe(1);
    expect(stdout).toMatch(/ok +pingbackKey\/active\/listContacts/);
    expect(stdout).toMatch(
      /DIFF +pingbackKey\/disabled_key\/listContacts\n +status 401 instead of 403\n +body at \/Message: "no" instead of /,
    );
    expect(stderr).toMatch(/differs from the auth matrix in \d cells/);
    expect(report.total - report.failed).toBe(1);
    expect(new Set(seen)).toEqual(new Set([undefined]));
  });

  test.each([
    [['matrix', '--state', 'disabeld_key'], 2, /no cell.*did you mean disabled_key\?/i],
    [
      ['matrix', '--verify', 'http://localhost:1', '--platform', 'pingback', '--state', 'scope_missing'],
      2,
      /no cell of the auth matrix with platform "pingback" has state "scope_missing"\. Choose from: .*disabled_key/i,
    ],
    [['matrix', '--verify', 'http://localhost:1'], 3, /No mock answers|Nobody answers/],
  ])('%j ends with %i', async (words, exitCode, advice) => {
    const { code, stderr } = await run(...words);
    expect([code, stderr]).toEqual([exitCode, expect.stringMatching(advice)]);
  });
});
