/** The Chromium of the examples: the one in CHROMIUM_PATH, one that is installed, or one that npm brings. */
import type { LaunchOptions } from '@playwright/test';
import { findChromium } from '../mock-server/conformance/chromium.ts';

export async function launchOptions(): Promise<LaunchOptions> {
  const { executablePath, env } = await findChromium();
  return { executablePath, env: { ...process.env, ...env } };
}
