import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mockFixtures, type MockFixture, type MockServerFixture } from '@chaveiro/mock-server/playwright';
import { Pingback } from '@chaveiro/sdk/pingback';
import { test as base, expect, type Page } from '@playwright/test';
import { createApp } from '../integration/app.ts';

const KEY = 'chaveiro-pingback-active';
const ACCOUNT = 'acc_pingback_pro';

const ana = 'ana@exemplo.com.br, Ana Souza';
const bia = 'bia@exemplo.com.br, Bia Lima';
const typo = 'caio.exemplo.com.br, Caio Reis';

/** Each test has a mock of its own, and the app that talks to it: `page.goto('/')` opens that app. */
const test = base.extend<{ mock: MockFixture }, { mockServer: MockServerFixture }>(mockFixtures).extend({
  baseURL: async ({ mock }, use) => {
    const app = createApp(new Pingback({ apiKey: KEY, baseUrl: mock.url })).listen(0, 'localhost');
    await once(app, 'listening');
    await use(`http://localhost:${(app.address() as AddressInfo).port}`);
    app.closeAllConnections();
    app.close();
  },
});

test.beforeEach(({ page }) => page.goto('/'));

async function importLeads(page: Page, ...lines: string[]): Promise<void> {
  await page.getByLabel('Leads').fill(lines.join('\n'));
  await page.getByRole('button', { name: 'Importar' }).click();
}

test('creates, updates, and goes on after one that is refused', async ({ page, mock }) => {
  await importLeads(page, ana);
  await expect(page.getByRole('status')).toContainText('1 criados');

  await importLeads(page, ana, typo, bia);

  await expect(page.getByRole('status')).toContainText('1 criados, 1 atualizados, 1 recusados');
  await expect(page.getByRole('list', { name: 'Recusados' })).toContainText('caio.exemplo.com.br: "email" must be a valid email');
  expect(await mock.pingback.contacts.last()).toMatchObject({ email: 'bia@exemplo.com.br', attributes: { name: 'Bia Lima' } });
});

test('stops at the first lead when the key is disabled', async ({ page, mock }) => {
  const account = await mock.pingback.accounts.get(ACCOUNT);
  const [key] = await account.keys.list();
  await key?.disable();

  await importLeads(page, ana, bia);

  await expect(page.getByRole('alert')).toContainText('Check that the key is Ativo');
  expect((await mock.requests.list()).map(({ decision }) => decision)).toEqual(['disabled_key']);
});

test('stops alike when the account is on Free, where only the mock can tell why', async ({ page, mock }) => {
  const account = await mock.pingback.accounts.get(ACCOUNT);
  await account.changePlan('free');

  await importLeads(page, ana);

  await expect(page.getByRole('alert')).toContainText('API keys need the Pro or Ultra plan');
  expect((await mock.requests.last())?.decision).toBe('plan_not_allowed');
});

test('postpones a lead in an outage, and imports it later', async ({ page, mock }) => {
  await mock.faults.add({ effect: { kind: 'status', status: 503 }, times: 1 });

  await importLeads(page, ana, bia);
  await expect(page.getByRole('status')).toContainText('1 criados, 0 atualizados, 0 recusados, 1 adiados');

  await importLeads(page, ana);
  await expect(page.getByRole('status')).toContainText('1 criados, 0 atualizados, 0 recusados, 0 adiados');
});
