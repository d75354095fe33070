import { environmentKey } from '../auth/key.ts';
import { WebhookSecretError } from './secret-error.ts';

/**
 * One secret, or all that are accepted while one is being replaced by another.
 *
 * ```ts
 * const secret: Secrets = ['whsec_current', 'whsec_next'];
 * ```
 */
export type Secrets = string | readonly string[];

/** How the caller gives secrets, for the messages. */
export interface SecretUse {
  readonly platform: string;
  /** `secret`, `token` */
  readonly option: string;
  /** The environment variable that stands in. */
  readonly variable: string;
  /** Characters that one has at least. */
  readonly shortest: number;
}

/**
 * The accepted secrets, checked.
 *
 * @throws WebhookSecretError when there is none, or when one of them cannot be one; it shows none
 */
export function acceptedSecrets(given: unknown, { platform, option, variable, shortest }: SecretUse): readonly string[] {
  const wanted: unknown = given === undefined ? environmentKey(variable) : given;
  const all: readonly unknown[] = Array.isArray(wanted) ? wanted : wanted === undefined || wanted === '' ? [] : [wanted];
  if (!all.length) {
    const hint = `Give ${option}, or set ${variable}.`;
    throw new WebhookSecretError(`There is no ${option} to tell ${platform}'s webhooks by. ${hint}`, {
      platform,
      code: 'secret_missing',
      hint,
    });
  }
  return all.map((one) => {
    if (typeof one === 'string' && one.length >= shortest && !/^\s|[\r\n]|\s$/.test(one)) return one;
    const least = shortest > 1 ? ` of at least ${shortest} characters` : '';
    const hint = `Give a text${least}, without line breaks and without spaces around it.`;
    throw new WebhookSecretError(`One ${option} is none. ${hint}`, { platform, code: 'secret_malformed', hint });
  });
}
