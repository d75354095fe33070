import { beforeEach, expect, test } from 'vitest';
import type { AccountHandle } from '../../api/account-handle.ts';
import { createMock, type Mock } from '../../mock.ts';

let mock: Mock;
let account: AccountHandle;
beforeEach(() => {
  mock = createMock();
  account = mock.pingback.accounts.create({ plan: 'pro' });
});

const statusWith = async (secret: string) =>
  (await mock.fetch('https://connect.pingback.com/v2/segments', { headers: { 'x-api-key': secret } })).status;
const limitReached = expect.objectContaining({ code: 'key_limit_reached' }) as Error;

test('an account has one key; a disabled one counts too', () => {
  const key = account.keys.create({ name: 'CRM' });
  expect(() => account.keys.create({ name: 'Site' })).toThrow(limitReached);
  key.disable();
  expect(() => account.keys.create({ name: 'Site' })).toThrow(limitReached);
});

test('rotating means deleting first: between the two no key works', async () => {
  const old = account.keys.create({ name: 'CRM' });
  const { secret } = old;
  old.delete();
  expect(await statusWith(secret)).toBe(403);
  const next = account.keys.create({ name: 'CRM' });
  expect(next.secret).not.toBe(secret);
  expect([await statusWith(secret), await statusWith(next.secret)]).toEqual([403, 200]);
});

test('its secret can be shown again, and stays the same through renaming and disabling', async () => {
  const key = account.keys.create({ name: 'CRM' });
  key.rename('Integração');
  key.disable();
  expect(await statusWith(key.secret)).toBe(403);
  key.enable();
  expect(key.reveal()).toBe(key.secret);
  expect(key.name).toBe('Integração');
  expect(await statusWith(key.secret)).toBe(200);
});

test('the Free plan has no key, and a downgrade disables the one there is', async () => {
  expect(() => mock.pingback.accounts.create({ plan: 'free' }).keys.create()).toThrow(
    expect.objectContaining({ code: 'plan_required' }) as Error,
  );
  const key = account.keys.create();
  account.changePlan('free');
  expect([key.status, key.disabledReason, await statusWith(key.secret)]).toEqual(['disabled', 'plan_downgraded', 403]);
  account.changePlan('ultra');
  expect(await statusWith(key.secret)).toBe(403);
  key.enable();
  expect(await statusWith(key.secret)).toBe(200);
});
