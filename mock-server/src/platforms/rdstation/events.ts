/** `POST /platform/events` and its batch: conversions and everything else that happens to a lead, by OAuth token. */
import { iso } from '../../core/clock.ts';
import type { components } from '@chaveiro/openapi/types';
import type { Answer } from '../../document/examples.ts';
import type { Issue } from '../../document/issue.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { customFieldIssues } from './custom-fields.ts';
import { errorsOf } from './invalid-request.ts';
import { findLead, hasCapitals, recordConversion, type Storage } from './leads.ts';
import { eventTable, leadTable, type Funnel } from './tables.ts';
import { trafficIssues } from './traffic-source.ts';
import { emitOpportunity } from './webhooks.ts';

type SentEvent = components['schemas']['RdStationEvent'];

type Qualification = components['schemas']['RdStationOpportunity' | 'RdStationSale' | 'RdStationOpportunityLost'];

export const events = {
  createEvent: (ctx) => {
    const event = ctx.body;
    const issues = issuesOf(ctx, event, []);
    if (issues.length > 0) return ctx.invalid(issues);
    if (refusesTags(ctx.choices) && hasCapitalTags(event)) return ctx.example(400, 'tags_not_lowercase');
    return ctx.reply(200, { event_uuid: recordEvent(ctx, event) });
  },

  /**
   * In the order sent. With one event that does not fit none is stored, unless the session chose `per_item` (inferred:
   * partial failure is not documented).
   */
  createEventBatch: (ctx) => {
    const batch = ctx.body;
    const issues = batch.flatMap((event, index) => issuesOf(ctx, event, [index]));
    if (issues.length > 0) return partialBatch(issues, ctx) ?? ctx.invalid(issues);
    if (refusesTags(ctx.choices) && batch.some(hasCapitalTags)) return ctx.example(400, 'tags_not_lowercase');
    const event_batch_uuid = ctx.session.ids.uuid();
    return ctx.reply(200, { event_batch_uuid, events: batch.map((event) => ({ event_uuid: recordEvent(ctx, event) })) });
  },
} satisfies Behaviours<'createEvent' | 'createEventBatch'>;

/** Takes the events of a batch that fit, and says of each other what is wrong with it. */
export function partialBatch(issues: readonly Issue[], ctx: Context<'createEventBatch'>): Answer | undefined {
  // A schema's verdict comes before the behaviour's own rules: both are asked for here.
  const sent: unknown = ctx.body;
  if (ctx.choices.invalid_batch_item !== 'per_item' || !Array.isArray(sent)) return undefined;
  const batch = sent as SentEvent[];
  const event_batch_uuid = ctx.session.ids.uuid();
  const events = batch.map((event, index) => {
    const ofSchema = issues.filter(({ path }) => path[0] === index).map((issue) => ({ ...issue, path: issue.path.slice(1) }));
    const own = ofSchema.length > 0 ? ofSchema : issuesOf(ctx, event, []);
    return own.length > 0
      ? { errors: errorsOf(own, { body: event, choices: ctx.choices }) }
      : { event_uuid: recordEvent(ctx, event) };
  });
  return ctx.reply(207, { event_batch_uuid, events });
}

function refusesTags(choices: Context['choices']): boolean {
  return choices.uppercase_tags === 'refused';
}

function hasCapitalTags(event: SentEvent): boolean {
  return event.event_type === 'CONVERSION' && hasCapitals(event.payload.tags);
}

function issuesOf(ctx: Pick<Context, 'table'>, event: SentEvent, base: Issue['path']): Issue[] {
  if (event.event_type !== 'CONVERSION') return [];
  const at = [...base, 'payload'];
  return [...customFieldIssues(ctx, event.payload, at), ...trafficIssues(event.payload, at)];
}

/** @returns the `event_uuid` */
function recordEvent(storage: Storage, event: SentEvent): string {
  switch (event.event_type) {
    case 'CONVERSION':
      return recordConversion(storage, event.payload).id;
    case 'OPPORTUNITY':
    case 'SALE':
    case 'OPPORTUNITY_LOST':
      return storeEvent(storage, event, qualify(storage, event));
    default:
      return storeEvent(storage, event, true);
  }
}

/**
 * Moves the lead of a qualification in the funnel. Without a lead the event is taken and has no effect (that the lead
 * must exist is documented, the answer is inferred).
 *
 * @returns whether there was a lead
 * @see https://developers.rdstation.com/reference/evento-de-qualificacao-do-contato
 */
function qualify(storage: Storage, event: Qualification): boolean {
  const { table, now } = storage;
  const lead = findLead(table(leadTable), event.payload.email);
  if (!lead) return false;
  const at = iso(now);
  const moved = table(leadTable).update(lead.id, { funnel: { ...funnelAfter(event), at }, updatedAt: at });
  if (event.event_type === 'OPPORTUNITY') emitOpportunity(storage, moved);
  return true;
}

function funnelAfter(event: Qualification): Omit<Funnel, 'at'> {
  const name = event.payload.funnel_name;
  switch (event.event_type) {
    case 'OPPORTUNITY':
      return { name, stage: 'opportunity' };
    case 'SALE':
      return { name, stage: 'sale', ...(event.payload.value !== undefined && { value: event.payload.value }) };
    case 'OPPORTUNITY_LOST':
      return { name, stage: 'opportunity_lost', ...(event.payload.reason !== undefined && { reason: event.payload.reason }) };
  }
}

/** Keeps an event that is no conversion. On its own it changes no lead (inferred). */
function storeEvent({ session, table, now }: Storage, { event_type, payload }: SentEvent, processed: boolean): string {
  const leadId = findLead(table(leadTable), payload.email)?.id ?? null;
  const at = iso(now);
  return table(eventTable).insert({ id: session.ids.uuid(), event_type, email: payload.email, leadId, processed, payload, at })
    .id;
}
