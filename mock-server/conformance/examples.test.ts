/** What doc readers try: every operation's own example works on a fresh mock. */
import { document } from '@chaveiro/openapi';
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import { operationsOf, requirementsOf } from '@chaveiro/openapi/policy';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeViolations } from './exchanges.ts';
import { transports, type Transport } from './transports.ts';
import { exampleRequestOf } from './example-request.ts';

/** What has to be there first, for operations about something that a fresh mock has not; each returns the path to it. */
const PREPARED: Readonly<Record<string, () => Promise<string>>> = {
  getMockDecision: async () => {
    const earlier = await transport.send('pingback', { method: 'GET', path: '/contacts' });
    return `/__mock/decisions/${earlier.headers.get('x-mock-request-id') ?? ''}`;
  },
  dropMockSession: () => Promise.resolve(`/__mock/sessions/${transport.mock.session('to-be-dropped').name}`),
  removeMockFault: async () => `/__mock/faults/${await made('/__mock/faults', { effect: { kind: 'malformed' } })}`,
  restoreMockSnapshot: async () => `/__mock/snapshots/${await made('/__mock/snapshots')}/restore`,
  deleteMockSnapshot: async () => `/__mock/snapshots/${await made('/__mock/snapshots')}`,
  removeMockWebhook: async () =>
    `/__mock/webhooks/${await made('/__mock/webhooks', { platform: 'zenvio', url: 'http://localhost:9/' })}`,
};

/** Makes something through the controls, unseen by Prism, and returns its id. */
async function made(path: string, body?: object): Promise<string> {
  const response = await transport.mock.fetch(`http://localhost${path}`, {
    method: 'POST',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return ((await response.json()) as { id: string }).id;
}

/** A stream has no end that could be waited for; events.test.ts reads it. */
const answered = operationsOf(document).filter(({ operation }) => operation.operationId !== 'streamMockEvents');

let transport: Transport;
beforeAll(async () => {
  transport = await transports.http!();
});
beforeEach(() => transport.mock.reset());
afterAll(() => transport.close());

describe('the example request of', () => {
  test.each(answered.map((entry) => [entry.operation.operationId, entry] as const))('%s succeeds', async (_, entry) => {
    const request = exampleRequestOf(document, entry);
    const prepare = PREPARED[entry.operation.operationId];
    if (prepare) request.path = await prepare();
    const response = await transport.send(entry.platform, request);
    expect(response.status, await response.clone().text()).toBeLessThan(300);
    expect(Object.keys(entry.operation.responses)).toContain(String(response.status));
  });

  test('no operation breaks the document in its answer', () => {
    const { checked, violations } = takeViolations();
    expect(violations).toEqual([]);
    // Also the request that the decision is about.
    expect(checked).toBe(answered.length + 1);
  });
});

test('the matrix has an active cell for every operation that takes a key', () => {
  const active = new Set(authMatrix.cells.filter((cell) => cell.state === 'active').map((cell) => cell.operationId));
  for (const { operation } of operationsOf(document)) {
    const takesKey = requirementsOf(operation).some(({ scheme }) => scheme !== 'consoleSession');
    expect(active.has(operation.operationId), operation.operationId).toBe(takesKey);
  }
});
