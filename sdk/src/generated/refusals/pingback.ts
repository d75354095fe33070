// Generated from openapi.yaml by npm run generate. Do not edit.
import type { Refusal } from './refusal.ts';

export const pingback = [
  {
    status: 401,
    message: 'Unauthorized',
    states: ['missing_key'],
  },
  {
    status: 403,
    message: 'User is not authorized to access this resource with an explicit deny in an identity-based policy',
    states: ['missing_key', 'unknown_key', 'deleted_key', 'disabled_key', 'plan_not_allowed'],
  },
  {
    status: 403,
    code: 'FORBIDDEN',
    states: ['unknown_key', 'deleted_key', 'disabled_key', 'plan_not_allowed'],
  },
  {
    status: 429,
    message: 'Too Many Requests',
    states: ['rate_limited'],
  },
  {
    status: 429,
    message: 'Limit Exceeded',
    states: ['rate_limited'],
  },
] as const satisfies readonly Refusal[];
