import { ChaveiroError } from './chaveiro-error.ts';

/**
 * The key is locked to other WhatsApp instances than the one that the request names.
 *
 * ```ts
 * if (error instanceof InstanceNotAllowedError) console.log(error.hint); // Use an instance that the key is for.
 * ```
 */
export class InstanceNotAllowedError extends ChaveiroError {
  static override readonly kind: string = 'InstanceNotAllowedError';
  static override readonly code = 'instance_not_allowed';
}
