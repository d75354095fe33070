// @chaveiro/sdk/schemas/zenvio: zod schemas of every body of Zenvio's API and webhooks, and the check of its client's own calls.
import { zenvio } from '../generated/shapes/zenvio.ts';
import type { PlatformSchemas } from '../http/validation.ts';
import { platformSchemas } from './platform-schemas.ts';

export * from '../generated/schemas/zenvio.ts';
export type { Drift, PlatformSchemas } from '../http/validation.ts';

/**
 * What `new Zenvio({ schemas: zenvioSchemas, validate: 'warn' })` checks its calls with.
 * @example zenvioSchemas.check('editMessage', 'request', {}) // [{ path: '$.message', expected: 'string', got: 'missing' }]
 */
export const zenvioSchemas: PlatformSchemas = /* @__PURE__ */ platformSchemas('zenvio', zenvio);
