import { expect, test } from 'vitest';
import { bundledFixture } from './fixture/load.ts';
import { operationTables } from './operation-tables.ts';
import { placementOf } from './placement.ts';

test('each platform has a module of its own, so that the others can fall away', async () => {
  const modules = operationTables(await bundledFixture());
  expect([...modules.keys()]).toEqual([
    'sdk/src/generated/operations/operation-table.ts',
    'sdk/src/generated/operations/padaria.ts',
    'sdk/src/generated/operations/index.ts',
  ]);
  expect(modules.get('sdk/src/generated/operations/index.ts')).toContain("export { padaria } from './padaria.ts';");
});

test('an operation says which schemes open it, with their scopes', async () => {
  const modules = operationTables(await bundledFixture());
  const source = modules.get('sdk/src/generated/operations/padaria.ts') ?? '';
  const placement = JSON.parse(
    source.slice(source.indexOf('{', source.indexOf('export')), source.lastIndexOf('}') + 1),
  ) as unknown;
  expect(placement).toMatchObject({
    platform: 'padaria',
    server: 'https://api.padaria.example',
    schemes: { padariaKey: { in: 'query', name: 'chave' }, padariaToken: { in: 'bearer', name: 'authorization' } },
    operations: {
      createOrder: { on: 'POST /orders', security: [{ scheme: 'padariaKey', scopes: ['orders:write'] }] },
      openHook: { on: 'POST /hook', security: [] },
    },
  });
});

test('a scheme that no client can send is refused', () => {
  expect(() => placementOf('basic', { type: 'http', scheme: 'basic' })).toThrow(
    'a key travels in a header, in the query or as a bearer token',
  );
});
