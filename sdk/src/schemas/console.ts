// @chaveiro/sdk/schemas/console: zod schemas of every body of the console API, and the check of its client's own calls.
import { console } from '../generated/shapes/console.ts';
import type { PlatformSchemas } from '../http/validation.ts';
import { platformSchemas } from './platform-schemas.ts';

export * from '../generated/schemas/console.ts';
export type { Drift, PlatformSchemas } from '../http/validation.ts';

/**
 * What `new Console({ schemas: consoleSchemas, validate: 'warn' })` checks its calls with.
 * @example consoleSchemas.check('revealApiKey', 200, {}) // [{ path: '$.secret', expected: 'string', got: 'missing' }]
 */
export const consoleSchemas: PlatformSchemas = /* @__PURE__ */ platformSchemas('console', console);
