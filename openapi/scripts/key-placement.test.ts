import { expect, test } from 'vitest';
import { bundledFixture } from './fixture/load.ts';
import { keyPlacementModules } from './key-placement.ts';
import { placementOf } from './placement.ts';

test('each platform has a module of its own, so that the others can fall away', async () => {
  const modules = keyPlacementModules(await bundledFixture());
  expect([...modules.keys()]).toEqual([
    'sdk/src/generated/key-placement/placement.ts',
    'sdk/src/generated/key-placement/padaria.ts',
    'sdk/src/generated/key-placement/index.ts',
  ]);
  expect(modules.get('sdk/src/generated/key-placement/index.ts')).toContain("export { padaria } from './padaria.ts';");
});

test('an operation says which schemes open it, with their scopes', async () => {
  const modules = keyPlacementModules(await bundledFixture());
  const source = modules.get('sdk/src/generated/key-placement/padaria.ts') ?? '';
  const placement = JSON.parse(
    source.slice(source.indexOf('{', source.indexOf('export')), source.lastIndexOf('}') + 1),
  ) as unknown;
  expect(placement).toMatchObject({
    platform: 'padaria',
    server: 'https://api.padaria.example',
    schemes: { padariaKey: { in: 'query', name: 'chave' }, padariaToken: { in: 'bearer', name: 'authorization' } },
    operations: {
      'POST /orders': { operationId: 'createOrder', security: [{ scheme: 'padariaKey', scopes: ['orders:write'] }] },
      'POST /hook': { operationId: 'openHook', security: [] },
    },
  });
});

test('a scheme that no client can send is refused', () => {
  expect(() => placementOf('basic', { type: 'http', scheme: 'basic' })).toThrow(
    'a key travels in a header, in the query or as a bearer token',
  );
});
