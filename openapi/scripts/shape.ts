import type { JsonSchema } from '../policy/index.ts';
import type { JsonPath, Problem } from '../policy/problem.ts';
import { isRecord } from '../policy/references.ts';

export type Literal = string | number | boolean | null;

/** What `format` may say. */
const formats = ['email', 'uuid', 'date-time', 'uri'] as const;
type Format = (typeof formats)[number];

export interface Property {
  name: string;
  shape: Shape;
  required: boolean;
}

/** A JSON Schema, read strictly: every keyword is understood, or refused with its place. */
export type Shape =
  | { kind: 'unknown' | 'boolean' | 'null' }
  | { kind: 'string'; format?: Format; minLength?: number; maxLength?: number; pattern?: string }
  | { kind: 'number' | 'integer'; minimum?: number; maximum?: number }
  | { kind: 'literals'; values: Literal[] }
  | { kind: 'array'; items: Shape; minItems?: number; maxItems?: number; uniqueItems?: boolean }
  /** `rest`: what further members are; nothing is said of them where it is `undefined`. */
  | { kind: 'object'; properties: Property[]; rest: Shape | 'closed' | undefined; minProperties?: number }
  | { kind: 'reference'; name: string }
  | { kind: 'anyOf' | 'allOf'; parts: Shape[] }
  /** Alternatives whose constants of one property tell them apart. */
  | { kind: 'tagged'; property: string; parts: { values: Literal[]; shape: Shape }[] };

/** Reads the component `name` as a shape, wherever it is needed to tell alternatives apart. */
export type Definitions = Readonly<Record<string, JsonSchema>>;

/** Annotations, which no validator reads. */
const annotations = ['default', '$comment'];

/** What each type understands. */
const keywordsOf: Record<string, readonly string[]> = {
  string: ['format', 'minLength', 'maxLength', 'pattern'],
  number: ['minimum', 'maximum'],
  integer: ['minimum', 'maximum'],
  boolean: [],
  null: [],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties', 'minProperties'],
};

/**
 * Reads a schema of `documentSchemas`.
 * @param at where it stands in the document
 * @param problems what cannot be read is put here, with its place; the shape is of no use then
 */
export function shapeOf(schema: JsonSchema, at: JsonPath, definitions: Definitions, problems: Problem[]): Shape {
  return new Reader(definitions, problems).shape(schema, at);
}

class Reader {
  private readonly definitions: Definitions;
  private readonly problems: Problem[];

  constructor(definitions: Definitions, problems: Problem[]) {
    this.definitions = definitions;
    this.problems = problems;
  }

  shape(schema: unknown, at: JsonPath): Shape {
    if (!isRecord(schema)) return this.refuse(at, 'a schema is an object here; write {} for anything');
    if ('$ref' in schema) return this.only(schema, ['$ref'], at, () => this.reference(schema, at));
    if ('anyOf' in schema) return this.only(schema, ['anyOf'], at, () => this.parts('anyOf', schema, at));
    if ('allOf' in schema) return this.only(schema, ['allOf'], at, () => this.parts('allOf', schema, at));
    if ('oneOf' in schema) return this.only(schema, ['oneOf'], at, () => this.tagged(schema, at));
    if ('const' in schema) return this.only(schema, ['type', 'const'], at, () => this.literals([schema['const']], at));
    if ('enum' in schema) return this.only(schema, ['type', 'enum'], at, () => this.literals(schema['enum'], at));
    if (!('type' in schema)) return this.only(schema, [], at, () => ({ kind: 'unknown' }));
    const types = [schema['type']].flat() as string[];
    const known = types.flatMap((type) => keywordsOf[type] ?? []);
    return this.only(schema, ['type', ...known], at, () => {
      const shapes = types.map((type) => this.typed(type, schema, at));
      return shapes.length === 1 && shapes[0] ? shapes[0] : { kind: 'anyOf', parts: shapes };
    });
  }

  private refuse(at: JsonPath, message: string): Shape {
    this.problems.push({ path: at, message });
    return { kind: 'unknown' };
  }

  /** Reads on when the schema has no other keywords than these. */
  private only(schema: Record<string, unknown>, keywords: readonly string[], at: JsonPath, read: () => Shape): Shape {
    const others = Object.keys(schema).filter((keyword) => !keywords.includes(keyword) && !annotations.includes(keyword));
    if (others.length === 0) return read();
    for (const keyword of others) this.refuse([...at, keyword], `nothing checks this keyword here`);
    return { kind: 'unknown' };
  }

  private reference(schema: Record<string, unknown>, at: JsonPath): Shape {
    const name = String(schema['$ref']).replace('#/$defs/', '');
    return name in this.definitions ? { kind: 'reference', name } : this.refuse([...at, '$ref'], `there is no schema ${name}`);
  }

  private parts(kind: 'anyOf' | 'allOf', schema: Record<string, unknown>, at: JsonPath): Shape {
    const parts = schema[kind] as unknown[];
    // A closed part refuses the members of the others, which zod's intersections forgive.
    if (kind === 'allOf' && !parts.every((part) => this.takesMore(part))) {
      return this.refuse([...at, 'allOf'], 'only objects that take further members are put together');
    }
    return { kind, parts: parts.map((part, index) => this.shape(part, [...at, kind, index])) };
  }

  private takesMore(part: unknown): boolean {
    const schema = this.resolved(part);
    return isRecord(schema) && schema['type'] === 'object' && schema['additionalProperties'] !== false;
  }

  private resolved(part: unknown): unknown {
    return isRecord(part) && '$ref' in part ? this.definitions[String(part['$ref']).replace('#/$defs/', '')] : part;
  }

  private literals(values: unknown, at: JsonPath): Shape {
    const plain = (value: unknown): value is Literal => value === null || ['string', 'number', 'boolean'].includes(typeof value);
    if (Array.isArray(values) && values.length > 0 && values.every(plain)) return { kind: 'literals', values };
    return this.refuse(at, 'const and enum take texts, numbers, true, false and null');
  }

  private typed(type: string, schema: Record<string, unknown>, at: JsonPath): Shape {
    const given = Object.fromEntries((keywordsOf[type] ?? []).flatMap((key) => (key in schema ? [[key, schema[key]]] : [])));
    switch (type) {
      case 'boolean':
      case 'null':
        return { kind: type };
      case 'number':
      case 'integer':
        return { kind: type, ...given };
      case 'string':
        if ('format' in given && !formats.includes(given['format'] as Format)) {
          return this.refuse([...at, 'format'], `nothing checks this format; known are ${formats.join(', ')}`);
        }
        return { kind: type, ...given };
      case 'array':
        return this.array(given, schema, at);
      case 'object':
        return this.object(schema, at);
      default:
        return this.refuse([...at, 'type'], 'there is no such type');
    }
  }

  private array(given: Record<string, unknown>, schema: Record<string, unknown>, at: JsonPath): Shape {
    const items = this.shape(schema['items'] ?? {}, [...at, 'items']);
    if (given['uniqueItems'] === true && !['string', 'number', 'integer', 'literals'].includes(items.kind)) {
      this.refuse([...at, 'uniqueItems'], 'only texts and numbers are compared');
    }
    return { kind: 'array', ...given, items };
  }

  private object(schema: Record<string, unknown>, at: JsonPath): Shape {
    const properties = (schema['properties'] ?? {}) as Record<string, unknown>;
    const required = (schema['required'] ?? []) as string[];
    for (const [index, name] of required.entries()) {
      if (!(name in properties)) this.refuse([...at, 'required', index], `${name} is required, but not described`);
    }
    const rest = schema['additionalProperties'];
    return {
      kind: 'object',
      properties: Object.entries(properties).map(([name, shape]) => ({
        name,
        shape: this.shape(shape, [...at, 'properties', name]),
        required: required.includes(name),
      })),
      rest: rest === undefined ? undefined : this.rest(rest, [...at, 'additionalProperties']),
      ...(schema['minProperties'] !== undefined && { minProperties: schema['minProperties'] as number }),
    };
  }

  private rest(rest: unknown, at: JsonPath): Shape | 'closed' {
    if (rest === false) return 'closed';
    return rest === true ? { kind: 'unknown' } : this.shape(rest, at);
  }

  /** "Exactly one" is checked by the property whose constants no two alternatives share: that makes good messages, too. */
  private tagged(schema: Record<string, unknown>, at: JsonPath): Shape {
    const schemas = schema['oneOf'] as unknown[];
    const parts = schemas.map((part, index) => this.shape(part, [...at, 'oneOf', index]));
    const constants = schemas.map((part) => this.constantsOf(part));
    const property = Object.keys(constants[0] ?? {}).find((name) => {
      const values = constants.flatMap((of) => of[name] ?? [undefined]);
      return !values.includes(undefined) && new Set(values).size === values.length;
    });
    if (property === undefined) {
      return this.refuse([...at, 'oneOf'], 'no required property tells the alternatives apart; give each a const, or use anyOf');
    }
    return {
      kind: 'tagged',
      property,
      parts: parts.map((shape, index) => ({ shape, values: constants[index]?.[property] ?? [] })),
    };
  }

  /** The values of required properties that can have no other. */
  private constantsOf(part: unknown): Record<string, Literal[]> {
    const schema = this.resolved(part);
    if (!isRecord(schema) || !isRecord(schema['properties'])) return {};
    const required = (schema['required'] ?? []) as string[];
    return Object.fromEntries(
      Object.entries(schema['properties']).flatMap(([name, property]) => {
        if (!isRecord(property) || !required.includes(name)) return [];
        const values = 'const' in property ? [property['const']] : property['enum'];
        return Array.isArray(values) ? [[name, values as Literal[]]] : [];
      }),
    );
  }
}

/** The components that a shape refers to, each once, in the order of first use. */
export function referencesOf(shape: Shape): string[] {
  return [...new Set(allReferences(shape))];
}

function allReferences(shape: Shape): string[] {
  switch (shape.kind) {
    case 'reference':
      return [shape.name];
    case 'array':
      return allReferences(shape.items);
    case 'object': {
      const rest = shape.rest === undefined || shape.rest === 'closed' ? [] : [shape.rest];
      return [...shape.properties.map((property) => property.shape), ...rest].flatMap(allReferences);
    }
    case 'anyOf':
    case 'allOf':
      return shape.parts.flatMap(allReferences);
    case 'tagged':
      return shape.parts.flatMap((part) => allReferences(part.shape));
    default:
      return [];
  }
}
