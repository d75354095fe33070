/** What the rules of a policy count, and what they tell somebody whom they stop: what happened and what to do next. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import { describe, expect, test } from 'vitest';
import { acmeAccount, acmeScheme, acmeSession } from './acme.fixture.ts';
import { currentState } from './key.ts';
import {
  createKey,
  deleteKey,
  disableKey,
  enableKey,
  expireKey,
  keysInUse,
  renameKey,
  revealKey,
  type NewKey,
} from './key-lifecycle.ts';
import { valueOf } from './outcome.ts';
import { changePlan } from './plan.ts';

function setUp(changes: Partial<KeyPolicy> = {}, plan = 'paid') {
  const session = acmeSession();
  const scheme = acmeScheme(changes);
  const account = acmeAccount(session, { plan });
  const create = (wanted: NewKey = {}) => createKey(session, scheme, account, { name: session.ids.id('key'), ...wanted });
  return { session, scheme, account, create };
}

const NO_ACTIONS = { rename: false, disable: false, delete: false };

describe('the limit of keys', () => {
  test('is each kind’s own', () => {
    const { session, account, create } = setUp({ keysPerAccount: 1 });
    create();
    const token = acmeScheme({ keysPerAccount: 1 }, 'acmeToken');
    expect(createKey(session, token, account, { name: 'a' }).ok).toBe(true);
    expect(createKey(session, token, account, { name: 'b' }).ok).toBe(false);
    expect(create().ok).toBe(false);
  });

  test('is one for two places that take the same keys, and so are unique names', () => {
    const { session, scheme, account } = setUp({ keysPerAccount: 2 });
    const query = { ...acmeScheme({ keysPerAccount: 2 }, 'acmeQuery', { in: 'query', name: 'key' }), alsoKeysOf: [scheme.name] };
    const header = { ...scheme, alsoKeysOf: [query.name] };
    const { key } = valueOf(createKey(session, header, account, { name: 'CRM' }));
    expect(createKey(session, query, account, { name: 'CRM' })).toMatchObject({ code: 'key_name_taken' });
    const other = valueOf(createKey(session, query, account, { name: 'ERP' })).key;
    expect(renameKey(session, query, other.id, 'CRM')).toMatchObject({ code: 'key_name_taken' });
    expect(createKey(session, header, account, { name: 'BI' })).toMatchObject({ code: 'key_limit_reached' });
    deleteKey(session, header, key.id);
    expect(createKey(session, query, account, { name: 'BI' }).ok).toBe(true);
  });

  test('is each account’s own', () => {
    const { session, scheme, create } = setUp({ keysPerAccount: 1 });
    create();
    expect(createKey(session, scheme, acmeAccount(session), { name: 'a' }).ok).toBe(true);
  });

  test('holds for nobody where the policy has none', () => {
    const { session, scheme, account, create } = setUp({ keysPerAccount: null });
    for (let made = 0; made < 20; made++) expect(create().ok).toBe(true);
    expect(keysInUse(session, scheme, account.id)).toHaveLength(20);
  });

  test('comes after the plan: who may have no key is not told to delete one', () => {
    const { session, scheme, account, create } = setUp({ keysPerAccount: 1 });
    create();
    changePlan(session, [scheme], account, 'free');
    expect(createKey(session, scheme, { ...account, plan: 'free' }, { name: 'a' })).toMatchObject({ code: 'plan_required' });
  });

  test.each<[number, KeyPolicy['actions'], string, string]>([
    [
      1,
      { ...NO_ACTIONS, delete: true },
      'This account has 1 key, as many as it may have. ',
      'Delete a key first; the integrations that use it stop at once.',
    ],
    [
      2,
      { ...NO_ACTIONS, disable: true },
      'This account has 2 keys, as many as it may have. ',
      'Keys here are never deleted, and disabling one does not free its place: rename and reuse an existing key.',
    ],
    [1, NO_ACTIONS, 'This account has 1 key, as many as it may have. ', 'Reuse an existing key.'],
  ])('of %i says so, and names the way out that %j leaves', (keysPerAccount, actions, said, wayOut) => {
    const { create } = setUp({ keysPerAccount, actions });
    for (let made = 0; made < keysPerAccount; made++) create();
    expect(create()).toEqual({
      ok: false,
      code: 'key_limit_reached',
      message: said + wayOut,
      facts: { keyLimit: keysPerAccount, wayOut },
    });
  });
});

describe('a new key', () => {
  test('has a trimmed name, an id of its own, and every scope unless it asks for fewer', () => {
    const { create } = setUp();
    expect(valueOf(create({ name: ' CRM ' })).key).toMatchObject({
      id: expect.stringMatching(/^key_/) as string,
      name: 'CRM',
      scopes: ['read', 'write'],
    });
    expect(valueOf(create({ scopes: ['read'], id: 'mine' })).key).toMatchObject({ id: 'mine', scopes: ['read'] });
  });

  test.each([undefined, '', '   '])('needs a name where the policy says so (%j)', (name) => {
    expect(setUp().create({ name })).toEqual({
      ok: false,
      code: 'invalid_request',
      message: 'A key of this platform needs a name. Give one that says where it is used.',
      facts: {},
    });
  });

  test('without a name is called by the next free number', () => {
    const { session, scheme, create } = setUp({ names: { required: false, unique: true }, keysPerAccount: null });
    const name = (wanted?: string) => valueOf(create({ name: wanted })).key.name;
    expect([name(), name('Chave 3'), name(' '), name()]).toEqual(['Chave 1', 'Chave 3', 'Chave 4', 'Chave 5']);
    expect(session.keys.size).toBe(4);
    const [first] = session.keys.values();
    deleteKey(session, scheme, first!.id);
    expect(name()).toBe('Chave 6');
  });

  test('with a name that is taken is refused by name, unless the policy lets two have one', () => {
    const { create } = setUp();
    create({ name: 'CRM' });
    expect(create({ name: 'CRM' })).toEqual({
      ok: false,
      code: 'key_name_taken',
      message: 'Another key of this account is named "CRM". Choose a different name.',
      facts: { keyName: 'CRM' },
    });
    const shared = setUp({ names: { required: true, unique: false } });
    shared.create({ name: 'CRM' });
    expect(shared.create({ name: 'CRM' }).ok).toBe(true);
  });

  test.each([
    [['read', 'write'], 'read, write'],
    [[], 'none, this platform has no scopes'],
  ])('with an unknown scope is told the scopes there are (%j)', (scopes, said) => {
    expect(setUp({ scopes }).create({ scopes: ['admin'] })).toMatchObject({
      code: 'invalid_request',
      message: `There is no scope "admin". Choose from: ${said}.`,
    });
  });

  test('locked to an instance where keys cannot be is told so; no instances at all are no lock', () => {
    const { create } = setUp({ lockTo: null });
    expect(create({ instances: ['i1'] })).toMatchObject({
      code: 'invalid_request',
      message: 'Keys of this platform cannot be locked to an instance. Leave "instances" out.',
    });
    expect(valueOf(create({ instances: null })).key.instances).toBeNull();
    expect(valueOf(setUp().create({ instances: [] })).key.instances).toBeNull();
  });

  test('of an account without API access is told the plans that have it', () => {
    const plans: KeyPolicy['plans'] = {
      all: ['free', 'pro', 'max'],
      withApiAccess: ['pro', 'max'],
      default: 'pro',
      onLosingAccess: 'disable',
    };
    expect(setUp({ plans }, 'free').create()).toEqual({
      ok: false,
      code: 'plan_required',
      message: 'The plan "free" has no API access. Move the account to: pro, max.',
      facts: { plan: 'free', plans: 'pro, max' },
    });
  });
});

describe('a key that is there', () => {
  test('disabled twice, or enabled twice, keeps the moment and the reason of the first time', () => {
    const { session, scheme, account, create } = setUp();
    const { key } = valueOf(create());
    valueOf(disableKey(session, scheme, key.id));
    session.clock.advance('1h');
    const again = valueOf(disableKey(session, scheme, key.id, 'plan_downgraded'));
    expect(currentState(again)).toEqual({ at: key.createdAt, status: 'disabled', reason: 'by_user' });
    const enabled = valueOf(enableKey(session, scheme, account, key.id));
    session.clock.advance('1h');
    expect(valueOf(enableKey(session, scheme, account, key.id))).toEqual(enabled);
    expect(enabled.history.map(({ status, reason }) => [status, reason])).toEqual([
      ['active', null],
      ['disabled', 'by_user'],
      ['active', null],
    ]);
  });

  test('is disabled by a downgrade also where nobody may disable it by hand', () => {
    const { session, scheme, account, create } = setUp({ actions: NO_ACTIONS });
    const { key } = valueOf(create());
    changePlan(session, [scheme], account, 'free');
    expect(currentState(session.keys.get(key.id)!)).toMatchObject({ status: 'disabled', reason: 'plan_downgraded' });
  });

  test('cannot be named nothing, even where a new one needs no name', () => {
    const { session, scheme, create } = setUp({ names: { required: false, unique: false } });
    const { key } = valueOf(create({ name: 'CRM' }));
    expect(renameKey(session, scheme, key.id, '  ')).toMatchObject({
      code: 'invalid_request',
      message: 'A key needs a name. Give one of at least one character.',
    });
    expect(session.keys.get(key.id)?.name).toBe('CRM');
  });

  test('shown once is never shown again, even if its secret could be', () => {
    const { session, scheme, create } = setUp({ secret: 'shown-once', storage: 'aes-256-gcm' });
    const { key, secret } = valueOf(create());
    expect(session.vault.open(key.sealed)).toBe(secret);
    const refused = revealKey(session, scheme, key.id);
    expect(refused).toMatchObject({
      code: 'secret_not_recoverable',
      message: expect.stringContaining('Create a new key, move your integrations to it, then revoke this one.') as string,
    });
    expect(JSON.stringify(refused)).not.toContain(secret);
  });

  test('ages before its time only where keys age at all', () => {
    const never = setUp();
    const lasting = valueOf(never.create()).key;
    expect(expireKey(never.session, never.scheme, lasting.id)).toEqual({
      ok: false,
      code: 'action_not_allowed',
      message: 'Keys of this kind never expire.',
      facts: { action: 'expire' },
    });
    const { session, scheme, create } = setUp({ expires: '1h' });
    const { key } = valueOf(create());
    expect(key.expiresAt).toBe(session.clock.now() + 3_600_000);
    expect(valueOf(expireKey(session, scheme, key.id)).expiresAt).toBeLessThan(session.clock.now());
    deleteKey(session, scheme, key.id);
    expect(expireKey(session, scheme, key.id)).toMatchObject({ code: 'key_not_found' });
  });

  test.each(['rename', 'disable', 'enable', 'delete'] as const)('is not to be %sd where the policy says no', (action) => {
    const { session, scheme, account, create } = setUp({ actions: NO_ACTIONS });
    const { key } = valueOf(create());
    const refused = {
      rename: () => renameKey(session, scheme, key.id, 'x'),
      disable: () => disableKey(session, scheme, key.id),
      enable: () => enableKey(session, scheme, account, key.id),
      delete: () => deleteKey(session, scheme, key.id),
    }[action]();
    expect(refused).toEqual({
      ok: false,
      code: 'action_not_allowed',
      message: `This platform does not let anybody ${action} a key.`,
      facts: { action },
    });
  });

  test('and one that is not are told apart by id', () => {
    const { session, scheme } = setUp();
    expect(deleteKey(session, scheme, 'key_9')).toEqual({
      ok: false,
      code: 'key_not_found',
      message: 'There is no key "key_9" in this account. List the keys to see their ids.',
      facts: { keyId: 'key_9' },
    });
  });
});

describe('a plan', () => {
  test('that does not exist is refused with those that do', () => {
    const { session, scheme, account } = setUp();
    expect(changePlan(session, [scheme], account, 'gold')).toEqual({
      ok: false,
      code: 'invalid_request',
      message: 'There is no plan "gold" on this platform. Choose from: free, paid.',
      facts: { plan: 'gold' },
    });
    expect(changePlan(session, [], account, 'paid')).toMatchObject({ code: 'invalid_request' });
    expect(session.accounts.get(account.id)?.plan).toBe('paid');
  });
});
