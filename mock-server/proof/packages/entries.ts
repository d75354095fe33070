/** The entry points of installed packages: that each loads, and from where it loads what it needs. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { cleanEnvironment, type Manifest, type Packed } from './pack.ts';

const run = promisify(execFile);
const WAIT_MS = 120_000;

/** Those that a program of Node does not load: a page, and a file that Vitest runs. */
const ELSEWHERE = ['@chaveiro/mock-server/browser', '@chaveiro/mock-server/vitest', '@chaveiro/mock-server/mockServiceWorker.js'];

/** It has types alone. */
const NAMELESS = ['@chaveiro/openapi/types'];

export interface Entry {
  /** `@chaveiro/sdk/pingback` */
  readonly name: string;
  readonly formats: readonly ('import' | 'require')[];
}

export function entriesOf({ name, exports }: Manifest): Entry[] {
  return Object.entries(exports).map(([path, target]) => ({
    name: name + path.slice(1),
    formats: typeof target === 'string' ? ['require'] : target.require ? ['import', 'require'] : ['import'],
  }));
}

/** @returns what was loaded, and what went wrong */
export async function loadAll(project: string, entries: readonly Entry[]): Promise<{ loaded: string[]; failures: string[] }> {
  const wanted = entries.filter(({ name }) => !ELSEWHERE.includes(name));
  const script = `
    import { createRequire } from 'node:module';
    const require = createRequire(process.cwd() + '/project.js');
    const loaded = [], failures = [];
    for (const { name, formats } of ${JSON.stringify(wanted)}) {
      const names = {};
      for (const format of formats) {
        try {
          const all = format === 'import' ? await import(name) : require(name);
          names[format] = Object.keys(all).filter((each) => each !== 'default' && each !== 'module.exports').sort().join();
          loaded.push(format + ' ' + name);
        } catch (error) {
          failures.push(format + ' ' + name + ': ' + error.stack);
        }
      }
      for (const format of formats) if (names[format] === '' && !${JSON.stringify(NAMELESS)}.includes(name)) failures.push(format + ' ' + name + ' has no names');
      if (formats.length === 2 && names.import !== names.require) failures.push(name + ' is not the same in both formats');
    }
    console.log(JSON.stringify({ loaded, failures }));
    process.exit();`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: project,
    env: cleanEnvironment,
    timeout: WAIT_MS,
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(stdout) as { loaded: string[]; failures: string[] };
}

/** As a bundler makes a page of it. @returns what went wrong */
export async function bundleForPage(project: string, code: string): Promise<string[]> {
  const { errors } = await build({
    stdin: { contents: code, resolveDir: project },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    logLevel: 'silent',
  }).catch((error: unknown) => error as { errors: { text: string }[] });
  return errors.map(({ text }) => text);
}

/** Follows every import of every entry point, types too. @returns what is neither of the package nor declared by it */
export async function strayImports(project: string, { manifest, files }: Packed): Promise<string[]> {
  const folder = join(project, 'node_modules', manifest.name);
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const isDeclared = (specifier: string) =>
    isBuiltin(specifier) || declared.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  const entryPoints = Object.values(manifest.exports)
    .flatMap((target) => (typeof target === 'string' ? [] : [target.import.default, target.require?.default ?? []].flat()))
    .concat(Object.values(manifest.bin ?? {}))
    .map((path, index) => ({ in: join(folder, path), out: String(index) }));
  const { metafile } = await build({
    entryPoints,
    absWorkingDir: folder,
    bundle: true,
    packages: 'external',
    write: false,
    metafile: true,
    outdir: 'anywhere',
    format: 'esm',
    platform: 'neutral',
    logLevel: 'silent',
  });
  const outside = Object.keys(metafile.inputs).filter((path) => !files.includes(path.replaceAll('\\', '/')));
  const undeclared = Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
    imports.filter(({ external, path }) => external && !isDeclared(path)).map(({ path }) => `${from} loads ${path}`),
  );
  return [...outside, ...undeclared, ...strayTypes(folder, files, isDeclared)];
}

/** What declarations import. */
function strayTypes(folder: string, files: readonly string[], isDeclared: (specifier: string) => boolean): string[] {
  const declarations = files.filter((file) => /\.d\.c?ts$/.test(file));
  return declarations.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');
    const specifiers = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\()(['"])([^'"\n]+)\1/g)].map(
      (match) => match[2] ?? '',
    );
    return specifiers
      .filter((specifier) => {
        if (!specifier.startsWith('.')) return !isDeclared(specifier);
        const target = resolve(join(folder, file, '..'), specifier.replace(/\.(c?)js$/, '.d.$1ts'));
        return !files.some((each) => target === join(folder, each).replaceAll('/', sep));
      })
      .map((specifier) => `${file} takes types from ${specifier}`);
  });
}

/**
 * Loads the entry points and notes every file that Node resolves meanwhile.
 * @returns what a file of the package asked for and was given from elsewhere than itself and the packages that it declares
 */
export async function strayFiles(project: string, { manifest }: Packed, entries: readonly Entry[]): Promise<string[]> {
  const script = `
    import { createRequire, registerHooks } from 'node:module';
    import { realpathSync } from 'node:fs';
    import { fileURLToPath, pathToFileURL } from 'node:url';
    const require = createRequire(process.cwd() + '/project.js');
    const modules = pathToFileURL(realpathSync('node_modules')).href + '/';
    const own = modules + ${JSON.stringify(`${manifest.name}/`)};
    const allowed = ${JSON.stringify(Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }))}.map((name) => modules + name + '/');
    const seen = [], stray = [];
    registerHooks({
      resolve(specifier, context, next) {
        const resolved = next(specifier, context);
        if (context.parentURL?.startsWith(own)) {
          seen.push(resolved.url);
          const fine = resolved.url.startsWith('node:') || [own, ...allowed].some((place) => resolved.url.startsWith(place));
          if (!fine) stray.push(context.parentURL.slice(own.length) + ' was given ' + resolved.url);
        }
        return resolved;
      },
    });
    for (const { name, formats } of ${JSON.stringify(entries)})
      for (const format of formats) format === 'import' ? await import(name) : require(name);
    if (seen.length === 0) stray.push('nothing was resolved');
    console.log(JSON.stringify(stray));
    process.exit();`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: project,
    env: cleanEnvironment,
    timeout: WAIT_MS,
  });
  return JSON.parse(stdout) as string[];
}
