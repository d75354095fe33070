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
    sendMessage: 'POST /whatsapp/messages zenvioKey whatsapp:send',
    getMessage: 'GET /whatsapp/messages/{messageId} zenvioKey whatsapp:send',
    deleteMessage: 'DELETE /whatsapp/messages/{messageId} zenvioKey whatsapp:send',
    editMessage: 'PATCH /whatsapp/messages/{messageId}/edit zenvioKey whatsapp:send',
    cancelMessage: 'POST /whatsapp/messages/{messageId}/cancel zenvioKey whatsapp:send',
    listInstances: 'GET /whatsapp/instances zenvioKey whatsapp:manage',
    createInstance: 'POST /whatsapp/instances zenvioKey whatsapp:manage',
    getInstance: 'GET /whatsapp/instances/{instanceId} zenvioKey whatsapp:manage',
    deleteInstance: 'DELETE /whatsapp/instances/{instanceId} zenvioKey whatsapp:manage',
    disconnectInstance: 'POST /whatsapp/instances/{instanceId}/disconnect zenvioKey whatsapp:manage',
    listLogs: 'GET /logs zenvioKey logs:read',
  },
  idempotencyHeaders: {
    sendMessage: 'idempotency-key',
  },
} as const satisfies OperationTable;
