import type { Call } from '../../http/index.ts';
import type { CallOptions, QueryOf, ResultOf, SchemaOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import { Rows } from '../rows.ts';
import type { ConsoleErrorCode } from './codes.ts';

/**
 * The log of an account: which key made which request.
 *
 * ```ts
 * for await (const { keyName, decision } of console.logs.all('acc_pingback_pro')) console.info(keyName, decision);
 * ```
 */
export class ConsoleLogs extends Resource<ConsoleErrorCode> {
  /**
   * One page of the log, newest first; pages count from 1.
   *
   * ```ts
   * const { items, total } = await console.logs.list('acc_pingback_pro', { status: 403 });
   * ```
   */
  list(
    accountId: string,
    query: QueryOf<'listApiLogs'> = {},
    options?: CallOptions,
  ): Call<ResultOf<'listApiLogs'>, ConsoleErrorCode> {
    return this.call('listApiLogs', { path: { accountId }, query }, options);
  }

  /**
   * All entries, newest first, page after page, from `query.page` on. What is logged while the loop runs does not come.
   *
   * ```ts
   * for await (const entry of console.logs.all('acc_pingback_pro', { keyId: 'key_pingback_active' })) {
   *   console.info(entry.at, entry.path, entry.decision);
   * }
   * ```
   */
  all(
    accountId: string,
    query: QueryOf<'listApiLogs'> = {},
    options?: CallOptions,
  ): Rows<SchemaOf<'ConsoleApiLog'>, ResultOf<'listApiLogs'>> {
    return new Rows({
      start: query.page ?? 1,
      first: 1,
      load: (page) => this.list(accountId, { ...query, page }, options),
      read: ({ items, total }) => [items, total],
      signal: options?.signal,
    });
  }
}
