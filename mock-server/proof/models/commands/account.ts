/** The account and its people: plan, roles, who is at the dashboard, and what it shows of the account. */
import fc from 'fast-check';
import { equal, insist, wrongProblem } from '../expect.ts';
import type { PlatformModel, Refusal } from '../platform.ts';
import { ask, type Real } from '../real.ts';
import { latest, type Role, type World } from '../world.ts';
import { Command } from './command.ts';
import { accountChoices, entry, wrongView } from './keys-in-view.ts';

export class ChangePlan extends Command {
  readonly account: 0 | 1;
  readonly plan: string;

  constructor(account: 0 | 1, plan: string) {
    super();
    this.account = account;
    this.plan = plan;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const { platform } = real;
    const id = platform.accounts[this.account];
    const sent = { method: 'PATCH', path: `/accounts/${id}`, body: { plan: this.plan } };
    const got = await ask(world, real, sent);
    const known: Refusal | undefined = platform.plans.includes(this.plan) ? undefined : [400, 'invalid_request'];
    const refusal = entry(world, id, true) ?? known;
    if (refusal) return insist(sent, got, wrongProblem(got, refusal));
    const account = world.account(id);
    account.plan = this.plan;
    platform.planChanged(world, account);
    insist(sent, got, equal('status', got.status, 200) ?? wrongAccount(got.json, id, world, platform));
  }

  override toString(): string {
    return `changePlan(${this.account}, ${this.plan})`;
  }
}

/** Somebody with another role signs in and takes over. */
export class ChangeRole extends Command {
  readonly account: 0 | 1;
  readonly role: Role;

  constructor(account: 0 | 1, role: Role) {
    super();
    this.account = account;
    this.role = role;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const accountId = real.platform.accounts[this.account];
    const sent = { method: 'POST', path: `/__mock/accounts/${accountId}/sign-in`, body: { role: this.role } };
    const got = await ask(world, real, sent);
    const { token, role } = got.json as { token: string; role: string };
    insist(sent, got, equal('status and role', [got.status, role], [201, this.role]));
    world.state.people.push({ token, role: this.role, accountId });
    if (!world.memory.tokens.includes(token)) world.memory.tokens.push(token);
    world.actor = token;
  }

  override toString(): string {
    return `changeRole(${this.account}, ${this.role})`;
  }
}

/** Somebody who was at the dashboard before goes on; after a reset they may be signed in no more. */
export class TakeOver extends Command {
  readonly n: number;

  constructor(n: number) {
    super();
    this.n = n;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- nothing is sent
  protected async act(world: World): Promise<void> {
    const { tokens } = world.memory;
    world.actor = tokens[this.n % tokens.length]!;
  }

  override toString(): string {
    return `takeOver(${this.n})`;
  }
}

export class ShowAccount extends Command {
  readonly account: 0 | 1;

  constructor(account: 0 | 1) {
    super();
    this.account = account;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const id = real.platform.accounts[this.account];
    const sent = { method: 'GET', path: `/accounts/${id}` };
    const got = await ask(world, real, sent);
    const refusal = entry(world, id, true, false);
    if (refusal) return insist(sent, got, wrongProblem(got, refusal));
    insist(sent, got, equal('status', got.status, 200) ?? wrongAccount(got.json, id, world, real.platform));
  }

  override toString(): string {
    return `showAccount(${this.account})`;
  }
}

export class ListKeys extends Command {
  readonly account: 0 | 1;

  constructor(account: 0 | 1) {
    super();
    this.account = account;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const id = real.platform.accounts[this.account];
    const sent = { method: 'GET', path: `/accounts/${id}/api-keys` };
    const got = await ask(world, real, sent);
    const refusal = entry(world, id, true);
    if (refusal) return insist(sent, got, wrongProblem(got, refusal));
    insist(sent, got, equal('status', got.status, 200) ?? wrongList(got.json, id, world, real.platform));
  }

  override toString(): string {
    return `listKeys(${this.account})`;
  }
}

/** The audit: which key made which request. */
export class ShowLogs extends Command {
  readonly account: 0 | 1;

  constructor(account: 0 | 1) {
    super();
    this.account = account;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const id = real.platform.accounts[this.account];
    const sent = { method: 'GET', path: `/accounts/${id}/api-logs?limit=100` };
    // As it was when the request came: this one may get the id of an earlier one, whose line goes with the answer.
    const log = new Map(world.log);
    const got = await ask(world, real, sent);
    const refusal = entry(world, id, true);
    if (refusal) return insist(sent, got, wrongProblem(got, refusal));
    insist(sent, got, equal('status', got.status, 200) ?? wrongLogs(got.json, id, log, world));
  }

  override toString(): string {
    return `showLogs(${this.account})`;
  }
}

export function accountCommands({ plans }: PlatformModel): Record<'plan' | 'role' | 'takeOver', fc.Arbitrary<Command>> {
  const plan = fc.oneof(
    { weight: 15, arbitrary: fc.constantFrom(...plans) },
    { weight: 1, arbitrary: fc.constant('enterprise') },
  );
  // Most of the time somebody who may do something is at the dashboard.
  const role = fc.constantFrom<Role[]>('owner', 'owner', 'owner', 'manager', 'manager', 'member');
  return {
    plan: fc.tuple(accountChoices, plan).map(([account, to]) => new ChangePlan(account, to)),
    role: fc.tuple(accountChoices, role).map(([account, as]) => new ChangeRole(account, as)),
    takeOver: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(0, 1).map((n) => new TakeOver(n)) },
      { weight: 1, arbitrary: fc.nat(99).map((n) => new TakeOver(n)) },
    ),
  };
}

export const views: fc.Arbitrary<Command>[] = [
  accountChoices.map((account) => new ShowAccount(account)),
  accountChoices.map((account) => new ListKeys(account)),
  accountChoices.map((account) => new ShowLogs(account)),
];

function wrongAccount(json: unknown, id: string, world: World, model: PlatformModel): string | undefined {
  interface Seen {
    id: string;
    platform: string;
    plan: string;
    plans: { name: string; apiAccess: boolean }[];
    keyLimit: number | null;
    keysInUse: number;
    users: { role: Role }[];
  }
  const { id: seenId, platform, plan, plans, keyLimit, keysInUse, users } = json as Seen;
  const roles = world.state.people
    .filter(({ accountId }) => accountId === null || accountId === id)
    .map(({ role }) => role)
    .sort();
  return equal(
    'the account',
    { id: seenId, platform, plan, plans, keyLimit, keysInUse, roles: users.map(({ role }) => role).sort() },
    {
      id,
      platform: model.platform,
      plan: world.account(id).plan,
      plans: model.plans.map((name) => ({ name, apiAccess: model.hasApi(name) })),
      keyLimit: model.keyLimit,
      keysInUse: world.shownKeys(id).length,
      roles,
    },
  );
}

function wrongList(json: unknown, accountId: string, world: World, platform: PlatformModel): string | undefined {
  const { items, total } = json as { items: { id: string; createdAt: string }[]; total: number };
  const keys = world.shownKeys(accountId);
  const created = items.map(({ createdAt }) => createdAt);
  const wrong =
    equal('total', total, keys.length) ?? equal('ids', items.map(({ id }) => id).sort(), keys.map(({ id }) => id).sort());
  if (wrong) return wrong;
  // A snapshot may bring back keys of a later time, and then new ones are older.
  if (world.now >= Math.max(...keys.map(({ createdAt }) => createdAt)) && keys.length > 0)
    if (keys.every((key, index) => index === 0 || key.createdAt >= keys[index - 1]!.createdAt))
      if (created.some((at, index) => index > 0 && at < created[index - 1]!)) return 'the keys are not listed oldest first';
  return items
    .map((item) =>
      wrongView(
        item,
        keys.find(({ id }) => id === item.id)!,
        platform,
      ),
    )
    .find((each) => each);
}

function wrongLogs(json: unknown, accountId: string, log: World['log'], { state }: World): string | undefined {
  interface Row {
    id: string;
    keyId: string;
    keyName: string;
    method: string;
    status: number;
    decision: string;
  }
  const { items, total } = json as { items: Row[]; total: number };
  const lines = new Map([...log].filter(([, line]) => line.accountId === accountId));
  const wrong = equal('total', total, lines.size) ?? equal('items', items.length, Math.min(100, lines.size));
  if (wrong) return wrong;
  for (const { id, keyId, keyName, method, status, decision } of items) {
    const line = lines.get(id);
    // After a restore the log may speak of a key that is not there any more.
    const name = state.keys.find((key) => key.id === line?.keyId)?.name ?? null;
    const expected = line && {
      keyId: line.keyId,
      keyName: name,
      method: line.method,
      status: line.status,
      decision: line.decision,
    };
    const differs = equal(`log ${id}`, { keyId, keyName, method, status, decision }, expected);
    if (differs) return differs;
  }
  return undefined;
}

/** Every key of both accounts, deleted ones too, is as the model has it. */
export async function compareAll(world: World, real: Real): Promise<void> {
  for (const accountId of real.platform.accounts) {
    const sent = { method: 'GET', path: `/__mock/accounts/${accountId}/keys` };
    const got = await ask(world, real, sent);
    interface Row {
      id: string;
      scheme: string;
      name: string;
      status: string;
      disabledReason: string | null;
      requests: number;
      createdAt: string;
    }
    const { items } = got.json as { items: Row[] };
    const seen = items
      .filter(({ scheme }) => scheme === real.platform.scheme)
      .map(({ id, name, status, disabledReason, requests }) => ({ id, name, status, disabledReason, requests }));
    const expected = world.state.keys
      .filter((key) => key.accountId === accountId)
      .map((key) => ({
        id: key.id,
        name: key.name,
        status: latest(key).status,
        disabledReason: latest(key).reason,
        requests: key.requests,
      }));
    insist(sent, got, equal('the keys', sorted(seen), sorted(expected)));
  }
}

function sorted<T extends { readonly id: string }>(rows: T[]): T[] {
  return rows.sort((one, other) => (one.id < other.id ? -1 : 1));
}
