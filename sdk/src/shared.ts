// What every entry point of a platform exports beside its own: errors, key sources and the types of calls.
export * from './errors/index.ts';
export { keyRing } from './auth/key-ring.ts';
export { keySource, type KeySourceOptions } from './auth/key-source.ts';
export { debugLog } from './observability/debug-log.ts';
export type { KeyContext, KeyFunction, KeyInput, KeySource, KeySourceFactory, Secret } from './auth/index.ts';
export type {
  Call,
  Caller,
  Clock,
  ConnectionOptions,
  Drift,
  DriftEvent,
  Fetch,
  Hooks,
  PlatformSchemas,
  RefusalEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
  SafeResult,
  Validate,
  WithResponse,
} from './http/index.ts';
export type { PlatformClient } from './platforms/platform-client.ts';
export type { Resource } from './platforms/resource.ts';
export type { Rows } from './platforms/rows.ts';
export type * from './types.ts';
export type { components, operations, paths } from '@chaveiro/openapi/types';
