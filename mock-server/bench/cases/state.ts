/** Snapshot, restore and reset of a mock with ten thousand rows. */
import { createMock } from '@chaveiro/mock-server';
import { median } from '../figures.ts';

export interface StateResult {
  readonly rows: number;
  readonly snapshotMs: number;
  readonly restoreMs: number;
  readonly resetMs: number;
}

const quick = process.argv.includes('--quick');
const rows = quick ? 1000 : 10_000;
const rounds = quick ? 20 : 200;

const mock = createMock();
for (let row = 1; row <= rows; row++) {
  const response = await mock.fetch('https://connect.pingback.com/v2/contacts', {
    method: 'POST',
    headers: { 'x-api-key': 'chaveiro-pingback-active', 'content-type': 'application/json' },
    body: JSON.stringify({ email: `contato.${row}@exemplo.com.br`, name: 'Ana Souza' }),
  });
  if (response.status !== 201) throw new Error(`Contact ${row} was answered with ${response.status}.`);
  if (row % 2000 === 0) console.error(`state: ${row} of ${rows} rows`);
}

const times = { snapshot: [] as number[], restore: [] as number[], reset: [] as number[] };
const full = mock.snapshot();
for (let round = -10; round < rounds; round++) {
  const [snapshot, reset, restore] = [timed(() => mock.snapshot()), timed(() => mock.reset()), timed(() => mock.restore(full))];
  if (round < 0) continue;
  times.snapshot.push(snapshot);
  times.reset.push(reset);
  times.restore.push(restore);
}
const result: StateResult = {
  rows,
  snapshotMs: median(times.snapshot),
  restoreMs: median(times.restore),
  resetMs: median(times.reset),
};
console.log(JSON.stringify(result));

function timed(act: () => unknown): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}
