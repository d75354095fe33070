/** The smallest body that a schema describes and that still says something: for answers that a document shapes but does not show. */
import { follow, isRecord } from './follow.ts';

export interface SampleWords {
  /** Goes where a person is meant to read. */
  readonly message: string;
  /** Goes where a program is meant to read it. */
  readonly code: string;
  readonly status: number;
}

type JsonObject = Record<string, unknown>;

const MAX_DEPTH = 6;
const FOR_PEOPLE = /^(messages?|detail|details|description|error_description|error|title|reason|msg)$/i;
const FOR_PROGRAMS = /^(id|code|error_?code|type|error_type)$/i;
const FOR_STATUS = /^(status|code|status_?code|http_?status)$/i;
const HOLDS_ERRORS = /^(errors?|fault|problem|meta)$/i;

/** @returns `undefined` when the schema describes nothing that could be shown. */
export function sampleBody(document: object, schema: unknown, words: SampleWords): unknown {
  return sample(schema, '', 0);

  function sample(described: unknown, name: string, depth: number): unknown {
    const node = follow(document, described);
    if (!isRecord(node) || depth > MAX_DEPTH) return undefined;
    const given = shown(node);
    if (given !== undefined) return given;
    const whole = combined(node, depth);
    if (whole !== node) return sample(whole, name, depth + 1);
    switch (typeOf(node)) {
      case 'object':
        return objectOf(node, depth);
      case 'array':
        return HOLDS_ERRORS.test(name) || Number(node['minItems']) > 0 ? listOf(node, name, depth) : [];
      case 'string':
        return textFor(node, name);
      case 'integer':
      case 'number':
        return FOR_STATUS.test(name) ? words.status : typeof node['minimum'] === 'number' ? node['minimum'] : 0;
      case 'boolean':
        return false;
      case 'null':
        return null;
      default:
        return undefined;
    }
  }

  function objectOf(node: JsonObject, depth: number): JsonObject {
    const required = new Set(Array.isArray(node['required']) ? (node['required'] as unknown[]) : []);
    const out: JsonObject = {};
    for (const [name, property] of Object.entries(isRecord(node['properties']) ? node['properties'] : {})) {
      const telling = FOR_PEOPLE.test(name) || FOR_PROGRAMS.test(name) || FOR_STATUS.test(name) || HOLDS_ERRORS.test(name);
      if (!required.has(name) && !(telling && depth < 3)) continue;
      const value = sample(property, name, depth + 1);
      if (value !== undefined || required.has(name)) out[name] = value ?? null;
    }
    return out;
  }

  function listOf(node: JsonObject, name: string, depth: number): unknown[] {
    const item = sample(node['items'], name, depth + 1);
    return item === undefined ? [] : [item];
  }

  /** `allOf` put together, or the first branch of a union. */
  function combined(node: JsonObject, depth: number): JsonObject {
    const branch = [node['oneOf'], node['anyOf']].find((list) => Array.isArray(list) && list.length > 0) as unknown[] | undefined;
    if (branch && !isRecord(node['properties'])) return (follow(document, branch[0]) as JsonObject | undefined) ?? {};
    if (!Array.isArray(node['allOf']) || depth > MAX_DEPTH) return node;
    const parts = [{ ...node, allOf: undefined }, ...(node['allOf'] as unknown[])]
      .map((part) => follow(document, part))
      .filter(isRecord);
    return {
      type: 'object',
      properties: Object.assign({}, ...parts.map((part) => combined(part, depth + 1)['properties'])) as JsonObject,
      required: parts.flatMap((part) => combined(part, depth + 1)['required'] ?? []),
    };
  }

  function textFor(node: JsonObject, name: string): string {
    switch (node['format']) {
      case 'date-time':
        return '2026-01-01T00:00:00Z';
      case 'date':
        return '2026-01-01';
      case 'uuid':
        return '00000000-0000-4000-8000-000000000000';
      case 'uri':
      case 'url':
        return 'https://example.com/';
      case 'email':
        return 'ana@example.com';
      default:
        if (FOR_STATUS.test(name) && !FOR_PROGRAMS.test(name)) return String(words.status);
        return FOR_PROGRAMS.test(name) ? words.code : FOR_PEOPLE.test(name) ? words.message : 'string';
    }
  }
}

/** What the schema itself shows. */
function shown(node: JsonObject): unknown {
  const examples = node['examples'];
  const enumerated = node['enum'];
  return (
    node['example'] ??
    (Array.isArray(examples) ? (examples as unknown[])[0] : undefined) ??
    node['const'] ??
    node['default'] ??
    (Array.isArray(enumerated) ? (enumerated as unknown[])[0] : undefined)
  );
}

function typeOf(node: JsonObject): unknown {
  const { type } = node;
  if (Array.isArray(type)) return (type as unknown[]).find((each) => each !== 'null') ?? 'null';
  return type ?? (isRecord(node['properties']) ? 'object' : 'items' in node ? 'array' : undefined);
}
