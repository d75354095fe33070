import { beforeEach, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { ANA, BRUNO, pingbackClient, SEGMENTS } from './test-client.ts';

let mock: Mock;
let send: ReturnType<typeof pingbackClient>;

beforeEach(() => {
  mock = createMock();
  send = pingbackClient(mock);
});

const DEVELOPER = { 'x-developer-mode': 'true' };
const deal = {
  contactId: BRUNO,
  pipelineId: 'da1e478f-e8aa-445c-9f6c-770f84a260b2',
  stageId: '642c60a2-8841-4e31-be5c-d04c3c7c5c8a',
};

const CHANGES: [string, number, string, string, object?][] = [
  ['creating a contact', 201, 'POST', '/contacts', { email: 'olga@exemplo.com.br' }],
  ['updating a contact', 200, 'PUT', '/contacts/ana.souza@exemplo.com.br', { name: 'Outra' }],
  ['deleting a contact', 200, 'DELETE', '/contacts/ana.souza@exemplo.com.br'],
  [
    'adding to a segment',
    200,
    'POST',
    '/segments/add-contact/ana.souza@exemplo.com.br',
    { segmentedListsIds: [SEGMENTS.newsletter] },
  ],
  ['creating a deal', 201, 'POST', '/deals', deal],
  ['updating a deal', 200, 'PUT', '/deals/f749ad7e-d012-4fce-be67-1634385bafda', { attributes: { pb_amount: '1' } }],
];

test.each(CHANGES)('%s is answered as always and changes nothing', async (_, status, method, path, body) => {
  const before = mock.snapshot().resources.get('acc_pingback_pro');
  expect(await send(method, path, body, DEVELOPER)).toMatchObject({ status });
  expect(await send(method, path, body, DEVELOPER)).toMatchObject({ status });
  expect(mock.snapshot().resources.get('acc_pingback_pro')).toEqual(before);
});

test('reads and refusals are those of the account', async () => {
  expect(await send('GET', '/contacts/ana.souza@exemplo.com.br', undefined, DEVELOPER)).toMatchObject({
    body: { data: { id: ANA } },
  });
  expect(await send('POST', '/contacts', { email: 'ana.souza@exemplo.com.br' }, DEVELOPER)).toMatchObject({ status: 409 });
  expect(await send('POST', '/contacts', {}, DEVELOPER)).toMatchObject({ status: 422 });
});

test('a key is checked as always', async () => {
  const refused = pingbackClient(mock, 'chaveiro-pingback-disabled');
  expect(await refused('GET', '/contacts', undefined, DEVELOPER)).toMatchObject({ status: 403, decision: 'disabled_key' });
});

test('false is no developer mode', async () => {
  await send('POST', '/contacts', { email: 'olga@exemplo.com.br' }, { 'x-developer-mode': 'false' });
  expect(await send('GET', '/contacts/olga@exemplo.com.br')).toMatchObject({ status: 200 });
});
