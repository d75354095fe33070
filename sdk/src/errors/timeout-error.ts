import { ChaveiroError } from './chaveiro-error.ts';

/**
 * No complete answer, body included, within the time-out. Whether the platform took the request is unknown.
 *
 * ```ts
 * if (error instanceof TimeoutError) console.log(`nothing within ${error.timeout} ms`, error.isRetryable);
 * ```
 */
export class TimeoutError extends ChaveiroError {
  static override readonly kind: string = 'TimeoutError';
  static override readonly code = 'timeout';

  /** The time-out that ran out, in milliseconds. */
  declare readonly timeout?: number;
}
