import type { AuthState } from '../generated/refusals/refusal.ts';
import { ChaveiroError } from './chaveiro-error.ts';
import { ConflictError } from './conflict-error.ts';
import { InstanceNotAllowedError } from './instance-not-allowed-error.ts';
import { InvalidKeyError } from './invalid-key-error.ts';
import { NotFoundError } from './not-found-error.ts';
import { PlanRequiredError } from './plan-required-error.ts';
import { RateLimitError } from './rate-limit-error.ts';
import { ScopeMissingError } from './scope-missing-error.ts';
import { ServerError } from './server-error.ts';
import { ValidationError } from './validation-error.ts';
import { WrongEndpointError } from './wrong-endpoint-error.ts';

export type ErrorClass = typeof ChaveiroError;

/**
 * Errors that are about something else than the key itself. The states that one of them stands for begin like its code:
 * `rate_limited_lead`, `wrong_product`.
 */
const BY_STATE: readonly ErrorClass[] = [
  PlanRequiredError,
  WrongEndpointError,
  ScopeMissingError,
  RateLimitError,
  InstanceNotAllowedError,
];

/** The class of each status, where neither the key nor a code tells more. */
const BY_STATUS: Readonly<Record<number, ErrorClass>> = {
  400: ValidationError,
  401: InvalidKeyError,
  402: PlanRequiredError,
  404: NotFoundError,
  405: ValidationError,
  409: ConflictError,
  413: ValidationError,
  414: ValidationError,
  415: ValidationError,
  422: ValidationError,
  429: RateLimitError,
};

/**
 * The class for an answer that can stand for several states: theirs where they agree, `InvalidKeyError` where a state of
 * the key itself is among them. Undefined for none.
 */
export function classOfStates(states: readonly AuthState[]): ErrorClass | undefined {
  const classes = states.map((state) => BY_STATE.find(({ code }) => state.startsWith(code.slice(0, 4))) ?? InvalidKeyError);
  return classes.includes(InvalidKeyError) ? InvalidKeyError : classes[0];
}

export function classOfStatus(status: number): ErrorClass {
  return BY_STATUS[status] ?? (status < 500 ? ChaveiroError : ServerError);
}
