/** Prism samples a schema that holds itself as `{}`, which then lacks what the schema requires. Here such stubs go. */
import { isRecord } from '../document/follow.ts';

type Bundle = Readonly<Record<string, unknown>>;

/** @returns `value` without empty objects that may be left out and do not fit; changed in place. */
export function withoutStubs(value: unknown, schema: unknown, bundle: Bundle): unknown {
  if (Array.isArray(value)) {
    const items = parts(schema, bundle)
      .map((part) => part['items'])
      .find(isRecord);
    if (!items) return value;
    return value.filter((item) => !isStub(item, items, bundle)).map((item) => withoutStubs(item, items, bundle));
  }
  if (!isRecord(value)) return value;
  for (const part of parts(schema, bundle)) {
    const required = Array.isArray(part['required']) ? (part['required'] as unknown[]) : [];
    for (const [name, property] of Object.entries(isRecord(part['properties']) ? part['properties'] : {})) {
      if (!Object.hasOwn(value, name)) continue;
      if (isStub(value[name], property, bundle) && !required.includes(name)) delete value[name];
      else value[name] = withoutStubs(value[name], property, bundle);
    }
  }
  return value;
}

function isStub(value: unknown, schema: unknown, bundle: Bundle): boolean {
  const empty = isRecord(value) && Object.keys(value).length === 0;
  return empty && parts(schema, bundle).some(({ required }) => Array.isArray(required) && required.length > 0);
}

/** The schema itself and what it is put together from, references followed. Of a union Prism samples the first branch. */
function parts(schema: unknown, bundle: Bundle, depth = 0): Record<string, unknown>[] {
  if (!isRecord(schema) || depth > 8) return [];
  const reference = schema['$ref'];
  if (typeof reference === 'string') return parts(bundle[reference.replace('#/__bundled__/', '')], bundle, depth + 1);
  const all = Array.isArray(schema['allOf']) ? (schema['allOf'] as unknown[]) : [];
  const union = [schema['oneOf'], schema['anyOf']].find(Array.isArray) as unknown[] | undefined;
  return [schema, ...[...all, union?.[0]].flatMap((part) => parts(part, bundle, depth + 1))];
}
