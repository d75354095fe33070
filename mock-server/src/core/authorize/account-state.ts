/** Whether the account may use the API at all: its plan, its product. */
import { planHasApiAccess } from '../account.ts';
import { passed, refused, skipped, type Finding, type Progress } from './progress.ts';

export function planGrantsAccess(progress: Progress): Finding {
  const { account, scheme } = progress;
  if (!account || !scheme) return skipped('x-key-policy.plans', 'no plan is needed');
  if (planHasApiAccess(scheme.policy, account.plan)) return passed('x-key-policy.plans', `plan ${account.plan} has API access`);
  progress.facts = { ...progress.facts, plan: account.plan };
  return refused(
    'plan_not_allowed',
    'x-key-policy.plans',
    `plan ${account.plan} has no API access; ${scheme.policy.plans.withApiAccess.join(', ')} have`,
  );
}

export function productAccepted({ account, scheme }: Progress): Finding {
  const products = scheme?.policy.products;
  if (!products) return skipped('x-key-policy.products', 'the platform has one product');
  if (account?.product && products.accepted.includes(account.product))
    return passed('x-key-policy.products', `an account of ${account.product}`);
  return refused(
    'wrong_product',
    'x-key-policy.products',
    `an account of ${account?.product ?? 'no product'}; keys of ${products.accepted.join(', ')} are accepted`,
  );
}
