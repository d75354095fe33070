import { ChaveiroError } from './chaveiro-error.ts';

/**
 * The platform failed (5xx). Whether it took the request is unknown.
 *
 * ```ts
 * if (error instanceof ServerError && error.isRetryable) queue.add(job);
 * ```
 */
export class ServerError extends ChaveiroError {
  static override readonly kind: string = 'ServerError';
  static override readonly code = 'server_error';
}
