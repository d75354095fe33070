/** What is remembered of a good key is never told of one that is not as good any more. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acmeOperation, acmeScheme } from '../acme.fixture.ts';
import { disableKey, enableKey, renameKey } from '../key-lifecycle.ts';
import { changePlan } from '../plan.ts';
import { setUp } from './attempt.fixture.ts';

describe('a key that was good a moment ago', () => {
  test('is found good in the same words, and its use is counted each time', () => {
    const { session, key, attempt } = setUp({ key: { scopes: ['read'] } });
    const [first, second, third] = [attempt(), attempt(), attempt()];
    expect(second).toEqual(first);
    expect(first.steps).toHaveLength(12);
    expect(session.useOf(key.id).requests).toBe(3);
    // The very same list: nothing is looked for again, and the journal keeps one.
    expect(third.steps).toBe(second.steps);
  });

  test('is told of with what this request did, and not with what the last one did', () => {
    const { attempt } = setUp();
    attempt();
    expect(attempt({ checkRequest: () => 'missing_body' }).steps.at(-1)).toMatchObject({ step: 'request', outcome: 'refused' });
    expect(attempt().steps.at(-1)).toMatchObject({ step: 'instance', outcome: 'skipped' });
    expect(attempt({ checkRequest: () => 'missing_body' })).toMatchObject({ decision: 'missing_body', steps: { length: 11 } });
  });

  test('is not remembered while it is refused', () => {
    const { session, scheme, account, key, attempt } = setUp();
    disableKey(session, scheme, key.id);
    expect([attempt(), attempt()].map(({ decision }) => decision)).toEqual(['disabled_key', 'disabled_key']);
    enableKey(session, scheme, account, key.id);
    expect([attempt(), attempt()].map(({ decision }) => decision)).toEqual(['allowed', 'allowed']);
  });

  test('is unknown when its account is gone', () => {
    const { session, account, attempt } = setUp();
    attempt();
    session.accounts.delete(account.id);
    expect(attempt().decision).toBe('unknown_key');
  });

  test('is looked at anew by another operation', () => {
    const { scheme, attempt } = setUp({ key: { scopes: ['read'] } });
    const writing = acmeOperation(scheme, { security: [{ scheme, scopes: ['write'] }] });
    expect([attempt(), attempt({ operation: writing }), attempt()].map(({ decision }) => decision)).toEqual([
      'allowed',
      'scope_missing',
      'allowed',
    ]);
  });

  test('is refused from the instant on at which it expires, and good again when the clock goes back', () => {
    const { session, key, attempt } = setUp({ policy: { expires: '1h' } });
    expect(attempt().decision).toBe('allowed');
    session.clock.set((key.expiresAt ?? NaN) - 1);
    expect(attempt().decision).toBe('allowed');
    session.clock.advance(1);
    expect(attempt().decision).toBe('expired_key');
    session.clock.set(key.createdAt);
    expect(attempt().decision).toBe('allowed');
  });

  test('is refused when a change of it arrives, and not before; and when the clock goes back, good again', () => {
    const { session, scheme, key, attempt } = setUp({ settings: { propagationDelay: 60_000 } });
    const started = session.clock.now();
    expect(attempt().decision).toBe('allowed');
    disableKey(session, scheme, key.id);
    const seen = ['0s', '59s', '1s', '1s'].map((by) => (session.clock.advance(by), attempt().decision));
    expect(seen).toEqual(['allowed', 'allowed', 'disabled_key', 'disabled_key']);
    session.clock.set(started + 59_999);
    expect(attempt().decision).toBe('allowed');
  });

  test('is refused while it was disabled, also when the clock goes back there after it was enabled', () => {
    const { session, scheme, account, key, attempt } = setUp();
    disableKey(session, scheme, key.id);
    const disabled = session.clock.now();
    session.clock.advance('1m');
    enableKey(session, scheme, account, key.id);
    expect(attempt().decision).toBe('allowed');
    session.clock.set(disabled);
    expect(attempt().decision).toBe('disabled_key');
  });

  test('follows another plan, another delay and another account at once', () => {
    const { session, scheme, account, key, attempt } = setUp({ settings: { propagationDelay: 60_000 } });
    disableKey(session, scheme, key.id);
    expect(attempt().decision).toBe('allowed');
    session.settings = { ...session.settings, propagationDelay: 0 };
    expect(attempt().decision).toBe('disabled_key');
    enableKey(session, scheme, account, key.id);
    expect(attempt().decision).toBe('allowed');
    changePlan(session, [scheme], account, 'free');
    expect(attempt().decision).toBe('plan_not_allowed');
  });

  test('that came in two places is told by its place', () => {
    const { session, scheme, account, key, secret, attempt } = setUp();
    const other = acmeScheme({}, 'acmeToken', { in: 'header', name: 'x-other' });
    const both = { ...other, alsoKeysOf: [scheme.name] };
    const operation = acmeOperation(scheme, {
      security: [
        { scheme, scopes: [] },
        { scheme: both, scopes: [] },
      ],
    });
    expect(attempt({ operation }).steps[0]?.detail).toContain('x-acme');
    expect(attempt({ operation, sent: null, headers: { 'x-other': secret } }).steps[0]?.detail).toContain('x-other');
    renameKey(session, scheme, key.id, 'renamed');
    expect(attempt({ operation }).account?.id).toBe(account.id);
  });
});

type World = ReturnType<typeof setUp>;

const change = fc.oneof(
  fc.record({ kind: fc.constant('clock' as const), at: fc.integer({ min: 0, max: 400 }) }),
  fc.record({ kind: fc.constant('delay' as const), ms: fc.constantFrom(0, 50, 100) }),
  fc.record({ kind: fc.constantFrom('disable' as const, 'enable' as const, 'paid' as const, 'free' as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer Made> ? Made : never;

function make({ session, scheme, account, key }: World, begun: number, wanted: Change): void {
  const current = session.accounts.get(account.id) ?? account;
  if (wanted.kind === 'clock') session.clock.set(begun + wanted.at);
  else if (wanted.kind === 'delay') session.settings = { ...session.settings, propagationDelay: wanted.ms };
  else if (wanted.kind === 'disable') disableKey(session, scheme, key.id);
  else if (wanted.kind === 'enable') enableKey(session, scheme, current, key.id);
  else changePlan(session, [scheme], current, wanted.kind);
}

test('whatever happens, in whatever order, the verdict is the one of a mock that remembers nothing', () => {
  const world = () => setUp({ policy: { expires: '300ms' } });
  const property = fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
    const remembering = world();
    const begun = remembering.session.clock.now();
    changes.forEach((wanted, index) => {
      make(remembering, begun, wanted);
      // What is asked once has nothing to remember.
      const fresh = world();
      for (const earlier of changes.slice(0, index + 1)) make(fresh, begun, earlier);
      const [seen, expected] = [remembering, fresh].map(({ attempt }) => {
        const { decision, steps, facts } = attempt();
        return { decision, steps, facts };
      });
      expect(seen).toEqual(expected);
    });
  });
  fc.assert(property, { numRuns: 60 });
});
