/** Random histories of commands against a mock and a model, until there were enough or the two disagree. */
import fc from 'fast-check';
import { curlLines } from '../wire/curl.ts';
import type { Server } from '../wire/servers.ts';
import { Wire } from '../wire/wire.ts';
import { accountCommands } from './commands/account.ts';
import { changes } from './commands/change.ts';
import { Command } from './commands/command.ts';
import { creations } from './commands/create.ts';
import { advances, killings, resets, restores, settings, snapshots } from './commands/time.ts';
import { uses } from './commands/use.ts';
import { compareAll, views } from './commands/views.ts';
import { pingback } from './pingback.ts';
import type { PlatformModel } from './platform.ts';
import { rdstation } from './rdstation.ts';
import type { Real } from './real.ts';
import { NOW, readStart } from './start.ts';
import { World, type Start } from './world.ts';
import { zenvio } from './zenvio.ts';

export const models: readonly PlatformModel[] = [pingback, rdstation, zenvio];

export interface ModelProof {
  readonly platform: string;
  readonly seed: number;
  readonly commands: number;
  /** Histories that the commands were in. */
  readonly histories: number;
  readonly requests: number;
  readonly kills: number;
  readonly seconds: number;
  /** What a person needs to see it happen; absent: no divergence. */
  readonly divergence?: string;
}

export interface ModelOptions {
  readonly commands: number;
  readonly seed: number;
  /** Commands of one history, at most. */
  readonly longest?: number;
  /** How often the server is killed on the way, where it can be; default: never. */
  readonly kills?: number;
  readonly onProgress?: (commands: number) => void;
}

/** Histories that one seed makes; the next ones have the next seed, so that what failed is found again quickly. */
const BATCH = 20;

export async function proveModel(server: Server, platform: PlatformModel, options: ModelOptions): Promise<ModelProof> {
  const { commands, seed, longest = 150, kills = 0, onProgress } = options;
  const began = performance.now();
  const start = await startOf(server, platform);
  const totals = { commands: 0, histories: 0, requests: 0, kills: 0 };
  const report = (divergence?: string): ModelProof => ({
    platform: platform.platform,
    seed,
    ...totals,
    seconds: (performance.now() - began) / 1000,
    ...(divergence !== undefined && { divergence }),
  });

  let failed: Failure | undefined;
  async function play(history: Iterable<fc.AsyncCommand<World, Real>>, session: string): Promise<void> {
    using wire = new Wire(server.url, { 'x-mock-session': session });
    const restart = server.restart && (() => (totals.kills++, server.restart!().then(() => wire.restarted(server.url))));
    const real: Real = { wire, platform, ...(restart && { restart }) };
    const world = new World(start, () => server.restart !== undefined && totals.kills < kills);
    const before = Command.ran;
    try {
      await wire.send({ method: 'POST', path: '/__mock/sessions', body: { name: session, now: NOW }, bare: true });
      await fc.asyncModelRun(() => ({ model: world, real }), history);
      await compareAll(world, real);
    } catch (error) {
      failed = { wire, error };
      throw error;
    } finally {
      totals.commands += Command.ran - before;
      totals.requests += wire.lines.length;
      await wire.send({ method: 'DELETE', path: `/__mock/sessions/${session}`, bare: true });
    }
  }

  const enough = () => totals.commands >= commands && totals.kills >= kills;
  for (let batch = seed; !enough(); batch++) {
    const history = fc.commands(arbitraries(platform, start, kills > 0), { maxCommands: longest, size: 'max' });
    const property = fc.asyncProperty(history, async (each) => {
      // Enough is enough, unless there is something to be shrunk.
      if (enough() && !failed) return;
      await play(each, `proof-${batch}-${totals.histories++}`);
      onProgress?.(totals.commands);
    });
    const outcome = await fc.check(property, { seed: batch, numRuns: BATCH });
    if (outcome.failed && failed) return report(explain(platform.platform, batch, outcome, failed));
    if (outcome.failed) throw outcome.errorInstance;
  }
  return report();
}

interface Failure {
  readonly wire: Wire;
  readonly error: unknown;
}

/** Weighted so that keys come and go, most requests matter, and a reset does not end every story. */
function arbitraries(platform: PlatformModel, start: Start, kill: boolean): fc.Arbitrary<Command>[] {
  const { plan, role, takeOver } = accountCommands(platform);
  const [create, createTogether] = creations(platform, Object.values(start.instances).flat()) as [Arb, Arb];
  const [change, remove, reveal, show] = changes as [Arb, Arb, Arb, Arb];
  const [use, useAll, useWhileChanging, ...useForADay] = uses(platform) as [Arb, Arb, Arb, ...Arb[]];
  const weighted: [number, Arb][] = [
    [10, create],
    [2, createTogether],
    [14, change],
    [5, remove],
    [4, reveal],
    [3, show],
    [24, use],
    [3, useAll],
    [3, useWhileChanging],
    ...useForADay.map((each): [number, Arb] => [1, each]),
    [5, plan],
    [4, role],
    [3, takeOver],
    ...views.map((view): [number, Arb] => [2, view]),
    [6, advances],
    [4, settings],
    [1, resets],
    [3, snapshots],
    [3, restores],
    ...(kill ? [[4, killings] satisfies [number, Arb]] : []),
  ];
  // fc.commands has no weights of its own: it takes any of these as likely as another.
  return weighted.flatMap(([weight, arbitrary]) => Array<Arb>(weight).fill(arbitrary));
}

type Arb = fc.Arbitrary<Command>;

async function startOf(server: Server, platform: PlatformModel): Promise<Start> {
  using wire = new Wire(server.url, { 'x-mock-session': `start-${platform.platform}` });
  // Awaited here: the connections end with this block.
  return await readStart(wire, platform);
}

type Outcome = Pick<fc.RunDetails<[unknown]>, 'counterexample' | 'counterexamplePath' | 'numShrinks'>;

/** Seed, what differs, the shortest history in which it does, and the same as curl lines. */
function explain(platform: string, seed: number, outcome: Outcome, { wire, error }: Failure): string {
  const [history] = outcome.counterexample ?? [[]];
  return [
    `The mock and the model of ${platform} differ (seed ${seed}, path ${outcome.counterexamplePath ?? ''}, ${outcome.numShrinks} shrinks).`,
    (error as Error).message,
    `Commands: ${String(history)}`,
    'As curl lines:',
    ...curlLines(wire),
  ].join('\n');
}
