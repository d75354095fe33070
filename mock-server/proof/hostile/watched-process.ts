/** The process of {@link ./watched-mock.ts}, as its parent sees it. */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Ask, Heap, Ports, Report } from './watch.ts';

export interface Watched extends AsyncDisposable {
  readonly ports: Ports;
  reset(): Promise<void>;
  report(): Promise<Report>;
  heap(): Promise<Heap>;
  /** Milliseconds that it has worked, however busy the machine was with other things. */
  cpu(): Promise<number>;
  /** What it wrote, standard output and errors: a mock that is well says nothing. */
  output(): string;
  /** How it ended; `undefined`: it lives. */
  ended(): string | undefined;
}

export async function startWatched(): Promise<Watched> {
  const child = fork(join(import.meta.dirname, 'watched-mock.ts'), {
    execArgv: ['--expose-gc', '--conditions=@chaveiro/source'],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  let ended: string | undefined;
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const over = new Promise<void>((resolve) =>
    child.on('exit', (code, signal) => {
      ended = `exit code ${String(code)}, signal ${String(signal)}`;
      resolve();
    }),
  );
  const next = <T>(): Promise<T> =>
    new Promise((resolve, reject) => {
      child.once('message', (message) => resolve(message as T));
      void over.then(() => reject(new Error(`The mock has ended (${ended}).\n${output}`)));
    });
  const ask = async <T>(what: Ask): Promise<T> => {
    const answered = next<{ answer: T }>();
    tell(child, what);
    return (await answered).answer;
  };
  return {
    ports: await next<Ports>(),
    reset: () => ask('reset'),
    report: () => ask('report'),
    heap: () => ask('heap'),
    cpu: () => ask('cpu'),
    output: () => output,
    ended: () => ended,
    async [Symbol.asyncDispose]() {
      if (child.connected) child.disconnect();
      child.kill();
      await over;
    },
  };
}

/** A process that is gone says so by its end. */
function tell(child: ChildProcess, what: Ask): void {
  if (child.connected) child.send(what, () => undefined);
}
