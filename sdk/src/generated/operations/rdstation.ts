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
    createConversion: {
      on: 'POST /platform/conversions',
      security: [
        {
          scheme: 'rdstationKey',
          scopes: [],
        },
      ],
    },
    createEvent: {
      on: 'POST /platform/events',
      security: [
        {
          scheme: 'rdstationOAuth',
          scopes: [],
        },
      ],
    },
    createEventBatch: {
      on: 'POST /platform/events/batch',
      security: [
        {
          scheme: 'rdstationOAuth',
          scopes: [],
        },
      ],
    },
  },
} as const satisfies OperationTable;
