/** Changing an account's plan, and what that does to its keys. */
import { planHasApiAccess, type Account } from './account.ts';
import { currentState } from './key.ts';
import { disableKey, keysInUse } from './key-lifecycle.ts';
import { broken, done, type Outcome } from './outcome.ts';
import type { KeyScheme } from './scheme.ts';
import type { Session } from './session.ts';

/**
 * Moves an account to another plan. Where the policy says so, losing API access disables every active key with
 * the reason `plan_downgraded`; getting it back enables none by itself.
 * @param schemes the platform's key schemes.
 */
export function changePlan(session: Session, schemes: readonly KeyScheme[], account: Account, plan: string): Outcome<Account> {
  const known = schemes[0]?.policy.plans.all ?? [];
  if (!known.includes(plan)) {
    return broken('invalid_request', `There is no plan "${plan}" on this platform. Choose from: ${known.join(', ')}.`, { plan });
  }
  for (const scheme of schemes) {
    if (planHasApiAccess(scheme.policy, plan) || scheme.policy.plans.onLosingAccess !== 'disable') continue;
    for (const key of keysInUse(session, scheme, account.id)) {
      if (currentState(key).status === 'active') disableKey(session, scheme, key.id, 'plan_downgraded');
    }
  }
  return done(session.accounts.update(account.id, { plan }));
}
