// What goes wrong: one class per cause, and the reading of each platform's answers into them (from-response.ts).
export type { AuthState } from '../generated/refusals/refusal.ts';
export type { CommonErrorCode, ErrorCode, WebhookErrorCode } from './codes.ts';
export { ChaveiroError, type ErrorFacts, type Issue } from './chaveiro-error.ts';
export { ConflictError } from './conflict-error.ts';
export { ConnectionError } from './connection-error.ts';
export { InstanceNotAllowedError } from './instance-not-allowed-error.ts';
export { InvalidKeyError } from './invalid-key-error.ts';
export { MissingKeyError } from './missing-key-error.ts';
export { NotFoundError } from './not-found-error.ts';
export { ParseError } from './parse-error.ts';
export { PlanRequiredError } from './plan-required-error.ts';
export { RateLimitError } from './rate-limit-error.ts';
export { RedirectError } from './redirect-error.ts';
export { ScopeMissingError } from './scope-missing-error.ts';
export { ServerError } from './server-error.ts';
export { TimeoutError } from './timeout-error.ts';
export { ValidationError } from './validation-error.ts';
export { WrongEndpointError } from './wrong-endpoint-error.ts';
