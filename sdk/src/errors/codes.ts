import type { AuthState } from '../generated/refusals/refusal.ts';

/**
 * What can go wrong with a call on every platform.
 *
 * ```ts
 * const isOurs = (code: CommonErrorCode): boolean => code === 'missing_key' || code === 'malformed_key';
 * ```
 */
export type CommonErrorCode =
  /** No key was given; nothing was sent. */
  | 'missing_key'
  /** What was given cannot be a key; nothing was sent. */
  | 'malformed_key'
  /** The key was refused for one of several reasons: `candidates` lists them. */
  | 'key_refused'
  | 'invalid_request'
  | 'request_refused'
  | 'not_found'
  | 'conflict'
  | 'rate_limited'
  | 'plan_not_allowed'
  | 'server_error'
  | 'connection_failed'
  | 'timeout'
  | 'redirect_refused'
  /** A success that cannot be read; the platform took the request. */
  | 'invalid_answer';

/**
 * What can go wrong with a webhook that arrives.
 *
 * ```ts
 * const forged: readonly WebhookErrorCode[] = ['signature_mismatch', 'signature_malformed', 'signature_missing'];
 * ```
 */
export type WebhookErrorCode =
  | 'signature_missing'
  | 'signature_malformed'
  | 'signature_mismatch'
  | 'signature_expired'
  | 'token_missing'
  | 'token_mismatch'
  /** The receiver was given no secret or token. */
  | 'secret_missing'
  | 'secret_malformed'
  | 'body_unreadable'
  /** A framework parsed the body before its signature could be checked. */
  | 'body_already_parsed'
  | 'body_too_large'
  | 'event_malformed';

/**
 * Every stable code. Those of a refused key are the auth states of the document, so the mock's `x-mock-decision` has the
 * same names.
 *
 * ```ts
 * const advice: Partial<Record<ErrorCode, string>> = { disabled_key: 'Switch it on.', rate_limited: 'Wait.' };
 * ```
 */
export type ErrorCode = CommonErrorCode | AuthState | WebhookErrorCode | 'rotation_failed';
