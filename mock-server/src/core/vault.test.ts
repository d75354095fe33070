import { describe, expect, test } from 'vitest';
import { createVault, startOf } from './vault.ts';

const SECRET = 'sk_live_4fJ0aQm2Zx81CANARY';

describe('vault', () => {
  test('a sealed secret opens again, and its box does not hold it', () => {
    const vault = createVault();
    const sealed = vault.seal(SECRET, 'aes-256-gcm');
    expect(sealed).toMatchObject({ kind: 'aes-256-gcm', start: 'sk_live_4fJ0', fingerprint: vault.fingerprint(SECRET) });
    expect(vault.open(sealed)).toBe(SECRET);
    expect(JSON.stringify(sealed)).not.toContain('CANARY');
  });

  test('of a hashed secret only the hash, its length and its first characters are kept', () => {
    const vault = createVault();
    const sealed = vault.seal(SECRET, 'bcrypt');
    expect(sealed).toEqual({
      kind: 'bcrypt',
      start: 'sk_live_4fJ0',
      length: SECRET.length,
      hash: expect.stringMatching(/^\$2[ab]\$/) as string,
    });
    expect(vault.open(sealed)).toBeUndefined();
  });

  test.each(['aes-256-gcm', 'bcrypt'] as const)('with %s only the very same secret matches, also the second time', (storage) => {
    const vault = createVault();
    const sealed = vault.seal(SECRET, storage);
    for (let round = 0; round < 2; round++) {
      expect(vault.matches(sealed, SECRET)).toBe(true);
      expect(vault.matches(sealed, `${SECRET} `)).toBe(false);
      expect(vault.matches(sealed, SECRET.toLowerCase())).toBe(false);
      expect(vault.matches(sealed, '')).toBe(false);
    }
  });

  test('bcrypt does not take a longer secret for its first 72 bytes', () => {
    const vault = createVault();
    const sealed = vault.seal('a'.repeat(72), 'bcrypt');
    expect(vault.matches(sealed, 'a'.repeat(73))).toBe(false);
    expect(() => vault.seal('a'.repeat(73), 'bcrypt')).toThrow(/72 bytes/);
  });

  test('a vault that has not seen a secret being hashed still knows it', () => {
    const key = new Uint8Array(32).fill(7);
    const sealed = createVault(key).seal(SECRET, 'bcrypt');
    const other = createVault(key);
    expect([other.matches(sealed, SECRET), other.matches(sealed, `${SECRET}x`)]).toEqual([true, false]);
  });

  test('a secret that was hashed twice is known by both hashes', () => {
    const vault = createVault();
    const [one, other] = [vault.seal('sk_live_one_secret', 'bcrypt'), vault.seal('sk_live_one_secret', 'bcrypt')];
    expect(one).not.toEqual(other);
    expect([vault.matches(one, 'sk_live_one_secret'), vault.matches(other, 'sk_live_one_secret')]).toEqual([true, true]);
  });

  test('two hashes of one beginning are told apart', () => {
    const vault = createVault();
    const [one, two] = [vault.seal(`${SECRET}1`, 'bcrypt'), vault.seal(`${SECRET}2`, 'bcrypt')];
    expect([vault.matches(one, `${SECRET}1`), vault.matches(one, `${SECRET}2`), vault.matches(two, `${SECRET}2`)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test.each(['aes-256-gcm', 'bcrypt'] as const)(
    'with %s a published secret is sealed like any other once somebody looks',
    (storage) => {
      const vault = createVault();
      const sealed = vault.seal(SECRET, storage, true);
      expect([vault.matches(sealed, SECRET), vault.matches(sealed, `${SECRET}x`)]).toEqual([true, false]);
      const written = JSON.stringify(sealed);
      expect(written).not.toContain('CANARY');
      expect(JSON.stringify(sealed), 'it stays as it was first seen').toBe(written);
      expect(Object.keys(sealed)).toEqual(Object.keys(vault.seal(SECRET, storage)));
      expect(vault.open(sealed)).toBe(storage === 'bcrypt' ? undefined : SECRET);
      const kept = JSON.parse(written) as typeof sealed;
      expect([vault.matches(kept, SECRET), vault.matches(kept, `${SECRET}x`)]).toEqual([true, false]);
    },
  );

  test('two seals of one secret differ, and another vault cannot open them', () => {
    const vault = createVault();
    const sealed = vault.seal(SECRET, 'aes-256-gcm');
    expect(vault.seal(SECRET, 'aes-256-gcm')).not.toEqual(sealed);
    expect(() => createVault().open(sealed)).toThrow();
  });

  test('the beginning that is shown is never more than half of a secret', () => {
    expect(startOf('abcd')).toBe('ab');
    expect(startOf(SECRET)).toBe('sk_live_4fJ0');
  });
});
