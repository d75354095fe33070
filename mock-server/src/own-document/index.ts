/** Bring your own document: any OpenAPI 3.0 or 3.1 document gets accounts, keys, states, limits and scopes. */
export { OwnDocumentError } from './check.ts';
