/** Who gets into the dashboard: whoever brings a token that somebody signed in with. */
import { describe, expect, test } from 'vitest';
import { acmeOperation, acmeScheme, acmeSession } from './acme.fixture.ts';
import { authorizeDashboard, signIn } from './dashboard.ts';
import type { RequestProblem } from './decision.ts';

function setUp() {
  const session = acmeSession();
  const user = signIn(session, 'token-of-ana', { name: 'Ana', role: 'owner', accountId: 'acc_1' });
  const ask = (authorization: string | null, problem?: RequestProblem) =>
    authorizeDashboard({
      session,
      operation: acmeOperation(acmeScheme()),
      credentials: { header: (name) => (name === 'authorization' ? authorization : null), query: () => 'token-of-ana' },
      checkRequest: () => problem,
    });
  return { session, user, ask };
}

describe('the dashboard', () => {
  test.each(['Bearer token-of-ana', 'bearer token-of-ana', 'BEARER   token-of-ana  '])('lets in who brings %j', (header) => {
    const { user, ask } = setUp();
    expect(ask(header)).toEqual({
      decision: 'allowed',
      user,
      facts: {},
      steps: [
        { step: 'session', outcome: 'passed', rule: 'security', detail: 'Ana is signed in as owner' },
        { step: 'request', outcome: 'passed', rule: 'schema', detail: 'the request fits the document' },
      ],
    });
  });

  test.each([
    null,
    '',
    'token-of-ana',
    'Basic token-of-ana',
    'Bearer',
    'Bearer ',
    'Bearertoken-of-ana',
    'Bearer token-of-ana of-rui',
    'X Bearer token-of-ana',
  ])('asks for a session where %j is no token', (header) => {
    expect(setUp().ask(header)).toEqual({
      decision: 'session_required',
      facts: {},
      steps: [
        {
          step: 'session',
          outcome: 'refused',
          rule: 'security',
          detail: 'no session token in the Authorization header (Bearer)',
        },
      ],
    });
  });

  test.each(['Bearer t', 'Bearer token-of-an', 'Bearer token-of-ana2', 'Bearer Token-Of-Ana'])(
    'knows nobody by %j, and does not look at the request',
    (header) => {
      expect(setUp().ask(header, 'missing_body')).toEqual({
        decision: 'session_required',
        facts: {},
        steps: [{ step: 'session', outcome: 'refused', rule: 'security', detail: 'nobody is signed in with this token' }],
      });
    },
  );

  test('lets nobody in without a token, even if somebody signed in with an empty one', () => {
    const { session, ask } = setUp();
    signIn(session, '', { name: 'Rui', role: 'owner', accountId: null });
    for (const header of [null, '', 'Bearer ']) expect(ask(header).decision).toBe('session_required');
  });

  test('refuses a request that does not fit the document, and says who sent it', () => {
    const { user, ask } = setUp();
    expect(ask('Bearer token-of-ana', 'unsupported_media_type')).toMatchObject({
      decision: 'unsupported_media_type',
      user,
      steps: [
        { step: 'session', outcome: 'passed' },
        {
          step: 'request',
          outcome: 'refused',
          rule: 'schema',
          detail: 'the request does not fit the document: unsupported media type',
        },
      ],
    });
  });

  test('keeps the fingerprint of a token, and not the token', () => {
    const { session, user } = setUp();
    expect(user).toMatchObject({ name: 'Ana', role: 'owner', accountId: 'acc_1' });
    expect(user.id).toBe(session.vault.fingerprint('token-of-ana'));
    expect(JSON.stringify(session.users.values())).not.toContain('token-of-ana');
  });
});
