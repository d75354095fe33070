/** Whether the names of a seed exist: platforms, plans, scopes, scenarios … are what the document says they are. */
import { problemsOf, type JsonPath, type Problem } from '@chaveiro/openapi/policy';
import type { World } from '../api/world.ts';
import { KeyRuleError } from '../core/outcome.ts';
import type { KeyScheme } from '../core/scheme.ts';
import { isOne, type Note } from '../document/known-name.ts';
import { schemesOf, type LoadedDocument } from '../document/load.ts';
import { checkChoices } from '../document/other-answers.ts';
import { findScenario } from '../scenarios/index.ts';
import { SeedError } from './problems.ts';
import { rowSchemasOf } from './rows.ts';
import { seedSchema, slipsOf, spelledOut, type SeedAccount, type SeedKey } from './schema.ts';

export type CheckedSeed = ReturnType<typeof seedSchema.parse>;

/** @throws {SeedError} with everything that is wrong. */
export function checkedSeed(world: World, seed: unknown): CheckedSeed {
  const slips = slipsOf(seed);
  if (slips.length > 0) throw new SeedError(slips);

  const checked = seedSchema.parse(spelledOut(seed));
  const problems: Problem[] = [];
  const note: Note = (path, message) => void problems.push({ path, message });
  checkChoices(world.document, checked.settings?.failures ?? {}, ['settings', 'failures'], note);
  checked.accounts?.forEach((account, index) => checkAccount(world, account, ['accounts', index], note));
  checkScenarios(world.document, checked, note);
  checkFaults(world.document, checked, note);
  if (problems.length > 0) throw new SeedError(problems);
  return checked;
}

function checkAccount(world: World, account: SeedAccount, path: JsonPath, note: Note): void {
  const { platform, plan, product, keys = [], resources = {} } = account;
  const withKeys = new Set([...world.document.schemes.values()].map((scheme) => scheme.platform));
  if (!isOne(platform, withKeys, 'no platform with accounts', [...path, 'platform'], note)) return;
  const schemes = schemesOf(world.document, platform);
  const policy = schemes[0]?.policy;
  if (!policy) return;
  if (plan !== undefined) isOne(plan, policy.plans.all, `no plan of ${platform}`, [...path, 'plan'], note);
  if (product !== undefined) isOne(product, policy.products?.all ?? [], `no product of ${platform}`, [...path, 'product'], note);
  if (account.id !== undefined && world.session.accounts.get(account.id)) {
    note([...path, 'id'], `the account ${account.id} exists already; reset the mock first, or choose another id`);
  }
  checkRows(world, platform, resources, [...path, 'resources'], note);
  const instances = (resources['instances'] ?? []).map(({ id }) => id).filter((id) => typeof id === 'string');
  keys.forEach((key, index) => checkKey(key, schemes, instances, [...path, 'keys', index], note));
}

function checkKey(key: SeedKey, schemes: readonly KeyScheme[], instances: readonly string[], path: JsonPath, note: Note): void {
  const names = schemes.map(({ name }) => name);
  if (key.scheme !== undefined && !isOne(key.scheme, names, 'no kind of key here', [...path, 'scheme'], note)) return;
  const scheme = schemes.find(({ name }) => key.scheme === undefined || key.scheme === name);
  if (!scheme) return;
  const { policy } = scheme;
  key.scopes?.forEach((scope, at) => isOne(scope, policy.scopes, `no scope of ${scheme.name}`, [...path, 'scopes', at], note));
  if (policy.names.required && key.name === undefined) note([...path, 'name'], 'missing line: keys of this platform have a name');
  const possible = ['active', ...statesOf(scheme)];
  if (key.state !== undefined && !possible.includes(key.state)) {
    note([...path, 'state'], `${scheme.name} keys are never ${key.state}; they can be: ${possible.join(', ')}`);
  }
  if (key.instances && policy.lockTo === null)
    note([...path, 'instances'], 'keys of this platform open everything; leave the line out');
  else
    key.instances?.forEach((id, at) => isOne(id, instances, "none of the account's instances", [...path, 'instances', at], note));
}

function statesOf({ policy }: KeyScheme): string[] {
  const { actions, expires } = policy;
  return [
    ...(actions.disable ? ['disabled'] : []),
    ...(actions.delete ? ['deleted'] : []),
    ...(expires === 'never' ? [] : ['expired']),
  ];
}

function checkRows(world: World, platform: string, resources: SeedAccount['resources'], path: JsonPath, note: Note): void {
  const schemas = rowSchemasOf(world, platform);
  for (const [collection, rows] of Object.entries(resources ?? {})) {
    if (!isOne(collection, Object.keys(schemas), `no collection of ${platform}`, [...path, collection], note)) continue;
    const ids = new Set<unknown>();
    rows.forEach((row, index) => {
      const schema = schemas[collection];
      if (schema) problemsOf(schema, row, [...path, collection, index]).forEach((each) => note(each.path, each.message));
      const { id } = row;
      if (id !== undefined && ids.has(id)) note([...path, collection, index, 'id'], 'another row has this id');
      ids.add(id);
    });
  }
}

function checkScenarios(document: LoadedDocument, { scenarios = [] }: CheckedSeed, note: Note): void {
  scenarios.forEach(({ name, ...options }, index) => {
    try {
      findScenario(document, name, options);
    } catch (error) {
      if (!(error instanceof KeyRuleError)) throw error;
      note(['scenarios', index], error.message);
    }
  });
}

function checkFaults({ platforms, operationById }: LoadedDocument, { faults = [] }: CheckedSeed, note: Note): void {
  faults.forEach(({ on }, index) => {
    const path = ['faults', index, 'on'];
    if (on?.platform !== undefined) isOne(on.platform, platforms.keys(), 'no platform', [...path, 'platform'], note);
    if (on?.operationId !== undefined)
      isOne(on.operationId, operationById.keys(), 'no operation', [...path, 'operationId'], note, false);
  });
}
