// @chaveiro/sdk/rdstation: one platform alone.
export * from './errors/index.ts';
export * from './platforms/rdstation/index.ts';
export type { ConnectionOptions, Fetch } from './http/index.ts';
export type { PlatformClient } from './platforms/platform-client.ts';
export type * from './types.ts';
