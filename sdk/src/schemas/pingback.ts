// @chaveiro/sdk/schemas/pingback: zod schemas of every body of Pingback's API, and the check of its client's own calls.
import { pingback } from '../generated/shapes/pingback.ts';
import type { PlatformSchemas } from '../http/validation.ts';
import { platformSchemas } from './platform-schemas.ts';

export * from '../generated/schemas/pingback.ts';
export type { Drift, PlatformSchemas } from '../http/validation.ts';

/**
 * What `new Pingback({ schemas: pingbackSchemas, validate: 'warn' })` checks its calls with.
 * @example pingbackSchemas.check('createContact', 'request', { email: 1 }) // [{ path: '$.email', expected: 'email', got: 'number' }]
 */
export const pingbackSchemas: PlatformSchemas = /* @__PURE__ */ platformSchemas('pingback', pingback);
