// @chaveiro/sdk/schemas/rdstation: zod schemas of every body of RD Station Marketing's API, and the check of its client's own calls.
import { rdstation } from '../generated/shapes/rdstation.ts';
import type { PlatformSchemas } from '../http/validation.ts';
import { platformSchemas } from './platform-schemas.ts';

export * from '../generated/schemas/rdstation.ts';
export type { Drift, PlatformSchemas } from '../http/validation.ts';

/**
 * What `new RDStation({ schemas: rdstationSchemas, validate: 'warn' })` checks its calls with.
 * @example rdstationSchemas.check('createConversion', 200, {}) // [{ path: '$.event_uuid', expected: 'uuid', got: 'missing' }]
 */
export const rdstationSchemas: PlatformSchemas = /* @__PURE__ */ platformSchemas('rdstation', rdstation);
