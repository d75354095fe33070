/** `POST /platform/events` and its batch: conversions and everything else that happens to a lead, by OAuth token. */
import type { components } from '@chaveiro/openapi/types';
import type { Issue } from '../../document/issue.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { findLead, recordConversion, type Storage } from './leads.ts';
import { eventTable, leadTable, type Funnel } from './tables.ts';
import { trafficIssues } from './traffic-source.ts';

type SentEvent = components['schemas']['RdStationEvent'];

type Qualification = components['schemas']['RdStationOpportunity' | 'RdStationSale' | 'RdStationOpportunityLost'];

export const events = {
  createEvent: (ctx) => {
    const event = ctx.body;
    const issues = issuesOf(event, []);
    if (issues.length > 0) return ctx.invalid(issues);
    return ctx.reply(200, { event_uuid: recordEvent(ctx, event) });
  },

  /** In the order sent; with one event that does not fit none is stored (inferred). */
  createEventBatch: (ctx) => {
    const batch = ctx.body;
    const issues = batch.flatMap((event, index) => issuesOf(event, [index]));
    if (issues.length > 0) return ctx.invalid(issues);
    const event_batch_uuid = ctx.session.ids.uuid();
    return ctx.reply(200, { event_batch_uuid, events: batch.map((event) => ({ event_uuid: recordEvent(ctx, event) })) });
  },
} satisfies Behaviours<'createEvent' | 'createEventBatch'>;

function issuesOf(event: SentEvent, base: Issue['path']): Issue[] {
  return event.event_type === 'CONVERSION' ? trafficIssues(event.payload, [...base, 'payload']) : [];
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
function qualify({ table, now }: Storage, event: Qualification): boolean {
  const lead = findLead(table(leadTable), event.payload.email);
  if (!lead) return false;
  const at = new Date(now).toISOString();
  table(leadTable).update(lead.id, { funnel: { ...funnelAfter(event), at }, updatedAt: at });
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
  const at = new Date(now).toISOString();
  return table(eventTable).insert({ id: session.ids.uuid(), event_type, email: payload.email, leadId, processed, payload, at })
    .id;
}
