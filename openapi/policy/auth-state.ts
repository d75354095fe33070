import * as z from 'zod';

/** Every reason for which a key, or its absence, is refused. */
export const authStates = [
  'missing_key',
  'unknown_key',
  'deleted_key',
  'disabled_key',
  'expired_key',
  'plan_not_allowed',
  'wrong_product',
  'wrong_endpoint',
  'scope_missing',
  'rate_limited',
  'rate_limited_lead',
  'instance_not_allowed',
] as const;

export const authStateSchema = z.enum(authStates);

export type AuthState = z.infer<typeof authStateSchema>;

/** What `x-mock-decision` says: the state that refused the request, or `allowed`. */
export type Decision = AuthState | 'allowed';
