// @chaveiro/sdk/node: what needs Node itself.
export { keyFile } from './node/key-file.ts';
export type { KeySourceFactory } from './auth/source.ts';
export type { KeySourceOptions } from './auth/key-source.ts';
