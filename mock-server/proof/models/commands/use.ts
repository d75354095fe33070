/** Using keys on real operations: one after the other, together, and while somebody changes them. */
import fc from 'fast-check';
import { equal, insist, wrongAnswer, wrongProblem } from '../expect.ts';
import type { Expected, PlatformModel, Use } from '../platform.ts';
import { exchange, type Real } from '../real.ts';
import type { Got, Sent } from '../../wire/wire.ts';
import { latest, type World } from '../world.ts';
import { applied, isRefusal, keyChanges, pathOf, shown, type KeyChange } from './change.ts';
import { Command } from './command.ts';
import { choose, keyChoices, wrongView, type KeyChoice } from './keys-in-view.ts';
import { Advance } from './time.ts';

/** What is sent as the key: itself, itself with one character changed, or nothing. */
export type Brought = 'key' | 'none' | { readonly wrongAt: number };

export class UseKey extends Command {
  readonly choice: KeyChoice;
  readonly brought: Brought;
  readonly use: Use;
  /** How often at once. */
  readonly times: number;

  constructor(choice: KeyChoice, brought: Brought, use: Use, times: number) {
    super();
    this.choice = choice;
    this.brought = brought;
    this.use = use;
    this.times = times;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const { platform } = real;
    const secret = broughtBy(this.brought, choose(this.choice, world, platform).secret);
    // What one log entry more or less makes cannot be said of several readers at once; a crowd is there to fill a window.
    const times = this.use.kind === 'read logs' ? 1 : world.state.rateLimits ? this.times : Math.min(this.times, CALM);
    const sent = Array.from({ length: times }, () => platform.request(this.use, secret, world));
    const expected = sent.map(() => platform.answer(this.use, secret, world));
    const answers = await exchange(world, real, sent);
    settle(world, sent, answers, expected);
  }

  override toString(): string {
    const brought = this.brought === 'key' ? '' : ` with ${JSON.stringify(this.brought)}`;
    return `use(${shown(this.choice)}${brought}: ${this.use.kind} ${this.use.n}${this.times > 1 ? ` x ${this.times}` : ''})`;
  }
}

/** Every key that ever was, at the same moment. */
export class UseAll extends Command {
  readonly n: number;

  constructor(n: number) {
    super();
    this.n = n;
  }

  override check({ state }: Readonly<World>): boolean {
    return !state.rateLimits;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const { platform } = real;
    const use = { kind: READING[platform.platform]!, n: this.n };
    const secrets = latestSecrets(world);
    const sent = secrets.map((secret) => platform.request(use, secret, world));
    const expected = secrets.map((secret) => platform.answer(use, secret, world));
    const answers = await exchange(world, real, sent);
    for (const [index, got] of answers.entries()) settle(world, [sent[index]!], [got], [expected[index]!]);
  }

  override toString(): string {
    return `useAll(${this.n})`;
  }
}

/** A key is used while it is changed: each call finds it as it was before or as it is afterwards, nothing else. */
export class UseWhileChanging extends Command {
  readonly choice: KeyChoice;
  readonly change: KeyChange;
  readonly times: number;

  constructor(choice: KeyChoice, change: KeyChange, times: number) {
    super();
    this.choice = choice;
    this.change = change;
    this.times = times;
  }

  override check({ state }: Readonly<World>): boolean {
    return !state.rateLimits;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const { platform } = real;
    const chosen = choose(this.choice, world, platform);
    const use = { kind: READING[platform.platform]!, n: 0 };
    const patch: Sent = {
      method: 'PATCH',
      path: pathOf(chosen),
      headers: { authorization: `Bearer ${world.actor}` },
      body: this.change,
    };
    const calls = Array.from({ length: this.times }, () => platform.request(use, chosen.secret, world));
    const before = platform.answer(use, chosen.secret, world);
    const outcome = applied(world, platform, chosen, this.change);
    const after = platform.answer(use, chosen.secret, world);

    const half = Math.floor(calls.length / 2);
    const sent = [...calls.slice(0, half), patch, ...calls.slice(half)];
    const answers = await exchange(world, real, sent);
    const [changed] = answers.splice(half, 1);
    world.log.delete(changed!.requestId);
    if (isRefusal(outcome)) insist(patch, changed!, wrongProblem(changed!, outcome));
    else {
      // How many calls had been counted by then nobody can say.
      const { requestCount, lastUsedAt } = changed!.json as { requestCount: number; lastUsedAt: string | null };
      const counted = { ...outcome, requests: requestCount, lastUsedAt: lastUsedAt === null ? null : Date.parse(lastUsedAt) };
      insist(patch, changed!, equal('status', changed!.status, 200) ?? wrongView(changed!.json, counted, platform));
    }
    for (const [index, got] of answers.entries()) {
      const found = got.decision === after.decision ? after : before;
      settle(world, [calls[index]!], [got], [found]);
    }
  }

  override toString(): string {
    return `useWhileChanging(${shown(this.choice)} x ${this.times}, ${JSON.stringify(this.change)})`;
  }
}

/** One lead, time and again: what a minute has room for, twice, is more than a day has room for. */
export class UseForADay extends Command {
  readonly choice: KeyChoice;
  readonly use: Use;

  constructor(choice: KeyChoice, use: Use) {
    super();
    this.choice = choice;
    this.use = use;
  }

  override check({ state }: Readonly<World>): boolean {
    return state.rateLimits;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const crowd = new UseKey(this.choice, 'key', this.use, 125);
    await crowd.run(world, real);
    await new Advance('61s').run(world, real);
    await crowd.run(world, real);
  }

  override toString(): string {
    return `useForADay(${shown(this.choice)}: ${this.use.kind} ${this.use.n})`;
  }
}

/** Calls at once where nothing limits them. */
const CALM = 6;

/** A use of each platform that leaves nothing behind. */
const READING: Readonly<Record<string, string>> = {
  pingback: 'count contacts',
  rdstation: 'convert',
  zenvio: 'list instances',
};

export function uses(platform: PlatformModel): fc.Arbitrary<Command>[] {
  const brought = fc.oneof(
    { weight: 14, arbitrary: fc.constant<Brought>('key') },
    { weight: 1, arbitrary: fc.constant<Brought>('none') },
    { weight: 2, arbitrary: fc.nat(60).map((wrongAt): Brought => ({ wrongAt })) },
  );
  const use = fc.record({ kind: fc.constantFrom(...platform.uses), n: fc.nat(60) });
  // Now and then enough to fill a window of a minute.
  const times = fc.oneof(
    { weight: 120, arbitrary: fc.constant(1) },
    { weight: 40, arbitrary: fc.integer({ min: 2, max: CALM }) },
    { weight: platform.platform === 'rdstation' ? 3 : 0, arbitrary: fc.integer({ min: 100, max: 130 }) },
  );
  const day = fc.tuple(keyChoices, use).map(([choice, what]) => new UseForADay(choice, what));
  return [
    fc.tuple(keyChoices, brought, use, times).map(([choice, bring, what, often]) => new UseKey(choice, bring, what, often)),
    fc.nat(60).map((n) => new UseAll(n)),
    fc
      .tuple(keyChoices, keyChanges, fc.integer({ min: 2, max: 8 }))
      .map(([choice, change, often]) => new UseWhileChanging(choice, change, often)),
    ...(platform.platform === 'rdstation' ? [day] : []),
  ];
}

/** Holds answers of equal calls against what is expected of them, in whatever order they were looked at. */
export function settle(world: World, sent: readonly Sent[], answers: readonly Got[], expected: readonly Expected[]): void {
  const rank = ({ status, decision }: { status: number; decision: string }) => `${status} ${decision}`;
  const order = answers.map((got, index) => ({ got, sent: sent[index]! })).sort((a, b) => compare(rank(a.got), rank(b.got)));
  const wanted = [...expected].sort((a, b) => compare(rank(a), rank(b)));
  for (const [index, { got, sent: request }] of order.entries()) {
    const each = wanted[index]!;
    insist(request, got, wrongAnswer(got, each));
    each.then?.(got);
    world.log.delete(got.requestId);
    const { key, status, decision, instanceId = null } = each;
    if (!key) continue;
    key.requests += 1;
    key.lastUsedAt = world.now;
    const { accountId, id: keyId } = key;
    world.log.set(got.requestId, { accountId, keyId, status, decision, method: request.method, instanceId });
  }
}

export function broughtBy(brought: Brought, secret: string): string | undefined {
  if (brought === 'key') return secret;
  if (brought === 'none') return undefined;
  const at = brought.wrongAt % secret.length;
  return `${secret.slice(0, at)}${secret[at] === 'x' ? 'y' : 'x'}${secret.slice(at + 1)}`;
}

/** Keys that are there, and the last ones that anybody saw. */
function latestSecrets({ memory, state }: World): string[] {
  const alive = state.keys.filter((key) => latest(key).status !== 'deleted').map(({ secret }) => secret);
  return [...new Set([...alive.slice(-6), ...memory.keys.slice(-6).map(({ secret }) => secret)])];
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
