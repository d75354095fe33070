import { ChaveiroError } from './chaveiro-error.ts';

/**
 * No complete answer: refused, reset, cut off. `code` is the system's (`ECONNREFUSED`) where there is one; `cause` is a
 * scrubbed copy of what `fetch` threw.
 */
export class ConnectionError extends ChaveiroError {
  override get name(): string {
    return 'ConnectionError';
  }
}
