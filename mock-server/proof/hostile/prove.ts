/** What hostile clients are answered, and what becomes of the mock meanwhile: as findings. */
import { document } from '@chaveiro/openapi';
import { progress, type Finding } from '../report.ts';
import { proveShapes } from './connections.ts';
import { proveEndurance } from './endurance.ts';
import { fitsOf } from './fits.ts';
import { proveFloods } from './floods.ts';
import { proveShots, targets, type ShotsProof } from './shots.ts';
import type { Heap } from './watch.ts';
import { startWatched } from './watched-process.ts';

export interface HostileOptions {
  readonly seed: number;
  /** Requests from the document. */
  readonly requests: number;
  /** Idle connections at once. */
  readonly idle: number;
}

/** Longer than this nothing else may wait for the event loop, on a machine that has other things to do. */
const LONGEST_DELAY_MS = 5000;
/** Work for a body of a megabyte that does not fit, with everything that is wrong with it told; collecting garbage included. */
const HARDEST_ANSWER_MS = 4000;
const END_WITHIN_MS = 75_000;

export async function* proveHostile({ seed, requests, idle }: HostileOptions): AsyncGenerator<Finding> {
  yield* fromTheDocument(seed, requests);
  yield* onRawConnections(seed, Math.max(1, Math.round(requests / 400)));
  yield* withLargeBodies();
  yield* withPatience(idle);
}

async function* fromTheDocument(seed: number, requests: number): AsyncGenerator<Finding> {
  await using watched = await startWatched();
  const proof = await proveShots(watched, { seed, requests, onProgress: progress('hostile: requests', requests) });
  const { failures, kinds, slowest, longestDelay, seconds, statuses, heaps } = proof;
  const answers = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`);
  yield {
    claim:
      'whatever is asked, the answer comes, is one that the document has and no 5xx, shows no secret, and who is refused changes nothing',
    holds: failures.length === 0,
    figures: `${proof.requests} requests of ${kinds} kinds (${answers.join(', ')}); slowest answer ${slowest.toFixed(0)} ms; seed ${seed}; ${seconds.toFixed(0)} s`,
    ...explained(failures),
  };
  const { early, late } = heapsOf(proof);
  yield {
    claim: 'memory is flat over all of them',
    holds: late < early * 1.15,
    figures: `${megabytes(early)} of heap in the second quarter, ${megabytes(late)} in the last; ${memory(heaps.at(-1)!)} at the end`,
  };
  yield {
    claim: 'no request keeps the others waiting',
    holds: longestDelay < LONGEST_DELAY_MS,
    figures: `at most ${longestDelay.toFixed(0)} ms until the event loop went on`,
  };
}

async function* onRawConnections(seed: number, rounds: number): AsyncGenerator<Finding> {
  await using watched = await startWatched();
  const proof = await proveShapes(watched, { seed, rounds, targets: targets(), fits: await fitsOf(document) });
  yield {
    claim: 'whatever a connection brings, the server answers or ends it, in order, and sees no request inside another one',
    holds: proof.failures.length === 0 && watched.output() === '',
    figures: `${proof.connections} connections of ${proof.shapes} shapes; the longest took ${proof.slowest.toFixed(0)} ms; seed ${seed}`,
    ...explained([...proof.failures, ...(watched.output() === '' ? [] : [watched.output()])]),
  };
}

async function* withLargeBodies(): AsyncGenerator<Finding> {
  await using watched = await startWatched();
  const proof = await proveFloods(watched, targets(), { largest: 1_000_000, hardestAllowed: HARDEST_ANSWER_MS });
  const grown = proof.after.heapUsed - proof.before.heapUsed;
  yield {
    claim: 'the largest bodies are answered in time, and what is kept of them has an end',
    holds: proof.failures.length === 0 && grown < 250_000_000 && watched.output() === '',
    figures: `${proof.requests} requests of ${proof.megabytes} MB in all; at most ${proof.hardest.toFixed(0)} ms of work for one (${proof.hardestWas}); heap ${megabytes(proof.before.heapUsed)} before, ${megabytes(proof.after.heapUsed)} after`,
    ...explained([...proof.failures, ...(watched.output() === '' ? [] : [watched.output()])]),
  };
}

async function* withPatience(idle: number): AsyncGenerator<Finding> {
  await using watched = await startWatched();
  const proof = await proveEndurance(watched, { idle, slowSenders: 100, neverReaders: 20, endWithinMs: END_WITHIN_MS });
  const { held, answered, slowest, slowSenders, neverReaders, endedAfter, before, after, failures } = proof;
  yield {
    claim: 'idle connections and slow senders are in nobody’s way, and the server ends them by itself',
    holds: failures.length === 0 && after.heapUsed < before.heapUsed + 50_000_000,
    figures: `${held} idle, ${slowSenders} that send a byte at a time, ${neverReaders} that never read; meanwhile ${answered} ordinary requests, the slowest in ${slowest.toFixed(0)} ms; all ended within ${endedAfter.toFixed(0)} s; heap ${megabytes(before.heapUsed)} before, ${megabytes(after.heapUsed)} after`,
    ...explained(failures),
  };
}

/** Mean heaps of the second and of the last quarter of a run: until then caches fill and code is compiled. */
function heapsOf({ heaps }: ShotsProof): { readonly early: number; readonly late: number } {
  const quarter = Math.max(1, Math.floor(heaps.length / 4));
  const mean = (some: readonly Heap[]) => some.reduce((sum, { heapUsed }) => sum + heapUsed, 0) / some.length;
  return { early: mean(heaps.slice(quarter, 2 * quarter)), late: mean(heaps.slice(-quarter)) };
}

function explained(failures: readonly string[]): Pick<Finding, 'explanation'> {
  return failures.length > 0 ? { explanation: failures.join('\n\n') } : {};
}

function memory({ heapUsed, external, rss }: Heap): string {
  return `heap ${megabytes(heapUsed)}, external ${megabytes(external)}, resident ${megabytes(rss)}`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
