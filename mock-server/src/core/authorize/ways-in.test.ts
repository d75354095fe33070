/** Several keys for one operation: the one or the other, both together, or none at all. */
import { describe, expect, test } from 'vitest';
import { acmeAccount, acmeOperation, acmeScheme, acmeSession } from '../acme.fixture.ts';
import { createKey } from '../key-lifecycle.ts';
import { valueOf } from '../outcome.ts';
import type { Placement, WayIn } from '../scheme.ts';
import { credentialAt } from './credential.ts';
import { authorize } from './index.ts';

const freely = { names: { required: false, unique: false }, keysPerAccount: null };
const first = acmeScheme(freely, 'first', { in: 'header', name: 'x-first' });
const second = acmeScheme(freely, 'second', { in: 'header', name: 'x-second' });

/** Two accounts with keys of both kinds, and requests that bring some of them. */
function setUp() {
  const session = acmeSession();
  const [account, other] = [acmeAccount(session), acmeAccount(session)];
  const secretOf = (scheme: typeof first, owner = account, scopes?: string[]) =>
    valueOf(createKey(session, scheme, owner, { scopes })).secret;
  const keys = {
    first: secretOf(first),
    second: secretOf(second),
    stranger: secretOf(second, other),
    reader: secretOf(first, account, ['read']),
  };
  const decide = (ways: readonly WayIn[], headers: Record<string, string>, anonymous = false) =>
    authorize({
      session,
      operation: acmeOperation(first, { security: ways, ...(anonymous && { anonymous }) }),
      credentials: { header: (name) => headers[name] ?? null, query: () => null },
      checkRequest: () => undefined,
      bodyValue: () => undefined,
      instanceOf: () => undefined,
    });
  return { keys, decide };
}

const need = (scheme: typeof first, ...scopes: string[]): WayIn => ({ scheme, scopes });

describe('one or the other', () => {
  const ways = [need(first), need(second)];
  test('either opens, and a bad one does not close what the other opens', () => {
    const { keys, decide } = setUp();
    expect(decide(ways, { 'x-first': keys.first }).decision).toBe('allowed');
    expect(decide(ways, { 'x-second': keys.second }).decision).toBe('allowed');
    expect(decide(ways, { 'x-first': 'nobody', 'x-second': keys.second })).toMatchObject({
      decision: 'allowed',
      scheme: { name: 'second' },
    });
    expect(decide(ways, { 'x-first': 'nobody' }).decision).toBe('unknown_key');
  });

  test('a scheme with other scopes is another way in', () => {
    const { keys, decide } = setUp();
    const scoped = [need(first, 'write'), need(first, 'read')];
    expect(decide(scoped, { 'x-first': keys.reader }).decision).toBe('allowed');
    expect(decide([need(first, 'write')], { 'x-first': keys.reader })).toMatchObject({
      decision: 'scope_missing',
      facts: { scope: 'write' },
    });
  });

  test('one kind of key may travel in two places', () => {
    const { keys, decide } = setUp();
    const both = { ...second, alsoKeysOf: ['first'] };
    expect(decide([need(first), need(both)], { 'x-second': keys.first }).decision).toBe('allowed');
    expect(decide([need(first), need(second)], { 'x-second': keys.first }).decision).toBe('wrong_endpoint');
  });
});

describe('both together', () => {
  const ways: WayIn[] = [{ ...need(first), also: [need(second)] }];
  test('both must come, be good, and be of one account', () => {
    const { keys, decide } = setUp();
    expect(decide(ways, { 'x-first': keys.first, 'x-second': keys.second })).toMatchObject({
      decision: 'allowed',
      scheme: { name: 'first' },
    });
    expect(decide(ways, { 'x-first': keys.first }).decision).toBe('missing_key');
    expect(decide(ways, { 'x-first': keys.first, 'x-second': 'nobody' })).toMatchObject({
      decision: 'unknown_key',
      scheme: { name: 'second' },
    });
    expect(decide(ways, { 'x-first': keys.first, 'x-second': keys.stranger })).toMatchObject({ decision: 'unknown_key' });
  });
});

describe('none at all', () => {
  test('an optional key may be left out, and must be good when it comes', () => {
    const { keys, decide } = setUp();
    expect(decide([need(first)], {}, true).decision).toBe('public');
    expect(decide([need(first)], { 'x-first': keys.first }, true).decision).toBe('allowed');
    expect(decide([need(first)], { 'x-first': 'nobody' }, true).decision).toBe('unknown_key');
  });
});

describe('where a key travels', () => {
  test.each<[Placement, Record<string, string>, string | undefined]>([
    [{ in: 'cookie', name: 'sid' }, { cookie: 'a=b; sid=k1; c=d' }, 'k1'],
    [{ in: 'cookie', name: 'sid' }, { cookie: 'xsid=k1' }, undefined],
    [{ in: 'basic', name: 'authorization' }, { authorization: `Basic ${btoa('user:k2')}` }, 'k2'],
    [{ in: 'basic', name: 'authorization' }, { authorization: `basic ${btoa('k2:')}` }, 'k2'],
    [{ in: 'basic', name: 'authorization' }, { authorization: `basic ${btoa('a:b:c')}` }, 'b:c'],
    [{ in: 'basic', name: 'authorization' }, { authorization: 'Basic ~~~' }, undefined],
    [{ in: 'bearer', name: 'authorization', word: 'token' }, { authorization: 'Token k3' }, 'k3'],
    [{ in: 'bearer', name: 'authorization', word: 'token' }, { authorization: 'Bearer k3' }, undefined],
    [{ in: 'header', name: 'authorization' }, { authorization: 'k4' }, 'k4'],
    [{ in: 'header', name: 'authorization' }, { authorization: 'ApiKey k4' }, 'k4'],
    [{ in: 'header', name: 'authorization' }, { authorization: 'ApiKey  k4' }, 'k4'],
    [{ in: 'header', name: 'authorization' }, { authorization: 'one two k4' }, 'one two k4'],
    [{ in: 'header', name: 'x-key' }, { 'x-key': ' k5 ' }, 'k5'],
    [{ in: 'header', name: 'x-key' }, { 'x-key': 'ApiKey k5' }, 'ApiKey k5'],
    [{ in: 'header', name: 'x-key' }, { 'x-key': '  ' }, undefined],
    [{ in: 'header', name: 'x-key' }, {}, undefined],
    [{ in: 'bearer', name: 'authorization' }, { authorization: 'bearer  k6 ' }, 'k6'],
    [{ in: 'bearer', name: 'authorization' }, { authorization: 'one Bearer k6' }, undefined],
    [{ in: 'bearer', name: 'authorization' }, { authorization: 'Bearer k6 two' }, undefined],
    [{ in: 'bearer', name: 'authorization' }, { authorization: 'Bearer' }, undefined],
    [{ in: 'bearer', name: 'authorization' }, {}, undefined],
    [{ in: 'basic', name: 'authorization' }, { authorization: `Bearer ${btoa('user:k2')}` }, undefined],
    [{ in: 'basic', name: 'authorization' }, { authorization: `basic ${btoa(':')}` }, undefined],
    [{ in: 'basic', name: 'authorization' }, { authorization: `basic ${btoa('user:k2\nk3')}` }, 'k2\nk3'],
    [{ in: 'basic', name: 'authorization' }, { authorization: `basic ${btoa('k2')}` }, 'k2'],
    [{ in: 'basic', name: 'authorization' }, {}, undefined],
    [{ in: 'cookie', name: 'sid' }, { cookie: 'sid= k1 ; c=d' }, 'k1'],
    [{ in: 'cookie', name: 'sid' }, { cookie: 'sidx; sid' }, undefined],
    [{ in: 'cookie', name: 'sid' }, { cookie: 'sid= ; c=d' }, undefined],
    [{ in: 'cookie', name: 'sid' }, {}, undefined],
  ])('%j with %j is %s', (placement, headers, secret) => {
    expect(credentialAt(placement, { header: (name) => headers[name] ?? null, query: () => null })).toBe(secret);
  });

  test('a key in the query is the parameter of its name, as it is', () => {
    const query = (name: string) => ({ key: ' k7', empty: '' })[name] ?? null;
    const found = ['key', 'empty', 'none'].map((name) => credentialAt({ in: 'query', name }, { header: () => 'k8', query }));
    expect(found).toEqual([' k7', '', undefined]);
  });
});
