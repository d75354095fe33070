import { isOneOf } from './hmac.ts';
import type { Secrets } from './secrets.ts';
import { WebhookTokenError } from './token-error.ts';

/**
 * Checks a token of a URL in constant time: for platforms that sign nothing, where the token is in the path.
 *
 * ```ts
 * await expectToken(params.token, [current, next]);
 * const event = rdstation.parse(body);
 * ```
 *
 * @param found what the URL has
 * @param accepted what it may be; several while one is being replaced by another
 * @throws WebhookTokenError when it has none, or another one
 */
export async function expectToken(found: string | null | undefined, accepted: Secrets): Promise<void> {
  if (!found) {
    const hint = 'Answer 401: whoever sent it does not know the URL that the platform was given.';
    throw new WebhookTokenError(`The URL of the delivery does not have one token. ${hint}`, { code: 'token_missing', hint });
  }
  if (await isOneOf(found, typeof accepted === 'string' ? [accepted] : accepted)) return;
  const hint = 'Compare it with the URL that the platform was given.';
  throw new WebhookTokenError(`The URL of the delivery has another token. ${hint}`, { code: 'token_mismatch', hint });
}
