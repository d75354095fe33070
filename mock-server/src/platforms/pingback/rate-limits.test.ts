import { beforeEach, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';

let mock: Mock;
let key: string;
beforeEach(() => {
  mock = createMock({ now: '2026-11-20T12:00:00.000Z', rateLimits: 'on' });
  key = mock.pingback.accounts.create().keys.create().secret;
});

const list = (secret = key) => mock.fetch('https://connect.pingback.com/v2/segments', { headers: { 'x-api-key': secret } });

/** The statuses of requests that come at one moment. */
async function statuses(count: number): Promise<number[]> {
  const answers = await Promise.all(Array.from({ length: count }, () => list()));
  return answers.map(({ status }) => status);
}

test('two requests pass at a time, a third does not', async () => {
  expect(await statuses(3)).toEqual([200, 200, 429]);
});

test('five a second pass, one every 200 ms', async () => {
  await statuses(2);
  let passed = 0;
  for (let step = 0; step < 100; step++) {
    mock.clock.advance('100ms');
    if ((await list()).status === 200) passed += 1;
  }
  expect(passed).toBe(50);
});

test('a pause gives back two, never more', async () => {
  await statuses(3);
  mock.clock.advance('1h');
  expect(await statuses(4)).toEqual([200, 200, 429, 429]);
});

test('the answer is the gateway’s', async () => {
  await statuses(2);
  const refused = await list();
  expect(refused.headers.get('x-mock-decision')).toBe('rate_limited');
  expect(await refused.json()).toEqual(exampleBody('listSegments', 429, 'rate_limited'));
  expect(await list().then((response) => response.json())).toEqual({ message: 'Too Many Requests' });
});

test('every operation counts, and one account does not use up another’s', async () => {
  const other = mock.pingback.accounts.create().keys.create().secret;
  const contacts = () => mock.fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': key } });
  expect([(await list()).status, (await contacts()).status, (await contacts()).status]).toEqual([200, 200, 429]);
  expect((await list(other)).status).toBe(200);
});

test('limits are off until they are switched on', async () => {
  mock.configure({ rateLimits: 'off' });
  expect(new Set(await statuses(50))).toEqual(new Set([200]));
});

test('a refused key takes nothing from the account’s quota', async () => {
  const account = mock.pingback.accounts.create();
  const own = account.keys.create();
  own.disable();
  for (let i = 0; i < 5; i++) expect((await list(own.secret)).status).toBe(403);
  own.enable();
  expect((await list(own.secret)).status).toBe(200);
});
