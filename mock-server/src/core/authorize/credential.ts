/** Finds the credential, then the key and the account that it stands for. */
import type { Placement } from '../scheme.ts';
import { passed, refused, type Credentials, type Finding, type Progress } from './progress.ts';

export function locate(progress: Progress): Finding {
  const { operation, credentials } = progress;
  for (const { scheme, scopes } of operation.security) {
    const secret = credentialAt(scheme.placement, credentials);
    if (!secret) continue;
    progress.scheme = scheme;
    progress.scopes = scopes;
    progress.secret = secret;
    return passed('security', `a credential came in ${placeName(scheme.placement)}`);
  }
  const elsewhere = operation.otherSchemes.find((scheme) => credentialAt(scheme.placement, credentials));
  const expected = operation.security.map(({ scheme }) => placeName(scheme.placement)).join(' or ');
  if (elsewhere) {
    return refused(
      'wrong_endpoint',
      'security',
      `the credential came in ${placeName(elsewhere.placement)}, which this operation does not read; it takes ${expected}`,
    );
  }
  return refused('missing_key', 'security', `no credential in ${expected}`);
}

export function identify(progress: Progress): Finding {
  const { session, scheme } = progress;
  const key = session.findKey(progress.secret ?? '');
  if (!key || key.platform !== scheme?.platform) {
    return refused('unknown_key', 'security', key ? 'the key belongs to another platform' : 'no account has this key');
  }
  const account = session.accounts.get(key.accountId);
  if (!account) return refused('unknown_key', 'security', 'the account of this key no longer exists');
  progress.key = key;
  progress.account = account;
  return passed('security', `key ${key.id} of account ${account.id}`);
}

/** What stands where a scheme has its credential, or `undefined`. */
export function credentialAt(placement: Placement, credentials: Credentials): string | undefined {
  if (placement.in === 'query') return credentials.query(placement.name) ?? undefined;
  const value = credentials.header(placement.name);
  if (placement.in === 'header') return value?.trim() || undefined;
  return /^bearer +(\S+)\s*$/i.exec(value ?? '')?.[1];
}

function placeName({ in: where, name }: Placement): string {
  return where === 'bearer'
    ? 'the Authorization header (Bearer)'
    : where === 'query'
      ? `the query parameter ${name}`
      : `the header ${name}`;
}
