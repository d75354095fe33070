/** bcrypt is slow on purpose: what it is asked, and how often, is part of what the vault promises. */
import { compareSync, hashSync } from 'bcryptjs';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createVault, type SealedSecret } from './vault.ts';

vi.mock('bcryptjs', () => ({
  hashSync: vi.fn((secret: string) => `hash of ${secret.slice(0, 72)}`),
  compareSync: vi.fn((secret: string, hash: string) => hash === `hash of ${secret.slice(0, 72)}`),
}));

const SECRET = 'sk_live_4fJ0aQm2Zx81CANARY';
const key = new Uint8Array(32).fill(7);
const comparisons = () => vi.mocked(compareSync).mock.calls.length;
/** As a store brings it: the vault that made it is gone. */
const ofEarlierProcess = (secret: string): SealedSecret => ({ ...createVault(key).seal(secret, 'bcrypt') });

beforeEach(() => {
  vi.mocked(compareSync).mockClear();
  vi.mocked(hashSync).mockClear();
});

describe('hashing', () => {
  test('is done at once, so that the secret is let go; for a published secret it waits until somebody looks', () => {
    const vault = createVault();
    vault.seal(SECRET, 'bcrypt');
    expect(hashSync).toHaveBeenCalledTimes(1);
    const published = vault.seal(SECRET, 'bcrypt', true);
    expect(hashSync).toHaveBeenCalledTimes(1);
    expect([published, published].map((sealed) => 'hash' in sealed && sealed.hash)).toEqual(Array(2).fill(`hash of ${SECRET}`));
    expect(hashSync).toHaveBeenCalledTimes(2);
  });
});

describe('comparing', () => {
  test('a key made by this process is compared without bcrypt', () => {
    const vault = createVault();
    const sealed = vault.seal(SECRET, 'bcrypt');
    expect([vault.matches(sealed, SECRET), vault.matches(sealed, `${SECRET}x`)]).toEqual([true, false]);
    expect(comparisons()).toBe(0);
  });

  test('a key of an earlier process is compared once for each secret that is tried', () => {
    const vault = createVault(key);
    const sealed = ofEarlierProcess(SECRET);
    for (let round = 0; round < 3; round++) {
      expect(vault.matches(sealed, SECRET)).toBe(true);
      expect(vault.matches(sealed, `${SECRET}x`)).toBe(false);
    }
    expect(comparisons()).toBe(2);
  });

  test('what was found out about one key says nothing about another', () => {
    const vault = createVault(key);
    const [one, two] = [ofEarlierProcess(`${SECRET}1`), ofEarlierProcess(`${SECRET}2`)];
    const tried = [one, two].flatMap((sealed) => ['1', '2'].map((last) => vault.matches(sealed, SECRET + last)));
    expect(tried).toEqual([true, false, false, true]);
  });

  test('a secret is compared up to the longest that bcrypt reads, and none beyond', () => {
    const vault = createVault(key);
    const sealed = ofEarlierProcess('a'.repeat(72));
    expect([72, 73].map((length) => vault.matches(sealed, 'a'.repeat(length)))).toEqual([true, false]);
    expect(vault.matches(ofEarlierProcess('ç'.repeat(36)), 'ç'.repeat(37))).toBe(false);
  });

  test('what is remembered is bounded: after ten thousand other secrets one is compared anew', () => {
    const vault = createVault(key);
    const sealed = ofEarlierProcess(SECRET);
    for (let i = 0; i < 9_999; i++) vault.matches(sealed, `${SECRET}${i}`);
    vault.matches(sealed, SECRET);
    vault.matches(sealed, SECRET);
    expect(comparisons()).toBe(10_000);
    vault.matches(sealed, `${SECRET}x`);
    vault.matches(sealed, SECRET);
    expect(comparisons()).toBe(10_002);
  });
});

describe('a secret that is nobody’s costs one comparison, however the keys begin', () => {
  const costOf = (kept: Uint8Array | undefined, compared: (vault: ReturnType<typeof createVault>) => SealedSecret[]) => {
    const vault = createVault(kept);
    const alike = compared(vault);
    vi.mocked(compareSync).mockClear();
    // As a key is looked for: compared with all that begin alike, then in vain.
    for (const sealed of alike) vault.matches(sealed, 'sk_live_4fJ0 wrong');
    vault.compareInVain('sk_live_4fJ0 wrong', vault.fingerprint('sk_live_4fJ0 wrong'), alike);
    return comparisons();
  };

  test('where keys of an earlier process may be', () => {
    expect(costOf(key, () => [])).toBe(1);
    expect(costOf(key, () => [ofEarlierProcess(SECRET)])).toBe(1);
    expect(costOf(key, (vault) => [vault.seal(SECRET, 'bcrypt')])).toBe(1);
    expect(costOf(key, (vault) => [vault.seal(SECRET, 'bcrypt'), ofEarlierProcess(SECRET)])).toBe(1);
  });

  test('with a hash that costs what the others cost', () => {
    const vault = createVault(key);
    vault.compareInVain('nobody', vault.fingerprint('nobody'), []);
    expect(compareSync).toHaveBeenCalledExactlyOnceWith('nobody', expect.stringMatching(/^\$2b\$04\$[./0-9A-Za-z]{53}$/));
  });

  test('and none where every key is of this process', () => {
    expect(costOf(undefined, () => [])).toBe(0);
    expect(costOf(undefined, (vault) => [vault.seal(SECRET, 'bcrypt')])).toBe(0);
  });
});
