/** For the examples' tests: the npm script of an example, as a user runs it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { build, stalePackages } from './tour/build.ts';

export interface RunningExample {
  /** Exit code, and all that was written. */
  readonly ended: Promise<{ readonly exitCode: number | null; readonly output: string }>;
  /** Resolves as soon as the output matches; rejects when the example ends without it. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): void;
}

/** Long enough for a busy machine, a build and a browser. */
export const PATIENCE = 300_000;

const ROOT = resolve(import.meta.dirname, '..');

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach(stopGroup));

/** `npm run <script> -w examples -- <parameters>`; the packages are built first where they are not. */
export async function startExample(
  script: string,
  parameters: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<RunningExample> {
  const stale = await stalePackages();
  if (stale.length > 0) await build(stale, new AbortController().signal);
  const child = spawn('npm', ['run', script, '-w', 'examples', '--', ...parameters], {
    cwd: ROOT,
    env: { ...ownEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: npm, its shell and the example end together.
    detached: true,
  });
  running.add(child);
  let output = '';
  const look = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      look.forEach((each) => each());
    });
  }
  const ended = new Promise<{ exitCode: number | null; output: string }>((done, fail) => {
    child.once('error', fail);
    child.once('close', (exitCode) => {
      running.delete(child);
      done({ exitCode, output });
    });
  });
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((done, fail) => {
      const find = () => {
        const found = pattern.exec(output);
        if (found) done(found);
      };
      look.add(find);
      find();
      ended.then(() => fail(new Error(`${script} ended without ${String(pattern)}:\n${output}`)), fail);
    });
  return { ended, says, stop: () => stopGroup(child) };
}

/** The same for an example that ends by itself. */
export async function runExample(...parameters: Parameters<typeof startExample>) {
  return (await startExample(...parameters)).ended;
}

function stopGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

/** Without what vitest and npm tell the programs that they run. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const theirs = /^(NODE_ENV|NODE_OPTIONS|TEST|DEV|PROD|MODE|BASE_URL|SSR|VITEST.*|VITE_.*|CHAVEIRO_.*|npm_.*)$/;
  const entries = Object.entries(process.env).filter(([name]) => !theirs.test(name));
  return { ...Object.fromEntries(entries), NO_COLOR: '1' };
}
