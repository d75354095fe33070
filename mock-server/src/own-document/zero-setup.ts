/** Accounts and keys that a mock of somebody else's document has from the start, one for each state that its rules make possible. */
import type { KeyPolicy, ZeroSetupAccount, ZeroSetupKey } from '@chaveiro/openapi/policy';
import { plain } from './names.ts';

export interface AdoptedScheme {
  readonly name: string;
  readonly policy: KeyPolicy;
  /** How a request brings its key, for a person to read. */
  readonly travelsIn: string;
}

interface State {
  readonly state: string;
  readonly summary: string;
  possible(policy: KeyPolicy): boolean;
  readonly account?: (policy: KeyPolicy) => Partial<ZeroSetupAccount>;
  readonly key?: (policy: KeyPolicy) => Partial<ZeroSetupKey>;
}

const STATES: readonly State[] = [
  { state: 'active', summary: 'Works everywhere', possible: () => true },
  {
    state: 'disabled',
    summary: 'Switched off; switching it on makes the same secret work',
    possible: ({ actions }) => actions.disable,
  },
  { state: 'deleted', summary: 'Deleted for good', possible: ({ actions }) => actions.delete },
  { state: 'expired', summary: 'Past its time', possible: ({ expires }) => expires !== 'never' },
  {
    state: 'no_scope',
    summary: 'Good, but without any scope',
    possible: ({ scopes }) => scopes.length > 0,
    key: () => ({ scopes: [] }),
  },
  {
    state: 'plan_without_access',
    summary: 'Its account is on a plan without API access',
    possible: (policy) => planWithoutAccess(policy) !== undefined,
    account: (policy) => ({ plan: planWithoutAccess(policy) ?? policy.plans.default }),
  },
  {
    state: 'rate_limited',
    summary: 'Good, but its account has used up its limits',
    possible: () => true,
    account: () => ({ rateLimits: 'exhausted' }),
  },
];

/** One account for each state, with a key of every scheme that can be in it: some operations need two keys of one account. */
export function zeroSetupAccounts(platform: string, schemes: readonly AdoptedScheme[]): ZeroSetupAccount[] {
  return STATES.flatMap((each) => {
    const { state, account } = each;
    const fitting = schemes.filter(({ policy }) => each.possible(policy));
    const [first] = fitting;
    if (!first) return [];
    const keys = fitting.map((scheme) => keyFor(platform, scheme, each, schemes.indexOf(scheme) === 0));
    const name = `${state[0]?.toUpperCase()}${state.slice(1).replaceAll('_', ' ')}`;
    return [{ id: `acc_${state}`, name, plan: first.policy.plans.default, keys, ...account?.(first.policy) }];
  });
}

function keyFor(
  platform: string,
  { name, policy, travelsIn }: AdoptedScheme,
  { state, summary, key }: State,
  isFirst: boolean,
): ZeroSetupKey {
  const scheme = isFirst ? '' : `-${plain(name).slice(0, 16)}`;
  return {
    id: `key_${state}${isFirst ? '' : `_${name}`}`,
    scheme: name,
    state,
    secret: `chaveiro-${platform.slice(0, 24)}${scheme}-${state.replaceAll('_', '-')}`,
    name: `${name} ${state.replaceAll('_', ' ')}`,
    summary: `${summary}; ${travelsIn}.`,
    ...key?.(policy),
  };
}

function planWithoutAccess({ plans }: KeyPolicy): string | undefined {
  return plans.all.find((plan) => !plans.withApiAccess.includes(plan));
}
