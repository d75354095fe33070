// @chaveiro/sdk: everything. One platform alone: @chaveiro/sdk/pingback, /rdstation, /zenvio, /console.
export * from './errors/index.ts';
export * from './platforms/console/index.ts';
export * from './platforms/pingback/index.ts';
export * from './platforms/rdstation/index.ts';
export * from './platforms/zenvio/index.ts';
export { createClient, type ClientKeys, type CreateClientOptions, type PlatformId } from './client.ts';
export type { ConnectionOptions, Fetch } from './http/index.ts';
export type { PlatformClient } from './platforms/platform-client.ts';
export type * from './types.ts';
export type { components, operations, paths } from '@chaveiro/openapi/types';
