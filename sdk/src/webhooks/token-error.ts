import { ChaveiroError, type ErrorFacts } from '../errors/chaveiro-error.ts';

/**
 * What is wrong with the token in the URL of a delivery.
 *
 * ```ts
 * const knowsNothing = (code: WebhookTokenCode) => code === 'token_missing';
 * ```
 */
export type WebhookTokenCode = 'token_missing' | 'token_mismatch';

/**
 * A delivery whose URL does not have the token that only the platform was given. Nothing of its body was given out, and
 * the error holds no token.
 *
 * ```ts
 * if (error instanceof WebhookTokenError) return new Response(null, { status: error.answerStatus });
 * ```
 */
export class WebhookTokenError extends ChaveiroError {
  static override readonly kind: string = 'WebhookTokenError';
  static override readonly code = 'token_mismatch';

  declare readonly code: WebhookTokenCode;

  constructor(message: string, facts: ErrorFacts & { readonly code: WebhookTokenCode }) {
    super(message, facts);
  }

  /** The status to answer with. */
  get answerStatus(): 401 {
    return 401;
  }
}
