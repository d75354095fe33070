import type { BodyOf, CallOptions, ChaveiroClient, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** Inbound webhooks of automations (Automações). */
export class PingbackWebhooks {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /**
   * Starts an automation for a contact. The three ids are those in the address that the automation shows:
   * `…/webhook/{webhookId}/c/{channelUid}/w/{workflowId}`. Together they are its secret, so no key is sent, and errors
   * do not show them.
   */
  trigger(
    webhookId: string,
    channelUid: string,
    workflowId: string,
    contact: BodyOf<'triggerWebhook'>,
    options?: CallOptions,
  ): Promise<ResultOf<'triggerWebhook'>> {
    const call = { ...passed(options), params: { path: { webhookId, channelUid, workflowId } }, body: contact };
    return dataOf(this.#calls.POST('/webhook/{webhookId}/c/{channelUid}/w/{workflowId}', call));
  }
}
