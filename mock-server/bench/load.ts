/** Puts load on a server, with autocannon. */
import { conversion } from './conversion.ts';
import { load as peer } from './peers.ts';

export interface Load {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Requests that were answered, well or not. */
  readonly answered: number;
  /** Requests with another answer than a 2xx, or none. */
  readonly refused: number;
}

export interface Shot {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

type Autocannon = (options: object) => Promise<{
  readonly requests: { readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly '2xx': number;
  readonly non2xx: number;
  readonly errors: number;
}>;

const CONNECTIONS = 10;

/** @param much for so many seconds, or until so many requests have been answered; @param shots in turn. */
export async function load(
  port: number,
  much: { readonly duration: number } | { readonly amount: number },
  shots: readonly Shot[] = [conversion],
): Promise<Load> {
  const autocannon = peer('autocannon') as Autocannon;
  const [only, ...others] = shots;
  const target = others.length === 0 ? { ...only, url: `http://127.0.0.1:${port}${only?.path ?? '/'}` } : {};
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    ...(others.length > 0 && { requests: shots }),
    ...target,
    ...much,
  });
  return {
    requestsPerSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answered: result['2xx'] + result.non2xx,
    refused: result.non2xx + result.errors,
  };
}
