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
  /** Share of the baseline's, first and last together. */
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

type Measured = Omit<HttpRow, 'ofBase'>;

export async function measureHttp({ base, http }: Cast, quick: boolean): Promise<HttpResult> {
  const first = await measure(base, quick);
  const others: Measured[] = [];
  for (const peer of http) others.push(await measure(peer, quick));
  const last = await measure(base, quick);
  const baseline = (first.requestsPerSecond + last.requestsPerSecond) / 2;
  return {
    firstBase: first.requestsPerSecond,
    lastBase: last.requestsPerSecond,
    rows: [first, ...others, { ...last, name: `${base.name}, again` }].map((row) => ({
      ...row,
      ofBase: row.requestsPerSecond / baseline,
    })),
  };
}

/** The median of several rounds, after one that nobody counts. */
async function measure(peer: Peer, quick: boolean): Promise<Measured> {
  say(`HTTP: ${peer.name}`);
  const started = await start(peer);
  const rounds: Load[] = [];
  let [cpuMs, answered] = [0, 0];
  try {
    await load(started.port, { duration: quick ? 1 : 5 });
    for (let round = 0; round < (quick ? 1 : 3); round++) {
      // Ours keeps what it is sent: each round begins with the same state.
      if (peer.name === OURS || peer.name === OURS_ONE) await reset(started.port);
      const before = usageOf(started.child)?.cpuMs ?? NaN;
      const result = await load(started.port, { duration: quick ? 2 : 5 });
      cpuMs += (usageOf(started.child)?.cpuMs ?? NaN) - before;
      answered += result.answered;
      rounds.push(result);
    }
    const usage = usageOf(started.child);
    const of = (figure: keyof Load) => median(rounds.map((round) => round[figure]));
    return {
      name: peer.name,
      does: peer.does,
      requestsPerSecond: of('requestsPerSecond'),
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
