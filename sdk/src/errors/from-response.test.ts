import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { answering, json, observedFetch, thrown } from '../../test/observed-fetch.ts';
import { Console } from '../platforms/console/index.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import { consoleProfile } from '../platforms/console/profile.ts';
import { pingbackProfile } from '../platforms/pingback/profile.ts';
import type { Profile } from '../platforms/profile.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import { rdstationProfile } from '../platforms/rdstation/profile.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';
import { zenvioProfile } from '../platforms/zenvio/profile.ts';
import { systemClock } from '../http/clock.ts';
import { errorFromAnswer } from './from-response.ts';
import {
  ChaveiroError,
  ConflictError,
  InstanceNotAllowedError,
  InvalidKeyError,
  NotFoundError,
  PlanRequiredError,
  RateLimitError,
  ScopeMissingError,
  ServerError,
  ValidationError,
  WrongEndpointError,
  type AuthState,
} from './index.ts';

/** The error that a platform's answer to a request with a key becomes. */
async function errorOf(profile: Profile, scheme: string, answer: Response): Promise<ChaveiroError> {
  const key = { scheme, scopes: ['whatsapp:send'] };
  return errorFromAnswer(
    answer,
    await answer.text(),
    { ...profile, key, idempotent: true, clock: systemClock, fail: (Class, what, facts) => new Class(what, facts) },
    (text) => text,
  );
}

const PROFILE_OF: Record<string, Profile> = {
  pingbackKey: pingbackProfile,
  rdstationKey: rdstationProfile,
  rdstationOAuth: rdstationProfile,
  zenvioKey: zenvioProfile,
};

const CLASS_OF: Record<AuthState, typeof ChaveiroError> = {
  missing_key: InvalidKeyError,
  unknown_key: InvalidKeyError,
  deleted_key: InvalidKeyError,
  disabled_key: InvalidKeyError,
  expired_key: InvalidKeyError,
  plan_not_allowed: PlanRequiredError,
  wrong_product: WrongEndpointError,
  wrong_endpoint: WrongEndpointError,
  scope_missing: ScopeMissingError,
  instance_not_allowed: InstanceNotAllowedError,
  rate_limited: RateLimitError,
  rate_limited_lead: RateLimitError,
};

describe('every answer to a refused key in the document is recognised', () => {
  for (const { scheme, state, example, status, body } of documentedRefusals()) {
    test(`${scheme} ${state}: ${example}`, async () => {
      const error = await errorOf(PROFILE_OF[scheme] as Profile, scheme, json(body, status));
      expect(error).toMatchObject({ status });
      expect(error.candidates).not.toContain('missing_key');
      if (state === 'missing_key') return;
      expect(error.candidates).toContain(state);
      // One answer for several states of a key is InvalidKeyError, the plan's on Pingback among them.
      const ambiguous = error.candidates.some((candidate) => CLASS_OF[candidate] === InvalidKeyError);
      expect(error).toBeInstanceOf(ambiguous ? InvalidKeyError : CLASS_OF[state]);
    });
  }
});

describe('one answer for several causes lists them in place of guessing', () => {
  test('Pingback: the gateway’s denial', async () => {
    const body = { Message: 'User is not authorized to access this resource with an explicit deny in an identity-based policy' };
    const error = await errorOf(pingbackProfile, 'pingbackKey', json(body, 403));
    expect(error).toBeInstanceOf(InvalidKeyError);
    expect(error.candidates).toEqual(['unknown_key', 'deleted_key', 'disabled_key', 'plan_not_allowed']);
    expect(error.message).toContain('unknown key or deleted key or disabled key or plan not allowed');
    expect(error.hint).toContain('API keys need the Pro or Ultra plan.');
    expect(error.message).toContain(error.hint);
  });

  test('a spelling that nobody has seen, under a status of refusal', async () => {
    const error = await errorOf(pingbackProfile, 'pingbackKey', json({ message: 'Missing Authentication Token' }, 403));
    expect(error).toBeInstanceOf(InvalidKeyError);
    expect(error.candidates).toContain('disabled_key');
    expect(await errorOf(zenvioProfile, 'zenvioKey', new Response('', { status: 401 }))).toMatchObject({
      name: 'InvalidKeyError',
      candidates: ['unknown_key', 'deleted_key'],
    });
  });

  test('Zenvio: a wording is not trusted to tell a revoked key from an unknown one', async () => {
    const error = await errorOf(zenvioProfile, 'zenvioKey', json({ success: false, message: 'Invalid API Key' }, 401));
    expect(error.candidates).toEqual(['unknown_key', 'deleted_key']);
  });

  test('Zenvio: 403 FORBIDDEN is told by its sentence, and both where the sentence is new', async () => {
    const forbidden = (message: string) => json({ success: false, error: 'Forbidden', message, code: 'FORBIDDEN' }, 403);
    const scope = await errorOf(zenvioProfile, 'zenvioKey', forbidden('Missing scope: whatsapp:manage'));
    expect(scope).toMatchObject({ name: 'ScopeMissingError', candidates: ['scope_missing'], scopes: ['whatsapp:send'] });
    const both = await errorOf(zenvioProfile, 'zenvioKey', forbidden('Acesso negado'));
    expect(both.candidates).toEqual(['scope_missing', 'instance_not_allowed']);
  });

  test('RD Station: which of its limits', async () => {
    const lead = { error: "'lead_limiter' rate limit exceeded for 86400 second(s) period for key 'x@y.z'", remaining_time: 9 };
    expect(await errorOf(rdstationProfile, 'rdstationKey', json(lead, 429))).toMatchObject({
      candidates: ['rate_limited_lead'],
      retryAfter: 9000,
    });
    const account = json({ message: 'API rate limit exceeded' }, 429, { 'retry-after-quotas': '17' });
    expect(await errorOf(rdstationProfile, 'rdstationKey', account)).toMatchObject({
      candidates: ['rate_limited'],
      retryAfter: 17_000,
    });
  });

  test('a platform with several kinds of key: the answers to the kind that was sent', async () => {
    const rows = [
      { scheme: 'rdstationKey', status: 401, code: 'UNAUTHORIZED', states: ['disabled_key'] },
      { scheme: 'rdstationOAuth', status: 401, code: 'UNAUTHORIZED', states: ['expired_key'] },
    ] as const;
    const profile = { ...rdstationProfile, refusals: rows };
    const answer = () => json({ errors: [{ error_type: 'UNAUTHORIZED', error_message: 'Invalid token.' }] }, 401);
    expect(await errorOf(profile, 'rdstationKey', answer())).toMatchObject({ candidates: ['disabled_key'] });
    expect(await errorOf(profile, 'rdstationOAuth', answer())).toMatchObject({ candidates: ['expired_key'] });
  });

  test('a request without a key has no candidates', async () => {
    const fetch = observedFetch(json({ Message: 'User is not authorized' }, 403)).fetch;
    const error = await thrown<ChaveiroError>(new Pingback({ fetch }).webhooks.trigger('a1', 'b2', 'c3', { email: 'a@b.c' }));
    expect(error.name).toBe('ChaveiroError');
    expect(error.candidates).toEqual([]);
  });
});

describe('a code that means more than its status', () => {
  const cases: [what: string, profile: Profile, scheme: string, status: number, body: unknown, Class: typeof ChaveiroError][] = [
    [
      'a plan limit of Zenvio',
      zenvioProfile,
      'zenvioKey',
      403,
      { code: 'PLAN_LIMIT_INSTANCES', message: 'x' },
      PlanRequiredError,
    ],
    ['a credit of Zenvio', zenvioProfile, 'zenvioKey', 402, { code: 'SOMETHING_NEW', message: 'x' }, PlanRequiredError],
    [
      'a plan of RD Station',
      rdstationProfile,
      'rdstationKey',
      403,
      { errors: { error_type: 'ACCOUNT_REQUIREMENT_MISSING', error_message: 'x' } },
      PlanRequiredError,
    ],
    [
      'a duplicate of RD Station',
      rdstationProfile,
      'rdstationOAuth',
      400,
      { errors: { error_type: 'EMAIL_ALREADY_IN_USE', error_message: 'x' } },
      ConflictError,
    ],
    ['a plan in the console', consoleProfile, 'consoleSession', 403, { code: 'plan_required', detail: 'x' }, PlanRequiredError],
    ['a role in the console', consoleProfile, 'consoleSession', 403, { code: 'role_required', detail: 'x' }, ScopeMissingError],
    ['a limit in the console', consoleProfile, 'consoleSession', 409, { code: 'key_limit_reached', detail: 'x' }, ConflictError],
    [
      'a session of the console',
      consoleProfile,
      'consoleSession',
      401,
      { code: 'session_required', detail: 'x' },
      InvalidKeyError,
    ],
  ];

  test.each(cases)('%s', async (_what, profile, scheme, status, body, Class) => {
    expect(await errorOf(profile, scheme, json(body, status))).toBeInstanceOf(Class);
  });
});

describe('a status that has nothing to do with the key', () => {
  test.each([
    [400, ValidationError],
    [404, NotFoundError],
    [405, ValidationError],
    [409, ConflictError],
    [413, ValidationError],
    [415, ValidationError],
    [418, ChaveiroError],
    [422, ValidationError],
    [429, RateLimitError],
    [500, ServerError],
    [503, ServerError],
  ])('%i', async (status, Class) => {
    const error = await errorOf(rdstationProfile, 'rdstationKey', json({ error: 'Some sentence.' }, status));
    expect(error.constructor).toBe(Class);
  });
});

describe('messages say what happened', () => {
  test('RD Station: where and what', async () => {
    const issue = { error_type: 'INVALID_DATA_TYPE', error_message: "Must be of type 'SET'.", path: '$.payload.tags' };
    const rd = new RDStation({ apiKey: 'key-1', fetch: observedFetch(json({ errors: [issue] }, 400)).fetch });
    const error = await thrown<ValidationError>(rd.conversions.create({ conversion_identifier: 'ebook', email: 'a@b.c' }));
    expect(error.message).toBe("RD Station createConversion: 400 INVALID_DATA_TYPE: $.payload.tags: Must be of type 'SET'.");
    expect(error.issues).toEqual([{ path: '$.payload.tags', code: 'INVALID_DATA_TYPE', message: "Must be of type 'SET'." }]);
    expect(error.url).toBe('https://api.rd.services/platform/conversions?api_key=••••');
  });

  test('Zenvio: what to do next', async () => {
    const body = { success: false, error: 'Forbidden', message: 'Missing scope: whatsapp:send', code: 'FORBIDDEN' };
    const zenvio = new Zenvio({ apiKey: 'sk_live_1', fetch: observedFetch(json(body, 403)).fetch });
    const error = await thrown<ScopeMissingError>(zenvio.messages.get('msg_1'));
    expect(error.message).toBe(
      'Zenvio getMessage: 403 FORBIDDEN: Missing scope: whatsapp:send. ' +
        'Scopes are chosen when a key is created: create one that has it.',
    );
    expect(error.scopes).toEqual(['whatsapp:send']);
  });

  test('nothing but a status', async () => {
    const console = new Console({ session: 's-1', baseUrl: 'http://mock', fetch: answering(new Response('', { status: 500 })) });
    const error = await thrown<ServerError>(console.accounts.get('acc_1'));
    expect(error.message).toBe('Console getAccount: 500.');
    expect(error.issues).toEqual([]);
  });
});

describe('the request id', () => {
  test.each([
    ['in the body', { error: 'x y', requestId: 'from-body' }, { 'x-request-id': 'from-header' }, 'from-body'],
    ['in a header', {}, { 'x-request-id': 'from-header' }, 'from-header'],
    ['in a header of the gateway', {}, { 'x-amzn-requestid': 'from-gateway' }, 'from-gateway'],
    ['in a header of the mock', {}, { 'x-mock-request-id': 'from-mock' }, 'from-mock'],
    ['nowhere', {}, {}, undefined],
  ])('%s', async (_what, body, headers, expected) => {
    const error = await errorOf(pingbackProfile, 'pingbackKey', json(body, 404, headers));
    expect(error.requestId).toBe(expected);
  });
});

/** Every failure of `x-auth-failures`, alternatives included, with the body of its example. */
function documentedRefusals() {
  type Failure = { status: number; example: string; alternatives?: Record<string, Failure> };
  type Node = Record<string, unknown> & { $ref?: string };
  const file = createRequire(import.meta.url).resolve('@chaveiro/openapi/openapi.json');
  const document = JSON.parse(readFileSync(file, 'utf8')) as Node;
  const resolve = (node: Node): Node =>
    node.$ref
      ? resolve(
          node.$ref
            .slice(2)
            .split('/')
            .reduce((at, name) => at[name] as Node, document),
        )
      : node;
  const member = (node: Node, ...names: string[]): Node =>
    names.reduce((at, name) => resolve((at[name] ?? {}) as Node), resolve(node));

  const operations = Object.values(document['paths'] as Node)
    .flatMap((path) => Object.values(path as Node))
    .filter((operation): operation is Node => typeof operation === 'object' && operation !== null && 'responses' in operation);
  const bodyOf = (scheme: string, { status, example }: Failure): unknown => {
    for (const operation of operations) {
      if (!(operation['security'] as Node[]).some((requirement) => scheme in requirement)) continue;
      const found = member(operation, 'responses', String(status), 'content', 'application/json', 'examples', example);
      if ('value' in found) return found['value'];
    }
    throw new Error(`${scheme}: no operation has the example ${example}.`);
  };
  return Object.entries(member(document, 'components', 'securitySchemes')).flatMap(([scheme, description]) =>
    Object.entries(((description as Node)['x-auth-failures'] ?? {}) as Record<AuthState, Failure>).flatMap(([state, failure]) =>
      [failure, ...Object.values(failure.alternatives ?? {})].map((answer) => ({
        scheme,
        state: state as AuthState,
        status: answer.status,
        example: answer.example,
        body: bodyOf(scheme, answer),
      })),
    ),
  );
}
