/** No violation of any level that axe knows, in both colours, on a phone and on a desk, of every key screen and dialog. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations, consoleTests, cutOff, scrollsSideways, type Opened } from './console.fixture.ts';

const { open } = consoleTests();

const ready = (page: Page) => page.locator('.dashboard-body :is(table, .empty)').first().waitFor();

/** A state of the page, and the way to it. */
const STATES: readonly [string, string, (opened: Opened) => Promise<unknown>][] = [
  ['Pingback', '#/keys/pingback/acc_pingback_pro', ({ page }) => ready(page)],
  ['Pingback on Free', '#/keys/pingback/acc_pingback_free', ({ page }) => ready(page)],
  [
    'an account without a key',
    '#/keys/pingback',
    async ({ page, t }) => {
      await page.getByRole('button', { name: t.keys.stage.newAccount }).click();
      await page.getByRole('heading', { name: t.keys.screens.pingback.empty }).waitFor();
      await page.getByRole('button', { name: t.keys.screens.pingback.create }).click();
      await page.getByRole('button', { name: t.keys.screens.pingback.submit }).click();
      await page.getByText(t.keys.nameNeeded).waitFor();
    },
  ],
  [
    'the menu of a key',
    '#/keys/pingback/acc_pingback_pro',
    async ({ page, t }) => {
      await page.getByRole('button', { name: t.keys.actionsOf('Integração CRM') }).click();
      await page.getByRole('menu').waitFor();
    },
  ],
  [
    'the warning before a key is deleted',
    '#/keys/pingback/acc_pingback_pro',
    async ({ page, t }) => {
      await page.getByRole('button', { name: t.keys.actionsOf('Integração CRM') }).click();
      await page.getByRole('menuitem', { name: t.keys.screens.pingback.remove }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'RD Station, with a secret shown and a name that is taken',
    '#/keys/rdstation/acc_rdstation_basic',
    async ({ page, t }) => {
      await page.getByRole('button', { name: t.keys.reveal('Formulário do site') }).click();
      await page.getByText('chaveiro-rdstation-active').waitFor();
      await page.getByRole('button', { name: t.keys.editName('Formulário do site') }).click();
      await page.getByLabel(t.keys.newName).fill('Landing page antiga');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  ],
  ['Zenvio', '#/keys/zenvio/acc_zenvio_demo', ({ page }) => ready(page)],
  [
    'the dialog with scopes and instances',
    '#/keys/zenvio/acc_zenvio_demo',
    async ({ page, t }) => {
      await page.getByRole('button', { name: t.keys.screens.zenvio.create }).click();
      await page.getByLabel(t.keys.instancesSome, { exact: true }).check();
      await page.getByRole('button', { name: t.keys.screens.zenvio.submit }).click();
      await page.getByText(t.keys.instancesNeeded).waitFor();
    },
  ],
  [
    'the secret that is shown once',
    '#/keys/zenvio/acc_zenvio_demo',
    async ({ page, t }) => {
      await page.getByRole('button', { name: t.keys.screens.zenvio.create }).click();
      await page.getByRole('dialog').getByLabel(t.keys.screens.zenvio.name).fill('Lembretes');
      await page.getByLabel('whatsapp:send').check();
      await page.getByRole('button', { name: t.keys.screens.zenvio.submit }).click();
      await page.getByText(t.keys.once.warning).waitFor();
    },
  ],
  [
    'api_logs',
    '#/keys/zenvio/acc_zenvio_demo',
    async ({ page, mock, t }) => {
      for (let count = 0; count < 21; count++)
        await mock.fetch('https://api.zenvio.com/v1/whatsapp/instances', {
          headers: { authorization: 'Bearer sk_live_chaveiro_active' },
        });
      await page.reload();
      await page.getByRole('button', { name: `${t.keys.logsOf('Back end')}: 21` }).click();
      await page.getByRole('dialog').getByRole('table').waitFor();
    },
  ],
  [
    'a key that is to be renewed',
    '#/keys/pingback/acc_pingback_pro',
    async ({ page, mock, t }) => {
      mock.clock.advance('200d');
      await page.reload();
      await page.getByText(t.keys.rotation.how).waitFor();
    },
  ],
  [
    'a member',
    '#/keys/zenvio/acc_zenvio_demo',
    async ({ page, t }) => {
      await page.getByLabel(t.keys.stage.roles.member, { exact: true }).check();
      await page.getByText(t.keys.noAccess.title).waitFor();
    },
  ],
  [
    'the sessions',
    '#/keys',
    async ({ page, t }) => {
      await page.getByRole('button', { name: t.session.label }).click();
      await page.getByRole('dialog').getByRole('button', { name: t.session.default }).waitFor();
    },
  ],
  ['no such page', '#/nowhere', ({ page, t }) => page.getByText(t.app.notFound).waitFor()],
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  describe.each([360, 1280])('%i px wide', (width) => {
    test.each(STATES)('%s', async (_, path, arrange) => {
      const opened = await open({ theme, width, path });
      await arrange(opened);
      expect(await axeViolations(opened.page)).toEqual([]);
      expect(await scrollsSideways(opened.page)).toBe(false);
      expect(await cutOff(opened.page)).toEqual([]);
    });
  });
});
