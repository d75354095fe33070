// Generated from openapi.yaml by npm run generate. Do not edit.
import type { WebhookTable } from './webhook-table.ts';

export const rdstation = {
  platform: 'rdstation',
  eventField: 'event_type',
  events: ['WEBHOOK.CONVERTED', 'WEBHOOK.MARKED_OPPORTUNITY'],
} as const satisfies WebhookTable;
