import { beforeEach, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { ANA, NOBODY, pingbackClient, SEGMENTS, strangerClient, type ContactBody } from './test-client.ts';

let mock: Mock;
let send: ReturnType<typeof pingbackClient>;

beforeEach(() => {
  mock = createMock();
  send = pingbackClient(mock);
});

const { customers, newsletter, blackFriday } = SEGMENTS;
const ADD = '/segments/add-contact/ana.souza@exemplo.com.br';

async function segmentsOfAna(): Promise<string[]> {
  return (await send<ContactBody>('GET', '/contacts/ana.souza@exemplo.com.br')).body.data.segmentedListsIds;
}

test('segments are listed in pages', async () => {
  expect(await send('GET', '/segments')).toMatchObject({
    status: 200,
    body: {
      message: 'Segments found',
      data: { page: 0, total: 3, data: [{ id: customers, name: 'Clientes' }, { id: newsletter }, { id: blackFriday }] },
    },
  });
  expect(await send('GET', '/segments?page=1')).toMatchObject({ body: { data: { page: 1, total: 3, data: [] } } });
});

test('a contact is added to several segments at once, next to those it is in', async () => {
  const segmentedListsIds = [newsletter, blackFriday];
  expect(await send('POST', ADD, { segmentedListsIds })).toMatchObject({
    status: 200,
    body: exampleBody('addContactToSegments', 200, 'added'),
  });
  expect(await segmentsOfAna()).toEqual([customers, newsletter, blackFriday]);
});

test('adding a contact twice, or twice in one request, changes nothing more', async () => {
  await send('POST', ADD, { segmentedListsIds: [newsletter, newsletter] });
  expect(await send('POST', ADD, { segmentedListsIds: [newsletter, customers] })).toMatchObject({ status: 200 });
  expect(await segmentsOfAna()).toEqual([customers, newsletter]);
});

test('one unknown segment refuses the request, and the contact is added to none', async () => {
  expect(await send('POST', ADD, { segmentedListsIds: [newsletter, NOBODY] })).toMatchObject({
    status: 404,
    body: exampleBody('addContactToSegments', 404, 'segmentation_list_not_found'),
  });
  expect(await segmentsOfAna()).toEqual([customers]);
});

test('an unknown contact is told before an unknown segment', async () => {
  const answer = await send('POST', '/segments/add-contact/ninguem@exemplo.com.br', { segmentedListsIds: [NOBODY] });
  expect(answer).toMatchObject({ status: 404, body: exampleBody('addContactToSegments', 404, 'contact_not_found') });
});

test('an empty list of segments is refused', async () => {
  expect(await send('POST', ADD, { segmentedListsIds: [] })).toMatchObject({
    status: 422,
    body: { errorCode: 'INVALID_INPUT', error: '"segmentedListsIds" must contain at least 1 items' },
  });
});

test('another account has none of these segments, and adds nobody to them', async () => {
  const stranger = strangerClient(mock);
  expect(await stranger('GET', '/segments')).toMatchObject({ body: { data: { total: 0 } } });
  await stranger('POST', '/contacts', { email: 'ana.souza@exemplo.com.br' });
  expect(await stranger('POST', ADD, { segmentedListsIds: [newsletter] })).toMatchObject({
    status: 404,
    body: { errorCode: 'SEGMENTATION_LIST_NOT_FOUND' },
  });
  expect(await segmentsOfAna()).toEqual([customers]);
  expect(await send('GET', '/contacts/ana.souza@exemplo.com.br')).toMatchObject({ body: { data: { id: ANA } } });
});
