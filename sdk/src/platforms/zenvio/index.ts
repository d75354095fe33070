// The Zenvio client: one class, one file a resource.
import type { KeyInput } from '../../auth/index.ts';
import { callerOf, connect, type ConnectionOptions } from '../../http/index.ts';
import type { BodyOf, SchemaOf } from '../../types.ts';
import { PlatformClient } from '../platform-client.ts';
import { ZenvioInstances } from './instances.ts';
import { ZenvioLogs } from './logs.ts';
import { ZenvioMessages } from './messages.ts';
import type { ZenvioErrorCode } from './codes.ts';
import { zenvioProfile } from './profile.ts';

/**
 * What the Zenvio client takes.
 *
 * ```ts
 * const options: ZenvioOptions = { apiKey: keyRing([currentKey, nextKey]) };
 * ```
 */
export interface ZenvioOptions extends ConnectionOptions {
  /** A key of the workspace, `sk_live_…`; `ZENVIO_API_KEY` by default. */
  readonly apiKey?: KeyInput | undefined;
}

/**
 * The Zenvio WhatsApp API.
 *
 * ```ts
 * const zenvio = new Zenvio();
 * const { message_ids } = await zenvio.messages.send({
 *   instance_id: 'inst_1',
 *   to: ['5511999999999'],
 *   type: 'text',
 *   payload: { message: 'Olá!' },
 * });
 * ```
 */
export class Zenvio extends PlatformClient {
  /** WhatsApp messages (Mensagens). */
  declare readonly messages: ZenvioMessages;
  /** WhatsApp instances (Instâncias). */
  declare readonly instances: ZenvioInstances;
  /** Which key made which request. */
  declare readonly logs: ZenvioLogs;

  /** @throws InvalidKeyError for a malformed key, TypeError for an option that cannot be used */
  constructor(options: ZenvioOptions = {}) {
    const { apiKey, ...settings } = options;
    const connection = connect(zenvioProfile, settings, { zenvioKey: apiKey });
    super(connection);
    const call = callerOf<ZenvioErrorCode>(connection);
    this.messages = new ZenvioMessages(call);
    this.instances = new ZenvioInstances(call);
    this.logs = new ZenvioLogs(call);
  }
}

export { ZenvioInstances, ZenvioLogs, ZenvioMessages };
export type { ZenvioErrorCode } from './codes.ts';

/**
 * A message to send.
 *
 * ```ts
 * const message: ZenvioSendMessage = {
 *   instance_id: 'inst_1',
 *   to: ['5511999999999'],
 *   type: 'text',
 *   payload: { message: 'Olá!' },
 * };
 * ```
 */
export type ZenvioSendMessage = BodyOf<'sendMessage'>;
/**
 * A message and how far it got.
 *
 * ```ts
 * const isRead = ({ status }: ZenvioMessage) => status === 'READ';
 * ```
 */
export type ZenvioMessage = SchemaOf<'ZenvioMessage'>;
/**
 * A connected phone.
 *
 * ```ts
 * const isActive = ({ status }: ZenvioInstance) => status === 'ACTIVE';
 * ```
 */
export type ZenvioInstance = SchemaOf<'ZenvioInstance'>;
/**
 * One request in the audit log.
 *
 * ```ts
 * const isRefused = ({ status }: ZenvioLog) => status >= 400;
 * ```
 */
export type ZenvioLog = SchemaOf<'ZenvioLog'>;
