/** What a key was at any moment, and what of its secret is shown. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acmeAccount, acmeScheme, acmeSession } from './acme.fixture.ts';
import { currentState, effectiveState, mask, type Key } from './key.ts';
import { createKey } from './key-lifecycle.ts';
import { valueOf } from './outcome.ts';
import { startOf } from './vault.ts';

function newKey(policy: Partial<KeyPolicy> = {}): Key {
  const session = acmeSession();
  return valueOf(createKey(session, acmeScheme(policy), acmeAccount(session), { name: 'k', secret: 'acme_4fJ0aQm2Zx81' })).key;
}

describe('the mask', () => {
  test('of a key that can be shown again has four characters at each end, of a hashed one its public beginning', () => {
    const secret = 'sk_live_4fJ0aQm2Zx81';
    expect(mask(secret, startOf(secret), true)).toBe('sk_l••••Zx81');
    expect(mask(secret, startOf(secret), false)).toBe('sk_live_4f••••');
  });

  test('of a short secret has no end, so that most of it stays hidden', () => {
    expect(mask('abcdefghijkl', 'abcdef', true)).toBe('abcd••••ijkl');
    expect(mask('abcdefghijk', 'abcde', true)).toBe('abcd••••');
  });

  test('never shows more than two thirds of a secret, and of a hashed one never its end', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.boolean(), (secret, revealable) => {
        const [start = '', end = ''] = mask(secret, startOf(secret), revealable).split('••••');
        expect(secret.startsWith(start)).toBe(true);
        expect(secret.endsWith(end)).toBe(true);
        expect(start.length + end.length).toBeLessThanOrEqual((secret.length * 2) / 3);
        if (!revealable) expect(end).toBe('');
      }),
    );
  });

  test('of a new key is the one that its policy asks for', () => {
    const masked = [newKey({ secret: 'revealable' }), newKey({ secret: 'shown-once' })].map((key) => key.masked);
    expect(masked).toEqual(['acme••••Zx81', 'acme_4fJ••••']);
  });
});

describe('with a delay between dashboard and API', () => {
  const changed = (): Key => ({
    ...newKey(),
    history: [
      { at: 1000, status: 'active', reason: null },
      { at: 2000, status: 'disabled', reason: 'by_user' },
      { at: 3000, status: 'deleted', reason: null },
    ],
  });

  test('each change arrives at its own time, and the dashboard shows the last one at once', () => {
    const key = changed();
    expect([2499, 2500, 3499, 3500].map((now) => effectiveState(key, now, 500).status)).toEqual([
      'active',
      'disabled',
      'disabled',
      'deleted',
    ]);
    expect(currentState(key).status).toBe('deleted');
  });

  test('a new key works before its creation has arrived, so that a test need not wait for it', () => {
    const key = changed();
    expect([0, 1000, 1500].map((now) => effectiveState(key, now, 500).status)).toEqual(['active', 'active', 'active']);
  });
});
