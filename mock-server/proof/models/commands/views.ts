/** What the dashboard shows of an account: its page, its keys, its log; and all keys at once, for a full comparison. */
import type fc from 'fast-check';
import { equal, insist, wrongProblem } from '../expect.ts';
import type { PlatformModel } from '../platform.ts';
import { ask, type Real } from '../real.ts';
import { latest, type Role, type World } from '../world.ts';
import { Command } from './command.ts';
import { accountChoices, entry, wrongView } from './keys-in-view.ts';

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

export const views: fc.Arbitrary<Command>[] = [
  accountChoices.map((account) => new ShowAccount(account)),
  accountChoices.map((account) => new ListKeys(account)),
  accountChoices.map((account) => new ShowLogs(account)),
];

/** What is wrong with an account as it is shown. */
export function wrongAccount(json: unknown, id: string, world: World, model: PlatformModel): string | undefined {
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
