/** Every scenario by its name. To add one, write it in the file of its kind. */
import type { ScenarioDefinition } from './definition.ts';
import { keyNumbers } from './key-numbers.ts';
import { keyRights } from './key-rights.ts';
import { keyStates } from './key-states.ts';
import { traffic } from './traffic.ts';

const registry = { ...keyStates, ...keyNumbers, ...keyRights, ...traffic };

export type ScenarioName = keyof typeof registry;

/** The names under which a scenario returns its keys. */
export type KeysOf<Name extends string> = Name extends ScenarioName
  ? (typeof registry)[Name] extends ScenarioDefinition<infer Role>
    ? Role
    : never
  : string;

export const scenarios: ReadonlyMap<string, ScenarioDefinition> = new Map(
  Object.entries(registry as unknown as Record<string, ScenarioDefinition>),
);
