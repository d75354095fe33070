import { defineConfig } from '@playwright/test';
import { launchOptions } from '../chromium.ts';

export default defineConfig({
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  // For a machine without Chromium. In a project of yours, `npx playwright install chromium` does.
  use: { launchOptions: await launchOptions() },
});
