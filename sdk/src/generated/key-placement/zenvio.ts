// Generated from openapi.yaml by npm run generate. Do not edit.
import type { KeyPlacement } from './placement.ts';

export const zenvio = {
  platform: 'zenvio',
  server: 'https://api.zenvio.com/v1',
  schemes: {
    zenvioKey: {
      in: 'bearer',
      name: 'authorization',
    },
  },
  operations: {
    'POST /whatsapp/messages': {
      operationId: 'sendMessage',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:send'],
        },
      ],
    },
    'GET /whatsapp/messages/{messageId}': {
      operationId: 'getMessage',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:send'],
        },
      ],
    },
    'DELETE /whatsapp/messages/{messageId}': {
      operationId: 'deleteMessage',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:send'],
        },
      ],
    },
    'PATCH /whatsapp/messages/{messageId}/edit': {
      operationId: 'editMessage',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:send'],
        },
      ],
    },
    'POST /whatsapp/messages/{messageId}/cancel': {
      operationId: 'cancelMessage',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:send'],
        },
      ],
    },
    'GET /whatsapp/instances': {
      operationId: 'listInstances',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:manage'],
        },
      ],
    },
    'POST /whatsapp/instances': {
      operationId: 'createInstance',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:manage'],
        },
      ],
    },
    'GET /whatsapp/instances/{instanceId}': {
      operationId: 'getInstance',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:manage'],
        },
      ],
    },
    'DELETE /whatsapp/instances/{instanceId}': {
      operationId: 'deleteInstance',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:manage'],
        },
      ],
    },
    'POST /whatsapp/instances/{instanceId}/disconnect': {
      operationId: 'disconnectInstance',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['whatsapp:manage'],
        },
      ],
    },
    'GET /logs': {
      operationId: 'listLogs',
      security: [
        {
          scheme: 'zenvioKey',
          scopes: ['logs:read'],
        },
      ],
    },
  },
} as const satisfies KeyPlacement;
