/** How many sessions a server keeps, and for how long, as its starter said. */
import { afterEach, expect, test } from 'vitest';
import { chaveiro, killAll } from './run-chaveiro.ts';

afterEach(killAll);

test('--session-limit and --session-idle are what the server goes by', { timeout: 30_000 }, async () => {
  const run = chaveiro(['mock', '--port', '0', '--session-limit', '1', '--session-idle', '10m', '--json']);
  const [, url = ''] = await run.says(/"url": ?"([^"]+)"/);
  expect((await fetch(`${url}/~one/contacts`)).status).toBe(403);
  const refused = await fetch(`${url}/~two/contacts`);
  expect([refused.status, refused.headers.get('x-mock-decision')]).toEqual([429, 'session_limit_reached']);
  const { limits } = (await (await fetch(`${url}/__mock/sessions`)).json()) as { limits: unknown };
  expect(limits).toEqual({ count: 1, idle: 600_000 });
});

test('what is no duration is told so', { timeout: 30_000 }, async () => {
  const run = chaveiro(['mock', '--session-idle', 'soon']);
  expect(await run.ended).toBe(2);
  expect(run.stderr()).toMatch(/"soon" is no duration/);
});
