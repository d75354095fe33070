import { ChaveiroError } from './chaveiro-error.ts';

/**
 * The answer was a redirect. It is never followed, because a key in a header or in the query would go along to wherever
 * it points.
 *
 * ```ts
 * if (error instanceof RedirectError) console.log('wrong baseUrl?', error.location);
 * ```
 */
export class RedirectError extends ChaveiroError {
  static override readonly kind: string = 'RedirectError';
  static override readonly code = 'redirect_refused';

  /** Where it pointed, scrubbed; browsers do not tell. */
  declare readonly location?: string;
}
