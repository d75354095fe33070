import { isRecord } from './chunk-PYFF5V7Q.js';

// src/own-document/check.ts
var OwnDocumentError = class extends Error {
  name = "OwnDocumentError";
};
function assertOpenApi(value) {
  if (!isRecord(value)) throw new OwnDocumentError(`An OpenAPI document is an object, and this is ${nameOf(value)}.`);
  const { openapi, swagger, paths } = value;
  if (swagger !== void 0) {
    throw new OwnDocumentError(
      `This is a Swagger ${JSON.stringify(swagger)} document. Convert it to OpenAPI 3 first, for example with swagger2openapi.`
    );
  }
  if (openapi === void 0) {
    const keys = Object.keys(value).slice(0, 4).join(", ");
    throw new OwnDocumentError(`This is no OpenAPI document: it has no line "openapi"${keys ? `; it begins with ${keys}` : ""}.`);
  }
  if (typeof openapi !== "string" || !/^3\.[0-2](\.|$)/.test(openapi)) {
    throw new OwnDocumentError(
      `This document says openapi: ${JSON.stringify(openapi)}. The mock takes 3.0 and 3.1 (as text: "3.1.0").`
    );
  }
  if (!isRecord(paths) || Object.keys(paths).length === 0) {
    throw new OwnDocumentError("This document has no paths, so there is nothing that the mock could answer.");
  }
}
function nameOf(value) {
  if (Array.isArray(value)) return "a list";
  return value === null || value === void 0 ? "empty" : `a ${typeof value}`;
}

export { OwnDocumentError, assertOpenApi };
