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
export interface Call<T, Code extends ErrorCode = ErrorCode> extends Promise<T> {
  /**
   * The error in place of a throw. The reason of an aborted signal is still thrown, as it is.
   *
   * ```ts
   * const { data, error } = await rd.conversions.create(lead).safe();
   * if (error) console.log(error.code, error.hint);
   * ```
   */
  safe(): Promise<SafeResult<T, Code>>;

  /**
   * The data with the answer's headers and status.
   *
   * ```ts
   * const { data, response, requestId } = await zenvio.messages.get('msg_1').withResponse();
   * ```
   */
  withResponse(): Promise<WithResponse<T>>;
}

export function callOf<T, Code extends ErrorCode>(outcome: Promise<Outcome>): Call<T, Code> {
  const result = outcome.then(({ data, error }) => {
    if (error) throw error;
    return data as T;
  });
  return Object.assign(result, {
    safe: () =>
      result.then(
        (data) => ({ data, error: undefined }),
        (error: unknown) => {
          if (error instanceof ChaveiroError) return { data: undefined, error: error as ChaveiroError & { readonly code: Code } };
          throw error;
        },
      ),
    async withResponse() {
      const data = await result;
      const { answer, text, requestId } = await outcome;
      // A copy of the answer: the original names the URL with the key in it.
      return { data, response: new Response(text || null, answer), requestId };
    },
  });
}
