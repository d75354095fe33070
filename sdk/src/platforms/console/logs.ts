import type { CallOptions, ChaveiroClient, QueryOf, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** The log of an account: which key made which request. */
export class ConsoleLogs {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** One page of the log. */
  list(accountId: string, query: QueryOf<'listApiLogs'> = {}, options?: CallOptions): Promise<ResultOf<'listApiLogs'>> {
    const call = { ...passed(options), params: { path: { accountId }, query } };
    return dataOf(this.#calls.GET('/accounts/{accountId}/api-logs', call));
  }
}
