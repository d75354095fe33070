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
      createOrder: 'POST /orders padariaKey orders:write',
      openHook: 'POST /hook',
    },
  });
});

test('a scheme that no client can send is refused', () => {
  expect(() => placementOf('basic', { type: 'http', scheme: 'basic' })).toThrow(
    'a key travels in a header, in the query or as a bearer token',
  );
});

test('an operation that takes one of several keys is refused: the SDK sends one kind', async () => {
  const document = structuredClone(await bundledFixture());
  const operation = document.paths['/orders']?.post;
  if (operation) operation.security = [{ padariaKey: [] }, { padariaToken: [] }];
  expect(() => operationTables(document)).toThrow('createOrder takes keys of several schemes');
});
