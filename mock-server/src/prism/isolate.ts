/** One operation alone, as a document of its own: small enough that Prism resolves it in milliseconds, whatever it came from. */
import type { OpenApiDocument } from '@chaveiro/openapi/policy';
import { follow, followRecord, isRecord } from '../document/follow.ts';
import type { Operation } from '../document/operation.ts';
import { withoutReferences, type Schemas, type Side } from './schemas.ts';

type JsonObject = Record<string, unknown>;

export interface Isolated {
  readonly document: JsonObject;
  /** Names of the schemas that it refers to. */
  readonly names: ReadonlySet<string>;
}

/** Content whose fields a validator must see to read them: it is text on the wire. */
const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)/i;

/** Bodies that can be held against a schema; XML and the like are texts to Prism. */
const READABLE = /[/+]json\b|\*|^(application\/x-www-form-urlencoded|multipart\/form-data)/i;

const DRAFT = { '3.0': 'http://json-schema.org/draft-07/schema#', later: 'https://json-schema.org/draft/2020-12/schema' };

export function isolate(source: OpenApiDocument, schemas: Schemas, operation: Operation): Isolated {
  const names = new Set<string>();
  const item = followRecord(source, source.paths[operation.path]) ?? {};
  const method = operation.method.toLowerCase();
  const described = followRecord(source, item[method]) ?? {};

  function schemaOf(schema: unknown, side: Side): unknown {
    const copied = schemas.copy(schema, side);
    copied.names.forEach((name) => names.add(name));
    return copied.schema;
  }

  function contentOf(content: unknown, side: Side): JsonObject {
    const types = Object.entries(isRecord(content) ? content : {});
    return Object.fromEntries(
      types.map(([type, media]) => {
        const { schema, examples, example, encoding } = followRecord(source, media) ?? {};
        const copy = FORM.test(type) ? schemas.writtenOut(schema, side) : schemaOf(schema, side);
        return [
          type,
          {
            ...(schema !== undefined && (side === 'response' || READABLE.test(type)) && { schema: copy }),
            ...(isRecord(examples) && { examples: examplesOf(examples) }),
            ...(example !== undefined && { example: withoutReferences(example) }),
            ...(isRecord(encoding) && { encoding: encodingOf(encoding) }),
          },
        ];
      }),
    );
  }

  function examplesOf(examples: JsonObject): JsonObject {
    const named = Object.entries(examples).flatMap(([name, example]) => {
      const found = followRecord(source, example);
      return found ? [[name, withoutReferences(found)] as const] : [];
    });
    return Object.fromEntries(named);
  }

  /** A parameter or a header: its schema is written out, since its type says how its text is read. */
  function parameterOf(parameter: JsonObject, side: Side): JsonObject {
    // Prism reads text as a schema's type says; text that is JSON or the like (`content`) it would misread.
    const { schema, content: _, examples, example, ...rest } = parameter;
    const copy = schema === undefined ? undefined : schemas.writtenOut(schema, side);
    // A header that holds an object ends Prism when it is not sent.
    const usable = parameter['in'] === 'header' && isRecord(copy) && copy['type'] === 'object' ? undefined : copy;
    return {
      ...(withoutReferences(rest) as JsonObject),
      ...(usable !== undefined && { schema: usable }),
      ...(isRecord(examples) && { examples: examplesOf(examples) }),
      ...(example !== undefined && { example: withoutReferences(example) }),
    };
  }

  function parametersOf(parameters: unknown): JsonObject[] {
    return (Array.isArray(parameters) ? parameters : []).flatMap((each) => {
      const parameter = followRecord(source, each);
      if (!parameter || typeof parameter['name'] !== 'string') return [];
      // Prism looks for a value of every path parameter, also of one that the path does not have.
      if (parameter['in'] === 'path' && !operation.path.includes(`{${parameter['name']}}`)) return [];
      return [parameterOf(parameter, 'request')];
    });
  }

  function responseOf(response: unknown): JsonObject {
    const { description, headers, content } = followRecord(source, response) ?? {};
    const described = Object.entries(isRecord(headers) ? headers : {}).flatMap(([name, header]) => {
      const found = followRecord(source, header);
      return found ? [[name, parameterOf(found, 'response')] as const] : [];
    });
    return {
      description: typeof description === 'string' ? description : '',
      headers: Object.fromEntries(described),
      content: contentOf(content, 'response'),
    };
  }

  const body = followRecord(source, described['requestBody']);
  const responses = Object.entries(isRecord(described['responses']) ? described['responses'] : {});
  const alone: JsonObject = {
    operationId: operation.id,
    deprecated: described['deprecated'] === true,
    parameters: [...parametersOf(item['parameters']), ...parametersOf(described['parameters'])],
    ...(body && { requestBody: { required: body['required'] === true, content: contentOf(body['content'], 'request') } }),
    // Callbacks are left out: Prism would send requests of its own to whatever address a client names.
    responses: Object.fromEntries(responses.map(([status, response]) => [status, responseOf(response)])),
    security: described['security'] ?? [],
  };
  return {
    names,
    document: {
      openapi: source.openapi,
      info: { title: operation.platform, version: '1' },
      jsonSchemaDialect: source.openapi.startsWith('3.0') ? DRAFT['3.0'] : DRAFT.later,
      paths: { [operation.path]: { [method]: alone } },
      components: { securitySchemes: schemesOf(source) },
    },
  };
}

function encodingOf(encoding: JsonObject): JsonObject {
  const plain = Object.entries(encoding).flatMap(([name, value]) => {
    if (!isRecord(value)) return [];
    const { headers: _, ...rest } = value;
    return [[name, withoutReferences(rest)] as const];
  });
  return Object.fromEntries(plain);
}

/** Without our extensions: they are long, and Prism does not read them. */
function schemesOf(source: OpenApiDocument): JsonObject {
  return Object.fromEntries(
    Object.entries(source.components.securitySchemes).map(([name, scheme]) => {
      const known = Object.entries(follow(source, scheme) as object).filter(([line]) => !line.startsWith('x-'));
      return [name, Object.fromEntries(known)];
    }),
  );
}
