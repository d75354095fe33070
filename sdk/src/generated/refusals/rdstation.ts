// Generated from openapi.yaml by npm run generate. Do not edit.
import type { Refusal } from './refusal.ts';

export const rdstation = [
  {
    scheme: 'rdstationKey',
    status: 400,
    code: 'UNABLE_TO_LOAD_CDP_SCHEMA',
    states: ['wrong_product'],
  },
  {
    scheme: 'rdstationKey',
    status: 401,
    states: ['wrong_endpoint'],
    message: 'No API key found in request',
  },
  {
    scheme: 'rdstationKey',
    status: 401,
    states: ['unknown_key', 'disabled_key'],
    message: 'Invalid authentication',
  },
  {
    scheme: 'rdstationKey',
    status: 401,
    states: ['unknown_key', 'disabled_key'],
    message: 'Unauthorized',
  },
  {
    scheme: 'rdstationKey',
    status: 401,
    code: 'UNAUTHORIZED',
    states: ['unknown_key', 'disabled_key', 'wrong_endpoint'],
  },
  {
    scheme: 'rdstationKey',
    status: 403,
    code: 'UNAUTHORIZED',
    states: ['unknown_key'],
  },
  {
    status: 429,
    states: ['rate_limited'],
    message: 'API rate limit exceeded',
  },
  {
    status: 429,
    states: ['rate_limited_lead'],
    message: "'lead_limiter' rate limit",
  },
  {
    status: 429,
    code: 'RATE_LIMIT_EXCEDDED',
    states: ['rate_limited'],
  },
  {
    scheme: 'rdstationOAuth',
    status: 401,
    code: 'invalid_request',
    states: ['wrong_endpoint'],
  },
  {
    scheme: 'rdstationOAuth',
    status: 401,
    code: 'invalid_token',
    states: ['unknown_key', 'deleted_key', 'expired_key', 'wrong_endpoint'],
  },
  {
    scheme: 'rdstationOAuth',
    status: 401,
    code: 'UNAUTHORIZED',
    states: ['unknown_key', 'deleted_key', 'expired_key'],
  },
] as const satisfies readonly Refusal[];
