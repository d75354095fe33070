import { ChaveiroError } from './chaveiro-error.ts';

/**
 * No complete answer: refused, reset, cut off. `cause` is a scrubbed copy of what `fetch` threw.
 *
 * ```ts
 * if (error instanceof ConnectionError) console.log(error.systemCode); // ECONNREFUSED
 * ```
 */
export class ConnectionError extends ChaveiroError {
  static override readonly kind: string = 'ConnectionError';
  static override readonly code = 'connection_failed';

  /** The system's own word, such as `ECONNREFUSED`, where there is one. */
  declare readonly systemCode?: string;
}
