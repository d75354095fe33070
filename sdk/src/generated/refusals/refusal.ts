// Generated from openapi.yaml by npm run generate. Do not edit.

/**
 * Every reason for which a key, or its absence, is refused.
 *
 * ```ts
 * const lost: readonly AuthState[] = ['deleted_key', 'expired_key'];
 * ```
 */
export type AuthState =
  | 'missing_key'
  | 'unknown_key'
  | 'deleted_key'
  | 'disabled_key'
  | 'expired_key'
  | 'plan_not_allowed'
  | 'wrong_product'
  | 'wrong_endpoint'
  | 'scope_missing'
  | 'rate_limited'
  | 'rate_limited_lead'
  | 'instance_not_allowed';

/** An answer that means that the key was refused. */
export interface Refusal {
  /** The scheme whose key gets this answer, on platforms that have several. */
  readonly scheme?: string;
  readonly status: number;
  /** The stable code of the body, where it has one: errorCode, error_type, code or error. */
  readonly code?: string;
  /** How the sentence of the body begins, where status and code do not tell. */
  readonly message?: string;
  /** All causes that this answer can have. */
  readonly states: readonly AuthState[];
}
