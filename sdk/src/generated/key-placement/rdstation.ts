// Generated from openapi.yaml by npm run generate. Do not edit.
import type { KeyPlacement } from './placement.ts';

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
  operations: {
    'POST /platform/conversions': {
      operationId: 'createConversion',
      security: [
        {
          scheme: 'rdstationKey',
          scopes: [],
        },
      ],
    },
    'POST /platform/events': {
      operationId: 'createEvent',
      security: [
        {
          scheme: 'rdstationOAuth',
          scopes: [],
        },
      ],
    },
    'POST /platform/events/batch': {
      operationId: 'createEventBatch',
      security: [
        {
          scheme: 'rdstationOAuth',
          scopes: [],
        },
      ],
    },
  },
} as const satisfies KeyPlacement;
