import { ChaveiroError } from './chaveiro-error.ts';

/**
 * The operation needs a key and none was given. Nothing was sent. The message names the option and the variable.
 *
 * ```ts
 * if (error instanceof MissingKeyError) console.log(error.hint); // Give apiKey or set PINGBACK_API_KEY.
 * ```
 */
export class MissingKeyError extends ChaveiroError {
  static override readonly kind: string = 'MissingKeyError';
  static override readonly code = 'missing_key';
}
