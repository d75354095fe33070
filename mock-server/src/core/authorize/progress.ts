/** What the steps of `authorize` share: the request as it came, what has been found so far, and how a step answers. */
import type { AuthState } from '@chaveiro/openapi/policy';
import type { Account } from '../account.ts';
import type { DecisionCode, Facts, RequestProblem, StepName, TraceStep } from '../decision.ts';
import type { Key } from '../key.ts';
import type { GuardedOperation, KeyScheme, WayIn } from '../scheme.ts';
import type { Session } from '../session.ts';

/** What `authorize` reads of a request; nothing of it is kept. */
export interface Credentials {
  header(name: string): string | null;
  query(name: string): string | null;
}

export interface Attempt {
  readonly session: Session;
  readonly operation: GuardedOperation;
  readonly credentials: Credentials;
  /** Parses and checks the request; `undefined`: nothing wrong. Asked once, when the pipeline gets there. */
  readonly checkRequest: () => RequestProblem | undefined;
  /** A value of the parsed body by JSON pointer, for limits that count by what is sent. */
  readonly bodyValue: (pointer: string) => unknown;
  /** The instance that the request is about, or `undefined` when it names none. */
  readonly instanceOf: (account: Account) => string | undefined;
}

export interface Verdict {
  readonly decision: DecisionCode;
  readonly steps: readonly TraceStep[];
  /** The scheme whose failures answer a refusal. */
  readonly scheme?: KeyScheme | undefined;
  readonly key?: Key | undefined;
  readonly account?: Account | undefined;
  readonly instanceId?: string | undefined;
  readonly facts: Facts;
}

/** What the steps have found so far. */
export interface Progress extends Attempt {
  readonly now: number;
  /** Of the operation's ways in, the one that this request takes. */
  readonly way: WayIn | undefined;
  scheme: KeyScheme | undefined;
  scopes: readonly string[];
  secret: string | undefined;
  key: Key | undefined;
  account: Account | undefined;
  instanceId: string | undefined;
  facts: Facts;
}

export type Finding =
  | { readonly outcome: 'passed' | 'skipped'; readonly rule: string; readonly detail: string }
  | { readonly outcome: 'refused'; readonly as: AuthState | RequestProblem; readonly rule: string; readonly detail: string };

export type Step = readonly [StepName, (progress: Progress) => Finding];

export function passed(rule: string, detail: string): Finding {
  return { outcome: 'passed', rule, detail };
}

export function skipped(rule: string, detail: string): Finding {
  return { outcome: 'skipped', rule, detail };
}

export function refused(as: AuthState | RequestProblem, rule: string, detail: string): Finding {
  return { outcome: 'refused', as, rule, detail };
}
