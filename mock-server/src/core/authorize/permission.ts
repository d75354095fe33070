/** What this key may do: this endpoint, this scope, this instance. */
import type { Account } from '../account.ts';
import { passed, refused, skipped, type Finding, type Progress } from './progress.ts';

/** Keys that an operation needs together are two halves of one account's credential. */
export function sameAccount({ account }: Progress, first: Account | undefined): Finding {
  if (account?.id === first?.id) return passed('security', 'both keys are of one account');
  return refused('unknown_key', 'security', `the keys are of different accounts: ${first?.id} and ${account?.id}`);
}

export function keyOpensEndpoint({ key, scheme }: Progress): Finding {
  if (key && (key.scheme === scheme?.name || scheme?.alsoKeysOf?.includes(key.scheme)))
    return passed('security', `${key.scheme} opens this operation`);
  return refused(
    'wrong_endpoint',
    'security',
    `this is a ${key?.scheme ?? 'different'} credential; the operation takes ${scheme?.name ?? 'another'}`,
  );
}

export function scopeGranted(progress: Progress): Finding {
  const { key, scopes } = progress;
  if (scopes.length === 0) return skipped('x-key-policy.scopes', 'the operation asks for no scope');
  const missing = scopes.find((scope) => !key?.scopes.includes(scope));
  if (missing === undefined) return passed('x-key-policy.scopes', `the key has ${scopes.join(', ')}`);
  progress.facts = { ...progress.facts, scope: missing };
  return refused(
    'scope_missing',
    'x-key-policy.scopes',
    `the key lacks ${missing}; it has ${key?.scopes.join(', ') || 'no scope'}`,
  );
}

export function instanceAllowed(progress: Progress): Finding {
  const { key, operation, account } = progress;
  if (!operation.instance || !account) return skipped('x-instance', 'the operation is about no single instance');
  const instanceId = progress.instanceOf(account);
  progress.instanceId = instanceId;
  if (!key?.instances) return passed('x-key-policy.lockTo', 'the key opens every instance');
  if (instanceId === undefined) return skipped('x-instance', 'the request names no instance');
  if (key.instances.includes(instanceId)) return passed('x-key-policy.lockTo', `the key opens ${instanceId}`);
  progress.facts = { ...progress.facts, instanceId };
  return refused(
    'instance_not_allowed',
    'x-key-policy.lockTo',
    `the key is locked to ${key.instances.join(', ')}; the request is about ${instanceId}`,
  );
}
