import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, QueryOf, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { ConsoleErrorCode } from './codes.ts';

/**
 * Accounts, as their dashboards show them.
 *
 * ```ts
 * const { plan, keyLimit, keysInUse } = await console.accounts.get('acc_pingback_pro');
 * ```
 */
export class ConsoleAccounts extends Resource<ConsoleErrorCode> {
  /**
   * The accounts that the session may see.
   *
   * ```ts
   * const { items } = await console.accounts.list({ platform: 'zenvio' });
   * ```
   */
  list(query: QueryOf<'listAccounts'> = {}, options?: CallOptions): Call<ResultOf<'listAccounts'>, ConsoleErrorCode> {
    return this.call('listAccounts', { query }, options);
  }

  /**
   * What the platform's key policy allows to do with the account's keys, and by whom.
   *
   * ```ts
   * const { keyLimit, actions, secret } = await console.accounts.keyRules('acc_pingback_pro');
   * ```
   */
  keyRules(accountId: string, options?: CallOptions): Call<ResultOf<'getKeyRules'>, ConsoleErrorCode> {
    return this.call('getKeyRules', { path: { accountId } }, options);
  }

  /**
   * Plan, key limit and keys in use.
   *
   * ```ts
   * const account = await console.accounts.get('acc_pingback_pro');
   * ```
   */
  get(accountId: string, options?: CallOptions): Call<ResultOf<'getAccount'>, ConsoleErrorCode> {
    return this.call('getAccount', { path: { accountId } }, options);
  }

  /**
   * Changes an account. A plan that has no API access does to the keys what the platform's policy says.
   *
   * ```ts
   * await console.accounts.update('acc_pingback_pro', { plan: 'free' }); // its key is disabled
   * ```
   */
  update(
    accountId: string,
    change: BodyOf<'updateAccount'>,
    options?: CallOptions,
  ): Call<ResultOf<'updateAccount'>, ConsoleErrorCode> {
    return this.call('updateAccount', { path: { accountId }, body: change }, options);
  }
}
