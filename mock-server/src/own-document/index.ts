/** Bring your own document: any OpenAPI 3.0 or 3.1 document gets accounts, keys, states, limits and scopes. */
export { adopt, type Adopted, type AdoptOptions } from './adopt.ts';
export { OwnDocumentError } from './check.ts';
export { CONSOLE_PREFIX } from './console.ts';
