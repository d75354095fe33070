import type { DocumentSchemas, ObjectSchema, OperationSchemas, WebhookSchemas } from '../schemas.ts';
import { jsonContent, operationsOf, parametersOf, resolve, webhooksOf } from '../policy/index.ts';
import type { JsonSchema, OpenApiDocument, OperationEntry, Parameter, WebhookEntry } from '../policy/index.ts';
import { isRecord } from '../policy/references.ts';

/** The JSON Schemas of every operation and webhook, in the form that `z.fromJSONSchema` takes. */
export function documentSchemas(document: OpenApiDocument): DocumentSchemas {
  const components = Object.entries(document.components.schemas ?? {});
  return {
    $defs: Object.fromEntries(components.map(([name, schema]) => [name, plainSchema(schema)])),
    operations: Object.fromEntries(
      operationsOf(document).map((entry) => [entry.operation.operationId, operationSchemas(document, entry)]),
    ),
    webhooks: Object.fromEntries(webhooksOf(document).map((entry) => [entry.event, webhookSchemas(document, entry)])),
  };
}

function webhookSchemas(document: OpenApiDocument, entry: WebhookEntry): WebhookSchemas {
  const { requestBody } = entry.operation;
  const payload = requestBody && jsonContent(resolve(document, requestBody))?.schema;
  return {
    platform: entry.platform,
    headers: objectOf(parametersOf(document, entry).filter((parameter) => parameter.in === 'header')),
    payload: plainSchema(payload ?? {}),
  };
}

function operationSchemas(document: OpenApiDocument, entry: OperationEntry): OperationSchemas {
  const { operation } = entry;
  const parameters = parametersOf(document, entry);
  const request = operation.requestBody && jsonContent(resolve(document, operation.requestBody))?.schema;
  const responses = Object.entries(operation.responses).flatMap(([status, response]) => {
    const schema = jsonContent(resolve(document, response))?.schema;
    return schema === undefined ? [] : [[status, plainSchema(schema)]];
  });
  return {
    parameters: {
      path: objectOf(parameters.filter((parameter) => parameter.in === 'path')),
      query: objectOf(parameters.filter((parameter) => parameter.in === 'query')),
      header: objectOf(parameters.filter((parameter) => parameter.in === 'header')),
    },
    ...(request !== undefined && { request: plainSchema(request) }),
    responses: Object.fromEntries(responses) as Record<string, JsonSchema>,
  };
}

/** Header names come in lower case, as `Headers` gives them. */
function objectOf(parameters: Parameter[]): ObjectSchema {
  const named = parameters.map((parameter) => ({
    ...parameter,
    name: parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name,
  }));
  return {
    type: 'object',
    properties: Object.fromEntries(named.map(({ name, schema }) => [name, plainSchema(schema ?? {})])),
    required: named.filter(({ required }) => required === true).map(({ name }) => name),
  };
}

/** Words for people, and OpenAPI's own keywords, which no validator reads. */
const dropped = new Set([
  'description',
  'title',
  'example',
  'examples',
  'discriminator',
  'xml',
  'externalDocs',
  'deprecated',
  'readOnly',
  'writeOnly',
]);

const mapsOfSchemas = new Set(['properties', 'patternProperties', '$defs']);

const data = new Set(['const', 'enum', 'default', 'required']);

function plainSchema(schema: JsonSchema): JsonSchema {
  return withType(clean(schema) as JsonSchema);
}

function clean(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(clean);
  if (!isRecord(node)) return node;
  const entries = Object.entries(node)
    .filter(([keyword]) => !keyword.startsWith('x-') && !dropped.has(keyword))
    .map(([keyword, value]): [string, unknown] => {
      if (keyword === '$ref') return [keyword, String(value).replace('#/components/schemas/', '#/$defs/')];
      if (data.has(keyword)) return [keyword, value];
      if (mapsOfSchemas.has(keyword) && isRecord(value)) {
        return [keyword, Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, clean(schema)]))];
      }
      return [keyword, clean(value)];
    });
  return withType(Object.fromEntries(entries));
}

/** A schema that has `properties` but no `type` would let everything pass in zod. */
function withType(schema: JsonSchema): JsonSchema {
  if ('type' in schema) return schema;
  if ('properties' in schema || 'required' in schema) return { type: 'object', ...schema };
  return 'items' in schema ? { type: 'array', ...schema } : schema;
}
