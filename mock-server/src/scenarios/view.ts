/** A played scenario as JSON, secrets included: the one moment at which a caller over HTTP can learn them. */
import type { KeyHandle, NewKeyHandle } from '../api/key-handle.ts';
import type { Fault } from '../core/fault.ts';
import type { PlayedScenario } from './index.ts';

export interface CreatedKeyView extends Pick<KeyHandle, 'id' | 'scheme' | 'name' | 'status' | 'masked'> {
  readonly secret: string;
}

export interface ScenarioView {
  readonly scenario: string;
  readonly platform: string;
  readonly account: { readonly id: string; readonly name: string; readonly plan: string };
  readonly keys: Readonly<Record<string, CreatedKeyView>>;
  readonly users: Readonly<Record<string, string>>;
  readonly faults: readonly Fault[];
}

export function scenarioView({ scenario, platform, account, keys, users, faults }: PlayedScenario): ScenarioView {
  return {
    scenario,
    platform,
    account: { id: account.id, name: account.name, plan: account.plan },
    keys: Object.fromEntries(Object.entries(keys).map(([role, key]) => [role, createdKeyView(key)])),
    users,
    faults,
  };
}

export function createdKeyView(key: NewKeyHandle): CreatedKeyView {
  const { id, scheme, name, status, masked, secret } = key;
  return { id, scheme, name, status, masked, secret };
}
