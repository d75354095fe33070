import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { PingbackErrorCode } from './codes.ts';

/**
 * Inbound webhooks of automations (Automações).
 *
 * ```ts
 * await pingback.webhooks.trigger(webhookId, channelUid, workflowId, { email: 'ana@exemplo.com.br' });
 * ```
 */
export class PingbackWebhooks extends Resource<PingbackErrorCode> {
  /**
   * Starts an automation for a contact. The three ids are those in the address that the automation shows:
   * `…/webhook/{webhookId}/c/{channelUid}/w/{workflowId}`. Together they are its secret, so no key is sent, and errors
   * do not show them.
   *
   * ```ts
   * await pingback.webhooks.trigger(webhookId, channelUid, workflowId, {
   *   email: 'ana@exemplo.com.br',
   *   customFields: [{ fieldName: 'cargo', fieldValue: 'Gerente' }],
   * });
   * ```
   */
  trigger(
    webhookId: string,
    channelUid: string,
    workflowId: string,
    contact: BodyOf<'triggerWebhook'>,
    options?: CallOptions,
  ): Call<ResultOf<'triggerWebhook'>, PingbackErrorCode> {
    return this.call('triggerWebhook', { path: { webhookId, channelUid, workflowId }, body: contact }, options);
  }
}
