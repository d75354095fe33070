import { ChaveiroError } from './chaveiro-error.ts';

/** The request is wrong; `issues` says where. Without `status` it was refused before anything was sent. */
export class ValidationError extends ChaveiroError {
  static override readonly kind: string = 'ValidationError';
  static override readonly code = 'invalid_request';
}
