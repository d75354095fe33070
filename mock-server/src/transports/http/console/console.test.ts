import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveMock, type RunningMock, type ServeOptions } from '../../../http.ts';
import { createMock, type MockOptions } from '../../../mock.ts';

const HTML = { accept: 'text/html,*/*;q=0.8' };
const SCRIPT = `console.log(${JSON.stringify('x'.repeat(2000))});`;

let folder: string;
let running: RunningMock | undefined;

beforeAll(async () => {
  const outside = await mkdtemp(join(tmpdir(), 'chaveiro-'));
  folder = join(outside, 'console');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'not for anybody');
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Chaveiro</title>');
  await writeFile(join(folder, 'assets/index-abc.js'), SCRIPT);
});
afterEach(async () => {
  await running?.close();
  running = undefined;
});
afterAll(() => rm(join(folder, '..'), { recursive: true }));

async function serve(options: ServeOptions = {}, mock: MockOptions = {}) {
  running = await serveMock(createMock(mock), { port: 0, console: folder, ...options });
  const { url } = running;
  return (path: string, init?: RequestInit) => fetch(url + path, init);
}

/** The path as it is: `fetch` would tidy it up first. */
function rawStatus(path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port: running?.port, path }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

describe('the page', () => {
  test('is what a browser gets at /, and nobody else', async () => {
    const get = await serve();
    const page = await get('/', { headers: HTML });
    expect(await page.text()).toContain('<title>Chaveiro</title>');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    for (const init of [{}, { headers: { accept: 'application/json' } }, { method: 'POST', headers: HTML }])
      expect((await get('/', init)).headers.get('x-mock-decision')).toBe('unknown_path');
  });

  test('leaves / to a document that has it, and is at its own path', async () => {
    const responses = { 200: { description: 'Pão', content: { 'application/json': { example: ['pão'] } } } };
    const get = await serve(
      {},
      { document: { openapi: '3.1.0', info: { title: 'Padaria', version: '1' }, paths: { '/': { get: { responses } } } } },
    );
    expect(await (await get('/', { headers: HTML })).json()).toEqual(['pão']);
    expect(await (await get('/__mock/console/')).text()).toContain('<title>');
  });

  test('loads from its own origin alone, and nobody may frame it', async () => {
    const get = await serve();
    for (const path of [
      '/',
      '/__mock/console',
      '/__mock/console/assets/index-abc.js',
      '/__mock/console/about.json',
      '/__mock/console/nothing',
    ]) {
      const { headers } = await get(path, { headers: HTML });
      expect(headers.get('content-security-policy'), path).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    }
  });

  test('is refused under a foreign host name, as everything is', async () => {
    await serve();
    const status = await new Promise((resolve, reject) => {
      request({ port: running?.port, path: '/', headers: { ...HTML, host: 'evil.test' } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });

  test('can be left out', async () => {
    const get = await serve({ console: false });
    expect((await get('/', { headers: HTML })).headers.get('x-mock-decision')).toBe('unknown_path');
    expect((await get('/__mock/console/')).status).toBe(404);
  });

  test('says how to build it where nobody has', async () => {
    const get = await serve({ console: join(folder, 'nowhere') });
    const page = await get('/', { headers: HTML });
    expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/plain; charset=utf-8']);
    expect(await page.text()).toContain('npm run build --workspace @chaveiro/mock-server');
  });
});

describe('its files', () => {
  const file = '/__mock/console/assets/index-abc.js';

  test('may be kept, because their names change with them, and come zipped to whom takes that', async () => {
    const get = await serve();
    const zipped = await get(file, { headers: { 'accept-encoding': 'gzip' } });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(Number(zipped.headers.get('content-length'))).toBeLessThan(SCRIPT.length / 2);
    expect(await zipped.text()).toBe(SCRIPT);
    const plain = await get(file, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
    expect(plain.headers.get('cache-control')).toContain('immutable');
    expect(plain.headers.get('vary')).toBe('accept-encoding');
  });

  test('answer HEAD without a body, and no other method', async () => {
    const get = await serve();
    const head = await get(file, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const post = await get(file, { method: 'POST', body: '{}' });
    expect([post.status, post.headers.get('x-mock-decision')]).toEqual([405, 'method_not_allowed']);
  });

  test.each([
    '/__mock/console/../secret.txt',
    '/__mock/console/..%2fsecret.txt',
    '/__mock/console/%2e%2e/secret.txt',
    '/__mock/console/assets/../../secret.txt',
    '/__mock/console//secret.txt',
    '/__mock/consolesecret.txt',
  ])('%s finds nothing outside of the folder', async (path) => {
    await serve();
    expect(await rawStatus(path)).toBe(404);
  });
});

describe('what the page has to know', () => {
  const about = async (get: Awaited<ReturnType<typeof serve>>) =>
    (await get('/__mock/console/about.json')).json() as Promise<object>;

  test('is open also where a control token is asked for, and has no key in it', async () => {
    const get = await serve({ controlToken: 'segredo' });
    const found = await about(get);
    expect(found).toMatchObject({ consolePrefix: '', users: [{ role: 'owner' }, { role: 'manager' }, { role: 'member' }] });
    const mock = createMock();
    for (const { secret } of mock.zeroSetupKeys) expect(JSON.stringify(found)).not.toContain(secret);
  });

  test('tells the platforms that have keys, with their real hosts', async () => {
    const found = await about(await serve());
    expect(found).toMatchObject({
      platforms: expect.arrayContaining([
        { id: 'pingback', title: 'Pingback', server: 'https://connect.pingback.com/v2' },
      ]) as unknown,
    });
    expect((found as { platforms: unknown[] }).platforms).toHaveLength(3);
  });

  test('tells where the console is beside a document of somebody’s own, and which document that is', async () => {
    const document = {
      openapi: '3.1.0',
      info: { title: 'Padaria', version: '1' },
      paths: { '/accounts/{accountId}': { get: { operationId: 'getAccount', responses: { 200: { description: 'Conta' } } } } },
      components: { securitySchemes: { forno: { type: 'apiKey', in: 'header', name: 'x-forno' } } },
    };
    const get = await serve({}, { document });
    expect(await about(get)).toMatchObject({ consolePrefix: '/__console', platforms: [{ id: 'padaria', title: 'Padaria' }] });
    expect(await (await get('/__mock/console/document.json')).json()).toMatchObject({ info: { title: 'Padaria' } });
  });
});
