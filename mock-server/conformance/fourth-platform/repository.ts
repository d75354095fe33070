/** A copy of the repository in a temporary folder, with the packages that are installed here. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const here = resolve(import.meta.dirname, '../../..');
const SOURCES = [
  'openapi',
  'sdk',
  'mock-server',
  'package.json',
  'tsconfig.json',
  '.prettierrc.json',
  'README.md',
  'README.pt-BR.md',
];
/** What no step reads, or what is made. */
const LEFT_OUT = /(^|\/)(node_modules|dist|\.[^/]*)$|^mock-server\/(console|bench|conformance|proof)$|^sdk\/(bench|packed)$/;

export interface Copy extends AsyncDisposable {
  readonly folder: string;
  /** Runs Node there, on the sources. @returns what it said, and its exit code */
  node(words: readonly string[], env?: Readonly<Record<string, string>>): Promise<{ code: number; output: string }>;
}

export async function copyRepository(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'chaveiro-fourth-'));
  for (const name of SOURCES) {
    const keeps = (path: string) => relative(here, path) === name || !LEFT_OUT.test(relative(here, path).replaceAll('\\', '/'));
    await cp(join(here, name), join(folder, name), { recursive: true, filter: keeps });
  }
  await borrowPackages(folder);
  return {
    folder,
    node: (words, env) => run(folder, words, env),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** Everything that is installed, except our own packages: those are the copies. */
async function borrowPackages(folder: string): Promise<void> {
  const installed = join(here, 'node_modules');
  const borrowed = join(folder, 'node_modules');
  await mkdir(join(borrowed, '@chaveiro'), { recursive: true });
  for (const name of await readdir(installed)) {
    if (name !== '@chaveiro' && name !== '.cache') await symlink(join(installed, name), join(borrowed, name));
  }
  for (const name of ['openapi', 'sdk', 'mock-server']) await symlink(join(folder, name), join(borrowed, '@chaveiro', name));
  for (const name of await readdir(join(here, 'mock-server/node_modules')).catch(() => [])) {
    if (name.startsWith('.')) continue;
    await mkdir(join(folder, 'mock-server/node_modules'), { recursive: true });
    await symlink(join(here, 'mock-server/node_modules', name), join(folder, 'mock-server/node_modules', name));
  }
}

function run(
  cwd: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; output: string }> {
  const { NODE_OPTIONS: _, ...outer } = process.env;
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--conditions=@chaveiro/source', ...words],
      { cwd, env: { ...outer, NO_COLOR: '1', ...env }, timeout: 120_000, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => done({ code: error ? Number(error.code ?? 1) : 0, output: stdout + stderr }),
    );
  });
}
