/** What doc readers try: every operation's own example works on a fresh mock. */
import { document } from '@chaveiro/openapi';
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import { operationsOf } from '@chaveiro/openapi/policy';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeViolations } from './exchanges.ts';
import { transports, type Transport } from './transports.ts';
import { exampleRequestOf } from './example-request.ts';

let transport: Transport;
beforeAll(async () => {
  transport = await transports.http!();
});
beforeEach(() => transport.mock.reset());
afterAll(() => transport.close());

describe('the example request of', () => {
  test.each(operationsOf(document).map((entry) => [entry.operation.operationId, entry] as const))(
    '%s succeeds',
    async (_, entry) => {
      const request = exampleRequestOf(document, entry);
      // A decision can be looked up for a request that was made, and a fresh mock has seen none.
      if (entry.operation.operationId === 'getMockDecision') {
        const earlier = await transport.send('pingback', { method: 'GET', path: '/contacts' });
        request.path = `/__mock/decisions/${earlier.headers.get('x-mock-request-id') ?? ''}`;
      }
      const response = await transport.send(entry.platform, request);
      expect(response.status, await response.clone().text()).toBeLessThan(300);
      expect(Object.keys(entry.operation.responses)).toContain(String(response.status));
    },
  );

  test('no operation breaks the document in its answer', () => {
    const { checked, violations } = takeViolations();
    expect(violations).toEqual([]);
    expect(checked).toBe(operationsOf(document).length + 1);
  });
});

test('the matrix has an active cell for every operation that takes a key', () => {
  const active = new Set(authMatrix.cells.filter((cell) => cell.state === 'active').map((cell) => cell.operationId));
  for (const { operation } of operationsOf(document)) {
    const takesKey = (operation.security ?? []).some((requirement) =>
      Object.keys(requirement).some((name) => name !== 'consoleSession'),
    );
    expect(active.has(operation.operationId), operation.operationId).toBe(takesKey);
  }
});
