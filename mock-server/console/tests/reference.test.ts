/** The API reference in the console: all of the document, tried against this mock with the keys that stand ready, and nobody else asked. */
import type { Page } from 'playwright-core';
import { describe, expect, test, vi } from 'vitest';
import { livraria } from '../../conformance/own-documents.ts';
import type { OpenApiDocument } from '@chaveiro/openapi/policy';
import { axeViolations, consoleTests, languages, scrollsSideways, type Opened, type Wanted } from './console.fixture.ts';

const { open } = consoleTests();
// Scalar has much to draw, and other tests run beside it.
const LONG_MS = 180_000;
vi.setConfig({ testTimeout: LONG_MS });

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const PATH = '__mock/console/reference.html';
const CONTACTS = `${PATH}#tag/pingback/GET/contacts`;

async function openReference(wanted: Wanted = {}): Promise<Opened> {
  const opened = await open({ path: PATH, ...wanted });
  opened.page.setDefaultTimeout(LONG_MS);
  await opened.page.locator('.references-rendered').waitFor();
  return opened;
}

const operation = (page: Page, place: string) => page.locator(`section[id$="${place}"], [id$="${place}"]`).first();
const entries = (page: Page) => page.locator('[data-sidebar-id]');

/** Chooses a key in the bar, by what it is for. */
async function choose({ page, t }: Opened, platform: string, key: string): Promise<void> {
  const bar = page.getByRole('region', { name: t.reference.keys.label });
  await bar.getByLabel(t.reference.keys.platform).selectOption(platform);
  await bar.getByLabel(t.reference.keys.key, { exact: true }).selectOption(key);
}

/** Sends the request of an operation as it stands; its dialog stays open. */
async function tryIt(page: Page, place: string): Promise<void> {
  await operation(page, place)
    .getByRole('button', { name: /^(Test Request|Testar Requisição)/ })
    .click();
  await page.locator('[data-addressbar-action="send"]:visible').click();
}

describe('what it shows', () => {
  test('every operation and every webhook of the document that the mock runs', async () => {
    const { page, url } = await openReference();
    const asked = await fetch(`${url}/__mock/console/document.json`);
    const { paths, webhooks = {}, tags = [] } = (await asked.json()) as OpenApiDocument;
    const wanted = [...Object.values(paths), ...Object.values(webhooks)].flatMap((item) =>
      METHODS.flatMap((method) => item[method] ?? []),
    );
    expect(wanted.length).toBeGreaterThan(80);
    for (const { name } of tags) {
      const tag = page.locator(`[data-sidebar-id$="/tag/${name.toLowerCase().replace(' ', '-')}"]`);
      if ((await tag.getByRole('list').count()) === 0) await tag.getByRole('link').first().click();
      await tag.getByRole('list').waitFor();
    }
    const shown = await entries(page).getByRole('link').allTextContents();
    for (const { summary = '' } of wanted)
      expect(
        shown.some((text) => text.includes(summary)),
        summary,
      ).toBe(true);
  });

  test.each(languages)(
    'in %s, how sure each answer is, in sight before it is opened, and where that stands',
    async (language) => {
      const { page, t } = await openReference({ language, path: CONTACTS });
      const { names } = t.requests.evidence;
      const responses = operation(page, 'GET/contacts').locator('.responses-list--tree > li');
      await responses.first().waitFor();
      const texts = await responses.allTextContents();
      expect(texts.map((text) => text.match(/\d{3}/)?.[0])).toEqual(['200', '400', '401', '403', '414', '422', '429', '500']);
      for (const text of texts)
        expect(
          Object.values(names).some((name) => text.includes(name)),
          text,
        ).toBe(true);
      const refused = operation(page, 'GET/contacts.responses.403');
      await refused.click();
      await responses
        .nth(3)
        .getByRole('link', { name: `${t.reference.document.source}: www.pingback.com` })
        .first()
        .waitFor();
      expect(await responses.nth(3).textContent()).toContain('disabled_key');
    },
  );

  test.each(languages)('in %s, the rules of a platform’s keys, and the requests with each refusal', async (language) => {
    const { page, t } = await openReference({ language, path: `${PATH}#tag/pingback` });
    const { document } = t.reference;
    await page
      .getByRole('heading', { name: document.rulesOf(document.places.header('x-api-key')).replaceAll('`', '') })
      .waitFor();
    const refused = page.getByRole('link', { name: document.seeRequests('disabled_key') }).first();
    expect(await refused.getAttribute('href')).toMatch(/^\/__mock\/console\/#\/requests\?decision=disabled_key$/);
  });

  test("somebody's own document", async () => {
    const { page } = await openReference({ mock: { document: await livraria() } });
    await page.getByRole('heading', { level: 1, name: 'Livraria API' }).waitFor();
    await page.locator('.try-with code', { hasText: 'chaveiro-livraria-active' }).waitFor();
    expect(await entries(page).allTextContents()).not.toContain('Pingback');
  });
});

describe('trying a request', () => {
  test('works with the active key, is refused with the disabled one, and the mock says why', async () => {
    const opened = await openReference({ path: CONTACTS });
    const { page, mock, t } = opened;
    const answer = page.getByRole('status').filter({ hasText: t.reference.answer.decision });

    // The bar offers the keys of the platform that the page was opened at, the active one first.
    await page.locator('.try-with code', { hasText: 'chaveiro-pingback-active' }).waitFor();
    await tryIt(page, 'GET/contacts');
    await answer.getByText('allowed', { exact: true }).waitFor();
    expect(mock.requests.list()[0]).toMatchObject({ operationId: 'listContacts', status: 200, keyId: 'key_pingback_active' });
    await page.keyboard.press('Escape');
    await page.locator('.scalar-client--open').waitFor({ state: 'detached' });

    await choose(opened, 'pingback', 'key_pingback_disabled');
    await tryIt(page, 'GET/contacts');
    await answer.getByText('disabled_key', { exact: true }).waitFor();
    const [refused] = mock.requests.list();
    expect(refused).toMatchObject({ status: 403, decision: 'disabled_key', keyId: 'key_pingback_disabled' });
    await page.locator('[role="dialog"]').getByText('Forbidden').first().waitFor();

    // In the dialog, which keeps the focus inside.
    const [trace] = await Promise.all([
      page.context().waitForEvent('page'),
      page.locator('[role="dialog"]').getByRole('link', { name: t.reference.answer.open }).click(),
    ]);
    await trace.getByText(t.requests.detail.refusedBy(t.requests.trace.steps.disabled)).waitFor();
    expect(trace.url()).toContain(`#/requests/${refused?.requestId ?? ''}`);
  });

  test('of each platform brings that platform’s key, and the session is the one that is looked at', async () => {
    const opened = await openReference({ path: `${PATH}?session=checkout#tag/zenvio/GET/whatsapp/instances` });
    const { page, mock, t } = opened;
    await choose(opened, 'zenvio', 'key_zenvio_send_only');
    await tryIt(page, 'GET/whatsapp/instances');
    await page.getByRole('status').filter({ hasText: t.reference.answer.decision }).getByText('scope_missing').waitFor();
    expect(mock.requests.list()).toEqual([]);
    expect(mock.session('checkout').requests.list()[0]).toMatchObject({
      operationId: 'listInstances',
      keyId: 'key_zenvio_send_only',
    });
  });
});

describe('what it asks for', () => {
  test('nothing of it is loaded before it is opened', async () => {
    const { page, t } = await open({ path: '#/keys' });
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(asked.filter((name) => /scalar|reference/.test(name))).toEqual([]);
    await page.getByRole('link', { name: t.reference.title }).click();
    await page.getByRole('heading', { level: 1, name: t.reference.heading }).waitFor();
  });

  test('no script but the mock’s own, styles alone are freer than elsewhere, and nobody may frame it', async () => {
    const { url } = await open();
    const policyOf = async (path: string) =>
      Object.fromEntries(
        ((await fetch(url + path)).headers.get('content-security-policy') ?? '').split('; ').map((each) => {
          const [name = '', ...values] = each.split(' ');
          return [name, values.join(' ')];
        }),
      );
    const console = await policyOf('/__mock/console/');
    expect(await policyOf(`/${PATH}`)).toEqual({ ...console, 'style-src': "'self' 'unsafe-inline'" });
    expect(console).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'frame-ancestors': "'none'",
    });
  });

  test('the licence of what draws it comes with it', async () => {
    const { page, url } = await openReference();
    const script = await page.evaluate(
      () => performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/standalone.esm.js'))?.name,
    );
    const licence = await (await fetch(new URL('LICENSE.txt', script ?? url))).text();
    expect(licence).toContain('Copyright (c) 2023-present Scalar');
    expect(licence).toContain('Permission is hereby granted');
  });
});

describe('language and colours', () => {
  test('follow the console’s own switches while it is open', async () => {
    const { page, t } = await openReference({ language: 'en', theme: 'light' });
    await page.getByRole('button', { name: t.app.theme }).click();
    await page.getByRole('menuitemradio', { name: t.app.themes.dark }).click();
    await page.locator('body.dark-mode').waitFor();
    await page.getByRole('button', { name: t.app.language }).click();
    await page.getByRole('menuitemradio', { name: 'Português' }).click();
    await page.locator('[lang^="pt"] .references-rendered').waitFor();
    await page.getByRole('heading', { name: 'Quão certa é cada resposta' }).waitFor();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('pt-BR');
  });

  test('are those of what it has in English alone', async () => {
    const { page } = await openReference({ language: 'pt-BR', path: CONTACTS });
    const words = { en: [/^Request Example for/, /Copy$/], 'pt-BR': [/^Exemplo de requisição de/, /Copiar$/] };
    const inClient = {
      en: [/^Open Group$/, /^Close Group$/, /^Wrap lines$/],
      'pt-BR': [/^Abrir Grupo$/, /^Fechar Grupo$/, /^Quebrar linhas$/],
    };
    await saysOnly(page, words['pt-BR'], words.en);
    await switchTo(page, 'English');
    await saysOnly(page, words.en, words['pt-BR']);
    await switchTo(page, 'Português');
    await saysOnly(page, words['pt-BR'], words.en);
    await tryIt(page, 'GET/contacts');
    await saysOnly(page, inClient['pt-BR'], inClient.en);
  });
});

async function switchTo(page: Page, language: string): Promise<void> {
  await page
    .locator('header')
    .getByRole('button', { name: /^(Language|Idioma)/ })
    .click();
  await page.getByRole('menuitemradio', { name: language }).click();
}

/** Waits until each of the first stands somewhere, and none of the others. */
async function saysOnly(page: Page, said: readonly RegExp[], notSaid: readonly RegExp[]): Promise<void> {
  const found = async (words: readonly RegExp[]) => {
    const all = await page
      .locator('#reference')
      .evaluate((reference) => [
        ...[...reference.querySelectorAll('[aria-label]')].map((named) => named.getAttribute('aria-label') ?? ''),
        ...[...reference.querySelectorAll('.sr-only, button')].map(({ textContent }) => textContent.trim()),
      ]);
    return words.filter((word) => all.some((text) => word.test(text)));
  };
  await expect.poll(() => found(said)).toEqual(said);
  await expect.poll(() => found(notSaid)).toEqual([]);
}

describe.each([
  { theme: 'light', width: 1280, language: 'en' },
  { theme: 'dark', width: 1280, language: 'pt-BR' },
  { theme: 'light', width: 360, language: 'pt-BR' },
  { theme: 'dark', width: 360, language: 'en' },
] as const)('$theme, $width px wide, $language', (wanted) => {
  test('axe finds nothing, and nothing scrolls sideways: reading, a response opened, a request tried', async () => {
    const { page } = await openReference({ ...wanted, path: CONTACTS });
    const refused = operation(page, 'GET/contacts.responses.403');
    await refused.click();
    await operation(page, 'GET/contacts').getByText('disabled_key').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    // Its words are in sight under the pointer alone, each at its time.
    const code = operation(page, 'GET/contacts').locator('.scalar-code-block').first();
    const copy = code.locator('button.scalar-code-copy');
    for (const look of [
      () => code.hover({ position: { x: 1, y: 1 } }),
      () => copy.hover(),
      async () => {
        await copy.click();
        await copy.getByRole('alert').waitFor({ state: 'attached' });
      },
    ]) {
      await look();
      expect(await axeViolations(page)).toEqual([]);
    }
    await tryIt(page, 'GET/contacts');
    await page.locator('.last-answer-given').waitFor();
    await page.locator('[role="dialog"] .cm-content').first().waitFor();
    const wrap = page.locator('[role="dialog"]').getByRole('button', { name: /^(Wrap lines|Quebrar linhas)$/ });
    await wrap.first().focus();
    await page
      .locator('#scalar-tooltip')
      .getByText((await wrap.first().getAttribute('aria-label')) ?? '')
      .waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
  });
});
