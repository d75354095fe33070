import type { AuthState } from '../generated/refusals/refusal.ts';

/** What can go wrong with a call on every platform. */
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

/** What can go wrong with a webhook that arrives. */
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
 */
export type ErrorCode = CommonErrorCode | AuthState | WebhookErrorCode | 'rotation_failed';
