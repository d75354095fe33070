import { ChaveiroError } from './chaveiro-error.ts';

/**
 * The request contradicts what is there: a duplicate, or a state that forbids it.
 *
 * ```ts
 * if (error instanceof ConflictError) await pingback.contacts.update(email, attributes);
 * ```
 */
export class ConflictError extends ChaveiroError {
  static override readonly kind: string = 'ConflictError';
  static override readonly code = 'conflict';
}
