import { authFailuresSchema, type AuthFailures } from '../auth-failures.ts';
import { evidencedLines, keyPolicySchema, type KeyPolicy } from '../key-policy.ts';
import type { AuthState } from '../auth-state.ts';
import { unknownLine } from '../lines.ts';
import { didYouMean } from '../nearest.ts';
import type { OpenApiDocument } from '../openapi-document.ts';
import { possibleStates } from '../possible-states.ts';
import type { JsonPath, Problem } from '../problem.ts';

/** A scheme for keys. A part that is malformed is undefined: `checkExtensions` reports it, and nothing follows from it. */
export interface KeyScheme {
  name: string;
  policy: KeyPolicy | undefined;
  failures: AuthFailures | undefined;
}

/** The schemes that carry a policy or failures, as far as they can be read. */
export function readKeySchemes(document: OpenApiDocument): KeyScheme[] {
  return Object.entries(document.components.securitySchemes)
    .filter(([, scheme]) => 'x-key-policy' in scheme || 'x-auth-failures' in scheme)
    .map(([name, scheme]) => ({
      name,
      policy: keyPolicySchema.safeParse(scheme['x-key-policy']).data,
      failures: authFailuresSchema.safeParse(scheme['x-auth-failures']).data,
    }));
}

/** Checks what the schemas cannot: policies that contradict themselves, and failures that are not said. */
export function checkSchemes(document: OpenApiDocument, schemes: KeyScheme[]): Problem[] {
  return schemes.flatMap(({ name, policy, failures }) => {
    const at = ['components', 'securitySchemes', name];
    return [
      ...checkPair(document, name, at),
      ...(policy === undefined ? [] : checkPolicy(policy, [...at, 'x-key-policy'], document)),
      ...(policy === undefined ? [] : checkEvidence(policy, [...at, 'x-key-policy', 'evidence'])),
      ...(policy === undefined || failures === undefined
        ? []
        : checkFailures(policy, failures, document, [...at, 'x-auth-failures'])),
    ];
  });
}

function checkPair(document: OpenApiDocument, name: string, at: JsonPath): Problem[] {
  return (['x-key-policy', 'x-auth-failures'] as const)
    .filter((part) => document.components.securitySchemes[name]?.[part] === undefined)
    .map((part) => ({ path: [...at, part], message: 'missing line: a key scheme has both x-key-policy and x-auth-failures' }));
}

function checkPolicy(policy: KeyPolicy, at: JsonPath, document: OpenApiDocument): Problem[] {
  const { plans, products } = policy;
  const platforms = Object.keys(document['x-platforms']);
  return [
    ...oneOf(policy.platform, platforms, 'x-platforms', [...at, 'platform']),
    ...plans.withApiAccess.flatMap((plan, index) =>
      oneOf(plan, plans.all, 'plans.all', [...at, 'plans', 'withApiAccess', index]),
    ),
    ...oneOf(plans.default, plans.all, 'plans.all', [...at, 'plans', 'default']),
    ...(products?.accepted ?? []).flatMap((product, index) =>
      oneOf(product, products?.all ?? [], 'products.all', [...at, 'products', 'accepted', index]),
    ),
    ...(products === null ? [] : oneOf(products.default, products.all, 'products.all', [...at, 'products', 'default'])),
    ...policy.rateLimits.flatMap((limit, index) => [
      ...(limit.plans ?? []).flatMap((plan, i) => oneOf(plan, plans.all, 'plans.all', [...at, 'rateLimits', index, 'plans', i])),
      ...((limit.per === 'lead') === (limit.subject !== undefined)
        ? []
        : [{ path: [...at, 'rateLimits', index, 'subject'], message: 'per: lead needs a subject, and only per: lead has one' }]),
    ]),
  ];
}

/** Says so when a name is none of those that exist. */
export function oneOf(name: string, known: readonly string[], where: string, path: JsonPath): Problem[] {
  return known.includes(name) ? [] : [{ path, message: `${name} is not in ${where}${didYouMean(name, known)}` }];
}

function checkEvidence({ evidence, ...policy }: KeyPolicy, at: JsonPath): Problem[] {
  const parts = evidencedLines.flatMap((line) => {
    const value = policy[line];
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.keys(value).map((part) => `${line}.${part}`)
      : [];
  });
  const known = [...evidencedLines, ...parts];
  const unknown = Object.keys(evidence).filter((line) => !known.includes(line));
  return [
    ...unknown.map((line) => ({ path: [...at, line], message: unknownLine(line, known) })),
    ...evidencedLines
      .filter((line) => !(line in evidence) && !unknown.some((slip) => unknownLine(slip, known).endsWith(` ${line}?`)))
      .map((line) => ({ path: [...at, line], message: 'missing line: every policy line has its evidence' })),
  ];
}

function checkFailures(policy: KeyPolicy, failures: AuthFailures, document: OpenApiDocument, at: JsonPath): Problem[] {
  const siblings = Object.values(document.components.securitySchemes).filter(
    (other) => other['x-key-policy']?.platform === policy.platform,
  );
  const possible = possibleStates(policy, siblings.length);
  return [
    ...[...possible]
      .filter(([state]) => failures[state] === undefined)
      .map(([state, because]) => ({ path: [...at, state], message: `missing line: ${because}` })),
    ...Object.keys(failures)
      // An account can be set to have used up limits that the platform does not publish.
      .filter((state) => !possible.has(state as AuthState) && state !== 'rate_limited')
      .map((state) => ({ path: [...at, state], message: 'no line of x-key-policy makes this state possible' })),
  ];
}
