/** The lead base (Base de Leads): what a conversion leaves on its contact. */
import { iso } from '../../core/clock.ts';
import type { components } from '@chaveiro/openapi/types';
import type { Table } from '../../core/table.ts';
import type { Context } from '../../exchange/behaviour.ts';
import { isKnownField } from './custom-fields.ts';
import { conversionTable, leadTable, mailbox, type Conversion, type Fields, type Lead } from './tables.ts';
import { emitConversion } from './webhooks.ts';

/** Fields of the contact itself; `cf_…` come on top. */
const LEAD_FIELDS = new Set([
  'name',
  'job_title',
  'state',
  'city',
  'country',
  'personal_phone',
  'mobile_phone',
  'twitter',
  'facebook',
  'linkedin',
  'website',
  'company_name',
  'company_site',
  'company_address',
  'available_for_mailing',
]);

/** Attributes that belong to the conversion and not to the contact. */
const CONVERSION_FIELDS = new Set([
  'conversion_identifier',
  'email',
  'client_tracking_id',
  'traffic_source',
  'traffic_medium',
  'traffic_campaign',
  'traffic_value',
  'tags',
  'legal_bases',
]);

export type ConversionPayload = components['schemas']['RdStationConversionPayload'];

/** What it takes to store something of a request's account. */
export type Storage = Pick<Context, 'session' | 'now' | 'table' | 'account'>;

/** The lead with this address, in whatever case it was written. */
export function findLead(leads: Table<Lead>, email: string): Lead | undefined {
  return leads.first('email', mailbox(email));
}

/**
 * Records a conversion, every time anew (documented), and makes or updates its lead: given fields replace old ones, an
 * empty text or `null` leaves them (inferred), tags accumulate (inferred) and are kept in lower case (capitals are
 * documented as wrong without naming an endpoint; taking them is inferred), legal bases are replaced by the given
 * (inferred). Attributes that are neither standard nor a custom field of the account are
 * dropped (documented).
 *
 * @see https://developers.rdstation.com/reference/conversao
 * @see https://developers.rdstation.com/reference/rdsm-como-migrar-api-v1-para-api-v2
 */
export function recordConversion(storage: Storage, sent: ConversionPayload): Conversion {
  const payload = keptPayload(storage, sent);
  const lead = storeLead(storage, payload);
  const conversion = storage.table(conversionTable).insert({
    id: storage.session.ids.uuid(),
    leadId: lead.id,
    identifier: payload.conversion_identifier,
    payload,
    at: iso(storage.now),
  });
  emitConversion(storage, lead, conversion);
  return conversion;
}

/** Whether a tag has capital letters, which a session may have refused. */
export function hasCapitals(tags: readonly string[] | undefined): boolean {
  return tags?.some((tag) => tag !== tag.toLowerCase()) ?? false;
}

/** What was sent, without what is dropped; most often that is all of it. */
function keptPayload(storage: Storage, sent: ConversionPayload): ConversionPayload {
  const isKept = (name: string) =>
    CONVERSION_FIELDS.has(name) || (name.startsWith('cf_') ? isKnownField(storage, name) : LEAD_FIELDS.has(name));
  const lowerCased = hasCapitals(sent.tags) ? sent.tags?.map((tag) => tag.toLowerCase()) : undefined;
  if (!lowerCased && Object.keys(sent).every(isKept)) return sent;
  const payload: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(sent))
    if (isKept(name)) payload[name] = name === 'tags' ? (lowerCased ?? value) : value;
  return payload as ConversionPayload;
}

function storeLead({ session, now, table }: Storage, payload: ConversionPayload): Lead {
  const leads = table(leadTable);
  const at = iso(now);
  const lead = findLead(leads, payload.email);
  const tags = withTags(lead?.tags ?? [], payload.tags ?? []);
  const legal_bases = payload.legal_bases ?? lead?.legal_bases ?? [];
  const fields = withFields(lead?.fields, payload);
  if (lead) return leads.update(lead.id, { fields, tags, legal_bases, updatedAt: at });
  const { email } = payload;
  return leads.insert({ id: session.ids.uuid(), email, fields, tags, legal_bases, funnel: null, createdAt: at, updatedAt: at });
}

const FEW = 10;

function withTags(tags: readonly string[], more: readonly string[]): readonly string[] {
  // Most conversions of a lead bring what it has; many tags are not looked for one by one.
  if (more.length <= FEW && more.every((tag) => tags.includes(tag))) return tags;
  const all = new Set(tags);
  for (const tag of more) all.add(tag);
  return all.size === tags.length ? tags : [...all];
}

/** None that is kept here is called `__proto__`. */
function withFields(fields: Fields | undefined, payload: ConversionPayload): Fields {
  const all: Record<string, unknown> = { ...fields };
  for (const name of Object.keys(payload)) {
    const value = payload[name as keyof ConversionPayload];
    if (isGivenField(name, value)) all[name] = value;
  }
  return all;
}

function isGivenField(name: string, value: unknown): boolean {
  return value !== null && value !== '' && (LEAD_FIELDS.has(name) || name.startsWith('cf_'));
}
