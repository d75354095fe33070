import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { OpenApiDocument } from '../policy/index.ts';
import { generatedHeader } from './header.ts';

/** The TypeScript types of the document: `paths`, `operations` and `components`. */
export async function typesModule(document: OpenApiDocument): Promise<string> {
  const nodes = await openapiTS(withoutDiscriminators(document) as OpenAPI3, {
    // A field with a default may be left out of a request.
    defaultNonNullable: false,
    // `{ type: object }` without properties is any JSON object, not an empty one.
    emptyObjectsUnknown: true,
    silent: true,
  });
  return `${generatedHeader}\n${astToString(nodes)}`;
}

/** The variants have constants of their own, which tell them apart; from a discriminator each would get the property twice. */
function withoutDiscriminators(document: OpenApiDocument): unknown {
  return JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === 'discriminator' ? undefined : value)));
}
