/** Scenarios add up, can be shaped, and leave nothing behind where they are refused. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type KeyHandle, type Mock, type NewKeyHandle } from '../index.ts';

let mock: Mock;
beforeEach(() => void (mock = createMock({ seed: 5, now: '2026-03-02T12:00:00.000Z' })));

async function pingback({ secret }: NewKeyHandle) {
  const response = await mock.fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': secret } });
  return [response.status, response.headers.get('x-mock-decision')];
}

async function zenvio({ secret }: NewKeyHandle) {
  const headers = { authorization: `Bearer ${secret}` };
  const response = await mock.fetch('https://api.zenvio.com/v1/whatsapp/instances', { headers });
  return [response.status, response.headers.get('x-mock-decision')];
}

describe('composition', () => {
  test('several scenarios add up in one session, each on an account of its own', async () => {
    const active = mock.scenario('active', { platform: 'pingback' });
    const disabled = mock.scenario('disabled', { platform: 'pingback' });
    const again = mock.scenario('disabled', { platform: 'pingback' });
    expect(new Set([active, disabled, again].map(({ account }) => account.id)).size).toBe(3);
    expect(await pingback(active.keys.key)).toEqual([200, 'allowed']);
    expect(await pingback(again.keys.key)).toEqual([403, 'disabled_key']);
    mock.scenario('outage', { platform: 'zenvio' });
    expect(await pingback(active.keys.key)).toEqual([200, 'allowed']);
  });

  test('goes on: what a scenario returns can be changed', async () => {
    const { keys } = mock.scenario('rotation', { platform: 'zenvio' });
    keys.old.delete();
    expect(await zenvio(keys.old)).toEqual([401, 'deleted_key']);
    const handle: KeyHandle = keys.next;
    expect(handle.status).toBe('active');
  });

  test('a reset takes it all back', async () => {
    const { keys } = mock.scenario('outage', { platform: 'pingback' });
    mock.reset();
    expect(mock.faults.list()).toEqual([]);
    expect(await pingback(keys.key)).toEqual([403, 'unknown_key']);
  });

  test('sessions do not see each other', async () => {
    using other = mock.session('other');
    other.scenario('outage', { platform: 'pingback' });
    expect(await pingback(mock.scenario('active', { platform: 'pingback' }).keys.key)).toEqual([200, 'allowed']);
  });
});

describe('options', () => {
  test('account, secrets and rows can be chosen', () => {
    const { account, keys } = mock.scenario('rotation', {
      platform: 'rdstation',
      account: { id: 'acc_mine', name: 'Minha loja', plan: 'pro' },
      secrets: { old: 'my-old-secret', next: 'my-next-secret' },
      rows: 'none',
    });
    expect([account.id, account.name, account.plan]).toEqual(['acc_mine', 'Minha loja', 'pro']);
    expect([keys.old.secret, keys.next.secret]).toEqual(['my-old-secret', 'my-next-secret']);
    expect(mock.snapshot().resources.get('acc_mine')).toBeUndefined();
  });

  test.each([
    [
      () => mock.scenario('rotaton', { platform: 'zenvio' }),
      /no scenario "rotaton"; did you mean rotation\? There are: active, /,
    ],
    [
      () => mock.scenario('deleted', { platform: 'rdstation' }),
      /rules of rdstation allow no scenario "deleted".*pingback, zenvio/,
    ],
    [() => mock.scenario('free-plan', { platform: 'zenvio' }), /allow no scenario "free-plan". It exists on: pingback\./],
    [() => mock.scenario('active'), /Several platforms have the scenario "active". Say which: pingback, rdstation, zenvio\./],
    [() => mock.scenario('active', { platform: 'acme' }), /no platform "acme"/],
    [() => mock.scenario('disabled', { platform: 'pingback', secrets: { kye: 'x-secret-1' } }), /no key "kye". It has: key\./],
  ])('what cannot be is refused in words, and nothing is left behind (%#)', (play, message) => {
    const before = mock.pingback.accounts.list().length;
    expect(play).toThrow(message);
    expect(play).toThrow(expect.objectContaining({ code: 'invalid_request' }) as Error);
    expect(mock.pingback.accounts.list()).toHaveLength(before);
  });

  test('a scenario that fails half-way leaves nothing behind', () => {
    const before = mock.rdstation.accounts.list().length;
    const twice = () =>
      mock.scenario('rotation', { platform: 'rdstation', secrets: { old: 'same-secret', next: 'same-secret' } });
    expect(twice).toThrow(/Another key has this secret/);
    expect(mock.rdstation.accounts.list()).toHaveLength(before);
  });
});
