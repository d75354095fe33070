/** Accounts, keys and what else the controls show, as JSON; never a secret. */
import { iso } from '../../core/clock.ts';
import type { components } from '@chaveiro/openapi/types';
import type { Account } from '../../core/account.ts';
import { currentState, type Key } from '../../core/key.ts';
import type { Session } from '../../core/session.ts';

type Schemas = components['schemas'];

export function accountView(session: Session, account: Account): Schemas['MockAccount'] {
  const { id, platform, name, plan, product, rateLimits, createdAt } = account;
  const keys = session.keysOf(id).filter((key) => currentState(key).status !== 'deleted').length;
  return { id, platform, name, plan, product, rateLimits, keys, createdAt: iso(createdAt) };
}

/** Deleted keys too: whoever runs the mock sees them all. */
export function keyView(session: Session, key: Key): Schemas['MockKey'] {
  const { id, accountId, platform, scheme, name, masked, scopes, instances, createdAt, expiresAt } = key;
  const { status, reason } = currentState(key);
  return {
    id,
    accountId,
    platform,
    scheme,
    name,
    status,
    disabledReason: reason,
    masked,
    scopes: [...scopes],
    instances: instances && [...instances],
    requests: session.useOf(id).requests,
    createdAt: iso(createdAt),
    expiresAt: expiresAt === null ? null : iso(expiresAt),
  };
}

export function sessionView(session: Session): Schemas['MockSession'] {
  return { name: session.name, now: iso(session.clock.now()), requests: session.journal.size };
}

/** A list that comes whole. */
export function listView<T>(items: T[]): { items: T[]; total: number } {
  return { items, total: items.length };
}
