/** Values that a schema of the document describes, at its edges and just beyond them. */
import { resolve, type JsonSchema, type OpenApiDocument } from '@chaveiro/openapi/policy';
import { text, treeOf, type Tree } from './json-tree.ts';
import type { Random } from './random.ts';

const DEEPEST = 6;

const WORDS: Readonly<Record<string, readonly string[]>> = {
  email: ['ana@exemplo.com.br', 'a@b', '@', 'ana@@exemplo', '"a b"@exemplo.com', `${'a'.repeat(300)}@exemplo.com`],
  uri: [
    'http://localhost:9/',
    'http://',
    'javascript:alert(1)',
    'http://[::1',
    'https://user:pass@localhost/',
    'file:///etc/passwd',
  ],
  'date-time': [
    '2026-01-31T12:00:00Z',
    '2026-02-30T25:61:61Z',
    '+275760-09-13T00:00:00Z',
    '2026-01-31',
    '9999-12-31T23:59:59.999Z',
  ],
  date: ['2026-01-31', '2026-13-45', '0000-00-00'],
  uuid: ['00000000-0000-4000-8000-000000000000', 'not-a-uuid', '00000000000040008000000000000000'],
};
const TEXTS = ['', 'x', 'Ação', ' ', '0', 'null', '1s', '99999999999999999999d', '10', 'chaveiro', '__proto__', '\u0000', '👩‍👩‍👧'];

/** The schema at a path of member names (`*`: any item); the first that any branch has. */
export function schemaAt(
  document: OpenApiDocument,
  schema: JsonSchema | undefined,
  path: readonly string[],
): JsonSchema | undefined {
  const whole = schema && resolve<JsonSchema>(document, schema);
  const [name, ...rest] = path;
  if (!whole || name === undefined) return whole;
  const inner = name === '*' ? whole['items'] : (whole['properties'] as Record<string, JsonSchema> | undefined)?.[name];
  if (inner) return schemaAt(document, inner as JsonSchema, rest);
  for (const branch of branchesOf(whole)) {
    const found = schemaAt(document, branch, path);
    if (found) return found;
  }
  return undefined;
}

/** Mostly what fits; now and then one step beyond an edge. */
export function valueFor(document: OpenApiDocument, given: JsonSchema | undefined, random: Random, depth = 0): Tree {
  const schema = given && resolve<JsonSchema>(document, given);
  if (!schema || depth > DEEPEST) return text(random.pick(TEXTS));
  if (Array.isArray(schema['enum'])) return text(random.chance(0.9) ? random.pick(schema['enum'] as unknown[]) : 'nenhum');
  if ('const' in schema) return text(random.chance(0.9) ? schema['const'] : 'outro');
  const branches = branchesOf(schema);
  if (branches.length > 0 && !schema['properties']) return valueFor(document, random.pick(branches), random, depth + 1);
  const types = [schema['type'] ?? (schema['properties'] ? 'object' : 'string')].flat() as string[];
  switch (random.pick(types)) {
    case 'object':
      return objectFor(document, schema, random, depth);
    case 'array':
      return arrayFor(document, schema, random, depth);
    case 'integer':
    case 'number':
      return numberFor(schema, random);
    case 'boolean':
      return text(random.chance(0.5));
    case 'null':
      return text(null);
    default:
      return stringFor(schema, random);
  }
}

function branchesOf(schema: JsonSchema): JsonSchema[] {
  return ['oneOf', 'anyOf', 'allOf'].flatMap((word) => (schema[word] ?? []) as JsonSchema[]);
}

function objectFor(document: OpenApiDocument, schema: JsonSchema, random: Random, depth: number): Tree {
  const required = new Set((schema['required'] ?? []) as string[]);
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  const taken = properties.filter(([name]) => random.chance(required.has(name) ? 0.95 : 0.35));
  const members = taken.map(([name, inner]): [string, Tree] => [name, valueFor(document, inner, random, depth + 1)]);
  for (const branch of branchesOf(schema).slice(0, 1 + random.below(3))) {
    const more = valueFor(document, branch, random, depth + 1);
    if (more.kind === 'object') members.push(...more.members);
  }
  const others = schema['additionalProperties'];
  if (typeof others === 'object' && others !== null && random.chance(0.7))
    members.push([
      random.pick(['campo', 'cf_nome', '__proto__', '']),
      valueFor(document, others as JsonSchema, random, depth + 1),
    ]);
  return { kind: 'object', members };
}

function arrayFor(document: OpenApiDocument, schema: JsonSchema, random: Random, depth: number): Tree {
  const least = Number(schema['minItems'] ?? 0);
  const most = Math.min(Number(schema['maxItems'] ?? 4), 200);
  const count = random.pick([least, least, Math.max(0, least - 1), 1, 2, most, most + 1]);
  const items = Array.from({ length: count }, () => valueFor(document, schema['items'] as JsonSchema, random, depth + 1));
  return { kind: 'array', items: schema['uniqueItems'] === true && random.chance(0.3) ? [...items, ...items] : items };
}

function numberFor(schema: JsonSchema, random: Random): Tree {
  const least = Number(schema['minimum'] ?? 0);
  const most = Number(schema['maximum'] ?? 1000);
  return text(random.pick([least, most, 1, 2, (least + most) / 2, least - 1, most + 1, 0.5]));
}

function stringFor(schema: JsonSchema, random: Random): Tree {
  const known = WORDS[String(schema['format'])];
  if (known) return text(random.pick(random.chance(0.6) ? known.slice(0, 1) : known));
  const examples = [schema['example'] ?? schema['examples'] ?? schema['default'] ?? []].flat();
  if (examples.length > 0 && random.chance(0.6)) return treeOf(random.pick(examples));
  const least = Number(schema['minLength'] ?? 0);
  const most = Math.min(Number(schema['maxLength'] ?? 40), 20_000);
  const length = random.pick([undefined, undefined, least, most, most + 1, Math.max(0, least - 1)]);
  return text(length === undefined ? random.pick(TEXTS) : 'á'.repeat(length));
}
