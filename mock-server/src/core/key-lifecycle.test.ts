import type { KeyPolicy } from '@chaveiro/openapi/policy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acmeAccount, acmeScheme, acmeSession } from './acme.fixture.ts';
import type { Account } from './account.ts';
import { currentState } from './key.ts';
import { createKey, deleteKey, disableKey, enableKey, keysInUse, renameKey, revealKey, type NewKey } from './key-lifecycle.ts';
import { valueOf } from './outcome.ts';
import { changePlan } from './plan.ts';
import type { Session } from './session.ts';

function setUp(changes: Partial<KeyPolicy> = {}) {
  const session = acmeSession();
  const scheme = acmeScheme(changes);
  const account = acmeAccount(session);
  const create = (wanted: NewKey = {}) => createKey(session, scheme, account, { name: session.ids.id('key'), ...wanted });
  return { session, scheme, account, create };
}

const codeOf = (outcome: { ok: true } | { ok: false; code: string }) => (outcome.ok ? 'ok' : outcome.code);

describe('key life cycle', () => {
  test('a new key is active, has a secret of the policy’s format and is found by it', () => {
    const { session, create } = setUp();
    const { key, secret } = valueOf(create());
    expect(secret).toMatch(/^acme_[0-9A-Za-z]{20}$/);
    expect(currentState(key).status).toBe('active');
    expect(session.findKey(secret)?.id).toBe(key.id);
    expect(session.findKey(`${secret}x`)).toBeUndefined();
  });

  test('disabled keys count towards the limit and deleted ones do not', () => {
    const { session, scheme, create } = setUp();
    const first = valueOf(create()).key;
    const second = valueOf(create()).key;
    disableKey(session, scheme, second.id);
    expect(create()).toMatchObject({ ok: false, code: 'key_limit_reached', facts: { keyLimit: 2 } });
    deleteKey(session, scheme, first.id);
    expect(codeOf(create())).toBe('ok');
  });

  test('the way out of a reached limit is one that the policy allows', () => {
    const full = (actions: KeyPolicy['actions']) => {
      const { create } = setUp({ keysPerAccount: 1, actions });
      create();
      const refused = create();
      return refused.ok ? '' : refused.message;
    };
    expect(full({ rename: true, disable: true, delete: true })).toContain('Delete a key first');
    expect(full({ rename: true, disable: true, delete: false })).toContain('disabling one does not free its place');
  });

  test('a rename keeps the secret, and a taken, empty or blank name is refused', () => {
    const { session, scheme, create } = setUp();
    const { key, secret } = valueOf(create({ name: 'CRM' }));
    const other = valueOf(create({ name: 'App' })).key;
    expect(valueOf(renameKey(session, scheme, key.id, ' Loja ')).name).toBe('Loja');
    expect(session.findKey(secret)?.name).toBe('Loja');
    expect(codeOf(renameKey(session, scheme, other.id, 'Loja'))).toBe('key_name_taken');
    expect(codeOf(renameKey(session, scheme, key.id, 'Loja'))).toBe('ok');
    expect(codeOf(renameKey(session, scheme, key.id, '  '))).toBe('invalid_request');
    expect(codeOf(create({ name: '' }))).toBe('key_limit_reached');
  });

  test.each(['rename', 'disable', 'delete'] as const)('%s is refused where the policy forbids it', (action) => {
    const { session, scheme, account, create } = setUp({
      actions: { rename: true, disable: true, delete: true, [action]: false },
    });
    const { key } = valueOf(create());
    const refused = {
      rename: () => renameKey(session, scheme, key.id, 'x'),
      disable: () => disableKey(session, scheme, key.id),
      delete: () => deleteKey(session, scheme, key.id),
    }[action]();
    expect(refused).toMatchObject({ ok: false, code: 'action_not_allowed', facts: { action } });
    if (action === 'disable') expect(codeOf(enableKey(session, scheme, account, key.id))).toBe('action_not_allowed');
  });

  test('a deleted key is gone for every command', () => {
    const { session, scheme, account, create } = setUp();
    const { key } = valueOf(create());
    deleteKey(session, scheme, key.id);
    const commands = [
      renameKey(session, scheme, key.id, 'x'),
      disableKey(session, scheme, key.id),
      enableKey(session, scheme, account, key.id),
      deleteKey(session, scheme, key.id),
      revealKey(session, scheme, key.id),
    ];
    expect(commands.map(codeOf)).toEqual(Array(5).fill('key_not_found'));
  });

  test('a revealable secret can be shown again, a hashed one cannot', () => {
    const open = setUp();
    const shown = valueOf(open.create());
    expect(valueOf(revealKey(open.session, open.scheme, shown.key.id))).toBe(shown.secret);
    const closed = setUp({ storage: 'bcrypt', secret: 'shown-once' });
    const hidden = valueOf(closed.create());
    expect(codeOf(revealKey(closed.session, closed.scheme, hidden.key.id))).toBe('secret_not_recoverable');
    expect(JSON.stringify(closed.session.keys.values())).not.toContain(hidden.secret);
  });

  test('unknown scopes, and locks where there are none, are refused', () => {
    const { create } = setUp({ lockTo: null });
    expect(codeOf(create({ scopes: ['admin'] }))).toBe('invalid_request');
    expect(codeOf(create({ instances: ['i1'] }))).toBe('invalid_request');
  });
});

describe('plan changes', () => {
  const plans = (session: Session, scheme: ReturnType<typeof acmeScheme>, account: Account) => (plan: string) => {
    const current = session.accounts.get(account.id) ?? account;
    return changePlan(session, [scheme], current, plan);
  };

  test('a downgrade disables active keys, and an upgrade enables none by itself', () => {
    const { session, scheme, account, create } = setUp();
    const { key } = valueOf(create());
    const change = plans(session, scheme, account);
    change('free');
    expect(currentState(session.keys.get(key.id) ?? key)).toMatchObject({ status: 'disabled', reason: 'plan_downgraded' });
    expect(codeOf(enableKey(session, scheme, { ...account, plan: 'free' }, key.id))).toBe('plan_required');
    expect(codeOf(createKey(session, scheme, { ...account, plan: 'free' }, { name: 'y' }))).toBe('plan_required');
    change('paid');
    expect(currentState(session.keys.get(key.id) ?? key).status).toBe('disabled');
    expect(codeOf(enableKey(session, scheme, account, key.id))).toBe('ok');
  });

  test('where the policy refuses instead, keys stay active', () => {
    const { session, scheme, account, create } = setUp({
      plans: { all: ['free', 'paid'], withApiAccess: ['paid'], default: 'paid', onLosingAccess: 'refuse' },
    });
    const { key } = valueOf(create());
    plans(session, scheme, account)('free');
    expect(currentState(session.keys.get(key.id) ?? key).status).toBe('active');
  });

  test('an unknown plan is refused by name', () => {
    const { session, scheme, account } = setUp();
    expect(changePlan(session, [scheme], account, 'gold')).toMatchObject({
      ok: false,
      code: 'invalid_request',
      facts: { plan: 'gold' },
    });
  });
});

test('random histories never break the limit, bring back a deleted key or enable one by an upgrade', () => {
  const command = fc.record({
    action: fc.constantFrom('create', 'disable', 'enable', 'delete', 'free', 'paid'),
    which: fc.nat({ max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const { session, scheme, account, create: _ } = setUp();
      const known: string[] = [];
      const statuses = new Map<string, string>();
      for (const { action, which } of commands) {
        const id = known[which % Math.max(1, known.length)] ?? 'none';
        const current = session.accounts.get(account.id) ?? account;
        if (action === 'create') {
          const made = createKey(session, scheme, current, { name: session.ids.id('n') });
          if (made.ok) known.push(made.value.key.id);
        }
        if (action === 'disable') disableKey(session, scheme, id);
        if (action === 'enable') enableKey(session, scheme, current, id);
        if (action === 'delete') deleteKey(session, scheme, id);
        if (action === 'free' || action === 'paid') changePlan(session, [scheme], current, action);
        expect(keysInUse(session, scheme, account.id).length).toBeLessThanOrEqual(2);
        for (const keyId of known) {
          const key = session.keys.get(keyId);
          const now = key ? currentState(key).status : 'gone';
          const before = statuses.get(keyId);
          if (before === 'deleted') expect(now).toBe('deleted');
          if (before === 'disabled' && now === 'active') expect(action).toBe('enable');
          if (now === 'active') expect(session.accounts.get(account.id)?.plan).toBe('paid');
          statuses.set(keyId, now);
        }
      }
    }),
  );
});
