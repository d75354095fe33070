// Generated from openapi.yaml by npm run generate. Do not edit.
import type { Refusal } from './refusal.ts';

export const pingback = [
  {
    status: 403,
    states: ['unknown_key', 'deleted_key', 'disabled_key', 'plan_not_allowed'],
  },
  {
    status: 429,
    states: ['rate_limited'],
  },
] as const satisfies readonly Refusal[];
