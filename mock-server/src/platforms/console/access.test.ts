import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { consoleClient, type AccountBody } from './test-client.ts';

let mock: Mock;
beforeEach(() => {
  mock = createMock();
});

const ACCOUNT = '/accounts/acc_pingback_pro';
const KEY = `${ACCOUNT}/api-keys/key_pingback_active`;
/** What only a managing role may do: operation, method, path, body. */
const MANAGING = [
  ['updateAccount', 'PATCH', ACCOUNT, { plan: 'ultra' }],
  ['listApiKeys', 'GET', `${ACCOUNT}/api-keys`, undefined],
  ['createApiKey', 'POST', `${ACCOUNT}/api-keys`, { name: 'Outra' }],
  ['getApiKey', 'GET', KEY, undefined],
  ['updateApiKey', 'PATCH', KEY, { name: 'Outro nome' }],
  ['revealApiKey', 'POST', `${KEY}/reveal`, undefined],
  ['deleteApiKey', 'DELETE', KEY, undefined],
  ['listApiLogs', 'GET', `${ACCOUNT}/api-logs`, undefined],
] as const;

describe('a member', () => {
  test.each(MANAGING)('is refused %s and told which role may', async (operationId, method, path, body) => {
    const reply = await consoleClient(mock, 'chaveiro-console-member')(method, path, body);
    expect(reply).toMatchObject({ status: 403, body: exampleBody(operationId, 403, 'role_required') });
  });

  test('changes nothing by being refused', async () => {
    const before = mock.pingback.accounts
      .get('acc_pingback_pro')
      .keys.list()
      .map(({ name, status }) => [name, status]);
    for (const [, method, path, body] of MANAGING) await consoleClient(mock, 'chaveiro-console-member')(method, path, body);
    const account = mock.pingback.accounts.get('acc_pingback_pro');
    expect(account.keys.list().map(({ name, status }) => [name, status])).toEqual(before);
    expect(account.plan).toBe('pro');
  });

  test('may see the account', async () => {
    expect((await consoleClient(mock, 'chaveiro-console-member')('GET', ACCOUNT)).status).toBe(200);
  });
});

describe('an owner and a manager', () => {
  test.each(['owner', 'manager'])('%s may do all of it, save what the platform forbids', async (role) => {
    for (const [operationId, method, path, body] of MANAGING) {
      const { status } = await consoleClient(mock, `chaveiro-console-${role}`)(method, path, body);
      expect([operationId, status]).toEqual([
        operationId,
        operationId === 'createApiKey' ? 409 : expect.toSatisfy((s) => s < 300),
      ]);
    }
  });
});

describe('without a session', () => {
  test.each([...MANAGING, ['getAccount', 'GET', ACCOUNT, undefined] as const])(
    '%s is refused',
    async (operationId, method, path, body) => {
      for (const token of ['nobody', 'chaveiro-pingback-active']) {
        const reply = await consoleClient(mock, token)(method, path, body);
        expect(reply).toMatchObject({
          status: 401,
          decision: 'session_required',
          body: exampleBody(operationId, 401, 'session_required'),
        });
      }
    },
  );
});

describe('somebody of one account', () => {
  test.each(MANAGING)('finds no other: %s', async (operationId, method, path, body) => {
    const token = mock.pingback.accounts.create({ plan: 'pro' }).signIn('owner');
    const reply = await consoleClient(mock, token)(method, path, body);
    expect(reply).toMatchObject({ status: 404, body: exampleBody(operationId, 404, 'account_not_found') });
  });

  test('acts on their own', async () => {
    const account = mock.pingback.accounts.create({ plan: 'pro' });
    const send = consoleClient(mock, account.signIn('manager', 'Rita'));
    expect(await send('POST', `/accounts/${account.id}/api-keys`, { name: 'CRM' })).toMatchObject({ status: 201 });
    const { users } = (await send<AccountBody>('GET', `/accounts/${account.id}`)).body;
    expect(users).toContainEqual({ id: 'user_manager_2', name: 'Rita', role: 'manager' });
  });

  test('reaches no key of another account through their own', async () => {
    const account = mock.pingback.accounts.create({ plan: 'pro' });
    const send = consoleClient(mock, account.signIn('owner'));
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { name: 'Meu' }],
      ['DELETE', '', undefined],
      ['POST', '/reveal', undefined],
    ] as const) {
      const reply = await send(method, `/accounts/${account.id}/api-keys/key_pingback_active${path}`, body);
      expect(reply).toMatchObject({ status: 404, body: exampleBody('getApiKey', 404, 'key_not_found') });
    }
  });
});

test('an account that does not exist is 404', async () => {
  expect(await consoleClient(mock)('GET', '/accounts/acc_none')).toMatchObject({
    status: 404,
    body: exampleBody('getAccount', 404, 'account_not_found'),
  });
});

test('a refusal leads to its explanation', async () => {
  const send = consoleClient(mock, 'chaveiro-console-member');
  const { body, requestId } = await send<{ instance: string }>('GET', `${ACCOUNT}/api-keys`);
  expect(body.instance).toBe(`/__mock/decisions/${requestId}`);
  expect((await send('GET', body.instance)).status).toBe(200);
});
