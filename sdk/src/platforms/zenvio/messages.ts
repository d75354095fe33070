import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { ZenvioErrorCode } from './codes.ts';

/** WhatsApp messages (Mensagens). Needs the scope `whatsapp:send`. */
export class ZenvioMessages extends Resource<ZenvioErrorCode> {
  /** Queues a message to one or more numbers; one message a number. Queued is not delivered: `get` tells. */
  send(message: BodyOf<'sendMessage'>, options?: CallOptions): Call<ResultOf<'sendMessage'>, ZenvioErrorCode> {
    return this.call('sendMessage', { body: message }, options);
  }

  /** A message and how far it got. */
  get(messageId: string, options?: CallOptions): Call<ResultOf<'getMessage'>, ZenvioErrorCode> {
    return this.call('getMessage', { path: { messageId } }, options);
  }

  /** Changes the text of a text message that was sent. */
  edit(messageId: string, change: BodyOf<'editMessage'>, options?: CallOptions): Call<ResultOf<'editMessage'>, ZenvioErrorCode> {
    return this.call('editMessage', { path: { messageId }, body: change }, options);
  }

  /** Calls off a message that is queued or scheduled. */
  cancel(messageId: string, options?: CallOptions): Call<ResultOf<'cancelMessage'>, ZenvioErrorCode> {
    return this.call('cancelMessage', { path: { messageId } }, options);
  }

  /** Takes a message back for everyone. */
  delete(messageId: string, options?: CallOptions): Call<ResultOf<'deleteMessage'>, ZenvioErrorCode> {
    return this.call('deleteMessage', { path: { messageId } }, options);
  }
}
