/** Accounts and keys as the console shows them: never a secret. */
import { iso } from '../../core/clock.ts';
import type { components } from '@chaveiro/openapi/types';
import { planHasApiAccess, type Account } from '../../core/account.ts';
import { keysInUse } from '../../core/key-lifecycle.ts';
import { currentState, type Key } from '../../core/key.ts';
import type { KeyScheme } from '../../core/scheme.ts';
import type { Session } from '../../core/session.ts';

type Schemas = components['schemas'];

export function accountView(session: Session, account: Account, scheme: KeyScheme): Schemas['ConsoleAccount'] {
  const { policy } = scheme;
  const { id, platform, name, plan, product, createdAt } = account;
  return {
    id,
    platform,
    name,
    plan,
    product,
    plans: policy.plans.all.map((each) => ({ name: each, apiAccess: planHasApiAccess(policy, each) })),
    keyLimit: policy.keysPerAccount,
    keysInUse: keysInUse(session, scheme, id).length,
    users: userViews(session, id),
    createdAt: iso(createdAt),
  };
}

/**
 * Who may sign in to an account. A person is known by a fingerprint of the session's token, which differs from run to
 * run, so the id shown here is the role, numbered where several people share it.
 */
function userViews(session: Session, accountId: string): Schemas['ConsoleUser'][] {
  const counts = new Map<string, number>();
  return session.users
    .values()
    .filter((user) => user.accountId === null || user.accountId === accountId)
    .map(({ name, role }) => {
      const count = (counts.get(role) ?? 0) + 1;
      counts.set(role, count);
      return { id: count === 1 ? `user_${role}` : `user_${role}_${count}`, name, role };
    });
}

export function keyView(session: Session, key: Key): Schemas['ConsoleApiKey'] {
  const { status, reason } = currentState(key);
  const { lastUsedAt, requests } = session.useOf(key.id);
  return {
    id: key.id,
    accountId: key.accountId,
    platform: key.platform,
    scheme: key.scheme,
    name: key.name,
    status: status === 'active' ? 'active' : 'disabled',
    disabledReason: reason,
    masked: key.masked,
    scopes: [...key.scopes],
    instances: key.instances && [...key.instances],
    createdAt: iso(key.createdAt),
    lastUsedAt: isoOrNull(lastUsedAt),
    requestCount: requests,
    expiresAt: isoOrNull(key.expiresAt),
  };
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at);
}
