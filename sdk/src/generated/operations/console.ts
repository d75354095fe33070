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
    listAccounts: 'GET /accounts consoleSession',
    getAccount: 'GET /accounts/{accountId} consoleSession',
    updateAccount: 'PATCH /accounts/{accountId} consoleSession',
    getKeyRules: 'GET /accounts/{accountId}/key-rules consoleSession',
    listApiKeys: 'GET /accounts/{accountId}/api-keys consoleSession',
    createApiKey: 'POST /accounts/{accountId}/api-keys consoleSession',
    getApiKey: 'GET /accounts/{accountId}/api-keys/{keyId} consoleSession',
    deleteApiKey: 'DELETE /accounts/{accountId}/api-keys/{keyId} consoleSession',
    updateApiKey: 'PATCH /accounts/{accountId}/api-keys/{keyId} consoleSession',
    revealApiKey: 'POST /accounts/{accountId}/api-keys/{keyId}/reveal consoleSession',
    listApiLogs: 'GET /accounts/{accountId}/api-logs consoleSession',
  },
} as const satisfies OperationTable;
