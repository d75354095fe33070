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
  const parts = partsOf(schemes);
  return STATES.flatMap((each) => {
    const { state, account } = each;
    const fitting = schemes.filter(({ policy }) => each.possible(policy));
    const [first] = fitting;
    if (!first) return [];
    const keys = fitting.map((scheme) => keyFor(platform, scheme, each, parts.get(scheme.name)));
    const name = `${state[0]?.toUpperCase()}${state.slice(1).replaceAll('_', ' ')}`;
    return [{ id: `acc_${state}`, name, plan: first.policy.plans.default, keys, ...account?.(first.policy) }];
  });
}

/** Longer secrets than those that follow would not all fit into a bcrypt hash. */
const LONGEST_PART = 16;

/** What the secrets of a scheme have of its name, each something else; the first needs nothing of it. */
function partsOf([, ...others]: readonly AdoptedScheme[]): ReadonlyMap<string, string> {
  const short = (name: string) => plain(name).slice(0, LONGEST_PART);
  const taken = new Set(others.map(({ name }) => short(name)));
  const parts = new Map<string, string>();
  const used = new Set<string>();
  for (const { name } of others) {
    const wanted = short(name);
    let part = wanted;
    // A number is none that another scheme is called by.
    for (let number = 2; used.has(part) || (part !== wanted && taken.has(part)); number += 1)
      part = `${wanted.slice(0, LONGEST_PART - `-${number}`.length)}-${number}`;
    used.add(part);
    parts.set(name, part);
  }
  return parts;
}

/** @param part what tells the scheme in the secret; absent: it is the first. */
function keyFor(
  platform: string,
  { name, policy, travelsIn }: AdoptedScheme,
  { state, summary, key }: State,
  part: string | undefined,
): ZeroSetupKey {
  const scheme = part === undefined ? '' : `-${part}`;
  return {
    id: `key_${state}${part === undefined ? '' : `_${name}`}`,
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
