/** The journal in the browser: it is there as it arrives, it can be searched, and each request says who refused it and why. */
import { describe, expect, test } from 'vitest';
import type { Mock } from '../../src/index.ts';
import type { Messages } from '../src/i18n/en.ts';
import { axeViolations, consoleTests, cutOff, languages, scrollsSideways, type Opened } from './console.fixture.ts';

const { open } = consoleTests();

const contacts = (mock: Pick<Mock, 'fetch'>, state = 'active') =>
  mock.fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': `chaveiro-pingback-${state}` } });
const conversion = (mock: Mock) =>
  mock.fetch('https://api.rd.services/platform/conversions?api_key=chaveiro-rdstation-active', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      event_type: 'CONVERSION',
      event_family: 'CDP',
      payload: { conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' },
    }),
  });
const rows = ({ page, t }: Pick<Opened, 'page' | 't'>) =>
  page.getByRole('listbox', { name: t.requests.list }).getByRole('option');
/** Of the row that the keyboard is at, counted from 1; undefined while it is not drawn. */
const activePosition = ({ page }: Pick<Opened, 'page'>) =>
  page.evaluate(() => {
    const id = document.querySelector('[role=listbox]')?.getAttribute('aria-activedescendant');
    return document.getElementById(id ?? '')?.getAttribute('aria-posinset');
  });
const live = ({ page, t }: Pick<Opened, 'page' | 't'>) => page.getByText(t.requests.link.live, { exact: true }).waitFor();
const detail = ({ page, t }: Pick<Opened, 'page' | 't'>) =>
  page.getByRole('region', { name: t.requests.detail.title, exact: true });
const idOf = (mock: Mock, decision: string) => mock.requests.where({ decision: decision as 'allowed' })[0]?.requestId ?? '';

describe.each(languages)('in %s', (language) => {
  test('a request appears as it arrives, and opens to the step that refused it', async () => {
    const opened = await open({ language, path: '#/requests' });
    const { page, mock, t } = opened;
    await page.getByRole('heading', { name: t.requests.empty.title }).waitFor();
    await live(opened);
    await contacts(mock, 'disabled');
    await rows(opened).filter({ hasText: t.requests.decisions.disabled_key }).click();
    const panel = detail(opened);
    await panel.getByText(t.requests.detail.refusedBy(t.requests.trace.steps.disabled)).waitFor();
    const refused = panel.getByRole('listitem').filter({ hasText: t.requests.trace.outcomes.refused });
    expect(await refused.textContent()).toContain(t.requests.trace.steps.disabled);
    expect(await refused.textContent()).toContain('x-key-policy.actions');
    expect(await refused.textContent()).toContain(t.requests.evidence.names.documented);
    expect(await refused.getByRole('link').getAttribute('href')).toMatch(/^https:\/\/pingback\.com\//);
    // What comes after it in the pipeline was never asked.
    const unreached = panel.getByRole('listitem').filter({ hasText: t.requests.trace.unreached });
    expect(await unreached.textContent()).toContain(t.requests.trace.steps.scope);
    // Every sentence of the mock is in the language of the page.
    expect(await panel.locator('[lang=en]').count()).toBe(0);
  });

  test('the journal can be cleared, after a question', async () => {
    const opened = await open({ language, path: '#/requests' });
    const { page, mock, t } = opened;
    await live(opened);
    await contacts(mock);
    await rows(opened).waitFor();
    await page.getByRole('button', { name: t.requests.clear, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: t.action.cancel }).click();
    expect(mock.requests.list()).toHaveLength(1);
    await page.getByRole('button', { name: t.requests.clear, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: t.requests.clear, exact: true }).click();
    await page.getByRole('heading', { name: t.requests.empty.title }).waitFor();
    expect(mock.requests.list()).toEqual([]);
  });
});

test('the keyboard goes through the list, opens a request and comes back', async () => {
  const opened = await open({ path: '#/requests' });
  const { page, mock, t } = opened;
  for (const state of ['active', 'disabled', 'free']) await contacts(mock, state);
  await expect.poll(() => rows(opened).count()).toBe(3);
  await page.getByRole('listbox').focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => activePosition(opened)).toBe('2');
  await page.keyboard.press('Enter');
  await detail(opened).getByRole('heading', { level: 2 }).and(page.locator(':focus')).waitFor();
  await page
    .getByRole('listbox')
    .getByRole('option', { selected: true })
    .filter({ hasText: t.requests.decisions.disabled_key })
    .waitFor();
  await detail(opened).getByRole('link', { name: t.action.close }).press('Enter');
  await expect.poll(() => detail(opened).count()).toBe(0);
});

type Filter = readonly [name: keyof Messages['requests']['filters'], value: string, found: number];
const FILTERS: readonly Filter[] = [
  ['platform', 'rdstation', 1],
  ['operation', 'listContacts', 3],
  ['status', '403', 2],
  ['status', '4xx', 2],
  ['decision', 'disabled_key', 1],
  ['key', 'key_pingback_active', 1],
];

test.each(FILTERS)('filters by %s %s, in the URL, so that a reload keeps it', async (name, value, found) => {
  const opened = await open({ path: '#/requests' });
  const { page, mock, t } = opened;
  await contacts(mock);
  await contacts(mock, 'disabled');
  await contacts(mock, 'nobody-has-this');
  await conversion(mock);
  await expect.poll(() => rows(opened).count()).toBe(4);
  await page.getByLabel(t.requests.filters[name], { exact: true }).selectOption(value);
  await expect.poll(() => rows(opened).count()).toBe(found);
  expect(page.url()).toContain(`${name}=${value}`);
  await page.reload();
  await expect.poll(() => rows(opened).count()).toBe(found);
  // Live ones have to fit too.
  await live(opened);
  await mock.fetch('https://api.zenvio.com/v1/whatsapp/instances', {
    headers: { authorization: 'Bearer sk_live_chaveiro_active' },
  });
  await page.getByText(t.requests.count(String(found), '5', 5)).waitFor();
  await page.getByRole('button', { name: t.requests.clearFilters }).click();
  await expect.poll(() => rows(opened).count()).toBe(5);
});

test('a text is found in path, decision, key and agent, in any case of letters', async () => {
  const opened = await open({ path: '#/requests' });
  const { page, mock, t } = opened;
  await contacts(mock, 'disabled');
  await conversion(mock);
  await expect.poll(() => rows(opened).count()).toBe(2);
  for (const [text, found] of [
    ['CONVERSIONS', 1],
    ['disabled_key contacts', 1],
    ['pingback_disabled', 1],
    ['nothing has this', 0],
  ] as const) {
    await page.getByLabel(t.requests.filters.text).fill(text);
    await expect.poll(() => rows(opened).count()).toBe(found);
  }
  await page.getByRole('heading', { name: t.requests.noMatch }).waitFor();
});

test('after a break it connects again, and has what was missed, once', async () => {
  const opened = await open({ path: '#/requests' });
  const { page, mock, t, restart } = opened;
  await live(opened);
  await contacts(mock);
  await expect.poll(() => rows(opened).count()).toBe(1);
  const back = await restart();
  await page.getByText(t.requests.link.broken).waitFor();
  await contacts(mock, 'disabled');
  await back();
  await live(opened);
  await expect.poll(() => rows(opened).count()).toBe(2);
  await conversion(mock);
  await expect.poll(() => rows(opened).count()).toBe(3);
  expect(await rows(opened).first().textContent()).toContain('/platform/conversions');
});

test('what is in the journal when a reset empties it goes, also from the page', async () => {
  const opened = await open({ path: '#/requests' });
  const { page, mock, t } = opened;
  await live(opened);
  await contacts(mock);
  await rows(opened).waitFor();
  mock.reset();
  await page.getByRole('heading', { name: t.requests.empty.title }).waitFor();
  // Ids begin again; the same one is another request.
  await conversion(mock);
  await rows(opened).filter({ hasText: '/platform/conversions' }).waitFor();
});

test('paused, the list stands still and counts what has come', async () => {
  const opened = await open({ path: '#/requests' });
  const { page, mock, t } = opened;
  await live(opened);
  await contacts(mock);
  await rows(opened).waitFor();
  await page.getByRole('button', { name: t.requests.pause }).click();
  await contacts(mock);
  await contacts(mock);
  await page.getByRole('button', { name: t.requests.resume('2') }).waitFor();
  expect(await rows(opened).count()).toBe(1);
  await page.getByRole('button', { name: t.requests.resume('2') }).click();
  await expect.poll(() => rows(opened).count()).toBe(3);
});

test('of ten thousand requests it draws those that are seen, and every one can be reached', async () => {
  const opened = await open({ path: '#/requests' });
  const { page, mock, t } = opened;
  for (let count = 0; count < 10_000; count++) await contacts(mock);
  await page.getByText(t.requests.count('10,000', '10,000', 10_000)).waitFor();
  expect(await rows(opened).count()).toBeLessThan(50);
  await page.getByRole('listbox').focus();
  await page.keyboard.press('End');
  await expect.poll(() => activePosition(opened)).toBe('10000');
  expect(await rows(opened).count()).toBeLessThan(50);
  // New ones come in above without moving what is looked at.
  const seen = await rows(opened).last().textContent();
  await conversion(mock);
  await page
    .getByLabel(t.requests.filters.platform)
    .getByRole('option', { name: /RD Station/ })
    .waitFor({ state: 'attached' });
  expect(await rows(opened).last().textContent()).toBe(seen);
});

test('curl and SDK code are copied, with the key from the environment', async () => {
  const opened = await open({ path: '#/requests' });
  const { page, mock, url, t } = opened;
  await contacts(mock);
  await rows(opened).click();
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: t.requests.code.copyCurl }).click();
  await expect.poll(clipboard).toBe(`curl '${url}/contacts' \\\n  -H "x-api-key: $PINGBACK_API_KEY"`);
  await page.getByRole('button', { name: t.requests.code.copySdk }).click();
  await expect.poll(clipboard).toContain(`new Pingback({ baseUrl: '${url}' })`);
  await page.getByLabel('TypeScript').check();
  await page.getByText("import { Pingback } from '@chaveiro/sdk/pingback';").waitFor();
});

test('what is copied in a session goes to that session', async () => {
  const opened = await open({ path: '?session=checkout#/requests' });
  const { page, mock, url, t } = opened;
  await contacts(mock);
  await contacts(mock.session('checkout'));
  await rows(opened).click();
  await page.getByRole('button', { name: t.requests.code.copyCurl }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`curl '${url}/~checkout/contacts'`);
});

test('no secret is on the page, whatever is opened', async () => {
  const opened = await open({ path: '#/requests' });
  const { page, mock, t } = opened;
  const key = mock.rdstation.accounts.create().keys.create({ name: 'CRM' });
  await mock.fetch(`https://api.rd.services/platform/conversions?api_key=${key.secret}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event_type: 'CONVERSION', event_family: 'CDP', payload: { email: 'a@b.com', token: key.secret } }),
  });
  await rows(opened).click();
  await detail(opened).getByRole('heading', { name: t.requests.code.title }).waitFor();
  expect(await page.content()).not.toContain(key.secret);
  expect(await detail(opened).textContent()).toContain('••••');
});

test('a fault says that it was one', async () => {
  const opened = await open({ path: '#/requests' });
  const { mock, t } = opened;
  mock.faults.add({ effect: { kind: 'status', status: 503 } });
  await contacts(mock);
  await rows(opened).filter({ hasText: '503' }).click();
  await detail(opened).getByText(t.requests.detail.byFault).waitFor();
});

describe.each(languages)('without the control token, in %s', (language) => {
  test('the logs of the dashboards can be read, and with it the live journal is there', async () => {
    const opened = await open({ language, path: '#/requests', serve: { controlToken: 'a-token' } });
    const { page, mock, t } = opened;
    await page.getByText(t.requests.logs.none).waitFor();
    await contacts(mock, 'disabled');
    await page.getByRole('button', { name: t.requests.logs.refresh }).click();
    await page.getByRole('row').filter({ hasText: t.requests.decisions.disabled_key }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: t.access.enter }).click();
    await page.getByRole('dialog').getByLabel(t.access.token).fill('a-token');
    await page.keyboard.press('Enter');
    await rows(opened).waitFor();
  });
});

describe.each([360, 820, 1280])('%i pixels wide', (width) => {
  test.each(['light', 'dark'] as const)('%s: nothing to object to, and nothing out of the window', async (theme) => {
    const opened = await open({ language: width === 360 ? 'pt-BR' : 'en', width, theme, path: '#/requests' });
    const { page, mock, t } = opened;
    await live(opened);
    expect(await axeViolations(page)).toEqual([]);
    for (const state of ['active', 'disabled', 'nobody-has-this']) await contacts(mock, state);
    await conversion(mock);
    await expect.poll(() => rows(opened).count()).toBe(4);
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await cutOff(page)).toEqual([]);
    for (const decision of ['disabled_key', 'allowed']) {
      await page.goto(`${page.url().split('#')[0]}#/requests/${idOf(mock, decision)}`);
      await detail(opened).getByRole('heading', { name: t.requests.code.title }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      expect(await scrollsSideways(page)).toBe(false);
      expect(await cutOff(page)).toEqual([]);
    }
  });
});
