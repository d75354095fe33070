import { atPointer, exampleBodyOf, parametersOf, requirementsOf } from '../policy/index.ts';
import type { AuthState, OpenApiDocument, OperationEntry, ZeroSetupAccount, ZeroSetupKey } from '../policy/index.ts';

/** A fixed key with the account that it belongs to. */
export interface FixedKey {
  account: ZeroSetupAccount;
  key: ZeroSetupKey;
}

/** The zero-setup states whose key shows an auth state. */
const shownBy: Record<Exclude<AuthState, 'missing_key' | 'unknown_key' | 'rate_limited_lead'> | 'active', string[]> = {
  active: ['active'],
  disabled_key: ['disabled'],
  deleted_key: ['deleted', 'revoked'],
  expired_key: ['expired'],
  plan_not_allowed: ['free_plan', 'blocked_workspace'],
  wrong_product: ['crm_account'],
  // A good key, sent to an operation of another scheme.
  wrong_endpoint: ['active'],
  scope_missing: ['send_only', 'manage_only', 'logs_only'],
  rate_limited: ['rate_limited'],
  instance_not_allowed: ['locked_to_instance'],
};

/** The fixed key that shows a state on an operation, or the reason why there is none. */
export function keyShowing(
  document: OpenApiDocument,
  entry: OperationEntry,
  platform: string,
  scheme: string,
  state: keyof typeof shownBy | 'rate_limited_lead',
): FixedKey | { reason: string } {
  if (state === 'rate_limited_lead') {
    return { reason: 'The lead has to be written to until its limit is used up; switch rate limits on first.' };
  }
  const names = shownBy[state];
  // Other platforms have other scopes: whatever a key is called that has some only.
  const shows = (name: string) => names.includes(name) || (state === 'scope_missing' && name.endsWith('_only'));
  const candidates = (document['x-platforms'][platform]?.zeroSetup?.accounts ?? []).flatMap((account) =>
    account.keys.filter((key) => key.scheme === scheme && shows(key.state)).map((key) => ({ account, key })),
  );
  if (candidates.length === 0) return { reason: `No zero-setup key of ${scheme} is ${names.join(' or ')}.` };
  const required = requirementsOf(entry.operation).find((requirement) => requirement.scheme === scheme)?.scopes ?? [];
  const lacks = ({ key }: FixedKey) => key.scopes !== undefined && required.some((scope) => !key.scopes?.includes(scope));
  const fit = candidates.find((candidate) => {
    if (state === 'scope_missing') return lacks(candidate);
    if (lacks(candidate)) return false;
    if (state !== 'instance_not_allowed') return true;
    const instance = instanceOf(document, entry, candidate.account);
    return instance !== undefined && candidate.key.instances?.includes(instance) === false;
  });
  if (fit) return fit;
  return {
    reason:
      state === 'scope_missing'
        ? `Every ${names.join(' or ')} key of ${scheme} has ${required.join(', ')}.`
        : `No ${names.join(' or ')} key of ${scheme} gets as far as this state with the operation's example request.`,
  };
}

/** The instance that the example request of an operation is about. */
export function instanceOf(document: OpenApiDocument, entry: OperationEntry, account: ZeroSetupAccount): string | undefined {
  const reference = entry.operation['x-instance'];
  const inPath = (name: string) =>
    parametersOf(document, entry).find((parameter) => parameter.in === 'path' && parameter.name === name)?.example;
  let found: unknown;
  if (reference?.in === 'body') found = atPointer(exampleBodyOf(document, entry.operation), reference.pointer);
  if (reference?.in === 'path') found = inPath(reference.name);
  if (reference?.in === 'resource') {
    const id = inPath(reference.by);
    found = account.resources?.[reference.collection]?.find((row) => row['id'] === id)?.[reference.field];
  }
  return typeof found === 'string' ? found : undefined;
}
