// Generated from openapi.yaml by npm run generate. Do not edit.
import type { KeyPlacement } from './placement.ts';

export const pingback = {
  platform: 'pingback',
  server: 'https://connect.pingback.com/v2',
  schemes: {
    pingbackKey: {
      in: 'header',
      name: 'x-api-key',
    },
  },
  operations: {
    'GET /contacts': {
      operationId: 'listContacts',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    'POST /contacts': {
      operationId: 'createContact',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    'GET /contacts/{email}': {
      operationId: 'getContact',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    'PUT /contacts/{email}': {
      operationId: 'updateContact',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    'DELETE /contacts/{email}': {
      operationId: 'deleteContact',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    'GET /segments': {
      operationId: 'listSegments',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    'POST /segments/add-contact/{email}': {
      operationId: 'addContactToSegments',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    'POST /deals': {
      operationId: 'createDeal',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    'PUT /deals/{dealId}': {
      operationId: 'updateDeal',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    'POST /email-verification/{email}': {
      operationId: 'verifyEmail',
      security: [
        {
          scheme: 'pingbackKey',
          scopes: [],
        },
      ],
    },
    'POST /webhook/{webhookId}/c/{channelUid}/w/{workflowId}': {
      operationId: 'triggerWebhook',
      security: [],
    },
  },
} as const satisfies KeyPlacement;
