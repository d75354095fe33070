/** Brings a package that one step needs, and no install should have to carry, into a cache: other versions of Node and TypeScript, the reference's Scalar. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** A package whose bytes are pinned, because what is in it will run. */
export interface Pinned {
  readonly name: string;
  readonly version: string;
  readonly sha512: string;
  /** What needs it, for whoever waits. Default: the tests of the packed SDK. */
  readonly wantedBy?: string;
}

const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/chaveiro');
const WAIT_MS = 240_000;

const run = promisify(execFile);

/**
 * @returns the folder that holds the package's files
 * @throws {Error} that says what failed and what was wanted
 */
export async function bring({ name, version, sha512, wantedBy = 'the tests of the packed SDK' }: Pinned): Promise<string> {
  const file = name.replace('@', '').replace('/', '-');
  const folder = join(CACHE, `${file}-${version}`);
  if (await exists(folder)) return folder;
  process.stderr.write(`npm brings ${name} ${version} for ${wantedBy} …\n`);
  await mkdir(CACHE, { recursive: true });
  const workshop = await mkdtemp(join(CACHE, 'bringing-'));
  try {
    const words = ['pack', `${name}@${version}`, '--pack-destination', workshop, '--prefer-offline', '--loglevel=error'];
    await run('npm', words, { cwd: workshop, timeout: WAIT_MS });
    const archive = join(workshop, `${file}-${version}.tgz`);
    const bytes = await readFile(archive);
    const hash = createHash('sha512').update(bytes).digest('base64');
    if (hash !== sha512) throw new Error(`it is not the package that was pinned: its SHA-512 is ${hash}`);
    await run('tar', ['-xzf', archive, '-C', workshop], { timeout: WAIT_MS });
    // In one step, so that a folder of that name is a complete one. Another test run may have been faster.
    await rename(join(workshop, 'package'), folder).catch(async (error: unknown) => {
      if (!(await exists(folder))) throw error;
    });
    return folder;
  } catch (error) {
    throw new Error(
      `${name} ${version} could not be brought. For ${wantedBy}, npm's registry is needed once. ${firstLines(error)}`,
      { cause: error },
    );
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** What went wrong comes first; stack traces follow. */
function firstLines(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n').slice(0, 3).join('; ');
}
