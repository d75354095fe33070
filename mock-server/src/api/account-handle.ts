/** An account as a test sees it: plan, people, keys. */
import type { Role } from '@chaveiro/openapi/policy';
import type { RateLimiting } from '../core/account.ts';
import { signIn } from '../core/dashboard.ts';
import { createKey, type NewKey } from '../core/key-lifecycle.ts';
import { broken, valueOf } from '../core/outcome.ts';
import { changePlan } from '../core/plan.ts';
import type { KeyScheme } from '../core/scheme.ts';
import type { Session } from '../core/session.ts';
import { keyHandle, withSecret, type KeyHandle, type NewKeyHandle } from './key-handle.ts';

export interface NewKeyOptions extends NewKey {
  /** A scheme of the platform other than its key screen's: `rdstationOAuth` for an access token. */
  readonly scheme?: string;
}

export interface AccountHandle {
  readonly id: string;
  readonly platform: string;
  readonly name: string;
  readonly plan: string;
  readonly keys: {
    /** Creates a key as the dashboard would. @throws {KeyRuleError} `key_limit_reached`, `plan_required`, … */
    create(options?: NewKeyOptions): NewKeyHandle;
    /** Also disabled and deleted ones. */
    list(): KeyHandle[];
    /** @throws {Error} when the account has no such key. */
    get(id: string): KeyHandle;
  };
  /** Moves the account to another plan; a downgrade does to its keys what the policy says. */
  changePlan(plan: string): void;
  /** Whether this account's rate limits count; `null`: as the mock says. */
  limitRate(mode: RateLimiting | null): void;
  /** Signs a person in to the console of this account and returns the session's token. */
  signIn(role: Role, name?: string): string;
}

export function accountHandle(session: Session, schemes: readonly KeyScheme[], id: string): AccountHandle {
  const row = () => {
    const account = session.accounts.get(id);
    if (!account) throw new Error(`The account ${id} is gone: the mock was reset since. Create it again after the reset.`);
    return account;
  };
  const schemeNamed = (name: string | undefined) => {
    const scheme = name === undefined ? schemes[0] : schemes.find((candidate) => candidate.name === name);
    if (!scheme) throw new Error(`There is no key scheme "${name}" here. Choose from: ${schemes.map((s) => s.name).join(', ')}.`);
    return scheme;
  };
  const handleOf = (keyId: string) => {
    const key = session.keys.get(keyId);
    if (key?.accountId !== id) throw new Error(`The account ${id} has no key ${keyId}.`);
    return keyHandle(session, schemeNamed(key.scheme), keyId);
  };
  return {
    id,
    get platform() {
      return row().platform;
    },
    get name() {
      return row().name;
    },
    get plan() {
      return row().plan;
    },
    keys: {
      create({ scheme: name, ...wanted } = {}) {
        const scheme = schemeNamed(name);
        if (wanted.secret !== undefined && session.findKey(wanted.secret)) {
          valueOf(broken('invalid_request', 'Another key has this secret. Leave "secret" out to get a new one.'));
        }
        const named = { ...wanted, name: wanted.name ?? (scheme.policy.names.required ? 'Test key' : undefined) };
        const { key, secret } = valueOf(createKey(session, scheme, row(), named));
        return withSecret(keyHandle(session, scheme, key.id), secret);
      },
      list: () => session.keysOf(id).map((key) => handleOf(key.id)),
      get: handleOf,
    },
    changePlan: (plan) => void valueOf(changePlan(session, schemes, row(), plan)),
    limitRate: (rateLimits) => void session.accounts.update(id, { rateLimits }),
    signIn(role, name = role) {
      const token = `session-${session.ids.text('base62', 24)}`;
      signIn(session, token, { role, name, accountId: id });
      return token;
    },
  };
}
