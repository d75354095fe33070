import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, QueryOf, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { ConsoleErrorCode } from './codes.ts';

/** Accounts, as their dashboards show them. */
export class ConsoleAccounts extends Resource<ConsoleErrorCode> {
  /** The accounts that this session may see. */
  list(query: QueryOf<'listAccounts'> = {}, options?: CallOptions): Call<ResultOf<'listAccounts'>, ConsoleErrorCode> {
    return this.call('listAccounts', { query }, options);
  }

  /** What the platform's policy says of this account's keys: how many, and what can be done with them. */
  keyRules(accountId: string, options?: CallOptions): Call<ResultOf<'getKeyRules'>, ConsoleErrorCode> {
    return this.call('getKeyRules', { path: { accountId } }, options);
  }

  /** Plan, key limit and keys in use. */
  get(accountId: string, options?: CallOptions): Call<ResultOf<'getAccount'>, ConsoleErrorCode> {
    return this.call('getAccount', { path: { accountId } }, options);
  }

  /** Changes an account. A plan that has no API access does to the keys what the platform's policy says. */
  update(
    accountId: string,
    change: BodyOf<'updateAccount'>,
    options?: CallOptions,
  ): Call<ResultOf<'updateAccount'>, ConsoleErrorCode> {
    return this.call('updateAccount', { path: { accountId }, body: change }, options);
  }
}
