import type { Call } from '../../http/index.ts';
import type { CallOptions, QueryOf, ResultOf, SchemaOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import { Rows } from '../rows.ts';
import type { ZenvioErrorCode } from './codes.ts';

/**
 * The audit log: which key made which request. Needs the scope `logs:read`.
 *
 * ```ts
 * for await (const { apiKeyId, endpoint } of zenvio.logs.all({ status: '401,403' })) console.log(apiKeyId, endpoint);
 * ```
 */
export class ZenvioLogs extends Resource<ZenvioErrorCode> {
  /**
   * One page, newest first; pages count from 1.
   *
   * ```ts
   * const { data, pagination } = await zenvio.logs.list({ page: 1, limit: 100 });
   * ```
   */
  list(query: QueryOf<'listLogs'> = {}, options?: CallOptions): Call<ResultOf<'listLogs'>, ZenvioErrorCode> {
    return this.call('listLogs', { query }, options);
  }

  /**
   * All entries, newest first, page after page, from `query.page` on. What is logged while the loop runs does not come; an
   * `endDate` keeps the pages from moving.
   *
   * ```ts
   * for await (const entry of zenvio.logs.all({ method: 'POST', endDate: new Date().toISOString() })) {
   *   console.log(entry.createdAt, entry.endpoint, entry.status);
   * }
   * ```
   */
  all(query: QueryOf<'listLogs'> = {}, options?: CallOptions): Rows<SchemaOf<'ZenvioLog'>, ResultOf<'listLogs'>> {
    return new Rows({
      start: query.page ?? 1,
      first: 1,
      load: (page) => this.list({ ...query, page }, options),
      read: ({ data, pagination }) => [data, pagination?.total],
      signal: options?.signal,
    });
  }
}
