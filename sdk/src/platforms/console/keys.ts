import { systemClock, type Clock } from '../../http/clock.ts';
import type { Call, Caller } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { ConsoleErrorCode } from './codes.ts';
import { rotateKey } from './rotation/rotate.ts';
import type { RotateOptions, RotationReport } from './rotation/types.ts';

/**
 * API keys, as their dashboards manage them.
 *
 * ```ts
 * const { items } = await console.keys.list('acc_zenvio_demo');
 * const report = await console.keys.rotate('acc_zenvio_demo', items[0]!.id, { switchTo: (secret) => vault.write(secret) });
 * ```
 */
export class ConsoleKeys extends Resource<ConsoleErrorCode> {
  readonly #clock: Clock;

  constructor(call: Caller<ConsoleErrorCode>, clock: Clock = systemClock) {
    super(call);
    this.#clock = clock;
  }

  /**
   * Replaces a key by another one, and retires it: as the account's key policy allows, which is read first.
   *
   * ```ts
   * const report = await console.keys.rotate('acc_zenvio_demo', 'key_zenvio_active', {
   *   switchTo: (secret) => vault.write('zenvio', secret), // the integrations read it there
   *   verify: async (secret) => void (await new Zenvio({ apiKey: secret }).instances.list()),
   * });
   * console.info(report.way, report.newKeyId, report.gap);
   * ```
   *
   * Where there is room for two keys, the old one goes when the new one works (Zenvio: it is revoked; RD Station: it is
   * disabled). Where no key can be created any more, one that is disabled is used again. Where there is one key only
   * (Pingback), the old one goes first: `report.gap` says for how long the integrations had none.
   *
   * @throws RotationError where it does not come to its end; its `report` says what was done and which keys work.
   *   PlanRequiredError, ConflictError and the errors of calls where nothing was changed
   */
  rotate(accountId: string, keyId: string, options: RotateOptions): Promise<RotationReport> {
    return rotateKey((id, input, callOptions) => this.call(id, input, callOptions), this.#clock, accountId, keyId, options);
  }

  /**
   * The account's keys, each secret masked.
   *
   * ```ts
   * const { items } = await console.keys.list('acc_zenvio_demo');
   * ```
   */
  list(accountId: string, options?: CallOptions): Call<ResultOf<'listApiKeys'>, ConsoleErrorCode> {
    return this.call('listApiKeys', { path: { accountId } }, options);
  }

  /**
   * Creates a key; the answer holds its secret.
   *
   * ```ts
   * const { id, secret } = await console.keys.create('acc_zenvio_demo', { name: 'Lembretes', scopes: ['whatsapp:send'] });
   * ```
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

  /**
   * One key, its secret masked.
   *
   * ```ts
   * const { status, lastUsedAt } = await console.keys.get('acc_pingback_pro', 'key_pingback_active');
   * ```
   */
  get(accountId: string, keyId: string, options?: CallOptions): Call<ResultOf<'getApiKey'>, ConsoleErrorCode> {
    return this.call('getApiKey', { path: { accountId, keyId } }, options);
  }

  /**
   * Changes name and status at once: both or neither.
   *
   * ```ts
   * await console.keys.update('acc_pingback_pro', 'key_pingback_active', { name: 'CRM', status: 'disabled' });
   * ```
   *
   * @throws ConflictError for a change that the platform does not have
   */
  update(
    accountId: string,
    keyId: string,
    change: BodyOf<'updateApiKey'>,
    options?: CallOptions,
  ): Call<ResultOf<'updateApiKey'>, ConsoleErrorCode> {
    return this.call('updateApiKey', { path: { accountId, keyId }, body: change }, options);
  }

  /**
   * Renomear: the key itself stays as it is.
   *
   * ```ts
   * await console.keys.rename('acc_pingback_pro', 'key_pingback_active', 'CRM');
   * ```
   */
  rename(
    accountId: string,
    keyId: string,
    name: string,
    options?: CallOptions,
  ): Call<ResultOf<'updateApiKey'>, ConsoleErrorCode> {
    return this.update(accountId, keyId, { name }, options);
  }

  /**
   * Desativar: every request with the key is refused until it is enabled.
   *
   * ```ts
   * await console.keys.disable('acc_pingback_pro', 'key_pingback_active');
   * ```
   */
  disable(accountId: string, keyId: string, options?: CallOptions): Call<ResultOf<'updateApiKey'>, ConsoleErrorCode> {
    return this.update(accountId, keyId, { status: 'disabled' }, options);
  }

  /**
   * Ativar.
   *
   * ```ts
   * await console.keys.enable('acc_pingback_pro', 'key_pingback_active');
   * ```
   */
  enable(accountId: string, keyId: string, options?: CallOptions): Call<ResultOf<'updateApiKey'>, ConsoleErrorCode> {
    return this.update(accountId, keyId, { status: 'active' }, options);
  }

  /**
   * Excluir, or revoke: for good. RD Station's keys cannot be deleted.
   *
   * ```ts
   * await console.keys.delete('acc_zenvio_demo', 'key_zenvio_send_only');
   * ```
   *
   * @throws ConflictError where keys cannot be deleted
   */
  delete(accountId: string, keyId: string, options?: CallOptions): Call<ResultOf<'deleteApiKey'>, ConsoleErrorCode> {
    return this.call('deleteApiKey', { path: { accountId, keyId } }, options);
  }

  /**
   * Revelar: the secret of a key. Zenvio's are shown once, at creation, and never again.
   *
   * ```ts
   * const { secret } = await console.keys.reveal('acc_pingback_pro', 'key_pingback_active');
   * ```
   *
   * @throws ConflictError where only a hash of the key is kept
   */
  reveal(accountId: string, keyId: string, options?: CallOptions): Call<ResultOf<'revealApiKey'>, ConsoleErrorCode> {
    return this.call('revealApiKey', { path: { accountId, keyId } }, options);
  }
}
