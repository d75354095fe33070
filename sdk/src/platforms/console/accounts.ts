import type { BodyOf, CallOptions, ChaveiroClient, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** Accounts, as their dashboards show them. */
export class ConsoleAccounts {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** Plan, key limit and keys in use. */
  get(accountId: string, options?: CallOptions): Promise<ResultOf<'getAccount'>> {
    return dataOf(this.#calls.GET('/accounts/{accountId}', { ...passed(options), ...at(accountId) }));
  }

  /** Changes an account. A plan that has no API access does to the keys what the platform's policy says. */
  update(accountId: string, change: BodyOf<'updateAccount'>, options?: CallOptions): Promise<ResultOf<'updateAccount'>> {
    return dataOf(this.#calls.PATCH('/accounts/{accountId}', { ...passed(options), ...at(accountId), body: change }));
  }
}

function at(accountId: string) {
  return { params: { path: { accountId } } };
}
