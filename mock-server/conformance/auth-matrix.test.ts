/** The document's auth matrix, cell by cell, on every transport: what it promises is what comes. */
import { authMatrix } from '@chaveiro/openapi/auth-matrix';
import { pointerSteps } from '@chaveiro/openapi/policy';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeViolations } from './exchanges.ts';
import { transports, type Transport } from './transports.ts';

type Cell = (typeof authMatrix)['cells'][number];

/** What must not differ between transports. */
async function seen(response: Response) {
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => name.startsWith('x-mock') || name === 'content-type'),
  );
  return { status: response.status, headers, bytes: await response.text() };
}

/** The bytes with those values blanked that differ from answer to answer, such as a request id. */
function withoutVarying(bytes: string, cell: Cell): string {
  const body = JSON.parse(bytes) as unknown;
  for (const pointer of cell.expect.varies ?? []) {
    const steps = pointerSteps(pointer);
    const last = steps.pop() ?? '';
    const parent = steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], body) as Record<
      string,
      unknown
    >;
    expect(typeof parent[last], pointer).not.toBe('undefined');
    parent[last] = 'varies';
  }
  return JSON.stringify(body);
}

const answers = new Map<string, Map<string, unknown>>();

describe.each(Object.keys(transports))('auth matrix over %s', (name) => {
  let transport: Transport;
  beforeAll(async () => {
    transport = await transports[name]!();
  });
  beforeEach(() => transport.mock.reset());
  afterAll(() => transport.close());

  test.each(authMatrix.cells.map((cell) => [cell.id, cell] as const))('%s', async (id, cell: Cell) => {
    const response = await transport.send(cell.platform, cell.request);
    const answer = await seen(response);
    expect(answer.headers['x-mock-decision'], answer.bytes).toBe(cell.expect.decision);
    expect(answer.status, answer.bytes).toBe(cell.expect.status);
    if (cell.expect.decision !== 'allowed') {
      expect(withoutVarying(answer.bytes, cell)).toBe(withoutVarying(JSON.stringify(cell.expect.body), cell));
      expect(answer.headers['x-mock-evidence']).toBe(cell.expect.evidence);
    }
    const byTransport = answers.get(id) ?? new Map<string, unknown>();
    answers.set(id, byTransport.set(name, answer));
  });
});

describe('auth matrix', () => {
  test('every cell gives equal bytes on every transport', () => {
    expect(answers.size).toBe(authMatrix.cells.length);
    for (const [id, byTransport] of answers) {
      const [first, ...others] = [...byTransport.values()];
      expect(byTransport.size, id).toBe(Object.keys(transports).length);
      for (const other of others) expect(other, id).toEqual(first);
    }
  });

  test('Prism finds no violation in any answer that went over HTTP', () => {
    const { checked, violations } = takeViolations();
    expect(violations).toEqual([]);
    expect(checked).toBe(authMatrix.cells.length);
  });
});
