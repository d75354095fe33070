import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { ConsoleErrorCode } from './codes.ts';

/** API keys, as their dashboards manage them. */
export class ConsoleKeys extends Resource<ConsoleErrorCode> {
  /** The account's keys, each secret masked. */
  list(accountId: string, options?: CallOptions): Call<ResultOf<'listApiKeys'>, ConsoleErrorCode> {
    return this.call('listApiKeys', { path: { accountId } }, options);
  }

  /**
   * Creates a key; the answer holds its secret.
   *
   * @throws ConflictError when the account has all the keys that it may have, or one of this name
   */
  create(
    accountId: string,
    key: BodyOf<'createApiKey'>,
    options?: CallOptions,
  ): Call<ResultOf<'createApiKey'>, ConsoleErrorCode> {
    return this.call('createApiKey', { path: { accountId }, body: key }, options);
  }

  /** One key, its secret masked. */
  get(accountId: string, keyId: string, options?: CallOptions): Call<ResultOf<'getApiKey'>, ConsoleErrorCode> {
    return this.call('getApiKey', { path: { accountId, keyId } }, options);
  }

  /** @throws ConflictError for a change that the platform does not have */
  update(
    accountId: string,
    keyId: string,
    change: BodyOf<'updateApiKey'>,
    options?: CallOptions,
  ): Call<ResultOf<'updateApiKey'>, ConsoleErrorCode> {
    return this.call('updateApiKey', { path: { accountId, keyId }, body: change }, options);
  }

  /** Renomear: the key itself stays as it is. */
  rename(
    accountId: string,
    keyId: string,
    name: string,
    options?: CallOptions,
  ): Call<ResultOf<'updateApiKey'>, ConsoleErrorCode> {
    return this.update(accountId, keyId, { name }, options);
  }

  /** Desativar: every request with the key is refused until it is enabled. */
  disable(accountId: string, keyId: string, options?: CallOptions): Call<ResultOf<'updateApiKey'>, ConsoleErrorCode> {
    return this.update(accountId, keyId, { status: 'disabled' }, options);
  }

  /** Ativar. */
  enable(accountId: string, keyId: string, options?: CallOptions): Call<ResultOf<'updateApiKey'>, ConsoleErrorCode> {
    return this.update(accountId, keyId, { status: 'active' }, options);
  }

  /** Excluir, or revoke: for good. RD Station's keys cannot be deleted. */
  delete(accountId: string, keyId: string, options?: CallOptions): Call<ResultOf<'deleteApiKey'>, ConsoleErrorCode> {
    return this.call('deleteApiKey', { path: { accountId, keyId } }, options);
  }

  /** Revelar: the secret of a key. Zenvio's are shown once, at creation, and never again. */
  reveal(accountId: string, keyId: string, options?: CallOptions): Call<ResultOf<'revealApiKey'>, ConsoleErrorCode> {
    return this.call('revealApiKey', { path: { accountId, keyId } }, options);
  }
}
