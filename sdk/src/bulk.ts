// @chaveiro/sdk/bulk: many rows through one method, for whoever needs it.
export { createMany } from './bulk/create-many.ts';
export type { BulkTarget } from './bulk/target.ts';
export type { BulkRun } from './bulk/run.ts';
export type { BulkFailure, BulkOptions, BulkOutcome, BulkProgress, BulkSummary } from './bulk/types.ts';
export type { Checkpoint } from './bulk/settled.ts';
