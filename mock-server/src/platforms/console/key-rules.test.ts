import type { components } from '@chaveiro/openapi/types';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { waysToRotate } from './key-rules.ts';
import { consoleClient } from './test-client.ts';

type Rules = components['schemas']['ConsoleKeyRules'];
type Accounts = components['schemas']['ConsoleAccountList'];

const NOW = '2026-03-02T12:00:00.000Z';

let mock: Mock;
let send: ReturnType<typeof consoleClient>;
beforeEach(() => {
  mock = createMock({ now: NOW });
  send = consoleClient(mock);
});

const rulesOf = async (account: string) => (await send<Rules>('GET', `/accounts/${account}/key-rules`)).body;

test.each([
  ['zenvio', 'acc_zenvio_demo'],
  ['pingback', 'acc_pingback_pro'],
])('the rules answer as documented (%s)', async (example, id) => {
  const documented = exampleBody('getKeyRules', 200, example) as Rules;
  const rules = await rulesOf(id);
  expect(rules).toEqual({ ...documented, now: NOW, instances: rules.instances });
  for (const instance of documented.instances ?? []) expect(rules.instances).toContainEqual(instance);
});

test('somebody who may not manage keys may read who may, and how', async () => {
  const { id } = mock.rdstation.accounts.create();
  const member = consoleClient(mock, 'chaveiro-console-member');
  expect(await member<Rules>('GET', `/accounts/${id}/key-rules`)).toMatchObject({
    status: 200,
    body: { keyLimit: 5, managedBy: ['owner', 'manager'], actions: { delete: false } },
  });
});

describe('a key is replaced', () => {
  const actions = (some: Partial<Record<'rename' | 'disable' | 'delete', boolean>>) => ({
    actions: { rename: true, disable: true, delete: true, ...some },
  });
  const ways = (policy: object, full: boolean) => waysToRotate(policy as Parameters<typeof waysToRotate>[0], full);
  const swap = ['update_integrations', 'test'];

  test('with a gap where there may be one key alone', () => {
    for (const full of [true, false])
      expect(ways({ keysPerAccount: 1, ...actions({}) }, full)).toEqual({
        gap: true,
        steps: ['delete_key', 'create_key', ...swap],
      });
  });

  test('not at all where the one key cannot be deleted', () => {
    expect(ways({ keysPerAccount: 1, ...actions({ delete: false }) }, true).steps).toEqual([]);
  });

  test('by a new one beside it where there is room', () => {
    expect(ways({ keysPerAccount: null, ...actions({}) }, false)).toEqual({
      gap: false,
      steps: ['create_key', ...swap, 'delete_key'],
    });
    expect(ways({ keysPerAccount: 5, ...actions({ delete: false }) }, false).steps).toEqual([
      'create_key',
      ...swap,
      'disable_key',
    ]);
  });

  test('by one that exists where there is no room and nothing can be deleted', () => {
    expect(ways({ keysPerAccount: 5, ...actions({ delete: false }) }, true).steps).toEqual(['reuse_key', ...swap, 'disable_key']);
  });

  test('after another one made room where there is none', () => {
    expect(ways({ keysPerAccount: 3, ...actions({}) }, true).steps).toEqual(['delete_key', 'create_key', ...swap, 'delete_key']);
  });
});

test('the way changes with the room that an account has', async () => {
  const account = mock.rdstation.accounts.create();
  expect((await rulesOf(account.id)).rotation.steps[0]).toBe('create_key');
  for (let i = 0; i < 5; i++) account.keys.create();
  expect((await rulesOf(account.id)).rotation.steps[0]).toBe('reuse_key');
});

describe('the list of accounts', () => {
  const list = async (client: typeof send, query = '') => (await client<Accounts>('GET', `/accounts${query}`)).body;

  test('has those of every platform, or of one', async () => {
    const all = await list(send);
    expect(new Set(all.items.map(({ platform }) => platform))).toEqual(new Set(['pingback', 'rdstation', 'zenvio']));
    expect(all.total).toBe(all.items.length);
    const some = await list(send, '?platform=pingback');
    expect(some.items.map(({ id }) => id)).toEqual(mock.pingback.accounts.list().map(({ id }) => id));
  });

  test('has the one account that a session is of', async () => {
    const account = mock.zenvio.accounts.create();
    const token = account.signIn('member', 'Nina');
    expect((await list(consoleClient(mock, token))).items.map(({ id }) => id)).toEqual([account.id]);
  });

  test('shows an account as its own page does', async () => {
    const { items } = await list(send);
    for (const item of items) expect(item).toEqual((await send('GET', `/accounts/${item.id}`)).body);
  });
});
