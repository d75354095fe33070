/** The trace is read by people, in the console and in the logs: each of its lines is held here, word by word. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import { describe, expect, test } from 'vitest';
import { acmeAccount, acmeOperation, acmeScheme } from '../acme.fixture.ts';
import { createKey, deleteKey, disableKey } from '../key-lifecycle.ts';
import { valueOf } from '../outcome.ts';
import { changePlan } from '../plan.ts';
import type { Placement } from '../scheme.ts';
import { setUp, type World } from './attempt.fixture.ts';
import type { Verdict } from './index.ts';

const lines = ({ steps }: Verdict) => steps.map(({ step, outcome, rule, detail }) => `${step} ${outcome} (${rule}): ${detail}`);
const lastLine = (verdict: Verdict) => lines(verdict).at(-1);

const THREE_PLANS: KeyPolicy['plans'] = {
  all: ['free', 'pro', 'max'],
  withApiAccess: ['pro', 'max'],
  default: 'pro',
  onLosingAccess: 'disable',
} as const;
const TWO_OF_THREE = { all: ['a', 'b', 'c'], accepted: ['a', 'c'], default: 'a' };

describe('a request that is let in', () => {
  test('by a policy that asks for little, is told why each step had nothing to say', () => {
    const { attempt, key, account, scheme } = setUp({ policy: { rateLimits: [] }, settings: { rateLimits: 'on' } });
    expect(lines(attempt({ operation: acmeOperation(scheme, { security: [{ scheme, scopes: [] }] }) }))).toEqual([
      'locate passed (security): a credential came in the header x-acme',
      `identify passed (security): key ${key.id} of account ${account.id}`,
      'deleted passed (x-key-policy.actions): the key has not been deleted',
      'disabled passed (x-key-policy.actions): the key is active',
      'expired skipped (x-key-policy.expires): keys of this kind do not expire',
      'plan passed (x-key-policy.plans): plan paid has API access',
      'product skipped (x-key-policy.products): the platform has one product',
      'endpoint passed (security): acmeKey opens this operation',
      'scope skipped (x-key-policy.scopes): the operation asks for no scope',
      'rate_limit passed (x-key-policy.rateLimits): the platform states no limit',
      'request passed (schema): the request fits the document',
      'instance skipped (x-instance): the operation is about no single instance',
    ]);
  });

  test('by a policy that asks for much, is told what was found at each step', () => {
    const { attempt, scheme } = setUp({
      policy: { expires: '1h', products: TWO_OF_THREE },
      account: { product: 'c' },
      key: { instances: ['mine'] },
      settings: { rateLimits: 'on' },
    });
    const security = [{ scheme, scopes: ['read', 'write'] }];
    const operation = acmeOperation(scheme, { security, instance: { in: 'body', pointer: '/instance' } });
    const told = lines(attempt({ operation, instanceOf: () => 'mine' }));
    expect(told).toEqual(
      expect.arrayContaining([
        'expired passed (x-key-policy.expires): valid until 2026-01-01T01:00:00.000Z',
        'product passed (x-key-policy.products): an account of c',
        'scope passed (x-key-policy.scopes): the key has read, write',
        'rate_limit passed (x-key-policy.rateLimits): within every limit',
        'instance passed (x-key-policy.lockTo): the key opens mine',
      ]),
    );
    expect(lastLine(attempt({ operation }))).toBe('instance skipped (x-instance): the request names no instance');
  });

  test('without a key, is told of itself alone', () => {
    const { scheme, attempt } = setUp();
    expect(lines(attempt({ operation: acmeOperation(scheme, { security: [] }) }))).toEqual([
      'request passed (schema): the request fits the document',
    ]);
  });

  test('by a key that is locked to nothing, is told so', () => {
    const { attempt, scheme } = setUp();
    const operation = acmeOperation(scheme, { instance: { in: 'body', pointer: '/instance' } });
    expect(lastLine(attempt({ operation, instanceOf: () => 'any' }))).toBe(
      'instance passed (x-key-policy.lockTo): the key opens every instance',
    );
    expect(lines(attempt())).toContain('rate_limit skipped (x-key-policy.rateLimits): rate limits are off in this session');
  });
});

describe('a request without a key that counts', () => {
  test.each<[Placement, string]>([
    [{ in: 'query', name: 'k' }, 'the query parameter k'],
    [{ in: 'header', name: 'x-k' }, 'the header x-k'],
    [{ in: 'cookie', name: 'sid' }, 'the cookie sid'],
    [{ in: 'basic', name: 'authorization' }, 'the Authorization header (Basic)'],
    [{ in: 'bearer', name: 'authorization' }, 'the Authorization header (Bearer)'],
    [{ in: 'bearer', name: 'authorization', word: 'token' }, 'the Authorization header (Token)'],
  ])('is told where it belongs: %j is %s', (placement, place) => {
    const operation = acmeOperation(acmeScheme({}, 'other', placement));
    expect(lastLine(setUp().attempt({ operation }))).toBe(`locate refused (security): no credential in ${place}`);
  });

  test('is told every way in, and which keys must come together', () => {
    const { attempt } = setUp();
    const [one, two, three] = ['one', 'two', 'three'].map((name) => acmeScheme({}, name, { in: 'header', name }));
    const security = [
      { scheme: one!, scopes: [], also: [{ scheme: two!, scopes: [] }] },
      { scheme: three!, scopes: [] },
    ];
    expect(lastLine(attempt({ operation: acmeOperation(one!, { security }) }))).toBe(
      'locate refused (security): no credential in the header one and the header two or the header three',
    );
  });

  test('is told that it came in a place that this operation does not read', () => {
    const { scheme, attempt } = setUp();
    const token = acmeScheme({}, 'acmeToken', { in: 'bearer', name: 'authorization' });
    expect(lastLine(attempt({ operation: acmeOperation(token, { otherSchemes: [scheme] }) }))).toBe(
      'locate refused (security): the credential came in the header x-acme, which this operation does not read; ' +
        'it takes the Authorization header (Bearer)',
    );
  });

  test('is told whether nobody has this key, somebody elsewhere, or an account that is gone', () => {
    const { session, attempt, account } = setUp();
    expect(lastLine(attempt({ sent: 'acme_unknown' }))).toBe('identify refused (security): no account has this key');
    const other = { ...acmeScheme(), platform: 'other', name: 'otherKey' };
    const { secret } = valueOf(createKey(session, other, account, { name: 'elsewhere' }));
    expect(lastLine(attempt({ sent: secret }))).toBe('identify refused (security): the key belongs to another platform');
    session.accounts.delete(account.id);
    const verdict = attempt();
    expect(lastLine(verdict)).toBe('identify refused (security): the account of this key no longer exists');
    expect(verdict.decision).toBe('unknown_key');
  });
});

describe('a request whose key is not good', () => {
  test('is told when it was deleted', () => {
    const { session, scheme, key, attempt } = setUp();
    session.clock.advance('90s');
    deleteKey(session, scheme, key.id);
    expect(lastLine(attempt())).toBe(
      'deleted refused (x-key-policy.actions): deleted at 2026-01-01T00:01:30.000Z; a deleted key never comes back',
    );
  });

  test('is told whether somebody disabled it or a downgrade did', () => {
    const byHand = setUp();
    disableKey(byHand.session, byHand.scheme, byHand.key.id);
    expect(lastLine(byHand.attempt())).toBe(
      'disabled refused (x-key-policy.actions): disabled at 2026-01-01T00:00:00.000Z in the dashboard',
    );
    const { session, scheme, account, attempt } = setUp({ policy: { plans: THREE_PLANS }, account: { plan: 'pro' } });
    changePlan(session, [scheme], account, 'free');
    expect(lines(attempt()).slice(-3)).toEqual([
      'disabled skipped (x-key-policy.plans): disabled at 2026-01-01T00:00:00.000Z by a downgrade; the plan decides',
      'expired skipped (x-key-policy.expires): keys of this kind do not expire',
      'plan refused (x-key-policy.plans): plan free has no API access; pro, max have',
    ]);
    changePlan(session, [scheme], account, 'max');
    expect(lastLine(attempt())).toBe(
      'disabled refused (x-key-policy.actions): ' +
        'disabled at 2026-01-01T00:00:00.000Z by a downgrade; an upgrade does not enable it by itself',
    );
  });

  test('is told when it expired', () => {
    const { session, attempt } = setUp({ policy: { expires: '1h' } });
    session.clock.advance('2h');
    expect(lastLine(attempt())).toBe('expired refused (x-key-policy.expires): expired at 2026-01-01T01:00:00.000Z');
  });

  test.each([
    ['b', 'an account of b'],
    [null, 'an account of no product'],
  ])('is told of the products that are accepted (%j)', (product, said) => {
    const { attempt } = setUp({ policy: { products: TWO_OF_THREE }, account: { product } });
    expect(lastLine(attempt())).toBe(`product refused (x-key-policy.products): ${said}; keys of a, c are accepted`);
  });

  test('is told what kind of key the operation takes', () => {
    const { secret, attempt } = setUp();
    const token = acmeScheme({}, 'acmeToken', { in: 'bearer', name: 'authorization' });
    expect(lastLine(attempt({ operation: acmeOperation(token), headers: { authorization: `Bearer ${secret}` } }))).toBe(
      'endpoint refused (security): this is a acmeKey credential; the operation takes acmeToken',
    );
  });

  test.each([
    [['write', 'send'], 'it has write, send'],
    [[], 'it has no scope'],
  ])('is told which scope it lacks and which it has (%j)', (scopes, said) => {
    const { attempt } = setUp({ policy: { scopes: ['read', 'write', 'send'] }, key: { scopes } });
    expect(lastLine(attempt())).toBe(`scope refused (x-key-policy.scopes): the key lacks read; ${said}`);
  });

  test('is told what its instances are', () => {
    const { scheme, attempt } = setUp({ key: { instances: ['one', 'two'] } });
    const operation = acmeOperation(scheme, { instance: { in: 'body', pointer: '/instance' } });
    expect(lastLine(attempt({ operation, instanceOf: () => 'three' }))).toBe(
      'instance refused (x-key-policy.lockTo): the key is locked to one, two; the request is about three',
    );
  });
});

test('a request that does not fit the document is told how', () => {
  expect(lastLine(setUp().attempt({ checkRequest: () => 'unsupported_media_type' }))).toBe(
    'request refused (schema): the request does not fit the document: unsupported media type',
  );
});

test.each<[World, string]>([
  [{ settings: { rateLimits: 'on' } }, '2 requests per 1m and account are used up; 60 s to wait'],
  [{ account: { rateLimits: 'exhausted' } }, 'the quota of this account is used up for ever: it is a fixture for 429'],
])('a request over its quota is told which and how long (%j)', (world, said) => {
  const { attempt } = setUp(world);
  const [, , third] = [attempt(), attempt(), attempt()];
  expect(lastLine(third)).toBe(`rate_limit refused (x-key-policy.rateLimits): ${said}`);
});

test('keys that must come together are told of each, and of whose they are', () => {
  const { session, scheme, account, secret, attempt } = setUp();
  const second = acmeScheme({}, 'second', { in: 'header', name: 'x-second' });
  const operation = acmeOperation(scheme, { security: [{ scheme, scopes: [], also: [{ scheme: second, scopes: ['write'] }] }] });
  const own = valueOf(createKey(session, second, account, { name: 'own' }));
  const told = lines(attempt({ operation, headers: { 'x-acme': secret, 'x-second': own.secret } }));
  expect(told[0]).toBe('locate passed (security): a credential came in the header x-acme and in the header x-second');
  expect(told).toEqual(
    expect.arrayContaining([
      `identify passed (security): key ${own.key.id} of account ${account.id}`,
      'scope passed (x-key-policy.scopes): the key has write',
      'identify passed (security): both keys are of one account',
    ]),
  );
  const other = acmeAccount(session);
  const foreign = valueOf(createKey(session, second, other, { name: 'foreign' })).secret;
  expect(lastLine(attempt({ operation, headers: { 'x-acme': secret, 'x-second': foreign } }))).toBe(
    `identify refused (security): the keys are of different accounts: ${account.id} and ${other.id}`,
  );
});

describe('the lines are kept', () => {
  test('a thousand requests of one kind keep one line of each', () => {
    const { attempt } = setUp();
    const [first, second] = [attempt(), attempt()];
    expect(second.steps).toHaveLength(12);
    for (const [at, step] of first.steps.entries()) expect(second.steps[at]).toBe(step);
  });

  test('what was said long ago is let go: a mock that runs for weeks does not grow', () => {
    const { attempt, scheme } = setUp({ key: { instances: ['mine'] } });
    const operation = acmeOperation(scheme, { instance: { in: 'body', pointer: '/instance' } });
    const [first] = attempt().steps;
    for (let i = 0; i < 1000; i++) attempt({ operation, instanceOf: () => `i${i}` });
    // Another operation, of whose way in nothing is remembered with the key.
    const anew = attempt({ operation: acmeOperation(scheme) }).steps[0];
    expect(anew).toEqual(first);
    expect(anew).not.toBe(first);
  });

  test('a line as long as somebody’s mischief is told and not kept', () => {
    const { attempt, scheme } = setUp({ key: { instances: ['mine'] } });
    const operation = acmeOperation(scheme, { instance: { in: 'body', pointer: '/instance' } });
    const linesAbout = (instance: string) => [0, 1].map(() => attempt({ operation, instanceOf: () => instance }).steps.at(-1));
    const [shortOne, shortAgain] = linesAbout('other');
    expect(shortAgain).toBe(shortOne);
    const [longOne, longAgain] = linesAbout('x'.repeat(10_000));
    expect(longAgain).toEqual(longOne);
    expect(longAgain).not.toBe(longOne);
  });

  test('the same words of another policy have that one’s evidence', () => {
    const evidences = (['documented', 'inferred'] as const).map((level) => {
      const source = `https://acme.example/${level}`;
      const { attempt } = setUp({ policy: { evidence: { plans: { level, source } } } });
      const plan = attempt().steps.find(({ step }) => step === 'plan');
      return [plan?.evidence, plan?.source];
    });
    expect(evidences).toEqual([
      ['documented', 'https://acme.example/documented'],
      ['inferred', 'https://acme.example/inferred'],
    ]);
  });

  test('only lines of the policy have evidence', () => {
    const evidence = { level: 'documented', source: 'https://acme.example/docs' } as const;
    const { attempt } = setUp({ policy: { evidence: { security: evidence, urity: evidence, plans: evidence } } });
    expect(
      attempt()
        .steps.filter((step) => 'evidence' in step)
        .map(({ rule }) => rule),
    ).toEqual(['x-key-policy.plans']);
  });
});
