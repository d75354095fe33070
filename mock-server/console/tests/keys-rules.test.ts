/** What plan, role, age, token and session change on the key screens. */
import { describe, expect, test } from 'vitest';
import { consoleTests, languages } from './console.fixture.ts';

const { open } = consoleTests();

describe.each(languages)('in %s', (language) => {
  test('a downgrade to Free disables the key of Pingback at once; an upgrade leaves that to a person', async () => {
    const { page, t } = await open({ language, path: '#/keys/pingback/acc_pingback_pro' });
    const words = t.keys.screens.pingback;
    const { stage, noPlan } = t.keys;
    await page.getByText(words.on, { exact: true }).waitFor();
    await page.getByLabel(stage.plans.free, { exact: true }).check();
    await page.getByText(words.off, { exact: true }).waitFor();
    await page.getByText(t.keys.byPlan).waitFor();
    await page.getByText(noPlan.title(stage.plans.free)).waitFor();
    await page.getByText(noPlan.disable).waitFor();
    await page.getByLabel(stage.plans.ultra, { exact: true }).check();
    await page.getByText(noPlan.disable).waitFor({ state: 'detached' });
    await page.getByText(words.off, { exact: true }).waitFor();
  });

  test('a plan that was chosen is seen at once, and goes back where the mock refuses it', async () => {
    const { page, t } = await open({ language, path: '#/keys/pingback/acc_pingback_pro' });
    const plan = (name: keyof typeof t.keys.stage.plans) => page.getByLabel(t.keys.stage.plans[name], { exact: true });
    await plan('pro').and(page.locator(':checked')).waitFor();
    let letItGo = () => {};
    const mayGo = new Promise<void>((resolve) => (letItGo = resolve));
    await page.route('**/__mock/accounts/*', async (route) => {
      await mayGo;
      await route.continue();
    });
    await plan('free').click();
    // Meanwhile something else changes, and the page shows that.
    await page.getByRole('button', { name: t.keys.actionsOf('Integração CRM') }).click();
    await page.getByRole('menuitem', { name: t.keys.screens.pingback.disable }).click();
    await page.getByText(t.keys.screens.pingback.off, { exact: true }).waitFor();
    expect(await plan('free').isChecked()).toBe(true);
    letItGo();
    await page.getByText(t.keys.noPlan.title(t.keys.stage.plans.free)).waitFor();
    expect(await plan('free').isChecked()).toBe(true);

    await page.unrouteAll();
    const refusal = { title: 'Não', status: 409, detail: 'Este plano não.', code: 'conflict' };
    await page.route('**/__mock/accounts/*', (route) => route.fulfill({ status: 409, json: refusal }));
    await plan('ultra').click();
    await page.getByRole('status').getByText('Este plano não.').waitFor();
    await expect.poll(() => plan('free').isChecked()).toBe(true);
  });

  test('on Free no key can be turned on, and the mock says why', async () => {
    const { page, mock, t } = await open({ language, path: '#/keys/pingback/acc_pingback_free' });
    await page.getByRole('button', { name: t.keys.actionsOf('Integração CRM') }).click();
    await page.getByRole('menuitem', { name: t.keys.screens.pingback.enable }).click();
    await page.getByRole('status').filter({ hasText: 'free' }).waitFor();
    expect(mock.pingback.accounts.get('acc_pingback_free').keys.list()[0]?.status).toBe('disabled');
  });

  test('a blocked workspace of Zenvio keeps its keys, and every request is refused', async () => {
    const { page, mock, t } = await open({ language, path: '#/keys/zenvio/acc_zenvio_demo' });
    await page.getByLabel(t.keys.stage.plans.blocked, { exact: true }).check();
    await page.getByText(t.keys.noPlan.refuse).waitFor();
    await page.getByRole('cell', { name: 'Back end', exact: true }).waitFor();
    const response = await mock.fetch('https://api.zenvio.com/v1/whatsapp/instances', {
      headers: { authorization: 'Bearer sk_live_chaveiro_active' },
    });
    expect(response.status).toBe(402);
  });

  test('a member sees no key and who may; the choice is of the person, whatever the platform', async () => {
    const { page, t } = await open({ language, path: '#/keys/pingback/acc_pingback_pro' });
    const { stage, noAccess, screens } = t.keys;
    await page.getByText(screens.pingback.on, { exact: true }).waitFor();
    await page.getByLabel(stage.roles.member, { exact: true }).check();
    await page.getByRole('heading', { name: noAccess.title }).waitFor();
    await page.getByText(stage.roles.owner).and(page.locator('.empty *')).waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await page.getByRole('link', { name: 'Zenvio' }).click();
    await page.getByRole('region', { name: t.keys.screen('Zenvio') }).waitFor();
    await page.getByRole('heading', { name: noAccess.title }).waitFor();
    await page.getByLabel(stage.roles.manager, { exact: true }).check();
    await page.getByRole('table').waitFor();
  });

  test.each([
    ['pingback', 'acc_pingback_pro', ['delete_key', 'create_key', 'update_integrations', 'test'], 'gap'],
    ['rdstation', 'acc_rdstation_basic', ['create_key', 'update_integrations', 'test', 'disable_key'], 'noGap'],
    ['zenvio', 'acc_zenvio_demo', ['create_key', 'update_integrations', 'test', 'delete_key'], 'noGap'],
  ] as const)('from six months on a key of %s is to be renewed, as its rules allow', async (platform, account, steps, end) => {
    const path = `#/keys/${platform}/${account}`;
    const { page, mock, t } = await open({ language, path });
    const { rotation } = t.keys;
    await page.getByRole('table').waitFor();
    expect(await page.getByText(rotation.badge, { exact: true }).count()).toBe(0);
    mock.clock.advance('180d');
    await page.reload();
    await page.getByRole('table').waitFor();
    // 3 February and 180 days are 2 August.
    expect(await page.getByText(rotation.badge, { exact: true }).count()).toBe(0);
    mock.clock.advance('1d');
    await page.reload();
    await page.getByText(rotation.title('6')).waitFor();
    expect(await page.locator('ol.steps li').allTextContents()).toEqual(steps.map((step) => rotation.steps[step]));
    await page.getByText(rotation[end]).waitFor();
  });

  test('age, last use and number of requests stand beside each key', async () => {
    const { page, mock, t } = await open({ language, path: '#/keys/pingback/acc_pingback_pro' });
    await page.getByRole('cell', { name: t.keys.never }).waitFor();
    mock.clock.advance('3d');
    await mock.fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': 'chaveiro-pingback-active' } });
    mock.clock.advance('2h');
    await page.reload();
    const day = language === 'en' ? '3 days ago' : 'há 3 dias';
    const hour = language === 'en' ? '2 hours ago' : 'há 2 horas';
    await page.getByRole('cell', { name: day }).waitFor();
    await page.getByRole('cell', { name: hour }).waitFor();
    await page.getByRole('button', { name: `${t.keys.logsOf('Integração CRM')}: 1` }).waitFor();
  });
});

test('a request that arrives is counted while one looks', async () => {
  const { page, mock, t } = await open({ path: '#/keys/pingback/acc_pingback_pro' });
  const count = (requests: number) =>
    page.getByRole('button', { name: `${t.keys.logsOf('Integração CRM')}: ${requests}`, exact: true });
  await count(0).waitFor();
  for (const requests of [1, 2]) {
    await mock.fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': 'chaveiro-pingback-active' } });
    await count(requests).waitFor();
  }
});

test('looking at keys leaves nothing in the journal of the mock', async () => {
  const { page, mock, t } = await open({ path: '#/keys/pingback/acc_pingback_pro' });
  await page.getByText(t.keys.screens.pingback.on, { exact: true }).waitFor();
  expect(mock.requests.list()).toEqual([]);
});

test('a document of somebody’s own has a key screen by its own policy', async () => {
  const { page, mock, t } = await open({
    mock: {
      document: {
        openapi: '3.1.0',
        info: { title: 'Padaria', version: '1' },
        paths: {
          '/': { get: { security: [{ forno: [] }], responses: { 200: { description: 'Bem-vindo' } } } },
          '/accounts': { get: { security: [{ forno: [] }], responses: { 200: { description: 'Contas' } } } },
        },
        components: { securitySchemes: { forno: { type: 'apiKey', in: 'header', name: 'x-forno' } } },
      },
      policy: {
        platform: 'padaria',
        keysPerAccount: 2,
        secret: 'shown-once',
        actions: { rename: false, disable: true, delete: false },
      },
    },
    path: '__mock/console/',
  });
  const words = t.keys.screens.other;
  await page.getByRole('button', { name: t.keys.stage.newAccount }).click();
  await page.getByRole('heading', { name: words.empty }).waitFor();
  await page.getByRole('button', { name: words.create }).click();
  await page.getByRole('dialog').getByLabel(words.name).fill('Balcão');
  await page.getByRole('dialog').getByRole('button', { name: words.submit }).click();
  await page.getByRole('button', { name: t.keys.once.done }).click();
  await page.getByText(t.keys.counted('1', '2')).waitFor();
  await page.getByText(words.noRemove).waitFor();
  await page.getByRole('button', { name: t.keys.actionsOf('Balcão') }).click();
  await expect.poll(() => page.getByRole('menuitem').allTextContents()).toEqual([words.disable]);
  expect(mock.platform('padaria').accounts.list().at(-1)?.keys.list()).toHaveLength(1);
});
