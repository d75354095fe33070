import { inspect } from 'node:util';
import { document } from '@chaveiro/openapi';
import { describe, expect, test } from 'vitest';
import { createMock, KeyRuleError, type Mock, type MockOptions } from './index.ts';

const frozen = (options: MockOptions = {}) => createMock({ now: '2026-02-03T12:00:00Z', ...options });

const listContacts = (mock: Mock, key: string) =>
  mock.fetch('https://connect.pingback.com/v2/contacts', { headers: { 'x-api-key': key } });

const convert = (mock: Mock, key: string, email: string) =>
  mock.fetch(`https://api.rd.services/platform/conversions?api_key=${key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ event_type: 'CONVERSION', event_family: 'CDP', payload: { conversion_identifier: 'e', email } }),
  });

const decisionOf = (response: Response) => response.headers.get('x-mock-decision');

describe('a mock', () => {
  test('with one seed and a frozen clock two runs give equal bytes', async () => {
    const run = async () => {
      const mock = frozen({ seed: 42 });
      const key = mock.rdstation.accounts.create().keys.create();
      const responses = [await convert(mock, key.secret, 'a@exemplo.com.br'), await convert(mock, 'nobody', 'a@exemplo.com.br')];
      return Promise.all(responses.map(async (response) => [key.secret, [...response.headers], await response.text()]));
    };
    expect(await run()).toEqual(await run());
  });

  test('two mocks share nothing', async () => {
    const [one, other] = [frozen(), frozen()];
    one.pingback.accounts.get('acc_pingback_pro').keys.list()[0]?.disable();
    expect(decisionOf(await listContacts(one, 'chaveiro-pingback-active'))).toBe('disabled_key');
    expect(decisionOf(await listContacts(other, 'chaveiro-pingback-active'))).toBe('allowed');
    expect(other.requests.list()).toHaveLength(1);
  });

  test('the life of a key holds from each next request on, and a rename keeps the secret', async () => {
    const mock = frozen();
    const account = mock.pingback.accounts.create({ plan: 'pro' });
    const key = account.keys.create({ name: 'CRM' });
    const seen: (string | null)[] = [];
    const look = async () => seen.push(decisionOf(await listContacts(mock, key.secret)));
    await look();
    key.rename('Loja');
    await look();
    key.disable();
    await look();
    key.enable();
    await look();
    account.changePlan('free');
    await look();
    account.changePlan('pro');
    await look();
    key.enable();
    await look();
    key.delete();
    await look();
    expect(seen).toEqual([
      'allowed',
      'allowed',
      'disabled_key',
      'allowed',
      'plan_not_allowed',
      'disabled_key',
      'allowed',
      'deleted_key',
    ]);
    expect([key.status, key.name, key.requests]).toEqual(['deleted', 'Loja', 8]);
  });

  test('a rule of the platform is an error with the console’s code', () => {
    const mock = frozen();
    const account = mock.rdstation.accounts.create();
    const keys = Array.from({ length: 5 }, () => account.keys.create());
    expect(() => account.keys.create()).toThrow(KeyRuleError);
    expect(() => account.keys.create()).toThrow(/5 keys.*never deleted.*rename and reuse/);
    expect(() => keys[0]?.delete()).toThrow(expect.objectContaining({ code: 'action_not_allowed' }) as Error);
    expect(() => mock.zenvio.accounts.create().keys.create().reveal()).toThrow(
      expect.objectContaining({ code: 'secret_not_recoverable' }) as Error,
    );
    expect(() => mock.pingback.accounts.create({ plan: 'free' }).keys.create({ name: 'x' })).toThrow(
      expect.objectContaining({ code: 'plan_required' }) as Error,
    );
  });

  test('reset brings back the zero-setup state, ids, journal and clock', async () => {
    const mock = frozen({ seed: 5 });
    const first = await convert(mock, 'chaveiro-rdstation-active', 'a@exemplo.com.br');
    const body = await first.text();
    mock.clock.advance('2d');
    mock.pingback.accounts.create();
    mock.reset();
    expect(mock.requests.list()).toEqual([]);
    expect(mock.clock.now()).toBe(Date.UTC(2026, 1, 3, 12));
    expect(mock.pingback.accounts.list()).toHaveLength(document['x-platforms'].pingback?.zeroSetup?.accounts.length ?? 0);
    expect(await (await convert(mock, 'chaveiro-rdstation-active', 'a@exemplo.com.br')).text()).toBe(body);
  });

  test('restoring a snapshot undoes what came after it', async () => {
    const mock = frozen();
    const before = mock.snapshot();
    const key = mock.pingback.accounts.get('acc_pingback_pro').keys.list()[0];
    key?.disable();
    mock.restore(before);
    expect(decisionOf(await listContacts(mock, 'chaveiro-pingback-active'))).toBe('allowed');
  });

  test('a chosen alternative answers its state, and the decision stays the same', async () => {
    const mock = frozen({ failures: { pingback: { missing_key: 'gateway_401' } } });
    const response = await mock.fetch('https://connect.pingback.com/v2/contacts');
    expect([response.status, await response.json(), decisionOf(response)]).toEqual([
      401,
      { message: 'Unauthorized' },
      'missing_key',
    ]);
  });

  test('an alternative that the document does not have is refused, with those that it has', () => {
    const failures = { pingback: { missing_key: 'gateway_402' } };
    const said = 'failures.pingback.missing_key: "gateway_402" is no other answer to missing_key; did you mean';
    expect(() => createMock({ failures })).toThrow(said);
    const mock = frozen();
    expect(() => mock.configure({ failures })).toThrow(said);
    expect(() => mock.session('other', { failures })).toThrow(said);
    expect(mock.sessions.list()).not.toContain('other');
  });

  test('a change arrives late when the platform lags', async () => {
    const mock = frozen({ propagationDelay: '1m' });
    const key = mock.pingback.accounts.create().keys.create({ name: 'k' });
    key.disable();
    expect(decisionOf(await listContacts(mock, key.secret))).toBe('allowed');
    mock.clock.advance('1m');
    expect(decisionOf(await listContacts(mock, key.secret))).toBe('disabled_key');
  });

  test('with limits on, the 121st conversion of one lead in a day is refused by name, and a day later it passes', async () => {
    const mock = frozen({ rateLimits: 'on' });
    const key = mock.rdstation.accounts.create({ plan: 'advanced' }).keys.create();
    for (let i = 0; i < 120; i++) expect((await convert(mock, key.secret, 'ana@exemplo.com.br')).status).toBe(200);
    const refused = await convert(mock, key.secret, 'Ana@exemplo.com.br');
    expect([refused.status, decisionOf(refused)]).toEqual([429, 'rate_limited_lead']);
    expect(await refused.json()).toEqual({
      error: "'lead_limiter' rate limit exceeded for 86400 second(s) period for key 'Ana@exemplo.com.br'",
      max: 120,
      usage: 121,
      remaining_time: 86400,
    });
    expect((await convert(mock, key.secret, 'bia@exemplo.com.br')).status).toBe(200);
    mock.clock.advance('24h');
    expect((await convert(mock, key.secret, 'ana@exemplo.com.br')).status).toBe(200);
  });

  test('with limits on, three calls at once break Pingback’s burst of two', async () => {
    const mock = frozen({ rateLimits: 'on' });
    const decisions = [];
    for (let i = 0; i < 3; i++) decisions.push(decisionOf(await listContacts(mock, 'chaveiro-pingback-active')));
    expect(decisions).toEqual(['allowed', 'allowed', 'rate_limited']);
    mock.clock.advance('200ms');
    expect(decisionOf(await listContacts(mock, 'chaveiro-pingback-active'))).toBe('allowed');
  });

  test('no secret stands in the journal, in inspect or in JSON', async () => {
    const mock = frozen();
    const keys = [
      mock.pingback.accounts.create().keys.create({ name: 'k' }),
      mock.rdstation.accounts.create().keys.create(),
      mock.zenvio.accounts.create().keys.create({ name: 'k' }),
    ];
    await listContacts(mock, keys[0]?.secret ?? '');
    await convert(mock, keys[1]?.secret ?? '', 'a@exemplo.com.br');
    await mock.fetch('https://api.zenvio.com/v1/whatsapp/instances', {
      headers: { authorization: `Bearer ${keys[2]?.secret ?? ''}` },
    });
    const shown = [
      inspect(keys, { depth: 9 }),
      JSON.stringify(keys),
      JSON.stringify(mock.requests.list()),
      inspect(mock.requests.list(), { depth: 9 }),
    ];
    for (const { secret } of keys) for (const text of shown) expect(text).not.toContain(secret);
    expect(JSON.stringify(mock.requests.list())).toContain('api_key=••••');
  });

  test('a snapshot holds no secret of a hashed key', () => {
    const mock = frozen();
    const { secret } = mock.zenvio.accounts.create().keys.create({ name: 'k' });
    expect(inspect(mock.snapshot(), { depth: 20, maxArrayLength: null, maxStringLength: null })).not.toContain(secret);
  });

  test('the decision of every request can be looked up with the steps that led to it', async () => {
    const mock = frozen();
    const response = await listContacts(mock, 'chaveiro-pingback-disabled');
    const entry = mock.requests.get(response.headers.get('x-mock-request-id') ?? '');
    expect(entry).toMatchObject({
      decision: 'disabled_key',
      status: 403,
      operationId: 'listContacts',
      accountId: 'acc_pingback_disabled',
    });
    expect(entry?.steps.at(-1)).toMatchObject({ step: 'disabled', outcome: 'refused', evidence: 'documented' });
  });

  test('a real host outside its base path, and a path of another platform, are unknown there', async () => {
    const mock = frozen();
    for (const url of [
      'https://connect.pingback.com/contacts',
      'https://connect.pingback.com/v2/whatsapp/messages',
      'https://api.rd.services/',
    ]) {
      expect(decisionOf(await mock.fetch(url)), url).toBe('unknown_path');
    }
  });

  test.each(['rdstation', 'zenvio'] as const)('a second %s key with one secret is refused', (platform) => {
    const { keys } = frozen()[platform].accounts.create();
    keys.create({ secret: 'the-very-same-secret' });
    expect(() => keys.create({ secret: 'the-very-same-secret' })).toThrow(/Another key has this secret/);
  });

  test('zero-setup credentials still work when a server has been up for a month', async () => {
    const mock = frozen();
    mock.clock.advance('31d');
    const send = (token: string) =>
      mock.fetch('https://api.rd.services/platform/events', { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    expect(decisionOf(await send('chaveiro-rdstation-token-active'))).toBe('missing_body');
    expect(decisionOf(await send('chaveiro-rdstation-token-expired'))).toBe('expired_key');
  });

  test('an impossible option is refused with advice', () => {
    expect(() => createMock({ now: 'tomorrow' })).toThrow(/is no instant.*2026-01-31/);
    expect(() => createMock({ propagationDelay: 'soon' })).toThrow(/is no duration/);
    expect(() => frozen().platform('acme')).toThrow(/no platform "acme".*pingback/);
  });
});

test('a snapshot put back sets the ids back too, and of two requests with one id the journal has the newer', async () => {
  const mock = createMock();
  const before = mock.snapshot();
  const first = await mock.fetch('http://localhost:4010/contacts');
  mock.restore(before);
  const second = await mock.fetch('http://localhost:4010/segments');
  const id = second.headers.get('x-mock-request-id') ?? '';
  expect(id).toBe(first.headers.get('x-mock-request-id'));
  expect(mock.requests.list().map(({ requestId, path }) => [requestId, path])).toEqual([[id, '/segments']]);
  expect(mock.requests.get(id)?.path).toBe('/segments');
});
