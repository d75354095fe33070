/** The console as people have it: built, served by a running mock, and opened in a real browser. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { launchBrowser, LAUNCH_MS, type ClosedBrowser } from '../../conformance/browser/launch.ts';
import { serveMock, type RunningMock, type ServeOptions } from '../../src/http.ts';
import { createMock, type Mock, type MockOptions } from '../../src/index.ts';
import { en, type Messages } from '../src/i18n/en.ts';
import { ptBR } from '../src/i18n/pt-BR.ts';

export const LANGUAGES = { en, 'pt-BR': ptBR } as const satisfies Record<string, Messages>;
export type Language = keyof typeof LANGUAGES;
export const languages = Object.keys(LANGUAGES) as Language[];

export interface Wanted {
  /** Of the browser. Default `en`. */
  readonly language?: Language;
  readonly theme?: 'light' | 'dark';
  /** Pixels; 360 is a small phone. Default 1280. */
  readonly width?: number;
  /** After the origin: `#/keys/zenvio`. */
  readonly path?: string;
  readonly mock?: MockOptions;
  readonly serve?: ServeOptions;
}

export interface Opened {
  readonly page: Page;
  readonly mock: Mock;
  readonly url: string;
  /** The words of the language that was asked for. */
  readonly t: Messages;
  /** Takes the mock away from its port. @returns what brings it back. */
  restart(this: void): Promise<() => Promise<void>>;
}

/** What a page must never do, unless a test takes it out of the list: errors, refused scripts, warnings of the browser. */
export const complaints: string[] = [];

/** Frozen: ages and dates are the same in every run. */
const NOW = '2026-02-03T12:00:00.000Z';

/** How many times slower than it is the browser works: whether a test waits for what it looks at shows on a slow machine. */
const SLOWDOWN = Number(process.env['CHAVEIRO_SLOWDOWN'] ?? 1);

/**
 * Sets a test file up; call it once, at its top. The console is built from its sources, and each `open` has a mock, a
 * port and a browser profile of its own, which are gone after the test.
 */
export function consoleTests(): { open(this: void, wanted?: Wanted): Promise<Opened> } {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  let folder: string;
  let chromium: ClosedBrowser;
  const open: { readonly context: BrowserContext; running: RunningMock }[] = [];

  beforeAll(async () => {
    folder = await builtConsole();
    chromium = await launchBrowser();
  }, LAUNCH_MS);
  afterEach(async () => {
    for (const { context, running } of open.splice(0)) {
      await context.close();
      await running.close();
    }
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    expect(chromium.askedOutside, 'nothing is loaded from elsewhere').toEqual([]);
    await chromium.close();
    await rm(folder, { recursive: true });
  });

  return {
    async open({ language = 'en', theme = 'light', width = 1280, path = '', mock: options, serve } = {}) {
      const mock = createMock({ now: NOW, ...options });
      const running = await serveMock(mock, { port: 0, console: folder, ...serve });
      const context = await chromium.browser.newContext({
        locale: language,
        colorScheme: theme,
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      const mine = { context, running };
      open.push(mine);
      const page = await context.newPage();
      if (SLOWDOWN > 1) await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
      page.on('console', (message) => {
        // Chromium's own note of an answer of 400 and above.
        if (['error', 'warning'].includes(message.type()) && !message.text().startsWith('Failed to load resource'))
          complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
      // That browser looks up no names at all.
      const url = `http://127.0.0.1:${running.port}`;
      await page.goto(`${url}/${path}`);
      const restart = async () => {
        await running.close();
        return async () => {
          mine.running = await serveMock(mock, { console: folder, ...serve, port: running.port });
        };
      };
      return { page, mock, url, t: LANGUAGES[language], restart };
    },
  };
}

/** Every violation of every level that axe finds in the page as it is. */
export async function axeViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    return inPage.run();
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`),
  );
}

/** Waits until this has the focus. */
export async function focused(locator: Locator): Promise<void> {
  await locator.waitFor();
  await expect.poll(() => locator.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** Whether something is wider than the window, so that the page would scroll sideways. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** What stands out of the window and cannot be scrolled to, as tag and class. */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // In something that scrolls, or in what is there for screen readers alone.
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || element.clientWidth === 1 || scrolls(element.parentElement));
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(element.parentElement))
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`);
  });
}

async function builtConsole(): Promise<string> {
  const cache = join(import.meta.dirname, '../../../node_modules/.cache');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'chaveiro-console-'));
  await build({
    configFile: join(import.meta.dirname, '../vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}
