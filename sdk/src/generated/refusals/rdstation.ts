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
    message: 'No API key found in request',
    states: ['missing_key', 'wrong_endpoint'],
  },
  {
    scheme: 'rdstationKey',
    status: 401,
    message: 'Invalid authentication credentials',
    states: ['unknown_key', 'disabled_key'],
  },
  {
    scheme: 'rdstationKey',
    status: 401,
    message: 'Unauthorized',
    states: ['unknown_key', 'disabled_key'],
  },
  {
    scheme: 'rdstationKey',
    status: 401,
    code: 'UNAUTHORIZED',
    states: ['missing_key', 'unknown_key', 'disabled_key', 'wrong_endpoint'],
  },
  {
    scheme: 'rdstationKey',
    status: 403,
    code: 'UNAUTHORIZED',
    states: ['unknown_key'],
  },
  {
    scheme: 'rdstationKey',
    status: 429,
    message: 'API rate limit exceeded',
    states: ['rate_limited'],
  },
  {
    scheme: 'rdstationKey',
    status: 429,
    message: "'lead_limiter' rate limit exceeded for 86400 second(s) period for key '*'",
    states: ['rate_limited_lead'],
  },
  {
    scheme: 'rdstationKey',
    status: 429,
    code: 'RATE_LIMIT_EXCEDDED',
    states: ['rate_limited'],
  },
  {
    scheme: 'rdstationOAuth',
    status: 401,
    code: 'invalid_request',
    states: ['missing_key', 'wrong_endpoint'],
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
  {
    scheme: 'rdstationOAuth',
    status: 429,
    message: 'API rate limit exceeded',
    states: ['rate_limited'],
  },
  {
    scheme: 'rdstationOAuth',
    status: 429,
    message: "'lead_limiter' rate limit exceeded for 86400 second(s) period for key '*'",
    states: ['rate_limited_lead'],
  },
  {
    scheme: 'rdstationOAuth',
    status: 429,
    code: 'RATE_LIMIT_EXCEDDED',
    states: ['rate_limited'],
  },
] as const satisfies readonly Refusal[];
