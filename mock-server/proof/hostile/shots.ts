/** Hostile requests one after the other, each answer looked at, and what the mock holds watched from within. */
import { document } from '@chaveiro/openapi';
import { complaintsAbout, type Rules } from './complaints.ts';
import { fitsOf } from './fits.ts';
import { shotOf } from './generator.ts';
import { RawClient, type Outcome } from './raw-client.ts';
import { reproduce, start } from './reproduce.ts';
import { bytesOf, type Shot } from './shot.ts';
import { targetsOf, type Targets } from './targets.ts';
import { CONTROL_TOKEN, type Heap } from './watch.ts';
import type { Watched } from './watched-process.ts';
import { CASE_HEADER } from './witness.ts';

export interface ShotsProof {
  readonly seed: number;
  readonly requests: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Kinds of damage that were done. */
  readonly kinds: number;
  /** Milliseconds. */
  readonly slowest: number;
  readonly longestDelay: number;
  readonly seconds: number;
  /** Taken every so often, right after a reset. */
  readonly heaps: readonly Heap[];
  /** What a person needs to see it happen; empty: it all holds. */
  readonly failures: readonly string[];
}

export interface ShotsOptions {
  readonly requests: number;
  readonly seed: number;
  /** Failures after which it gives up. */
  readonly most?: number;
  readonly onProgress?: (requests: number) => void;
}

/** No answer takes longer, however busy the machine is. */
const BOUND_MS = 15_000;
/** Requests until the mock goes back to its start. */
const BATCH = 84;
const HEAPS = 20;

export function targets(): Targets {
  return targetsOf(document, CONTROL_TOKEN);
}

export async function proveShots(watched: Watched, { requests, seed, most = 10, onProgress }: ShotsOptions): Promise<ShotsProof> {
  const began = performance.now();
  const all = targets();
  const sentAsText = new Set<string>();
  const rules: Rules = { fits: await fitsOf(document), secrets: all.secrets, told: all.told, sentAsText };
  // Where nothing asks for it, the token is a word like any other.
  const openRules: Rules = { ...rules, secrets: all.secrets.filter((secret) => secret !== CONTROL_TOKEN) };
  using open = new RawClient(watched.ports.open, BOUND_MS);
  using guarded = new RawClient(watched.ports.guarded, BOUND_MS);
  const statuses: Record<string, number> = {};
  const kinds = new Set<string>();
  const failures: string[] = [];
  const heaps: Heap[] = [];
  let [slowest, longestDelay] = [0, 0];

  const send = (index: number) => {
    const shot = shotOf(all, seed, index);
    const labelled = { ...shot, headers: [...shot.headers, [CASE_HEADER, String(index)] as const] };
    return (shot.guarded ? guarded : open).ask(bytesOf(labelled), shot.method);
  };
  const wrongWith = (shot: Shot, outcome: Outcome) => complaintsAbout(shot, outcome, shot.guarded ? rules : openRules);
  let lastReset = 0;
  const reset = async (next: number) => {
    await watched.reset();
    lastReset = next;
  };

  /** With the request alone, where that is enough to see it again, and else with those before it. */
  const fail = async (index: number, complaint: string) => {
    const shot = shotOf(all, seed, index);
    const first = lastReset;
    await reset(index + 1);
    const alone = [...wrongWith(shot, await send(index)), ...(await watched.report()).trespasses].length > 0;
    await reset(index + 1);
    const needed = Array.from({ length: alone ? 1 : index - first + 1 }, (_, n) => shotOf(all, seed, index - n)).reverse();
    const lines = needed.filter(({ guarded: itsDoor }) => itsDoor === shot.guarded).map(reproduce);
    const what = `Seed ${seed}, case ${index} (${shot.operation}, ${shot.how.join('; ')}): ${complaint}`;
    failures.push([what, start(shot.guarded ? CONTROL_TOKEN : undefined), ...lines].join('\n'));
  };
  const look = async (upTo: number) => {
    const report = await watched.report();
    longestDelay = Math.max(longestDelay, report.longestDelay);
    for (const { caseNumber, request, status, changed } of report.trespasses) {
      const complaint = `${request}, answered ${String(status)}, changed what is kept:\n  ${changed.join('\n  ')}`;
      await fail(Number(caseNumber ?? upTo), complaint);
    }
  };

  let done = 0;
  for (; done < requests && failures.length < most; done++) {
    if (done % BATCH === 0) {
      await look(done);
      await reset(done);
      sentAsText.clear();
    }
    if (done % Math.ceil(requests / HEAPS) === 0) {
      await reset(done);
      heaps.push(await watched.heap());
    }
    const shot = shotOf(all, seed, done);
    for (const secret of all.secrets) if (shot.body?.includes(secret)) sentAsText.add(secret);
    const outcome = await send(done);
    for (const complaint of wrongWith(shot, outcome)) await fail(done, complaint);
    for (const name of shot.how) kinds.add(name);
    statuses[kindOf(outcome)] = (statuses[kindOf(outcome)] ?? 0) + 1;
    if (outcome.kind === 'reply') slowest = Math.max(slowest, outcome.ms);
    if (changesControls(shot, outcome)) await reset(done + 1);
    onProgress?.(done + 1);
  }
  await look(done);
  await watched.reset();
  heaps.push(await watched.heap());
  await look(done);
  const ended = watched.ended();
  if (ended !== undefined || watched.output() !== '')
    failures.push(`The mock ended or complained: ${ended ?? 'it lives'}\n${watched.output().slice(0, 4000)}`);
  const seconds = (performance.now() - began) / 1000;
  return { seed, requests: done, statuses, kinds: kinds.size, slowest, longestDelay, seconds, heaps, failures };
}

function kindOf(outcome: Outcome): string {
  return outcome.kind === 'reply' ? String(outcome.reply.status) : outcome.kind;
}

/** A fault, a setting or a clock that somebody set would be in the way of the cases after it. */
function changesControls({ method, target }: Shot, outcome: Outcome): boolean {
  return outcome.kind === 'reply' && outcome.reply.status < 400 && method !== 'GET' && target.includes('__mock');
}
