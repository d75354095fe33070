/** A platform that exists in tests alone: the core must work for it without knowing its name. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import type { Account } from './account.ts';
import { createClock } from './clock.ts';
import type { GuardedOperation, KeyScheme, Placement } from './scheme.ts';
import { Session, type SessionSettings } from './session.ts';
import { createVault } from './vault.ts';

const source = 'https://acme.example/docs';

const policy: KeyPolicy = {
  platform: 'acme',
  keysPerAccount: 2,
  secret: 'revealable',
  storage: 'aes-256-gcm',
  format: { prefix: 'acme_', alphabet: 'base62', length: 20 },
  names: { required: true, unique: true },
  actions: { rename: true, disable: true, delete: true },
  managedBy: ['owner'],
  plans: { all: ['free', 'paid'], withApiAccess: ['paid'], default: 'paid', onLosingAccess: 'disable' },
  products: null,
  scopes: ['read', 'write'],
  lockTo: 'instance',
  rateLimits: [{ id: 'acme', per: 'account', requests: 2, window: '1m', state: 'rate_limited', evidence: 'documented', source }],
  expires: 'never',
  evidence: { actions: { level: 'documented', source } },
};

export function acmeScheme(
  changes: Partial<KeyPolicy> = {},
  name = 'acmeKey',
  placement: Placement = { in: 'header', name: 'x-acme' },
): KeyScheme {
  return { name, platform: 'acme', placement, policy: { ...policy, ...changes }, failures: {} };
}

export function acmeSession(settings: Partial<SessionSettings> = {}): Session {
  return new Session({
    name: 'test',
    seed: 1,
    clock: createClock(Date.UTC(2026, 0, 1)),
    vault: createVault(),
    settings: { rateLimits: 'off', propagationDelay: 0, failures: {}, ...settings },
  });
}

export function acmeAccount(session: Session, changes: Partial<Account> = {}): Account {
  const account = { id: session.ids.id('acc'), platform: 'acme', name: 'Acme', plan: 'paid', product: null, rateLimits: null };
  return session.accounts.insert({ ...account, createdAt: session.clock.now(), ...changes });
}

export function acmeOperation(scheme: KeyScheme, changes: Partial<GuardedOperation> = {}): GuardedOperation {
  return { id: 'listThings', security: [{ scheme, scopes: ['read'] }], otherSchemes: [], ...changes };
}

/** One kind of key that is kept sealed, and one of which only the hash is kept. */
export const KEPT_BOTH_WAYS = {
  sealed: acmeScheme({ keysPerAccount: null }, 'sealedKey'),
  hashed: acmeScheme({ keysPerAccount: null, storage: 'bcrypt', secret: 'shown-once' }, 'hashedKey'),
};
