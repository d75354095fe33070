// @chaveiro/sdk/rdstation: one platform alone.
export * from './platforms/rdstation/index.ts';
export * from './shared.ts';
