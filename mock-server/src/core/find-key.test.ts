/** Whose secret a word is: the first question about every request that brings a key. */
import { describe, expect, test, vi } from 'vitest';
import { acmeAccount, acmeSession, KEPT_BOTH_WAYS } from './acme.fixture.ts';
import { createKey, deleteKey } from './key-lifecycle.ts';
import { valueOf } from './outcome.ts';

function setUp() {
  const session = acmeSession();
  const account = acmeAccount(session);
  const make = (kind: keyof typeof KEPT_BOTH_WAYS, secret: string) =>
    valueOf(createKey(session, KEPT_BOTH_WAYS[kind], account, { name: secret, secret })).key;
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
    deleteKey(session, KEPT_BOTH_WAYS[kind], id);
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
