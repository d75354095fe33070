/** What the document's extensions may say, as zod schemas, and the check of the document as a whole. */
export * from './auth-failures.ts';
export * from './auth-state.ts';
export * from './cors.ts';
export { parseDocument } from './document.ts';
export * from './evidence.ts';
export * from './fill.ts';
export * from './instance-reference.ts';
export * from './key-policy.ts';
export { lines } from './lines.ts';
export { didYouMean } from './nearest.ts';
export type * from './openapi-document.ts';
export { httpMethods } from './openapi-document.ts';
export * from './operations.ts';
export * from './own-policy.ts';
export * from './platform.ts';
export { describeProblems, DocumentError, problemsOf, type JsonPath, type Locate, type Problem } from './problem.ts';
export { atPointer, pointerSteps, resolve } from './references.ts';
export * from './zero-setup.ts';
