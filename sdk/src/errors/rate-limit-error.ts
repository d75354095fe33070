import { ChaveiroError } from './chaveiro-error.ts';

/**
 * Too many requests. The platform did not take this one.
 *
 * ```ts
 * if (error instanceof RateLimitError) queue.pause(error.retryAfter ?? 60_000);
 * ```
 */
export class RateLimitError extends ChaveiroError {
  static override readonly kind: string = 'RateLimitError';
  static override readonly code = 'rate_limited';

  /** Milliseconds to wait, where the platform says; Pingback never does. */
  declare readonly retryAfter?: number;
}
