/** One suite, written with `await`, for the mock in this process and for one behind a port: accounts, keys, what arrives, what fails. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KeyRuleError } from '../src/index.ts';
import type { AnyMock } from '../src/remote.ts';
import { listContacts, places, run, type Place } from './places.ts';

describe.each(Object.entries(places))('%s', (_, open) => {
  let place: Place;
  let mock: AnyMock;
  beforeAll(async () => {
    place = await open();
    mock = place.mock;
  });
  beforeEach(() => mock.reset());
  afterAll(() => place.close());

  const contacts = (secret: string) => listContacts(mock, secret);

  describe('keys', () => {
    test('work from the moment they are created, and stop the moment they are disabled', async () => {
      const account = await mock.pingback.accounts.create({ plan: 'pro' });
      const key = await account.keys.create({ name: 'CRM' });
      expect(key).toMatchObject({ name: 'CRM', status: 'active', platform: 'pingback', scheme: 'pingbackKey' });
      expect((await contacts(key.secret)).status).toBe(200);
      await key.disable();
      expect(key).toMatchObject({ status: 'disabled', disabledReason: 'by_user' });
      const refused = await contacts(key.secret);
      expect([refused.status, refused.headers.get('x-mock-decision')]).toEqual([403, 'disabled_key']);
      await key.enable();
      expect((await contacts(key.secret)).status).toBe(200);
    });

    test('can be renamed, revealed, deleted and found again', async () => {
      const account = await mock.pingback.accounts.create({ plan: 'ultra', name: 'Escola' });
      const key = await account.keys.create({ name: 'CRM' });
      await key.rename('CRM novo');
      expect(key.name).toBe('CRM novo');
      expect(await key.reveal()).toBe(key.secret);
      await key.delete();
      expect(key.status).toBe('deleted');
      const [listed] = await account.keys.list();
      expect(listed).toMatchObject({ id: key.id, status: 'deleted' });
      expect((await account.keys.get(key.id)).masked).toBe(key.masked);
    });

    test('show their secret neither in JSON nor in what is inspected', async () => {
      const key = await (await mock.zenvio.accounts.create()).keys.create({ secret: 'sk_live_chaveiro_canary' });
      expect(JSON.stringify(key)).not.toContain('canary');
      expect(Object.keys(key)).not.toContain('secret');
    });

    test('expire, where keys of their kind do', async () => {
      const key = await (await mock.rdstation.accounts.create()).keys.create({ scheme: 'rdstationOAuth' });
      await key.expire();
      const response = await mock.fetch('https://api.rd.services/platform/events', {
        method: 'POST',
        headers: { authorization: `Bearer ${key.secret}`, 'content-type': 'application/json' },
        body: '{}',
      });
      expect(response.headers.get('x-mock-decision')).toBe('expired_key');
    });

    test.each([
      ['key_limit_reached', (api: AnyMock) => twoKeys(api, 'pingback')],
      ['plan_required', async (api: AnyMock) => (await api.pingback.accounts.create({ plan: 'free' })).keys.create()],
      ['key_name_taken', (api: AnyMock) => twoKeys(api, 'rdstation')],
      ['action_not_allowed', async (api: AnyMock) => (await keyOf(api, 'rdstation')).delete()],
      ['secret_not_recoverable', async (api: AnyMock) => (await keyOf(api, 'zenvio')).reveal()],
      ['invalid_request', async (api: AnyMock) => (await api.zenvio.accounts.create()).keys.create({ scopes: ['nothing'] })],
      ['invalid_request', async (api: AnyMock) => api.pingback.accounts.create({ plan: 'gold' })],
    ])('that the rules forbid are refused with a KeyRuleError: %s', async (code, act) => {
      const error: unknown = await act(mock).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(KeyRuleError);
      expect(error).toMatchObject({ code });
      expect((error as Error).message.length).toBeGreaterThan(20);
    });
  });

  describe('accounts', () => {
    test('are listed by platform, and a downgrade does what the policy says', async () => {
      const account = await mock.pingback.accounts.create({ id: 'acc_escola', plan: 'pro' });
      const key = await account.keys.create();
      expect((await mock.pingback.accounts.list()).map(({ id }) => id)).toContain('acc_escola');
      await account.changePlan('free');
      expect(account.plan).toBe('free');
      expect(await account.keys.get(key.id)).toMatchObject({ status: 'disabled', disabledReason: 'plan_downgraded' });
    });

    test('that do not exist, or are of another platform, are no accounts', async () => {
      await expect(run(() => mock.pingback.accounts.get('acc_none'))).rejects.toThrow();
      await expect(run(() => mock.pingback.accounts.get('acc_zenvio_demo'))).rejects.toThrow('acc_zenvio_demo');
    });

    test('have rate limits and people of their own', async () => {
      const account = await mock.pingback.accounts.get('acc_pingback_pro');
      await account.limitRate('exhausted');
      expect((await contacts('chaveiro-pingback-active')).status).toBe(429);
      const token = await account.signIn('manager');
      const response = await mock.fetch('http://localhost/accounts/acc_pingback_pro', {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(200);
    });
  });

  describe('what arrived', () => {
    test('can be listed, filtered and counted', async () => {
      const key = await keyOf(mock, 'rdstation');
      for (const identifier of ['ebook', 'webinar']) await convert(key.secret, identifier);
      expect((await mock.rdstation.conversions.list()).map((row) => row.identifier)).toEqual(['ebook', 'webinar']);
      expect(await mock.rdstation.conversions.where({ identifier: 'ebook' })).toHaveLength(1);
      expect((await mock.rdstation.conversions.last())?.identifier).toBe('webinar');
      expect(await mock.rdstation.conversions.count()).toBe(2);
      expect(await mock.rdstation.leads.count()).toBeGreaterThan(0);
    });

    test('stands in the journal with its decision, and can be cleared', async () => {
      await contacts('chaveiro-pingback-active');
      const response = await contacts('chaveiro-pingback-disabled');
      expect((await mock.requests.list()).map(({ decision }) => decision)).toEqual(['disabled_key', 'allowed']);
      const [refused] = await mock.requests.where({ operationId: 'listContacts', status: 403 });
      expect(refused).toMatchObject({ keyId: 'key_pingback_disabled', accountId: 'acc_pingback_disabled' });
      const entry = await mock.requests.get(response.headers.get('x-mock-request-id') ?? '');
      expect(entry).toEqual(refused);
      expect(entry?.steps.find(({ outcome }) => outcome === 'refused')?.step).toBe('disabled');
      expect(entry?.at).toBe(Date.parse('2026-02-03T12:00:00.000Z'));
      expect(await mock.requests.last()).toEqual(refused);
      expect(await mock.requests.get('req_none')).toBeUndefined();
      await mock.requests.clear();
      expect(await mock.requests.list()).toEqual([]);
    });

    test('is all there, also where the rows of two accounts have the same ids', async () => {
      const alone = await mock.zenvio.messages.list();
      await mock.scenario('active', { platform: 'zenvio' });
      const both = await mock.zenvio.messages.list();
      expect(both).toHaveLength(2 * alone.length);
      expect(both).toHaveLength(await mock.zenvio.messages.count());
      expect(both.slice(alone.length).map(({ id }) => id)).toEqual(alone.map(({ id }) => id));
      expect(await mock.zenvio.messages.where({ id: alone[0]?.id ?? '' })).toHaveLength(2);
      expect(await mock.zenvio.messages.last()).toEqual(both.at(-1));
      expect(both[0], 'a row is as the platform keeps it').not.toHaveProperty('accountId');
    });

    test('by an instance, whose phone comes and goes', async () => {
      expect(await mock.zenvio.instances.connect('inst_antiga')).toMatchObject({ status: 'ACTIVE' });
      expect(await mock.zenvio.instances.where({ status: 'ACTIVE' })).toHaveLength(3);
      expect(await mock.zenvio.instances.disconnect('inst_antiga')).toMatchObject({ status: 'DISCONNECTED' });
      await expect(run(() => mock.zenvio.instances.connect('inst_none'))).rejects.toThrow();
    });

    test('by an instance of the account that is named, where several have one of its id', async () => {
      const { instances } = mock.zenvio;
      const { account } = await mock.scenario('active', { platform: 'zenvio' });
      const id = 'inst_restaurante_joao';
      const statuses = async () => (await instances.where({ id })).map(({ status }) => status);
      const ofScenario = { accountId: account.id };

      for (const act of [
        () => instances.disconnect(id),
        () => instances.connect(id),
        () => instances.receive(id, { from: '5511999998888', text: 'Olá!' }),
      ]) {
        await expect(run<unknown>(act)).rejects.toThrow(`acc_zenvio_demo, ${account.id}`);
      }
      expect(await statuses()).toEqual(['ACTIVE', 'ACTIVE']);

      expect(await instances.disconnect(id, ofScenario)).toMatchObject({ status: 'DISCONNECTED' });
      expect(await statuses()).toEqual(['ACTIVE', 'DISCONNECTED']);
      await instances.connect(id, ofScenario);
      await instances.disconnect(id, { accountId: 'acc_zenvio_demo' });
      expect(await statuses()).toEqual(['DISCONNECTED', 'ACTIVE']);
      await instances.receive(id, { from: '5511999998888', text: 'Olá!' }, ofScenario);
      await expect(run(() => instances.connect(id, { accountId: 'acc_none' }))).rejects.toThrow();
    });
  });

  describe('custom fields', () => {
    const field = { api_identifier: 'cf_porte', data_type: 'STRING', valid_options: ['Grande'] } as const;

    test('are defined for an account, listed, and heeded by the very next conversion', async () => {
      const account = await mock.rdstation.accounts.create();
      const { secret } = await account.keys.create({ name: 'CRM' });
      const defined = await mock.rdstation.customFields.define(account.id, field);
      expect(defined).toEqual({ ...field, id: defined.id });
      expect(await mock.rdstation.customFields.list()).toEqual([defined]);
      expect(await mock.rdstation.customFields.last()).toEqual(defined);
      await convert(secret, 'ebook', { cf_porte: 'Grande', cf_outro: 'x' });
      expect((await mock.rdstation.conversions.last())?.payload).toMatchObject({ cf_porte: 'Grande' });
      expect((await mock.rdstation.conversions.last())?.payload).not.toHaveProperty('cf_outro');
    });

    test('that cannot be, or of no account of RD Station’s, are refused', async () => {
      const wrong = { ...field, api_identifier: 'porte' };
      await expect(run(() => mock.rdstation.customFields.define('acc_rdstation_basic', wrong))).rejects.toThrow(KeyRuleError);
      for (const id of ['acc_none', 'acc_pingback_pro'])
        await expect(run(() => mock.rdstation.customFields.define(id, field))).rejects.toThrow();
      expect(await mock.rdstation.customFields.count()).toBe(0);
    });
  });

  test.each([
    ['https://connect.pingback.com/v2/contacts', 200, 'allowed'],
    ['http://localhost:3000/contacts', 200, 'allowed'],
    ['https://connect.pingback.com/contacts', 403, 'unknown_path'],
    ['https://connect.pingback.com/v3/contacts', 403, 'unknown_path'],
    ['https://connect.pingback.com/v2/whatsapp/instances', 403, 'unknown_path'],
    ['https://connect.pingback.com/__mock/state', 403, 'unknown_path'],
    ['https://connect.pingback.com/v2/__mock/state', 403, 'unknown_path'],
    ['https://connect.pingback.com/', 403, 'unknown_path'],
    ['https://connect.pingback.com/accounts', 403, 'unknown_path'],
    ['https://api.rd.services/contacts', 404, 'unknown_path'],
  ])('a request to %s reaches what is there and nothing else', async (url, status, decision) => {
    const response = await mock.fetch(url, { headers: { 'x-api-key': 'chaveiro-pingback-active', accept: 'text/html' } });
    expect([response.status, response.headers.get('x-mock-decision')]).toEqual([status, decision]);
    expect((await mock.requests.last())?.path, 'as it was sent').toBe(new URL(url).pathname);
  });

  describe('faults', () => {
    test('hit as often as they are to, and are listed with their hits', async () => {
      const fault = await mock.faults.add({ effect: { kind: 'status', status: 503 }, on: { platform: 'pingback' }, times: 1 });
      expect((await contacts('chaveiro-pingback-active')).status).toBe(503);
      expect((await contacts('chaveiro-pingback-active')).status).toBe(200);
      expect(await mock.faults.list()).toMatchObject([{ id: fault.id, hits: 1, left: 0 }]);
      expect(await mock.faults.remove(fault.id)).toBe(true);
      expect(await mock.faults.remove(fault.id)).toBe(false);
      await mock.faults.add({ effect: { kind: 'malformed' } });
      await mock.faults.clear();
      expect(await mock.faults.list()).toEqual([]);
    });

    test.each([
      [{ effect: { kind: 'malformed' as const }, probability: 2 }],
      [{ effect: { kind: 'malformed' as const }, times: 0 }],
      [{ effect: { kind: 'malformed' as const }, on: { operationId: 'listContact' } }],
      [{ effect: { kind: 'latency' as const, delay: 'soon' } }],
    ])('that cannot be are refused with a RangeError: %j', async (fault) => {
      await expect(run(() => mock.faults.add(fault))).rejects.toThrow(RangeError);
      expect(await mock.faults.list()).toEqual([]);
    });
  });

  test('webhooks are registered, delivered and removed', async () => {
    const hook = await mock.webhooks.register({
      platform: 'zenvio',
      url: 'http://localhost:9/hook',
      events: ['instance.connected'],
    });
    expect(hook.secret).toEqual(expect.any(String));
    expect(JSON.stringify(hook)).not.toContain(hook.secret);
    await mock.zenvio.instances.connect('inst_antiga');
    await mock.webhooks.settle();
    expect(await mock.webhooks.deliveries()).toMatchObject([
      { webhookId: hook.id, event: 'instance.connected', attempts: [{ status: null }] },
    ]);
    expect(await mock.webhooks.list()).toMatchObject([{ id: hook.id, events: ['instance.connected'] }]);
    expect(await mock.webhooks.remove(hook.id)).toBe(true);
    expect(await mock.webhooks.remove(hook.id)).toBe(false);
    await expect(run(() => mock.webhooks.register({ platform: 'zenvio', url: 'https://example.com/' }))).rejects.toThrow(
      'example.com',
    );
  });

  async function convert(secret: string, identifier: string, fields: object = {}): Promise<void> {
    const response = await mock.fetch(`https://api.rd.services/platform/conversions?api_key=${secret}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        event_type: 'CONVERSION',
        event_family: 'CDP',
        payload: { conversion_identifier: identifier, email: 'ana@exemplo.com.br', ...fields },
      }),
    });
    expect(response.status).toBe(200);
  }
});

async function keyOf(mock: AnyMock, platform: 'rdstation' | 'zenvio') {
  return (await mock[platform].accounts.create()).keys.create({ name: 'CRM' });
}

async function twoKeys(mock: AnyMock, platform: 'pingback' | 'rdstation') {
  const account = await mock[platform].accounts.create();
  await account.keys.create({ name: 'CRM' });
  return account.keys.create({ name: 'CRM' });
}
