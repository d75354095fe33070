import type { JsonSchema } from './policy/index.ts';
import json from './generated/schemas.json' with { type: 'json' };

/** The JSON Schemas of the document, free of OpenAPI's own keywords. */
export interface DocumentSchemas {
  /** The component schemas, by name; references are `#/$defs/…`. */
  $defs: Record<string, JsonSchema>;
  operations: Record<string, OperationSchemas>;
  /** What the platforms send by themselves, by the name of the event as it stands in the body. */
  webhooks: Record<string, WebhookSchemas>;
}

export interface OperationSchemas {
  parameters: Record<'path' | 'query' | 'header', ObjectSchema>;
  request?: JsonSchema;
  /** By status. */
  responses: Record<string, JsonSchema>;
}

export interface WebhookSchemas {
  /** Key in `x-platforms`. */
  platform: string;
  /** Header names come in lower case. */
  headers: ObjectSchema;
  payload: JsonSchema;
}

export interface ObjectSchema extends JsonSchema {
  type: 'object';
  properties: Record<string, JsonSchema>;
  required: string[];
}

/** The JSON Schemas of the bundled document. */
export const schemas = json as unknown as DocumentSchemas;

/**
 * A schema with just those definitions that it refers to, ready for `z.fromJSONSchema`.
 * @param $defs all definitions, such as `schemas.$defs`
 */
export function standalone(schema: JsonSchema, $defs: Record<string, JsonSchema> = schemas.$defs): JsonSchema {
  const needed: Record<string, JsonSchema> = {};
  const queue: unknown[] = [schema];
  for (const node of queue) {
    if (typeof node !== 'object' || node === null) continue;
    queue.push(...(Object.values(node) as unknown[]));
    const name = '$ref' in node && typeof node.$ref === 'string' ? node.$ref.replace('#/$defs/', '') : undefined;
    const definition = name === undefined || name in needed ? undefined : $defs[name];
    if (name === undefined || definition === undefined) continue;
    needed[name] = definition;
    queue.push(definition);
  }
  return { ...schema, $defs: needed };
}
