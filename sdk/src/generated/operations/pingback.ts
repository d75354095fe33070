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
    listContacts: {
      on: 'GET /contacts',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    createContact: {
      on: 'POST /contacts',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    getContact: {
      on: 'GET /contacts/{email}',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    updateContact: {
      on: 'PUT /contacts/{email}',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    deleteContact: {
      on: 'DELETE /contacts/{email}',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    listSegments: {
      on: 'GET /segments',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    addContactToSegments: {
      on: 'POST /segments/add-contact/{email}',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    createDeal: {
      on: 'POST /deals',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    updateDeal: {
      on: 'PUT /deals/{dealId}',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    verifyEmail: {
      on: 'POST /email-verification/{email}',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    triggerWebhook: {
      on: 'POST /webhook/{webhookId}/c/{channelUid}/w/{workflowId}',
      security: [],
    },
  },
} as const satisfies OperationTable;
