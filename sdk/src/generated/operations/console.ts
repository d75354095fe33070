// Generated from openapi.yaml by npm run generate. Do not edit.
import type { OperationTable } from './operation-table.ts';

export const console = {
  platform: 'console',
  server: '',
  schemes: {
    consoleSession: {
      in: 'bearer',
      name: 'authorization',
    },
  },
  pace: [],
  operations: {
    listAccounts: {
      on: 'GET /accounts',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    getAccount: {
      on: 'GET /accounts/{accountId}',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    updateAccount: {
      on: 'PATCH /accounts/{accountId}',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    getKeyRules: {
      on: 'GET /accounts/{accountId}/key-rules',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    listApiKeys: {
      on: 'GET /accounts/{accountId}/api-keys',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    createApiKey: {
      on: 'POST /accounts/{accountId}/api-keys',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    getApiKey: {
      on: 'GET /accounts/{accountId}/api-keys/{keyId}',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    deleteApiKey: {
      on: 'DELETE /accounts/{accountId}/api-keys/{keyId}',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    updateApiKey: {
      on: 'PATCH /accounts/{accountId}/api-keys/{keyId}',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    revealApiKey: {
      on: 'POST /accounts/{accountId}/api-keys/{keyId}/reveal',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
    listApiLogs: {
      on: 'GET /accounts/{accountId}/api-logs',
      security: [
        {
          scheme: 'consoleSession',
          scopes: [],
        },
      ],
    },
  },
} as const satisfies OperationTable;
