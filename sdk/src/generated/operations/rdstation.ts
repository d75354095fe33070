// Generated from openapi.yaml by npm run generate. Do not edit.
import type { OperationTable } from './operation-table.ts';

export const rdstation = {
  platform: 'rdstation',
  server: 'https://api.rd.services',
  schemes: {
    rdstationKey: {
      in: 'query',
      name: 'api_key',
    },
    rdstationOAuth: {
      in: 'bearer',
      name: 'authorization',
    },
  },
  pace: [
    {
      requests: 120,
      window: 60000,
    },
  ],
  operations: {
    createConversion: 'POST /platform/conversions rdstationKey',
    createEvent: 'POST /platform/events rdstationOAuth',
    createEventBatch: 'POST /platform/events/batch rdstationOAuth',
  },
} as const satisfies OperationTable;
