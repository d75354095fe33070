/** Changing a key: rename, disable, enable, delete; revealing and looking at it. */
import fc from 'fast-check';
import { equal, insist, wrongProblem } from '../expect.ts';
import type { PlatformModel, Refusal } from '../platform.ts';
import { ask, type Real } from '../real.ts';
import { latest, type ModelKey, type World } from '../world.ts';
import { Command } from './command.ts';
import { names } from './create.ts';
import { choose, entry, isName, keyChoices, onScreen, wrongView, type ChosenKey, type KeyChoice } from './keys-in-view.ts';

/** What a PATCH asks for; both at once happen both, or neither. */
export interface KeyChange {
  readonly name?: string;
  readonly status?: 'active' | 'disabled';
}

export class Change extends Command {
  readonly choice: KeyChoice;
  readonly change: KeyChange;

  constructor(choice: KeyChoice, change: KeyChange) {
    super();
    this.choice = choice;
    this.change = change;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const chosen = choose(this.choice, world, real.platform);
    const sent = { method: 'PATCH', path: pathOf(chosen), body: this.change };
    const got = await ask(world, real, sent);
    const outcome = applied(world, real.platform, chosen, this.change);
    if (isRefusal(outcome)) insist(sent, got, wrongProblem(got, outcome));
    else insist(sent, got, equal('status', got.status, 200) ?? wrongView(got.json, outcome, real.platform));
  }

  override toString(): string {
    return `change(${shown(this.choice)}, ${JSON.stringify(this.change)})`;
  }
}

export class Delete extends Command {
  readonly choice: KeyChoice;

  constructor(choice: KeyChoice) {
    super();
    this.choice = choice;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const chosen = choose(this.choice, world, real.platform);
    const sent = { method: 'DELETE', path: pathOf(chosen) };
    const got = await ask(world, real, sent);
    const key = onScreen(chosen, world);
    const refusal = entry(world, chosen.accountId, true) ?? (key ? undefined : NOT_FOUND);
    if (refusal) return insist(sent, got, wrongProblem(got, refusal));
    if (!real.platform.can.delete) return insist(sent, got, wrongProblem(got, [409, 'action_not_allowed']));
    insist(sent, got, equal('status and body', [got.status, got.text], [204, '']));
    world.change(key!, 'deleted', null);
  }

  override toString(): string {
    return `delete(${shown(this.choice)})`;
  }
}

export class Reveal extends Command {
  readonly choice: KeyChoice;

  constructor(choice: KeyChoice) {
    super();
    this.choice = choice;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const chosen = choose(this.choice, world, real.platform);
    const sent = { method: 'POST', path: `${pathOf(chosen)}/reveal` };
    const key = onScreen(chosen, world);
    const mayShow = real.platform.can.reveal ? key?.secret : undefined;
    const got = await ask(world, real, sent, mayShow);
    const refusal = entry(world, chosen.accountId, true) ?? (key ? undefined : NOT_FOUND);
    if (refusal) return insist(sent, got, wrongProblem(got, refusal));
    if (!real.platform.can.reveal) return insist(sent, got, wrongProblem(got, [409, 'secret_not_recoverable']));
    insist(sent, got, equal('the answer', [got.status, got.json], [200, { id: key!.id, secret: key!.secret }]));
  }

  override toString(): string {
    return `reveal(${shown(this.choice)})`;
  }
}

export class Show extends Command {
  readonly choice: KeyChoice;

  constructor(choice: KeyChoice) {
    super();
    this.choice = choice;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const chosen = choose(this.choice, world, real.platform);
    const sent = { method: 'GET', path: pathOf(chosen) };
    const got = await ask(world, real, sent);
    const key = onScreen(chosen, world);
    const refusal = entry(world, chosen.accountId, true) ?? (key ? undefined : NOT_FOUND);
    if (refusal) return insist(sent, got, wrongProblem(got, refusal));
    insist(sent, got, equal('status', got.status, 200) ?? wrongView(got.json, key!, real.platform));
  }

  override toString(): string {
    return `show(${shown(this.choice)})`;
  }
}

const NOT_FOUND: Refusal = [404, 'key_not_found'];

const statuses = fc.constantFrom<('active' | 'disabled')[]>('active', 'disabled', 'disabled');

/** Renames, switches, and both at once; `switching` alone for commands that need a change that matters to requests. */
export const keyChanges: fc.Arbitrary<KeyChange> = fc.oneof(
  { weight: 3, arbitrary: names.map((name) => (name === undefined ? {} : { name })) },
  { weight: 5, arbitrary: statuses.map((status) => ({ status })) },
  { weight: 1, arbitrary: fc.tuple(names, statuses).map(([name = 'Ambos', status]) => ({ name, status })) },
);

export const changes: fc.Arbitrary<Command>[] = [
  fc.tuple(keyChoices, keyChanges).map(([choice, change]) => new Change(choice, change)),
  keyChoices.map((choice) => new Delete(choice)),
  keyChoices.map((choice) => new Reveal(choice)),
  keyChoices.map((choice) => new Show(choice)),
];

/** Does in the model what a PATCH does, or says why it does nothing. */
export function applied(world: World, platform: PlatformModel, chosen: ChosenKey, { name, status }: KeyChange) {
  const refusal = refusalOf(world, platform, chosen, { ...(name !== undefined && { name }), ...(status && { status }) });
  if (refusal) return refusal;
  const key = onScreen(chosen, world)!;
  if (name !== undefined) key.name = name.trim();
  // Switching what is so already is no event: a key keeps the reason for which it was switched off.
  if (status && latest(key).status !== status) world.change(key, status, status === 'disabled' ? 'by_user' : null);
  return key;
}

export function isRefusal(outcome: Refusal | ModelKey): outcome is Refusal {
  return Array.isArray(outcome);
}

export function pathOf({ accountId, id }: ChosenKey): string {
  return `/accounts/${accountId}/api-keys/${id}`;
}

export function shown({ n, live, strangePath }: KeyChoice): string {
  return `${live ? '' : 'any '}key ${n}${strangePath ? ' by another account' : ''}`;
}

function refusalOf(world: World, platform: PlatformModel, chosen: ChosenKey, change: KeyChange): Refusal | undefined {
  const { name, status } = change;
  const kept = entry(world, chosen.accountId, isName(name) && Object.keys(change).length > 0);
  if (kept) return kept;
  const key = onScreen(chosen, world);
  if (!key) return NOT_FOUND;
  if (name !== undefined && name.trim() === '') return [400, 'invalid_request'];
  const others = world.shownKeys(key.accountId).filter((other) => other !== key);
  if (name !== undefined && platform.nameTaken(name.trim(), others)) return [409, 'key_name_taken'];
  if (status && !platform.can.switch) return [409, 'action_not_allowed'];
  return status === 'active' && !platform.hasApi(world.account(key.accountId).plan) ? [403, 'plan_required'] : undefined;
}
