/** What a request for a key may ask for beyond what its schema says: it depends on the platform's policy. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import type { Issue } from '../../document/issue.ts';
import type { BodyOf } from '../../exchange/behaviour.ts';

/** Everything wrong with the wish for a new key. `isInstance` tells whether the account has an instance. */
export function issuesOfNewKey(wanted: BodyOf<'createApiKey'>, policy: KeyPolicy, isInstance: (id: string) => boolean): Issue[] {
  const { name, scopes = [], instances } = wanted;
  return [
    ...(policy.names.required || name !== undefined ? issuesOfName(name ?? '') : []),
    ...issuesOfScopes(scopes, policy),
    ...issuesOfInstances(instances ?? [], policy, isInstance),
  ];
}

export function issuesOfName(name: string): Issue[] {
  return isBlank(name) ? [issue(['name'], 'missing', 'is required')] : [];
}

/** A change that changes nothing. */
export function nothingToChange(...fields: string[]): Issue[] {
  return [issue([], 'other', `must have at least one of: ${fields.join(', ')}`)];
}

function isBlank(name: string): boolean {
  return name.trim() === '';
}

/** Where keys have scopes, one is chosen at creation (https://docs.zenvio.dev/chaves-de-api): there is no key that may do nothing. */
function issuesOfScopes(scopes: readonly string[], { scopes: known }: KeyPolicy): Issue[] {
  if (known.length === 0)
    return scopes.length > 0 ? [issue(['scopes'], 'other', 'are not known on this platform; leave them out')] : [];
  if (scopes.length === 0) return [issue(['scopes'], 'missing', `must have at least one of: ${known.join(', ')}`)];
  return scopes.flatMap((scope, at) =>
    known.includes(scope) ? [] : [issue(['scopes', at], 'enum', `must be one of: ${known.join(', ')}`)],
  );
}

function issuesOfInstances(ids: readonly string[], { lockTo }: KeyPolicy, isInstance: (id: string) => boolean): Issue[] {
  if (lockTo === null)
    return ids.length > 0 ? [issue(['instances'], 'other', 'cannot be chosen: keys of this platform open everything')] : [];
  return ids.flatMap((id, at) =>
    isInstance(id) ? [] : [issue(['instances', at], 'other', 'must be an instance of this account')],
  );
}

function issue(path: Issue['path'], rule: Issue['rule'], message: string): Issue {
  return { in: 'body', path, rule, message };
}
