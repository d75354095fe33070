/** The controls of a session in the browser: each does what it says, says what it did, and asks before something is lost. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { axeViolations, consoleTests, cutOff, languages, scrollsSideways, type Opened } from './console.fixture.ts';

const { open } = consoleTests();

const contacts = ({ mock }: Pick<Opened, 'mock'>) =>
  mock.fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': 'chaveiro-pingback-active' } });

describe.each(languages)('in %s', (language) => {
  test('the clock is moved on, set, and set back', async () => {
    const { page, mock, t } = await open({ language, path: '#/controls/clock' });
    const words = t.controls.clock;
    await page.getByText('2026-02-03T12:00:00.000Z').waitFor();
    await page.getByRole('button', { name: words.stepLabel(words.steps['61s']), exact: true }).click();
    await page.getByText('2026-02-03T12:01:01.000Z').waitFor();
    await page.getByRole('status').filter({ hasText: '12:01:01' }).waitFor();
    const by = page.getByLabel(words.by).getByLabel(words.by);
    await by.fill('soon');
    await page.keyboard.press('Enter');
    await page.locator('.field-error').waitFor();
    await expect.poll(() => by.getAttribute('aria-invalid')).toBe('true');
    await by.fill('2h');
    await page.keyboard.press('Enter');
    await page.getByText('2026-02-03T14:01:01.000Z').waitFor();
    await page.getByLabel(words.set).getByLabel(words.set).fill('2026-12-24T18:00:00Z');
    await page.keyboard.press('Enter');
    await page.getByText('2026-12-24T18:00:00.000Z').waitFor();
    expect(new Date(mock.clock.now()).toISOString()).toBe('2026-12-24T18:00:00.000Z');
    await page.getByRole('button', { name: words.reset }).click();
    await page.getByText('2026-02-03T12:00:00.000Z').waitFor();
  });

  test('a fault is added, hits, counts and is removed', async () => {
    const opened = await open({ language, path: '#/controls/faults' });
    const { page, mock, t } = opened;
    const words = t.controls.faults;
    await page.getByText(words.none).waitFor();
    await page.getByRole('button', { name: words.presetNames.rateLimited }).click();
    await page.getByLabel(words.platform).selectOption('pingback');
    await page.getByLabel(words.operation).selectOption('listContacts');
    await page.getByRole('button', { name: words.addAction }).click();
    await page.getByText(words.added(words.effects.rate_limited)).waitFor();
    expect(mock.faults.list()).toMatchObject([
      { effect: { kind: 'rate_limited' }, on: { platform: 'pingback', operationId: 'listContacts' }, left: 2 },
    ]);
    expect((await contacts(opened)).status).toBe(429);
    await page.reload();
    await page.getByText(words.hitsOf('1', '1')).waitFor();
    await page.getByRole('button', { name: words.remove(words.effects.rate_limited) }).click();
    await page.getByText(words.none).waitFor();
    expect((await contacts(opened)).status).toBe(200);
  });

  test('what is wrong with a fault stands at its fields', async () => {
    const { page, mock, t } = await open({ language, path: '#/controls/faults' });
    const words = t.controls.faults;
    await page.getByLabel(words.fields.status, { exact: true }).fill('99');
    await page.getByLabel(words.times).fill('0');
    await page.getByRole('button', { name: words.addAction }).click();
    await expect
      .poll(() => page.locator('.field-error').allTextContents())
      .toEqual([t.errors.issues.atLeast('200'), t.errors.issues.atLeast('1')]);
    await page.getByText(t.errors.seeFields).waitFor();
    await page.getByLabel(words.fields.body, { exact: true }).fill('{');
    await page.getByRole('button', { name: words.addAction }).click();
    await page.locator('.field-error').getByText(words.noJson).waitFor();
    expect(mock.faults.list()).toEqual([]);
  });

  test('limits count for the session or for one account, changes of keys come late, and answers are chosen', async () => {
    const opened = await open({ language, path: '#/controls/limits' });
    const { page, mock, url, t } = opened;
    const words = t.controls.limits;
    const settings = async () => (await fetch(`${url}/__mock/settings`)).json() as Promise<Record<string, unknown>>;
    await page.getByRole('group', { name: words.session }).getByLabel(words.on, { exact: true }).click();
    await page.getByText(words.turnedOn).waitFor();
    expect(await settings()).toMatchObject({ rateLimits: 'on' });
    await page.getByText(words.byAccount).click();
    const account = mock.pingback.accounts.get('acc_pingback_pro');
    await page.getByRole('row').filter({ hasText: account.id }).getByRole('combobox').selectOption('exhausted');
    await page.getByText(words.accountChanged(account.name, words.modes.exhausted)).waitFor();
    expect((await contacts(opened)).status).toBe(429);

    const delay = page.getByLabel(words.propagation.delay);
    await delay.fill('later');
    await page.keyboard.press('Enter');
    await page.locator('.field-error').waitFor();
    await delay.fill('90s');
    await page.keyboard.press('Enter');
    await page.getByText(words.propagation.changed('90')).waitFor();

    await page.locator('summary', { hasText: 'Pingback' }).click();
    const answers = page.getByRole('group', { name: 'Pingback' });
    await answers.getByLabel(t.requests.decisions.missing_key).selectOption('gateway_401');
    await page.getByText(words.answers.changed).waitFor();
    expect((await mock.fetch('https://connect.pingback.com/v2/contacts')).status).toBe(401);
    await answers.getByLabel(t.requests.decisions.missing_key).selectOption('');
    await expect.poll(async () => (await settings()).failures).toEqual({ pingback: {} });
    expect(await settings()).toMatchObject({ propagationDelay: 90_000 });
    expect((await mock.fetch('https://connect.pingback.com/v2/contacts')).status).toBe(403);
  });

  test('what a platform leaves open besides is chosen in the same place', async () => {
    const { page, mock, t } = await open({ language, path: '#/controls/limits' });
    const { answers: words } = t.controls.limits;
    await page.locator('summary', { hasText: 'Zenvio' }).click();
    const answers = page.getByRole('group', { name: 'Zenvio' });
    await answers.getByLabel(words.choices.validation_error).selectOption('stub');
    await page.getByText(words.changed).waitFor();
    const headers = { authorization: 'Bearer sk_live_chaveiro_active', 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: '{}' };
    const refused = await mock.fetch('https://api.zenvio.com/v1/whatsapp/messages', init);
    expect(await refused.json()).toEqual({ success: false, error: 'Missing required fields' });
  });

  test('answers that are chosen before the first of them was taken are all taken', async () => {
    const { page, url, t } = await open({ language, path: '#/controls/limits' });
    let letThemGo = () => {};
    const mayGo = new Promise<void>((resolve) => (letThemGo = resolve));
    await page.route('**/__mock/settings', async (route) => {
      if (route.request().method() === 'PATCH') await mayGo;
      await route.continue();
    });
    await page.locator('summary', { hasText: 'Pingback' }).click();
    const answers = page.getByRole('group', { name: 'Pingback' });
    const { missing_key, unknown_key } = t.requests.decisions;
    await answers.getByLabel(missing_key).selectOption('gateway_401');
    await answers.getByLabel(unknown_key).selectOption({ index: 1 });
    letThemGo();
    const failures = async () => ((await (await fetch(`${url}/__mock/settings`)).json()) as { failures: object }).failures;
    await expect.poll(failures).toEqual({ pingback: { missing_key: 'gateway_401', unknown_key: expect.any(String) as unknown } });
    expect(await answers.getByLabel(missing_key).inputValue()).toBe('gateway_401');
  });

  test('a session is made, opened and dropped', async () => {
    const { page, mock, t } = await open({ language, path: '#/controls/sessions' });
    const words = t.controls.sessions;
    const form = page.getByRole('form', { name: words.create });
    await form.getByLabel(words.name).fill('não pode');
    await form.getByRole('button', { name: words.createAction }).click();
    await form.locator('.field-error').waitFor();
    await form.getByLabel(words.name).fill('caixa');
    await form.getByLabel(words.startsAt).fill('2026-01-31T12:00:00Z');
    await form.getByRole('button', { name: words.createAction }).click();
    await page.getByText(words.created('caixa')).waitFor();
    expect(new Date(mock.session('caixa').clock.now()).toISOString()).toBe('2026-01-31T12:00:00.000Z');
    await page.getByRole('button', { name: words.openNamed('caixa') }).click();
    await page.getByRole('row').filter({ hasText: 'caixa' }).getByText(words.current).waitFor();
    await page.getByRole('button', { name: words.dropNamed('caixa') }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.drop, exact: true }).click();
    await page.getByText(words.dropped('caixa')).waitFor();
    await page.getByRole('row').filter({ hasText: t.session.default }).getByText(words.current).waitFor();
    expect(mock.sessions.list()).toEqual(['default']);
  });

  test('a snapshot is taken and come back to, and a reset asks first', async () => {
    const { page, mock, t } = await open({ language, path: '#/controls/snapshots' });
    const words = t.controls.snapshots;
    const created = () => mock.pingback.accounts.list().length;
    const before = created();
    await page.getByRole('button', { name: words.take }).click();
    const restore = page.getByRole('button', { name: words.restoreNamed('snapshot_1') });
    await restore.waitFor();
    mock.pingback.accounts.create();
    await restore.click();
    await page.getByRole('dialog').getByRole('button', { name: words.restore, exact: true }).click();
    await page.getByText(words.restored('snapshot_1')).waitFor();
    expect(created()).toBe(before);
    await page.getByRole('button', { name: words.removeNamed('snapshot_1') }).click();
    await page.getByRole('heading', { name: words.none }).waitFor();

    mock.pingback.accounts.create();
    const { reset } = t.controls;
    await page.getByRole('button', { name: reset.action }).click();
    await page.keyboard.press('Escape');
    expect(created()).toBe(before + 1);
    await page.getByRole('button', { name: reset.action }).click();
    await page.getByRole('dialog').getByRole('button', { name: reset.confirm, exact: true }).click();
    await page.getByText(reset.done).waitFor();
    expect(created()).toBe(before);
  });

  test('a webhook is registered, its deliveries are shown with their attempts, and it is removed', async () => {
    const receiver = createServer((_request, response) => response.writeHead(503).end());
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const hook = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`;
    const { page, mock, t } = await open({ language, path: '#/controls/webhooks' });
    const words = t.controls.webhooks;
    const form = page.getByRole('form', { name: words.add });
    await form.getByLabel('Zenvio').check();
    await form.getByLabel(words.url).fill('http://example.com/');
    await form.getByRole('button', { name: words.addAction }).click();
    await page.getByRole('alert').or(form.locator('.field-error')).filter({ hasText: 'example.com' }).first().waitFor();
    await form.getByLabel(words.url).fill(hook);
    await form.getByText(words.someEvents).click();
    await form.getByLabel('message.sent').check();
    await form.getByRole('button', { name: words.addAction }).click();
    await page.getByText(words.added(hook)).waitFor();
    await page.getByRole('button', { name: words.copySecret }).waitFor();
    await mock.fetch('https://api.zenvio.com/v1/whatsapp/messages', {
      method: 'POST',
      headers: { authorization: 'Bearer sk_live_chaveiro_active', 'content-type': 'application/json' },
      body: JSON.stringify({
        instance_id: 'inst_farmacia_maria',
        to: ['5511999998888'],
        type: 'text',
        payload: { message: 'Olá' },
      }),
    });
    // Sent after some seconds of the mock's own time.
    mock.clock.advance('5s');
    await page.getByRole('button', { name: words.settle }).click();
    await page.getByText(words.settled).waitFor();
    await page.getByText(words.deliveries.statuses.pending, { exact: true }).click();
    await page.getByRole('listitem').getByText('503', { exact: true }).waitFor();
    await page.getByRole('region', { name: words.deliveries.bodyOf('message.sent') }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: words.removeNamed(hook) }).click();
    await page.getByText(words.none).waitFor();
    receiver.close();
  });

  test('what reached a platform is shown, and an instance can be disconnected, connected and written to', async () => {
    const { page, mock, t } = await open({ language, path: '#/controls/data' });
    const words = t.controls.data;
    await page.getByLabel('Zenvio').check();
    // Another account with instances of the same ids: what is done is done to the one that is shown.
    mock.scenario('active', { platform: 'zenvio' });
    await page.getByLabel(words.tables.instances).check();
    const row = page.getByRole('listitem').filter({ hasText: 'inst_farmacia_maria' }).filter({ hasText: 'acc_zenvio_demo' });
    await row.locator('summary').click();
    const statusOf = () => mock.zenvio.instances.list().find(({ id }) => id === 'inst_farmacia_maria')?.status;
    const before = statusOf();
    await row.getByRole('button', { name: words.instance.disconnect }).click();
    await page.getByText(words.instance.disconnected).waitFor();
    expect(statusOf()).not.toBe(before);
    await row.getByRole('button', { name: words.instance.connect }).click();
    await page.getByText(words.instance.connected).waitFor();
    expect(statusOf()).toBe(before);
    await row.getByLabel(words.instance.from).fill('me');
    await row.getByRole('button', { name: words.instance.receive }).click();
    await row.locator('.field-error').first().waitFor();
    await row.getByLabel(words.instance.from).fill('5511999998888');
    await row.getByLabel(words.instance.text).fill('Oi');
    await row.getByRole('button', { name: words.instance.receive }).click();
    await row.getByText(words.instance.received).waitFor();
  });
});

test('without the control token nothing can be changed, and the page says what is missing', async () => {
  const { page, t } = await open({ path: '#/controls', serve: { controlToken: 'a-token' } });
  await page.getByRole('heading', { name: t.access.locked }).waitFor();
  await expect.poll(() => page.getByRole('button', { name: t.controls.reset.action }).isDisabled()).toBe(true);
});

const PARTS = ['clock', 'faults', 'limits', 'sessions', 'snapshots', 'webhooks', 'data'] as const;

describe.each([360, 820, 1000, 1280])('%i pixels wide', (width) => {
  test('pages and tools of the bar do not lie on each other', async () => {
    const { page, t } = await open({ language: 'pt-BR', width, path: '#/controls' });
    await page.getByRole('link', { name: t.controls.title, exact: true }).waitFor();
    const box = (selector: string) =>
      page.locator(selector).evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
    const [last, tools] = [await box('.nav-list li:last-child'), await box('.bar-tools')];
    expect(last.right <= tools.left || last.top >= tools.bottom).toBe(true);
  });

  test.each(['light', 'dark'] as const)('%s: nothing to object to, and nothing out of the window', async (theme) => {
    const { page, mock, url, t } = await open({ language: width === 360 ? 'pt-BR' : 'en', width, theme, path: '#/controls' });
    mock.faults.add({ effect: { kind: 'latency', delay: '1s' }, on: { platform: 'pingback' }, probability: 0.5 });
    mock.session('another-session');
    for (const part of PARTS) {
      await page.goto(`${url}/#/controls/${part}`);
      await page.getByRole('heading', { level: 2, name: t.controls[part].title, exact: true }).waitFor();
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(await axeViolations(page), part).toEqual([]);
      expect(await scrollsSideways(page), part).toBe(false);
      expect(await cutOff(page), part).toEqual([]);
    }
  });
});
