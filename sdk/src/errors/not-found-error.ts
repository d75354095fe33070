import { ChaveiroError } from './chaveiro-error.ts';

/**
 * What the request names does not exist.
 *
 * ```ts
 * if (error instanceof NotFoundError) await pingback.contacts.create({ email });
 * ```
 */
export class NotFoundError extends ChaveiroError {
  static override readonly kind: string = 'NotFoundError';
  static override readonly code = 'not_found';
}
