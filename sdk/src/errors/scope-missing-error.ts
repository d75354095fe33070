import { ChaveiroError } from './chaveiro-error.ts';

/** The key is good but may not do this; `scopes` are those that the operation needs. */
export class ScopeMissingError extends ChaveiroError {
  static override readonly code = 'scope_missing';

  override get name(): string {
    return 'ScopeMissingError';
  }

  /** What the operation needs, such as `whatsapp:send`. */
  declare readonly scopes?: readonly string[];
}
