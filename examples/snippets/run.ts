/** Runs a snippet as its reader would: a file of its own, in this workspace, with a mock where the text says there is one. */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Finished {
  readonly exitCode: number;
  readonly output: string;
}

/** As a user's environment would have them. */
const keys = {
  PINGBACK_API_KEY: 'chaveiro-pingback-active',
  RDSTATION_API_KEY: 'chaveiro-rdstation-active',
  RDSTATION_ACCESS_TOKEN: 'chaveiro-rdstation-token-active',
  ZENVIO_API_KEY: 'sk_live_chaveiro_active',
};

const root = resolve(import.meta.dirname, '../..');

export interface SnippetOptions {
  /** The platforms' real hosts are answered by a mock too. */
  readonly intercept?: boolean;
  /** A project that has the packages and Vitest in its `node_modules`. Default: this workspace, which runs its sources. */
  readonly project?: string | undefined;
}

/**
 * @param name the file's name; `*.test.ts` is run by vitest, anything else by Node.
 * @param mockUrl stands where the snippet has http://localhost:4010.
 */
export function runSnippet(
  name: string,
  code: string,
  mockUrl: string,
  { intercept = false, project }: SnippetOptions = {},
): Promise<Finished> {
  // Inside the workspace packages resolve by name; Node strips no types below node_modules.
  const parent = project ?? join(root, 'examples/.snippets');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'run-'));
  const file = join(folder, name.replace(/\.ts$/, '.mts'));
  writeFileSync(file, code.replaceAll('http://localhost:4010', mockUrl));
  const interception = join(folder, 'mock.mts');
  if (intercept) copyFileSync(join(root, 'examples/mock.ts'), interception);
  const node = [
    ...(project === undefined ? ['--conditions=@chaveiro/source'] : []),
    ...(intercept ? ['--import', pathToFileURL(interception).href] : []),
    file,
  ];
  const vitest = [
    join(project ?? root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--root',
    folder,
    ...(project === undefined ? ['--config', join(root, 'examples/snippets/vitest.snippet.config.ts')] : []),
  ];
  return new Promise((done) => {
    execFile(
      process.execPath,
      name.endsWith('.test.ts') ? vitest : node,
      { timeout: 60_000, cwd: folder, env: { ...process.env, ...keys } },
      (error, stdout, stderr) => {
        rmSync(folder, { recursive: true, force: true });
        done({ exitCode: error ? Number(error.code ?? 1) : 0, output: stdout + stderr });
      },
    );
  });
}

/**
 * `console.log(status); // 401, because …` promises the text before the comma, and each after the one before.
 * @returns the first promise that the output does not keep
 */
export function brokenPromise(code: string, output: string): string | undefined {
  let from = 0;
  for (const [, promised = ''] of code.matchAll(/console\.log\(.*\); \/\/ ([^,\n]+)/g)) {
    const at = output.indexOf(promised.trim(), from);
    if (at < 0) return promised;
    from = at + promised.trim().length;
  }
  return undefined;
}

/** A `curl` command line of a snippet as a request: `-H`, `-X`, `-d` and the URL. */
export function curlRequest(command: string, mockUrl: string): Request {
  const words = [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  const headers = new Headers();
  let [method, body, url]: (string | undefined)[] = [];
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word === '-H') {
      const [name = '', ...value] = (words[++i] ?? '').split(':');
      headers.set(name, value.join(':').trim());
    } else if (word === '-X') method = words[++i];
    else if (word === '-d') body = words[++i];
    else if (!word.startsWith('-')) url = word;
  }
  const target = (url ?? '').replace('http://localhost:4010', mockUrl);
  return new Request(target, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers,
    ...(body !== undefined && { body }),
  });
}
