// Generated from openapi.yaml by npm run generate. Do not edit.
import type { Refusal } from './refusal.ts';

export const zenvio = [
  {
    status: 401,
    message: 'Invalid API Key',
    states: ['unknown_key'],
  },
  {
    status: 401,
    message: 'Unauthorized',
    states: ['unknown_key', 'deleted_key'],
  },
  {
    status: 401,
    code: 'UNAUTHORIZED',
    states: ['missing_key', 'unknown_key', 'deleted_key'],
  },
  {
    status: 402,
    code: 'WORKSPACE_BLOCKED',
    states: ['plan_not_allowed'],
  },
  {
    status: 402,
    code: 'INSUFFICIENT_CREDITS',
    states: ['plan_not_allowed'],
  },
  {
    status: 402,
    code: 'INSUFFICIENT_CREDITS_OR_BALANCE',
    states: ['plan_not_allowed'],
  },
  {
    status: 402,
    code: 'PLAN_LIMIT_CREDITS',
    states: ['plan_not_allowed'],
  },
  {
    status: 402,
    code: 'API_KEY_SPEND_LIMIT_EXCEEDED',
    states: ['plan_not_allowed'],
  },
  {
    status: 403,
    code: 'FORBIDDEN',
    message: 'Missing scope: *',
    states: ['scope_missing'],
  },
  {
    status: 403,
    code: 'FORBIDDEN',
    message: 'Missing scope',
    states: ['scope_missing'],
  },
  {
    status: 403,
    code: 'FORBIDDEN',
    message: 'Missing scope *',
    states: ['scope_missing'],
  },
  {
    status: 403,
    code: 'FORBIDDEN',
    message: 'Access to this instance is not allowed by this API Key',
    states: ['instance_not_allowed'],
  },
  {
    status: 403,
    code: 'INSTANCE_NOT_ALLOWED',
    states: ['instance_not_allowed'],
  },
  {
    status: 429,
    message: 'Rate limit exceeded',
    states: ['rate_limited'],
  },
  {
    status: 429,
    code: 'WARMUP_DAILY_LIMIT',
    states: ['rate_limited'],
  },
  {
    status: 429,
    code: 'RECONNECT_COOLDOWN',
    states: ['rate_limited'],
  },
] as const satisfies readonly Refusal[];
