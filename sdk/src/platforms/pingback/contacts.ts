import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, QueryOf, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { PingbackErrorCode } from './codes.ts';

/** Contacts (Contatos). A contact is addressed by its e-mail. */
export class PingbackContacts extends Resource<PingbackErrorCode> {
  /** One page; pages count from 0. */
  list(query: QueryOf<'listContacts'> = {}, options?: CallOptions): Call<ResultOf<'listContacts'>, PingbackErrorCode> {
    return this.call('listContacts', { query }, options);
  }

  /** @throws ConflictError when there is a contact with this e-mail */
  create(contact: BodyOf<'createContact'>, options?: CallOptions): Call<ResultOf<'createContact'>, PingbackErrorCode> {
    return this.call('createContact', { body: contact }, options);
  }

  /** @throws NotFoundError when there is no contact with this e-mail */
  get(email: string, options?: CallOptions): Call<ResultOf<'getContact'>, PingbackErrorCode> {
    return this.call('getContact', { path: { email } }, options);
  }

  /** Changes attributes: flat here, and not under `attributes` as in `create`. */
  update(
    email: string,
    attributes: BodyOf<'updateContact'>,
    options?: CallOptions,
  ): Call<ResultOf<'updateContact'>, PingbackErrorCode> {
    return this.call('updateContact', { path: { email }, body: attributes }, options);
  }

  /** Deletes a contact. */
  delete(email: string, options?: CallOptions): Call<ResultOf<'deleteContact'>, PingbackErrorCode> {
    return this.call('deleteContact', { path: { email } }, options);
  }
}
