import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, QueryOf, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { PingbackErrorCode } from './codes.ts';

/** Segments (Segmentações). */
export class PingbackSegments extends Resource<PingbackErrorCode> {
  /** One page of ten; pages count from 0. */
  list(query: QueryOf<'listSegments'> = {}, options?: CallOptions): Call<ResultOf<'listSegments'>, PingbackErrorCode> {
    return this.call('listSegments', { query }, options);
  }

  /** Adds a contact to one or more segments. */
  addContact(
    email: string,
    segments: BodyOf<'addContactToSegments'>,
    options?: CallOptions,
  ): Call<ResultOf<'addContactToSegments'>, PingbackErrorCode> {
    return this.call('addContactToSegments', { path: { email }, body: segments }, options);
  }
}
