import { beforeAll, expect, test } from 'vitest';
import type { OpenApiDocument } from '../policy/index.ts';
import { changed, put } from './fixture/change.ts';
import { bundledFixture, withEditedFixture } from './fixture/load.ts';
import { generatedFiles } from './generate.ts';
import { documentSchemas } from './schemas.ts';
import { zodModules } from './zod-modules.ts';

let fixture: OpenApiDocument;

beforeAll(async () => {
  fixture = await bundledFixture();
});

function modulesOf(document: OpenApiDocument) {
  const files = zodModules(document, documentSchemas(document));
  const source = (folder: string, platform = 'padaria') =>
    (files.get(`sdk/src/generated/${folder}/${platform}.ts`) ?? '').replaceAll('/* @__PURE__ */ ', '');
  return { files, source };
}

test('a platform gets its schemas and its table', () => {
  expect([...modulesOf(fixture).files.keys()]).toEqual([
    'sdk/src/generated/schemas/padaria.ts',
    'sdk/src/generated/shapes/padaria.ts',
  ]);
});

test('components stand under their own names, operations under what they take and answer', () => {
  const schemas = modulesOf(fixture).source('schemas');
  expect(schemas).toContain('export const padariaOrder = s.object({ "id": s.string(), "bread": padariaBread });');
  expect(schemas).toMatch(/export const createOrderResponse: typeof padariaOrder = padariaOrder;/);
  expect(schemas).toMatch(
    /export const createOrderResponses: \{ .*readonly 201: typeof padariaOrder;.* \} = \{ .*201: padariaOrder, /,
  );
  expect(schemas).not.toContain('openHook');
  expect(schemas.indexOf('const padariaBread')).toBeLessThan(schemas.indexOf('const padariaOrder'));
});

test('a schema that refers to itself says its type, and refers later', () => {
  const { source } = modulesOf(fixture);
  expect(source('schemas')).toMatch(
    /export const padariaBread: s\.SchemaFor<SchemaOf<'PadariaBread'>> = .*"pairsWith": s\.optional\(s\.later\(\(\) => padariaBread\)\)/,
  );
  expect(source('shapes')).toMatch(/\* (\d+) PadariaBread \*\/ \{ .*"pairsWith\?": \1 \}/);
});

test('every call is marked for bundlers as free of side effects', () => {
  const all = modulesOf(fixture).files.get('sdk/src/generated/schemas/padaria.ts') ?? '';
  const calls = all.match(/s\.\w+\(/g) ?? [];
  expect(calls.length).toBeGreaterThan(10);
  expect(all.match(/\/\* @__PURE__ \*\/ s\.\w+\(/g)).toHaveLength(calls.length);
});

test('a body without a name that several operations answer is written once', () => {
  const either = { anyOf: [{ $ref: '#/components/schemas/PadariaError' }, { type: 'string' }] };
  const json = { description: 'Either.', content: { 'application/json': { schema: either } } };
  const document = changed(
    fixture,
    put(['paths', '/breads', 'get', 'responses', '418'], json),
    put(['paths', '/orders', 'post', 'responses', '418'], json),
  );
  const { source } = modulesOf(document);
  expect(source('schemas').match(/s\.union\(\[padariaError, s\.string\(\)\]\)/g)).toHaveLength(1);
  expect(source('shapes').match(/\['any', \d+, "string"\]/g)).toHaveLength(1);
});

test('a component of two platforms is written by the first, and lent to the second', () => {
  const document = structuredClone(fixture);
  const [platform] = Object.values(document['x-platforms']);
  if (!platform) throw new Error('The fixture has a platform.');
  document['x-platforms']['mercado'] = { ...platform, tag: 'Mercado' };
  const breads = document.paths['/breads'];
  document.paths['/prices'] = {
    get: { ...breads?.get, operationId: 'listPrices', tags: ['Mercado'], responses: breads?.get?.responses ?? {} },
  };
  const { source } = modulesOf(document);
  expect(source('schemas')).toContain('export const padariaError = ');
  expect(source('schemas', 'mercado')).toContain("import { padariaError } from './padaria.ts';");
  expect(source('schemas', 'mercado')).not.toContain('export const padariaError');
  expect(source('shapes', 'mercado')).toContain('PadariaError */');
});

test('what nothing would check stops the generation, with its file and line', async () => {
  const broken = withEditedFixture(
    [{ file: 'padaria/parts.yaml', from: 'maxLength: 20,', to: 'maxLength: 20, contentEncoding: base64,' }],
    (folder) => generatedFiles(`${folder}/openapi.yaml`, folder),
  );
  await expect(broken).rejects.toMatchObject({
    problems: [
      'padaria/parts.yaml:5 components.schemas.PadariaBread.properties.name.contentEncoding: nothing checks this keyword here',
    ],
  });
});

test('a range of statuses is refused: nothing would check it', () => {
  const responses = fixture.paths['/breads']?.get?.responses ?? {};
  const document = changed(fixture, put(['paths', '/breads', 'get', 'responses', '4XX'], responses['401']));
  expect(() => modulesOf(document)).toThrow('paths./breads.get.responses.4XX: nothing checks a range of statuses');
});
