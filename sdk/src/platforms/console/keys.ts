import type { BodyOf, CallOptions, ChaveiroClient, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** API keys, as their dashboards manage them. */
export class ConsoleKeys {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** The account's keys, each secret masked. */
  list(accountId: string, options?: CallOptions): Promise<ResultOf<'listApiKeys'>> {
    const call = { ...passed(options), params: { path: { accountId } } };
    return dataOf(this.#calls.GET('/accounts/{accountId}/api-keys', call));
  }

  /**
   * Creates a key; the answer holds its secret.
   *
   * @throws ConflictError when the account has all the keys that it may have, or one of this name
   */
  create(accountId: string, key: BodyOf<'createApiKey'>, options?: CallOptions): Promise<ResultOf<'createApiKey'>> {
    const call = { ...passed(options), params: { path: { accountId } }, body: key };
    return dataOf(this.#calls.POST('/accounts/{accountId}/api-keys', call));
  }

  /** One key, its secret masked. */
  get(accountId: string, keyId: string, options?: CallOptions): Promise<ResultOf<'getApiKey'>> {
    const call = { ...passed(options), ...at(accountId, keyId) };
    return dataOf(this.#calls.GET('/accounts/{accountId}/api-keys/{keyId}', call));
  }

  /** @throws ConflictError for a change that the platform does not have */
  update(
    accountId: string,
    keyId: string,
    change: BodyOf<'updateApiKey'>,
    options?: CallOptions,
  ): Promise<ResultOf<'updateApiKey'>> {
    const call = { ...passed(options), ...at(accountId, keyId), body: change };
    return dataOf(this.#calls.PATCH('/accounts/{accountId}/api-keys/{keyId}', call));
  }

  /** Renomear: the key itself stays as it is. */
  rename(accountId: string, keyId: string, name: string, options?: CallOptions): Promise<ResultOf<'updateApiKey'>> {
    return this.update(accountId, keyId, { name }, options);
  }

  /** Desativar: every request with the key is refused until it is enabled. */
  disable(accountId: string, keyId: string, options?: CallOptions): Promise<ResultOf<'updateApiKey'>> {
    return this.update(accountId, keyId, { status: 'disabled' }, options);
  }

  /** Ativar. */
  enable(accountId: string, keyId: string, options?: CallOptions): Promise<ResultOf<'updateApiKey'>> {
    return this.update(accountId, keyId, { status: 'active' }, options);
  }

  /** Excluir, or revoke: for good. RD Station's keys cannot be deleted. */
  delete(accountId: string, keyId: string, options?: CallOptions): Promise<ResultOf<'deleteApiKey'>> {
    const call = { ...passed(options), ...at(accountId, keyId) };
    return dataOf(this.#calls.DELETE('/accounts/{accountId}/api-keys/{keyId}', call));
  }

  /** Revelar: the secret of a key. Zenvio's are shown once, at creation, and never again. */
  reveal(accountId: string, keyId: string, options?: CallOptions): Promise<ResultOf<'revealApiKey'>> {
    const call = { ...passed(options), ...at(accountId, keyId) };
    return dataOf(this.#calls.POST('/accounts/{accountId}/api-keys/{keyId}/reveal', call));
  }
}

function at(accountId: string, keyId: string) {
  return { params: { path: { accountId, keyId } } };
}
