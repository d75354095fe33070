/** Throughput of one POST over HTTP, each server alone on its core; the baseline first and last. */
import { request } from 'node:http';
import { OURS, OURS_ONE, type Cast } from '../cast.ts';
import { median } from '../figures.ts';
import { load, type Load } from '../load.ts';
import { start, usageOf, type Peer } from '../process.ts';
import { say } from '../progress.ts';

export interface HttpRow {
  readonly name: string;
  readonly does: string;
  readonly requestsPerSecond: number;
  /** Share of what the baseline did in the round before; the median. */
  readonly ofBase: number;
  /** Microseconds of processor time of a request; absent where the system does not tell. */
  readonly cpuUs?: number;
  readonly p50: number;
  readonly p99: number;
  readonly rssMiB?: number;
  readonly refused: number;
}

export interface HttpResult {
  readonly firstBase: number;
  readonly lastBase: number;
  readonly rows: readonly HttpRow[];
}

/**
 * Each round of a server has one of the baseline before it, on the same core, and both are short: a machine that others use
 * too is slower by half for some seconds, and what is next to each other is mostly in the same ones.
 */
export async function measureHttp({ base, http }: Cast, quick: boolean): Promise<HttpResult> {
  const baseline = await start(base);
  try {
    await load(baseline.port, { duration: quick ? 1 : 5 });
    const rows: HttpRow[] = [];
    for (const peer of [base, ...http, { ...base, name: `${base.name}, again` }])
      rows.push(await measure(peer, baseline.port, quick));
    const [first, last] = [rows[0], rows.at(-1)].map((row) => row?.requestsPerSecond ?? NaN);
    return { firstBase: first ?? NaN, lastBase: last ?? NaN, rows };
  } finally {
    await baseline.stop();
  }
}

/** Rounds of a server, each of one second and after one of the baseline. */
const ROUNDS = 15;

/** The median of many rounds, after one that nobody counts. */
async function measure(peer: Peer, baseline: number, quick: boolean): Promise<HttpRow> {
  say(`HTTP: ${peer.name}`);
  const started = await start(peer);
  const rounds: (Load & { readonly ofBase: number })[] = [];
  let [cpuMs, answered] = [0, 0];
  try {
    await load(started.port, { duration: quick ? 1 : 5 });
    for (let round = 0; round < (quick ? 2 : ROUNDS); round++) {
      // Ours keeps what it is sent: each round begins with the same state.
      if (peer.name === OURS || peer.name === OURS_ONE) await reset(started.port);
      const beside = await load(baseline, { duration: 1 });
      const before = usageOf(started.child)?.cpuMs ?? NaN;
      const result = await load(started.port, { duration: 1 });
      cpuMs += (usageOf(started.child)?.cpuMs ?? NaN) - before;
      answered += result.answered;
      rounds.push({ ...result, ofBase: result.requestsPerSecond / beside.requestsPerSecond });
    }
    const usage = usageOf(started.child);
    const of = (figure: keyof (typeof rounds)[number]) => median(rounds.map((round) => round[figure]));
    return {
      name: peer.name,
      does: peer.does,
      requestsPerSecond: of('requestsPerSecond'),
      ofBase: of('ofBase'),
      p50: of('p50'),
      p99: of('p99'),
      refused: rounds.reduce((sum, { refused }) => sum + refused, 0),
      ...(usage && { cpuUs: (cpuMs * 1000) / answered, rssMiB: usage.rssMiB }),
    };
  } finally {
    await started.stop();
  }
}

export function reset(port: number): Promise<void> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port, method: 'POST', path: '/__mock/reset', agent: false }, (response) => {
      response.resume().on('end', done);
    });
    sent.on('error', fail).end();
  });
}
