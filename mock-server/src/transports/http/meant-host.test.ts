/** What a request may say about where it was for, and what it gains by that: nothing. */
import { request as send } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createMock, type MockOptions } from '../../mock.ts';
import { ZOO } from '../zoo.fixture.ts';
import { serveMock, type RunningMock, type ServeOptions } from './serve.ts';

const TOKEN = 'chaveiro-control-canary';
const PINGBACK = 'connect.pingback.com';

let running: RunningMock | undefined;
afterEach(() => running?.close());

async function served(mock: MockOptions = {}, options: ServeOptions = {}) {
  const served = createMock(mock);
  running = await serveMock(served, { port: 0, ...options });
  return served;
}

interface Answer {
  readonly status: number | undefined;
  readonly decision: string | string[] | undefined;
  readonly text: string;
}

/** As it stands, without what `fetch` does to a path or forbids of headers. */
function ask(path: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    send({ hostname: '127.0.0.1', port: running?.port, path, method, headers: { host: 'localhost', ...headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      answer.on('end', () => resolve({ status: answer.statusCode, decision: answer.headers['x-mock-decision'], text }));
    })
      .on('error', reject)
      .end();
  });
}

const KEY = { 'x-api-key': 'chaveiro-pingback-active' };

test.each([
  [PINGBACK, '/v2/contacts', 200],
  ['Connect.Pingback.com', '/v2/contacts', 200],
  [PINGBACK, '/contacts', 403],
  ['api.rd.services', '/contacts', 404],
  ['localhost:4010', '/contacts', 200],
  ['evil.example', '/contacts', 200],
  [`${PINGBACK}, evil.example`, '/contacts', 200],
  ['', '/contacts', 200],
])('a real host has its own paths, and any other name means nothing: %s%s', async (host, path, status) => {
  await served();
  expect(await ask(path, { ...KEY, 'x-mock-host': host })).toMatchObject({ status });
});

test('every host of a document of one’s own is one', async () => {
  await served({ document: ZOO });
  const headers = { 'x-zoo': 'chaveiro-zoo-active' };
  expect(await ask('/v2/pets', { ...headers, 'x-mock-host': 'sandbox.zoo.test:8443' })).toMatchObject({ status: 200 });
  expect(await ask('/v1/pets', { ...headers, 'x-mock-host': 'sandbox.zoo.test:8443' })).toMatchObject({ status: 404 });
});

test('a session in the path is still one', async () => {
  const mock = await served();
  expect(await ask('/~other/v2/contacts', { ...KEY, 'x-mock-host': PINGBACK })).toMatchObject({ status: 200 });
  expect(mock.session('other').requests.list()).toHaveLength(1);
});

test.each(['/__mock/state', '/__mock/accounts', '/v2/__mock/state', '/~other/__mock/state', '/__mock/console/', '/'])(
  'no real host has the controls or the console: %s',
  async (path) => {
    await served();
    const headers = { accept: 'text/html', 'x-mock-host': PINGBACK };
    expect(await ask(path, headers)).toMatchObject({ status: 403, decision: 'unknown_path' });
  },
);

test.each([
  [{ controlToken: TOKEN }, 401],
  [{ host: '0.0.0.0' }, 403],
])('it opens no controls that are closed: %j', async (options, status) => {
  await served({}, options);
  for (const host of ['localhost', '127.0.0.1', 'localhost:4010', '']) {
    expect(await ask('/__mock/reset', { 'x-mock-host': host }, 'POST')).toMatchObject({ status });
  }
});

test('a foreign page gains nothing by naming its own host, or that of a platform', async () => {
  await served({ document: ZOO });
  for (const host of ['evil.example', 'eu.zoo.test']) {
    const answer = await ask('/__mock/reset', { origin: `https://${host}`, 'x-mock-host': host }, 'POST');
    expect(answer.status).toBeGreaterThanOrEqual(403);
  }
});

test('a request that is for another machine by its Host stays refused', async () => {
  await served();
  const headers = { ...KEY, host: 'evil.example', 'x-mock-host': PINGBACK };
  expect(await ask('/v2/contacts', headers)).toMatchObject({ status: 421, decision: 'unknown_host' });
});

test('it is between the client and the listener: whoever answers does not see it', async () => {
  const mock = createMock();
  let seen: string[] = [];
  running = await serveMock(
    {
      ...mock,
      answer(request) {
        seen = [...request.headers].map(([name]) => name);
        return mock.answer(request);
      },
    },
    { port: 0 },
  );
  const { text } = await ask('/v2/contacts', { ...KEY, 'X-Mock-Host': PINGBACK });
  expect(seen).toContain('x-api-key');
  expect(seen).not.toContain('x-mock-host');
  expect(text + JSON.stringify(mock.requests.list())).not.toContain(PINGBACK);
});
