// The console client, for the mock server only: one class, one file a resource.
import { connect, type ConnectionOptions } from '../../http/index.ts';
import type { SchemaOf } from '../../types.ts';
import { callsOf, PlatformClient } from '../platform-client.ts';
import { ConsoleAccounts } from './accounts.ts';
import { ConsoleKeys } from './keys.ts';
import { ConsoleLogs } from './logs.ts';
import { consoleProfile } from './profile.ts';

export interface ConsoleOptions extends ConnectionOptions {
  /** The session of a dashboard user, such as `chaveiro-console-owner`. */
  readonly session: string;
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
    const calls = callsOf(connection);
    this.accounts = new ConsoleAccounts(calls);
    this.keys = new ConsoleKeys(calls);
    this.logs = new ConsoleLogs(calls);
  }
}

export { ConsoleAccounts, ConsoleKeys, ConsoleLogs };
export type ConsoleAccount = SchemaOf<'ConsoleAccount'>;
export type ConsoleApiKey = SchemaOf<'ConsoleApiKey'>;
export type ConsoleApiLog = SchemaOf<'ConsoleApiLog'>;
