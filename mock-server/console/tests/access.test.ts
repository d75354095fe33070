/** Who may change something from the page, in which session, and what it does when the mock is away. */
import { describe, expect, test } from 'vitest';
import { axeViolations, consoleTests, focused, languages } from './console.fixture.ts';

const { open } = consoleTests();

const PATH = '#/keys/pingback/acc_pingback_pro';

describe.each(languages)('in %s', (language) => {
  test('without the control token everything can be seen and nothing changed, until it is entered', async () => {
    const { page, mock, t } = await open({ language, path: PATH, serve: { controlToken: 'segredo-da-casa' } });
    const { access, keys } = t;
    await page.getByText(access.readOnly, { exact: true }).waitFor();
    await page.getByText(keys.screens.pingback.on, { exact: true }).waitFor();
    const actions = page.getByRole('button', { name: keys.actionsOf('Integração CRM') });
    for (const button of [actions, page.getByRole('button', { name: keys.reveal('Integração CRM') })])
      await expect.poll(() => button.isDisabled()).toBe(true);
    await expect.poll(() => page.getByLabel(keys.stage.plans.free, { exact: true }).isDisabled()).toBe(true);
    expect(await axeViolations(page)).toEqual([]);

    await page.getByRole('button', { name: access.enter }).click();
    const dialog = page.getByRole('dialog', { name: access.token });
    const field = dialog.getByLabel(access.token);
    await focused(field);
    await field.fill('errado');
    await page.keyboard.press('Enter');
    await dialog.getByText(access.wrong).waitFor();
    await field.fill('segredo-da-casa');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(access.readOnly, { exact: true }).waitFor({ state: 'detached' });
    await actions.click();
    await page.getByRole('menuitem', { name: keys.screens.pingback.disable }).click();
    await page.getByText(keys.screens.pingback.off, { exact: true }).waitFor();
    expect(mock.pingback.accounts.get('acc_pingback_pro').keys.list()[0]?.status).toBe('disabled');
    expect(page.url()).not.toContain('segredo');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('segredo');
  });

  test('a session is made and entered, and what is changed there is changed there alone', async () => {
    const { page, mock, t } = await open({ language, path: PATH });
    const words = t.keys.screens.pingback;
    const picker = page.getByRole('button', { name: t.session.label });
    await picker.click();
    const dialog = page.getByRole('dialog', { name: t.session.title });
    await dialog.getByLabel(t.session.name).fill('não pode');
    await page.keyboard.press('Enter');
    await dialog.locator('.field-error').waitFor();
    await dialog.getByLabel(t.session.name).fill('caixa-2');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await focused(picker.filter({ hasText: 'caixa-2' }));
    await page.getByRole('button', { name: t.keys.actionsOf('Integração CRM') }).click();
    await page.getByRole('menuitem', { name: words.disable }).click();
    await page.getByText(words.off, { exact: true }).waitFor();
    const statusIn = (session: Pick<typeof mock, 'pingback'>) =>
      session.pingback.accounts.get('acc_pingback_pro').keys.list()[0]?.status;
    expect([statusIn(mock), statusIn(mock.session('caixa-2'))]).toEqual(['active', 'disabled']);

    await page.reload();
    await page.getByText(words.off, { exact: true }).waitFor();
    await picker.click();
    await dialog.getByRole('button', { name: t.session.default }).click();
    await page.getByText(words.on, { exact: true }).waitFor();
  });
});

test('a link names the session that it opens', async () => {
  const { page, url, mock, t } = await open({ path: PATH });
  mock.session('loja').pingback.accounts.get('acc_pingback_pro').keys.list()[0]?.disable();
  const another = await page.context().newPage();
  await another.goto(`${url}/?session=loja${PATH}`);
  await another.getByText(t.keys.screens.pingback.off, { exact: true }).waitFor();
  // Also in a tab that was in another session; and the choice is free afterwards.
  await page.goto(`${url}/?session=loja${PATH}`);
  await page.getByText(t.keys.screens.pingback.off, { exact: true }).waitFor();
  expect(new URL(page.url()).search).toBe('');
});

test('a session that is gone is said to be, with the way back', async () => {
  let now = 0;
  const { page, mock, t } = await open({ path: PATH, mock: { sessions: { idle: '10m', now: () => now } } });
  mock.session('loja');
  now = 600_001;
  await page.evaluate(() => sessionStorage.setItem('chaveiro.session', 'loja'));
  await page.reload();
  await page.getByRole('button', { name: t.session.toDefault }).click();
  await page.getByText(t.keys.screens.pingback.on, { exact: true }).waitFor();
});

test('a mock that other machines can reach, and that has no token, can only be looked at', async () => {
  const { page, t } = await open({ path: PATH, serve: { host: '0.0.0.0' } });
  await page.getByText(t.access.forbidden).waitFor();
  await page.getByText(t.keys.screens.pingback.on, { exact: true }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: t.keys.stage.newAccount }).isDisabled()).toBe(true);
});

test('the colours that were chosen stay', async () => {
  const { page, t } = await open({ theme: 'light' });
  const background = () => page.evaluate(() => getComputedStyle(document.body.parentElement ?? document.body).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: t.app.theme }).click();
  await page.getByRole('menuitemradio', { name: t.app.themes.dark }).click();
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  await expect.poll(background).toBe(dark);
});
