/** The page in a real browser, as its developer has it, and what a build of it ships. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchOptions } from '../chromium.ts';
import { PATIENCE, runExample, startExample, type RunningExample } from '../run-example.ts';

describe('in development', { timeout: PATIENCE }, () => {
  let example: RunningExample | undefined;
  let browser: Browser | undefined;
  let page: Page;
  let url: string;
  /** What the page wrote to its console as an error. */
  const complaints: string[] = [];

  beforeAll(async () => {
    example = await startExample('lead-form-browser', ['--port', '0']);
    browser = await chromium.launch(await launchOptions());
    page = await browser.newPage();
    page.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())));
    [url] = await example.says(/http:\/\/localhost:\d+\//);
  }, PATIENCE);

  // A reload starts a fresh mock.
  beforeEach(async () => {
    complaints.length = 0;
    await page.goto(url);
    await page.waitForFunction(() => 'mock' in window && navigator.serviceWorker.controller !== null);
  }, PATIENCE);

  afterAll(async () => {
    await browser?.close();
    example?.stop();
  });

  /** @returns what the page tells the visitor */
  async function send(email: string): Promise<string | null> {
    await page.getByLabel('Nome').fill('Ana Souza');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Quero o e-book' }).click();
    return page.getByRole('status').filter({ hasText: /./ }).textContent();
  }

  test('a conversion arrives', async () => {
    expect(await send('ana@exemplo.com.br')).toBe('Obrigado! O e-book está a caminho.');
    const arrived = await page.evaluate(() => window.mock.rdstation.conversions.last()?.payload);
    expect(arrived).toEqual({ conversion_identifier: 'ebook', email: 'ana@exemplo.com.br', name: 'Ana Souza' });
    expect(complaints).toEqual([]);
  });

  test('an address that browsers take and RD Station refuses is asked for again', async () => {
    expect(await send('ana@exemplo')).toBe('Confira o seu e-mail.');
    expect(await page.evaluate(() => window.mock.requests.list().length)).toBe(1);
  });

  test('a disabled key is for the developer to know, and not for the visitor', async () => {
    await page.evaluate(() => window.mock.rdstation.accounts.list()[0]?.keys.list()[0]?.disable());
    expect(await send('ana@exemplo.com.br')).toBe('Não conseguimos enviar agora. Tente de novo mais tarde.');
    expect(complaints.join()).toContain('InvalidKeyError');
    expect(complaints.join()).not.toContain('chaveiro-rdstation-active');
  });
});

test('a build ships the form, and no mock', { timeout: PATIENCE }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lead-form-'));
  try {
    const { exitCode, output } = await runExample('lead-form-browser:build', ['--outDir', folder, '--emptyOutDir']);
    expect(exitCode, output).toBe(0);
    const scripts = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.js'));
    expect(scripts).toHaveLength(1);
    const script = await readFile(join(folder, scripts[0] ?? ''), 'utf8');
    expect(script).toContain('Obrigado!');
    expect(script).not.toMatch(/x-mock-decision|serviceWorker/);
  } finally {
    await rm(folder, { recursive: true });
  }
});
