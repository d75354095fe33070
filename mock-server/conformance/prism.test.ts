/** Prism behind the mock: alone (`--static`), as a second opinion (`--contract`), and loaded only when it is asked for. */
import { spawn } from 'node:child_process';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createMock, PrismUnavailableError } from '../src/index.ts';
import { serveMock } from '../src/http.ts';
import { assertNodeRunsPrism } from '../src/prism/load.ts';
import { chaveiro, finished, killAll, startedMock } from './run-chaveiro.ts';

afterEach(killAll);

const JSON_TYPE = { 'content-type': 'application/json' };
const KEY = { 'x-api-key': 'anything' };

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => probe.once('listening', done));
  const { port } = probe.address() as { port: number };
  await new Promise((done) => probe.close(done));
  return port;
}

/** `fetch` lets nobody choose a host. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  return new Promise((done) => get(url, { headers: { host } }, (response) => done(response.resume().statusCode)));
}

describe('chaveiro mock --static', { timeout: 60_000 }, () => {
  const requests: [string, RequestInit][] = [
    ['/contacts', { headers: KEY }],
    ['/contacts', {}],
    ['/contacts', { headers: { ...KEY, prefer: 'code=404' } }],
    ['/contacts/ana%40exemplo.com.br', { headers: { ...KEY, prefer: 'code=403, example=disabled_key' } }],
    ['/contacts', { method: 'POST', headers: { ...KEY, ...JSON_TYPE }, body: '{"email":1}' }],
    ['/contacts', { method: 'POST', headers: { ...KEY, ...JSON_TYPE }, body: '{"email":"ana@exemplo.com.br"}' }],
    ['/whatsapp/messages/msg_1', { headers: { authorization: 'Bearer x' } }],
    ['/platform/conversions?api_key=x', { method: 'POST', headers: JSON_TYPE, body: '{}' }],
    ['/segments', { headers: { ...KEY, accept: 'text/csv' } }],
  ];

  test('answers as the Prism command does, status and body, and outlives what ends Prism', async () => {
    const port = await freePort();
    const binary = resolve(import.meta.dirname, '../../node_modules/.bin/prism');
    const document = resolve(import.meta.dirname, '../../openapi/generated/openapi.json');
    const prism = spawn(binary, ['mock', '-p', String(port), document], { env: { ...process.env, NODE_OPTIONS: '' } });
    const listening = new Promise((done) =>
      prism.stdout.on('data', (chunk: Buffer) => /listening/.test(chunk.toString()) && done(true)),
    );
    const [{ url, run }] = await Promise.all([startedMock('--static'), listening]);
    const read = async (base: string, [path, init]: [string, RequestInit]) => {
      const response = await fetch(base + path, init);
      return { path, status: response.status, body: await response.text() };
    };
    for (const request of requests) expect(await read(url, request)).toEqual(await read(`http://127.0.0.1:${port}`, request));
    prism.kill('SIGKILL');

    expect((await fetch(`${url}/contacts/%zz`, { headers: KEY })).status).toBe(400);
    const truncated = { method: 'POST', headers: { ...KEY, ...JSON_TYPE }, body: '{"email":' };
    expect((await fetch(`${url}/contacts`, truncated)).headers.get('x-mock-decision')).toBe('malformed_json');
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
    expect(await statusFor(url, 'evil.example')).toBe(421);
    expect((await fetch(`${url}/contacts`, { headers: KEY })).status).toBe(200);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  test('a body made up on request follows from the seed', async () => {
    const { url } = await startedMock('--static');
    const made = async (prefer: string) => (await fetch(`${url}/contacts`, { headers: { ...KEY, prefer } })).text();
    const first = await made('dynamic=true, seed=7');
    expect(await made('dynamic=true, seed=7')).toBe(first);
    expect(await made('dynamic=true, seed=8')).not.toBe(first);
  });

  test.each([['--contract'], ['--rate-limits'], ['--responder', 'prism']])('%s means nothing with it', async (...words) => {
    const { code, stderr } = await finished(['mock', '--static', ...words]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/means nothing with it/)]);
  });
});

describe('chaveiro mock --contract', { timeout: 60_000 }, () => {
  test('what does not fit is in the log, in the journal and in the exit code', async () => {
    const { run, url } = await startedMock('--contract');
    const headers = { 'x-api-key': 'chaveiro-pingback-active', ...JSON_TYPE };
    expect((await fetch(`${url}/contacts`, { headers })).status).toBe(200);
    await fetch(`${url}/contacts`, { method: 'POST', headers, body: '{"email":1}' });
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(1);
    expect(run.stderr()).toMatch(/Contract violated: POST \/contacts \(createContact\), request: .*email/);
    expect(run.stderr()).toMatch(/violated: \d+ times? since the start/);
  });

  test('what fits ends with 0, and one side can be left out', async () => {
    const { run, url } = await startedMock('--contract', 'response');
    const headers = { 'x-api-key': 'chaveiro-pingback-active', ...JSON_TYPE };
    await fetch(`${url}/contacts`, { method: 'POST', headers, body: '{"email":1}' });
    run.child.kill('SIGTERM');
    expect([await run.ended, run.stderr()]).toEqual([0, '']);
  });
});

describe('createMock({ contract })', () => {
  test('lists violations with the exchange, and a reset takes them away', async () => {
    const mock = createMock({ contract: true });
    await using server = await serveMock(mock, { port: 0 });
    const headers = { 'x-api-key': 'chaveiro-pingback-active', ...JSON_TYPE };
    await fetch(`${server.url}/contacts`, { headers });
    expect([mock.contract.checked, mock.contract.violations]).toEqual([1, []]);
    await fetch(`${server.url}/contacts`, { method: 'POST', headers, body: '{"email":1}' });
    await fetch(`${server.url}/contacts`, { method: 'POST', headers, body: '{"email":' });
    const [truncated, invalid] = mock.contract.violations;
    expect(truncated).toMatchObject({ side: 'request', message: 'The body is not valid JSON', status: 422 });
    expect(invalid).toMatchObject({ side: 'request', place: 'body.email', operationId: 'createContact', session: 'default' });
    expect(mock.requests.get(invalid?.requestId ?? '')?.violations).toHaveLength(1);
    mock.reset();
    expect([mock.contract.checked, mock.contract.violations, mock.contract.found]).toEqual([0, [], 2]);
  });

  test('a fault on purpose is no violation', async () => {
    const mock = createMock({ contract: true });
    mock.faults.add({ effect: { kind: 'html' } });
    await mock.fetch('http://localhost/contacts', { headers: { 'x-api-key': 'chaveiro-pingback-active' } });
    expect([mock.contract.checked, mock.contract.found]).toEqual([0, 0]);
  });

  test('without it nobody is told that all is well', () => {
    expect(() => createMock().contract.violations).toThrow(/createMock\(\{ contract: true \}\)/);
  });
});

describe('Prism is loaded only when it is asked for', { timeout: 30_000 }, () => {
  test.each(['24.17.0', '22.12.0', '20.20.2'])('Node %s is too old for it, and is told so', (version) => {
    expect(() => assertNodeRunsPrism(version)).toThrow(PrismUnavailableError);
    expect(() => assertNodeRunsPrism(version)).toThrow(`needs Node 24.18 or newer, and this is Node ${version}`);
  });

  test.each(['24.18.0', '24.20.1', '25.0.0', undefined])('%s is not', (version) => {
    expect(() => assertNodeRunsPrism(version)).not.toThrow();
  });

  test('on an older Node the command says so and ends with 1, and the plain mock starts', async () => {
    const pretend = `data:text/javascript,Object.defineProperty(process.versions, 'node', { value: '22.12.0' })`;
    const env = { NODE_OPTIONS: `--import=${JSON.stringify(pretend)}` };
    const refused = await finished(['mock', '--port', '0', '--static'], { env });
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/Prism needs Node 24\.18 or newer, and this is Node 22\.12\.0/),
    ]);
    const run = chaveiro(['mock', '--port', '0'], { env });
    await run.says(/ready at/);
  });

  let loadedBy: (words: string) => Promise<boolean>;
  beforeAll(() => {
    loadedBy = async (code) => {
      const script = `import { createRequire } from 'node:module'; import { createMock } from ${JSON.stringify(resolve(import.meta.dirname, '../src/index.ts'))}; ${code}
        console.log(Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('prism-http')));`;
      const child = spawn(process.execPath, ['--conditions=@chaveiro/source', '--input-type=module', '-e', script], {
        cwd: import.meta.dirname,
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      let out = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      await new Promise((done) => child.on('close', done));
      return out.trim() === 'true';
    };
  });

  test('a plain mock never does', async () => {
    expect(await loadedBy(`await createMock().fetch('http://localhost/contacts');`)).toBe(false);
    expect(await loadedBy(`await createMock({ contract: true }).fetch('http://localhost/contacts');`)).toBe(true);
  });
});
