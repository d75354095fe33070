/** Scenarios: an account and its keys, brought into a situation by name. Which exist on a platform follows from its policy. */
import { didYouMean, roles, type Role } from '@chaveiro/openapi/policy';
import type { AccountHandle } from '../api/account-handle.ts';
import type { NewKeyHandle } from '../api/key-handle.ts';
import type { World } from '../api/world.ts';
import type { Fault } from '../core/fault.ts';
import { broken, valueOf } from '../core/outcome.ts';
import type { KeyScheme } from '../core/scheme.ts';
import type { LoadedDocument } from '../document/load.ts';
import type { ScenarioDefinition, Summary } from './definition.ts';
import { scenarios, type KeysOf, type ScenarioName } from './registry.ts';
import { setStage, type SceneOptions } from './stage.ts';

export type { Summary } from './definition.ts';
export type { KeysOf, ScenarioName } from './registry.ts';
export { scenarioView, type ScenarioView } from './view.ts';

export interface ScenarioOptions extends SceneOptions {
  /** May be left out where only one platform has the scenario. */
  readonly platform?: string;
  /** A key scheme by its name in the document; default: the platform's first that the scenario fits. */
  readonly scheme?: string;
}

/** What a scenario leaves behind: everything that a test needs to act on it. */
export interface PlayedScenario<Keys extends string = string> {
  readonly scenario: string;
  readonly platform: string;
  readonly account: AccountHandle;
  /** By what they are to the scenario, each with its `secret`. */
  readonly keys: Readonly<Record<Keys, NewKeyHandle>>;
  /** Session tokens for the console, one for each role. */
  readonly users: Readonly<Record<Role, string>>;
  readonly faults: readonly Fault[];
}

export interface ScenarioEntry {
  readonly name: string;
  readonly summary: Summary;
  /** Platforms whose rules let it come about. */
  readonly platforms: readonly string[];
  /** The names under which it returns its keys. */
  readonly keys: readonly string[];
}

/** Every scenario, also those that no platform of the document has. */
export function listScenarios(document: LoadedDocument): ScenarioEntry[] {
  return [...scenarios].map(([name, definition]) => ({
    name,
    summary: definition.summary,
    platforms: [...new Set(fitting(document, definition).map(({ platform }) => platform))],
    keys: definition.keys,
  }));
}

/**
 * Plays a scenario; several add up, each on an account of its own.
 * @throws {KeyRuleError} `invalid_request` for a name that nobody knows, or a platform that cannot have it.
 */
export function playScenario<Name extends ScenarioName | (string & {})>(
  world: World,
  name: Name,
  options: ScenarioOptions = {},
): PlayedScenario<KeysOf<Name>> {
  const { scheme, definition } = findScenario(world.document, name, options);
  const strange = Object.keys(options.secrets ?? {}).find((role) => !definition.keys.includes(role) && !/^key\d+$/.test(role));
  if (strange !== undefined)
    refuse(`The scenario "${name}" has no key "${strange}". It has: ${definition.keys.join(', ') || 'none'}.`);

  const id = options.account?.id;
  if (id !== undefined && world.session.accounts.get(id))
    refuse(`There is an account "${id}" already. Choose another id, or leave it out.`);

  const before = world.session.snapshot();
  try {
    const { stage, account, keys, faults } = setStage(world, scheme, definition, options);
    definition.play(stage);
    const users = Object.fromEntries(roles.map((role) => [role, account.signIn(role)])) as Record<Role, string>;
    return { scenario: name, platform: scheme.platform, account, keys, users, faults };
  } catch (error) {
    world.session.restore(before);
    throw error;
  }
}

/** The scenario and the kind of key that it is to be played with. @throws {KeyRuleError} that says why there is none. */
export function findScenario(document: LoadedDocument, name: string, { platform, scheme: wanted }: ScenarioOptions) {
  const definition =
    scenarios.get(name) ??
    refuse(
      `There is no scenario "${name}"${didYouMean(name, scenarios.keys()) || '.'} There are: ${[...scenarios.keys()].join(', ')}.`,
    );
  if (platform !== undefined && !document.platforms.has(platform)) {
    refuse(`There is no platform "${platform}". There are: ${[...document.platforms.keys()].join(', ')}.`);
  }
  const all = fitting(document, definition);
  const platforms = [...new Set(all.map((scheme) => scheme.platform))];
  const candidates = all.filter(
    (scheme) => [undefined, scheme.platform].includes(platform) && [undefined, scheme.name].includes(wanted),
  );
  const [scheme] = candidates;
  if (!scheme) {
    const where = platforms.length > 0 ? `It exists on: ${platforms.join(', ')}.` : 'No platform of this document has it.';
    return refuse(`The rules of ${wanted ?? platform ?? 'every platform'} allow no scenario "${name}". ${where}`);
  }
  if (candidates.some((other) => other.platform !== scheme.platform)) {
    refuse(`Several platforms have the scenario "${name}". Say which: ${platforms.join(', ')}.`);
  }
  return { scheme, definition };
}

function fitting(document: LoadedDocument, definition: ScenarioDefinition): KeyScheme[] {
  return [...document.schemes.values()].filter((scheme) => definition.fits(scheme));
}

function refuse(message: string): never {
  return valueOf<never>(broken('invalid_request', message));
}
