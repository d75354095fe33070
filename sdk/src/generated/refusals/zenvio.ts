// Generated from openapi.yaml by npm run generate. Do not edit.
import type { Refusal } from './refusal.ts';

export const zenvio = [
  {
    status: 401,
    states: ['unknown_key', 'deleted_key'],
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
    states: ['scope_missing'],
    message: 'Missing scope',
  },
  {
    status: 403,
    code: 'FORBIDDEN',
    states: ['instance_not_allowed'],
    message: 'Access to this instance is not',
  },
  {
    status: 403,
    code: 'INSTANCE_NOT_ALLOWED',
    states: ['instance_not_allowed'],
  },
  {
    status: 429,
    states: ['rate_limited'],
  },
] as const satisfies readonly Refusal[];
