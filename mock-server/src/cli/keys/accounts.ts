/** Finds accounts and keys on a running mock, and who acts on them. */
import { didYouMean } from '@chaveiro/openapi/policy';
import type { components } from '@chaveiro/openapi/types';
import { Option, type Command } from 'commander';
import { connect, sendable, withConnection, type Connection, type ConnectionFlags } from '../connection.ts';
import { CliError, EXIT } from '../exit.ts';

type Schemas = components['schemas'];

export type ShownKey = Schemas['ConsoleApiKey'];
export type ShownAccount = Pick<Schemas['ConsoleAccount'], 'id' | 'platform' | 'name' | 'plan'>;

export interface KeysFlags extends ConnectionFlags {
  readonly as: string;
}

/** The console as somebody who is signed in to it sees it. */
export interface Dashboard {
  readonly connection: Connection;
  accounts(): Promise<ShownAccount[]>;
  keysOf(accountId: string): Promise<ShownKey[]>;
  /** @throws {CliError} with the nearest id when there is no such key. */
  findKey(keyId: string, accountId?: string): Promise<ShownKey>;
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
}

/** Sessions that every fresh mock has. */
const ZERO_SETUP_SESSION = /^(owner|manager|member)$/;

export function withDashboard(command: Command): Command {
  return withConnection(command).addOption(
    new Option('--as <who>', 'owner, manager or member, or the token of a dashboard session').default('owner'),
  );
}

export function openDashboard(flags: KeysFlags): Dashboard {
  const connection = connect(flags);
  const as = ZERO_SETUP_SESSION.test(flags.as) ? `chaveiro-console-${flags.as}` : sendable('--as', flags.as);
  const ask = <T>(method: string, path: string, body?: unknown) =>
    connection.ask<T>(method, path, { as, ...(body !== undefined && { body }) });
  const accounts = async () => (await connection.ask<{ items: ShownAccount[] }>('GET', '/__mock/accounts')).items;
  const keysOf = async (accountId: string) =>
    (await ask<{ items: ShownKey[] }>('GET', `/accounts/${encodeURIComponent(accountId)}/api-keys`)).items;
  return {
    connection,
    ask,
    accounts,
    keysOf,
    async findKey(keyId, accountId) {
      const ids = accountId === undefined ? (await accounts()).map(({ id }) => id) : [accountId];
      const known: string[] = [];
      for (const id of ids) {
        const keys = await keysOf(id);
        const key = keys.find((each) => each.id === keyId);
        if (key) return key;
        known.push(...keys.map((each) => each.id));
      }
      const where = accountId === undefined ? '' : ` in ${accountId}`;
      throw new CliError(
        `There is no key "${keyId}"${where}${didYouMean(keyId, known) || '.'}\n"chaveiro keys list" shows the keys that there are; a deleted key is gone for good.`,
        EXIT.refused,
      );
    },
  };
}

export function keyPath({ accountId, id }: Pick<ShownKey, 'accountId' | 'id'>): string {
  return `/accounts/${encodeURIComponent(accountId)}/api-keys/${encodeURIComponent(id)}`;
}
