/** Why a request was let in or refused: every step that looked at it, in order. */
import type { AuthState, Evidence } from '@chaveiro/openapi/policy';
import type { RuleCode } from './outcome.ts';
import type { SessionProblem } from './sessions.ts';

export type StepName =
  | 'locate'
  | 'identify'
  | 'deleted'
  | 'disabled'
  | 'expired'
  | 'plan'
  | 'product'
  | 'endpoint'
  | 'scope'
  | 'rate_limit'
  | 'request'
  | 'instance'
  | 'session';

/** Requests that fail for another reason than their key. */
export type RequestProblem =
  | 'malformed_json'
  | 'missing_body'
  | 'unsupported_media_type'
  | 'payload_too_large'
  | 'uri_too_long'
  | 'bad_encoding'
  | 'unknown_path'
  | 'method_not_allowed'
  | 'server_error'
  | 'invalid_request'
  | 'unimplemented'
  /** A browser asked whether it may send the real request. */
  | 'preflight'
  /** An injected fault answered instead. */
  | 'fault'
  /** The store could not be written. */
  | 'not_kept'
  /** The controls of the mock are closed to whoever asks. */
  | 'control_token_required'
  | 'control_forbidden';

/** A rule of the dashboard that refused. */
export type RuleDecision = RuleCode | 'role_required' | 'account_not_found';

/** `public`: the operation takes no key. */
export type DecisionCode = 'allowed' | 'public' | AuthState | RequestProblem | RuleDecision | SessionProblem | 'session_required';

export interface TraceStep {
  readonly step: StepName;
  readonly outcome: 'passed' | 'refused' | 'skipped';
  /** The line of the document that decided: `x-key-policy.actions.disable`, `security`, `x-instance`. */
  readonly rule: string;
  /** What was found, for a person to read; never a secret. */
  readonly detail: string;
  readonly evidence?: Evidence;
  readonly source?: string;
}

/** Values that an example's `x-fill` may take: the missing scope, the limit, the lead. */
export type Facts = Record<string, string | number>;
