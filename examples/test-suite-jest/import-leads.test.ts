import { afterAll, describe, expect, test } from '@jest/globals';
import { setupMock } from '@chaveiro/mock-server/testing';
import { Pingback } from '@chaveiro/sdk/pingback';
import { importLeads, ImportStoppedError, type Lead } from '../integration/import-leads.ts';

const { isolated, teardown } = setupMock();
afterAll(teardown);

/** Every fresh mock has it, and here every test has a fresh mock. */
const KEY = 'chaveiro-pingback-active';

const ana: Lead = { email: 'ana@exemplo.com.br', name: 'Ana Souza' };
const bia: Lead = { email: 'bia@exemplo.com.br', name: 'Bia Lima' };
const typo: Lead = { email: 'caio.exemplo.com.br', name: 'Caio Reis' };

// They run at the same time, each with a Pingback of its own.
describe('importing leads', () => {
  test.concurrent(
    'creates, updates, and goes on after one that is refused',
    isolated(async (mock) => {
      const pingback = new Pingback({ apiKey: KEY });
      await importLeads([ana], pingback);

      const report = await importLeads([ana, typo, bia], pingback);

      expect(report).toMatchObject({ created: [bia.email], updated: [ana.email], refused: [{ email: typo.email }] });
      expect(mock.pingback.contacts.last()).toMatchObject({ email: bia.email, attributes: { name: bia.name } });
    }),
  );

  test.concurrent(
    'stops at the first lead when the key is disabled',
    isolated(async (mock) => {
      const key = mock.pingback.accounts.create({ plan: 'pro' }).keys.create({ name: 'Import' });
      key.disable();

      await expect(importLeads([ana, bia], new Pingback({ apiKey: key.secret }))).rejects.toBeInstanceOf(ImportStoppedError);

      expect(mock.requests.list().map(({ decision }) => decision)).toEqual(['disabled_key']);
    }),
  );

  test.concurrent(
    'stops alike when the account is on Free, where only the mock can tell why',
    isolated(async (mock) => {
      const account = mock.pingback.accounts.create({ plan: 'pro' });
      const key = account.keys.create({ name: 'Import' });
      account.changePlan('free');

      const stopped = importLeads([ana], new Pingback({ apiKey: key.secret }));

      await expect(stopped).rejects.toHaveProperty(
        'cause.candidates',
        expect.arrayContaining(['disabled_key', 'plan_not_allowed']),
      );
      expect(mock.requests.last()?.decision).toBe('plan_not_allowed');
    }),
  );

  test.concurrent(
    'postpones a lead in an outage, and imports it later',
    isolated(async (mock) => {
      const pingback = new Pingback({ apiKey: KEY });
      mock.faults.add({ effect: { kind: 'status', status: 503 }, times: 1 });

      const { created, postponed } = await importLeads([ana, bia], pingback);

      expect({ created, postponed }).toEqual({ created: [bia.email], postponed: [ana] });
      expect(await importLeads(postponed, pingback)).toMatchObject({ created: [ana.email] });
    }),
  );
});
