/** Reads path, query and header parameters as the types that the document gives them. */
import type { JsonSchema } from '@chaveiro/openapi/policy';

export type Parameters = Readonly<Record<string, unknown>>;

/** The percent-decoded path parameters, or `undefined` when one is not valid percent-encoded UTF-8. */
export function decodePathParameters(raw: Readonly<Record<string, string>>): Record<string, string> | undefined {
  try {
    const decoded: Record<string, string> = {};
    for (const name of Object.keys(raw)) decoded[name] = decodeURIComponent(raw[name] ?? '');
    return decoded;
  } catch {
    return undefined;
  }
}

/**
 * The declared parameters that were sent, by name, each read as its schema's type. What does not read as that type
 * stays text, so that validation refuses it by name.
 */
export function readParameters(schema: JsonSchema | undefined, valueOf: (name: string) => string | null): Parameters {
  const properties = schema?.properties as Readonly<Record<string, JsonSchema>> | undefined;
  const values: Record<string, unknown> = {};
  for (const name in properties) {
    const text = valueOf(name);
    if (text !== null) values[name] = readAs(properties[name] ?? {}, text);
  }
  return values;
}

function readAs(schema: JsonSchema, text: string): unknown {
  const types = [schema.type].flat();
  if (types.includes('array')) return text.split(',').map((item) => readAs((schema.items ?? {}) as JsonSchema, item));
  if ((types.includes('integer') || types.includes('number')) && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
