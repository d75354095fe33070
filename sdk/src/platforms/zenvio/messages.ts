import type { BodyOf, CallOptions, ChaveiroClient, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** WhatsApp messages (Mensagens). Needs the scope `whatsapp:send`. */
export class ZenvioMessages {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** Queues a message to one or more numbers; one message a number. Queued is not delivered: `get` tells. */
  send(message: BodyOf<'sendMessage'>, options?: CallOptions): Promise<ResultOf<'sendMessage'>> {
    return dataOf(this.#calls.POST('/whatsapp/messages', { ...passed(options), body: message }));
  }

  /** A message and how far it got. */
  get(messageId: string, options?: CallOptions): Promise<ResultOf<'getMessage'>> {
    return dataOf(this.#calls.GET('/whatsapp/messages/{messageId}', { ...passed(options), ...at(messageId) }));
  }

  /** Changes the text of a text message that was sent. */
  edit(messageId: string, change: BodyOf<'editMessage'>, options?: CallOptions): Promise<ResultOf<'editMessage'>> {
    const call = { ...passed(options), ...at(messageId), body: change };
    return dataOf(this.#calls.PATCH('/whatsapp/messages/{messageId}/edit', call));
  }

  /** Calls off a message that is queued or scheduled. */
  cancel(messageId: string, options?: CallOptions): Promise<ResultOf<'cancelMessage'>> {
    return dataOf(this.#calls.POST('/whatsapp/messages/{messageId}/cancel', { ...passed(options), ...at(messageId) }));
  }

  /** Takes a message back for everyone. */
  delete(messageId: string, options?: CallOptions): Promise<ResultOf<'deleteMessage'>> {
    return dataOf(this.#calls.DELETE('/whatsapp/messages/{messageId}', { ...passed(options), ...at(messageId) }));
  }
}

function at(messageId: string) {
  return { params: { path: { messageId } } };
}
