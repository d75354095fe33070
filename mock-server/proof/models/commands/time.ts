/** Time and worlds: the clock, settings, reset, snapshots, and a server that is killed. */
import fc from 'fast-check';
import { equal, insist } from '../expect.ts';
import { ask, type Real } from '../real.ts';
import type { World } from '../world.ts';
import { Command } from './command.ts';
import { iso } from './keys-in-view.ts';
import { compareAll } from './views.ts';

const MS = { '180ms': 180, '200ms': 200, '1s': 1000, '10s': 10_000, '61s': 61_000, '25h': 90_000_000 } as const;
/** Snapshots that a session keeps. */
const KEPT = 100;

export class Advance extends Command {
  readonly by: keyof typeof MS;

  constructor(by: keyof typeof MS) {
    super();
    this.by = by;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const sent = { method: 'POST', path: '/__mock/clock/advance', body: { by: this.by } };
    const got = await ask(world, real, sent);
    world.now += MS[this.by];
    insist(sent, got, equal('the clock', [got.status, got.json], [200, { now: iso(world.now) }]));
  }

  override toString(): string {
    return `advance(${this.by})`;
  }
}

export class Configure extends Command {
  readonly settings: { readonly rateLimits?: 'on' | 'off'; readonly propagationDelay?: string };

  constructor(settings: Configure['settings']) {
    super();
    this.settings = settings;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const sent = { method: 'PATCH', path: '/__mock/settings', body: this.settings };
    const got = await ask(world, real, sent);
    const { rateLimits, propagationDelay } = this.settings;
    if (rateLimits) world.state.rateLimits = rateLimits === 'on';
    if (propagationDelay) world.state.delay = Number.parseInt(propagationDelay) * 1000;
    const seen = got.json as { rateLimits: string; propagationDelay: number };
    insist(
      sent,
      got,
      equal(
        'the settings',
        [got.status, seen.rateLimits, seen.propagationDelay],
        [200, world.state.rateLimits ? 'on' : 'off', world.state.delay],
      ),
    );
  }

  override toString(): string {
    return `configure(${JSON.stringify(this.settings)})`;
  }
}

export class Reset extends Command {
  protected async act(world: World, real: Real): Promise<void> {
    const sent = { method: 'POST', path: '/__mock/reset' };
    const got = await ask(world, real, sent);
    world.reset();
    const { requests, now } = got.json as { requests: number; now: string };
    insist(sent, got, equal('the state', [got.status, requests, now], [200, 0, iso(world.now)]));
    await compareAll(world, real);
  }

  override toString(): string {
    return 'reset()';
  }
}

export class TakeSnapshot extends Command {
  protected async act(world: World, real: Real): Promise<void> {
    const sent = { method: 'POST', path: '/__mock/snapshots' };
    const got = await ask(world, real, sent);
    const { id } = got.json as { id: string };
    insist(
      sent,
      got,
      equal('status', got.status, 201) ?? (world.snapshots.has(id) ? `${id} is the name of another snapshot` : undefined),
    );
    world.snapshots.set(id, structuredClone(world.state));
    world.memory.snapshots.push(id);
    const [oldest] = world.snapshots.keys();
    if (world.snapshots.size > KEPT) world.snapshots.delete(oldest!);
  }

  override toString(): string {
    return 'snapshot()';
  }
}

export class Restore extends Command {
  /** Counted back from the last one that was taken. */
  readonly back: number;

  constructor(back: number) {
    super();
    this.back = back;
  }

  override check({ memory }: Readonly<World>): boolean {
    return memory.snapshots.length > 0;
  }

  protected async act(world: World, real: Real): Promise<void> {
    const { snapshots } = world.memory;
    const id = snapshots.at(-1 - (this.back % snapshots.length))!;
    const sent = { method: 'POST', path: `/__mock/snapshots/${id}/restore` };
    const got = await ask(world, real, sent);
    const state = world.snapshots.get(id);
    const code = (got.json as { code?: string }).code;
    if (!state) return insist(sent, got, equal('status and code', [got.status, code], [404, 'snapshot_not_found']));
    insist(sent, got, equal('status', got.status, 200));
    world.snapshots.delete(id);
    world.snapshots.set(id, state);
    world.state = structuredClone(state);
    await compareAll(world, real);
  }

  override toString(): string {
    return `restore(${this.back} back)`;
  }
}

/** SIGKILL, and the same file in a new process: only the snapshots were nowhere but in memory. */
export class KillAndRestart extends Command {
  override check({ mayBeKilled }: Readonly<World>): boolean {
    return mayBeKilled();
  }

  protected async act(world: World, real: Real): Promise<void> {
    if (!real.restart) throw new Error('Only a server with a data file can be killed.');
    await real.restart();
    world.snapshots.clear();
    await compareAll(world, real);
  }

  override toString(): string {
    return 'killAndRestart()';
  }
}

export const settings: fc.Arbitrary<Command> = fc
  .oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('on', 'on', 'on', 'off').map((rateLimits): Configure['settings'] => ({ rateLimits })),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom('0s', '0s', '10s', '60s')
        .map((propagationDelay): Configure['settings'] => ({ propagationDelay })),
    },
  )
  .map((change) => new Configure(change));

export const advances: fc.Arbitrary<Command> = fc
  .constantFrom(...(Object.keys(MS) as (keyof typeof MS)[]))
  .map((by) => new Advance(by));
export const resets: fc.Arbitrary<Command> = fc.constant(null).map(() => new Reset());
export const snapshots: fc.Arbitrary<Command> = fc.constant(null).map(() => new TakeSnapshot());
export const restores: fc.Arbitrary<Command> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(new Restore(0)) },
  { weight: 1, arbitrary: fc.nat(20).map((back) => new Restore(back)) },
);
export const killings: fc.Arbitrary<Command> = fc.constant(null).map(() => new KillAndRestart());
