/** Whether a value is a document that can be adopted at all. */
import { isRecord } from '../document/follow.ts';
import { endlessPart } from './endless.ts';

/** A document, a policy or a file that cannot be used; the message says what it is instead, and what to do. */
export class OwnDocumentError extends Error {
  override readonly name = 'OwnDocumentError';
}

/** An OpenAPI document as it came: nothing in it has been checked. */
export type ForeignDocument = Record<string, unknown> & { readonly openapi: string; readonly paths: Record<string, unknown> };

/** @throws {OwnDocumentError} */
export function assertOpenApi(value: unknown): asserts value is ForeignDocument {
  if (!isRecord(value)) throw new OwnDocumentError(`An OpenAPI document is an object, and this is ${nameOf(value)}.`);
  const { openapi, swagger, paths } = value;
  if (swagger !== undefined) {
    throw new OwnDocumentError(
      `This is a Swagger ${JSON.stringify(swagger)} document. Convert it to OpenAPI 3 first, for example with swagger2openapi.`,
    );
  }
  if (openapi === undefined) {
    const keys = Object.keys(value).slice(0, 4).join(', ');
    throw new OwnDocumentError(`This is no OpenAPI document: it has no line "openapi"${keys ? `; it begins with ${keys}` : ''}.`);
  }
  if (typeof openapi !== 'string' || !/^3\.[0-2](\.|$)/.test(openapi)) {
    throw new OwnDocumentError(
      `This document says openapi: ${JSON.stringify(openapi)}. The mock takes 3.0 and 3.1 (as text: "3.1.0").`,
    );
  }
  if (!isRecord(paths) || Object.keys(paths).length === 0) {
    throw new OwnDocumentError('This document has no paths, so there is nothing that the mock could answer.');
  }
  const endless = endlessPart(value);
  if (endless) {
    throw new OwnDocumentError(
      `This document is not JSON: ${endless.path.join('.')} ${endless.message}. Where a schema is meant, use $ref: do not put in what references lead to.`,
    );
  }
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return value === null || value === undefined ? 'empty' : `a ${typeof value}`;
}
