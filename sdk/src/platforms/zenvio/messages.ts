import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { ZenvioErrorCode } from './codes.ts';

/**
 * WhatsApp messages (Mensagens). Needs the scope `whatsapp:send`.
 *
 * ```ts
 * const { message_ids } = await zenvio.messages.send(message);
 * const { status } = await zenvio.messages.get(message_ids[0]!);
 * ```
 */
export class ZenvioMessages extends Resource<ZenvioErrorCode> {
  /**
   * Queues a message to one or more numbers; one message a number. Queued is not delivered: `get` tells.
   *
   * Sent again by itself where the connection fails: each call has an idempotency key, by which Zenvio knows it for 24
   * hours. Give one of your own to make that hold beyond this call.
   *
   * ```ts
   * await zenvio.messages.send(
   *   { instance_id: 'inst_1', to: ['5511999999999'], type: 'text', payload: { message: 'Pedido confirmado' } },
   *   { idempotencyKey: 'pedido-8842-confirmacao' },
   * );
   * ```
   */
  send(message: BodyOf<'sendMessage'>, options?: CallOptions): Call<ResultOf<'sendMessage'>, ZenvioErrorCode> {
    return this.call('sendMessage', { body: message }, options);
  }

  /**
   * A message and how far it got.
   *
   * ```ts
   * const { status } = await zenvio.messages.get('msg_1');
   * ```
   */
  get(messageId: string, options?: CallOptions): Call<ResultOf<'getMessage'>, ZenvioErrorCode> {
    return this.call('getMessage', { path: { messageId } }, options);
  }

  /**
   * Changes the text of a text message that was sent.
   *
   * ```ts
   * await zenvio.messages.edit('msg_1', { text: 'Pedido confirmado para amanhã' });
   * ```
   */
  edit(messageId: string, change: BodyOf<'editMessage'>, options?: CallOptions): Call<ResultOf<'editMessage'>, ZenvioErrorCode> {
    return this.call('editMessage', { path: { messageId }, body: change }, options);
  }

  /**
   * Calls off a message that is queued or scheduled.
   *
   * ```ts
   * await zenvio.messages.cancel('msg_1');
   * ```
   */
  cancel(messageId: string, options?: CallOptions): Call<ResultOf<'cancelMessage'>, ZenvioErrorCode> {
    return this.call('cancelMessage', { path: { messageId } }, options);
  }

  /**
   * Takes a message back for everyone.
   *
   * ```ts
   * await zenvio.messages.delete('msg_1');
   * ```
   */
  delete(messageId: string, options?: CallOptions): Call<ResultOf<'deleteMessage'>, ZenvioErrorCode> {
    return this.call('deleteMessage', { path: { messageId } }, options);
  }
}
