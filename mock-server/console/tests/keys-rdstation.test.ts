/** RD Station's key screen: up to five keys with names edited in place and a switch, and none that can be deleted. */
import { describe, expect, test } from 'vitest';
import { consoleTests, focused, languages } from './console.fixture.ts';

const { open } = consoleTests();

const PATH = '#/keys/rdstation/acc_rdstation_basic';

const convert = (mock: { fetch: typeof fetch }, key: string) =>
  mock.fetch(`https://api.rd.services/platform/conversions?api_key=${key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      event_type: 'CONVERSION',
      event_family: 'CDP',
      payload: { conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' },
    }),
  });

describe.each(languages)('in %s', (language) => {
  test('keys are made with one click and shown at once, until there are five', async () => {
    const { page, mock, t } = await open({ language, path: PATH });
    const words = t.keys.screens.rdstation;
    const button = page.getByRole('button', { name: words.create });
    const account = mock.rdstation.accounts.get('acc_rdstation_basic');
    // Access tokens are no keys of this screen.
    const keys = () => account.keys.list().filter(({ scheme }) => scheme === 'rdstationKey');
    await button.waitFor();
    const before = keys().length;
    expect(before).toBeLessThan(5);
    for (let count = before + 1; count <= 5; count++) {
      await button.click();
      await page.getByText(t.keys.counted(String(count), '5')).waitFor();
      const secret = keys().at(-1)?.reveal() ?? '';
      await page.getByText(secret).waitFor();
      expect((await convert(mock, secret)).status).toBe(200);
    }
    await expect.poll(() => button.isDisabled()).toBe(true);
    await page.getByText(words.full('5')).waitFor();
    await page.getByText(words.noRemove).waitFor();
    expect(await page.getByRole('button', { name: words.remove }).count()).toBe(0);
  });

  test('the switch turns a key off and on for the very next request', async () => {
    const { page, mock, t } = await open({ language, path: PATH });
    const words = t.keys.screens.rdstation;
    const off = page.getByRole('switch', { name: `Formulário do site: ${words.off}` });
    const on = page.getByRole('switch', { name: `Formulário do site: ${words.on}` });
    await on.focus();
    await page.keyboard.press('Space');
    await off.waitFor();
    expect(await off.getAttribute('aria-checked')).toBe('false');
    expect((await convert(mock, 'chaveiro-rdstation-active')).status).toBe(401);
    await page.keyboard.press('Space');
    await on.waitFor();
    expect((await convert(mock, 'chaveiro-rdstation-active')).status).toBe(200);
  });

  test('a name is edited where it stands, with the keyboard alone', async () => {
    const { page, mock, t } = await open({ language, path: PATH });
    await page.getByRole('button', { name: t.keys.editName('Formulário do site') }).focus();
    await page.keyboard.press('Enter');
    const name = page.getByLabel(t.keys.newName);
    await focused(name);
    await name.fill('Outro');
    await page.keyboard.press('Escape');
    await focused(page.getByRole('button', { name: t.keys.editName('Formulário do site') }));

    await page.keyboard.press('Enter');
    await focused(name);
    await name.fill('Página de captura');
    await page.keyboard.press('Enter');
    await focused(page.getByRole('button', { name: t.keys.editName('Página de captura') }));
    expect(mock.rdstation.accounts.get('acc_rdstation_basic').keys.list()[0]?.name).toBe('Página de captura');
  });

  test('a name that another key has is refused beside the field, which keeps what was typed', async () => {
    const { page, mock, t } = await open({ language, path: PATH });
    await page.getByRole('button', { name: t.keys.editName('Formulário do site') }).click();
    const name = page.getByLabel(t.keys.newName);
    await name.fill('Landing page antiga');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await name.inputValue()).toBe('Landing page antiga');
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true');
    await focused(name);
    expect(mock.rdstation.accounts.get('acc_rdstation_basic').keys.list()[0]?.name).toBe('Formulário do site');
  });
});

test('the words are those that its users know', async () => {
  const { page } = await open({ language: 'pt-BR', path: PATH });
  await page.getByRole('button', { name: 'Gerar chave de API' }).waitFor();
  await page.getByText('ATIVO', { exact: true }).waitFor();
  await page.getByText('INATIVO', { exact: true }).waitFor();
});
