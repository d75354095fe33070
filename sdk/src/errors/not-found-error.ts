import { ChaveiroError } from './chaveiro-error.ts';

/** What the request names does not exist. */
export class NotFoundError extends ChaveiroError {
  override get name(): string {
    return 'NotFoundError';
  }
}
