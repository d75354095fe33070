import { ChaveiroError } from './chaveiro-error.ts';

/**
 * A success whose body is empty or not JSON; the platform took the request. `cause` is the syntax error.
 *
 * ```ts
 * if (error instanceof ParseError) console.log(error.status, error.requestId); // the platform took the request
 * ```
 */
export class ParseError extends ChaveiroError {
  static override readonly kind: string = 'ParseError';
  static override readonly code = 'invalid_answer';
}
