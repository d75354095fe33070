/** A Chromium for the tests that need a real browser: one that is installed, or one that is brought. */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { bringChromium } from './bring-chromium.ts';

export interface Chromium {
  readonly executablePath: string;
  /** What the program needs in its environment, on top of ours. */
  readonly env: Readonly<Record<string, string>>;
}

const run = promisify(execFile);

/** MSW's page side calls `Promise.withResolvers`, which came with 119. */
const OLDEST = 119;
const NAMES = ['chromium', 'chromium-browser', 'chromium-headless-shell', 'google-chrome', 'google-chrome-stable', 'chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * `CHROMIUM_PATH` where it is set; else the first Chromium or Chrome that is installed; else one that npm brings.
 * @throws {Error} that says what to do when there is none to be had: a test that needs a browser is never skipped
 */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<Chromium> {
  const chosen = environment.CHROMIUM_PATH;
  if (chosen) {
    const problem = await problemWith(chosen);
    if (problem) throw new Error(`CHROMIUM_PATH is ${chosen}, but ${problem}. Set it to the program itself, or unset it.`);
    return { executablePath: chosen, env: {} };
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter(Boolean);
  for (const path of [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE]) {
    if ((await problemWith(path)) === undefined) return { executablePath: path, env: {} };
  }
  return bringChromium();
}

/** Why this program cannot be used, or `undefined`. It is run, because what has the name may be a stub that only tells how to install it. */
async function problemWith(path: string): Promise<string | undefined> {
  const executable = await access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!executable) return 'there is no program there';
  // There `--version` opens a window instead.
  if (process.platform === 'win32') return undefined;
  try {
    const { stdout } = await run(path, ['--version'], { timeout: 20_000 });
    const version = Number(/(\d+)\.\d+\.\d+/.exec(stdout)?.[1]);
    return version >= OLDEST ? undefined : `it says "${stdout.split('\n')[0] ?? ''}", and version ${OLDEST} or newer is needed`;
  } catch (error) {
    return `it does not run: ${error instanceof Error ? error.message.trim() : String(error)}`;
  }
}
