/** The mock in a real browser: a page uses the SDK against the real base URLs, and a worker brings its requests to the mock. */
import { execSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMock, type MockOptions } from '../src/index.ts';
import { answersTo } from './browser/answers.ts';
import { launchBrowser, LAUNCH_MS, type ClosedBrowser } from './browser/launch.ts';
import type { App } from './browser/page.ts';
import { servePage, workerScript, type PageServer } from './browser/serve-page.ts';

/** Frozen, so that the answers in the page and those here can be compared byte by byte. */
const OPTIONS = { seed: 7, now: '2026-02-03T12:00:00.000Z' } satisfies MockOptions;

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const README = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

let chromium: ClosedBrowser;
let server: PageServer;
let page: Page;
/** What the page wrote to its console, and errors that nobody caught. */
const complaints: string[] = [];

beforeAll(async () => {
  chromium = await launchBrowser();
  server = await servePage(sectionBlock('js'));
  page = await chromium.browser.newPage();
  page.on('console', (message) => {
    // Chromium's own note of an answer of 400 and above.
    if (!message.text().startsWith('Failed to load resource')) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  await page.goto(`${server.url}?mock=${encodeURIComponent(JSON.stringify(OPTIONS))}`);
  await inPage('start');
}, LAUNCH_MS);
beforeEach(() => inPage('reset'));
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** The one code block of a language in the README's section on browsers. */
function sectionBlock(language: string): string {
  const section = README.split(/^## /m).find((text) => text.startsWith('In the browser')) ?? '';
  return new RegExp('```' + language + '\\n(.*?)```', 's').exec(section)?.[1] ?? '';
}

/** Runs a function of the page's app; what it takes and returns has to be JSON. */
async function inPage<Name extends keyof App>(name: Name, ...given: Parameters<App[Name]>) {
  const call: [string, unknown[]] = [name, given];
  const result = await page.evaluate(([name, given]) => {
    const { app } = globalThis as unknown as { app: Record<string, (...given: unknown[]) => unknown> };
    return app[name]?.(...given);
  }, call);
  return result as Awaited<ReturnType<App[Name]>>;
}

describe('the SDK in a page', () => {
  test('works with an active key of each platform', async () => {
    const { segments, conversion, instances, decisions } = await inPage('callWithActiveKeys');
    expect(segments).toBeTypeOf('object');
    expect(conversion.event_uuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(instances).toBeTypeOf('object');
    expect(decisions).toEqual(['allowed', 'allowed', 'allowed']);
  });

  test('gets an InvalidKeyError for a disabled key', async () => {
    expect(await inPage('callWithDisabledKeys')).toEqual([
      { platform: 'pingback', status: 403, decision: 'disabled_key' },
      { platform: 'rdstation', status: 401, decision: 'disabled_key' },
    ]);
  });

  test('is refused at the next call when its key is disabled, and let in again when it is enabled', async () => {
    expect(await inPage('disableMidway')).toMatchObject({
      before: undefined,
      disabled: { status: 403, decision: 'disabled_key' },
      after: undefined,
    });
  });

  const kept = { names: ['Bia', 'Beatriz'], deleted: 404 };

  test('finds what it wrote before', async () => {
    expect(await inPage('keepState')).toEqual(kept);
  });

  test('finds it in a browser without Request.body too', async () => {
    expect(await inPage('keepStateWithoutRequestBody')).toEqual(kept);
  });
});

test('XMLHttpRequest is answered as well', async () => {
  const status = (key: string) => inPage('xhrStatus', 'https://connect.pingback.com/v2/contacts', { 'x-api-key': key });
  expect([await status('chaveiro-pingback-active'), await status('chaveiro-pingback-disabled')]).toEqual([200, 403]);
});

test('a connection that the mock drops, and a body that it cuts off, are network errors', async () => {
  const url = 'https://connect.pingback.com/v2/contacts';
  expect(await inPage('fetchOutcome', url)).toBe('answered 403');
  expect(await inPage('faultOutcome', 'drop', url)).toBe('TypeError');
  await inPage('reset');
  expect(await inPage('faultOutcome', 'truncate', url)).toBe('TypeError');
});

test('every cell of the auth matrix has the bytes in the page that it has in process', async () => {
  const mock = createMock(OPTIONS);
  const requests = authMatrix.cells.map(({ platform, request }) => ({ platform, ...request }));
  const expected = await answersTo(requests, mock, mock.fetch);
  const seen = await inPage('answersTo', requests);
  authMatrix.cells.forEach((cell, index) => {
    expect(seen[index]?.headers['x-mock-decision'], cell.id).toBe(cell.expect.decision);
    expect(seen[index], cell.id).toEqual(expected[index]);
  });
  expect(seen).toHaveLength(authMatrix.cells.length);
});

test('the package carries the worker script of its own MSW, with the licence', () => {
  const { resolve } = createRequire(import.meta.url);
  expect(readFileSync(workerScript(), 'utf8')).toBe(readFileSync(resolve('msw/mockServiceWorker.js'), 'utf8'));
  expect(readFileSync(workerScript().replace(/js$/, 'LICENSE.md'), 'utf8')).toContain('MIT');
});

describe('the README', () => {
  test('has a snippet that runs in a page and prints what its comments say', async () => {
    const promised = [...sectionBlock('js').matchAll(/console\.log\(.*\/\/ (.+)/g)].map(([, text]) => text);
    const reader = await chromium.browser.newPage();
    const said: string[] = [];
    reader.on('console', (message) => said.push(message.text()));
    await reader.goto(new URL('snippet', server.url).href);
    expect(promised).toHaveLength(2);
    await expect.poll(() => said, { timeout: 30_000 }).toEqual(expect.arrayContaining(promised));
    await reader.close();
  });

  test('has a command that puts the worker script where the app serves it', () => {
    const { scripts } = JSON.parse(sectionBlock('json')) as { scripts: { postinstall: string } };
    const cache = join(import.meta.dirname, '../../node_modules/.cache');
    mkdirSync(cache, { recursive: true });
    const app = mkdtempSync(join(cache, 'chaveiro-app-'));
    try {
      mkdirSync(join(app, 'public'));
      execSync(scripts.postinstall, { cwd: app });
      expect(readFileSync(join(app, 'public/mockServiceWorker.js'), 'utf8')).toBe(readFileSync(workerScript(), 'utf8'));
    } finally {
      rmSync(app, { recursive: true });
    }
  });
});

// Last: it stops the worker. It also proves that a request which nobody answers would have been seen.
test('nothing went outside, and without the worker it would have', async () => {
  expect(chromium.askedOutside).toEqual([]);
  expect(complaints).toEqual([]);
  await inPage('stop');
  expect(await inPage('fetchOutcome', 'https://connect.pingback.com/v2/contacts')).toBe('TypeError');
  expect(chromium.askedOutside).toContain('connect.pingback.com:443');
});
