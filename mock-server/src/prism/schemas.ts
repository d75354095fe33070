/** The schemas of a document as Prism is to see them: plain JSON Schema, copied only when asked for, references kept. */
import type { OpenApiDocument } from '@chaveiro/openapi/policy';
import { atLocalPointer, follow, isRecord, localPointer } from '../document/follow.ts';
import { isUsable, knownTypes } from './schema-keywords.ts';

/** Requests do not have what is read-only, answers not what is write-only. */
export type Side = 'request' | 'response';

/** Stands for a reference until Prism has done its own resolving, which would write every schema out in full. */
export const HELD_REFERENCE = 'x-chaveiro-reference';

type JsonObject = Record<string, unknown>;

const ONE = new Set(['additionalProperties', 'additionalItems', 'contains', 'else', 'if', 'not', 'propertyNames', 'then']);
const ONE_OR_LIST = new Set(['items', 'unevaluatedItems', 'unevaluatedProperties']);
const LISTS = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const MAPS = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
const ANNOTATIONS = new Set(['title', 'description', 'nullable', 'deprecated', 'readOnly', 'writeOnly', 'externalDocs', 'xml']);
const DATA = new Set(['const', 'default', 'enum', 'example', 'examples']);

export interface Schemas {
  /** A copy whose references are held, and the names of all schemas that they lead to. */
  copy(schema: unknown, side: Side): Copied;
  /** A copy with every reference written out, except where a schema would hold itself. */
  writtenOut(schema: unknown, side: Side): unknown;
  /** The copies of these names and of everything that they refer to. */
  bundle(names: Iterable<string>): Record<string, unknown>;
}

interface Copied {
  readonly schema: unknown;
  readonly names: ReadonlySet<string>;
}

interface Entry {
  readonly pointer: string;
  readonly side: Side;
  copied?: Copied;
}

/** Copies are shared between operations: a document of many megabytes is copied at most once, and only as far as it is used. */
export function createSchemas(document: OpenApiDocument): Schemas {
  const entries = new Map<string, Entry>();
  const legacy = document.openapi.startsWith('3.0');

  function copy(schema: unknown, side: Side): Copied {
    const names = new Set<string>();
    const refer = (pointer: string) => {
      const name = nameOf(pointer, side);
      names.add(name);
      // Copied when it is bundled: a chain of references may be longer than the stack is deep.
      if (!entries.has(name)) entries.set(name, { pointer, side });
      return { [HELD_REFERENCE]: name };
    };
    return { schema: copySchema(schema, side, refer), names };
  }

  function writtenOut(schema: unknown, side: Side, around: readonly string[] = []): unknown {
    return copySchema(schema, side, (pointer) =>
      around.includes(pointer) || around.length > 12
        ? {}
        : writtenOut(atLocalPointer(document, pointer) ?? {}, side, [...around, pointer]),
    );
  }

  function copySchema(schema: unknown, side: Side, refer: (pointer: string) => unknown): unknown {
    if (typeof schema === 'boolean') return schema;
    if (!isRecord(schema)) return {};
    const pointer = localPointer(schema);
    if (pointer !== undefined) return withSiblings(schema, refer(pointer));
    if ('$ref' in schema && typeof schema['$ref'] === 'string') return {};
    const inner = (value: unknown) => copySchema(value, side, refer);
    const alone = onlyPart(schema);
    if (alone !== undefined) return withSiblings(schema, inner(alone));
    const out: JsonObject = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === 'properties' && isRecord(value)) out[keyword] = mapValues(visible(value, side), inner);
      else if (MAPS.has(keyword)) {
        if (isRecord(value)) out[keyword] = mapValues(value, inner);
      } else if (LISTS.has(keyword)) {
        if (Array.isArray(value) && value.length > 0) out[keyword] = value.map(inner);
      } else if (ONE_OR_LIST.has(keyword)) out[keyword] = Array.isArray(value) ? value.map(inner) : inner(value);
      else if (ONE.has(keyword)) out[keyword] = inner(value);
      else if (DATA.has(keyword)) {
        if (isUsable(keyword, value)) out[keyword] = withoutReferences(value);
      } else if (isUsable(keyword, value)) out[keyword] = withoutReferences(value);
    }
    return normalised(out, schema, side);
  }

  /** A reference with something beside it: what OpenAPI 3.1 allows, and `nullable`, which people write in 3.0 too. */
  function withSiblings(schema: JsonObject, target: unknown): unknown {
    return legacy && schema['nullable'] === true ? { anyOf: [target, { type: 'null' }] } : target;
  }

  function normalised(out: JsonObject, schema: JsonObject, side: Side): JsonObject {
    const type = knownTypes(schema['type']);
    if (type === undefined) delete out['type'];
    else out['type'] = type;
    if (Array.isArray(out['required'])) {
      const hidden = isRecord(schema['properties']) ? hiddenNames(schema['properties'], side) : new Set<string>();
      out['required'] = (out['required'] as string[]).filter((name) => !hidden.has(name));
    }
    if (schema['example'] !== undefined && out['examples'] === undefined) out['examples'] = [out['example']];
    if (!Array.isArray(out['examples'])) delete out['examples'];
    return legacy ? fromOpenApi30(out, schema) : out;
  }

  function visible(properties: JsonObject, side: Side): JsonObject {
    const hidden = hiddenNames(properties, side);
    return Object.fromEntries(Object.entries(properties).filter(([name]) => !hidden.has(name)));
  }

  function hiddenNames(properties: JsonObject, side: Side): Set<string> {
    const mark = side === 'request' ? 'readOnly' : 'writeOnly';
    const hidden = Object.entries(properties).filter(([, property]) => {
      const target = follow(document, property);
      return (isRecord(property) && property[mark] === true) || (isRecord(target) && target[mark] === true);
    });
    return new Set(hidden.map(([name]) => name));
  }

  return {
    copy,
    writtenOut: (schema, side) => writtenOut(schema, side),
    bundle(names) {
      const bundle: Record<string, unknown> = {};
      const queue = [...names];
      for (const name of queue) {
        const entry = entries.get(name);
        if (!entry || Object.hasOwn(bundle, name)) continue;
        entry.copied ??= copy(atLocalPointer(document, entry.pointer) ?? {}, entry.side);
        bundle[name] = entry.copied.schema;
        queue.push(...entry.copied.names);
      }
      return bundle;
    },
  };
}

/** `allOf` with one part is how OpenAPI 3.0 puts a description beside a reference; Prism's sampler stumbles over it. */
function onlyPart(schema: JsonObject): unknown {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf) || allOf.length !== 1) return undefined;
  return Object.keys(rest).every((keyword) => ANNOTATIONS.has(keyword) || keyword.startsWith('x-'))
    ? (allOf[0] as unknown)
    : undefined;
}

/** OpenAPI 3.0 has words of its own for what JSON Schema says otherwise. */
function fromOpenApi30(out: JsonObject, schema: JsonObject): JsonObject {
  for (const [limit, exclusive] of [
    ['minimum', 'exclusiveMinimum'],
    ['maximum', 'exclusiveMaximum'],
  ] as const) {
    if (schema[exclusive] !== true || typeof out[limit] !== 'number') continue;
    out[exclusive] = out[limit];
    delete out[limit];
  }
  if (schema['nullable'] !== true) return out;
  delete out['nullable'];
  if (Array.isArray(out['enum']) && !out['enum'].includes(null)) out['enum'] = [...(out['enum'] as unknown[]), null];
  if (typeof out['type'] === 'string') return { ...out, type: [out['type'], 'null'] };
  if (Array.isArray(out['type'])) return { ...out, type: [...new Set([...(out['type'] as string[]), 'null'])] };
  return 'allOf' in out || 'oneOf' in out || 'anyOf' in out ? { anyOf: [out, { type: 'null' }] } : out;
}

/** Letters, digits and dots alone: the name stands in a JSON pointer that several libraries read, each in its own way. */
function nameOf(pointer: string, side: Side): string {
  const plain = pointer
    .replace(/^\/components\/schemas\//, '')
    .replaceAll(/[^A-Za-z0-9]/g, (character) => `.${character.charCodeAt(0).toString(16)}.`);
  return `${side}.${plain}`;
}

function mapValues(map: JsonObject, change: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, change(value)]));
}

/** Data that looks like a reference would be resolved as one. */
export function withoutReferences(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !mentionsReference(data)) return data;
  if (Array.isArray(data)) return data.map(withoutReferences);
  const kept = Object.entries(data).filter(([name]) => name !== '$ref');
  return Object.fromEntries(kept.map(([name, value]) => [name, withoutReferences(value)]));
}

function mentionsReference(data: object): boolean {
  return Object.entries(data).some(
    ([name, value]: [string, unknown]) =>
      name === '$ref' || (typeof value === 'object' && value !== null && mentionsReference(value)),
  );
}
