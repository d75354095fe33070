import { ChaveiroError } from './chaveiro-error.ts';

/**
 * The account's plan does not include this, or its workspace is blocked.
 *
 * ```ts
 * if (error instanceof PlanRequiredError) console.log(error.hint); // API keys need the Pro or Ultra plan.
 * ```
 */
export class PlanRequiredError extends ChaveiroError {
  static override readonly kind: string = 'PlanRequiredError';
  static override readonly code = 'plan_not_allowed';
}
