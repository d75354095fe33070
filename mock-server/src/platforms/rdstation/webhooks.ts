/** RD Station's webhooks: a conversion, or a contact marked as an opportunity (oportunidade). */
import { iso } from '../../core/clock.ts';
import { emitWebhook, somebodyListens, type WebhookStyle } from '../../webhooks/index.ts';
import type { Storage } from './leads.ts';
import type { Conversion, Lead } from './tables.ts';

const CONVERTED = 'WEBHOOK.CONVERTED';
const MARKED_OPPORTUNITY = 'WEBHOOK.MARKED_OPPORTUNITY';
/** What of the contact goes out where `include_relations` asks for it. */
const COMPANY = 'COMPANY';
const CONTACT_FUNNEL = 'CONTACT_FUNNEL';

/**
 * Which parts of a payload have to be asked for is documented, and that identifiers filter conversions alone.
 * Five seconds and three retries are documented; the waits between them are not, and chosen here. Nothing is signed.
 *
 * @see https://developers.rdstation.com/reference/post_integrations-webhooks
 * @see https://developers.rdstation.com/reference/retries-logic
 */
export const rdstationWebhooks: WebhookStyle = {
  events: [CONVERTED, MARKED_OPPORTUNITY],
  parts: [COMPANY, CONTACT_FUNNEL],
  timeout: '5s',
  retries: ['1m', '5m', '30m'],
};

export function emitConversion(storage: Storage, lead: Lead, { identifier }: Conversion): void {
  emit(storage, CONVERTED, identifier, lead);
}

export function emitOpportunity(storage: Storage, lead: Lead): void {
  emit(storage, MARKED_OPPORTUNITY, 'default', lead);
}

/**
 * The names of the fields are documented; that both timestamps are the same moment, since the mock waits for nothing,
 * and the values of the funnel are inferred.
 *
 * @see https://developers.rdstation.com/reference/webhooks-payload-mkt
 */
function emit({ session, now, account }: Storage, event: string, identifier: string, lead: Lead): void {
  if (!somebodyListens(session, 'rdstation')) return;
  const at = iso(now);
  const payload = (parts: readonly string[]) => ({
    event_type: event,
    entity_type: 'CONTACT',
    event_identifier: identifier,
    timestamp: at,
    event_timestamp: at,
    contact: contactOf(lead, parts),
  });
  const about = event === CONVERTED ? identifier : undefined;
  emitWebhook(session, { platform: 'rdstation', accountId: account.id, event, identifier: about, at: now, payload });
}

/** Fields of the contact that are always there, empty or not (inferred from the documented sample). */
const CONTACT_FIELDS = [
  'name',
  'job_title',
  'bio',
  'website',
  'personal_phone',
  'mobile_phone',
  'city',
  'facebook',
  'linkedin',
  'twitter',
];

function contactOf({ id, email, fields, tags, legal_bases, funnel }: Lead, parts: readonly string[]): object {
  const isWorthShowing = ([name, value]: [string, unknown]) => name.startsWith('cf_') && value !== '' && value !== null;
  return {
    uuid: id,
    email,
    ...Object.fromEntries(CONTACT_FIELDS.map((name) => [name, fields[name] ?? null])),
    tags,
    // Empty custom fields are left out (documented).
    ...Object.fromEntries(Object.entries(fields).filter(isWorthShowing)),
    legal_bases,
    ...(parts.includes(COMPANY) && { company: { name: fields.company_name ?? null } }),
    ...(parts.includes(CONTACT_FUNNEL) && { funnel: funnelOf(funnel) }),
  };
}

function funnelOf(funnel: Lead['funnel']): object {
  return {
    name: funnel?.name ?? 'default',
    lifecycle_stage: funnel?.stage === 'sale' ? 'Client' : funnel ? 'Qualified Lead' : 'Lead',
    opportunity: funnel?.stage === 'opportunity',
    contact_owner_email: null,
    interest: 0,
    fit: 'd',
    origin: 'Desconhecido',
  };
}
