/** Each scenario is what its name says, on every platform whose rules allow it and on no other. */
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock, type NewKeyHandle } from '../index.ts';

let mock: Mock;
beforeEach(() => void (mock = createMock({ seed: 5, now: '2026-03-02T12:00:00.000Z' })));

/** Sends the matrix's first request of an operation, with a key of our own in place of the fixed one. */
function send(operationId: string, secret: string | undefined): Promise<Response> {
  const cell = authMatrix.cells.find((each) => each.operationId === operationId && each.state === 'active');
  const fixed = mock.zeroSetupKeys.find(({ id }) => id === cell?.keyId)?.secret ?? '';
  if (!cell) throw new Error(`no cell for ${operationId}`);
  const { method, path, headers, body } = cell.request;
  const text = JSON.stringify([path, headers]).replaceAll(fixed, secret ?? 'none');
  const [ownPath, ownHeaders] = JSON.parse(text) as [string, Record<string, string>];
  return mock.fetch(`http://localhost${ownPath}`, {
    method,
    headers: { ...ownHeaders, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** An operation that every key of the platform may try. */
const OPERATION: Record<string, string> = { pingback: 'listContacts', rdstation: 'createConversion', zenvio: 'listInstances' };

async function outcome(platform: string, key: NewKeyHandle | undefined, operation = OPERATION[platform]) {
  const response = await send(operation ?? '', key?.secret);
  return [response.status, response.headers.get('x-mock-decision')];
}

describe('which platforms have a scenario follows from their policies', () => {
  test.each([
    ['active', ['rdstation', 'pingback', 'zenvio']],
    ['no-key', ['rdstation', 'pingback', 'zenvio']],
    ['disabled', ['rdstation', 'pingback']],
    ['re-enabled', ['rdstation', 'pingback']],
    ['deleted', ['pingback', 'zenvio']],
    ['free-plan', ['pingback']],
    ['plan-restored', ['pingback']],
    ['blocked-workspace', ['zenvio']],
    ['wrong-product', ['rdstation']],
    ['access-token', ['rdstation']],
    ['revoked-token', ['rdstation']],
    ['expired', ['rdstation']],
    ['key-limit-reached', ['rdstation', 'pingback']],
    ['rotation', ['rdstation', 'pingback', 'zenvio']],
    ['rotated', ['rdstation', 'pingback', 'zenvio']],
    ['send-only', ['zenvio']],
    ['manage-only', ['zenvio']],
    ['logs-only', ['zenvio']],
    ['locked-instance', ['zenvio']],
    ['rate-limited', ['rdstation', 'pingback', 'zenvio']],
    ['rate-limits', ['rdstation', 'pingback']],
    ['slow-propagation', ['rdstation', 'pingback', 'zenvio']],
    ['outage', ['rdstation', 'pingback', 'zenvio']],
    ['server-errors', ['rdstation', 'pingback', 'zenvio']],
    ['slow', ['rdstation', 'pingback', 'zenvio']],
    ['flaky', ['rdstation', 'pingback', 'zenvio']],
  ])('%s: %j', (name, platforms) => {
    const entry = mock.scenarios().find((each) => each.name === name);
    expect([...(entry?.platforms ?? [])].sort()).toEqual([...platforms].sort());
    expect(entry?.summary.en).toMatch(/\w.*\.$/);
    expect(entry?.summary.pt).toMatch(/\w.*\.$/);
  });

  test('and there is no other scenario', () => {
    expect(mock.scenarios()).toHaveLength(26);
  });
});

describe.each([
  ['active', 'pingback', 'key', 200, 'allowed'],
  ['active', 'rdstation', 'key', 200, 'allowed'],
  ['active', 'zenvio', 'key', 200, 'allowed'],
  ['disabled', 'pingback', 'key', 403, 'disabled_key'],
  ['disabled', 'rdstation', 'key', 401, 'disabled_key'],
  ['re-enabled', 'pingback', 'key', 200, 'allowed'],
  ['re-enabled', 'rdstation', 'key', 200, 'allowed'],
  ['deleted', 'pingback', 'key', 403, 'deleted_key'],
  ['deleted', 'zenvio', 'key', 401, 'deleted_key'],
  ['free-plan', 'pingback', 'key', 403, 'plan_not_allowed'],
  ['plan-restored', 'pingback', 'key', 403, 'disabled_key'],
  ['blocked-workspace', 'zenvio', 'key', 402, 'plan_not_allowed'],
  ['wrong-product', 'rdstation', 'key', 400, 'wrong_product'],
  ['rotation', 'pingback', 'old', 403, 'deleted_key'],
  ['rotation', 'pingback', 'next', 200, 'allowed'],
  ['rotation', 'rdstation', 'old', 200, 'allowed'],
  ['rotation', 'rdstation', 'next', 200, 'allowed'],
  ['rotation', 'zenvio', 'old', 200, 'allowed'],
  ['rotation', 'zenvio', 'next', 200, 'allowed'],
  ['rotated', 'pingback', 'old', 403, 'deleted_key'],
  ['rotated', 'rdstation', 'old', 401, 'disabled_key'],
  ['rotated', 'zenvio', 'old', 401, 'deleted_key'],
  ['rotated', 'zenvio', 'next', 200, 'allowed'],
  ['send-only', 'zenvio', 'key', 403, 'scope_missing'],
  ['manage-only', 'zenvio', 'key', 200, 'allowed'],
  ['logs-only', 'zenvio', 'key', 403, 'scope_missing'],
  ['rate-limited', 'pingback', 'key', 429, 'rate_limited'],
  ['rate-limited', 'rdstation', 'key', 429, 'rate_limited'],
  ['rate-limited', 'zenvio', 'key', 429, 'rate_limited'],
  ['outage', 'pingback', 'key', 503, 'fault'],
  ['outage', 'rdstation', 'key', 503, 'fault'],
  ['outage', 'zenvio', 'key', 503, 'fault'],
  ['server-errors', 'pingback', 'key', 500, 'fault'],
  ['server-errors', 'rdstation', 'key', 500, 'fault'],
  ['server-errors', 'zenvio', 'key', 500, 'fault'],
])('%s on %s', (name, platform, role, status, decision) => {
  test(`${role} gets ${status} (${decision})`, async () => {
    const { keys } = mock.scenario(name, { platform });
    expect(await outcome(platform, keys[role])).toEqual([status, decision]);
  });
});

describe('beyond one request', () => {
  test('an access token opens events; revoked or expired it does not', async () => {
    expect(await outcome('rdstation', mock.scenario('access-token').keys.token, 'createEvent')).toEqual([200, 'allowed']);
    expect(await outcome('rdstation', mock.scenario('revoked-token').keys.token, 'createEvent')).toEqual([401, 'deleted_key']);
    expect(await outcome('rdstation', mock.scenario('expired').keys.key, 'createEvent')).toEqual([401, 'expired_key']);
  });

  test.each(['pingback', 'rdstation'])(
    'with the limit reached on %s every key works, and another one is refused',
    async (platform) => {
      const { account, keys } = mock.scenario('key-limit-reached', { platform });
      for (const key of Object.values(keys)) expect((await outcome(platform, key))[0]).toBe(200);
      expect(() => account.keys.create()).toThrow(expect.objectContaining({ code: 'key_limit_reached' }) as Error);
    },
  );

  test('a locked key reaches its own instance alone, an open one every instance', async () => {
    const { keys } = mock.scenario('locked-instance');
    const names = async (key: NewKeyHandle) =>
      ((await (await send('listInstances', key.secret)).json()) as { data: object[] }).data.length;
    expect([await names(keys.locked), await names(keys.open)]).toEqual([1, 3]);
  });

  test('a change that propagates slowly arrives after a minute', async () => {
    const { keys } = mock.scenario('slow-propagation', { platform: 'pingback' });
    expect(keys.key.status).toBe('disabled');
    expect(await outcome('pingback', keys.key)).toEqual([200, 'allowed']);
    mock.clock.advance('61s');
    expect(await outcome('pingback', keys.key)).toEqual([403, 'disabled_key']);
  });

  test("with the rate limits on, the third request in a moment is over Pingback's burst of two", async () => {
    const { keys } = mock.scenario('rate-limits', { platform: 'pingback' });
    const statuses = [];
    for (let count = 0; count < 3; count++) statuses.push((await outcome('pingback', keys.key))[0]);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('a slow platform answers late', async () => {
    const { keys } = mock.scenario('slow', { platform: 'pingback' });
    let answered = false;
    const answer = outcome('pingback', keys.key).finally(() => (answered = true));
    mock.clock.advance('1s');
    await new Promise((done) => setTimeout(done, 20));
    expect(answered).toBe(false);
    mock.clock.advance('4s');
    expect(await answer).toEqual([200, 'allowed']);
  });

  test('a flaky platform drops some connections, the same ones in every run', async () => {
    const run = async () => {
      const own = createMock({ seed: 9, now: 0 });
      mock = own;
      const { keys } = own.scenario('flaky', { platform: 'zenvio' });
      const results = [];
      for (let count = 0; count < 20; count++)
        results.push(
          await send('listInstances', keys.key.secret).then(
            ({ ok }) => ok,
            () => 'lost',
          ),
        );
      return results;
    };
    const results = await run();
    expect(new Set(results)).toEqual(new Set([true, 'lost']));
    expect(await run()).toEqual(results);
  });

  test('the console knows the people of the account', async () => {
    const { account, users } = mock.scenario('no-key', { platform: 'zenvio' });
    const list = (token: string) =>
      mock.fetch(`http://localhost/accounts/${account.id}/api-keys`, { headers: { authorization: `Bearer ${token}` } });
    expect([(await list(users.owner)).status, (await list(users.manager)).status, (await list(users.member)).status]).toEqual([
      200, 200, 403,
    ]);
  });
});

describe('every operation of the document', () => {
  const cells = authMatrix.cells.filter(({ state, scheme }) => state === 'active' && scheme !== 'rdstationOAuth');
  test.each(cells.map((cell) => [cell.operationId, cell.platform, cell.expect.status] as const))(
    '%s succeeds with the key of an active scenario',
    async (operationId, platform, status) => {
      const { keys } = mock.scenario('active', { platform });
      expect((await send(operationId, keys.key.secret)).status).toBe(status);
    },
  );
});
