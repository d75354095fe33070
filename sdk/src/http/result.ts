import { ChaveiroError } from '../errors/chaveiro-error.ts';
import type { ErrorCode } from '../errors/codes.ts';
import type { Outcome } from './attempt.ts';

/**
 * What a call gives instead of throwing: data, or a typed error.
 *
 * ```ts
 * const { data, error }: SafeResult<Contact> = await pingback.contacts.get(email).safe();
 * ```
 */
export type SafeResult<T, Code extends ErrorCode = ErrorCode> =
  | { readonly data: T; readonly error: undefined }
  | { readonly data: undefined; readonly error: ChaveiroError & { readonly code: Code } };

/**
 * Data with the answer that it came in.
 *
 * ```ts
 * const { data, response, requestId } = await zenvio.logs.list().withResponse();
 * ```
 */
export interface WithResponse<T> {
  /** What the call gives. */
  readonly data: T;
  /** The answer; its body can be read once more. */
  readonly response: Response;
  /** The platform's name for this exchange, for its support. */
  readonly requestId: string | undefined;
}

/**
 * A call under way: a promise of its data, which rejects with a typed error.
 *
 * ```ts
 * const contact = await pingback.contacts.get('ana@exemplo.com.br');
 * const { data, error } = await pingback.contacts.get('ana@exemplo.com.br').safe();
 * const { response, requestId } = await pingback.contacts.get('ana@exemplo.com.br').withResponse();
 * ```
 */
export class Call<T, Code extends ErrorCode = ErrorCode> extends Promise<T> {
  readonly #outcome: Promise<Outcome>;

  /** What `then` makes of a call is a plain promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  constructor(outcome: Promise<Outcome>) {
    super((resolve, reject) => {
      outcome.then(({ data, error }) => (error ? reject(error) : resolve(data as T)), reject);
    });
    this.#outcome = outcome;
  }

  /**
   * The error in place of a throw. The reason of an aborted signal is still thrown, as it is.
   *
   * ```ts
   * const { data, error } = await rd.conversions.create(lead).safe();
   * if (error) console.log(error.code, error.hint);
   * ```
   */
  async safe(): Promise<SafeResult<T, Code>> {
    try {
      return { data: await this, error: undefined };
    } catch (error) {
      if (error instanceof ChaveiroError) return { data: undefined, error: error as ChaveiroError & { readonly code: Code } };
      throw error;
    }
  }

  /**
   * The data with the answer's headers and status.
   *
   * ```ts
   * const { data, response, requestId } = await zenvio.messages.get('msg_1').withResponse();
   * ```
   */
  async withResponse(): Promise<WithResponse<T>> {
    const data = await this;
    const { answer, requestId } = await this.#outcome;
    return { data, response: responseOf(answer as NonNullable<Outcome['answer']>), requestId };
  }
}

/** A copy of an answer: the original names the URL with the key in it. */
export function responseOf({ status, statusText, headers, text }: NonNullable<Outcome['answer']>): Response {
  return new Response([204, 205, 304].includes(status) ? null : text, { status, statusText, headers });
}
