/** Zenvio's key screen: scopes and instances, a secret that is shown once, revocation, and which key made which request. */
import { describe, expect, test } from 'vitest';
import { consoleTests, focused, languages } from './console.fixture.ts';

const { open } = consoleTests();

const PATH = '#/keys/zenvio/acc_zenvio_demo';

const listInstances = (mock: { fetch: typeof fetch }, key: string) =>
  mock.fetch('https://api.zenvio.com/v1/whatsapp/instances', { headers: { authorization: `Bearer ${key}` } });

describe.each(languages)('in %s', (language) => {
  test('a key gets the scopes and instances that were ticked, and its secret is shown this once', async () => {
    const { page, mock, t } = await open({ language, path: PATH });
    const words = t.keys.screens.zenvio;
    const button = page.getByRole('button', { name: words.create });
    await button.click();
    const dialog = page.getByRole('dialog', { name: words.createTitle });
    await dialog.getByRole('button', { name: words.submit }).click();
    await dialog.getByText(t.keys.scopesNeeded).waitFor();
    await dialog.getByText(t.keys.nameNeeded).waitFor();

    await dialog.getByLabel(words.name).fill('Lembretes');
    await dialog.getByLabel('whatsapp:send').check();
    await dialog.getByLabel(t.keys.instancesSome, { exact: true }).check();
    await dialog.getByLabel('Farmácia da Maria').check();
    await dialog.getByRole('button', { name: words.submit }).click();

    const once = page.getByRole('dialog', { name: t.keys.once.title });
    const secret = await once.locator('code').textContent();
    expect(secret).toMatch(/^sk_live_\w+$/);
    // It would be lost: nothing but its button closes it.
    await page.keyboard.press('Escape');
    await once.getByRole('button', { name: t.keys.once.copy }).click();
    await once.getByRole('status').filter({ hasText: t.action.copied }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    await once.getByRole('button', { name: t.keys.once.done }).click();
    await once.waitFor({ state: 'detached' });
    await focused(button);
    expect(await page.content()).not.toContain(secret);

    const key = mock.zenvio.accounts.get('acc_zenvio_demo').keys.list().at(-1);
    expect(key).toMatchObject({ name: 'Lembretes', scopes: ['whatsapp:send'], instances: ['inst_farmacia_maria'] });
    expect((await listInstances(mock, secret ?? '')).headers.get('x-mock-decision')).toBe('scope_missing');
  });

  test('with the keyboard alone a key is created, and the focus comes back', async () => {
    const { page, mock, t } = await open({ language, path: PATH });
    const words = t.keys.screens.zenvio;
    const button = page.getByRole('button', { name: words.create });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: words.createTitle });
    await focused(dialog.getByLabel(words.name));
    await page.keyboard.type('Lembretes');
    await page.keyboard.press('Tab');
    await focused(dialog.getByLabel('whatsapp:send'));
    await page.keyboard.press('Space');
    // Past the other scopes to the instances, of which arrows choose.
    for (let step = 0; step < 3; step++) await page.keyboard.press('Tab');
    await focused(dialog.getByLabel(t.keys.instancesAll));
    await page.keyboard.press('ArrowRight');
    await focused(dialog.getByLabel(t.keys.instancesSome, { exact: true }));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await focused(page.getByRole('button', { name: t.keys.once.done }));
    await page.keyboard.press('Enter');
    await focused(button);
    expect(mock.zenvio.accounts.get('acc_zenvio_demo').keys.list().at(-1)).toMatchObject({
      scopes: ['whatsapp:send'],
      instances: ['inst_restaurante_joao'],
    });
  });

  test('Revogar is confirmed, and the others go on', async () => {
    const { page, mock, t } = await open({ language, path: PATH });
    const words = t.keys.screens.zenvio;
    await page.getByRole('button', { name: t.keys.actionsOf('Back end') }).click();
    await expect.poll(() => page.getByRole('menuitem').allTextContents()).toEqual([words.rename, words.remove]);
    await page.getByRole('menuitem', { name: words.remove }).click();
    const dialog = page.getByRole('dialog', { name: words.removeTitle('Back end') });
    await dialog.getByText(words.removeWarning).waitFor();
    await dialog.getByRole('button', { name: words.remove }).click();
    await page.getByRole('cell', { name: 'Back end', exact: true }).waitFor({ state: 'detached' });
    expect((await listInstances(mock, 'sk_live_chaveiro_active')).status).toBe(401);
    expect((await listInstances(mock, 'sk_live_chaveiro_manage_only')).status).toBe(200);
  });

  test('the number of requests opens the api_logs of that key, page by page', async () => {
    const { page, mock, t } = await open({ language, path: PATH });
    await page.getByRole('cell', { name: 'Back end', exact: true }).waitFor();
    for (let count = 0; count < 21; count++) await listInstances(mock, 'sk_live_chaveiro_active');
    await listInstances(mock, 'sk_live_chaveiro_send_only');
    await page.reload();
    const button = page.getByRole('button', { name: `${t.keys.logsOf('Back end')}: 21` });
    await button.click();
    const dialog = page.getByRole('dialog', { name: t.keys.logs.title('Back end') });
    await dialog.getByText(t.keys.logs.range('1', '20', '21')).waitFor();
    expect(await dialog.getByText('GET /v1/whatsapp/instances').count()).toBe(20);
    await dialog.getByRole('button', { name: t.keys.logs.older }).click();
    await dialog.getByText(t.keys.logs.range('21', '21', '21')).waitFor();
    expect(await dialog.getByText('GET /v1/whatsapp/instances').count()).toBe(1);
    await page.keyboard.press('Escape');
    await focused(button);
  });
});

test('only the beginning of a key is ever listed, and nothing offers to reveal it', async () => {
  const { page, t } = await open({ path: PATH });
  await page.getByRole('cell', { name: 'Back end', exact: true }).waitFor();
  expect(await page.getByRole('button', { name: t.keys.reveal('Back end') }).count()).toBe(0);
  expect(await page.content()).not.toContain('sk_live_chaveiro_active');
});
