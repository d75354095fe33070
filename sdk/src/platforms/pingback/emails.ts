import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { PingbackErrorCode } from './codes.ts';

/**
 * E-mail addresses.
 *
 * ```ts
 * await pingback.emails.verify('ana@exemplo.com.br');
 * ```
 */
export class PingbackEmails extends Resource<PingbackErrorCode> {
  /**
   * Whether an address can receive mail.
   *
   * ```ts
   * const verified = await pingback.emails.verify('ana@exemplo.com.br', { port: 25 });
   * ```
   */
  verify(
    email: string,
    settings?: BodyOf<'verifyEmail'>,
    options?: CallOptions,
  ): Call<ResultOf<'verifyEmail'>, PingbackErrorCode> {
    return this.call('verifyEmail', { path: { email }, body: settings }, options);
  }
}
