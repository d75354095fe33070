import { ChaveiroError } from './chaveiro-error.ts';

/** A good credential of another kind: of another product, or for another operation. */
export class WrongEndpointError extends ChaveiroError {
  static override readonly kind: string = 'WrongEndpointError';
  static override readonly code = 'wrong_endpoint';
}
