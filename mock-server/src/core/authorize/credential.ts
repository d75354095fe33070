/** Finds the credential, then the key and the account that it stands for. */
import type { GuardedOperation, Placement, Requirement, WayIn } from '../scheme.ts';
import { passed, refused, type Credentials, type Finding, type Progress } from './progress.ts';

/** Whether every credential of a way in came. */
export function isTaken(way: WayIn, credentials: Credentials): boolean {
  return comes(way, credentials) && (way.also?.every((other) => comes(other, credentials)) ?? true);
}

function comes({ scheme }: Requirement, credentials: Credentials): boolean {
  return Boolean(credentialAt(scheme.placement, credentials));
}

/** Whether a request brings anything that one of the ways in looks at. */
export function bringsCredential({ security }: GuardedOperation, credentials: Credentials): boolean {
  return security.flatMap(requirementsOf).some((one) => comes(one, credentials));
}

export function locate(progress: Progress): Finding {
  const { operation, credentials, way } = progress;
  if (way) {
    progress.scheme = way.scheme;
    progress.scopes = way.scopes;
    progress.secret = credentialAt(way.scheme.placement, credentials);
    const places = requirementsOf(way).map(({ scheme }) => placeName(scheme.placement));
    return passed('security', `a credential came in ${places.join(' and in ')}`);
  }
  const elsewhere = operation.otherSchemes.find((scheme) => credentialAt(scheme.placement, credentials));
  const expected = operation.security
    .map((each) =>
      requirementsOf(each)
        .map(({ scheme }) => placeName(scheme.placement))
        .join(' and '),
    )
    .join(' or ');
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
function requirementsOf(way: WayIn): readonly Requirement[] {
  return way.also ? [way, ...way.also] : [way];
}

export function credentialAt(placement: Placement, credentials: Credentials): string | undefined {
  switch (placement.in) {
    case 'query':
      return credentials.query(placement.name) ?? undefined;
    case 'header':
      return inHeader(placement.name, credentials.header(placement.name)?.trim());
    case 'cookie':
      return inCookie(placement.name, credentials.header('cookie') ?? '');
    case 'basic':
      return inBasic(afterWord('basic', credentials.header('authorization')));
    case 'bearer':
      return afterWord(placement.word ?? 'bearer', credentials.header(placement.name));
  }
}

/** Where a key is sent as the whole Authorization header, people put a word before it all the same. */
function inHeader(name: string, value: string | undefined): string | undefined {
  return (name === 'authorization' ? /^[\w-]+ +(\S+)$/.exec(value ?? '')?.[1] : undefined) ?? (value || undefined);
}

function afterWord(word: string, value: string | null): string | undefined {
  const [, said, credential] = /^([\w-]+) +(\S+)\s*$/.exec(value ?? '') ?? [];
  return said?.toLowerCase() === word ? credential : undefined;
}

function inCookie(name: string, header: string): string | undefined {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

function inBasic(encoded: string | undefined): string | undefined {
  try {
    const [, user, password] = /^([^:]*):?(.*)$/s.exec(atob(encoded ?? '')) ?? [];
    return password || user || undefined;
  } catch {
    return undefined;
  }
}

function placeName({ in: where, name, word = 'bearer' }: Placement): string {
  switch (where) {
    case 'query':
      return `the query parameter ${name}`;
    case 'header':
      return `the header ${name}`;
    case 'cookie':
      return `the cookie ${name}`;
    case 'basic':
      return 'the Authorization header (Basic)';
    case 'bearer':
      return `the Authorization header (${word[0]?.toUpperCase()}${word.slice(1)})`;
  }
}
