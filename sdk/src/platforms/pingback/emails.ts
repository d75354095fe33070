import type { BodyOf, CallOptions, ChaveiroClient, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** E-mail addresses. */
export class PingbackEmails {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** Whether an address can receive mail. */
  verify(email: string, settings?: BodyOf<'verifyEmail'>, options?: CallOptions): Promise<ResultOf<'verifyEmail'>> {
    const call = { ...passed(options), params: { path: { email } }, ...(settings && { body: settings }) };
    return dataOf(this.#calls.POST('/email-verification/{email}', call));
  }
}
