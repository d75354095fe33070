import type { BodyOf, CallOptions, ChaveiroClient, QueryOf, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** Segments (Segmentações). */
export class PingbackSegments {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** One page of ten; pages count from 0. */
  list(query: QueryOf<'listSegments'> = {}, options?: CallOptions): Promise<ResultOf<'listSegments'>> {
    return dataOf(this.#calls.GET('/segments', { ...passed(options), params: { query } }));
  }

  /** Adds a contact to one or more segments. */
  addContact(
    email: string,
    segments: BodyOf<'addContactToSegments'>,
    options?: CallOptions,
  ): Promise<ResultOf<'addContactToSegments'>> {
    const call = { ...passed(options), params: { path: { email } }, body: segments };
    return dataOf(this.#calls.POST('/segments/add-contact/{email}', call));
  }
}
