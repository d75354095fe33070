import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { ANA, pingbackClient, SEGMENTS, strangerClient, type ContactBody, type PageBody } from './test-client.ts';

let mock: Mock;
let send: ReturnType<typeof pingbackClient>;

beforeEach(() => {
  mock = createMock({ now: '2026-11-20T12:00:00.000Z' });
  send = pingbackClient(mock);
});

const marina = {
  email: 'marina.azevedo@exemplo.com.br',
  origin: { url: 'https://exemplo.com.br/newsletter', utmSource: 'google' },
  attributes: { name: 'Marina Azevedo', phone: '+5521988880013' },
};

describe('a created contact', () => {
  test('is found with everything that was given, and in no segment', async () => {
    const created = await send<ContactBody>('POST', '/contacts', marina);
    expect(created).toMatchObject({ status: 201, body: { message: 'Contact created', data: { email: marina.email } } });
    expect(await send('GET', '/contacts/marina.azevedo%40exemplo.com.br')).toMatchObject({
      status: 200,
      body: {
        message: 'Contact found',
        data: {
          ...marina,
          id: created.body.data.id,
          status: 'active',
          source: 'PublicApi',
          segmentedListsIds: [],
          createdAt: '2026-11-20T12:00:00.000Z',
        },
      },
    });
  });

  test('has no origin and no attributes when none were given', async () => {
    await send('POST', '/contacts', { email: 'nuno.prado@exemplo.com.br' });
    expect(await send('GET', '/contacts/nuno.prado@exemplo.com.br')).toMatchObject({
      body: { data: { origin: null, attributes: {} } },
    });
  });

  test('is found whatever the case of its address', async () => {
    expect(await send('GET', '/contacts/ANA.Souza@Exemplo.com.br')).toMatchObject({ status: 200, body: { data: { id: ANA } } });
  });

  test('is the last of the list', async () => {
    const before = await send<PageBody>('GET', '/contacts');
    await send('POST', '/contacts', marina);
    const { total } = before.body.data;
    const last = await send<PageBody>('GET', `/contacts?page=${Math.floor(total / 10)}`);
    expect(last.body.data.total).toBe(total + 1);
    expect(last.body.data.data.at(-1)).toMatchObject({ email: marina.email });
  });

  test.each(['ana.souza@exemplo.com.br', 'ANA.SOUZA@exemplo.com.br'])(
    'cannot take the address %s a second time',
    async (email) => {
      expect(await send('POST', '/contacts', { email })).toMatchObject({
        status: 409,
        body: exampleBody('createContact', 409, 'contact_already_exists'),
      });
    },
  );

  test('has only attributes with a value', async () => {
    await send('POST', '/contacts', { email: marina.email, attributes: { cargo: null, cidade: 'Recife' } });
    const found = await send<ContactBody>('GET', `/contacts/${marina.email}`);
    expect(found.body.data.attributes).toEqual({ cidade: 'Recife' });
  });
});

describe('the list', () => {
  test('has ten contacts a page, oldest first, and an empty page past the last one', async () => {
    const first = await send<PageBody>('GET', '/contacts');
    expect(first.body.data).toMatchObject({ page: 0, total: 12, data: { length: 10, 0: { email: 'ana.souza@exemplo.com.br' } } });
    const second = await send<PageBody>('GET', '/contacts?page=1');
    expect(second.body.data).toMatchObject({ page: 1, total: 12, data: { length: 2 } });
    expect(await send('GET', '/contacts?page=2')).toMatchObject({
      status: 200,
      body: { data: { page: 2, total: 12, data: [] } },
    });
  });
});

describe('an update', () => {
  test('sets the attributes that were sent, clears those that are null, and leaves the others', async () => {
    const sent = { phone: '+5531977770001', cargo: 'Diretora de Marketing', cidade: null };
    expect(await send('PUT', '/contacts/ana.souza@exemplo.com.br', sent)).toMatchObject({
      status: 200,
      body: exampleBody('updateContact', 200, 'updated'),
    });
    const found = await send<ContactBody>('GET', '/contacts/ana.souza@exemplo.com.br');
    expect(found.body.data.attributes).toEqual({ name: 'Ana Souza', phone: '+5531977770001', cargo: 'Diretora de Marketing' });
  });

  test('changes neither address nor place in the list', async () => {
    await send('PUT', '/contacts/ana.souza@exemplo.com.br', { email: 'outra@exemplo.com.br' });
    const list = await send<PageBody>('GET', '/contacts');
    expect(list.body.data.data[0]).toMatchObject({ id: ANA, email: 'ana.souza@exemplo.com.br' });
    const found = await send<ContactBody>('GET', '/contacts/ana.souza@exemplo.com.br');
    expect(found.body.data.attributes).not.toHaveProperty('email');
  });

  test('takes an attribute named like a part of every object for what it is', async () => {
    expect(
      await send('PUT', '/contacts/ana.souza@exemplo.com.br', '{"__proto__":{"polluted":true},"constructor":"x"}'),
    ).toMatchObject({
      status: 200,
    });
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('a deleted contact', () => {
  test('is gone from look-ups and lists, and its address is free again', async () => {
    expect(await send('DELETE', '/contacts/ana.souza@exemplo.com.br')).toMatchObject({
      status: 200,
      body: { message: 'Contact deleted', data: { id: ANA, email: 'ana.souza@exemplo.com.br' } },
    });
    expect(await send('GET', '/contacts/ana.souza@exemplo.com.br')).toMatchObject({ status: 404 });
    expect(await send('GET', '/contacts')).toMatchObject({ body: { data: { total: 11 } } });
    const again = await send<ContactBody>('POST', '/contacts', { email: 'ana.souza@exemplo.com.br' });
    expect(again.status).toBe(201);
    expect(again.body.data.id).not.toBe(ANA);
  });

  test('comes back in no segment', async () => {
    const list = (email: string) => send<ContactBody>('GET', `/contacts/${email}`);
    expect((await list('ana.souza@exemplo.com.br')).body.data.segmentedListsIds).toEqual([SEGMENTS.customers]);
    await send('DELETE', '/contacts/ana.souza@exemplo.com.br');
    await send('POST', '/contacts', { email: 'ana.souza@exemplo.com.br' });
    expect((await list('ana.souza@exemplo.com.br')).body.data.segmentedListsIds).toEqual([]);
  });
});

describe('nobody', () => {
  test.each([
    ['getContact', 'GET', undefined],
    ['updateContact', 'PUT', { name: 'Ninguém' }],
    ['deleteContact', 'DELETE', undefined],
  ])('%s says that no contact has the address', async (operationId, method, body) => {
    expect(await send(method, '/contacts/ninguem@exemplo.com.br', body)).toMatchObject({
      status: 404,
      decision: 'allowed',
      body: exampleBody(operationId, 404, 'contact_not_found'),
    });
  });
});

describe('another account', () => {
  test('sees, changes and deletes none of these contacts, and may use the same addresses', async () => {
    const stranger = strangerClient(mock);
    expect(await stranger('GET', '/contacts')).toMatchObject({ body: { data: { total: 0, data: [] } } });
    expect(await stranger('GET', '/contacts/ana.souza@exemplo.com.br')).toMatchObject({ status: 404 });
    expect(await stranger('PUT', '/contacts/ana.souza@exemplo.com.br', { name: 'X' })).toMatchObject({ status: 404 });
    expect(await stranger('DELETE', '/contacts/ana.souza@exemplo.com.br')).toMatchObject({ status: 404 });
    expect(await stranger('POST', '/contacts', { email: 'ana.souza@exemplo.com.br' })).toMatchObject({ status: 201 });
    expect(await send('GET', '/contacts/ana.souza@exemplo.com.br')).toMatchObject({ body: { data: { id: ANA } } });
  });
});
