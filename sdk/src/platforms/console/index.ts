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

/**
 * What the console client takes.
 *
 * ```ts
 * const options: ConsoleOptions = { session: 'chaveiro-console-manager', baseUrl: 'http://localhost:4010' };
 * ```
 */
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
  /** Accounts: plan, key limit, key policy. */
  declare readonly accounts: ConsoleAccounts;
  /** API keys. */
  declare readonly keys: ConsoleKeys;
  /** Which key made which request. */
  declare readonly logs: ConsoleLogs;

  /** @throws InvalidKeyError for a malformed session, TypeError for an option that cannot be used */
  constructor(options: ConsoleOptions) {
    const { session, ...settings } = options;
    const connection = connect(consoleProfile, settings, { consoleSession: session });
    super(connection);
    const call = callerOf<ConsoleErrorCode>(connection);
    this.accounts = new ConsoleAccounts(call);
    this.keys = new ConsoleKeys(call, connection.clock);
    this.logs = new ConsoleLogs(call);
  }
}

export { ConsoleAccounts, ConsoleKeys, ConsoleLogs };
export { RotationError } from './rotation/rotation-error.ts';
export type { RotateOptions, RotationReport, RotationStep, RotationWay, UseInLog } from './rotation/types.ts';
export type { ConsoleErrorCode } from './codes.ts';

/**
 * An account: `const account: ConsoleAccount = await console.accounts.get(id)`.
 *
 * ```ts
 * const isFull = ({ keyLimit, keysInUse }: ConsoleAccount) => keyLimit !== null && keysInUse >= keyLimit;
 * ```
 */
export type ConsoleAccount = SchemaOf<'ConsoleAccount'>;
/**
 * A key without its secret.
 *
 * ```ts
 * const isUnused = ({ lastUsedAt }: ConsoleApiKey) => lastUsedAt === null;
 * ```
 */
export type ConsoleApiKey = SchemaOf<'ConsoleApiKey'>;
/**
 * What an account's key policy allows.
 *
 * ```ts
 * const mustReuse = ({ actions, keyLimit }: ConsoleKeyRules) => keyLimit !== null && !actions.delete;
 * ```
 */
export type ConsoleKeyRules = SchemaOf<'ConsoleKeyRules'>;
/**
 * One request in the log.
 *
 * ```ts
 * const isRefused = ({ decision }: ConsoleApiLog) => decision !== 'allowed';
 * ```
 */
export type ConsoleApiLog = SchemaOf<'ConsoleApiLog'>;
