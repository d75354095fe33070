import { ChaveiroError } from './chaveiro-error.ts';

/** No complete answer, body included, within the time-out. Whether the platform took the request is unknown. */
export class TimeoutError extends ChaveiroError {
  static override readonly code = 'timeout';

  override get name(): string {
    return 'TimeoutError';
  }

  /** The time-out that ran out, in milliseconds. */
  declare readonly timeout?: number;
}
