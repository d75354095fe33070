/** What the scenarios are about, in the order in which one looks for them. */
export const GROUPS = {
  keys: ['active', 'no-key', 'disabled', 're-enabled', 'deleted', 'expired', 'access-token', 'revoked-token', 'wrong-product'],
  plans: ['free-plan', 'plan-restored', 'blocked-workspace'],
  rights: ['send-only', 'manage-only', 'logs-only', 'locked-instance'],
  rotation: ['key-limit-reached', 'rotation', 'rotated', 'slow-propagation'],
  traffic: ['rate-limited', 'rate-limits', 'outage', 'server-errors', 'slow', 'flaky'],
} as const satisfies Record<string, readonly string[]>;

export type Group = keyof typeof GROUPS | 'others';

/** Those that there are, by group; a scenario that no group has is among the others. */
export function grouped<T extends { readonly name: string }>(scenarios: readonly T[]): [Group, T[]][] {
  const all = Object.entries(GROUPS) as [Group, readonly string[]][];
  const known = new Set(all.flatMap(([, names]) => names));
  const named = all.map(([group, names]): [Group, T[]] => [
    group,
    names.flatMap((name) => scenarios.filter((each) => each.name === name)),
  ]);
  const others: [Group, T[]] = ['others', scenarios.filter(({ name }) => !known.has(name))];
  return [...named, others].filter(([, found]) => found.length > 0);
}
