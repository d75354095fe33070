import type { CallOptions, ChaveiroClient, QueryOf, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** The audit log: which key made which request. Needs the scope `logs:read`. */
export class ZenvioLogs {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** One page; pages count from 1. */
  list(query: QueryOf<'listLogs'> = {}, options?: CallOptions): Promise<ResultOf<'listLogs'>> {
    return dataOf(this.#calls.GET('/logs', { ...passed(options), params: { query } }));
  }
}
