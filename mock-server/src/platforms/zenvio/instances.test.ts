import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { strangerClient, zenvioClient, type InstanceBody } from './test-client.ts';

const NOW = '2026-03-02T12:00:00.000Z';

interface ListBody {
  readonly data: { readonly id: string; readonly name: string }[];
  readonly pagination: { readonly total: number; readonly page: number; readonly limit: number; readonly totalPages: number };
}

let mock: Mock;
let call: ReturnType<typeof zenvioClient>;
beforeEach(() => {
  mock = createMock({ now: NOW });
  call = zenvioClient(mock);
});

const list = (query = '', client = call) => client<ListBody>('GET', `/whatsapp/instances${query}`);
const idsOf = async (query = '', client = call) => (await list(query, client)).body.data.map(({ id }) => id);
const get = (id: string) => call('GET', `/whatsapp/instances/${id}`);
const create = (name: string) => call<InstanceBody>('POST', '/whatsapp/instances', { name });
const disconnect = (id: string) => call('POST', `/whatsapp/instances/${id}/disconnect`);
const remove = (id: string) => call('DELETE', `/whatsapp/instances/${id}`);

describe('the list', () => {
  test('has every instance of the workspace, ten a page', async () => {
    expect((await list()).body.pagination).toEqual({ total: 3, page: 1, limit: 10, totalPages: 1 });
    expect(await idsOf()).toEqual(['inst_restaurante_joao', 'inst_farmacia_maria', 'inst_antiga']);
  });

  test('answers the documented page', async () => {
    expect((await list('?page=1&limit=10&status=ACTIVE&search=Jo%C3%A3o')).body).toEqual(
      exampleBody('listInstances', 200, 'page'),
    );
  });

  test('answers the documented empty page to a search without a match', async () => {
    expect((await list('?search=ninguem')).body).toEqual(exampleBody('listInstances', 200, 'empty'));
  });

  test('comes in pages of the size asked for, empty past the end', async () => {
    expect(await idsOf('?limit=2&page=2')).toEqual(['inst_antiga']);
    expect((await list('?limit=2&page=3')).body).toMatchObject({ data: [], pagination: { total: 3, totalPages: 2 } });
    expect((await list(`?page=${'9'.repeat(400)}`)).body).toMatchObject({ data: [], pagination: { total: 3 } });
  });

  test.each([
    ['?status=DISCONNECTED', ['inst_antiga']],
    ['?search=MARIA', ['inst_farmacia_maria']],
    ['?search=farmacia', ['inst_farmacia_maria']],
    ['?search=93333', ['inst_restaurante_joao']],
    ['?search=n%C3%BAmero&status=ACTIVE', []],
  ])('filters by %s', async (query, ids) => {
    expect(await idsOf(query)).toEqual(ids);
  });

  test.each(['?limit=0', '?limit=101', '?limit=muitas'])('refuses %s with the documented validation error', async (query) => {
    expect(await list(query)).toMatchObject({ status: 400, body: exampleBody('listInstances', 400, 'validation_error') });
  });

  test('names every query parameter that does not fit', async () => {
    const { status, body } = await list('?page=0&status=SLEEPING');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field: 'page' }, { field: 'status' }] });
  });

  test('shows a locked key its own instances only', async () => {
    expect(await idsOf('', zenvioClient(mock, 'sk_live_chaveiro_locked'))).toEqual(['inst_farmacia_maria']);
  });

  test('of another workspace is its own', async () => {
    await create('Nova');
    expect(await idsOf('', strangerClient(mock))).toEqual([]);
  });
});

describe('a new instance', () => {
  test('waits for its QR code, which is a real image', async () => {
    const { status, body } = await create('Padaria da Ana');
    expect(status).toBe(200);
    const documented = exampleBody('createInstance', 200, 'pending') as { data: { evolution: { base64: string } } };
    const id = body.data.instance.id;
    expect(body).toEqual({
      success: true,
      data: {
        instance: { id, name: 'Padaria da Ana', status: 'PENDING', phoneNumber: null, createdAt: NOW },
        evolution: documented.data.evolution,
      },
    });
    const png = Buffer.from(documented.data.evolution.base64.replace('data:image/png;base64,', ''), 'base64');
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(png.subarray(-8, -4).toString()).toBe('IEND');
  });

  test('can be found, listed and deleted', async () => {
    const { id } = (await create('Padaria da Ana')).body.data.instance;
    expect(await get(id)).toMatchObject({ status: 200, body: { data: { id, status: 'PENDING', updatedAt: NOW } } });
    expect(await idsOf('?status=PENDING')).toEqual([id]);
    expect((await remove(id)).status).toBe(200);
    expect((await get(id)).status).toBe(404);
  });

  test('of a locked key is not opened to that key', async () => {
    const locked = zenvioClient(mock, 'sk_live_chaveiro_locked');
    const { id } = (await locked<InstanceBody>('POST', '/whatsapp/instances', { name: 'Filial' })).body.data.instance;
    expect(await locked('GET', `/whatsapp/instances/${id}`)).toMatchObject({ status: 403, decision: 'instance_not_allowed' });
  });

  test.each([{ name: 'ab' }, { name: 'x'.repeat(1025) }, {}])('needs a name of 3 to 1024 characters', async (body) => {
    expect(await call('POST', '/whatsapp/instances', body)).toMatchObject({
      status: 400,
      body: exampleBody('createInstance', 400, 'validation_error'),
    });
  });
});

describe('an instance', () => {
  test('answers as documented', async () => {
    expect((await get('inst_restaurante_joao')).body).toEqual(exampleBody('getInstance', 200, 'active'));
  });

  test('is disconnected once, and then may be deleted', async () => {
    expect(await remove('inst_restaurante_joao')).toMatchObject({
      status: 400,
      body: exampleBody('deleteInstance', 400, 'instance_active'),
    });
    expect((await disconnect('inst_restaurante_joao')).body).toEqual(exampleBody('disconnectInstance', 200, 'disconnected'));
    expect((await get('inst_restaurante_joao')).body).toMatchObject({ data: { status: 'DISCONNECTED', updatedAt: NOW } });
    expect(await disconnect('inst_restaurante_joao')).toMatchObject({
      status: 400,
      body: exampleBody('disconnectInstance', 400, 'instance_not_connected'),
    });
    expect((await remove('inst_restaurante_joao')).status).toBe(200);
  });

  test('that was deleted is gone, and its messages can still be asked for', async () => {
    await disconnect('inst_restaurante_joao');
    await remove('inst_restaurante_joao');
    expect(await idsOf()).toEqual(['inst_farmacia_maria', 'inst_antiga']);
    expect((await call('GET', '/whatsapp/messages/msg_sent')).status).toBe(200);
  });

  test('is deleted with the documented answer', async () => {
    expect((await remove('inst_antiga')).body).toEqual(exampleBody('deleteInstance', 200, 'deleted'));
  });

  test('that does not exist is 404 everywhere', async () => {
    const expected = { status: 404, body: exampleBody('getInstance', 404, 'instance_not_found') };
    for (const act of [get, disconnect, remove]) expect(await act('inst_nenhuma')).toMatchObject(expected);
  });

  test('of another workspace does not exist', async () => {
    const stranger = strangerClient(mock);
    for (const [method, path] of [
      ['GET', ''],
      ['DELETE', ''],
      ['POST', '/disconnect'],
    ] as const) {
      expect((await stranger(method, `/whatsapp/instances/inst_restaurante_joao${path}`)).status).toBe(404);
    }
    expect((await get('inst_restaurante_joao')).body).toMatchObject({ data: { status: 'ACTIVE' } });
  });

  test('is closed to a key that is locked to others, whether it exists or not', async () => {
    const locked = zenvioClient(mock, 'sk_live_chaveiro_locked');
    for (const id of ['inst_restaurante_joao', 'inst_nenhuma']) {
      expect(await locked('GET', `/whatsapp/instances/${id}`)).toMatchObject({
        status: 403,
        body: exampleBody('getInstance', 403, 'instance_not_allowed'),
      });
    }
  });

  test('is closed to a key that may only send', async () => {
    const sender = zenvioClient(mock, 'sk_live_chaveiro_send_only');
    expect(await sender('GET', '/whatsapp/instances')).toMatchObject({
      status: 403,
      decision: 'scope_missing',
      body: { message: 'Missing scope: whatsapp:manage' },
    });
  });
});
