/** Scenarios and seeds in the browser: what was played is shown, works at once, and what is wrong is said where it is wrong. */
import { describe, expect, test } from 'vitest';
import { axeViolations, consoleTests, cutOff, focused, languages, scrollsSideways, type Opened } from './console.fixture.ts';

const { open } = consoleTests();

async function play({ page, t }: Pick<Opened, 'page' | 't'>, name: string) {
  await page.getByRole('button', { name: t.scenarios.playNamed(name), exact: true }).click();
  return page.getByRole('dialog', { name: t.scenarios.playTitle(name) });
}

const report = ({ page, t }: Pick<Opened, 'page' | 't'>, name: string) =>
  page.getByRole('article', { name: `${t.scenarios.report.title} ${name}` });

describe.each(languages)('in %s', (language) => {
  test('a scenario is played: its account, its key, what becomes of a request with it, and why', async () => {
    const opened = await open({ language, path: '#/scenarios' });
    const { page, mock, t } = opened;
    const words = t.scenarios;
    const dialog = await play(opened, 'disabled');
    await dialog.getByLabel('RD Station Marketing').check();
    await dialog.getByRole('button', { name: words.play, exact: true }).click();
    const made = report(opened, 'disabled');
    await focused(made.getByRole('heading', { level: 2 }));
    const account = mock.rdstation.accounts.list().at(-1);
    const [key] = account?.keys.list() ?? [];
    expect(key?.status).toBe('disabled');
    const text = (await made.textContent()) ?? '';
    for (const part of [account?.id, account?.name, key?.id, words.report.statuses.disabled]) expect(text).toContain(part);

    await made.getByRole('button', { name: words.report.copyKey('key') }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(account?.keys.get(key?.id ?? '').reveal());

    await made.getByRole('button', { name: words.trying.send }).click();
    await made.getByText(t.requests.decisions.disabled_key).waitFor();
    await made.getByRole('link', { name: words.trying.why }).click();
    await page.getByText(t.requests.detail.refusedBy(t.requests.trace.steps.disabled)).waitFor();
    expect(mock.requests.list()[0]).toMatchObject({ keyId: key?.id, decision: 'disabled_key' });
  });

  test('the summaries are in the language of the page', async () => {
    const { page } = await open({ language, path: '#/scenarios' });
    await page.getByText(language === 'en' ? 'A key that works everywhere.' : 'Uma chave que funciona em tudo.').waitFor();
  });

  test('a seed is applied, or all that is wrong with it is said', async () => {
    const opened = await open({ language, path: '#/scenarios' });
    const { page, mock, t } = opened;
    const { seed } = t.scenarios;
    const field = page.getByLabel(seed.label);
    const apply = page.getByRole('button', { name: seed.apply, exact: true });
    await field.fill('{ "accounts": [');
    await apply.click();
    await page.getByRole('alert').getByText(seed.noJson).waitFor();
    await field.fill(JSON.stringify({ accounts: [{ platform: 'nobody' }], scenarios: ['nothing'] }));
    await apply.click();
    const said = page.getByRole('alert').getByRole('listitem');
    await expect.poll(() => said.count()).toBe(2);
    expect(await said.allTextContents()).toEqual([
      expect.stringContaining('/accounts/0/platform'),
      expect.stringContaining('/scenarios/0'),
    ]);
    await field.fill(
      JSON.stringify({ accounts: [{ platform: 'pingback', id: 'acc_seeded' }], scenarios: ['blocked-workspace'] }),
    );
    await apply.click();
    await page.getByText(seed.done('1', '1', '0')).waitFor();
    await report(opened, 'blocked-workspace').waitFor();
    expect(mock.pingback.accounts.list().map(({ id }) => id)).toContain('acc_seeded');
  });
});

test('what cannot be is said at the field, and nothing is made', async () => {
  const opened = await open({ path: '#/scenarios/pingback' });
  const { mock, t } = opened;
  const before = mock.pingback.accounts.list().length;
  const dialog = await play(opened, 'active');
  await dialog.getByText(t.scenarios.more).click();
  await dialog.getByLabel(t.scenarios.account.plan).fill('enterprise');
  await dialog.getByRole('button', { name: t.scenarios.play, exact: true }).click();
  await dialog.getByRole('alert').getByText('enterprise').or(dialog.locator('.field-error').getByText('enterprise')).waitFor();
  expect(mock.pingback.accounts.list()).toHaveLength(before);
  await dialog.getByLabel(t.scenarios.account.plan).fill('ultra');
  await dialog.getByLabel(t.scenarios.secretOf('key')).fill('chaveiro-of-my-own');
  await dialog.getByRole('button', { name: t.scenarios.play, exact: true }).click();
  await report(opened, 'active').getByText('chaveiro-of-my-own').waitFor();
  expect(mock.pingback.accounts.list().at(-1)?.plan).toBe('ultra');
});

test('a platform shows only what its rules let come about', async () => {
  const { page, t } = await open({ path: '#/scenarios/zenvio' });
  await page.getByRole('button', { name: t.scenarios.playNamed('locked-instance'), exact: true }).waitFor();
  expect(await page.getByRole('button', { name: t.scenarios.playNamed('free-plan'), exact: true }).count()).toBe(0);
});

test('a scenario with a fault says so, and a dropped connection is told from an answer', async () => {
  const opened = await open({ path: '#/scenarios/pingback' });
  const { page, mock, t } = opened;
  await (await play(opened, 'outage')).getByRole('button', { name: t.scenarios.play, exact: true }).click();
  const made = report(opened, 'outage');
  await made.getByText(t.scenarios.report.faults(t.controls.faults.effects.htmlOf('503'))).waitFor();
  mock.faults.clear();
  mock.faults.add({ effect: { kind: 'drop' } });
  await made.getByRole('button', { name: t.scenarios.trying.send }).click();
  await made.getByText(t.scenarios.trying.dropped).waitFor();
  await made.getByRole('link', { name: t.scenarios.report.toFaults }).click();
  await page.getByRole('heading', { name: t.controls.faults.title, exact: true }).waitFor();
});

test('it is played in the session that is looked at', async () => {
  const opened = await open({ path: '?session=checkout#/scenarios/pingback' });
  const { mock, t } = opened;
  const before = mock.pingback.accounts.list().length;
  await (await play(opened, 'no-key')).getByRole('button', { name: t.scenarios.play, exact: true }).click();
  await report(opened, 'no-key').getByText(t.scenarios.report.noKey).waitFor();
  expect(mock.pingback.accounts.list()).toHaveLength(before);
  expect(mock.session('checkout').pingback.accounts.list()).toHaveLength(before + 1);
});

test('without the control token nothing is played, and the page says what is missing', async () => {
  const { page, t } = await open({ path: '#/scenarios', serve: { controlToken: 'a-token' } });
  await page.getByRole('heading', { name: t.access.locked }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
});

describe.each([360, 820, 1280])('%i pixels wide', (width) => {
  test.each(['light', 'dark'] as const)('%s: nothing to object to, and nothing out of the window', async (theme) => {
    const opened = await open({ language: width === 360 ? 'pt-BR' : 'en', width, theme, path: '#/scenarios' });
    const { page, t } = opened;
    const dialog = await play(opened, 'rotated');
    await dialog.getByText(t.scenarios.more).click();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: t.scenarios.play, exact: true }).click();
    const made = report(opened, 'rotated');
    await made.getByText(t.scenarios.report.users).click();
    await made.getByRole('button', { name: t.scenarios.trying.send }).click();
    await made.getByRole('link', { name: t.scenarios.trying.why }).waitFor();
    await page.getByLabel(t.scenarios.seed.label).fill('{');
    await page.getByRole('button', { name: t.scenarios.seed.apply, exact: true }).click();
    await page.getByRole('alert').getByText(t.scenarios.seed.noJson).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await scrollsSideways(page)).toBe(false);
    expect(await cutOff(page)).toEqual([]);
  });
});
