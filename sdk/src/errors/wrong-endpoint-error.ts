import { ChaveiroError } from './chaveiro-error.ts';

/**
 * A good credential of another kind: of another product, or for another operation.
 *
 * ```ts
 * if (error instanceof WrongEndpointError) console.log(error.hint); // … events take an OAuth access token.
 * ```
 */
export class WrongEndpointError extends ChaveiroError {
  static override readonly kind: string = 'WrongEndpointError';
  static override readonly code = 'wrong_endpoint';
}
