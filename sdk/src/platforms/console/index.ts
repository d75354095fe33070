// The console client, for the mock server only: one class, one file a resource.
import type { KeyInput } from '../../auth/index.ts';
import { callerOf, connect, type ConnectionOptions } from '../../http/index.ts';
import type { SchemaOf } from '../../types.ts';
import { PlatformClient } from '../platform-client.ts';
import { ConsoleAccounts } from './accounts.ts';
import { ConsoleKeys } from './keys.ts';
import { ConsoleLogs } from './logs.ts';
import type { ConsoleErrorCode } from './codes.ts';
import { consoleProfile } from './profile.ts';

export interface ConsoleOptions extends ConnectionOptions {
  /** The session of a dashboard user, such as `chaveiro-console-owner`. */
  readonly session: KeyInput;
  /** The address of the mock server. */
  readonly baseUrl: string;
}

/**
 * What people do with keys in the three dashboards, on the mock server.
 *
 * ```ts
 * const console = new Console({ session: 'chaveiro-console-owner', baseUrl: 'http://localhost:4010' });
 * await console.keys.disable('acc_pingback_pro', 'key_1');
 * ```
 */
export class Console extends PlatformClient {
  readonly accounts: ConsoleAccounts;
  readonly keys: ConsoleKeys;
  readonly logs: ConsoleLogs;

  /** @throws InvalidKeyError for a malformed session, TypeError for an option that cannot be used */
  constructor(options: ConsoleOptions) {
    const connection = connect(consoleProfile, options, { consoleSession: options.session });
    super(connection);
    const call = callerOf<ConsoleErrorCode>(connection);
    this.accounts = new ConsoleAccounts(call);
    this.keys = new ConsoleKeys(call);
    this.logs = new ConsoleLogs(call);
  }
}

export { ConsoleAccounts, ConsoleKeys, ConsoleLogs };
export type ConsoleAccount = SchemaOf<'ConsoleAccount'>;
export type ConsoleApiKey = SchemaOf<'ConsoleApiKey'>;
export type ConsoleApiLog = SchemaOf<'ConsoleApiLog'>;
export type { ConsoleErrorCode } from './codes.ts';
