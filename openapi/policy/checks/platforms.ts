import type { OpenApiDocument } from '../openapi-document.ts';
import { examplesOf } from '../operations.ts';
import { platformSchema, type Platform } from '../platform.ts';
import type { JsonPath, Problem } from '../problem.ts';
import type { ZeroSetupAccount, ZeroSetupKey } from '../zero-setup.ts';
import { oneOf, type KeyScheme } from './schemes.ts';

/** Checks each platform's request failures and zero-setup accounts against the rest of the document. */
export function checkPlatforms(document: OpenApiDocument, schemes: KeyScheme[]): Problem[] {
  const readable = Object.entries(document['x-platforms']).flatMap(([id, value]) => {
    const platform = platformSchema.safeParse(value);
    return platform.success ? [{ id, platform: platform.data, at: ['x-platforms', id] }] : [];
  });
  return [
    ...readable.flatMap(({ platform, at }) => checkRequestFailures(document, platform, [...at, 'requestFailures'])),
    ...readable.flatMap(({ id, platform, at }) =>
      checkZeroSetup(
        platform,
        schemes.filter(({ policy }) => policy === undefined || policy.platform === id),
        at,
      ),
    ),
    ...duplicates(readable.flatMap(({ platform, at }) => identities(platform, [...at, 'zeroSetup', 'accounts']))),
  ];
}

function checkRequestFailures(document: OpenApiDocument, platform: Platform, at: JsonPath): Problem[] {
  const responses = document.components.responses ?? {};
  return Object.entries(platform.requestFailures).flatMap(([kind, failure]) => {
    const missing = oneOf(failure.response, Object.keys(responses), 'components.responses', [...at, kind, 'response']);
    if (missing.length > 0) return missing;
    const names = Object.keys(examplesOf(document, responses[failure.response]));
    return oneOf(failure.example, names, `the examples of ${failure.response}`, [...at, kind, 'example']);
  });
}

function checkZeroSetup(platform: Platform, schemes: KeyScheme[], at: JsonPath): Problem[] {
  return (platform.zeroSetup?.accounts ?? []).flatMap((account, index) => {
    const accountAt = [...at, 'zeroSetup', 'accounts', index];
    const used = schemes.filter(({ name }) => account.keys.some((key) => key.scheme === name));
    const policies = used.flatMap(({ name, policy }) => (policy === undefined ? [] : [{ name, ...policy }]));
    const products = policies.flatMap((policy) => policy.products?.all ?? []);
    return [
      ...policies.flatMap(({ name, plans }) => oneOf(account.plan, plans.all, `plans.all of ${name}`, [...accountAt, 'plan'])),
      // A scheme without products takes accounts of any.
      ...(account.product === undefined || policies.length < used.length
        ? []
        : oneOf(account.product, products, 'products.all of its key schemes', [...accountAt, 'product'])),
      ...account.keys.flatMap((key, i) => checkKey(key, account, schemes, [...accountAt, 'keys', i])),
    ];
  });
}

function checkKey(key: ZeroSetupKey, account: ZeroSetupAccount, schemes: KeyScheme[], at: JsonPath): Problem[] {
  const scheme = schemes.find(({ name }) => name === key.scheme);
  if (scheme === undefined)
    return oneOf(
      key.scheme,
      schemes.map(({ name }) => name),
      "the platform's key schemes",
      [...at, 'scheme'],
    );
  const instances = (account.resources?.['instances'] ?? []).map((row) => String(row['id']));
  return [
    ...(scheme.policy === undefined ? [] : (key.scopes ?? [])).flatMap((scope, index) =>
      oneOf(scope, scheme.policy?.scopes ?? [], `scopes of ${key.scheme}`, [...at, 'scopes', index]),
    ),
    ...(key.instances ?? []).flatMap((instance, index) =>
      oneOf(instance, instances, `resources.instances of ${account.id}`, [...at, 'instances', index]),
    ),
  ];
}

interface Identity {
  kind: string;
  value: string;
  path: JsonPath;
}

function identities(platform: Platform, at: JsonPath): Identity[] {
  return (platform.zeroSetup?.accounts ?? []).flatMap((account, index) => [
    { kind: 'account id', value: account.id, path: [...at, index, 'id'] },
    ...account.keys.flatMap((key, i) => [
      { kind: 'key id', value: key.id, path: [...at, index, 'keys', i, 'id'] },
      { kind: 'secret', value: key.secret, path: [...at, index, 'keys', i, 'secret'] },
    ]),
  ]);
}

/** Accounts and keys share one mock: no two may have the same id or secret. */
function duplicates(all: Identity[]): Problem[] {
  const seen = new Set<string>();
  return all.flatMap(({ kind, value, path }) => {
    const identity = `${kind} ${value}`;
    if (seen.has(identity)) return [{ path, message: `the ${kind} ${value} is already taken` }];
    seen.add(identity);
    return [];
  });
}
