import { ParseError } from '../errors/parse-error.ts';
import { ValidationError } from '../errors/validation-error.ts';
import { tell } from '../http/hooks.ts';
import type { CheckedCall, Drift, Part } from '../http/validation.ts';

/**
 * Does about drift what the caller asked for: throws, or tells the hooks, or the console where no hook listens.
 *
 * It stands beside the schemas, so that a client without them does not carry it.
 *
 * @throws ValidationError for a request, ParseError for an answer, where `validate` is `strict`
 */
export function enforce(
  platform: string,
  { operationId, validate, hooks, fail }: CheckedCall,
  part: Part,
  drift: readonly Drift[],
): void {
  if (!drift.length) return;
  const issues = drift.map(({ path, expected, got }) => ({ path, message: `expected ${expected}, got ${got}` }));
  const said = `the ${part === 'request' ? part : `answer (${part})`} is not as documented: ${issues
    .slice(0, 3)
    .map(({ path, message }) => `${path}: ${message}`)
    .join('; ')}.`;
  if (validate === 'strict') {
    throw part === 'request' ? fail(ValidationError, said, { issues }) : fail(ParseError, said, { issues, status: part });
  }
  if (hooks.some((one) => 'drift' in one)) tell(hooks, 'drift', { platform, operationId, part, drift });
  else globalThis.console?.warn(`${operationId}: ${said}`);
}
