// @chaveiro/sdk/console: one platform alone.
export * from './platforms/console/index.ts';
export * from './shared.ts';
