import { beforeAll, describe, expect, test } from 'vitest';
import { authMatrix as published, type AuthMatrix } from '../auth-matrix.ts';
import { document as publishedDocument } from '../index.ts';
import { operationsOf, requirementsOf, type AuthState, type OpenApiDocument } from '../policy/index.ts';
import { canHappen } from '../policy/possible-states.ts';
import { authMatrixPage } from './auth-matrix-page.ts';
import { authMatrix } from './auth-matrix.ts';
import { bundledFixture } from './fixture/load.ts';

let fixture: OpenApiDocument;
let matrix: AuthMatrix;

beforeAll(async () => {
  fixture = await bundledFixture();
  matrix = authMatrix(fixture);
});

const cell = (id: string) => matrix.cells.find((candidate) => candidate.id === id);

test('a good key gets the success of a first request', () => {
  expect(cell('padariaKey/active/createOrder')).toMatchObject({
    keyId: 'key_active',
    expect: { status: 201, decision: 'allowed' },
  });
  expect(cell('padariaKey/active/createOrder')?.expect).not.toHaveProperty('body');
});

test('a query key stands in the path, a bearer token in its header', () => {
  expect(cell('padariaKey/disabled_key/listBreads')?.request).toEqual({
    method: 'GET',
    path: '/breads?oven=p%C3%A3o%20de%20queijo&chave=chaveiro-padaria-disabled',
    headers: {},
  });
  expect(cell('padariaToken/active/listTickets')?.request.headers).toEqual({ authorization: 'Bearer chaveiro-padaria-token' });
});

test('no key and an invented key belong to no account', () => {
  expect(cell('padariaKey/missing_key/cancelOrder')?.request.path).toBe('/orders/order_1');
  expect(cell('padariaKey/unknown_key/cancelOrder')?.request.path).toBe('/orders/order_1?chave=pad_chaveiro_unknown');
  expect(cell('padariaKey/unknown_key/cancelOrder')).not.toHaveProperty('account');
});

test('the missing scope is put into the body, and a key is chosen that lacks it', () => {
  expect(cell('padariaKey/scope_missing/createOrder')).toMatchObject({
    keyId: 'key_read',
    expect: { body: { message: 'Missing scope: orders:write', scope: 'orders:write' } },
  });
  expect(cell('padariaKey/scope_missing/cancelOrder')).toMatchObject({
    keyId: 'key_send',
    expect: { body: { message: 'Missing scope: orders:read', scope: 'orders:read' } },
  });
});

test('a value that only the server knows is named instead of compared', () => {
  expect(cell('padariaKey/rate_limited/listBreads')?.expect).toMatchObject({ body: { code: 'SLOW' }, varies: ['/usage'] });
});

test('the key of another scheme is refused in the words of the operation', () => {
  expect(cell('padariaKey/wrong_endpoint/listTickets')).toMatchObject({
    request: { path: '/tickets?chave=chaveiro-padaria-active' },
    expect: { status: 401, body: { code: 'KEY_ELSEWHERE' }, decision: 'wrong_endpoint' },
  });
});

test('what a fresh server cannot show is listed with the reason', () => {
  expect(matrix.needsSetup).toEqual([
    {
      scheme: 'padariaKey',
      state: 'rate_limited_lead',
      operationId: 'createOrder',
      reason: expect.stringContaining('limit') as string,
    },
  ]);
});

test('a locked key that opens the example instance shows nothing, and is listed', () => {
  const unlocked = structuredClone(fixture);
  const keys = unlocked['x-platforms']['padaria']?.zeroSetup?.accounts[0]?.keys ?? [];
  for (const key of keys) if (key.state === 'locked_to_instance') key.instances = ['oven_1'];
  const states = authMatrix(unlocked).needsSetup.map(({ state, operationId }) => `${state}/${operationId}`);
  expect(states).toContain('instance_not_allowed/createOrder');
  expect(states).toContain('instance_not_allowed/cancelOrder');
});

test('an operation that no fixed key opens is an error', () => {
  const locked = structuredClone(fixture);
  for (const account of locked['x-platforms']['padaria']?.zeroSetup?.accounts ?? []) account.keys = [];
  expect(() => authMatrix(locked)).toThrow('No zero-setup key of padariaKey is active');
});

test('the page names the operations of a state only where they differ', () => {
  const page = authMatrixPage(fixture, matrix);
  expect(page).toContain('| `missing_key` | 401 |');
  expect(page).toContain('| `scope_missing`<br>`createOrder`, `cancelOrder` | 403 |');
  expect(page).toContain('| `missing_key` | `terse` | 401 |');
});

describe.each([
  ['fixture', () => ({ document: fixture, matrix })],
  ['published document', () => ({ document: publishedDocument, matrix: published })],
])('the matrix of the %s', (_, load) => {
  test('has every state of every scheme for every operation that can have it', () => {
    const { document, matrix } = load();
    const present = new Set([
      ...matrix.cells.map(({ id }) => id),
      ...matrix.needsSetup.map(({ scheme, state, operationId }) => `${scheme}/${state}/${operationId}`),
    ]);
    const missing = Object.entries(document.components.securitySchemes).flatMap(
      ([scheme, { 'x-key-policy': policy, 'x-auth-failures': failures }]) =>
        operationsOf(document)
          .filter(
            (entry) => policy !== undefined && entry.platform === policy.platform && requirementsOf(entry.operation).length > 0,
          )
          .flatMap((entry) => {
            const own = requirementsOf(entry.operation).some((requirement) => requirement.scheme === scheme);
            const states = Object.keys(failures ?? {}).filter(
              (state) =>
                state !== 'wrong_endpoint' &&
                policy !== undefined &&
                canHappen(document, entry, scheme, policy.rateLimits, state as AuthState),
            );
            return (own ? ['active', ...states] : ['wrong_endpoint']).map(
              (state) => `${scheme}/${state}/${entry.operation.operationId}`,
            );
          })
          .filter((id) => !present.has(id)),
    );
    expect(missing).toEqual([]);
  });

  test('has no cell twice', () => {
    const ids = load().matrix.cells.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('leaves to a set-up only what counts by lead', () => {
    expect(new Set(load().matrix.needsSetup.map(({ state }) => state))).toEqual(new Set(['rate_limited_lead']));
  });
});
