import { beforeEach, describe, expect, test } from 'vitest';
import { createMock, type Mock } from '../../mock.ts';
import { exampleBody } from '../test-client.ts';
import { conversion } from './test-client.ts';

const NOW = '2026-11-20T12:00:00.000Z';

let mock: Mock;
let sent: number;
beforeEach(() => {
  mock = createMock({ now: NOW, rateLimits: 'on' });
  sent = 0;
});

/** Each about another lead, so that the account's limit alone counts. */
const body = (email = `lead-${sent++}@exemplo.com.br`) => JSON.stringify(conversion({ conversion_identifier: 'x', email }));

function convert(key: string, email?: string): Promise<Response> {
  return mock.fetch(`https://api.rd.services/platform/conversions?api_key=${key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body(email),
  });
}

function postEvent(token: string, email?: string): Promise<Response> {
  return mock.fetch('https://api.rd.services/platform/events', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: body(email),
  });
}

function accountOn(plan: string) {
  const account = mock.rdstation.accounts.create({ plan });
  return {
    account,
    key: account.keys.create().secret,
    token: account.keys.create({ scheme: 'rdstationOAuth' }).secret,
  };
}

/** How many of `count` requests pass. */
async function passing(count: number, request: () => Promise<Response>): Promise<number> {
  let passed = 0;
  for (let i = 0; i < count; i++) if ((await request()).status === 200) passed += 1;
  return passed;
}

describe('the account’s limit', () => {
  test.each([
    ['light', 120],
    ['basic', 120],
    ['pro', 120],
    ['advanced', 500],
  ])('on the plan %s is %i a minute', async (plan, limit) => {
    const { key } = accountOn(plan);
    expect(await passing(limit + 5, () => convert(key))).toBe(limit);
  });

  test('is answered in the gateway’s words, with its headers', async () => {
    const { key } = accountOn('basic');
    await passing(120, () => convert(key));
    mock.clock.advance('18s');
    const refused = await convert(key);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-mock-decision')).toBe('rate_limited');
    expect(refused.headers.get('ratelimit-limit-quotas')).toBe('120');
    expect(refused.headers.get('retry-after-quotas')).toBe('42');
    expect(await refused.json()).toEqual(exampleBody('createConversion', 429, 'rate_limited'));
  });

  test('opens again after a minute of the session’s clock', async () => {
    const { key } = accountOn('basic');
    await passing(120, () => convert(key));
    mock.clock.advance('59s');
    expect((await convert(key)).status).toBe(429);
    mock.clock.advance('1s');
    expect(await passing(121, () => convert(key))).toBe(120);
  });

  test('is shared by all keys and tokens of the account, and by no other account', async () => {
    const { account, key, token } = accountOn('basic');
    const second = account.keys.create({ name: 'Segunda' }).secret;
    expect(await passing(50, () => convert(key))).toBe(50);
    expect(await passing(50, () => postEvent(token))).toBe(50);
    expect(await passing(50, () => convert(second))).toBe(20);
    expect((await postEvent(token)).status).toBe(429);
    expect((await convert(accountOn('basic').key)).status).toBe(200);
  });

  test('counts a batch as one request', async () => {
    const { token } = accountOn('basic');
    const batch = () =>
      mock.fetch('https://api.rd.services/platform/events/batch', {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: `[${body()},${body()},${body()}]`,
      });
    expect(await passing(125, batch)).toBe(120);
  });
});

describe('a lead’s limit', () => {
  const LEAD = 'ana.souza@exemplo.com.br';
  const perMinute = async (count: number, request: () => Promise<Response>) => {
    const passed = await passing(count, request);
    mock.clock.advance('1m');
    return passed;
  };

  test('is 120 in 24 hours, and told in the limiter’s words', async () => {
    const { key } = accountOn('basic');
    expect(await perMinute(120, () => convert(key, LEAD))).toBe(120);
    mock.clock.advance('12h');
    const refused = await convert(key, LEAD.toUpperCase());
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-mock-decision')).toBe('rate_limited_lead');
    expect(refused.headers.has('ratelimit-limit-quotas')).toBe(false);
    expect(await refused.json()).toEqual({
      error: `'lead_limiter' rate limit exceeded for 86400 second(s) period for key '${LEAD.toUpperCase()}'`,
      max: 120,
      usage: 121,
      remaining_time: 12 * 3600 - 60,
    });
    expect((await convert(key, 'bruno.lima@exemplo.com.br')).status).toBe(200);
    mock.clock.advance('12h');
    expect((await convert(key, LEAD)).status).toBe(200);
  });

  test('counts what comes by key and by token together', async () => {
    const { key, token } = accountOn('basic');
    expect(await perMinute(70, () => convert(key, LEAD))).toBe(70);
    expect(await perMinute(70, () => postEvent(token, LEAD))).toBe(50);
  });
});

describe('switching', () => {
  test('limits are off until they are switched on', async () => {
    mock = createMock({ now: NOW });
    const { key } = accountOn('basic');
    expect(await passing(150, () => convert(key))).toBe(150);
    mock.configure({ rateLimits: 'on' });
    expect(await passing(150, () => convert(key))).toBe(120);
  });

  test('one account can be limited alone, or left out', async () => {
    mock = createMock({ now: NOW });
    const { account, key } = accountOn('basic');
    account.limitRate('on');
    expect(await passing(121, () => convert(key))).toBe(120);
    expect(await passing(121, () => convert(accountOn('basic').key))).toBe(1 * 121);
    account.limitRate('off');
    expect((await convert(key)).status).toBe(200);
  });

  test('a reset fills every quota up', async () => {
    const key = 'chaveiro-rdstation-active';
    await passing(120, () => convert(key));
    expect((await convert(key)).status).toBe(429);
    mock.reset();
    expect((await convert(key)).status).toBe(200);
  });
});
