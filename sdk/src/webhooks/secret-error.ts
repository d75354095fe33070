import { ChaveiroError, type ErrorFacts } from '../errors/chaveiro-error.ts';

/**
 * What is wrong with the secrets or tokens that a receiver was given.
 *
 * ```ts
 * const isUnset = (code: WebhookSecretCode) => code === 'secret_missing';
 * ```
 */
export type WebhookSecretCode = 'secret_missing' | 'secret_malformed';

/**
 * The receiver was given no secret or token, or one that cannot be one. Thrown when it is made, before any delivery, so
 * that a deployment without its secret does not start.
 *
 * ```ts
 * zenvioWebhooks({ secret: '' }); // WebhookSecretError: secret_missing
 * ```
 */
export class WebhookSecretError extends ChaveiroError {
  static override readonly kind: string = 'WebhookSecretError';
  static override readonly code = 'secret_missing';

  declare readonly code: WebhookSecretCode;

  constructor(message: string, facts: ErrorFacts & { readonly code: WebhookSecretCode }) {
    super(message, facts);
  }
}
