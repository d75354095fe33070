// Generated from openapi.yaml by npm run generate. Do not edit.
import type { WebhookTable } from './webhook-table.ts';

export const zenvio = {
  platform: 'zenvio',
  eventField: 'event',
  events: [
    'message.sent',
    'message.delivered',
    'message.read',
    'message.failed',
    'message.received',
    'message.responded',
    'message.deleted',
    'message.edited',
    'instance.connected',
    'instance.disconnected',
    'instance.qrcode',
  ],
  signature: {
    header: 'X-Zenvio-Signature',
    fields: {
      timestamp: 't',
      hash: 'v1',
    },
    signed: ['{timestamp}.{body}', '{body}'],
    timestamp: 'seconds',
  },
} as const satisfies WebhookTable;
