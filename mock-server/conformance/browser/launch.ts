/** A headless Chromium that cannot reach anything but this machine. */
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { watchOutside } from './outside.ts';

export interface ClosedBrowser {
  readonly browser: Browser;
  /** Host (and port) of every request of a page that was for another machine. None of them got there. */
  readonly askedOutside: readonly string[];
  close(): Promise<void>;
}

/** How long a launch may take: where no Chromium is installed, one is brought first. */
export const LAUNCH_MS = 300_000;

const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Containers have little shared memory, and no graphics card.
  '--disable-dev-shm-usage',
  '--disable-gpu',
];

/** With an empty profile, which is gone again after `close()`. */
export async function launchBrowser(): Promise<ClosedBrowser> {
  const { executablePath, env } = await findChromium();
  const outside = await watchOutside();
  const browser = await chromium
    .launch({
      executablePath,
      env: { ...process.env, ...env },
      // The pages are ours, and neither root nor most containers can have a sandbox.
      chromiumSandbox: false,
      args: [...QUIET, ...outside.browserArguments],
    })
    .catch(async (error: unknown) => {
      await outside.close();
      throw error;
    });
  return {
    browser,
    askedOutside: outside.asked,
    async close() {
      await browser.close();
      await outside.close();
    },
  };
}
