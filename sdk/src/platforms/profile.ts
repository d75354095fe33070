import type { ErrorClass } from '../errors/causes.ts';
import type { OperationTable } from '../generated/operations/operation-table.ts';
import type { AuthState, Refusal } from '../generated/refusals/refusal.ts';

/** How a caller gives the key of one security scheme. */
export interface KeyOption {
  /** The option of the platform's class. */
  readonly option: string;
  /** The environment variable that is asked when the option is not given. */
  readonly variable?: string;
  /** What helps a caller who has not given it. */
  readonly hint?: string;
}

/** All that differs between platforms. Two parts are generated from the document, the rest is for people. */
export interface Profile extends OperationTable {
  /** `RD Station` */
  readonly title: string;
  readonly refusals: readonly Refusal[];
  /** By security scheme. */
  readonly keys: Readonly<Record<string, KeyOption>>;
  /** What to do about each state of a key. */
  readonly hints: Readonly<Partial<Record<AuthState, string>>>;
  /** Codes that mean more than their status. */
  readonly codes: readonly (readonly [RegExp, ErrorClass])[];
}
