import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { consoleClient, useKey, type AccountBody, type KeyBody } from './test-client.ts';

const NOW = '2026-03-02T12:00:00.000Z';

let mock: Mock;
let send: ReturnType<typeof consoleClient>;
beforeEach(() => {
  mock = createMock({ now: NOW });
  send = consoleClient(mock);
});

const change = (id: string, body: object) => send<AccountBody>('PATCH', `/accounts/${id}`, body);
const keyOf = async (account: string, key: string) => (await send<KeyBody>('GET', `/accounts/${account}/api-keys/${key}`)).body;

test.each([
  ['zenvio', 'acc_zenvio_demo'],
  ['pingback', 'acc_pingback_pro'],
])('an account answers as documented (%s)', async (example, id) => {
  const documented = exampleBody('getAccount', 200, example) as object;
  expect((await send('GET', `/accounts/${id}`)).body).toEqual({ ...documented, createdAt: NOW });
});

test('keys in use count disabled ones and not deleted ones', async () => {
  const account = mock.rdstation.accounts.create();
  const keys = [1, 2].map(() => account.keys.create());
  keys[0]?.disable();
  expect((await send('GET', `/accounts/${account.id}`)).body).toMatchObject({ keyLimit: 5, keysInUse: 2, product: 'marketing' });
});

describe('a change', () => {
  test('of the name leaves the rest', async () => {
    const documented = exampleBody('updateAccount', 200, 'renamed') as object;
    expect((await change('acc_zenvio_demo', { name: ' Agência Ipê Amarelo ' })).body).toEqual({ ...documented, createdAt: NOW });
  });

  test('to an unknown plan is refused and names the plans; a name beside it is not changed either', async () => {
    const { status, body } = await change('acc_pingback_pro', { plan: 'gold', name: 'Outra' });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      code: 'invalid_request',
      issues: [{ field: '/plan', message: expect.stringContaining('free, pro, ultra') as unknown }],
    });
    expect(mock.pingback.accounts.get('acc_pingback_pro')).toMatchObject({ plan: 'pro', name: 'Loja Exemplo' });
  });

  test.each([{}, { name: '  ' }, { name: '' }, { owner: 'me' }])('that is none is refused: %j', async (body) => {
    expect(await change('acc_pingback_pro', body)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  });
});

describe('losing API access', () => {
  test('disables the keys of Pingback at once, and an upgrade does not enable them', async () => {
    const secret = 'chaveiro-pingback-active';
    expect((await change('acc_pingback_pro', { plan: 'free' })).body).toMatchObject({ plan: 'free', keysInUse: 1 });
    expect(await keyOf('acc_pingback_pro', 'key_pingback_active')).toMatchObject({
      status: 'disabled',
      disabledReason: 'plan_downgraded',
    });
    expect(await useKey(mock, 'pingback', secret)).toMatchObject({ decision: 'plan_not_allowed' });

    const enable = () => send('PATCH', '/accounts/acc_pingback_pro/api-keys/key_pingback_active', { status: 'active' });
    expect(await enable()).toMatchObject({ status: 403, body: exampleBody('updateApiKey', 403, 'plan_required') });

    await change('acc_pingback_pro', { plan: 'ultra' });
    expect(await keyOf('acc_pingback_pro', 'key_pingback_active')).toMatchObject({
      status: 'disabled',
      disabledReason: 'plan_downgraded',
    });
    expect(await useKey(mock, 'pingback', secret)).toMatchObject({ decision: 'disabled_key' });

    expect(await enable()).toMatchObject({ status: 200, body: { status: 'active', disabledReason: null } });
    expect(await useKey(mock, 'pingback', secret)).toMatchObject({ status: 200, decision: 'allowed' });
  });

  test('leaves a key that was disabled by hand as it was', async () => {
    await send('PATCH', '/accounts/acc_pingback_pro/api-keys/key_pingback_active', { status: 'disabled' });
    await change('acc_pingback_pro', { plan: 'free' });
    expect(await keyOf('acc_pingback_pro', 'key_pingback_active')).toMatchObject({ disabledReason: 'by_user' });
  });

  test('between two plans with access touches no key', async () => {
    await change('acc_pingback_pro', { plan: 'ultra' });
    expect(await useKey(mock, 'pingback', 'chaveiro-pingback-active')).toMatchObject({ status: 200 });
  });

  test('on Zenvio refuses the requests and keeps the keys; they work again once the workspace is not blocked', async () => {
    const secret = 'sk_live_chaveiro_active';
    await change('acc_zenvio_demo', { plan: 'blocked' });
    expect(await keyOf('acc_zenvio_demo', 'key_zenvio_active')).toMatchObject({ status: 'active' });
    expect(await useKey(mock, 'zenvio', secret)).toMatchObject({ status: 402, decision: 'plan_not_allowed' });
    await change('acc_zenvio_demo', { plan: 'active' });
    expect(await useKey(mock, 'zenvio', secret)).toMatchObject({ decision: 'allowed' });
  });
});
