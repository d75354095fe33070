import { ChaveiroError } from './chaveiro-error.ts';

/**
 * The request is wrong; `issues` says where. Without `status` it was refused before anything was sent.
 *
 * ```ts
 * if (error instanceof ValidationError) for (const { path, message } of error.issues) console.log(path, message);
 * ```
 */
export class ValidationError extends ChaveiroError {
  static override readonly kind: string = 'ValidationError';
  static override readonly code = 'invalid_request';
}
