/** A project's terminal: its commands, with what is installed there on the path. */
import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { cleanEnvironment } from './pack.ts';

const WAIT_MS = 60_000;

export interface Told {
  /** Null where the command was ended, because it had said what was waited for, or nothing for too long. */
  readonly code: number | null;
  readonly output: string;
}

export interface Job {
  /** @throws {Error} when the command ends, or a minute goes by, without it */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ctrl-C, and how it ended. */
  interrupt(): Promise<Told>;
  readonly ended: Promise<Told>;
}

export class Terminal implements Disposable {
  readonly #project: string;
  readonly #environment: Readonly<Record<string, string>>;
  readonly #children = new Set<ChildProcess>();

  constructor(project: string, environment: Readonly<Record<string, string>> = {}) {
    this.#project = project;
    this.#environment = environment;
  }

  /** Until it ends by itself, or a minute has gone by. */
  async run(line: string): Promise<Told> {
    const job = this.start(line);
    const late = setTimeout(() => void job.interrupt(), WAIT_MS);
    const told = await job.ended;
    clearTimeout(late);
    return told;
  }

  start(line: string): Job {
    const { PATH = '' } = process.env;
    const child = spawn('sh', ['-c', line], {
      cwd: this.#project,
      env: {
        ...cleanEnvironment,
        NO_COLOR: '1',
        // `npx` must find what is installed, and not fetch a stranger of that name.
        npm_config_offline: 'true',
        npm_config_yes: 'false',
        npm_config_loglevel: 'error',
        PATH: join(this.#project, 'node_modules/.bin') + delimiter + PATH,
        ...this.#environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own, so that whatever it starts ends with it.
      detached: true,
    });
    this.#children.add(child);
    let output = '';
    const onMore = new Set<() => void>();
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        for (const look of onMore) look();
      });
    const ended = new Promise<Told>((done) => {
      child.on('close', (code) => {
        this.#children.delete(child);
        done({ code, output });
      });
    });
    return {
      ended,
      says: (pattern) =>
        new Promise((done, fail) => {
          const look = () => {
            const found = pattern.exec(output);
            if (!found) return;
            clearTimeout(late);
            done(found);
          };
          const late = setTimeout(() => this.#signal(child, 'SIGKILL'), WAIT_MS);
          onMore.add(look);
          void ended.then(() => {
            clearTimeout(late);
            fail(new Error(`${line} ended without ${String(pattern)}:\n${output}`));
          });
          look();
        }),
      interrupt: () => {
        this.#signal(child, 'SIGINT');
        return ended;
      },
    };
  }

  #signal(child: ChildProcess, signal: NodeJS.Signals): void {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It has ended by itself.
    }
  }

  [Symbol.dispose](): void {
    for (const child of this.#children) this.#signal(child, 'SIGKILL');
  }
}
