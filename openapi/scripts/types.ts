import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { OpenApiDocument } from '../policy/index.ts';
import { generatedHeader } from './header.ts';

/** The TypeScript types of the document: `paths`, `webhooks`, `operations` and `components`. */
export async function typesModule(document: OpenApiDocument): Promise<string> {
  const nodes = await openapiTS(prepared(document) as OpenAPI3, {
    // A field with a default may be left out of a request.
    defaultNonNullable: false,
    // `{ type: object }` without properties is any JSON object, not an empty one.
    emptyObjectsUnknown: true,
    silent: true,
  });
  return `${generatedHeader}\n${astToString(nodes)}`;
}

/**
 * The variants have constants of their own, which tell them apart; from a discriminator each would get the property twice.
 * What a webhook is called by is its event: `operations` has those that a client can call.
 */
function prepared({ webhooks, ...document }: OpenApiDocument): unknown {
  const dropped = (names: readonly string[]) => (key: string, value: unknown) => (names.includes(key) ? undefined : value);
  return {
    ...(JSON.parse(JSON.stringify(document, dropped(['discriminator']))) as object),
    ...(webhooks && { webhooks: JSON.parse(JSON.stringify(webhooks, dropped(['discriminator', 'operationId']))) as unknown }),
  };
}
