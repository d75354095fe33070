import { ChaveiroError, type ErrorFacts } from '../errors/chaveiro-error.ts';

/**
 * Why a delivery is not taken for the platform's.
 *
 * ```ts
 * const isReplay = (code: WebhookSignatureCode) => code === 'signature_expired';
 * ```
 */
export type WebhookSignatureCode = 'signature_missing' | 'signature_malformed' | 'signature_mismatch' | 'signature_expired';

/**
 * A delivery whose signature does not show that the platform sent it, and sent it now. Nothing of its body was given out.
 * Neither message nor members hold the secret, the signature or the body.
 *
 * ```ts
 * if (error instanceof WebhookSignatureError) console.log(error.code); // signature_mismatch
 * ```
 */
export class WebhookSignatureError extends ChaveiroError {
  static override readonly kind: string = 'WebhookSignatureError';
  static override readonly code = 'signature_mismatch';

  declare readonly code: WebhookSignatureCode;

  constructor(message: string, facts: ErrorFacts & { readonly code: WebhookSignatureCode }) {
    super(message, facts);
  }

  /** The status to answer with. */
  get answerStatus(): 401 {
    return 401;
  }
}
