// @chaveiro/sdk: everything. One platform alone: @chaveiro/sdk/pingback, /rdstation, /zenvio, /console.
export * from './platforms/console/index.ts';
export * from './platforms/pingback/index.ts';
export * from './platforms/rdstation/index.ts';
export * from './platforms/zenvio/index.ts';
export * from './shared.ts';
export { createClient, type ClientKeys, type CreateClientOptions, type PlatformId } from './client.ts';
