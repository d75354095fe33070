// The way follows from the facts of the policy, whichever platform they are of.
import { describe, expect, test } from 'vitest';
import { ConflictError } from '../../../errors/index.ts';
import { planRotation, type Facts } from './plan.ts';
import type { RotateOptions } from './types.ts';

type Rules = Facts['rules'];

const all = { rename: true, disable: true, delete: true };

function key(id: string, status: 'active' | 'disabled' = 'active', name = id, lastUsedAt: string | null = null): Facts['old'] {
  const createdAt = '2026-01-12T09:00:00.000Z';
  return { id, name, status, lastUsedAt, createdAt, accountId: 'a', platform: 'p', scheme: 's' } as unknown as Facts['old'];
}

function plan(rules: Partial<Rules>, keys: Facts['keys'], options: Partial<RotateOptions> = {}) {
  const [old] = keys as [Facts['old']];
  const facts = {
    account: { plan: 'pro', plans: [{ name: 'pro', apiAccess: true }] },
    rules: { secret: 'revealable', keyLimit: null, names: { required: true, unique: false }, actions: all, ...rules },
  } as unknown as Facts;
  return planRotation({ ...facts, keys, old, today: '2026-11-21' }, { switchTo: () => {}, ...options });
}

const old = key('CRM');

describe('the way', () => {
  test.each<[string, Partial<Rules>, Facts['keys'], string, string | undefined]>([
    ['no limit', {}, [old], 'create', 'delete'],
    ['room for one more', { keyLimit: 2 }, [old], 'create', 'delete'],
    ['full, one key', { keyLimit: 1 }, [old], 'delete-first', 'delete'],
    ['full, all active', { keyLimit: 2 }, [old, key('b')], 'delete-first', 'delete'],
    ['full, one disabled', { keyLimit: 2 }, [old, key('b', 'disabled')], 'reuse', 'delete'],
    [
      'one disabled whose secret is gone',
      { keyLimit: 2, secret: 'shown-once' },
      [old, key('b', 'disabled')],
      'delete-first',
      'delete',
    ],
    ['no deleting', { actions: { ...all, delete: false } }, [old], 'create', 'disable'],
    ['neither deleting nor disabling', { actions: { ...all, delete: false, disable: false } }, [old], 'create', undefined],
  ])('%s', (_what, rules, keys, way, retire) => {
    expect(plan(rules, keys)).toMatchObject({ way, retire });
  });

  test('there is none where keys stay for ever and all are in use', () => {
    const rules = { keyLimit: 2, actions: { ...all, delete: false } };
    expect(() => plan(rules, [old, key('b')])).toThrow(ConflictError);
    expect(() => plan({ keyLimit: 1, actions: { ...all, delete: false } }, [key('CRM', 'disabled')])).toThrow(ConflictError);
  });

  test('the key that is used again is the one that was unused for longest, or the one that was chosen', () => {
    const keys = [old, key('b', 'disabled', 'b', '2026-03-01'), key('c', 'disabled', 'c', '2026-02-01'), key('d')];
    expect(plan({ keyLimit: 4 }, keys).spare?.id).toBe('c');
    expect(plan({ keyLimit: 4 }, keys, { reuse: 'b' }).spare?.id).toBe('b');
    expect(plan({}, keys, { reuse: 'b' })).toMatchObject({ way: 'reuse', spare: { id: 'b' } });
    for (const reuse of ['CRM', 'd', 'nobody']) expect(() => plan({}, keys, { reuse })).toThrow(ConflictError);
  });
});

describe('the name', () => {
  const unique = { names: { required: false, unique: true } };

  test('has the date, in place of an earlier one', () => {
    expect(plan({}, [old]).name).toBe('CRM 2026-11-21');
    expect(plan({}, [key('a', 'active', 'CRM 2026-05-02 (3)')]).name).toBe('CRM 2026-11-21');
    expect(plan({}, [key('a', 'active', '')]).name).toBe('2026-11-21');
  });

  test('is one that is free, where names are unique', () => {
    const today = key('a', 'active', 'CRM 2026-11-21');
    expect(plan(unique, [today]).name).toBe('CRM 2026-11-21 (2)');
    expect(plan({}, [today]).name).toBe('CRM 2026-11-21');
    expect(() => plan(unique, [old, key('b')], { name: 'b' })).toThrow(ConflictError);
    expect(plan({ ...unique, keyLimit: 2 }, [old, key('b', 'disabled')], { name: 'b' }).name).toBe('b');
  });

  test('stays where the old key is gone by then', () => {
    expect(plan({ ...unique, keyLimit: 1 }, [old]).name).toBe('CRM');
  });

  test('has a hundred characters at most', () => {
    expect(plan({}, [key('a', 'active', 'x'.repeat(100))]).name).toMatch(/^x{89} 2026-11-21$/);
  });
});
