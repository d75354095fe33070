import { mockTest } from '@chaveiro/mock-server/vitest';
import { Pingback } from '@chaveiro/sdk/pingback';
import { describe } from 'vitest';
import { importLeads, ImportStoppedError, type Lead } from '../integration/import-leads.ts';

/** Every fresh mock has it, and here every test has a fresh mock. */
const KEY = 'chaveiro-pingback-active';

const ana: Lead = { email: 'ana@exemplo.com.br', name: 'Ana Souza' };
const bia: Lead = { email: 'bia@exemplo.com.br', name: 'Bia Lima' };
const typo: Lead = { email: 'caio.exemplo.com.br', name: 'Caio Reis' };

// They run at the same time, each with a Pingback of its own.
describe.concurrent('importing leads', () => {
  mockTest('creates, updates, and goes on after one that is refused', async ({ mock, expect }) => {
    const pingback = new Pingback({ apiKey: KEY });
    await importLeads([ana], pingback);

    const report = await importLeads([ana, typo, bia], pingback);

    expect(report).toMatchObject({ created: [bia.email], updated: [ana.email], refused: [{ email: typo.email }] });
    expect(mock.pingback.contacts.last()).toMatchObject({ email: bia.email, attributes: { name: bia.name } });
  });

  mockTest('stops at the first lead when the key is disabled', async ({ mock, expect }) => {
    const key = mock.pingback.accounts.create({ plan: 'pro' }).keys.create({ name: 'Import' });
    key.disable();

    await expect(importLeads([ana, bia], new Pingback({ apiKey: key.secret }))).rejects.toBeInstanceOf(ImportStoppedError);

    expect(mock.requests.list().map(({ decision }) => decision)).toEqual(['disabled_key']);
  });

  mockTest('stops alike when the account is on Free, where only the mock can tell why', async ({ mock, expect }) => {
    const account = mock.pingback.accounts.create({ plan: 'pro' });
    const key = account.keys.create({ name: 'Import' });
    account.changePlan('free');

    const stopped = importLeads([ana], new Pingback({ apiKey: key.secret }));

    await expect(stopped).rejects.toHaveProperty(
      'cause.candidates',
      expect.arrayContaining(['disabled_key', 'plan_not_allowed']),
    );
    expect(mock.requests.last()?.decision).toBe('plan_not_allowed');
  });

  mockTest('postpones a lead in an outage, and imports it later', async ({ mock, expect }) => {
    const pingback = new Pingback({ apiKey: KEY });
    mock.faults.add({ effect: { kind: 'status', status: 503 }, times: 1 });

    const { created, postponed } = await importLeads([ana, bia], pingback);

    expect({ created, postponed }).toEqual({ created: [bia.email], postponed: [ana] });
    expect(await importLeads(postponed, pingback)).toMatchObject({ created: [ana.email] });
  });
});
