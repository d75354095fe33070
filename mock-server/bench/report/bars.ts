/** What was promised, held against what was measured. */
import { OUR_CLI, OURS, OURS_ONE, PRISM } from '../cast.ts';
import { FULL_AFTER } from '../cases/memory.ts';
import type { Results } from './results.ts';

export interface Bar {
  readonly promise: string;
  readonly got: string;
  readonly holds: boolean;
}

/** Heap that may come and go between two looks at it. */
const HEAP_NOISE_MIB = 5;

/** Bars of what was measured; a quick run shows the same ones, and proves none. */
export function barsOf({ http, starts, inProcess, state, memory }: Omit<Results, 'bars'>): Bar[] {
  const bars: Bar[] = [];
  const bar = (promise: string, got: string, holds: boolean) => bars.push({ promise, got, holds });

  const row = (name: string) => http?.rows.find((candidate) => candidate.name === name);
  const [ours, one, prism] = [row(OURS), row(OURS_ONE), row(PRISM)];
  if (ours) bar('POST over HTTP >= 0.5 x bare node:http', times(ours.ofBase), ours.ofBase >= 0.5);
  if (ours && prism) {
    const ratio = ours.ofBase / prism.ofBase;
    bar('POST over HTTP >= 10 x Prism CLI', times(ratio), ratio >= 10);
  }
  if (ours && one) {
    const ratio = ours.ofBase / one.ofBase;
    bar('flat in the number of operations (all >= 0.9 x one)', times(ratio), ratio >= 0.9);
  }
  const start = starts?.find(({ name }) => name === OUR_CLI);
  if (start) bar('start <= 250 ms to the first answer', ms(start.medianMs), start.medianMs <= 250);
  if (state) {
    const rows = state.rows.toLocaleString('en');
    bar(`reset <= 1 ms with ${rows} rows`, ms(state.resetMs), state.resetMs <= 1);
    bar(`snapshot <= 5 ms with ${rows} rows`, ms(state.snapshotMs), state.snapshotMs <= 5);
  }
  if (inProcess)
    bar('MSW with our handler <= 1.15 x one handler written by hand', times(inProcess.ratio), inProcess.ratio <= 1.15);
  const [full, last] = [memory?.find(({ requests }) => requests >= FULL_AFTER) ?? memory?.[0], memory?.at(-1)];
  if (full && last) {
    const grown = last.heapMiB - full.heapMiB;
    const got = `heap ${grown < 0 ? '' : '+'}${grown.toFixed(1)} MiB`;
    bar(`memory flat over ${last.requests.toLocaleString('en')} requests`, got, grown <= HEAP_NOISE_MIB);
  }
  return bars;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(ratio < 10 ? 2 : 1)} x`;
}

export function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}
