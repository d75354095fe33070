/** Who gets in at the mock's controls, over a real port. */
import { request as send } from 'node:http';
import { document } from '@chaveiro/openapi';
import { operationsOf } from '@chaveiro/openapi/policy';
import { afterEach, describe, expect, test } from 'vitest';
import { serveMock, type RunningMock, type ServeOptions } from '../src/http.ts';
import { createMock, type MockOptions } from '../src/index.ts';
import { connectMock, MockControlError } from '../src/remote.ts';
import { chaveiro } from './run-chaveiro.ts';

const TOKEN = 'chaveiro-control-canary';

let running: RunningMock | undefined;
afterEach(() => running?.close());

async function started(options: ServeOptions = {}, mock: MockOptions = {}) {
  running = await serveMock(createMock(mock), { port: 0, ...options });
  return running.url;
}

const controls = operationsOf(document).filter(({ platform }) => platform === 'control');

describe('without a token', () => {
  test('this machine may use the controls', async () => {
    expect((await fetch(`${await started()}/__mock/settings`)).status).toBe(200);
  });

  test('another address than loopback closes them, but for the state, and says what to do', async () => {
    const url = await started({ host: '0.0.0.0' });
    const refused = await fetch(`${url}/__mock/accounts`);
    expect([refused.status, refused.headers.get('x-mock-decision')]).toEqual([403, 'control_forbidden']);
    expect(await refused.json()).toMatchObject({
      code: 'control_forbidden',
      detail: expect.stringContaining('--control-token') as string,
    });
    expect((await fetch(`${url}/__mock/state`)).status).toBe(200);
    expect((await fetch(`${url}/contacts`, { headers: { 'x-api-key': 'chaveiro-pingback-active' } })).status).toBe(200);
  });

  test.each([
    '/__mock/reset',
    '/~other/__mock/reset',
    '//__mock/reset',
    '/%5f%5fmock/reset',
    '/__mock//reset',
    '/./__mock/reset',
  ])('no spelling of the path gets around that: %s', async (path) => {
    const url = new URL(await started({ host: '0.0.0.0' }));
    expect(await rawStatus(url, path)).toBeGreaterThanOrEqual(400);
  });
});

describe('with a token', () => {
  test.each(controls.map(({ operation, method, path }) => [operation.operationId, method, path] as const))(
    '%s asks for it',
    async (_, method, path) => {
      const url = await started({ controlToken: TOKEN });
      const response = await fetch(url + path.replaceAll(/\{\w+\}/g, 'x'), { method: method.toUpperCase() });
      expect([response.status, response.headers.get('x-mock-decision')]).toEqual([401, 'control_token_required']);
      expect(await response.text()).not.toContain(TOKEN);
    },
  );

  test.each([
    ['as a bearer', { authorization: `Bearer ${TOKEN}` }, 200],
    ['in its own header', { 'x-mock-control-token': TOKEN }, 200],
    ['in its own header, beside a wrong bearer', { 'x-mock-control-token': TOKEN, authorization: 'Bearer x' }, 200],
    ['wrong', { 'x-mock-control-token': `${TOKEN}x` }, 401],
    ['empty', { 'x-mock-control-token': '' }, 401],
    ['in another scheme', { authorization: `Basic ${TOKEN}` }, 401],
  ])('that comes %s', async (_, headers, status) => {
    const url = await started({ controlToken: TOKEN });
    expect((await fetch(`${url}/__mock/state`, { headers: headers as Record<string, string> })).status).toBe(status);
  });

  test('other machines may use the controls', async () => {
    const url = await started({ host: '0.0.0.0', controlToken: TOKEN });
    expect((await fetch(`${url}/__mock/settings`, { headers: { 'x-mock-control-token': TOKEN } })).status).toBe(200);
  });

  test('the option of the mock holds for every transport, and that of the server wins', async () => {
    const mock = createMock({ controlToken: TOKEN });
    expect((await mock.fetch('http://localhost/__mock/state')).status).toBe(401);
    const url = await started({ controlToken: 'another-token' }, { controlToken: TOKEN });
    expect((await fetch(`${url}/__mock/state`, { headers: { 'x-mock-control-token': TOKEN } })).status).toBe(401);
  });

  test('connectMock sends it, and without it says what is missing', async () => {
    const url = await started({ controlToken: TOKEN });
    await connectMock(url, { token: TOKEN }).reset();
    const error: unknown = await connectMock(url)
      .reset()
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MockControlError);
    expect(error).toMatchObject({ status: 401, code: 'control_token_required' });
  });

  test('that no header can carry is refused at the start', async () => {
    expect(() => createMock({ controlToken: '' })).toThrow(RangeError);
    await expect(started({ controlToken: 'two words' })).rejects.toThrow(RangeError);
  });
});

describe('from a terminal', { timeout: 30_000 }, () => {
  test.each([
    ['the flag', ['--control-token', TOKEN], {}],
    ['the environment', [], { CHAVEIRO_CONTROL_TOKEN: TOKEN }],
  ])('the token comes by %s, and is not printed', async (_, words, env) => {
    const run = chaveiro(['mock', '--port', '0', ...words], { env: env });
    const [, url = ''] = await run.says(/ready at (http:\/\/localhost:\d+)/);
    expect((await fetch(`${url}/__mock/settings`)).status).toBe(401);
    await connectMock(url, { token: TOKEN }).reset();
    run.child.kill('SIGTERM');
    await run.ended;
    expect(run.stdout() + run.stderr()).not.toContain(TOKEN);
  });
});

describe('a web page', () => {
  test.each([
    ['https://evil.example', 403],
    ['http://localhost.evil.example', 403],
    ['http://127.0.0.1.evil.example', 403],
    ['null', 403],
    ['http://localhost:3000', 200],
    ['http://127.0.0.1:8080', 200],
    ['http://[::1]:8080', 200],
  ])('of %s gets %i', async (origin, status) => {
    const url = await started({ controlToken: TOKEN });
    const headers = { origin, 'x-mock-control-token': TOKEN };
    const response = await fetch(`${url}/__mock/reset`, { method: 'POST', headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

/** Without the clean-up that `fetch` does to a path. */
function rawStatus({ hostname, port }: URL, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    send({ hostname, port, path, method: 'POST', headers: { host: 'localhost' } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}
