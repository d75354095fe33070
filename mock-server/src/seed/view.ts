/** What a seed has made, as JSON, secrets included. */
import type { Fault } from '../core/fault.ts';
import { createdKeyView, scenarioView, type CreatedKeyView, type ScenarioView } from '../scenarios/view.ts';
import type { AppliedSeed, SeededUser } from './apply.ts';

export interface AppliedSeedView {
  readonly accounts: readonly {
    readonly id: string;
    readonly platform: string;
    readonly name: string;
    readonly plan: string;
    readonly keys: readonly CreatedKeyView[];
    readonly users: readonly SeededUser[];
  }[];
  readonly scenarios: readonly ScenarioView[];
  readonly faults: readonly Fault[];
  /** ISO 8601. */
  readonly now: string;
}

export function appliedSeedView({ accounts, scenarios, faults, now }: AppliedSeed): AppliedSeedView {
  return {
    accounts: accounts.map(({ account: { id, platform, name, plan }, keys, users }) => ({
      id,
      platform,
      name,
      plan,
      keys: keys.map(createdKeyView),
      users,
    })),
    scenarios: scenarios.map(scenarioView),
    faults,
    now: new Date(now).toISOString(),
  };
}
