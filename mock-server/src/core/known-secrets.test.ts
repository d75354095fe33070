/** Whether what stands in a text is a secret: the question before anything is written down. */
import { describe, expect, test } from 'vitest';
import { acmeAccount, acmeSession, KEPT_BOTH_WAYS } from './acme.fixture.ts';
import { signIn } from './dashboard.ts';
import { createKey } from './key-lifecycle.ts';
import { valueOf } from './outcome.ts';

function setUp() {
  const session = acmeSession();
  const account = acmeAccount(session);
  const make = (kind: keyof typeof KEPT_BOTH_WAYS, secret: string) =>
    valueOf(createKey(session, KEPT_BOTH_WAYS[kind], account, { name: secret, secret })).key;
  const open = (token: string) => signIn(session, token, { name: 'Dona', role: 'owner', accountId: null });
  return { session, make, open };
}

describe('a word in a text', () => {
  test.each(['sealed', 'hashed'] as const)('is a secret wherever in it a long key stands that is kept %s', (kind) => {
    const { session, make } = setUp();
    const secret = 'acme_live_0001_of_24_and';
    make(kind, secret);
    make(kind, secret.replace('0001', '0002'));
    for (const word of [secret, `Bearer${secret}`, `${secret}x`, `x-${secret}_x`]) {
      const text = `a (${word})`;
      expect(session.secrets.isWord(word), word).toBe(true);
      expect(session.secrets.isWord(text, text.indexOf(word), text.length - 1), text).toBe(true);
      expect(session.secrets.isWord(text, text.indexOf(secret) + 1), text).toBe(false);
    }
    // What lies beyond the word is not looked at.
    expect(session.secrets.isWord(`xy${secret}`, 0, 2 + secret.length - 1)).toBe(false);
    expect(session.secrets.isWord(`xy${secret}`, 0, 2)).toBe(false);
  });

  test('is a secret where it is a key’s, or begins like a key of which only the hash is left', () => {
    const { session, make } = setUp();
    make('sealed', 'sealed_0001_tail');
    make('hashed', 'hashed_0001_tail');
    const words = ['sealed_0001_tail', 'hashed_0001_tail', 'hashed_0002_taiL'];
    expect(words.map((word) => session.secrets.isWord(word))).toEqual([true, true, true]);
    const text = 'use sealed_0001_tail.';
    expect(session.secrets.isWord(text, text.indexOf('sealed'), text.indexOf('.'))).toBe(true);
    for (const word of ['sealed_0002_tail', 'sealed_0001', 'h', '']) expect(session.secrets.isWord(word), word).toBe(false);
  });

  test('is a secret where it is the token of a session of the console, also one that an earlier version opened', () => {
    const { session, open } = setUp();
    open('session-0001_of_another_person');
    open('session-0001_of_the_console');
    const { shape: _, ...old } = open('session-0002_of_the_console');
    session.users.delete(old.id);
    const word = 'session-0002_of_the_console';
    expect(session.secrets.isWord('session-0001_of_the_console')).toBe(true);
    expect(session.secrets.isWord('Bearersession-0001_of_the_consolex')).toBe(true);
    expect(session.secrets.isWord(word)).toBe(false);
    session.users.insert(old);
    expect(session.secrets.isWord(word)).toBe(true);
    expect(session.secrets.isWord(`${word}x`)).toBe(false);
    expect(session.secrets.isWord(`(${word})`, 1, word.length + 1)).toBe(true);
    expect(session.secrets.within).toBeUndefined();
  });
});

describe('a text', () => {
  test('is looked through for secrets that are more than a word where there are any, and only then', () => {
    const { session, make } = setUp();
    make('sealed', 'sealed_0001_tail');
    expect(session.secrets.within).toBeUndefined();
    const { id } = make('sealed', 'eyJhbGciOiJI.eyJzdWIi.tail');
    const { within } = session.secrets;
    expect(within?.('eyJhbGciOiJI.eyJzdWIi.tail')).toEqual([[0, 26]]);
    expect(within?.('x=eyJhbGciOiJI.eyJzdWIi.tail2 and eyJhbGciOiJI.eyJzdWIi.tail')).toEqual([
      [2, 28],
      [34, 60],
    ]);
    expect(within?.('eyJhbGciOiJI.eyJzdWIi.tai, eyJhbGciOiJI')).toEqual([]);
    session.keys.delete(id);
    expect(session.secrets.within).toBeUndefined();
  });

  test('has such a secret of which only the hash is left where it has its beginning, and as long as it is', () => {
    const { session, make, open } = setUp();
    make('hashed', 'loja/crm:0001');
    open('dona:do:painel:0001');
    expect(session.secrets.within?.('a loja/crm:0002 b dona:do:painel:0001 dona:do:painel:0002')).toEqual([
      [2, 15],
      [18, 37],
    ]);
  });
});
