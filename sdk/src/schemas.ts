// @chaveiro/sdk/schemas: zod schemas of every body. One platform alone: @chaveiro/sdk/schemas/pingback, /rdstation, /zenvio, /console.
export * from './schemas/console.ts';
export * from './schemas/pingback.ts';
export * from './schemas/rdstation.ts';
export * from './schemas/zenvio.ts';
