/** Servers as processes of their own: started on one core, asked until they answer, looked at, and ended. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { availableParallelism } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { conversion } from './conversion.ts';

/** A server and how to start it. */
export interface Peer {
  readonly name: string;
  /** Of Node: a script and its words; `PORT` stands for the port. */
  readonly script: readonly string[];
  /** What it does of what ours does, for the table. */
  readonly does: string;
}

export interface Started {
  readonly port: number;
  readonly child: ChildProcess;
  /** From the start to the first good answer. */
  readonly startMs: number;
  stop(): Promise<void>;
}

const GIVE_UP_MS = 60_000;
const POLL_MS = 5;
const hasTaskset = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** How servers and load are kept apart, for the page of results. */
export const pinning = hasTaskset ? 'server on core 0, load on core 1 (taskset)' : 'not pinned (no taskset, or one core)';

/** Moves this process, which makes the load, to the second core. */
export function pinSelf(): void {
  if (hasTaskset) spawnSync('taskset', ['-acp', '1', String(process.pid)]);
}

export function onFirstCore(words: readonly string[]): readonly string[] {
  return hasTaskset ? ['taskset', '-c', '0', ...words] : words;
}

/** Children take over where their parent is pinned, and the bench itself is. */
function onEveryCore(words: readonly string[]): readonly string[] {
  return hasTaskset ? ['taskset', '-c', `0-${availableParallelism() - 1}`, ...words] : words;
}

/** @param pinned on the first core alone, away from the load. */
export async function start({ name, script }: Peer, { pinned = true } = {}): Promise<Started> {
  const port = await freePort();
  const words = [process.execPath, ...script.map((word) => word.replace('PORT', String(port)))];
  const [command = '', ...rest] = pinned ? onFirstCore(words) : onEveryCore(words);
  const began = performance.now();
  // A group of its own, since some start further processes.
  const child = spawn(command, rest, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  const stop = () => end(child);
  try {
    await whenItAnswers(port, () => child.exitCode === null);
  } catch (error) {
    await stop();
    throw new Error(`${name}: ${(error as Error).message}\n${said}`);
  }
  return { port, child, startMs: performance.now() - began, stop };
}

/** @throws {Error} when there is no good answer within a minute, or nobody left who could give one. */
export async function whenItAnswers(port: number, isAlive: () => boolean = () => true): Promise<void> {
  const until = performance.now() + GIVE_UP_MS;
  while (!(await answers(port))) {
    if (!isAlive()) throw new Error('the program ended before it answered');
    if (performance.now() > until) throw new Error('there was no good answer within a minute');
    await sleep(POLL_MS);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const { method, path, headers, body } = conversion;
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
      response.resume();
      done((response.statusCode ?? 500) < 300);
    });
    sent.on('error', () => done(false));
    sent.end(body);
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.pid === undefined) return done();
    child.on('close', () => done());
    process.kill(-child.pid, 'SIGKILL');
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

export interface Usage {
  /** Milliseconds of processor time so far. */
  readonly cpuMs: number;
  readonly rssMiB: number;
}

/** What a process and those that it started have used; `undefined` where the system does not tell (`/proc`). */
export function usageOf({ pid = 0 }: ChildProcess): Usage | undefined {
  if (!existsSync(`/proc/${pid}/stat`)) return undefined;
  let [ticks, kilobytes] = [0, 0];
  for (const id of family(pid)) {
    const fields = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    ticks += Number(fields[11]) + Number(fields[12]);
    kilobytes += Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0);
  }
  // A tick is a hundredth of a second on every Linux that Node runs on.
  return { cpuMs: ticks * 10, rssMiB: kilobytes / 1024 };
}

function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(family)];
}
