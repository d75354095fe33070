/** A key as a test sees it: what it is now, and the buttons of its dashboard. */
import { currentState, type DisabledReason, type KeyStatus } from '../core/key.ts';
import { deleteKey, disableKey, enableKey, expireKey, renameKey, revealKey } from '../core/key-lifecycle.ts';
import { valueOf } from '../core/outcome.ts';
import type { KeyScheme } from '../core/scheme.ts';
import type { Session } from '../core/session.ts';

/** Methods throw `KeyRuleError` where the platform's rules forbid the step; its `code` is the console's. */
export interface KeyHandle {
  readonly id: string;
  readonly accountId: string;
  readonly platform: string;
  readonly scheme: string;
  readonly name: string;
  readonly status: KeyStatus;
  readonly disabledReason: DisabledReason | null;
  /** As lists show it. */
  readonly masked: string;
  readonly scopes: readonly string[];
  /** `null`: every instance. */
  readonly instances: readonly string[] | null;
  readonly requests: number;
  /** Effective for the very next request, unless the mock has a `propagationDelay`. */
  disable(): void;
  enable(): void;
  rename(name: string): void;
  /** For ever; "revoke" on some platforms. */
  delete(): void;
  /** As if its time were over, where keys of its kind have one. */
  expire(): void;
  /** The secret, where the platform can show it again. */
  reveal(): string;
}

/** A key just created. Its secret is in no log, `inspect` or JSON: only in this property. */
export interface NewKeyHandle extends KeyHandle {
  readonly secret: string;
}

export function keyHandle(session: Session, scheme: KeyScheme, id: string): KeyHandle {
  const row = () => {
    const key = session.keys.get(id);
    if (!key) throw new Error(`The key ${id} is gone: the mock was reset since. Create it again after the reset.`);
    return key;
  };
  const accountOf = () => {
    const account = session.accounts.get(row().accountId);
    if (!account) throw new Error(`The account of key ${id} is gone.`);
    return account;
  };
  return {
    id,
    scheme: scheme.name,
    platform: scheme.platform,
    get accountId() {
      return row().accountId;
    },
    get name() {
      return row().name;
    },
    get status() {
      return currentState(row()).status;
    },
    get disabledReason() {
      return currentState(row()).reason;
    },
    get masked() {
      return row().masked;
    },
    get scopes() {
      return row().scopes;
    },
    get instances() {
      return row().instances;
    },
    get requests() {
      return session.useOf(id).requests;
    },
    disable: () => void valueOf(disableKey(session, scheme, id)),
    enable: () => void valueOf(enableKey(session, scheme, accountOf(), id)),
    rename: (name) => void valueOf(renameKey(session, scheme, id, name)),
    delete: () => void valueOf(deleteKey(session, scheme, id)),
    expire: () => void valueOf(expireKey(session, scheme, id)),
    reveal: () => valueOf(revealKey(session, scheme, id)),
  };
}

/** Adds the secret as a property that neither `JSON.stringify` nor `inspect` shows. */
export function withSecret(handle: KeyHandle, secret: string): NewKeyHandle {
  return Object.defineProperty(handle, 'secret', { value: secret, enumerable: false }) as NewKeyHandle;
}
