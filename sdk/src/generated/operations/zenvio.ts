// Generated from openapi.yaml by npm run generate. Do not edit.
import type { OperationTable } from './operation-table.ts';

export const zenvio = {
  platform: 'zenvio',
  server: 'https://api.zenvio.com/v1',
  schemes: {
    zenvioKey: {
      in: 'bearer',
      name: 'authorization',
    },
  },
  pace: [],
  operations: {
    sendMessage: {
      on: 'POST /whatsapp/messages',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:send'],
        },
      ],
      idempotencyHeader: 'Idempotency-Key',
    },
    getMessage: {
      on: 'GET /whatsapp/messages/{messageId}',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:send'],
        },
      ],
    },
    deleteMessage: {
      on: 'DELETE /whatsapp/messages/{messageId}',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:send'],
        },
      ],
    },
    editMessage: {
      on: 'PATCH /whatsapp/messages/{messageId}/edit',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:send'],
        },
      ],
    },
    cancelMessage: {
      on: 'POST /whatsapp/messages/{messageId}/cancel',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:send'],
        },
      ],
    },
    listInstances: {
      on: 'GET /whatsapp/instances',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:manage'],
        },
      ],
    },
    createInstance: {
      on: 'POST /whatsapp/instances',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:manage'],
        },
      ],
    },
    getInstance: {
      on: 'GET /whatsapp/instances/{instanceId}',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:manage'],
        },
      ],
    },
    deleteInstance: {
      on: 'DELETE /whatsapp/instances/{instanceId}',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:manage'],
        },
      ],
    },
    disconnectInstance: {
      on: 'POST /whatsapp/instances/{instanceId}/disconnect',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:manage'],
        },
      ],
    },
    listLogs: {
      on: 'GET /logs',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['logs:read'],
        },
      ],
    },
  },
} as const satisfies OperationTable;
