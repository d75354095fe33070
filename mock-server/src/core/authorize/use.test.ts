/** What a verdict says besides its decision: whose request it was, and that the key was used. */
import { expect, test } from 'vitest';
import { acmeOperation, acmeScheme } from '../acme.fixture.ts';
import { createKey, disableKey } from '../key-lifecycle.ts';
import { valueOf } from '../outcome.ts';
import { setUp } from './attempt.fixture.ts';
import { keyOf, type Verdict } from './index.ts';

const inHeader = (name: string) => acmeScheme({}, name, { in: 'header', name: `x-${name}` });

/** What a verdict has something to say about, in the order of the alphabet. */
function saidBy(verdict: Verdict): string[] {
  return Object.entries(verdict)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name)
    .sort();
}

test('every request with a key counts as its use, at its time, also when it is refused', () => {
  const { session, scheme, key, attempt } = setUp();
  expect(session.useOf(key.id)).toMatchObject({ requests: 0, lastUsedAt: null });
  attempt();
  session.clock.advance('5s');
  disableKey(session, scheme, key.id);
  attempt();
  expect(session.useOf(key.id)).toMatchObject({ requests: 2, lastUsedAt: session.clock.now() });
  attempt({ sent: 'acme_unknown' });
  expect(session.useOf(key.id).requests).toBe(2);
  // Nothing else was used.
  expect([...(session.snapshot().own.get('uses')?.keys() ?? [])]).toEqual([key.id]);
});

test('keys that come together are each used once', () => {
  const { session, scheme, account, key, secret, attempt } = setUp();
  const second = inHeader('second');
  const companion = valueOf(createKey(session, second, account, { name: 'companion' }));
  const operation = acmeOperation(scheme, { security: [{ scheme, scopes: [], also: [{ scheme: second, scopes: [] }] }] });
  const headers = { 'x-acme': secret, 'x-second': companion.secret };
  expect(attempt({ operation, headers })).toMatchObject({ decision: 'allowed', key: { id: key.id } });
  expect([key, companion.key].map(({ id }) => session.useOf(id).requests)).toEqual([1, 1]);
});

test('of two good keys the first opens, and the other one is not used', () => {
  const { session, scheme, account, key, attempt } = setUp();
  const second = inHeader('second');
  const spare = valueOf(createKey(session, second, account, { name: 'spare' }));
  const security = [
    { scheme, scopes: [] },
    { scheme: second, scopes: [] },
  ];
  const verdict = attempt({ operation: acmeOperation(scheme, { security }), headers: { 'x-second': spare.secret } });
  expect(verdict).toMatchObject({ decision: 'allowed', key: { id: key.id }, scheme: { name: 'acmeKey' } });
  expect(session.useOf(spare.key.id).requests).toBe(0);
});

test('when the first of two keys that belong together is refused, the refusal is about that one', () => {
  const { session, scheme, account, attempt } = setUp();
  const second = inHeader('second');
  const companion = valueOf(createKey(session, second, account, { name: 'companion' }));
  const operation = acmeOperation(scheme, { security: [{ scheme, scopes: [], also: [{ scheme: second, scopes: [] }] }] });
  const verdict = attempt({ operation, sent: 'acme_unknown', headers: { 'x-second': companion.secret } });
  expect(verdict).toMatchObject({ decision: 'unknown_key', scheme: { name: 'acmeKey' } });
  expect(session.useOf(companion.key.id).requests).toBe(0);
});

test('an operation without a key has no scheme, no key and no account in its verdict, whatever was sent', () => {
  const { session, scheme, key, attempt } = setUp();
  const verdict = attempt({ operation: acmeOperation(scheme, { security: [] }) });
  expect(saidBy(verdict)).toEqual(['decision', 'facts', 'steps']);
  const anonymous = attempt({ operation: acmeOperation(scheme, { anonymous: true }), sent: null });
  expect(anonymous.decision).toBe('public');
  expect(saidBy(anonymous)).toEqual(['decision', 'facts', 'steps']);
  expect(session.useOf(key.id).requests).toBe(0);
});

test('where a key may be left out, one that comes by any of the ways in must be good', () => {
  const { scheme, attempt } = setUp();
  const security = [
    { scheme, scopes: [] },
    { scheme: inHeader('second'), scopes: [] },
  ];
  const operation = acmeOperation(scheme, { security, anonymous: true });
  expect(attempt({ operation, sent: null }).decision).toBe('public');
  expect(attempt({ operation, sent: null, headers: { 'x-second': 'nobody' } }).decision).toBe('unknown_key');
});

test('a verdict has the instance that the request is about, and none where there is none', () => {
  const { scheme, attempt } = setUp();
  const operation = acmeOperation(scheme, { instance: { in: 'body', pointer: '/instance' } });
  expect(attempt({ operation, instanceOf: () => 'mine' }).instanceId).toBe('mine');
  expect(saidBy(attempt({ operation }))).not.toContain('instanceId');
});

test('a lock does not hold where the operation is about no single instance', () => {
  const { attempt } = setUp({ key: { instances: ['mine'] } });
  const verdict = attempt({ instanceOf: () => 'other' });
  expect(verdict.decision).toBe('allowed');
  expect(saidBy(verdict)).not.toContain('instanceId');
});

test('the key that a request brings is found in whatever state it is, by the first way in that has one', () => {
  const { session, scheme, key, secret } = setUp();
  disableKey(session, scheme, key.id);
  const second = inHeader('second');
  const operation = acmeOperation(scheme, {
    security: [
      { scheme: second, scopes: [] },
      { scheme, scopes: [] },
    ],
  });
  const bring = (headers: Record<string, string>) =>
    keyOf(session, operation, { header: (name) => headers[name] ?? null, query: () => null })?.id;
  expect(bring({ 'x-acme': secret })).toBe(key.id);
  expect(bring({ 'x-second': secret })).toBe(key.id);
  expect(bring({ 'x-second': 'nobody', 'x-acme': secret })).toBeUndefined();
  expect(bring({})).toBeUndefined();
});

test('of three ways in the good one lets in, also when it is the last', () => {
  const { session, scheme, account, attempt } = setUp();
  const [second, third] = [inHeader('second'), inHeader('third')];
  const good = valueOf(createKey(session, third, account, { name: 'good' }));
  const security = [scheme, second, third].map((each) => ({ scheme: each, scopes: [] }));
  const sent = { sent: 'acme_unknown', headers: { 'x-second': 'acme_unknown_too', 'x-third': good.secret } };
  const verdict = attempt({ operation: acmeOperation(scheme, { security }), ...sent });
  expect(verdict).toMatchObject({ decision: 'allowed', key: { id: good.key.id } });
});

test('of three keys that belong together none may be left out', () => {
  const { session, scheme, account, attempt } = setUp();
  const companions = [inHeader('second'), inHeader('third')];
  const secrets = companions.map((each) => valueOf(createKey(session, each, account, { name: each.name })).secret);
  const also = companions.map((each) => ({ scheme: each, scopes: [] }));
  const operation = acmeOperation(scheme, { security: [{ scheme, scopes: [], also }] });
  const withKeys = (second = '', third = '') =>
    attempt({ operation, headers: { 'x-second': second, 'x-third': third } }).decision;
  expect([withKeys(...secrets), withKeys(secrets[0]), withKeys('', secrets[1]), withKeys()]).toEqual([
    'allowed',
    ...Array<string>(3).fill('missing_key'),
  ]);
});
