import { ChaveiroError } from './chaveiro-error.ts';

/** The request contradicts what is there: a duplicate, or a state that forbids it. */
export class ConflictError extends ChaveiroError {
  static override readonly code = 'conflict';

  override get name(): string {
    return 'ConflictError';
  }
}
