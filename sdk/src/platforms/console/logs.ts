import type { Call } from '../../http/index.ts';
import type { CallOptions, QueryOf, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { ConsoleErrorCode } from './codes.ts';

/** The log of an account: which key made which request. */
export class ConsoleLogs extends Resource<ConsoleErrorCode> {
  /** One page of the log. */
  list(
    accountId: string,
    query: QueryOf<'listApiLogs'> = {},
    options?: CallOptions,
  ): Call<ResultOf<'listApiLogs'>, ConsoleErrorCode> {
    return this.call('listApiLogs', { path: { accountId }, query }, options);
  }
}
