// The Zenvio client: one class, one file a resource.
import type { KeyInput } from '../../auth/index.ts';
import { callerOf, connect, type ConnectionOptions } from '../../http/index.ts';
import type { SchemaOf } from '../../types.ts';
import { PlatformClient } from '../platform-client.ts';
import { ZenvioInstances } from './instances.ts';
import { ZenvioLogs } from './logs.ts';
import { ZenvioMessages } from './messages.ts';
import type { ZenvioErrorCode } from './codes.ts';
import { zenvioProfile } from './profile.ts';

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
  readonly messages: ZenvioMessages;
  readonly instances: ZenvioInstances;
  readonly logs: ZenvioLogs;

  /** @throws InvalidKeyError for a malformed key, TypeError for an option that cannot be used */
  constructor(options: ZenvioOptions = {}) {
    const connection = connect(zenvioProfile, options, { zenvioKey: options.apiKey });
    super(connection);
    const call = callerOf<ZenvioErrorCode>(connection);
    this.messages = new ZenvioMessages(call);
    this.instances = new ZenvioInstances(call);
    this.logs = new ZenvioLogs(call);
  }
}

export { ZenvioInstances, ZenvioLogs, ZenvioMessages };
export type ZenvioSendMessage = SchemaOf<'ZenvioSendMessage'>;
export type ZenvioMessage = SchemaOf<'ZenvioMessage'>;
export type ZenvioInstance = SchemaOf<'ZenvioInstance'>;
export type ZenvioLog = SchemaOf<'ZenvioLog'>;
export type { ZenvioErrorCode } from './codes.ts';
