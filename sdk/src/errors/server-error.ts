import { ChaveiroError } from './chaveiro-error.ts';

/** The platform failed (5xx). Whether it took the request is unknown. */
export class ServerError extends ChaveiroError {
  override get name(): string {
    return 'ServerError';
  }
}
