import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, QueryOf, ResultOf, SchemaOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import { Rows } from '../rows.ts';
import type { PingbackErrorCode } from './codes.ts';

/**
 * Segments (Segmentações).
 *
 * ```ts
 * for await (const { id, name } of pingback.segments.all()) console.log(id, name);
 * ```
 */
export class PingbackSegments extends Resource<PingbackErrorCode> {
  /**
   * One page of ten; pages count from 0.
   *
   * ```ts
   * const { data } = await pingback.segments.list({ page: 0 });
   * ```
   */
  list(query: QueryOf<'listSegments'> = {}, options?: CallOptions): Call<ResultOf<'listSegments'>, PingbackErrorCode> {
    return this.call('listSegments', { query }, options);
  }

  /**
   * All segments, page after page, from `query.page` on.
   *
   * ```ts
   * for await (const segment of pingback.segments.all()) console.log(segment.name);
   * ```
   */
  all(query: QueryOf<'listSegments'> = {}, options?: CallOptions): Rows<SchemaOf<'PingbackSegment'>, ResultOf<'listSegments'>> {
    return new Rows({
      start: query.page ?? 0,
      first: 0,
      load: (page) => this.list({ ...query, page }, options),
      read: ({ data }) => [data?.data, data?.total],
      signal: options?.signal,
    });
  }

  /**
   * Adds a contact to one or more segments.
   *
   * ```ts
   * await pingback.segments.addContact('ana@exemplo.com.br', { segmentedListsIds: [segmentId] });
   * ```
   */
  addContact(
    email: string,
    segments: BodyOf<'addContactToSegments'>,
    options?: CallOptions,
  ): Call<ResultOf<'addContactToSegments'>, PingbackErrorCode> {
    return this.call('addContactToSegments', { path: { email }, body: segments }, options);
  }
}
