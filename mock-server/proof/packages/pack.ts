/** The packages as they are published: packed by npm, looked into, and installed into an empty folder. */
import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
export const ROOT = resolve(import.meta.dirname, '../../..');
const WAIT_MS = 600_000;

/** In the order in which they need each other, with the folders that they are built from and a file that is built last. */
const WORKSPACES = [
  { folder: 'openapi', sources: ['index.ts', 'schemas.ts', 'auth-matrix.ts', 'policy', 'generated'], built: ['dist/index.d.ts'] },
  { folder: 'sdk', sources: ['src'], built: ['dist/index.d.ts'] },
  { folder: 'mock-server', sources: ['src', 'console/src'], built: ['dist/index.d.ts', 'dist/console/index.html'] },
];

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | Conditions>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface Conditions {
  readonly import: { readonly types: string; readonly default: string };
  readonly require?: { readonly types: string; readonly default: string };
}

export interface Packed {
  readonly manifest: Manifest;
  readonly tarball: string;
  /** Bytes of the tarball. */
  readonly size: number;
  /** Where it was unpacked. */
  readonly folder: string;
  /** Every file, from there. */
  readonly files: readonly string[];
}

/** @throws {Error} when a package is not built, or was changed since */
export async function packAll(into: string): Promise<Packed[]> {
  const packed: Packed[] = [];
  for (const { folder, sources, built } of WORKSPACES) {
    assertBuilt(folder, sources, built);
    packed.push(await pack(join(ROOT, folder), join(into, folder)));
  }
  return packed;
}

async function pack(workspace: string, into: string): Promise<Packed> {
  mkdirSync(into, { recursive: true });
  await npm(['pack', '--ignore-scripts', '--pack-destination', into], workspace);
  const tarball = join(into, readdirSync(into).find((name) => name.endsWith('.tgz')) ?? '');
  await run('tar', ['-xzf', tarball, '-C', into]);
  const folder = join(into, 'package');
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => !file.isDirectory());
  return {
    manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest,
    tarball,
    size: statSync(tarball).size,
    folder,
    files: found.map((file) => relative(folder, join(file.parentPath, file.name))).sort(),
  };
}

/** A folder as somebody begins a project: nothing in it but what npm writes. */
export async function installInto(folder: string, packages: readonly string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify({ name: 'a-project', private: true, type: 'module' })}\n`);
  await addTo(folder, packages);
}

export async function addTo(folder: string, packages: readonly string[]): Promise<void> {
  await npm(['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', ...packages], folder);
}

/** What npm says of itself to the scripts that it runs would make another npm work in this repository. */
export const cleanEnvironment: NodeJS.ProcessEnv = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(lifecycle|package|command|execpath)|^npm_config_(local_)?prefix$|^INIT_CWD$|^NODE_OPTIONS$|^CHAVEIRO_/.test(name),
  ),
);

async function npm(words: readonly string[], cwd: string): Promise<void> {
  await run('npm', [...words, '--loglevel=error'], { cwd, timeout: WAIT_MS, env: cleanEnvironment, maxBuffer: 2 ** 26 });
}

function assertBuilt(workspace: string, sources: readonly string[], built: readonly string[]): void {
  const newest = Math.max(...sources.map((source) => newestIn(join(ROOT, workspace, source))));
  for (const file of built) {
    const made = statSync(join(ROOT, workspace, file), { throwIfNoEntry: false })?.mtimeMs;
    if (made === undefined || made < newest)
      throw new Error(`${workspace} is ${made === undefined ? 'not built' : 'older than its sources'}: run npm run build first.`);
  }
}

/** When the newest source was changed; tests are not built. */
function newestIn(path: string): number {
  if (statSync(path).isFile()) return statSync(path).mtimeMs;
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => !/\.(test|fixture)\.ts$/.test(name));
  return Math.max(...files.map((name) => statSync(join(path, name)).mtimeMs));
}
