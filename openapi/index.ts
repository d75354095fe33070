/** The bundled document and what is generated from it. The check of its extensions is `@chaveiro/openapi/policy`. */
import type { AuthMatrix } from './auth-matrix.ts';
import matrixJson from './generated/auth-matrix.json' with { type: 'json' };
import documentJson from './generated/openapi.json' with { type: 'json' };
import type { OpenApiDocument } from './policy/index.ts';

export type * from './auth-matrix.ts';
export type { OpenApiDocument } from './policy/index.ts';

/** The bundled OpenAPI document, all references inside it. `parseDocument` has accepted it. */
export const document: OpenApiDocument = documentJson as unknown as OpenApiDocument;

/** What every key, in every state, gets from every operation. */
export const authMatrix: AuthMatrix = matrixJson as unknown as AuthMatrix;
