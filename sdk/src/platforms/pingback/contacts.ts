import type { BodyOf, CallOptions, ChaveiroClient, QueryOf, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** Contacts (Contatos). A contact is addressed by its e-mail. */
export class PingbackContacts {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** One page; pages count from 0. */
  list(query: QueryOf<'listContacts'> = {}, options?: CallOptions): Promise<ResultOf<'listContacts'>> {
    return dataOf(this.#calls.GET('/contacts', { ...passed(options), params: { query } }));
  }

  /** @throws ConflictError when there is a contact with this e-mail */
  create(contact: BodyOf<'createContact'>, options?: CallOptions): Promise<ResultOf<'createContact'>> {
    return dataOf(this.#calls.POST('/contacts', { ...passed(options), body: contact }));
  }

  /** @throws NotFoundError when there is no contact with this e-mail */
  get(email: string, options?: CallOptions): Promise<ResultOf<'getContact'>> {
    return dataOf(this.#calls.GET('/contacts/{email}', { ...passed(options), params: { path: { email } } }));
  }

  /** Changes attributes: flat here, and not under `attributes` as in `create`. */
  update(email: string, attributes: BodyOf<'updateContact'>, options?: CallOptions): Promise<ResultOf<'updateContact'>> {
    const call = { ...passed(options), params: { path: { email } }, body: attributes };
    return dataOf(this.#calls.PUT('/contacts/{email}', call));
  }

  /** Deletes a contact. */
  delete(email: string, options?: CallOptions): Promise<ResultOf<'deleteContact'>> {
    return dataOf(this.#calls.DELETE('/contacts/{email}', { ...passed(options), params: { path: { email } } }));
  }
}
