/** Which limits a request counts towards, and what a client learns when one is used up. */
import type { RateLimit } from '@chaveiro/openapi/policy';
import { expect, test } from 'vitest';
import { acmeAccount } from '../acme.fixture.ts';
import { createKey, disableKey, enableKey } from '../key-lifecycle.ts';
import { valueOf } from '../outcome.ts';
import { setUp, type World } from './attempt.fixture.ts';

const evidence = { evidence: 'documented', source: 'https://acme.example/docs' } as const;
const perAccount = (changes: Partial<RateLimit> = {}): RateLimit => ({
  id: 'all',
  per: 'account',
  requests: 1,
  window: '1m',
  state: 'rate_limited',
  ...evidence,
  ...changes,
});
const perLead: RateLimit = {
  id: 'lead',
  per: 'lead',
  subject: '/lead/email',
  requests: 1,
  window: '24h',
  state: 'rate_limited_lead',
  ...evidence,
};

const limited = (rateLimits: RateLimit[], world: World = {}) =>
  setUp({ ...world, policy: { rateLimits }, settings: { rateLimits: 'on' } });

/** A body that says who it is about, as JSON pointers find it. */
const about = (email: unknown) => ({ bodyValue: (pointer: string) => (pointer.slice(1) === 'lead/email' ? email : undefined) });

test('a refused request says how many are allowed, which one this was, and how long to wait', () => {
  const { session, attempt } = limited([perAccount({ requests: 2 })]);
  attempt();
  attempt();
  session.clock.advance('45s');
  expect(attempt()).toMatchObject({
    decision: 'rate_limited',
    facts: { limit: 2, max: 2, usage: 3, remainingSeconds: 15 },
  });
});

test('a limit of other plans does not hold, one of this plan does, one of no plan holds for all', () => {
  const refusedFrom = (limit: RateLimit) => {
    const { attempt } = limited([limit]);
    return [attempt(), attempt()].map(({ decision }) => decision);
  };
  expect(refusedFrom(perAccount({ plans: ['free'] }))).toEqual(['allowed', 'allowed']);
  expect(refusedFrom(perAccount({ plans: ['free', 'paid'] }))).toEqual(['allowed', 'rate_limited']);
  expect(refusedFrom(perAccount())).toEqual(['allowed', 'rate_limited']);
});

test('a lead’s limit counts that lead alone, however the address is written, and names it', () => {
  const { attempt } = limited([perLead]);
  expect(attempt(about('ana@example.com')).decision).toBe('allowed');
  expect(attempt(about('rui@example.com')).decision).toBe('allowed');
  expect(attempt(about('Ana@Example.COM'))).toMatchObject({
    decision: 'rate_limited_lead',
    facts: { lead: 'Ana@Example.COM', limit: 1 },
  });
});

test('a lead is counted apart for each account', () => {
  const { session, scheme, attempt } = limited([perLead]);
  const { secret } = valueOf(createKey(session, scheme, acmeAccount(session), { name: 'other' }));
  expect(attempt(about('ana@example.com')).decision).toBe('allowed');
  expect(attempt({ ...about('ana@example.com'), sent: secret }).decision).toBe('allowed');
  expect(attempt({ ...about('ana@example.com'), sent: secret }).decision).toBe('rate_limited_lead');
});

test('two accounts do not use up each other’s quota', () => {
  const { session, scheme, attempt } = limited([perAccount()]);
  const { secret } = valueOf(createKey(session, scheme, acmeAccount(session), { name: 'other' }));
  expect([attempt(), attempt({ sent: secret }), attempt()].map(({ decision }) => decision)).toEqual([
    'allowed',
    'allowed',
    'rate_limited',
  ]);
});

test.each([undefined, null, 7, { email: 'ana@example.com' }])('a request about no lead (%j) is not counted by leads', (email) => {
  const { attempt } = limited([perLead]);
  for (let i = 0; i < 3; i++) expect(attempt(about(email))).toMatchObject({ decision: 'allowed' });
});

test('a limit by leads that does not say where they are counts nothing', () => {
  const { subject: _, ...nowhere } = perLead;
  const { attempt } = limited([nowhere]);
  for (let i = 0; i < 3; i++) expect(attempt(about('ana@example.com')).decision).toBe('allowed');
});

test('limits of account and lead hold side by side; one request counts once in each', () => {
  const { attempt } = limited([perAccount({ requests: 3, subject: '/lead/email' }), perLead]);
  expect(attempt(about('ana@example.com')).decision).toBe('allowed');
  expect(attempt(about('rui@example.com')).decision).toBe('allowed');
  expect(attempt(about('ana@example.com')).decision).toBe('rate_limited_lead');
  expect(attempt().decision).toBe('allowed');
  expect(attempt().decision).toBe('rate_limited');
});

test('a limit of the account is about no lead, even where it could name one', () => {
  const { attempt } = limited([perAccount({ subject: '/lead/email' })]);
  expect(attempt(about('ana@example.com'))).toMatchObject({ decision: 'allowed', facts: {} });
  expect(attempt(about('ana@example.com')).facts).not.toHaveProperty('lead');
});

test('two leads are not one because their addresses would look alike in capitals', () => {
  const { attempt } = limited([perLead]);
  expect(attempt(about('strasse@example.com')).decision).toBe('allowed');
  expect(attempt(about('straße@example.com')).decision).toBe('allowed');
});

test('an exhausted account is over the first limit that its plan has', () => {
  const world = { account: { rateLimits: 'exhausted' } } as const;
  const other = perAccount({ id: 'other', requests: 9, plans: ['free'] });
  expect(limited([other, { ...perLead, requests: 4 }, perAccount()], world).attempt()).toMatchObject({
    decision: 'rate_limited_lead',
    facts: { limit: 4, max: 4, usage: 5, remainingSeconds: 1 },
  });
  const { decision, facts } = limited([], world).attempt();
  expect({ decision, facts }).toEqual({ decision: 'rate_limited', facts: {} });
});

test('a request that the key did not open uses up nothing; one that was let in counts, whatever is wrong with its body', () => {
  const { session, scheme, account, key, attempt } = limited([perAccount()]);
  disableKey(session, scheme, key.id);
  for (let i = 0; i < 3; i++) expect(attempt().decision).toBe('disabled_key');
  enableKey(session, scheme, account, key.id);
  expect(attempt({ checkRequest: () => 'invalid_request' }).decision).toBe('invalid_request');
  expect(attempt().decision).toBe('rate_limited');
});
