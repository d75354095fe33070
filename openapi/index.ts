/** The bundled document. The check of its extensions is `@chaveiro/openapi/policy`, its auth matrix `@chaveiro/openapi/auth-matrix`. */
import documentJson from './generated/openapi.json' with { type: 'json' };
import type { OpenApiDocument } from './policy/index.ts';

export type { OpenApiDocument } from './policy/index.ts';

/** The bundled OpenAPI document, all references inside it. `parseDocument` has accepted it. */
export const document: OpenApiDocument = documentJson as unknown as OpenApiDocument;
