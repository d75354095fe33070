/** Random histories of many tenants, each answer of which is searched for what is another's. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { curlLines } from '../wire/curl.ts';
import type { Server } from '../wire/servers.ts';
import { Wire, type Sent } from '../wire/wire.ts';
import { Stage, type Step, type Via } from './stage.ts';
import { settleIn } from './tenants.ts';

export interface IsolationProof {
  readonly seed: number;
  readonly histories: number;
  /** Answers that were searched. */
  readonly answers: number;
  /** Questions about others' things that were held against the same question about nothing. */
  readonly probes: number;
  readonly seconds: number;
  /** What a person needs to see it happen; absent: nothing of one tenant was shown to another. */
  readonly leak?: string;
}

export interface IsolationOptions {
  readonly histories: number;
  readonly seed: number;
  readonly longest?: number;
  readonly onProgress?: (histories: number) => void;
}

const steps: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom<Step['kind'][]>('own', 'own', 'own', 'own', 'probe', 'probe', 'session'),
  who: fc.nat(11),
  other: fc.nat(10),
  what: fc.nat(999),
  n: fc.nat(40),
  via: fc.constantFrom<Via[]>('header', 'header', 'path', 'key', 'key', 'elsewhere'),
});

export async function proveIsolation(server: Server, options: IsolationOptions): Promise<IsolationProof> {
  const { histories, seed, longest = 80, onProgress } = options;
  const began = performance.now();
  const totals = { histories: 0, answers: 0, probes: 0 };
  await using hooks = await receiver();
  let failed: { readonly wire: Wire; readonly error: unknown } | undefined;

  async function play(history: readonly Step[]): Promise<void> {
    using wire = new Wire(server.url);
    const prefix = `isolado-${seed}-${totals.histories++}`;
    try {
      hooks.received.length = 0;
      const stage = new Stage(wire, await settleIn(wire, prefix, hooks.url), totals);
      await stage.open();
      for (const step of history) await stage.take(step);
      await stage.conclude(hooks.received);
    } catch (error) {
      failed = { wire, error };
      throw error;
    } finally {
      for (const name of new Set(wire.lines.flatMap((line) => ('sent' in line ? sessionOf(line.sent) : []))))
        await wire.send({ method: 'DELETE', path: `/__mock/sessions/${name}` });
    }
    onProgress?.(totals.histories);
  }

  const property = fc.asyncProperty(fc.array(steps, { minLength: Math.min(40, longest), maxLength: longest, size: 'max' }), play);
  const outcome = await fc.check(property, { seed, numRuns: histories });
  const proof = { seed, ...totals, seconds: (performance.now() - began) / 1000 };
  if (!outcome.failed) return proof;
  if (!failed) throw outcome.errorInstance as Error;
  const { wire, error } = failed;
  return { ...proof, leak: [`Seed ${seed}. ${(error as Error).message}`, 'As curl lines:', ...curlLines(wire)].join('\n') };
}

function sessionOf({ path, headers }: Sent): string[] {
  return [headers?.['x-mock-session'] ?? /^\/~([^/]+)/.exec(path)?.[1]].filter((name) => name !== undefined);
}

/** A server that remembers what events it was sent. */
async function receiver() {
  const received: { readonly path: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push({ path: request.url ?? '', body });
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
