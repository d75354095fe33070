/** What a scenario is: for which kinds of key it exists, and what happens on the stage. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import type { AccountHandle, NewKeyOptions } from '../api/account-handle.ts';
import type { NewKeyHandle } from '../api/key-handle.ts';
import type { SettingChanges } from '../api/setting-changes.ts';
import type { Fault, FaultEffect, NewFault } from '../core/fault.ts';
import type { KeyScheme } from '../core/scheme.ts';

/** A sentence in both languages. */
export interface Summary {
  readonly en: string;
  readonly pt: string;
}

/** One account of one platform, to be brought into a situation. `Role` names what the keys are to the scenario. */
export interface Stage<Role extends string = string> {
  readonly policy: KeyPolicy;
  /** Fresh, on a plan with API access, with the rows of the document's examples and no key. */
  readonly account: AccountHandle;
  /** Creates a key; tests find it as `keys.<role>`. */
  key(role: Role, options?: NewKeyOptions): NewKeyHandle;
  /** Ids of the account's rows in a collection. */
  idsOf(collection: string): string[];
  /** Makes something go wrong for requests to this platform. */
  fault(effect: FaultEffect, limits?: Pick<NewFault, 'times' | 'probability'>): Fault;
  /** The platform's own body for an error inside it. */
  serverError(): { readonly status: number; readonly body: unknown };
  configure(changes: SettingChanges): void;
}

export interface ScenarioDefinition<Role extends string = string> {
  readonly summary: Summary;
  /** Every key that it is sure to return. */
  readonly keys: readonly Role[];
  /** Whether the rules for this kind of key let the situation come about. */
  fits(scheme: KeyScheme): boolean;
  play(stage: Stage<Role>): void;
  /** The product that its account is of, where it is not the platform's default. */
  product?(policy: KeyPolicy): string | undefined;
}

/** Keeps the names of the keys in the type. */
export function scenario<const Role extends string = never>(
  definition: Omit<ScenarioDefinition<Role>, 'keys'> & { readonly keys?: readonly Role[] },
): ScenarioDefinition<Role> {
  return { keys: [], ...definition };
}

/** Whether people manage such keys in a dashboard; other credentials come from a login (OAuth). */
export function onKeyScreen({ policy }: KeyScheme): boolean {
  return policy.managedBy.length > 0;
}

/** A plan that the API is closed to, or `undefined`. */
export function planWithoutAccess({ plans }: KeyPolicy): string | undefined {
  return plans.all.find((plan) => !plans.withApiAccess.includes(plan));
}
