import { expect, test } from 'vitest';
import { createMock } from '../mock.ts';

const headers = { 'x-api-key': 'chaveiro-pingback-active', 'content-type': 'application/json' };

test('a body is written down as it was sent', async () => {
  const mock = createMock();
  const sent = { email: 'ana@exemplo.com.br', attributes: { observacao: 'x'.repeat(200_000) } };
  await mock.fetch('http://localhost/contacts', { method: 'POST', headers, body: JSON.stringify(sent) });
  expect(mock.requests.last()?.requestBody).toEqual(sent);
});

test('of a body that is longer than any real one it is written down that it was', async () => {
  const mock = createMock();
  const body = JSON.stringify({ email: 'ana@exemplo.com.br', attributes: { observacao: 'x'.repeat(300_000) } });
  const { status } = await mock.fetch('http://localhost/contacts', { method: 'POST', headers, body });
  expect(mock.requests.last()).toMatchObject({ status, requestBody: '(too long to be written down)' });
  expect(JSON.stringify(mock.requests.last()).length).toBeLessThan(10_000);
});

test('an answer whose status has no body is written down without one', async () => {
  const mock = createMock();
  mock.faults.add({ effect: { kind: 'status', status: 204, body: { said: 'nothing' } } });
  await mock.fetch('http://localhost/contacts', { headers });
  expect(mock.requests.last()).toMatchObject({ status: 204, responseBody: undefined });
});

test('a body that is longer than the platform takes is not even read', async () => {
  const mock = createMock();
  const body = JSON.stringify({ name: 'x'.repeat(1_048_576) });
  const owner = { authorization: 'Bearer chaveiro-console-owner', 'content-type': 'application/json' };
  await mock.fetch('http://localhost/accounts/acc_pingback_pro', { method: 'PATCH', headers: owner, body });
  expect(mock.requests.last()).toMatchObject({ decision: 'payload_too_large', requestBody: '(too long to be written down)' });
  expect(mock.pingback.accounts.get('acc_pingback_pro').name).not.toMatch(/^x/);
});

test('a key is not written down from a body, also where a good one stands in its place', async () => {
  const mock = createMock();
  const key = mock.pingback.accounts.create().keys.create({ name: 'Canário' });
  const note = { text: `the key is ${key.secret}`, [key.secret]: [key.secret] };
  const body = JSON.stringify({ email: 'sem arroba', attributes: note });
  await mock.fetch('http://localhost/contacts', { method: 'POST', headers: { ...headers, 'x-api-key': key.secret }, body });
  expect(mock.requests.last()).toMatchObject({
    keyId: key.id,
    requestBody: { email: 'sem arroba', attributes: { text: 'the key is ••••', '••••': ['••••'] } },
  });
});
