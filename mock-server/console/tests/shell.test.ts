/** The frame of the console: it loads from the mock alone, says where one is, and goes with language, colours, session and token. */
import { expect, test } from 'vitest';
import { consoleTests, focused, LANGUAGES, languages } from './console.fixture.ts';

const { open } = consoleTests();

test('a page is what a browser gets at /, and the mock is what everybody else gets', async () => {
  const { url } = await open();
  const asked = (accept: string) => fetch(url, { headers: { accept } });
  const page = await asked('text/html,application/xhtml+xml,*/*;q=0.8');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await page.text()).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect((await asked('application/json')).headers.get('x-mock-decision')).toBe('unknown_path');
});

test.each(languages)('it speaks %s when the browser does, and says so to screen readers', async (language) => {
  const { page, t } = await open({ language });
  await page.getByRole('heading', { level: 1, name: t.keys.title }).waitFor();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
  await expect.poll(() => page.title()).toContain(t.keys.title);
});

test('another language is chosen with the keyboard, at once and for good', async () => {
  const { page } = await open({ language: 'en' });
  const button = page.getByRole('button', { name: LANGUAGES.en.app.language });
  await button.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('p');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: LANGUAGES['pt-BR'].keys.title }).waitFor();
  await page.getByRole('button', { name: LANGUAGES['pt-BR'].app.language }).and(page.locator(':focus')).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: LANGUAGES['pt-BR'].keys.title }).waitFor();
});

/** Compressed, over the wire; what is loaded with a page that is opened later does not count. */
const FIRST_LOAD_BYTES = 60_000;

test('the first load is small, and all of it is the mock’s own', async () => {
  const { page, url, t } = await open();
  await page.getByRole('heading', { level: 1, name: t.keys.title }).waitFor();
  await page.getByRole('table').waitFor();
  const loaded = await page.evaluate(() =>
    performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .map(({ name, encodedBodySize }) => ({ name, encodedBodySize })),
  );
  const files = loaded.filter(({ name }) => name === `${url}/` || name.includes('/__mock/console/'));
  const bytes = files.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  expect(files.length).toBeGreaterThan(3);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThan(FIRST_LOAD_BYTES);
  expect(loaded.filter(({ name }) => !name.startsWith(url))).toEqual([]);
});

test('whoever comes by keyboard can skip the bar, and sees where the focus is', async () => {
  const { page, t } = await open();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Tab');
  await focused(page.getByRole('link', { name: t.app.skip }));
  await page.keyboard.press('Enter');
  await focused(page.getByRole('main'));
  expect(new URL(page.url()).hash).toBe('');
});

test('a mock that goes away is told, and its return is noticed', async () => {
  const { page, t, restart } = await open({ path: '#/keys/pingback/acc_pingback_pro' });
  await page.getByText(t.keys.screens.pingback.on, { exact: true }).waitFor();
  const back = await restart();
  await page.getByText(t.access.unreachable).waitFor();
  // What is known stays on the screen, and nothing pretends to work.
  await page.getByText(t.keys.screens.pingback.on, { exact: true }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: t.keys.reveal('Integração CRM') }).isDisabled()).toBe(true);
  await back();
  await page.getByText(t.access.unreachable).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: t.keys.reveal('Integração CRM') }).click();
  await page.getByText('chaveiro-pingback-active').waitFor();
});
