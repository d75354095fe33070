/** What we are measured against: pinned in a folder of its own that nothing but the bench installs. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { say } from './progress.ts';

const FOLDER = resolve(import.meta.dirname, 'peers');
const LOCK = join(FOLDER, 'package-lock.json');
/** npm writes it last. */
const INSTALLED = join(FOLDER, 'node_modules/.package-lock.json');

const ours = createRequire(import.meta.url);
const theirs = createRequire(join(FOLDER, 'package.json'));

/** Installs the peers where they are missing or older than their lock file; npm shows how far it is. */
export function installPeers(): void {
  if (existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs) return;
  say('Installing the peers (about 220 MB) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // None of them needs to run anything of its own to be installed.
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'];
  const { status } = spawnSync(npm, words, { cwd: FOLDER, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm could not install the peers in ${FOLDER}. Its output is above.`);
}

/** A file of a package: of the peers', or of the workspace's own. */
export function fileOf(name: string, file: string): string {
  return join(folderOf(name), file);
}

export function versionOf(name: string): string {
  return (JSON.parse(readFileSync(fileOf(name, 'package.json'), 'utf8')) as { version: string }).version;
}

/** A package of the peers, for the bench's own use. */
export function load(name: string): unknown {
  return theirs(name);
}

function folderOf(name: string): string {
  for (const { resolve } of [ours, theirs]) {
    for (const folder of resolve.paths(name) ?? []) {
      const found = join(folder, name);
      if (existsSync(join(found, 'package.json'))) return found;
    }
  }
  throw new Error(`The package ${name} is not installed. Run npm ci in ${dirname(FOLDER)}/..`);
}
