/** The mock as anyone would start it: `chaveiro mock` in a process of its own, which never outlives this one. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface MockProcess {
  readonly url: string;
  readonly pid: number;
  /** Resolves when the process is gone, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface MockProcessOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Further options of `chaveiro mock`. */
  readonly options?: readonly string[];
  /** Milliseconds until a mock that says nothing is given up. */
  readonly timeout?: number;
}

const START_TIMEOUT = 15_000;
/** A mock that takes longer than this to stop is killed. */
const STOP_TIMEOUT = 3_000;
const LONGEST_OUTPUT = 20_000;

/**
 * @throws {PortTakenError} when another program has the port
 * @throws {Error} with what the mock wrote, when it did not start
 */
export async function startMockProcess({
  port,
  options = [],
  timeout = START_TIMEOUT,
}: MockProcessOptions): Promise<MockProcess> {
  const child = spawn(process.execPath, [await commandLine(), 'mock', '--port', String(port), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  const killAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      process.off('exit', killAtExit);
      resolve();
    });
    child.once('error', () => resolve());
  });
  const stop = () => stopped(child, ended);
  try {
    return { url: await ready(child, port, timeout), pid: child.pid ?? 0, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The program behind the package's `chaveiro` command. */
async function commandLine(): Promise<string> {
  const manifest = new URL(import.meta.resolve('@chaveiro/mock-server/package.json'));
  const { bin } = JSON.parse(await readFile(manifest, 'utf8')) as { bin: { chaveiro: string } };
  return fileURLToPath(new URL(bin.chaveiro, manifest));
}

/** The address in the mock's first line; the rest is read and dropped, or its pipe would fill and stop it. */
function ready(child: ChildProcess, port: number, timeout: number): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(
      () => reject(new Error(`The mock did not start within ${timeout / 1000} s. ${said}`.trim())),
      timeout,
    );
    const hear = (text: string): void => {
      if (said.length < LONGEST_OUTPUT) said += text;
      const url = /ready at (http:\S+)/.exec(said)?.[1];
      if (url === undefined) return;
      clearTimeout(giveUp);
      resolve(url);
    };
    child.stdout?.setEncoding('utf8').on('data', hear);
    child.stderr?.setEncoding('utf8').on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(giveUp);
      const taken = /Port \d+ is in use/.test(said);
      reject(
        taken ? new PortTakenError(port) : new Error(`The mock ended with exit code ${code} before it was ready. ${said}`.trim()),
      );
    });
  });
}

async function stopped(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT);
  await ended;
  clearTimeout(kill);
}

export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  readonly port: number;

  constructor(port: number) {
    super(`Port ${port} is taken by another program.`);
    this.port = port;
  }
}
