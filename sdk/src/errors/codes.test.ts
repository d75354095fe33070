// Codes are stable, closed for each platform, and checked by the compiler (`tsc -p sdk/tsconfig.test.json`).
import { describe, expect, expectTypeOf, test } from 'vitest';
import { answering, json } from '../../test/observed-fetch.ts';
import type { PingbackErrorCode } from '../platforms/pingback/index.ts';
import { Pingback } from '../platforms/pingback/index.ts';
import type { RDStationErrorCode } from '../platforms/rdstation/index.ts';
import { RDStation } from '../platforms/rdstation/index.ts';
import type { ZenvioErrorCode } from '../platforms/zenvio/index.ts';
import { Zenvio } from '../platforms/zenvio/index.ts';
import * as errors from './index.ts';
import type { ErrorCode } from './index.ts';

describe('each class has a code of its own that does not change', () => {
  const codes: [name: keyof typeof errors, code: ErrorCode][] = [
    ['ChaveiroError', 'request_refused'],
    ['MissingKeyError', 'missing_key'],
    ['InvalidKeyError', 'key_refused'],
    ['PlanRequiredError', 'plan_not_allowed'],
    ['ScopeMissingError', 'scope_missing'],
    ['InstanceNotAllowedError', 'instance_not_allowed'],
    ['WrongEndpointError', 'wrong_endpoint'],
    ['RateLimitError', 'rate_limited'],
    ['ValidationError', 'invalid_request'],
    ['NotFoundError', 'not_found'],
    ['ConflictError', 'conflict'],
    ['ServerError', 'server_error'],
    ['ConnectionError', 'connection_failed'],
    ['TimeoutError', 'timeout'],
    ['RedirectError', 'redirect_refused'],
    ['ParseError', 'invalid_answer'],
  ];

  test.each(codes)('%s: %s', (name, code) => {
    const error = new errors[name]('what happened');
    expect(error).toMatchObject({ name, code, message: 'what happened', issues: [], candidates: [], isRetryable: false });
    expect(error.stack).toMatch(new RegExp(`^${name}: what happened\n`));
  });

  test('and no class is missing here', () => {
    expect(codes.map(([name]) => name).sort()).toEqual(Object.keys(errors).sort());
  });
});

/** Only what is `never` fits: a code more in a union, and this file does not compile. */
const unknown = (code: never): never => {
  throw new Error(`No such code: ${String(code)}`);
};

/** What a person would do; one `case` for each code of the union. */
function pingbackAdvice(code: PingbackErrorCode): string {
  switch (code) {
    case 'missing_key':
    case 'malformed_key':
    case 'key_refused':
    case 'unknown_key':
    case 'deleted_key':
    case 'disabled_key':
      return 'key';
    case 'plan_not_allowed':
      return 'plan';
    case 'rate_limited':
      return 'wait';
    case 'invalid_request':
    case 'request_refused':
    case 'not_found':
    case 'conflict':
      return 'request';
    case 'server_error':
    case 'connection_failed':
    case 'timeout':
    case 'redirect_refused':
    case 'invalid_answer':
      return 'platform';
    default:
      return unknown(code);
  }
}

type Of<Code, Part> = Extract<Code, Part>;

describe('the union of a platform', () => {
  test('is exhausted by a switch', () => {
    expect((['deleted_key', 'plan_not_allowed', 'timeout'] as const).map(pingbackAdvice)).toEqual(['key', 'plan', 'platform']);
    expect(() => pingbackAdvice('scope_missing' as never)).toThrow('No such code: scope_missing');
  });

  test('has what the platform can answer, and nothing else', () => {
    expectTypeOf<Of<PingbackErrorCode, 'disabled_key' | 'expired_key' | 'scope_missing'>>().toEqualTypeOf<'disabled_key'>();
    expectTypeOf<Of<RDStationErrorCode, 'expired_key' | 'wrong_product' | 'scope_missing'>>().toEqualTypeOf<
      'expired_key' | 'wrong_product'
    >();
    expectTypeOf<Of<ZenvioErrorCode, 'instance_not_allowed' | 'scope_missing' | 'disabled_key'>>().toEqualTypeOf<
      'instance_not_allowed' | 'scope_missing'
    >();
    expectTypeOf<string>().not.toExtend<PingbackErrorCode>();
    expectTypeOf<PingbackErrorCode | RDStationErrorCode | ZenvioErrorCode>().toExtend<ErrorCode>();
  });

  test('is that of a safe result', async () => {
    const settings = { apiKey: 'k', fetch: answering(json({ Message: 'User is not authorized' }, 403)) };
    const { error } = await new Pingback(settings).contacts.list().safe();
    if (error) expectTypeOf(error.code).toEqualTypeOf<PingbackErrorCode>();
    expect(error && pingbackAdvice(error.code)).toBe('key');
    const converted = await new RDStation(settings).conversions.create({ conversion_identifier: 'e', email: 'a@b.c' }).safe();
    if (converted.error) expectTypeOf(converted.error.code).toEqualTypeOf<RDStationErrorCode>();
    const listed = await new Zenvio(settings).logs.list().safe();
    if (listed.error) expectTypeOf(listed.error.code).toEqualTypeOf<ZenvioErrorCode>();
    expect([converted.error?.code, listed.error?.code]).toEqual(['unknown_key', 'scope_missing']);
  });
});
