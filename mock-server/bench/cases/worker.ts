/** Runs a script of this folder in a process of its own, pinned like a server, and takes the JSON that it prints. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { onFirstCore } from '../process.ts';
import { say } from '../progress.ts';

/** What the script prints on standard error is its progress. */
export async function inWorker<Result>(script: string, quick: boolean): Promise<Result> {
  const file = resolve(import.meta.dirname, script);
  const [command = '', ...words] = onFirstCore([process.execPath, '--expose-gc', file, ...(quick ? ['--quick'] : [])]);
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
    chunk.toString().trim().split('\n').forEach(say);
  });
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`${script} failed.\n${err.slice(-2000)}`);
  return JSON.parse(out) as Result;
}
