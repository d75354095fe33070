import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { setupMock } from '@chaveiro/mock-server/testing';
import { Pingback } from '@chaveiro/sdk/pingback';
import { importLeads, ImportStoppedError, type Lead } from '../integration/import-leads.ts';

const { isolated, teardown } = setupMock();
after(teardown);

/** Every fresh mock has it, and here every test has a fresh mock. */
const KEY = 'chaveiro-pingback-active';

const ana: Lead = { email: 'ana@exemplo.com.br', name: 'Ana Souza' };
const bia: Lead = { email: 'bia@exemplo.com.br', name: 'Bia Lima' };
const typo: Lead = { email: 'caio.exemplo.com.br', name: 'Caio Reis' };

// They run at the same time, each with a Pingback of its own.
describe('importing leads', { concurrency: true }, () => {
  test(
    'creates, updates, and goes on after one that is refused',
    isolated(async (mock) => {
      const pingback = new Pingback({ apiKey: KEY });
      await importLeads([ana], pingback);

      const { created, updated, refused } = await importLeads([ana, typo, bia], pingback);

      assert.deepEqual(created, [bia.email]);
      assert.deepEqual(updated, [ana.email]);
      assert.equal(refused[0]?.email, typo.email);
      assert.equal(mock.pingback.contacts.last()?.attributes.name, bia.name);
    }),
  );

  test(
    'stops at the first lead when the key is disabled',
    isolated(async (mock) => {
      const key = mock.pingback.accounts.create({ plan: 'pro' }).keys.create({ name: 'Import' });
      key.disable();

      await assert.rejects(importLeads([ana, bia], new Pingback({ apiKey: key.secret })), ImportStoppedError);

      assert.deepEqual(
        mock.requests.list().map(({ decision }) => decision),
        ['disabled_key'],
      );
    }),
  );

  test(
    'stops alike when the account is on Free, where only the mock can tell why',
    isolated(async (mock) => {
      const account = mock.pingback.accounts.create({ plan: 'pro' });
      const key = account.keys.create({ name: 'Import' });
      account.changePlan('free');

      await assert.rejects(importLeads([ana], new Pingback({ apiKey: key.secret })), ({ cause }: ImportStoppedError) => {
        assert.ok(cause.candidates.includes('disabled_key') && cause.candidates.includes('plan_not_allowed'));
        return true;
      });
      assert.equal(mock.requests.last()?.decision, 'plan_not_allowed');
    }),
  );

  test(
    'postpones a lead in an outage, and imports it later',
    isolated(async (mock) => {
      const pingback = new Pingback({ apiKey: KEY });
      mock.faults.add({ effect: { kind: 'status', status: 503 }, times: 1 });

      const { created, postponed } = await importLeads([ana, bia], pingback);

      assert.deepEqual({ created, postponed }, { created: [bia.email], postponed: [ana] });
      assert.deepEqual((await importLeads(postponed, pingback)).created, [ana.email]);
    }),
  );
});
