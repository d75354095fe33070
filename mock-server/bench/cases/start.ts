/** How long a program takes from its start to its first good answer, as a person would start it: on every core. */
import type { Cast } from '../cast.ts';
import { median } from '../figures.ts';
import { start } from '../process.ts';
import { say } from '../progress.ts';

export interface StartRow {
  readonly name: string;
  readonly medianMs: number;
  readonly leastMs: number;
}

export async function measureStarts({ base, start: peers }: Cast, quick: boolean): Promise<StartRow[]> {
  const times = new Map<string, number[]>();
  const spawns = quick ? 2 : 7;
  // In turn, so that a moment of noise hits one spawn of each rather than all of one.
  for (let spawn = 1; spawn <= spawns; spawn++) {
    say(`start: ${spawn} of ${spawns}`);
    for (const peer of [base, ...peers]) {
      const started = await start(peer, { pinned: false });
      await started.stop();
      times.set(peer.name, [...(times.get(peer.name) ?? []), started.startMs]);
    }
  }
  return [...times].map(([name, all]) => ({ name, medianMs: median(all), leastMs: Math.min(...all) }));
}
