/** What a dashboard can do with a key, each command under the policy of its scheme. */
import { planHasApiAccess, type Account } from './account.ts';
import { milliseconds } from './clock.ts';
import { currentState, mask, type DisabledReason, type Key, type KeyStatus } from './key.ts';
import { broken, done, type Outcome } from './outcome.ts';
import type { KeyScheme } from './scheme.ts';
import type { Session } from './session.ts';

export interface NewKey {
  readonly name?: string | undefined;
  /** Default: every scope of the policy. */
  readonly scopes?: readonly string[] | undefined;
  /** Instances to lock the key to; default: none, so that it opens all. */
  readonly instances?: readonly string[] | null | undefined;
  /** A secret of your own, for fixtures, which no other key may have; default: a generated one in the platform's format. */
  readonly secret?: string | undefined;
  /** The secret is no secret: the document shows it to everybody. */
  readonly published?: boolean;
  readonly id?: string | undefined;
}

/** A key just created: the only moment at which every platform shows its secret. */
export interface CreatedKey {
  readonly key: Key;
  readonly secret: string;
}

/** Keys of an account that count towards its limit: all of the kind that are not deleted, disabled ones too. */
export function keysInUse(session: Session, scheme: KeyScheme, accountId: string): Key[] {
  return session.keysOf(accountId).filter((key) => isOfKind(key, scheme) && currentState(key).status !== 'deleted');
}

/** Schemes that take each other's keys are places for one kind of key, whichever of them a key was created for. */
export function isOfKind(key: Key, { name, alsoKeysOf }: KeyScheme): boolean {
  return key.scheme === name || alsoKeysOf?.includes(key.scheme) === true;
}

export function createKey(session: Session, scheme: KeyScheme, account: Account, wanted: NewKey): Outcome<CreatedKey> {
  const { policy } = scheme;
  const others = keysInUse(session, scheme, account.id);
  if (!planHasApiAccess(policy, account.plan)) return planRequired(scheme, account);
  if (policy.keysPerAccount !== null && others.length >= policy.keysPerAccount)
    return limitReached(scheme, policy.keysPerAccount);

  const name = wanted.name?.trim() || (policy.names.required ? '' : freeName(others));
  const refusedName = checkName(scheme, others, name);
  if (refusedName) return refusedName;
  const strangers = (wanted.scopes ?? []).filter((scope) => !policy.scopes.includes(scope));
  if (strangers.length > 0) {
    return broken(
      'invalid_request',
      `There is no scope "${strangers[0]}". Choose from: ${policy.scopes.join(', ') || 'none, this platform has no scopes'}.`,
    );
  }
  if (wanted.instances && policy.lockTo === null) {
    return broken('invalid_request', 'Keys of this platform cannot be locked to an instance. Leave "instances" out.');
  }

  const now = session.clock.now();
  const secret = wanted.secret ?? policy.format.prefix + session.ids.text(policy.format.alphabet, policy.format.length);
  const sealed = session.vault.seal(secret, policy.storage, wanted.published);
  const key: Key = {
    id: wanted.id ?? session.ids.id('key'),
    accountId: account.id,
    platform: scheme.platform,
    scheme: scheme.name,
    name,
    sealed,
    masked: mask(secret, sealed.start, policy.secret === 'revealable'),
    history: [{ at: now, status: 'active', reason: null }],
    scopes: wanted.scopes ?? policy.scopes,
    instances: wanted.instances?.length ? wanted.instances : null,
    createdAt: now,
    expiresAt: policy.expires === 'never' ? null : now + milliseconds(policy.expires),
  };
  return done({ key: session.keys.insert(key), secret });
}

export function renameKey(session: Session, scheme: KeyScheme, keyId: string, name: string): Outcome<Key> {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  if (!scheme.policy.actions.rename) return forbidden('rename');
  const others = keysInUse(session, scheme, key.accountId).filter((other) => other.id !== keyId);
  const wanted = name.trim();
  if (!wanted) return broken('invalid_request', 'A key needs a name. Give one of at least one character.');
  return checkName(scheme, others, wanted) ?? done(session.keys.update(keyId, { name: wanted }));
}

export function disableKey(session: Session, scheme: KeyScheme, keyId: string, reason: DisabledReason = 'by_user'): Outcome<Key> {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  if (!scheme.policy.actions.disable && reason === 'by_user') return forbidden('disable');
  return done(currentState(key).status === 'disabled' ? key : change(session, key, 'disabled', reason));
}

export function enableKey(session: Session, scheme: KeyScheme, account: Account, keyId: string): Outcome<Key> {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  if (!scheme.policy.actions.disable) return forbidden('enable');
  if (!planHasApiAccess(scheme.policy, account.plan)) return planRequired(scheme, account);
  return done(currentState(key).status === 'active' ? key : change(session, key, 'active', null));
}

/** Deletes (or, in the words of some platforms, revokes) a key: there is no way back. */
export function deleteKey(session: Session, scheme: KeyScheme, keyId: string): Outcome<Key> {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  if (!scheme.policy.actions.delete) return forbidden('delete');
  return done(change(session, key, 'deleted', null));
}

/** Makes a key or token old before its time, where they age at all. */
export function expireKey(session: Session, scheme: KeyScheme, keyId: string): Outcome<Key> {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  if (scheme.policy.expires === 'never')
    return broken('action_not_allowed', 'Keys of this kind never expire.', { action: 'expire' });
  return done(session.keys.update(keyId, { expiresAt: session.clock.now() - 1 }));
}

export function revealKey(session: Session, scheme: KeyScheme, keyId: string): Outcome<string> {
  const key = liveKey(session, keyId);
  if (!key) return notFound(keyId);
  const secret = scheme.policy.secret === 'revealable' ? session.vault.open(key.sealed) : undefined;
  if (secret !== undefined) return done(secret);
  return broken(
    'secret_not_recoverable',
    'Keys of this platform are shown once, when they are created, and nobody can show this one again. Create a new key, move your integrations to it, then revoke this one.',
  );
}

/** A key that has not been deleted. */
export function liveKey(session: Session, keyId: string): Key | undefined {
  const key = session.keys.get(keyId);
  return key && currentState(key).status !== 'deleted' ? key : undefined;
}

function change(session: Session, key: Key, status: KeyStatus, reason: DisabledReason | null): Key {
  return session.keys.update(key.id, { history: [...key.history, { at: session.clock.now(), status, reason }] });
}

function checkName(scheme: KeyScheme, others: readonly Key[], name: string) {
  const { names } = scheme.policy;
  if (!name && names.required)
    return broken('invalid_request', 'A key of this platform needs a name. Give one that says where it is used.');
  if (names.unique && others.some((other) => other.name === name)) {
    return broken('key_name_taken', `Another key of this account is named "${name}". Choose a different name.`, {
      keyName: name,
    });
  }
  return undefined;
}

function freeName(others: readonly Key[]): string {
  const taken = new Set(others.map((key) => key.name));
  let number = others.length + 1;
  while (taken.has(`Chave ${number}`)) number += 1;
  return `Chave ${number}`;
}

/** How to get another key when the limit is reached, as far as this policy leaves one. */
export function wayOut(scheme: KeyScheme): string {
  const { actions } = scheme.policy;
  if (actions.delete) return 'Delete a key first; the integrations that use it stop at once.';
  if (actions.disable)
    return 'Keys here are never deleted, and disabling one does not free its place: rename and reuse an existing key.';
  return 'Reuse an existing key.';
}

function limitReached(scheme: KeyScheme, limit: number) {
  const keys = limit === 1 ? '1 key' : `${limit} keys`;
  return broken('key_limit_reached', `This account has ${keys}, as many as it may have. ${wayOut(scheme)}`, {
    keyLimit: limit,
    wayOut: wayOut(scheme),
  });
}

function planRequired(scheme: KeyScheme, account: Account) {
  const plans = scheme.policy.plans.withApiAccess;
  return broken('plan_required', `The plan "${account.plan}" has no API access. Move the account to: ${plans.join(', ')}.`, {
    plan: account.plan,
    plans: plans.join(', '),
  });
}

function forbidden(action: string) {
  return broken('action_not_allowed', `This platform does not let anybody ${action} a key.`, { action });
}

function notFound(keyId: string) {
  return broken('key_not_found', `There is no key "${keyId}" in this account. List the keys to see their ids.`, { keyId });
}
