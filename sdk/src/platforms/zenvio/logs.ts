import type { Call } from '../../http/index.ts';
import type { CallOptions, QueryOf, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { ZenvioErrorCode } from './codes.ts';

/** The audit log: which key made which request. Needs the scope `logs:read`. */
export class ZenvioLogs extends Resource<ZenvioErrorCode> {
  /** One page; pages count from 1. */
  list(query: QueryOf<'listLogs'> = {}, options?: CallOptions): Call<ResultOf<'listLogs'>, ZenvioErrorCode> {
    return this.call('listLogs', { query }, options);
  }
}
