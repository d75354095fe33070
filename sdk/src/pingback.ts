// @chaveiro/sdk/pingback: one platform alone.
export * from './platforms/pingback/index.ts';
export * from './shared.ts';
