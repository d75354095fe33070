/** Sets the stage for one scenario: a fresh account with the rows of the document's examples. */
import { resolve, type Example, type KeyPolicy, type Response } from '@chaveiro/openapi/policy';
import type { AccountHandle, NewKeyOptions } from '../api/account-handle.ts';
import type { NewKeyHandle } from '../api/key-handle.ts';
import { platformHandle, type NewAccount } from '../api/platform-handle.ts';
import { changedSettings } from '../api/setting-changes.ts';
import type { World } from '../api/world.ts';
import { addFault, type Fault } from '../core/fault.ts';
import type { KeyScheme } from '../core/scheme.ts';
import { defineTable, type Row } from '../core/table.ts';
import type { LoadedDocument, PlatformInfo } from '../document/load.ts';
import type { ScenarioDefinition, Stage } from './definition.ts';

export interface SceneOptions {
  readonly account?: NewAccount;
  /** Secrets of your own, by the key's name in the scenario. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** `none`: an account without contacts, instances and the like. */
  readonly rows?: 'example' | 'none';
}

export interface Scene {
  readonly stage: Stage;
  readonly account: AccountHandle;
  readonly keys: Readonly<Record<string, NewKeyHandle>>;
  readonly faults: readonly Fault[];
}

export function setStage(world: World, scheme: KeyScheme, definition: ScenarioDefinition, options: SceneOptions): Scene {
  const { session, document } = world;
  const { policy } = scheme;
  const platform = document.platforms.get(scheme.platform);
  if (!platform) throw new Error(`The document has no platform ${scheme.platform}.`);
  const product = options.account?.product ?? definition.product?.(policy);
  const account = platformHandle(session, document, platform).accounts.create({
    name: 'Loja Ipê',
    plan: planWithAccess(policy),
    ...options.account,
    ...(product !== undefined && { product }),
  });
  if (options.rows !== 'none') plantExampleRows(world, account.id, platform);

  const keys: Record<string, NewKeyHandle> = {};
  const faults: Fault[] = [];
  const stage: Stage = {
    policy,
    account,
    key(role, wanted: NewKeyOptions = {}) {
      const secret = options.secrets?.[role];
      const name = wanted.name ?? 'Integração';
      return (keys[role] = account.keys.create({
        scheme: scheme.name,
        name,
        ...wanted,
        ...(secret !== undefined && { secret }),
      }));
    },
    idsOf: (collection) =>
      session
        .table(account.id, defineTable(collection))
        .values()
        .map(({ id }) => id),
    fault(effect, limits = {}) {
      const fault = addFault(session.faults, session.ids, { effect, on: { platform: platform.id }, ...limits });
      faults.push(fault);
      return fault;
    },
    serverError: () => serverErrorOf(document, platform),
    configure: (changes) => void (session.settings = changedSettings(document, session.settings, changes)),
  };
  return { stage, account, keys, faults };
}

/** Keys are created on a plan that has them; what becomes of the plan is up to the scenario. */
function planWithAccess({ plans }: KeyPolicy): string {
  return plans.withApiAccess.includes(plans.default) ? plans.default : (plans.withApiAccess[0] ?? plans.default);
}

/** So that the document's example requests work with the scenario's keys, too. */
function plantExampleRows({ session }: World, accountId: string, { zeroSetup }: PlatformInfo): void {
  const example = zeroSetup?.accounts.find(({ resources }) => resources !== undefined);
  for (const [name, rows] of Object.entries(example?.resources ?? {})) {
    for (const row of rows) session.table(accountId, defineTable(name)).insert(row as unknown as Row);
  }
}

function serverErrorOf({ source }: LoadedDocument, { requestFailures }: PlatformInfo) {
  const { status, response, example } = requestFailures.server_error;
  const { content } = resolve<Response>(source, { $ref: `#/components/responses/${response}` });
  const found = Object.values(content ?? {})[0]?.examples?.[example];
  return { status, body: found && resolve<Example>(source, found).value };
}
