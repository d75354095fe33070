/** Whose secret a word is: the first question about every request that brings a key. */
import { describe, expect, test, vi } from 'vitest';
import { acmeAccount, acmeScheme, acmeSession } from './acme.fixture.ts';
import { createKey, deleteKey } from './key-lifecycle.ts';
import { valueOf } from './outcome.ts';

const sealing = {
  sealed: acmeScheme({ keysPerAccount: null }, 'sealedKey'),
  hashed: acmeScheme({ keysPerAccount: null, storage: 'bcrypt', secret: 'shown-once' }, 'hashedKey'),
};

function setUp() {
  const session = acmeSession();
  const account = acmeAccount(session);
  const make = (kind: keyof typeof sealing, secret: string) =>
    valueOf(createKey(session, sealing[kind], account, { name: secret, secret })).key;
  return { session, account, make };
}

describe.each(['sealed', 'hashed'] as const)('a key that is kept %s', (kind) => {
  test('is found by its whole secret alone, among others that begin and end alike', () => {
    const { session, make } = setUp();
    const secrets = ['acme_live_0001_tail', 'acme_live_0002_tail', 'acme_live_0001_tai', 'acme_live_0001_taill'];
    const ids = secrets.map((secret) => make(kind, secret).id);
    expect(secrets.map((secret) => session.findKey(secret)?.id)).toEqual(ids);
    for (const other of ['acme_live_0001', 'acme_live_0003_tail', 'ACME_LIVE_0001_TAIL', '', ' '])
      expect(session.findKey(other)).toBeUndefined();
  });

  test('is found with a fingerprint that somebody has already, and not with another’s', () => {
    const { session, make } = setUp();
    const { id } = make(kind, 'acme_live_0001_tail');
    const { vault } = session;
    expect(session.findKey('acme_live_0001_tail', vault.fingerprint('acme_live_0001_tail'))?.id).toBe(id);
    expect(session.findKey('acme_live_0001_tail', vault.fingerprint('acme_live_0001_tai'))).toBeUndefined();
  });

  test('is found when it was deleted too: a refusal can say that it was', () => {
    const { session, make } = setUp();
    const { id } = make(kind, 'acme_live_0001_tail');
    deleteKey(session, sealing[kind], id);
    expect(session.findKey('acme_live_0001_tail')?.id).toBe(id);
  });

  test('is nobody’s in another session', () => {
    const { make } = setUp();
    make(kind, 'acme_live_0001_tail');
    expect(setUp().session.findKey('acme_live_0001_tail')).toBeUndefined();
  });

  test('costs nothing beyond the search; a secret that is nobody’s costs one comparison in vain', () => {
    const { session, make } = setUp();
    const { sealed } = make(kind, 'acme_live_0001_tail');
    const inVain = vi.spyOn(session.vault, 'compareInVain');
    session.findKey('acme_live_0001_tail');
    expect(inVain).not.toHaveBeenCalled();
    session.findKey('acme_live_0002_tail');
    session.findKey('nobody');
    expect(inVain.mock.calls.map(([secret, , compared]) => [secret, compared])).toEqual([
      ['acme_live_0002_tail', kind === 'hashed' ? [sealed] : []],
      ['nobody', kind === 'hashed' ? [sealed] : []],
    ]);
  });
});

describe('a word in a text', () => {
  test.each(['sealed', 'hashed'] as const)('is a secret wherever in it a long key stands that is kept %s', (kind) => {
    const { session, make } = setUp();
    const secret = 'acme_live_0001_of_24_and';
    make(kind, secret);
    make(kind, secret.replace('0001', '0002'));
    for (const word of [secret, `Bearer${secret}`, `${secret}x`, `x-${secret}_x`]) {
      const text = `a (${word})`;
      expect(session.isSecret(word), word).toBe(true);
      expect(session.isSecret(text, text.indexOf(word), text.length - 1), text).toBe(true);
      expect(session.isSecret(text, text.indexOf(secret) + 1), text).toBe(false);
    }
    // What lies beyond the word is not looked at.
    expect(session.isSecret(`xy${secret}`, 0, 2 + secret.length - 1)).toBe(false);
    expect(session.isSecret(`xy${secret}`, 0, 2)).toBe(false);
  });

  test('is a secret where it is a key’s, or begins like a key of which only the hash is left', () => {
    const { session, make } = setUp();
    make('sealed', 'sealed_0001_tail');
    make('hashed', 'hashed_0001_tail');
    const words = ['sealed_0001_tail', 'hashed_0001_tail', 'hashed_0002_taiL'];
    expect(words.map((word) => session.isSecret(word))).toEqual([true, true, true]);
    const text = 'use sealed_0001_tail.';
    expect(session.isSecret(text, text.indexOf('sealed'), text.indexOf('.'))).toBe(true);
    for (const word of ['sealed_0002_tail', 'sealed_0001', 'h', '']) expect(session.isSecret(word), word).toBe(false);
  });
});
