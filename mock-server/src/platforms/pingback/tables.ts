/** What the mock keeps of a Pingback account. Rows have the shapes that the zero-setup accounts use. */
import type { components } from '@chaveiro/openapi/types';
import { defineTable } from '../../core/table.ts';

type Schemas = components['schemas'];

export type Contact = Schemas['PingbackContact'];
export type Segment = Schemas['PingbackSegment'];

export interface Stage {
  readonly id: string;
  readonly name: string;
}

/** The API cannot create pipelines: they come from the dashboard, here from a seed. */
export interface Pipeline {
  readonly id: string;
  readonly name: string;
  readonly stages: readonly Stage[];
}

export interface Deal {
  readonly id: string;
  readonly contactId: string;
  readonly pipelineId: string;
  readonly stageId: string;
  readonly attributes: Schemas['PingbackDealAttributes'];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The trigger of an automation: the three parts of its URL, which open it without a key. */
export interface Webhook {
  readonly id: string;
  readonly channelUid: string;
  readonly workflowId: string;
}

/** One start of an automation through its webhook. */
export interface WebhookRun {
  readonly id: string;
  readonly webhookId: string;
  readonly workflowId: string;
  readonly contactId: string;
  readonly email: string;
  readonly at: string;
}

/** A custom field (campo personalizado) that exists in the account; inbound webhooks may use no other. */
export interface CustomField {
  readonly id: string;
  readonly name: string;
}

/** Two addresses that differ only in case are one contact (inferred: most senders treat mailboxes so). */
export function mailbox(email: string): string {
  return email.toLowerCase();
}

export const contactTable = defineTable<Contact>('contacts', { email: (contact) => mailbox(contact.email) });
export const segmentTable = defineTable<Segment>('segments');
export const pipelineTable = defineTable<Pipeline>('pipelines');
export const dealTable = defineTable<Deal>('deals', { contact: (deal) => deal.contactId });
export const webhookTable = defineTable<Webhook>('webhooks');
export const webhookRunTable = defineTable<WebhookRun>('webhookRuns', { webhook: (run) => run.webhookId });
export const customFieldTable = defineTable<CustomField>('customFields', { name: (field) => field.name });
