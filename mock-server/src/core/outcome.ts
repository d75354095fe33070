/** The result of a command on an account or a key: its value, or the rule that forbids it. */
import type { Facts } from './decision.ts';

/** Stable codes of the rules; the console answers with the same ones. */
export type RuleCode =
  | 'key_limit_reached'
  | 'key_name_taken'
  | 'plan_required'
  | 'action_not_allowed'
  | 'secret_not_recoverable'
  | 'key_not_found'
  | 'invalid_request';

export interface Broken {
  readonly ok: false;
  readonly code: RuleCode;
  /** What happened and what to do next, for a person. */
  readonly message: string;
  readonly facts: Facts;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Broken;

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function broken(code: RuleCode, message: string, facts: Facts = {}): Broken {
  return { ok: false, code, message, facts };
}

/** Thrown by the in-process API where the console would answer with a problem. */
export class KeyRuleError extends Error {
  override readonly name = 'KeyRuleError';
  readonly code: RuleCode;
  readonly facts: Facts;

  constructor(rule: Broken) {
    super(rule.message);
    this.code = rule.code;
    this.facts = rule.facts;
  }
}

/** The value, or a {@link KeyRuleError}. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new KeyRuleError(outcome);
  return outcome.value;
}
