import { describe, expect, test } from 'vitest';
import { acmeAccount, acmeOperation, acmeScheme } from '../acme.fixture.ts';
import { createKey, deleteKey, disableKey, enableKey } from '../key-lifecycle.ts';
import { valueOf } from '../outcome.ts';
import { changePlan } from '../plan.ts';
import { setUp, type World } from './attempt.fixture.ts';

describe('authorize', () => {
  test('an active key is allowed, and every step left its line in the trace', () => {
    const { attempt, key, account } = setUp();
    const verdict = attempt();
    expect(verdict).toMatchObject({ decision: 'allowed', key: { id: key.id }, account: { id: account.id } });
    expect(verdict.steps.map(({ step }) => step)).toEqual([
      'locate',
      'identify',
      'deleted',
      'disabled',
      'expired',
      'plan',
      'product',
      'endpoint',
      'scope',
      'rate_limit',
      'request',
      'instance',
    ]);
  });

  test('the trace stops at the step that refused, and names the rule and its evidence', () => {
    const { session, scheme, key, attempt } = setUp();
    disableKey(session, scheme, key.id);
    expect(attempt().steps.at(-1)).toEqual({
      step: 'disabled',
      outcome: 'refused',
      rule: 'x-key-policy.actions',
      detail: 'disabled at 2026-01-01T00:00:00.000Z in the dashboard',
      evidence: 'documented',
      source: 'https://acme.example/docs',
    });
  });

  test.each([null, '', '   '])('a missing or empty key (%j) is missing_key', (sent) => {
    expect(setUp().attempt({ sent }).decision).toBe('missing_key');
  });

  test('a key nobody has is unknown_key, and so is a key of another platform', () => {
    const { session, attempt } = setUp();
    expect(attempt({ sent: 'acme_unknown' }).decision).toBe('unknown_key');
    const other = { ...acmeScheme({ platform: 'other' }), platform: 'other', name: 'otherKey' };
    const stranger = valueOf(createKey(session, other, acmeAccount(session), { name: 'k' }));
    expect(attempt({ sent: stranger.secret }).decision).toBe('unknown_key');
  });

  test('disable, enable and delete hold from the very next request on', () => {
    const { session, scheme, account, key, attempt } = setUp();
    const seen = [attempt().decision];
    disableKey(session, scheme, key.id);
    seen.push(attempt().decision);
    enableKey(session, scheme, account, key.id);
    seen.push(attempt().decision);
    deleteKey(session, scheme, key.id);
    seen.push(attempt().decision);
    expect(seen).toEqual(['allowed', 'disabled_key', 'allowed', 'deleted_key']);
  });

  test('with a propagation delay a change arrives when the delay is over', () => {
    const { session, scheme, key, attempt } = setUp({ settings: { propagationDelay: 60_000 } });
    disableKey(session, scheme, key.id);
    session.clock.advance('59s');
    expect(attempt().decision).toBe('allowed');
    session.clock.advance('1s');
    expect(attempt().decision).toBe('disabled_key');
  });

  test('a downgraded account is plan_not_allowed; after an upgrade its key is still disabled', () => {
    const { session, scheme, account, attempt } = setUp();
    changePlan(session, [scheme], account, 'free');
    expect(attempt()).toMatchObject({ decision: 'plan_not_allowed', facts: { plan: 'free' } });
    changePlan(session, [scheme], { ...account, plan: 'free' }, 'paid');
    expect(attempt().decision).toBe('disabled_key');
  });

  test('a key that somebody disabled is disabled_key, also when its account lost its plan later', () => {
    const { session, scheme, account, key, attempt } = setUp();
    disableKey(session, scheme, key.id);
    changePlan(session, [scheme], account, 'free');
    expect(attempt().decision).toBe('disabled_key');
  });

  test('a key expires on the clock', () => {
    const { session, attempt } = setUp({ policy: { expires: '1h' } });
    expect(attempt().decision).toBe('allowed');
    session.clock.advance('1h');
    expect(attempt().decision).toBe('expired_key');
  });

  test('an account of another product is wrong_product', () => {
    const products = { all: ['a', 'b'], accepted: ['a'], default: 'a' };
    expect(setUp({ policy: { products }, account: { product: 'b' } }).attempt().decision).toBe('wrong_product');
    expect(setUp({ policy: { products }, account: { product: 'a' } }).attempt().decision).toBe('allowed');
  });

  test('a scope that the key lacks is named', () => {
    const { attempt } = setUp({ key: { scopes: ['write'] } });
    expect(attempt()).toMatchObject({ decision: 'scope_missing', facts: { scope: 'read' } });
  });

  test('a credential that the operation does not read is wrong_endpoint', () => {
    const { scheme, attempt } = setUp();
    const token = acmeScheme({}, 'acmeToken', { in: 'bearer', name: 'authorization' });
    const operation = acmeOperation(token, { otherSchemes: [scheme] });
    expect(attempt({ operation }).decision).toBe('wrong_endpoint');
    expect(attempt({ operation, sent: null }).decision).toBe('missing_key');
  });

  test('a key sent where another kind belongs is wrong_endpoint', () => {
    const { secret, attempt } = setUp();
    const token = acmeScheme({}, 'acmeToken', { in: 'bearer', name: 'authorization' });
    const verdict = attempt({ operation: acmeOperation(token), sent: null, headers: { authorization: `Bearer ${secret}` } });
    expect(verdict.decision).toBe('wrong_endpoint');
  });

  test('a locked key opens its instance alone', () => {
    const { scheme, attempt } = setUp({ key: { instances: ['mine'] } });
    const operation = acmeOperation(scheme, { instance: { in: 'body', pointer: '/instance' } });
    expect(attempt({ operation, instanceOf: () => 'mine' }).decision).toBe('allowed');
    expect(attempt({ operation, instanceOf: () => 'other' })).toMatchObject({
      decision: 'instance_not_allowed',
      facts: { instanceId: 'other' },
    });
    expect(attempt({ operation }).decision).toBe('allowed');
  });

  test('an invalid request is found after the key and before the instance', () => {
    const { session, scheme, key, attempt } = setUp({ key: { instances: ['mine'] } });
    const operation = acmeOperation(scheme, { instance: { in: 'body', pointer: '/instance' } });
    const broken = { operation, checkRequest: () => 'invalid_request' as const, instanceOf: () => 'other' };
    expect(attempt(broken).decision).toBe('invalid_request');
    disableKey(session, scheme, key.id);
    expect(attempt(broken).decision).toBe('disabled_key');
  });

  test('rate limits count when they are on, and the account’s own setting wins', () => {
    const decisions = (world: World) => {
      const { attempt } = setUp(world);
      return [attempt(), attempt(), attempt()].map(({ decision }) => decision);
    };
    const allowed = ['allowed', 'allowed', 'allowed'];
    expect(decisions({})).toEqual(allowed);
    expect(decisions({ settings: { rateLimits: 'on' } })).toEqual(['allowed', 'allowed', 'rate_limited']);
    expect(decisions({ settings: { rateLimits: 'on' }, account: { rateLimits: 'off' } })).toEqual(allowed);
    expect(decisions({ account: { rateLimits: 'exhausted' } })).toEqual(Array(3).fill('rate_limited'));
  });

  test('an operation without security asks for no key but checks the request', () => {
    const { scheme, attempt } = setUp();
    const operation = acmeOperation(scheme, { security: [] });
    expect(attempt({ operation, sent: null }).decision).toBe('public');
    expect(attempt({ operation, checkRequest: () => 'missing_body' }).decision).toBe('missing_body');
  });

  test('no step’s words hold the secret', () => {
    const { secret, session, scheme, key, attempt } = setUp({ key: { scopes: ['write'] } });
    const told = [attempt(), attempt({ sent: 'acme_some-other-secret' })];
    deleteKey(session, scheme, key.id);
    told.push(attempt());
    const text = JSON.stringify(told.map(({ steps }) => steps));
    expect(text).not.toContain(secret);
    expect(text).not.toContain('some-other-secret');
  });
});
