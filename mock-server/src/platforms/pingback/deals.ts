/** Deals (negócios): each of one contact, in one stage of one pipeline; a contact has one deal at most. */
import { iso } from '../../core/clock.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { mergeAttributes } from './attributes.ts';
import { contactTable, dealTable, pipelineTable, type Pipeline } from './tables.ts';

export const deals = {
  /** What does not exist is told in the order contact, pipeline, stage, and before the conflict (inferred). */
  createDeal: (ctx) => {
    const { contactId, pipelineId, stageId, attributes } = ctx.body;
    const table = ctx.table(dealTable);
    const contact = ctx.table(contactTable).get(contactId);
    if (!contact) return ctx.example(404, 'contact_not_found');
    const pipeline = ctx.table(pipelineTable).get(pipelineId);
    if (!pipeline) return ctx.example(404, 'pipeline_not_found');
    if (!hasStage(pipeline, stageId)) return ctx.example(404, 'stage_not_found');
    if (table.find('contact', contactId).length > 0) return ctx.example(409, 'contact_associated_with_a_deal');
    const at = iso(ctx.now);
    const deal = table.insert({
      id: ctx.session.ids.uuid(),
      contactId,
      pipelineId,
      stageId,
      attributes: mergeAttributes({}, attributes),
      createdAt: at,
      updatedAt: at,
    });
    return ctx.reply(201, { message: 'Deal created', data: { id: deal.id, contactId, email: contact.email } });
  },

  /** A deal moves between the stages of its own pipeline; there is no field for another one. */
  updateDeal: (ctx) => {
    const { contactId, stageId, attributes } = ctx.body;
    const table = ctx.table(dealTable);
    const deal = table.get(ctx.path.dealId);
    if (!deal) return ctx.example(404, 'deal_not_found');
    if (contactId !== undefined && !ctx.table(contactTable).get(contactId)) return ctx.example(404, 'contact_not_found');
    if (stageId !== undefined && !hasStage(ctx.table(pipelineTable).get(deal.pipelineId), stageId)) {
      return ctx.example(404, 'stage_not_found');
    }
    if (contactId !== undefined && table.find('contact', contactId).some((other) => other.id !== deal.id)) {
      return ctx.example(409, 'contact_associated_with_a_deal');
    }
    table.update(deal.id, {
      ...(contactId !== undefined && { contactId }),
      ...(stageId !== undefined && { stageId }),
      attributes: mergeAttributes(deal.attributes, attributes),
      updatedAt: iso(ctx.now),
    });
    return ctx.reply(200, { message: 'Deal updated', data: { id: deal.id } });
  },
} satisfies Behaviours<'createDeal' | 'updateDeal'>;

function hasStage(pipeline: Pipeline | undefined, stageId: string): boolean {
  return pipeline?.stages.some((stage) => stage.id === stageId) ?? false;
}
