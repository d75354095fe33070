import type { Fail } from '../errors/from-response.ts';
import type { Hooks } from './hooks.ts';

/**
 * One place where a body is not as the document says. No value of the body is in it.
 *
 * ```ts
 * const drift: Drift = { path: '$.payload.tags[0]', expected: 'string', got: 'number' };
 * ```
 */
export interface Drift {
  /** `$.payload.tags[0]` */
  readonly path: string;
  /** `string`, `one of "CDP"` */
  readonly expected: string;
  /** `number`, `missing` */
  readonly got: string;
}

/** The request, or the answer of a status. */
export type Part = 'request' | number;

/**
 * The schemas of one platform, from `@chaveiro/sdk/schemas`.
 *
 * ```ts
 * const rd = new RDStation({ validate: 'warn', schemas: rdstationSchemas });
 * rdstationSchemas.check('createConversion', 'request', { event_type: 'CONVERSION' }); // what is missing
 * ```
 */
export interface PlatformSchemas {
  /** Which platform they are of. */
  readonly platform: string;
  /**
   * Where a body is not as the document says.
   *
   * @param part the request, or the answer of a status
   */
  check(operationId: string, part: Part, body: unknown): readonly Drift[];
  /**
   * Checks a body of a call and does about drift what its caller asked for.
   *
   * @throws ValidationError for a request, ParseError for an answer, where `validate` is `strict`
   */
  enforce(call: CheckedCall, part: Part, body: unknown): void;
}

/**
 * `warn` tells the hooks of drift, or the console where no hook listens; `strict` throws.
 *
 * ```ts
 * const validate: Validate = process.env.NODE_ENV === 'production' ? 'warn' : 'strict';
 * ```
 */
export type Validate = 'off' | 'warn' | 'strict';

/** The call whose bodies are checked. */
export interface CheckedCall {
  readonly operationId: string;
  readonly validate: Validate;
  readonly hooks: readonly Hooks[];
  readonly fail: Fail;
}
