import { ChaveiroError } from './chaveiro-error.ts';

/** The account's plan does not include this, or its workspace is blocked. */
export class PlanRequiredError extends ChaveiroError {
  static override readonly kind: string = 'PlanRequiredError';
  static override readonly code = 'plan_not_allowed';
}
