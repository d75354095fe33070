// @chaveiro/sdk/webhooks: what the platforms send by themselves, verified and typed.
export { ChaveiroError } from './errors/chaveiro-error.ts';
export * from './webhooks/index.ts';
