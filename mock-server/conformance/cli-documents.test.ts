/** `chaveiro mock` with Prism, and with somebody else's document. */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { finished, killAll, startedMock } from './run-chaveiro.ts';

const library = resolve(import.meta.dirname, 'documents/library-3.0.yaml');
afterEach(killAll);

describe('chaveiro mock --static', { timeout: 30_000 }, () => {
  test('answers from the document’s examples as Prefer asks, and outlives what kills Prism’s own server', async () => {
    const { run, url } = await startedMock('--static');
    const headers = { 'x-api-key': 'whatever', prefer: 'code=403, example=disabled_key' };
    const refused = await fetch(`${url}/contacts`, { headers });
    const cell = authMatrix.cells.find(({ id }) => id === 'pingbackKey/disabled_key/listContacts');
    expect(refused.status).toBe(403);
    expect(await refused.json()).toEqual(cell?.expect.body);
    expect((await fetch(`${url}/contacts/%zz`, { headers })).status).toBe(400);
    const truncated = await fetch(`${url}/contacts`, {
      method: 'POST',
      headers: { 'x-api-key': 'whatever', 'content-type': 'application/json' },
      body: '{"email":',
    });
    expect([truncated.status >= 400, truncated.status < 500]).toEqual([true, true]);
    expect((await fetch(`${url}/contacts`, { headers })).status).toBe(403);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
  });

  test('refuses flags that need state', async () => {
    const { code, stderr } = await finished(['mock', '--static', '--rate-limits']);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/--static has no keys and no state, so --rate-limits/)]);
  });
});

describe('chaveiro mock --contract', { timeout: 30_000 }, () => {
  const list = (url: string, page: string) =>
    fetch(`${url}/contacts?page=${page}`, { headers: { 'x-api-key': 'chaveiro-pingback-active' } });

  test('ends with 0 when every exchange kept to the document', async () => {
    const { run, url } = await startedMock('--contract');
    expect((await list(url, '0')).status).toBe(200);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
  });

  test('says what broke it when it happens, and ends with 1', async () => {
    const { run, url } = await startedMock('--contract');
    expect((await list(url, '-1')).status).toBe(422);
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(1);
    expect(run.stderr()).toMatch(/Contract violated:.*page/);
  });
});

describe('chaveiro mock --spec', { timeout: 30_000 }, () => {
  test('prints keys for another API and answers for it', async () => {
    const { run, url } = await startedMock('--spec', library);
    expect(run.stdout()).toContain('chaveiro-municipal-library-active');
    const answer = await fetch(`${url}/books`, { headers: { 'x-library-key': 'chaveiro-municipal-library-active' } });
    expect([answer.status, await answer.json()]).toEqual([200, { books: [{ id: 1, title: 'Dom Casmurro' }] }]);
    const refused = await fetch(`${url}/books`, { headers: { 'x-library-key': 'chaveiro-municipal-library-disabled' } });
    expect([refused.status, refused.headers.get('x-mock-decision')]).toEqual([401, 'disabled_key']);
  });

  const broken = join(tmpdir(), `chaveiro-broken-${process.pid}.yaml`);
  writeFileSync(broken, 'openapi: 3.0.3\npaths: [\n');
  afterAll(() => rmSync(broken));
  test.each([
    [['--spec', 'no-such-file.yaml'], /no-such-file\.yaml/],
    [['--spec', broken], /chaveiro-broken.*(YAML|JSON)/],
    [['--spec', resolve(import.meta.dirname, '../package.json')], /OpenAPI/],
    [['--policy', library], /--policy is about the keys of a document of your own/],
  ])('%j is refused with advice and no stack', async (flags, advice) => {
    const { code, stderr } = await finished(['mock', '--port', '0', ...flags]);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(advice);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
