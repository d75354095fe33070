// Generated from openapi.yaml by npm run generate. Do not edit.
import type { OperationTable } from './operation-table.ts';

export const pingback = {
  platform: 'pingback',
  server: 'https://connect.pingback.com/v2',
  schemes: {
    pingbackKey: {
      in: 'header',
      name: 'x-api-key',
    },
  },
  pace: [
    {
      requests: 5,
      window: 1000,
      burst: 2,
    },
  ],
  operations: {
    listContacts: 'GET /contacts pingbackKey',
    createContact: 'POST /contacts pingbackKey',
    getContact: 'GET /contacts/{email} pingbackKey',
    updateContact: 'PUT /contacts/{email} pingbackKey',
    deleteContact: 'DELETE /contacts/{email} pingbackKey',
    listSegments: 'GET /segments pingbackKey',
    addContactToSegments: 'POST /segments/add-contact/{email} pingbackKey',
    createDeal: 'POST /deals pingbackKey',
    updateDeal: 'PUT /deals/{dealId} pingbackKey',
    verifyEmail: 'POST /email-verification/{email} pingbackKey',
    triggerWebhook: 'POST /webhook/{webhookId}/c/{channelUid}/w/{workflowId}',
  },
} as const satisfies OperationTable;
