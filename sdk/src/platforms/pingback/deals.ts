import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { PingbackErrorCode } from './codes.ts';

/**
 * Deals (Negócios). A deal names its contact by id, not by e-mail.
 *
 * ```ts
 * const { data: contact } = await pingback.contacts.get('ana@exemplo.com.br');
 * await pingback.deals.create({ contactId: contact.id, pipelineId, stageId });
 * ```
 */
export class PingbackDeals extends Resource<PingbackErrorCode> {
  /**
   * Creates a deal for a contact.
   *
   * ```ts
   * await pingback.deals.create({ contactId, pipelineId, stageId, attributes: { pb_name: 'Plano anual' } });
   * ```
   *
   * @throws ConflictError when the contact has a deal already
   */
  create(deal: BodyOf<'createDeal'>, options?: CallOptions): Call<ResultOf<'createDeal'>, PingbackErrorCode> {
    return this.call('createDeal', { body: deal }, options);
  }

  /**
   * Changes a deal: its stage, contact or attributes.
   *
   * ```ts
   * await pingback.deals.update(dealId, { stageId: nextStageId });
   * ```
   */
  update(dealId: string, deal: BodyOf<'updateDeal'>, options?: CallOptions): Call<ResultOf<'updateDeal'>, PingbackErrorCode> {
    return this.call('updateDeal', { path: { dealId }, body: deal }, options);
  }
}
