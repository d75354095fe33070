import { ChaveiroError, type ErrorFacts } from '../errors/chaveiro-error.ts';

/**
 * What is wrong with the body of a delivery.
 *
 * ```ts
 * const isOurFault = (code: WebhookBodyCode) => code === 'body_already_parsed';
 * ```
 */
export type WebhookBodyCode = 'body_unreadable' | 'body_already_parsed' | 'body_too_large' | 'event_malformed';

const ANSWERS = { body_unreadable: 400, body_already_parsed: 500, body_too_large: 413, event_malformed: 400 } as const;

/**
 * A delivery whose body cannot be had as it was sent (`body_unreadable`, `body_already_parsed`: a matter of the receiver's
 * framework), is too large, or is no event. The error holds nothing of the body.
 *
 * ```ts
 * if (error instanceof WebhookBodyError) console.log(error.hint); // Keep the raw body: …
 * ```
 */
export class WebhookBodyError extends ChaveiroError {
  static override readonly kind: string = 'WebhookBodyError';
  static override readonly code = 'body_unreadable';

  declare readonly code: WebhookBodyCode;

  constructor(message: string, facts: ErrorFacts & { readonly code: WebhookBodyCode }) {
    super(message, facts);
  }

  /** The status to answer with. */
  get answerStatus(): 400 | 413 | 500 {
    return ANSWERS[this.code];
  }
}
