/** The rules of each scheme's keys: what the document and the policy file say, and something sensible where they say nothing. */
import {
  describeProblems,
  problemsOf,
  schemePolicySchema,
  type KeyPolicy,
  type OwnPolicy,
  type OwnRateLimit,
  type PolicyLines,
  type SchemePolicy,
  type SecurityScheme,
} from '@chaveiro/openapi/policy';
import { OwnDocumentError } from './check.ts';
import { isToken } from './security.ts';

export interface PolicyParts {
  readonly platform: string;
  readonly policy: OwnPolicy;
  readonly scopes: readonly string[];
  /** Where the rules come from, for whoever asks. */
  readonly source: string;
}

/** The scheme's own lines win over those of the policy file for all schemes, and those over the document's. */
export function policyOf(name: string, scheme: SecurityScheme, { platform, policy, scopes, source }: PolicyParts): KeyPolicy {
  const own: PolicyLines = { ...documented(name, scheme), ...linesOf(policy), ...policy.schemes?.[name] };
  const evidence = { level: 'inferred', source } as const;
  return {
    platform,
    keysPerAccount: own.keysPerAccount ?? null,
    secret: own.secret ?? 'revealable',
    // A secret that nobody can see again need not be kept.
    storage: own.storage ?? (own.secret === 'shown-once' ? 'bcrypt' : 'aes-256-gcm'),
    format: own.format ?? { prefix: `${platform.replaceAll('-', '_')}_`, alphabet: 'base62', length: 32 },
    names: own.names ?? { required: false, unique: false },
    actions: own.actions ?? { rename: true, disable: true, delete: true },
    managedBy: own.managedBy ?? (isToken(scheme) ? [] : ['owner', 'manager']),
    plans: plansOf(own.plans),
    products: own.products ?? null,
    scopes: own.scopes ?? [...scopes],
    lockTo: own.lockTo ?? null,
    rateLimits: (own.rateLimits ?? []).map((limit, index) => rateLimitOf(limit, `${name}-${index + 1}`, source)),
    expires: own.expires ?? 'never',
    evidence: Object.fromEntries(
      ['keysPerAccount', 'secret', 'storage', 'actions', 'plans', 'scopes', 'rateLimits', 'expires'].map((line) => [
        line,
        evidence,
      ]),
    ),
  };
}

function documented(name: string, scheme: SecurityScheme): PolicyLines {
  const value: unknown = scheme['x-key-policy'];
  if (value === undefined) return {};
  const problems = problemsOf(schemePolicySchema, value, ['components', 'securitySchemes', name, 'x-key-policy']);
  if (problems.length > 0) throw new OwnDocumentError(describeProblems(problems).join('\n'));
  const { platform: _, evidence: __, ...lines } = value as SchemePolicy;
  return lines;
}

function linesOf(policy: OwnPolicy): PolicyLines {
  const { platform: _, title: __, server: ___, failures: ____, schemes: _____, security: ______, ...lines } = policy;
  return lines;
}

function plansOf(plans: PolicyLines['plans']): KeyPolicy['plans'] {
  const all = plans?.all ?? ['standard'];
  const withApiAccess = plans?.withApiAccess ?? all;
  return {
    all,
    withApiAccess,
    default: plans?.default ?? withApiAccess[0] ?? all[0] ?? 'standard',
    onLosingAccess: plans?.onLosingAccess ?? 'refuse',
  };
}

function rateLimitOf(limit: OwnRateLimit, id: string, source: string): KeyPolicy['rateLimits'][number] {
  const per = limit.per ?? 'account';
  return { id, per, state: per === 'lead' ? 'rate_limited_lead' : 'rate_limited', evidence: 'inferred', source, ...limit };
}
