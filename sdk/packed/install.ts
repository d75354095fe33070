/** The SDK as its users get it: packed by npm and unpacked into an empty folder, its dependencies beside it. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const SDK = resolve(import.meta.dirname, '..');
const MODULES = resolve(SDK, '../node_modules');

const run = promisify(execFile);

export interface Installed {
  /** A folder whose `node_modules` has the SDK. */
  readonly folder: string;
  /** The files of the package, from its root. */
  readonly files: readonly string[];
  remove(): Promise<void>;
}

/** @throws {Error} when the SDK is not built, or was changed since */
export async function installSdk(): Promise<Installed> {
  await assertBuilt();
  const folder = await mkdtemp(join(tmpdir(), 'chaveiro-sdk-'));
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: SDK });
  const report = JSON.parse(stdout) as unknown;
  const [{ filename, files }] = (Array.isArray(report) ? report : Object.values(report as object)) as [Report];
  await run('tar', ['-xzf', join(folder, filename), '-C', folder]);
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@chaveiro'), { recursive: true });
  await rename(join(folder, 'package'), join(modules, '@chaveiro/sdk'));
  const { dependencies } = JSON.parse(await readFile(join(SDK, 'package.json'), 'utf8')) as { dependencies: object };
  for (const name of [...Object.keys(dependencies), 'openapi-typescript-helpers']) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(MODULES, name), join(modules, name));
  }
  return { folder, files: files.map(({ path }) => path), remove: () => rm(folder, { recursive: true, force: true }) };
}

interface Report {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

async function assertBuilt(): Promise<void> {
  const [source, built] = await Promise.all([
    newest(join(SDK, 'src')),
    stat(join(SDK, 'dist/index.d.ts')).catch(() => undefined),
  ]);
  if (built && built.mtimeMs >= source) return;
  throw new Error(`The SDK is ${built ? 'older than its sources' : 'not built'}: run npm run build first. npm test does.`);
}

/** When the newest source was changed; tests are not built. */
async function newest(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sources = files.filter((file) => file.isFile() && file.name.endsWith('.ts') && !file.name.endsWith('.test.ts'));
  const times = await Promise.all(sources.map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs));
  return Math.max(...times);
}
