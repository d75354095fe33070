import { expect, test } from 'vitest';
import { createMock } from '../mock.ts';

const OWNER = { authorization: 'Bearer chaveiro-console-owner' };
const SKIP = { 'x-mock-journal': 'skip' };

test('a page that looks at the dashboards leaves nothing in the journal', async () => {
  const mock = createMock();
  await mock.fetch('http://localhost/accounts', { headers: { ...OWNER, ...SKIP } });
  await mock.fetch('http://localhost/__mock/state');
  expect(mock.requests.list()).toEqual([]);
});

test('what a dashboard changes, and what anybody else asks of it, is written down', async () => {
  const mock = createMock();
  const account = 'http://localhost/accounts/acc_pingback_pro';
  await mock.fetch(account, { headers: OWNER });
  await mock.fetch(account, {
    method: 'PATCH',
    headers: { ...OWNER, ...SKIP, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Loja' }),
  });
  expect(mock.requests.list().map(({ operationId }) => operationId)).toEqual(['updateAccount', 'getAccount']);
});

test('no request to a platform can keep out of it', async () => {
  const mock = createMock();
  await mock.fetch('https://connect.pingback.com/v2/contacts', { headers: SKIP });
  expect(mock.requests.list()).toHaveLength(1);
});
