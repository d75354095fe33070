/** Builds the packages that the tour imports, when their dist is missing or older than the sources. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGES = ['openapi', 'sdk', 'mock-server'] as const;
const NOT_BUILT = new Set(['node_modules', 'dist']);

export type Package = (typeof PACKAGES)[number];

/** The packages whose dist cannot be used as it is. */
export async function stalePackages(root: string = ROOT): Promise<Package[]> {
  const stale = await Promise.all(PACKAGES.map((name) => isStale(join(root, name))));
  return PACKAGES.filter((_, index) => stale[index]);
}

/**
 * Builds packages side by side, JavaScript alone: the declarations take most of a full build, and running needs none.
 * Files are replaced one by one and none is removed, so that a program that runs meanwhile never finds one missing.
 *
 * @throws {Error} with the output of a build that failed
 */
export async function build(packages: readonly Package[], signal: AbortSignal): Promise<void> {
  const cache = join(ROOT, 'node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const workshop = await mkdtemp(join(cache, 'chaveiro-build-'));
  try {
    await Promise.all(
      packages.map(async (name) => {
        const made = join(workshop, name);
        await bundle(name, made, signal);
        await moveFiles(made, join(ROOT, name, 'dist'));
      }),
    );
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

function bundle(name: Package, outDir: string, signal: AbortSignal): Promise<void> {
  const tsup = fileURLToPath(new URL('./cli-default.js', import.meta.resolve('tsup')));
  const child = spawn(process.execPath, [tsup, '--no-dts', '--out-dir', outDir], {
    cwd: join(ROOT, name),
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build of ${name} failed.\n\n${output}`))));
  });
}

async function moveFiles(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const files = (await readdir(from, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  // Entry points last: by then the chunks that they import are there.
  const isEntry = (file: string) => Number(!/(^|[\\/])chunk-/.test(file));
  const paths = files
    .map(({ parentPath, name }) => relative(from, join(parentPath, name)))
    .sort((a, b) => isEntry(a) - isEntry(b));
  for (const path of paths) {
    await mkdir(dirname(join(to, path)), { recursive: true });
    await rename(join(from, path), join(to, path));
  }
}

async function isStale(folder: string): Promise<boolean> {
  const built = await Promise.all((await entryPoints(folder)).map((file) => changedAt(join(folder, file))));
  return built.length === 0 || (await newestSource(folder)) > Math.min(...built);
}

/** Every JavaScript file that the package exports. */
async function entryPoints(folder: string): Promise<string[]> {
  const { exports } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { exports?: unknown };
  return [...JSON.stringify(exports ?? {}).matchAll(/"\.\/(dist\/[^"]+\.c?js)"/g)].map(([, file = '']) => file);
}

/** When the newest file was changed that a build reads; tests are none. Milliseconds since 1970. */
async function newestSource(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  const times = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return NOT_BUILT.has(entry.name) ? 0 : newestSource(path);
    return /(?<!\.test)\.(ts|json)$/.test(entry.name) ? changedAt(path) : 0;
  });
  return Math.max(0, ...(await Promise.all(times)));
}

/** 0 for a file that does not exist. */
async function changedAt(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}
