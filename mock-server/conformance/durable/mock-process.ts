/** `chaveiro mock --data` in a process of its own, which can be killed at any moment. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const entry = resolve(import.meta.dirname, '../../src/cli.ts');
const script = `import { main } from ${JSON.stringify(entry)}; process.exitCode = await main(process.argv.slice(1));`;

export interface MockProcess extends AsyncDisposable {
  readonly pid: number;
  /** Resolves with the server's URL; rejects with the output of a process that ends instead, or takes half a minute. */
  readonly ready: Promise<string>;
  readonly ended: Promise<number | null>;
  output(): string;
  /** Resolves when the process is gone. */
  end(signal: NodeJS.Signals): Promise<void>;
}

export function startMock(dataFile: string): MockProcess {
  const words = ['mock', '--port', '0', '--data', dataFile];
  const child = spawn(process.execPath, ['--conditions=@chaveiro/source', '--input-type=module', '-e', script, '--', ...words], {
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '' },
  });
  let output = '';
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  const ready = new Promise<string>((done, fail) => {
    const hear = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /ready at (http:\/\/localhost:\d+)/.exec(output)?.[1];
      if (url) done(url);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    void ended.then(() => fail(new Error(`The mock ended before it was ready:\n${output}`)));
    setTimeout(() => fail(new Error(`The mock was not ready in time:\n${output}`)), 30_000).unref();
  });
  ready.catch(() => undefined);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { pid: child.pid ?? 0, ready, ended, output: () => output, end, [Symbol.asyncDispose]: () => end('SIGKILL') };
}
