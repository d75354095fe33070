import type { Fail } from '../errors/from-response.ts';
import { ParseError } from '../errors/parse-error.ts';
import { ValidationError } from '../errors/validation-error.ts';
import { tell, type Hooks } from './hooks.ts';

/** One place where a body is not as the document says. No value of the body is in it. */
export interface Drift {
  /** `$.payload.tags[0]` */
  readonly path: string;
  /** `string`, `one of "CDP"` */
  readonly expected: string;
  /** `number`, `missing` */
  readonly got: string;
}

/** The schemas of one platform, from `@chaveiro/sdk/schemas`. */
export interface PlatformSchemas {
  readonly platform: string;
  /** @param part the request, or the answer of a status */
  check(operationId: string, part: 'request' | number, body: unknown): readonly Drift[];
}

/** `warn` tells the hooks of drift, or the console where no hook listens; `strict` throws. */
export type Validate = 'off' | 'warn' | 'strict';

/** What a body is checked with. */
export interface Checked {
  readonly platform: string;
  readonly operationId: string;
  readonly schemas: PlatformSchemas | undefined;
  readonly validate: Validate;
  readonly hooks: readonly Hooks[];
  readonly fail: Fail;
}

/**
 * Checks a body as the caller asked for.
 *
 * @throws ValidationError for a request, ParseError for an answer, where `validate` is `strict`
 */
export function checkBody(
  { platform, operationId, schemas, validate, hooks, fail }: Checked,
  part: 'request' | number,
  body: unknown,
): void {
  const drift = validate === 'off' || !schemas ? [] : schemas.check(operationId, part, body);
  if (!drift.length) return;
  const issues = drift.map(({ path, expected, got }) => ({ path, message: `expected ${expected}, got ${got}` }));
  const said = `the ${part === 'request' ? 'request' : `answer (${part})`} is not as the document says: ${issues
    .slice(0, 3)
    .map(({ path, message }) => `${path}: ${message}`)
    .join('; ')}.`;
  if (validate === 'strict') {
    throw part === 'request' ? fail(ValidationError, said, { issues }) : fail(ParseError, said, { issues, status: part });
  }
  if (hooks.some((one) => 'drift' in one)) tell(hooks, 'drift', { platform, operationId, part, drift });
  else globalThis.console?.warn(`${operationId}: ${said}`);
}
