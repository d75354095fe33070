import { ChaveiroError } from './chaveiro-error.ts';

/**
 * The key is no good: unknown, deleted, disabled, expired; `candidates` has the states that the answer can stand for.
 * Without `status` the key was malformed and was refused before anything was sent.
 *
 * ```ts
 * if (error instanceof InvalidKeyError) console.log(error.code, error.candidates);
 * ```
 */
export class InvalidKeyError extends ChaveiroError {
  static override readonly kind: string = 'InvalidKeyError';
  static override readonly code = 'key_refused';
}
