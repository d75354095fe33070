/** Pingback's key screen: one key, with everything that its users do with it. */
import { describe, expect, test } from 'vitest';
import { consoleTests, focused, languages } from './console.fixture.ts';

const { open } = consoleTests();

/** What the real platform answers to a request with this key. */
const listContacts = (mock: { fetch: typeof fetch }, key: string) =>
  mock.fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': key } });

describe.each(languages)('in %s', (language) => {
  test('the first key is made from the empty state, and works', async () => {
    const { page, mock, t } = await open({ language, path: '#/keys/pingback' });
    const words = t.keys.screens.pingback;
    await page.getByRole('button', { name: t.keys.stage.newAccount }).click();
    await page.getByRole('heading', { name: words.empty }).waitFor();
    await page.getByRole('button', { name: words.create }).click();
    const dialog = page.getByRole('dialog', { name: words.createTitle });
    await dialog.getByRole('button', { name: words.submit }).click();
    await dialog.getByText(t.keys.nameNeeded).waitFor();
    await dialog.getByLabel(words.name).fill('Integração CRM');
    await dialog.getByRole('button', { name: words.submit }).click();
    await page.getByRole('cell', { name: 'Integração CRM', exact: true }).waitFor();
    await page.getByText(words.on, { exact: true }).waitFor();
    const account = mock.pingback.accounts.list().at(-1);
    expect(account?.keys.list().map(({ name, status }) => [name, status])).toEqual([['Integração CRM', 'active']]);
    // One key is all that there is room for, and the page says so.
    await expect.poll(() => page.getByRole('button', { name: words.create }).isDisabled()).toBe(true);
    await page.getByText(words.full('1')).waitFor();
  });

  test('the secret is dots until it is revealed, and hidden again', async () => {
    const { page, t } = await open({ language, path: '#/keys/pingback/acc_pingback_pro' });
    const secret = page.getByText('chaveiro-pingback-active');
    await page.getByText('•'.repeat(20)).waitFor();
    expect(await page.content()).not.toContain('chaveiro-pingback-active');
    await page.getByRole('button', { name: t.keys.reveal('Integração CRM') }).click();
    await secret.waitFor();
    await page.getByRole('button', { name: t.keys.hide('Integração CRM') }).click();
    await secret.waitFor({ state: 'detached' });
  });

  test('it is copied without being shown', async () => {
    const { page, t } = await open({ language, path: '#/keys/pingback/acc_pingback_pro' });
    await page.getByRole('button', { name: t.keys.copy('Integração CRM') }).click();
    await page.getByRole('status').filter({ hasText: t.action.copied }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('chaveiro-pingback-active');
    await page.getByText('•'.repeat(20)).waitFor();
  });

  test('Desativar and Ativar hold for the very next request', async () => {
    const { page, mock, t } = await open({ language, path: '#/keys/pingback/acc_pingback_pro' });
    const words = t.keys.screens.pingback;
    const menu = page.getByRole('button', { name: t.keys.actionsOf('Integração CRM') });
    await menu.click();
    await page.getByRole('menuitem', { name: words.disable }).click();
    await page.getByText(words.off, { exact: true }).waitFor();
    const refused = await listContacts(mock, 'chaveiro-pingback-active');
    expect([refused.status, refused.headers.get('x-mock-decision')]).toEqual([403, 'disabled_key']);
    await menu.click();
    await page.getByRole('menuitem', { name: words.enable }).click();
    await page.getByText(words.on, { exact: true }).waitFor();
    expect((await listContacts(mock, 'chaveiro-pingback-active')).status).toBe(200);
  });

  test('with the keyboard alone it is renamed, and the focus comes back to its menu', async () => {
    const { page, t } = await open({ language, path: '#/keys/pingback/acc_pingback_pro' });
    const words = t.keys.screens.pingback;
    const menu = page.getByRole('button', { name: t.keys.actionsOf('Integração CRM') });
    await menu.focus();
    await page.keyboard.press('Enter');
    await focused(page.getByRole('menuitem', { name: words.disable }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const name = page.getByRole('dialog').getByLabel(words.name);
    await focused(name);
    await name.fill('App Mobile');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('cell', { name: 'App Mobile', exact: true }).waitFor();
    await focused(page.getByRole('button', { name: t.keys.actionsOf('App Mobile') }));
  });

  test('Excluir warns that integrations stop, does nothing on Escape, and then deletes for good', async () => {
    const { page, mock, t } = await open({ language, path: '#/keys/pingback/acc_pingback_pro' });
    const words = t.keys.screens.pingback;
    const menu = page.getByRole('button', { name: t.keys.actionsOf('Integração CRM') });
    const dialog = page.getByRole('dialog', { name: words.removeTitle('Integração CRM') });
    await menu.click();
    await page.getByRole('menuitem', { name: words.remove }).click();
    await dialog.getByText(words.removeWarning).waitFor();
    await focused(dialog.getByRole('button', { name: t.action.cancel }));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await focused(menu);
    expect((await listContacts(mock, 'chaveiro-pingback-active')).status).toBe(200);

    await menu.click();
    await page.getByRole('menuitem', { name: words.remove }).click();
    await dialog.getByRole('button', { name: words.remove }).click();
    await page.getByRole('heading', { name: words.empty }).waitFor();
    // What had the focus is gone with the key.
    await focused(page.getByRole('heading', { level: 1 }));
    const refused = await listContacts(mock, 'chaveiro-pingback-active');
    expect(refused.headers.get('x-mock-decision')).toBe('deleted_key');
  });
});

test('the words are those that its users know', async () => {
  const { page } = await open({ language: 'pt-BR', path: '#/keys/pingback/acc_pingback_pro' });
  await page.getByRole('button', { name: /^Ações/ }).click();
  await expect.poll(() => page.getByRole('menuitem').allTextContents()).toEqual(['Desativar', 'Renomear', 'Excluir']);
  await page.getByText('Ativo', { exact: true }).waitFor();
});

test('arrows, Home, End and letters move in the menu, and Escape leaves it', async () => {
  const { page } = await open({ language: 'pt-BR', path: '#/keys/pingback/acc_pingback_pro' });
  const item = (name: string) => page.getByRole('menuitem', { name });
  const button = page.getByRole('button', { name: /^Ações/ });
  await button.focus();
  await page.keyboard.press('ArrowUp');
  await focused(item('Excluir'));
  await page.keyboard.press('ArrowDown');
  await focused(item('Desativar'));
  await page.keyboard.press('End');
  await focused(item('Excluir'));
  await page.keyboard.press('Home');
  await focused(item('Desativar'));
  await page.keyboard.press('r');
  await focused(item('Renomear'));
  expect(await button.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('Escape');
  await focused(button);
  await expect.poll(() => button.getAttribute('aria-expanded')).toBe('false');
});
