import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, QueryOf, ResultOf, SchemaOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import { Rows } from '../rows.ts';
import type { PingbackErrorCode } from './codes.ts';

/**
 * Contacts (Contatos). A contact is addressed by its e-mail.
 *
 * ```ts
 * for await (const { email } of pingback.contacts.all()) console.log(email);
 * ```
 */
export class PingbackContacts extends Resource<PingbackErrorCode> {
  /**
   * One page; pages count from 0.
   *
   * ```ts
   * const { data } = await pingback.contacts.list({ page: 0 });
   * console.log(data.total, data.data[0]?.email);
   * ```
   */
  list(query: QueryOf<'listContacts'> = {}, options?: CallOptions): Call<ResultOf<'listContacts'>, PingbackErrorCode> {
    return this.call('listContacts', { query }, options);
  }

  /**
   * All contacts, page after page, from `query.page` on.
   *
   * ```ts
   * for await (const contact of pingback.contacts.all()) console.log(contact.email);
   * ```
   */
  all(query: QueryOf<'listContacts'> = {}, options?: CallOptions): Rows<SchemaOf<'PingbackContact'>, ResultOf<'listContacts'>> {
    return new Rows({
      start: query.page ?? 0,
      first: 0,
      load: (page) => this.list({ ...query, page }, options),
      read: ({ data }) => [data?.data, data?.total],
      signal: options?.signal,
    });
  }

  /**
   * Creates a contact.
   *
   * ```ts
   * const { data } = await pingback.contacts.create({ email: 'ana@exemplo.com.br', attributes: { name: 'Ana Souza' } });
   * ```
   *
   * @throws ConflictError when there is a contact with this e-mail
   */
  create(contact: BodyOf<'createContact'>, options?: CallOptions): Call<ResultOf<'createContact'>, PingbackErrorCode> {
    return this.call('createContact', { body: contact }, options);
  }

  /**
   * A contact and its attributes.
   *
   * ```ts
   * const { data } = await pingback.contacts.get('ana@exemplo.com.br');
   * ```
   *
   * @throws NotFoundError when there is no contact with this e-mail
   */
  get(email: string, options?: CallOptions): Call<ResultOf<'getContact'>, PingbackErrorCode> {
    return this.call('getContact', { path: { email } }, options);
  }

  /**
   * Changes attributes: flat here, and not under `attributes` as in `create`.
   *
   * ```ts
   * await pingback.contacts.update('ana@exemplo.com.br', { phone: '+5531999999999' });
   * ```
   */
  update(
    email: string,
    attributes: BodyOf<'updateContact'>,
    options?: CallOptions,
  ): Call<ResultOf<'updateContact'>, PingbackErrorCode> {
    return this.call('updateContact', { path: { email }, body: attributes }, options);
  }

  /**
   * Deletes a contact.
   *
   * ```ts
   * await pingback.contacts.delete('ana@exemplo.com.br');
   * ```
   */
  delete(email: string, options?: CallOptions): Call<ResultOf<'deleteContact'>, PingbackErrorCode> {
    return this.call('deleteContact', { path: { email } }, options);
  }
}
