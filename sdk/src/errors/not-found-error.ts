import { ChaveiroError } from './chaveiro-error.ts';

/** What the request names does not exist. */
export class NotFoundError extends ChaveiroError {
  static override readonly code = 'not_found';

  override get name(): string {
    return 'NotFoundError';
  }
}
