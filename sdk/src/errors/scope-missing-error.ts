import { ChaveiroError } from './chaveiro-error.ts';

/**
 * The key is good but may not do this; `scopes` are those that the operation needs.
 *
 * ```ts
 * if (error instanceof ScopeMissingError) console.log('the key needs', error.scopes);
 * ```
 */
export class ScopeMissingError extends ChaveiroError {
  static override readonly kind: string = 'ScopeMissingError';
  static override readonly code = 'scope_missing';

  /** What the operation needs, such as `whatsapp:send`. */
  declare readonly scopes?: readonly string[];
}
