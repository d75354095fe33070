/** Runs the command line as a process of its own, from its sources. */
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const entry = resolve(import.meta.dirname, '../src/cli.ts');
const script = `import { main } from ${JSON.stringify(entry)}; process.exitCode = await main(process.argv.slice(1));`;
const { CHAVEIRO_URL: _url, CHAVEIRO_CONTROL_TOKEN: _token, ...outer } = process.env;
const children = new Set<ChildProcess>();

export interface Run {
  readonly child: ChildProcess;
  /** Exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** Resolves as soon as standard output matches; rejects when the program ends without it. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  stdout(): string;
  stderr(): string;
}

export function chaveiro(
  words: readonly string[],
  { env = {}, input }: { env?: Record<string, string>; input?: string } = {},
): Run {
  const child = spawn(process.execPath, ['--conditions=@chaveiro/source', '--input-type=module', '-e', script, '--', ...words], {
    env: { ...outer, NO_COLOR: '1', NODE_OPTIONS: '', ...env },
  });
  children.add(child);
  child.stdin.end(input);
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, fail) => {
      const look = () => {
        const found = pattern.exec(out);
        if (found) done(found);
      };
      child.stdout.on('data', look);
      void ended.then(() => fail(new Error(`ended without ${String(pattern)}:\n${out}${err}`)));
      look();
    });
  return { child, ended, says, stdout: () => out, stderr: () => err };
}

/** A command that ends by itself. */
export async function finished(words: readonly string[], options?: Parameters<typeof chaveiro>[1]) {
  const run = chaveiro(words, options);
  return { code: await run.ended, stdout: run.stdout(), stderr: run.stderr() };
}

/** A mock on a free port. */
export async function startedMock(...words: string[]): Promise<{ readonly run: Run; readonly url: string }> {
  const run = chaveiro(['mock', '--port', '0', ...words]);
  const [, url = ''] = await run.says(/ready at (http:\/\/localhost:\d+)/);
  return { run, url };
}

export function killAll(): void {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
}
