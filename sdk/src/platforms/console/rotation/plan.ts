import { ConflictError } from '../../../errors/conflict-error.ts';
import { PlanRequiredError } from '../../../errors/plan-required-error.ts';
import type { SchemaOf } from '../../../types.ts';
import type { RotateOptions, RotationWay } from './types.ts';

type Key = SchemaOf<'ConsoleApiKey'>;

/** What a rotation goes by. */
export interface Facts {
  readonly account: SchemaOf<'ConsoleAccount'>;
  readonly rules: SchemaOf<'ConsoleKeyRules'>;
  readonly keys: readonly Key[];
  readonly old: Key;
  /** `2026-11-21` */
  readonly today: string;
}

/** What will be done. */
export interface Plan {
  readonly way: RotationWay;
  readonly name: string;
  /** The key that is used again. */
  readonly spare?: Key | undefined;
  /** What becomes of the key that is no longer needed; undefined where the policy has nothing for it. */
  readonly retire: 'delete' | 'disable' | undefined;
}

const LONGEST_NAME = 100;

/**
 * Decides how a key is replaced, by the facts of the key policy alone, and refuses what is bound to fail while nothing has
 * changed yet.
 *
 * @throws PlanRequiredError where the plan has no API access, ConflictError where there is no way, or the name is taken
 */
export function planRotation({ account, rules, keys, old, today }: Facts, options: RotateOptions): Plan {
  const fail = { platform: 'console', operationId: 'rotate' };
  if (account.plans.some(({ name, apiAccess }) => name === account.plan && !apiAccess)) {
    const hint = 'Move the account to a plan with API access first.';
    throw new PlanRequiredError(`No key can be created on the plan "${account.plan}". ${hint}`, { ...fail, hint });
  }
  const { actions, keyLimit, names } = rules;
  const retire = actions.delete ? 'delete' : actions.disable ? 'disable' : undefined;
  const spares = rules.secret === 'revealable' && actions.disable ? keys.filter((key) => isSpare(key, old)) : [];
  const spare = options.reuse === undefined ? longestUnused(spares) : spares.find(({ id }) => id === options.reuse);
  const isFull = keyLimit !== null && keys.length >= keyLimit;
  const way = options.reuse === undefined && !isFull ? 'create' : spare ? 'reuse' : actions.delete ? 'delete-first' : undefined;
  if (!way || (options.reuse !== undefined && !spare)) {
    const hint = spares.length ? 'Choose one of the disabled keys.' : 'Disable a key that is not in use: it can be used again.';
    throw new ConflictError(`There is no room for another key, and none that can be used again. ${hint}`, { ...fail, hint });
  }
  const others = keys.filter((key) => !(way === 'reuse' ? key === spare : way === 'delete-first' && key === old));
  const taken = names.unique ? others.map(({ name }) => name) : [];
  const name = options.name ?? (way === 'delete-first' ? old.name : datedName(old.name, today, taken));
  if (taken.includes(name)) {
    const hint = 'Choose another name.';
    throw new ConflictError(`Another key of this account is named "${name}". ${hint}`, { ...fail, hint });
  }
  return { way, name, retire, spare: way === 'reuse' ? spare : undefined };
}

function isSpare(key: Key, old: Key): boolean {
  return key.status === 'disabled' && key.id !== old.id;
}

function longestUnused(keys: readonly Key[]): Key | undefined {
  return [...keys].sort((one, other) => unusedSince(one).localeCompare(unusedSince(other)))[0];
}

function unusedSince({ lastUsedAt, createdAt }: Key): string {
  return lastUsedAt ?? createdAt;
}

/** `CRM 2026-11-21`, `CRM 2026-11-21 (2)`; a date that an earlier rotation added goes. */
function datedName(old: string, today: string, taken: readonly string[]): string {
  const base = old.replace(/ \d{4}-\d{2}-\d{2}( \(\d+\))?$/, '');
  for (let number = 1; ; number++) {
    const ending = ` ${today}${number > 1 ? ` (${number})` : ''}`;
    const name = (base.slice(0, LONGEST_NAME - ending.length) + ending).trim();
    if (!taken.includes(name)) return name;
  }
}
