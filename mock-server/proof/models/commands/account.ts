/** The account and its people: its plan, their roles, and who is at the dashboard. */
import fc from 'fast-check';
import { equal, insist, wrongProblem } from '../expect.ts';
import type { PlatformModel, Refusal } from '../platform.ts';
import { ask, type Real } from '../real.ts';
import type { Role, World } from '../world.ts';
import { Command } from './command.ts';
import { accountChoices, entry } from './keys-in-view.ts';
import { wrongAccount } from './views.ts';

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
