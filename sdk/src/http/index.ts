// The life of a call: described and checked (caller.ts, prepare.ts), paced, sent and repeated in time (call.ts, pace.ts,
// retry.ts, deadline.ts), each attempt with its key and its answer read to the end (attempt.ts).
export type { Outcome } from './attempt.ts';
export { callerOf, send, type Caller } from './caller.ts';
export type { Clock } from './clock.ts';
export { connect, type Connection, type ConnectionOptions, type Fetch } from './connection.ts';
export type { DriftEvent, Hooks, RefusalEvent, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';
export type { Call, SafeResult, WithResponse } from './result.ts';
export type { Drift, PlatformSchemas, Validate } from './validation.ts';
