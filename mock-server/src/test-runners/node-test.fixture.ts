/** What a user of node:test writes; run by testing.test.ts through `node --test`. */
import assert from 'node:assert/strict';
import { after, afterEach, describe, test } from 'node:test';
import { setupMock } from '../testing.ts';

const { mock, reset, teardown, isolated } = setupMock({ seed: 1 });
afterEach(reset);
after(teardown);

const CONTACTS = 'https://connect.pingback.com/v2/contacts';
const listContacts = (key: string) => fetch(CONTACTS, { headers: { 'x-api-key': key } });

test('the real host is answered by the mock', async () => {
  assert.equal((await listContacts('chaveiro-pingback-active')).status, 200);
  assert.equal(mock.requests.list().length, 1);
  mock.pingback.accounts.get('acc_pingback_pro').keys.list()[0]?.disable();
});

test('and is as new for the next test', async () => {
  assert.deepEqual(mock.requests.list(), []);
  assert.equal((await listContacts('chaveiro-pingback-active')).status, 200);
});

describe('at the same time', { concurrency: true }, () => {
  for (const name of ['a', 'b', 'c', 'd']) {
    test(
      `${name} sees its own alone`,
      isolated(async (own) => {
        for (let i = 0; i < 3; i++) {
          assert.equal((await listContacts('chaveiro-pingback-active')).status, 200);
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
        own.pingback.accounts.get('acc_pingback_pro').keys.list()[0]?.disable();
        assert.equal((await listContacts('chaveiro-pingback-active')).status, 403);
        assert.equal(own.requests.list().length, 4);
        assert.deepEqual(mock.requests.list(), []);
      }),
    );
  }
});

test(
  'the context of the runner is handed on, and options hold',
  isolated(
    (own, context: { readonly name: string }) => {
      assert.match(context.name, /handed on/);
      assert.equal(own.clock.now(), Date.UTC(2026, 0, 31, 12));
    },
    { now: '2026-01-31T12:00:00Z' },
  ),
);
