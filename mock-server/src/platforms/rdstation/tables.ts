/** What the mock keeps of an RD Station Marketing account. Rows have the shapes that the zero-setup accounts use. */
import { defineTable } from '../../core/table.ts';

/** A value that the platform takes for a field: JSON as it was sent. */
export type Fields = Readonly<Record<string, unknown>>;

/** The last step of the sales funnel (funil de vendas) that a qualification event took. */
export interface Funnel {
  readonly name: string;
  readonly stage: 'opportunity' | 'sale' | 'opportunity_lost';
  /** What was sold for, when the event said so. */
  readonly value?: number;
  /** Why it was lost, when the event said so. */
  readonly reason?: string;
  readonly at: string;
}

/** Somebody in the lead base (Base de Leads): one e-mail address, whatever its case. */
export interface Lead {
  readonly id: string;
  readonly email: string;
  /** Standard fields, and custom ones under their `cf_…` identifiers. */
  readonly fields: Fields;
  /** Lower case, in the order in which they were first given. */
  readonly tags: readonly string[];
  readonly legal_bases: readonly object[];
  /** `null` until a qualification event. */
  readonly funnel: Funnel | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** One conversion. `id` is its `event_uuid`. */
export interface Conversion {
  readonly id: string;
  readonly leadId: string;
  readonly identifier: string;
  /** What of the sent payload is kept: unknown attributes are not. */
  readonly payload: Fields;
  readonly at: string;
}

/** One event other than a conversion. `id` is its `event_uuid`. */
export interface StoredEvent {
  readonly id: string;
  readonly event_type: string;
  readonly email: string;
  /** `null`: nobody in the lead base has the address. */
  readonly leadId: string | null;
  /** Whether it had an effect; a qualification of an unknown contact has none. */
  readonly processed: boolean;
  readonly payload: Fields;
  readonly at: string;
}

/** A custom field (campo personalizado) of the account. */
export interface CustomField {
  readonly id: string;
  /** With its prefix: `cf_porte`. */
  readonly api_identifier: string;
  readonly data_type: 'STRING' | 'INTEGER' | 'BOOLEAN' | 'STRING[]';
  /** Of a choice: what may be chosen. */
  readonly valid_options?: readonly string[];
}

/** Two addresses that differ only in case are one lead (inferred: integrators lower-case them). */
export function mailbox(email: string): string {
  return email.toLowerCase();
}

export const leadTable = defineTable<Lead>('leads', { email: (lead) => mailbox(lead.email) });
export const conversionTable = defineTable<Conversion>('conversions', { lead: (conversion) => conversion.leadId });
export const customFieldTable = defineTable<CustomField>('customFields', { api_identifier: (field) => field.api_identifier });
export const eventTable = defineTable<StoredEvent>('events', { type: (event) => event.event_type });
