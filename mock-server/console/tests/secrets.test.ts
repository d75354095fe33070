/** A secret is on the screen while a person has asked for it. Before and after that the browser has no trace of it. */
import { describe, expect, test, vi } from 'vitest';
import type { Page } from 'playwright-core';
import { calls } from '../../proof/secrets/canary-run.ts';
import type { Sent } from '../../proof/wire/wire.ts';
import { consoleTests, LANGUAGES, type Opened } from './console.fixture.ts';
import { follow, tracesIn, type Trail } from './traces.fixture.ts';

const { open } = consoleTests();
// The reference has much to draw, and the whole console is gone through.
const LONG_MS = 240_000;
vi.setConfig({ testTimeout: LONG_MS });

const SHOWN = ['document', 'what is read out'];
const TYPED = ['fields', 'what is read out'];
const CONTROLS = ['clock', 'faults', 'limits', 'sessions', 'snapshots', 'webhooks', 'data'];

interface Platform {
  readonly id: 'pingback' | 'rdstation' | 'zenvio';
  readonly account: string;
  /** In the reference, a request that takes the key. */
  readonly request: string;
  /** Makes a key as people do, looks at it, copies it and puts it away. @returns what was on the screen */
  make(opened: Opened): Promise<string>;
}

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

async function copied(page: Page, button: string): Promise<void> {
  await page.evaluate(() => navigator.clipboard.writeText('nothing yet'));
  await page.getByRole('button', { name: button }).last().click();
  await expect.poll(() => clipboard(page)).not.toBe('nothing yet');
}

const PLATFORMS: readonly Platform[] = [
  {
    id: 'pingback',
    account: 'acc_pingback_ultra',
    request: 'tag/pingback/GET/contacts',
    async make({ page, mock, t }) {
      const words = t.keys.screens.pingback;
      // It has room for one key, and begins with one.
      for (const key of mock.pingback.accounts.get('acc_pingback_ultra').keys.list()) key.delete();
      await page.getByRole('button', { name: words.create }).click();
      const dialog = page.getByRole('dialog', { name: words.createTitle });
      await dialog.getByLabel(words.name).fill('Canário');
      await dialog.getByRole('button', { name: words.submit }).click();
      await page.getByRole('button', { name: t.keys.reveal('Canário') }).click();
      const secret = await page.locator('.secret-open').innerText();
      expect(await tracesIn(page, secret), 'while it is revealed').toEqual(SHOWN);
      await copied(page, t.keys.copy('Canário'));
      await page.getByRole('button', { name: t.keys.hide('Canário') }).click();
      await page.locator('.secret-open').waitFor({ state: 'detached' });
      return secret;
    },
  },
  {
    id: 'rdstation',
    account: 'acc_rdstation_basic',
    request: 'tag/rd-station/POST/platform/conversions',
    async make({ page, mock, t }) {
      const words = t.keys.screens.rdstation;
      await page.getByRole('button', { name: words.create }).click();
      const secret = await page.locator('.secret-open').innerText();
      // The mock names it.
      const name = mock.rdstation.accounts.get('acc_rdstation_basic').keys.list().at(-1)?.name ?? '';
      expect(await tracesIn(page, secret), 'when it was made').toEqual(SHOWN);
      await copied(page, t.keys.copy(name));
      await page.getByRole('button', { name: t.keys.hide(name) }).click();
      await page.locator('.secret-open').waitFor({ state: 'detached' });
      return secret;
    },
  },
  {
    id: 'zenvio',
    account: 'acc_zenvio_demo',
    request: 'tag/zenvio/GET/whatsapp/instances',
    async make({ page, t }) {
      const words = t.keys.screens.zenvio;
      await page.getByRole('button', { name: words.create }).click();
      const dialog = page.getByRole('dialog', { name: words.createTitle });
      await dialog.getByLabel(words.name).fill('Canário');
      await dialog.getByLabel('whatsapp:manage').check();
      await dialog.getByRole('button', { name: words.submit }).click();
      const once = page.getByRole('dialog', { name: t.keys.once.title });
      const secret = await once.locator('code').innerText();
      expect(await tracesIn(page, secret), 'the one time').toEqual(SHOWN);
      await copied(page, t.keys.once.copy);
      await once.getByRole('button', { name: t.keys.once.done }).click();
      await once.waitFor({ state: 'detached' });
      expect(await page.getByRole('button', { name: t.keys.reveal('Canário') }).count(), 'never again').toBe(0);
      return secret;
    },
  },
];

/** To a page of the console, until it has all that it asks the mock for. @param current where its navigation then is */
async function goTo({ page, url }: Opened, path: string, current = path.split('/').slice(0, 2).join('/')): Promise<void> {
  await page.goto(`${url}/#/${path}`);
  await page.locator(`a[aria-current="page"][href="#/${current}"]`).first().waitFor();
  await expect.poll(() => page.locator('.loading').count()).toBe(0);
}

/** In its place and in wrong ones, well-formed and not. */
async function useKey({ url }: Opened, account: string, secret: string): Promise<number> {
  const requests: Sent[] = [
    ...calls(account, secret),
    { method: 'GET', path: `/contacts/${secret}` },
    { method: 'GET', path: '/contacts', headers: { 'user-agent': `canary/${secret}`, cookie: `key=${secret}` } },
    { method: 'POST', path: '/contacts', body: { email: 'ana@exemplo.com.br', note: `the key is ${secret}` } },
    { method: 'POST', path: '/whatsapp/messages', body: { [secret]: [secret] } },
  ];
  for (const { method, path, headers, body } of requests) {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    await response.arrayBuffer();
  }
  return requests.length;
}

/** Opens the newest requests of the journal, one after the other, with the code for each as `code`. */
async function readJournal(
  opened: Opened,
  t: Opened['t'],
  secret: string,
  code: 'curl' | 'TypeScript',
  most: number,
): Promise<string[]> {
  const { page, mock } = opened;
  const found: string[] = [];
  for (const { requestId, method, path } of mock.requests.list().slice(0, most)) {
    await goTo(opened, `requests/${requestId}`, 'requests');
    const detail = page.getByRole('region', { name: t.requests.detail.title, exact: true });
    await detail.getByText(requestId, { exact: true }).waitFor();
    await detail.getByRole('heading', { name: t.requests.code.title }).waitFor();
    const choice = detail.getByRole('radio', { name: code, exact: true });
    if ((await choice.count()) > 0) await choice.check();
    for (const place of await tracesIn(page, secret)) found.push(`${place} of ${method} ${path}`);
  }
  return found;
}

/** Every page but the reference, and each part of the controls. */
async function readPages(opened: Opened, { id, account }: Platform, secret: string): Promise<string[]> {
  const found: string[] = [];
  for (const path of [`keys/${id}/${account}`, 'scenarios', `scenarios/${id}`, ...CONTROLS.map((part) => `controls/${part}`)]) {
    await goTo(opened, path);
    for (const place of await tracesIn(opened.page, secret)) found.push(`${place} of ${path}`);
  }
  return found;
}

/** Types the key into the reference and sends a request with it. @returns where the key was meanwhile */
async function tryInReference(opened: Opened, { request }: Platform, secret: string): Promise<string[]> {
  const { page } = opened;
  await page.goto(`${opened.url}/__mock/console/reference.html#${request}`);
  await page.locator('.references-rendered').waitFor({ timeout: LONG_MS });
  await page.locator('.try-with code').waitFor();
  await page
    .locator(`[id$="${request}"]`)
    .first()
    .getByRole('button', { name: /^(Test Request|Testar Requisição)/ })
    .click();
  await page.locator('[role="dialog"] .scalar-password-input').fill(secret);
  await page.locator('[data-addressbar-action="send"]:visible').click();
  await page.locator('.last-answer-given').waitFor();
  return tracesIn(page, secret);
}

async function switchLooks({ page, t }: Opened): Promise<void> {
  await page.getByRole('button', { name: t.app.theme }).click();
  await page.getByRole('menuitemradio', { name: t.app.themes.dark }).click();
  await page.getByRole('button', { name: t.app.language }).click();
  await page.getByRole('menuitemradio', { name: 'Português' }).click();
  await page.locator('html[lang="pt-BR"]').waitFor();
}

describe.each(PLATFORMS)('a key of $id that was made, looked at, copied, used and tried', (platform) => {
  test('has left nothing behind', async () => {
    const opened = await open({ path: `#/keys/${platform.id}/${platform.account}` });
    const { page, mock, t } = opened;
    const trail: Trail = follow(page.context());
    const secret = await platform.make(opened);
    expect(await clipboard(page), 'what the person wanted to have').toBe(secret);
    expect(await tracesIn(page, secret), 'as soon as it is put away').toEqual([]);

    const used = await useKey(opened, platform.account, secret);
    const [key] = mock[platform.id].accounts.get(platform.account).keys.list().slice(-1);
    expect(mock.requests.where({ keyId: key?.id ?? '' }).length, 'it was that key').toBeGreaterThan(2);
    expect(await readJournal(opened, t, secret, 'curl', used)).toEqual([]);
    expect(trail.having(secret), 'nothing has needed it until now').toEqual([]);

    expect(await tryInReference(opened, platform, secret)).toEqual(expect.arrayContaining(TYPED));
    const [tried] = mock.requests.list();
    expect(tried).toMatchObject({ keyId: key?.id, decision: 'allowed' });
    await page.reload();
    await page.locator('.references-rendered').waitFor({ timeout: LONG_MS });
    await page.locator('.try-with code').waitFor();
    expect(await tracesIn(page, secret), 'the reference, opened again').toEqual([]);

    await goTo(opened, `keys/${platform.id}`);
    await switchLooks(opened);
    await page.reload();
    expect(await readJournal(opened, LANGUAGES['pt-BR'], secret, 'TypeScript', 3)).toEqual([]);
    expect(await readPages(opened, platform, secret)).toEqual([]);
    expect(trail.having(secret), 'the request that was tried, and no other').toEqual([
      `${tried?.method} ${tried?.path.split('?')[0]}`,
    ]);
  });
});
