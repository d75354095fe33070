// @chaveiro/sdk/zenvio: one platform alone.
export * from './platforms/zenvio/index.ts';
export * from './shared.ts';
