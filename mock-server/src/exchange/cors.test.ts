import { document } from '@chaveiro/openapi';
import { operationsOf } from '@chaveiro/openapi/policy';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveMock, type RunningMock } from '../http.ts';
import { createMock } from '../mock.ts';

const CONVERSIONS = '/platform/conversions';
const mock = createMock();
let running: RunningMock;
beforeAll(async () => void (running = await serveMock(mock, { port: 0 })));
afterAll(() => running.close());

const PREFLIGHT = {
  origin: 'https://loja.exemplo.com.br',
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type',
};

const call = (path: string, init: RequestInit = {}) =>
  fetch(running.url + path, { ...init, headers: { origin: PREFLIGHT.origin, ...(init.headers as Record<string, string>) } });

function corsIn(response: Response): string[] {
  return [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));
}

describe('conversions', () => {
  test('let a page ask, and say what it may send', async () => {
    const response = await call(`${CONVERSIONS}?api_key=chaveiro-rdstation-active`, { method: 'OPTIONS', headers: PREFLIGHT });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type, accept',
      'x-mock-decision': 'preflight',
    });
  });

  test('let a page read every answer, errors too', async () => {
    const json = { 'content-type': 'application/json' };
    const key = '?api_key=chaveiro-rdstation-active';
    const body = JSON.stringify({
      event_type: 'CONVERSION',
      event_family: 'CDP',
      payload: { conversion_identifier: 'x', email: 'ana@exemplo.com.br' },
    });
    const answers = [
      await call(CONVERSIONS + key, { method: 'POST', headers: json, body }),
      await call(CONVERSIONS + key, { method: 'POST', headers: json, body: '{}' }),
      await call(CONVERSIONS + key, { method: 'POST', headers: json, body: '{' }),
      await call(CONVERSIONS + key, { method: 'POST', headers: { 'content-type': 'text/plain' }, body }),
      await call(CONVERSIONS + key, { method: 'POST', headers: json, body: `"${'x'.repeat(200_001)}"` }),
      await call(CONVERSIONS, { method: 'POST', headers: json, body }),
      await call(`${CONVERSIONS}?api_key=chaveiro-rdstation-rate-limited`, { method: 'POST', headers: json, body }),
      await call(`${CONVERSIONS}${key}&utm=${'x'.repeat(8_200)}`, { method: 'POST', headers: json, body }),
      await call(CONVERSIONS + key, { method: 'GET' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 400, 415, 413, 401, 429, 414, 405]);
    for (const answer of answers) expect(answer.headers.get('access-control-allow-origin'), String(answer.status)).toBe('*');
  });

  test('let a page read an injected fault', async () => {
    const fault = mock.faults.add({ effect: { kind: 'status', status: 503 }, on: { operationId: 'createConversion' } });
    const response = await call(CONVERSIONS, { method: 'POST' });
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([503, '*']);
    mock.faults.remove(fault.id);
  });
});

describe('every other operation of the platforms', () => {
  const others = operationsOf(document).filter(
    ({ platform, operation }) => document['x-platforms'][platform]?.server && operation.operationId !== 'createConversion',
  );

  test.each(others.map((entry) => [entry.operation.operationId, entry] as const))(
    '%s takes OPTIONS as a wrong method and says nothing to pages',
    async (_, { path, method }) => {
      const url = path.replaceAll(/\{\w+\}/g, 'x');
      const preflight = await call(url, { method: 'OPTIONS', headers: PREFLIGHT });
      expect(preflight.headers.get('x-mock-decision')).toBe('method_not_allowed');
      expect(corsIn(preflight)).toEqual([]);
      expect(corsIn(await call(url, { method: method.toUpperCase() }))).toEqual([]);
    },
  );
});

test('a preflight is in the journal, and is no conversion', () => {
  expect(mock.requests.where({ decision: 'preflight' })).toMatchObject([
    { method: 'OPTIONS', platform: 'rdstation', operationId: null, status: 204, path: `${CONVERSIONS}?api_key=••••` },
  ]);
});
