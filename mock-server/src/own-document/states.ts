/** How each auth state is answered where a document does not say: status, words, and what an example for it is usually called. */
import type { AuthState, KeyPolicy } from '@chaveiro/openapi/policy';

export interface StateWords {
  readonly status: 401 | 403 | 429;
  readonly title: string;
  readonly detail: string;
  /** An example whose name or text matches is meant for this state. */
  readonly likely: RegExp;
}

export const stateWords: Readonly<Record<AuthState, StateWords>> = {
  missing_key: {
    status: 401,
    title: 'Unauthorized',
    detail: 'The request brings no credential.',
    likely: /missing|required|absent|not.?provided|unauthenticated|no.?(api.?)?(key|token|auth)/i,
  },
  unknown_key: {
    status: 401,
    title: 'Unauthorized',
    detail: 'The credential is not valid.',
    likely: /invalid|unknown|incorrect|wrong|bad.?credential|not.?found/i,
  },
  deleted_key: {
    status: 401,
    title: 'Unauthorized',
    detail: 'The credential is no longer valid.',
    likely: /delet|revok|invalid/i,
  },
  disabled_key: {
    status: 401,
    title: 'Unauthorized',
    detail: 'The credential is disabled.',
    likely: /disabl|inactiv|suspend|deactivat/i,
  },
  expired_key: { status: 401, title: 'Unauthorized', detail: 'The credential has expired.', likely: /expir/i },
  plan_not_allowed: {
    status: 403,
    title: 'Forbidden',
    detail: 'The plan of this account does not include this.',
    likely: /plan|upgrade|payment|subscri|billing/i,
  },
  wrong_product: {
    status: 403,
    title: 'Forbidden',
    detail: 'The account is of another product.',
    likely: /product/i,
  },
  wrong_endpoint: {
    status: 403,
    title: 'Forbidden',
    detail: 'This kind of credential does not open this operation.',
    likely: /wrong|type|kind/i,
  },
  scope_missing: {
    status: 403,
    title: 'Forbidden',
    detail: 'The credential lacks a scope that this operation needs.',
    likely: /scope|permission|insufficient|privilege/i,
  },
  rate_limited: {
    status: 429,
    title: 'Too Many Requests',
    detail: 'Too many requests; try again later.',
    likely: /rate|limit|too.?many|quota|throttl/i,
  },
  rate_limited_lead: {
    status: 429,
    title: 'Too Many Requests',
    detail: 'Too many requests about this subject; try again later.',
    likely: /rate|limit|too.?many|quota|throttl/i,
  },
  instance_not_allowed: {
    status: 403,
    title: 'Forbidden',
    detail: 'The credential is locked to another instance.',
    likely: /instance|resource|allowed/i,
  },
};

/** The states that keys under this policy can be in. */
export function statesOf(policy: KeyPolicy, schemeCount: number): AuthState[] {
  const { actions, plans, products, scopes, lockTo, rateLimits, expires } = policy;
  const possible: readonly [AuthState, boolean][] = [
    ['missing_key', true],
    ['unknown_key', true],
    ['deleted_key', actions.delete],
    ['disabled_key', actions.disable || plans.onLosingAccess === 'disable'],
    ['expired_key', expires !== 'never'],
    ['plan_not_allowed', plans.withApiAccess.length < plans.all.length],
    ['wrong_product', products !== null],
    ['wrong_endpoint', schemeCount > 1],
    ['scope_missing', scopes.length > 0],
    // An account can be set to have used up limits that nobody has written down.
    ['rate_limited', true],
    ['rate_limited_lead', rateLimits.some(({ per }) => per === 'lead')],
    ['instance_not_allowed', lockTo !== null],
  ];
  return possible.filter(([, can]) => can).map(([state]) => state);
}
