// Generated from openapi.yaml by npm run generate. Do not edit.
import type { KeyPlacement } from './placement.ts';

export const console = {
  platform: 'console',
  server: '',
  schemes: {
    consoleSession: {
      in: 'bearer',
      name: 'authorization',
    },
  },
  operations: {
    'GET /accounts/{accountId}': {
      operationId: 'getAccount',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    'PATCH /accounts/{accountId}': {
      operationId: 'updateAccount',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    'GET /accounts/{accountId}/api-keys': {
      operationId: 'listApiKeys',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    'POST /accounts/{accountId}/api-keys': {
      operationId: 'createApiKey',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    'GET /accounts/{accountId}/api-keys/{keyId}': {
      operationId: 'getApiKey',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    'DELETE /accounts/{accountId}/api-keys/{keyId}': {
      operationId: 'deleteApiKey',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    'PATCH /accounts/{accountId}/api-keys/{keyId}': {
      operationId: 'updateApiKey',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    'POST /accounts/{accountId}/api-keys/{keyId}/reveal': {
      operationId: 'revealApiKey',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    'GET /accounts/{accountId}/api-logs': {
      operationId: 'listApiLogs',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
  },
} as const satisfies KeyPlacement;
