/** Makes in a session what a seed says, all of it or nothing. */
import type { JsonPath, Role } from '@chaveiro/openapi/policy';
import type { AccountHandle } from '../api/account-handle.ts';
import type { NewKeyHandle } from '../api/key-handle.ts';
import { platformHandle } from '../api/platform-handle.ts';
import { changedSettings } from '../api/setting-changes.ts';
import type { World } from '../api/world.ts';
import { signIn } from '../core/dashboard.ts';
import { addFault, type Fault } from '../core/fault.ts';
import { defineTable } from '../core/table.ts';
import { schemesOf } from '../document/load.ts';
import { playScenario, type PlayedScenario } from '../scenarios/index.ts';
import { checkedSeed, type CheckedSeed } from './check.ts';
import { SeedError } from './problems.ts';
import { rowSchemasOf } from './rows.ts';
import type { SeedAccount, SeedKey } from './schema.ts';

export interface SeededUser {
  readonly role: Role;
  readonly name: string;
  readonly token: string;
}

export interface SeededAccount {
  readonly account: AccountHandle;
  /** In the order of the seed, each with its secret. */
  readonly keys: readonly NewKeyHandle[];
  readonly users: readonly SeededUser[];
}

/** What a seed has made, in its order. */
export interface AppliedSeed {
  readonly accounts: readonly SeededAccount[];
  readonly scenarios: readonly PlayedScenario[];
  readonly faults: readonly Fault[];
  /** The session's now, in milliseconds since the epoch. */
  readonly now: number;
}

/** @throws {SeedError} with everything that is wrong; then the session is as it was. */
export function applySeed(world: World, seed: unknown): AppliedSeed {
  const { session } = world;
  const { clock } = session;
  const [before, offset] = [session.snapshot(), clock.offset()];
  try {
    // It also draws ids, for rows that bring none.
    const checked = checkedSeed(world, seed);
    // Rows are dated by it; who sleeps is woken when nothing can go wrong any more.
    if (checked.clock) clock.moveTo(offset + Date.parse(checked.clock.now) - clock.now());
    const made = makeAll(world, checked);
    if (checked.clock) clock.set(clock.now());
    return { ...made, now: clock.now() };
  } catch (error) {
    session.restore(before);
    clock.moveTo(offset);
    throw error;
  }
}

function makeAll(world: World, { settings, accounts = [], scenarios = [], faults = [] }: CheckedSeed): Omit<AppliedSeed, 'now'> {
  const { session, document } = world;
  if (settings) session.settings = changedSettings(document, session.settings, settings);
  return {
    accounts: accounts.map((account, index) => openAccount(world, account, ['accounts', index])),
    scenarios: scenarios.map(({ name, ...options }, index) => at(['scenarios', index], () => playScenario(world, name, options))),
    faults: faults.map((fault, index) => at(['faults', index], () => addFault(session.faults, session.ids, fault))),
  };
}

/** An account lives its whole story: created where its plan allows keys, then moved to the plan it is to have. */
function openAccount(world: World, seed: SeedAccount, path: JsonPath): SeededAccount {
  const { session, document } = world;
  const { platform, plan, keys = [], users = [], resources = {} } = seed;
  const info = document.platforms.get(platform);
  const plans = schemesOf(document, platform)[0]?.policy.plans;
  if (!info || !plans) throw new Error(`The check let an unknown platform through: ${platform}.`);
  const wanted = plan ?? plans.default;
  const first = plans.withApiAccess.includes(wanted) ? wanted : (plans.withApiAccess[0] ?? wanted);

  const account = at(path, () => {
    const { id, name, product, rateLimits } = seed;
    const given = { ...(id && { id }), ...(name && { name }), ...(product && { product }), ...(rateLimits && { rateLimits }) };
    return platformHandle(session, document, info).accounts.create({ ...given, plan: first });
  });
  const schemas = rowSchemasOf(world, platform);
  for (const [collection, rows] of Object.entries(resources)) {
    const table = session.table(account.id, defineTable(collection));
    rows.forEach((row, index) =>
      at([...path, 'resources', collection, index], () =>
        table.insert(schemas[collection]?.parse(row) ?? (row as { id: string })),
      ),
    );
  }
  const created = keys.map((key, index) => at([...path, 'keys', index], () => createKey(account, key)));
  if (wanted !== first) account.changePlan(wanted);
  const people = users.map(({ role, name = role, token = `session-${session.ids.text('base62', 24)}` }, index) => {
    at([...path, 'users', index, 'token'], () => signIn(session, token, { role, name, accountId: account.id }));
    return { role, name, token };
  });
  return { account, keys: created, users: people };
}

function createKey(account: AccountHandle, { state, ...wanted }: SeedKey): NewKeyHandle {
  const key = account.keys.create(wanted);
  if (state === 'disabled') key.disable();
  if (state === 'deleted') key.delete();
  if (state === 'expired') key.expire();
  return key;
}

/** A rule that the seed breaks is a problem of the line that broke it. */
function at<T>(path: JsonPath, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new SeedError([{ path, message: error instanceof Error ? error.message : String(error) }]);
  }
}
