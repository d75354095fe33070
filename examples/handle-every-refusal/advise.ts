/** What a form tells its user, and what it does, for everything that can go wrong. One place, by class of error. */
import {
  ConflictError,
  ConnectionError,
  RateLimitError,
  ServerError,
  TimeoutError,
  ValidationError,
  type ChaveiroError,
} from '@chaveiro/sdk';

export interface Advice {
  /** For whoever fills in the form. */
  readonly message: string;
  /** `correct`: mark the fields. `later`: keep it and send it again. `operator`: somebody has to look at the integration. */
  readonly action: 'correct' | 'later' | 'operator';
  readonly fields?: readonly string[];
}

const UNAVAILABLE = 'We could not take this just now. We keep it and try again.';
const OPERATOR = 'We keep your data; our team has been told.';

export function advise(error: ChaveiroError): Advice {
  if (error instanceof ValidationError) {
    const fields = error.issues.flatMap(({ path }) => path ?? []);
    return { message: 'Please check the marked fields.', action: 'correct', fields };
  }
  if (error instanceof ConflictError) return { message: 'You are registered already.', action: 'correct' };
  if (error instanceof RateLimitError) return { message: UNAVAILABLE, action: 'later' };
  // It may have arrived: what is not safe to repeat needs a look before it is sent again.
  if (error instanceof ServerError || error instanceof TimeoutError || error instanceof ConnectionError) {
    return { message: UNAVAILABLE, action: error.isRetryable ? 'later' : 'operator' };
  }
  // The key, the plan, the scope, the instance: nothing that whoever fills in the form can mend.
  return { message: OPERATOR, action: 'operator' };
}
