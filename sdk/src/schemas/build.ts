/**
 * The words that the generated schemas are written in: zod/mini's, with messages in plain English, and with the document's
 * idea of objects. Every function is free of side effects, so that a bundler drops the schemas that nobody imports.
 */
import * as z from 'zod/mini';
import { plainEnglish as error } from './plain-english.ts';

/** A schema of which only the type of its values is told: for one that refers to itself. */
export type SchemaFor<Value> = z.ZodMiniType<Value, Value>;

type Schema = z.core.SomeType;
type Members = z.core.$ZodLooseShape;
type Check<Value> = z.core.$ZodCheck<Value>;

/* @__NO_SIDE_EFFECTS__ */
export function string(...checks: Check<string>[]): z.ZodMiniString<string> {
  return z.string({ error }).check(...checks);
}

/* @__NO_SIDE_EFFECTS__ */
export function email(...checks: Check<string>[]): z.ZodMiniEmail {
  return z.email({ error }).check(...checks);
}

/* @__NO_SIDE_EFFECTS__ */
export function uuid(...checks: Check<string>[]): z.ZodMiniUUID {
  return z.uuid({ error }).check(...checks);
}

/** RFC 3339, in any time zone. */
/* @__NO_SIDE_EFFECTS__ */
export function dateTime(...checks: Check<string>[]): z.iso.ZodMiniISODateTime {
  return z.iso.datetime({ error, offset: true }).check(...checks);
}

/* @__NO_SIDE_EFFECTS__ */
export function uri(...checks: Check<string>[]): z.ZodMiniURL {
  return z.url({ error }).check(...checks);
}

/* @__NO_SIDE_EFFECTS__ */
export function number(...checks: Check<number>[]): z.ZodMiniNumber<number> {
  return z.number({ error }).check(...checks);
}

/* @__NO_SIDE_EFFECTS__ */
export function integer(...checks: Check<number>[]): z.ZodMiniNumberFormat {
  return z.int({ error }).check(...checks);
}

/* @__NO_SIDE_EFFECTS__ */
export function boolean(): z.ZodMiniBoolean<boolean> {
  return z.boolean({ error });
}

/* @__NO_SIDE_EFFECTS__ */
export function nil(): z.ZodMiniNull {
  return z.null({ error });
}

/* @__NO_SIDE_EFFECTS__ */
export function unknown(): z.ZodMiniUnknown {
  return z.unknown();
}

/* @__NO_SIDE_EFFECTS__ */
export function literal<const Values extends readonly z.core.util.Literal[]>(values: Values): z.ZodMiniLiteral<Values[number]> {
  return z.literal(values, { error });
}

/* @__NO_SIDE_EFFECTS__ */
export function enumOf<const Values extends readonly string[]>(
  values: Values,
): z.ZodMiniEnum<z.core.util.ToEnum<Values[number]>> {
  return z.enum(values, { error });
}

/* @__NO_SIDE_EFFECTS__ */
export function array<Item extends Schema>(item: Item, ...checks: Check<unknown[]>[]): z.ZodMiniArray<Item> {
  return z.array(item, { error }).check(...(checks as never[]));
}

/** Members that the document does not name are let through, and kept; the type does not speak of them. */
/* @__NO_SIDE_EFFECTS__ */
export function object<Shape extends Members>(shape: Shape, ...checks: Check<object>[]): z.ZodMiniObject<Shape, z.core.$strip> {
  return openObject(shape, ...checks);
}

/** Further members are part of the document's type: custom fields and the like. */
/* @__NO_SIDE_EFFECTS__ */
export function openObject<Shape extends Members>(
  shape: Shape,
  ...checks: Check<object>[]
): z.ZodMiniObject<Shape, z.core.$loose> {
  return z.looseObject(shape, { error }).check(...(checks as never[]));
}

/** Further members are refused. */
/* @__NO_SIDE_EFFECTS__ */
export function closedObject<Shape extends Members>(
  shape: Shape,
  ...checks: Check<object>[]
): z.ZodMiniObject<Shape, z.core.$strict> {
  return z.strictObject(shape, { error }).check(...(checks as never[]));
}

/** Further members are as the schema says. */
/* @__NO_SIDE_EFFECTS__ */
export function objectAnd<Shape extends Members, Rest extends Schema>(
  shape: Shape,
  rest: Rest,
  ...checks: Check<object>[]
): z.ZodMiniObject<Shape, z.core.$catchall<Rest>> {
  return z.catchall(z.object(shape, { error }), rest).check(...(checks as never[]));
}

/* @__NO_SIDE_EFFECTS__ */
export function record<Value extends Schema>(
  value: Value,
  ...checks: Check<object>[]
): z.ZodMiniRecord<z.ZodMiniString<string>, Value> {
  return z.record(z.string(), value, { error }).check(...(checks as never[]));
}

/**
 * A member that may be left out. `undefined` passes as well, as forms have it and JSON has not; the type is the document's, which
 * fits under `exactOptionalPropertyTypes`.
 */
/* @__NO_SIDE_EFFECTS__ */
export function optional<Inner extends Schema>(inner: Inner): z.ZodMiniExactOptional<Inner> {
  return z.optional(inner) as unknown as z.ZodMiniExactOptional<Inner>;
}

/* @__NO_SIDE_EFFECTS__ */
export function nullable<Inner extends Schema>(inner: Inner): z.ZodMiniNullable<Inner> {
  return z.nullable(inner);
}

/* @__NO_SIDE_EFFECTS__ */
export function union<const Parts extends readonly Schema[]>(parts: Parts): z.ZodMiniUnion<Parts> {
  return z.union(parts, { error });
}

/** Alternatives that one property tells apart. */
/* @__NO_SIDE_EFFECTS__ */
export function tagged<
  const Property extends string,
  const Parts extends readonly [z.core.$ZodTypeDiscriminable, ...z.core.$ZodTypeDiscriminable[]],
>(property: Property, parts: Parts): z.ZodMiniDiscriminatedUnion<Parts, Property> {
  return z.discriminatedUnion(property, parts, { error });
}

/* @__NO_SIDE_EFFECTS__ */
export function intersection<Left extends Schema, Right extends Schema>(
  left: Left,
  right: Right,
): z.ZodMiniIntersection<Left, Right> {
  return z.intersection(left, right);
}

/** For a schema that is not there yet: one that refers to itself. */
/* @__NO_SIDE_EFFECTS__ */
export function later<Later extends Schema>(schema: () => Later): z.ZodMiniLazy<Later> {
  return z.lazy(schema);
}

/* @__NO_SIDE_EFFECTS__ */
export function minLength(limit: number): Check<{ length: number }> {
  return z.minLength(limit, { error });
}

/* @__NO_SIDE_EFFECTS__ */
export function maxLength(limit: number): Check<{ length: number }> {
  return z.maxLength(limit, { error });
}

/* @__NO_SIDE_EFFECTS__ */
export function pattern(expression: RegExp): Check<string> {
  return z.regex(expression, { error });
}

/* @__NO_SIDE_EFFECTS__ */
export function minimum(limit: number): Check<number> {
  return z.gte(limit, { error });
}

/* @__NO_SIDE_EFFECTS__ */
export function maximum(limit: number): Check<number> {
  return z.lte(limit, { error });
}

/* @__NO_SIDE_EFFECTS__ */
export function uniqueItems(): Check<unknown[]> {
  return z.refine((items: unknown[]) => new Set(items).size === items.length, {
    error,
    params: { says: 'must have no item twice' },
  });
}

/* @__NO_SIDE_EFFECTS__ */
export function minProperties(limit: number): Check<object> {
  const says = `must have at least ${limit} member${limit === 1 ? '' : 's'}`;
  return z.refine((value: object) => Object.keys(value).length >= limit, { error, params: { says } });
}
