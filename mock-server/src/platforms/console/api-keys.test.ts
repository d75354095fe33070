import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { consoleClient, PLATFORMS, useKey, type CreatedBody, type KeyListBody } from './test-client.ts';

const NOW = '2026-03-02T12:00:00.000Z';

let mock: Mock;
let send: ReturnType<typeof consoleClient>;
beforeEach(() => {
  mock = createMock({ now: NOW });
  send = consoleClient(mock);
});

/** The key screen of a new account. */
function keyScreen(platform: string) {
  const { id } = mock.platform(platform).accounts.create(platform === 'pingback' ? { plan: 'pro' } : {});
  const path = `/accounts/${id}/api-keys`;
  return {
    id,
    create: (body: object = {}) => send<CreatedBody>('POST', path, body),
    list: async () => (await send<KeyListBody>('GET', path)).body,
    get: (key: string) => send('GET', `${path}/${key}`),
    change: (key: string, body: object) => send('PATCH', `${path}/${key}`, body),
    remove: (key: string) => send('DELETE', `${path}/${key}`),
    reveal: (key: string) => send('POST', `${path}/${key}/reveal`),
  };
}

describe.each(PLATFORMS)('a new key on %s', (platform, wanted) => {
  test('comes with its secret, which works at once', async () => {
    const { status, body } = await keyScreen(platform).create(wanted);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      platform,
      name: wanted.name,
      status: 'active',
      disabledReason: null,
      createdAt: NOW,
      expiresAt: null,
    });
    expect(await useKey(mock, platform, body.secret)).toMatchObject({ decision: 'allowed' });
  });

  test('is listed and shown masked, with the use that was made of it', async () => {
    const screen = keyScreen(platform);
    const { secret, ...key } = (await screen.create(wanted)).body;
    expect(await screen.list()).toEqual({ items: [key], total: 1 });
    expect(JSON.stringify(await screen.list())).not.toContain(secret);
    await useKey(mock, platform, secret);
    mock.clock.advance('1h');
    await useKey(mock, platform, secret);
    expect((await screen.get(key.id)).body).toEqual({ ...key, requestCount: 2, lastUsedAt: '2026-03-02T13:00:00.000Z' });
  });

  test('keeps its secret when it is renamed', async () => {
    const screen = keyScreen(platform);
    const { id, secret } = (await screen.create(wanted)).body;
    expect(await screen.change(id, { name: ' Novo nome ' })).toMatchObject({ status: 200, body: { id, name: 'Novo nome' } });
    expect(await useKey(mock, platform, secret)).toMatchObject({ decision: 'allowed' });
  });
});

describe('the limit of keys', () => {
  test('is one on Pingback; deleting makes room, disabling does not', async () => {
    const screen = keyScreen('pingback');
    const { id } = (await screen.create({ name: 'A' })).body;
    const full = { status: 409, body: exampleBody('createApiKey', 409, 'key_limit_reached') };
    expect(await screen.create({ name: 'B' })).toMatchObject(full);
    await screen.change(id, { status: 'disabled' });
    expect(await screen.create({ name: 'B' })).toMatchObject(full);
    await screen.remove(id);
    expect(await screen.create({ name: 'B' })).toMatchObject({ status: 201 });
  });

  test('is five on RD Station, for good: nothing makes room', async () => {
    const screen = keyScreen('rdstation');
    for (let count = 1; count <= 5; count++) expect((await screen.create()).body.name).toBe(`Chave ${count}`);
    const full = { status: 409, body: exampleBody('createApiKey', 409, 'key_limit_reached_no_delete') };
    expect(await screen.create()).toMatchObject(full);
    const [first] = (await screen.list()).items;
    await screen.change(first?.id ?? '', { status: 'disabled' });
    expect(await screen.create()).toMatchObject(full);
  });

  test('is none on Zenvio', async () => {
    const screen = keyScreen('zenvio');
    for (let count = 1; count <= 12; count++)
      expect((await screen.create({ name: 'Igual', scopes: ['whatsapp:send'] })).status).toBe(201);
    expect((await screen.list()).total).toBe(12);
  });

  test('counts only the keys of the key screen: access tokens are not there', async () => {
    const screen = keyScreen('rdstation');
    const token = mock.rdstation.accounts.get(screen.id).keys.create({ scheme: 'rdstationOAuth' });
    expect(await screen.list()).toEqual({ items: [], total: 0 });
    expect(await screen.get(token.id)).toMatchObject({ status: 404 });
    for (let count = 1; count <= 5; count++) expect((await screen.create()).status).toBe(201);
  });
});

describe('disabling and enabling', () => {
  test.each(['pingback', 'rdstation'])('on %s holds for the very next request, with the same secret', async (platform) => {
    const screen = keyScreen(platform);
    const { id, secret } = (await screen.create({ name: 'CRM' })).body;
    expect(await screen.change(id, { status: 'disabled' })).toMatchObject({
      body: { status: 'disabled', disabledReason: 'by_user' },
    });
    expect(await useKey(mock, platform, secret)).toMatchObject({ decision: 'disabled_key' });
    expect(await screen.change(id, { status: 'active' })).toMatchObject({ body: { status: 'active', disabledReason: null } });
    expect(await useKey(mock, platform, secret)).toMatchObject({ decision: 'allowed' });
  });

  test.each(['disabled', 'active'])('is not known on Zenvio (%s), and a new name beside it is not taken', async (status) => {
    const change = { status, name: 'Outro nome' };
    expect(await send('PATCH', '/accounts/acc_zenvio_demo/api-keys/key_zenvio_active', change)).toMatchObject({
      status: 409,
      body: { code: 'action_not_allowed', action: status === 'disabled' ? 'disable' : 'enable' },
    });
    expect(mock.zenvio.accounts.get('acc_zenvio_demo').keys.get('key_zenvio_active').name).toBe('Back end');
  });
});

describe('deleting', () => {
  test.each(['pingback', 'zenvio'])('on %s is for ever, at once, and for this key alone', async (platform) => {
    const screen = keyScreen(platform);
    const { id, secret } = (await screen.create({ name: 'CRM', ...(platform === 'zenvio' && { scopes: ['whatsapp:send'] }) }))
      .body;
    expect(await screen.remove(id)).toMatchObject({ status: 204, body: undefined });
    expect(await useKey(mock, platform, secret)).toMatchObject({ decision: 'deleted_key' });
    expect(await screen.list()).toEqual({ items: [], total: 0 });
    const gone = { status: 404, body: exampleBody('getApiKey', 404, 'key_not_found') };
    expect(await screen.get(id)).toMatchObject(gone);
    expect(await screen.remove(id)).toMatchObject(gone);
    expect(await screen.reveal(id)).toMatchObject(gone);
    expect(await screen.change(id, { status: 'active' })).toMatchObject(gone);
  });

  test('is not known on RD Station', async () => {
    const screen = keyScreen('rdstation');
    const { id, secret } = (await screen.create()).body;
    expect(await screen.remove(id)).toMatchObject({ status: 409, body: exampleBody('deleteApiKey', 409, 'action_not_allowed') });
    expect(await useKey(mock, 'rdstation', secret)).toMatchObject({ decision: 'allowed' });
  });

  test('rotates a key without a gap where several may be active', async () => {
    const screen = keyScreen('zenvio');
    const [old, next] = [await screen.create(PLATFORMS[2][1]), await screen.create(PLATFORMS[2][1])];
    await screen.remove(old.body.id);
    expect(await useKey(mock, 'zenvio', old.body.secret)).toMatchObject({ status: 401 });
    expect(await useKey(mock, 'zenvio', next.body.secret)).toMatchObject({ decision: 'allowed' });
  });
});

describe('revealing', () => {
  test.each(['pingback', 'rdstation'])('shows the same secret any time on %s', async (platform) => {
    const screen = keyScreen(platform);
    const { id, secret } = (await screen.create({ name: 'CRM' })).body;
    for (const _ of [1, 2]) expect(await screen.reveal(id)).toMatchObject({ status: 200, body: { id, secret } });
    await screen.change(id, { status: 'disabled' });
    expect(await screen.reveal(id)).toMatchObject({ status: 200, body: { secret } });
  });

  test('answers as documented for the zero-setup key', async () => {
    expect((await send('POST', '/accounts/acc_pingback_pro/api-keys/key_pingback_active/reveal')).body).toEqual(
      exampleBody('revealApiKey', 200, 'revealed'),
    );
  });

  test('is impossible on Zenvio, where only a hash is kept', async () => {
    const screen = keyScreen('zenvio');
    const { id, secret } = (await screen.create(PLATFORMS[2][1])).body;
    expect(await screen.reveal(id)).toMatchObject({
      status: 409,
      body: exampleBody('revealApiKey', 409, 'secret_not_recoverable'),
    });
    const kept = mock.snapshot().own.get('keys')?.get(id);
    expect(kept).toMatchObject({ sealed: { kind: 'bcrypt', hash: expect.stringMatching(/^\$2[aby]\$/) as unknown } });
    expect(JSON.stringify(kept)).not.toContain(secret.slice(-20));
  });
});

describe('names', () => {
  test('are unique in an account of RD Station, and free in another', async () => {
    const screen = keyScreen('rdstation');
    await screen.create({ name: 'Site' });
    const { id } = (await screen.create({ name: 'Loja' })).body;
    const taken = { status: 409, body: exampleBody('createApiKey', 409, 'key_name_taken') };
    expect(await screen.create({ name: 'Site' })).toMatchObject(taken);
    expect(await screen.change(id, { name: 'Site', status: 'disabled' })).toMatchObject(taken);
    expect((await screen.get(id)).body).toMatchObject({ name: 'Loja', status: 'active' });
    expect(await screen.change(id, { name: 'Loja' })).toMatchObject({ status: 200 });
    expect(await keyScreen('rdstation').create({ name: 'Site' })).toMatchObject({ status: 201 });
  });

  test.each(['pingback', 'zenvio'])('are required on %s', async (platform) => {
    const scopes = platform === 'zenvio' ? { scopes: ['whatsapp:send'] } : {};
    for (const name of [undefined, '', '  ']) {
      const reply = await keyScreen(platform).create({ name, ...scopes });
      expect(reply).toMatchObject({ status: 400, body: exampleBody('createApiKey', 400, 'invalid_request') });
    }
  });

  test('may not become blank', async () => {
    const reply = await send('PATCH', '/accounts/acc_pingback_pro/api-keys/key_pingback_active', { name: ' ' });
    expect(reply).toMatchObject({ status: 400, body: exampleBody('updateApiKey', 400, 'invalid_request') });
  });
});

test('a plan without API access gets no key', async () => {
  const { id } = mock.pingback.accounts.create({ plan: 'free' });
  expect(await send('POST', `/accounts/${id}/api-keys`, { name: 'CRM' })).toMatchObject({
    status: 403,
    body: exampleBody('createApiKey', 403, 'plan_required'),
  });
});

test('a change that changes nothing is refused', async () => {
  const path = '/accounts/acc_pingback_pro/api-keys/key_pingback_active';
  for (const body of [{}, { secret: 'mine' }, { status: 'deleted' }]) {
    expect(await send('PATCH', path, body)).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
  }
});

test('the list stays oldest first whatever is done to the keys', async () => {
  const path = '/accounts/acc_zenvio_demo/api-keys';
  const ids = async () => (await send<KeyListBody>('GET', path)).body.items.map(({ id }) => id);
  const before = await ids();
  await send('PATCH', `${path}/${before[0]}`, { name: 'Outro' });
  expect(await ids()).toEqual(before);
  expect(before).not.toContain('key_zenvio_revoked');
});
