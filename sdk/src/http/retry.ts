import type { ChaveiroError } from '../errors/chaveiro-error.ts';

/** The longest wait that is kept when a platform names it, in milliseconds: beyond it the caller decides. */
const LONGEST_ASKED = 30_000;
const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 8000;

/** What the wait before the next attempt depends on. */
export interface Failed {
  readonly error: ChaveiroError;
  /** Attempts that were repeated, so far. */
  readonly repeated: number;
  /** How often a call may be repeated. */
  readonly retries: number;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/**
 * How long to wait before a call is sent again, in milliseconds; undefined for never.
 *
 * The platform's own wait counts where it names one; otherwise exponential back-off with full jitter, so that clients
 * which failed together do not come back together.
 */
export function retryDelay({ error, repeated, retries, random }: Failed): number | undefined {
  if (repeated >= retries || !error.isRetryable) return undefined;
  const wait = error.retryAfter ?? random() * Math.min(LONGEST_BACKOFF, FIRST_BACKOFF * 2 ** repeated);
  return wait <= LONGEST_ASKED ? wait : undefined;
}
