/** Whether a request may go on: one pipeline of small steps, each of which leaves a line in the decision trace. */
import type { AuthState, Evidence, KeyPolicy, RateLimit } from '@chaveiro/openapi/policy';
import { planHasApiAccess, type Account } from './account.ts';
import type { DecisionCode, Facts, RequestProblem, StepName, TraceStep } from './decision.ts';
import { effectiveState, type Key } from './key.ts';
import { takeFromAll, type Counted } from './rate-limit.ts';
import type { GuardedOperation, KeyScheme, Placement } from './scheme.ts';
import type { Session } from './session.ts';

/** What `authorize` reads of a request; nothing of it is kept. */
export interface Credentials {
  header(name: string): string | null;
  query(name: string): string | null;
}

export interface Attempt {
  readonly session: Session;
  readonly operation: GuardedOperation;
  readonly credentials: Credentials;
  /** Parses and checks the request; `undefined`: nothing wrong. Asked once, when the pipeline gets there. */
  readonly checkRequest: () => RequestProblem | undefined;
  /** A value of the parsed body by JSON pointer, for limits that count by what is sent. */
  readonly bodyValue: (pointer: string) => unknown;
  /** The instance that the request is about, or `undefined` when it names none. */
  readonly instanceOf: (account: Account) => string | undefined;
}

export interface Verdict {
  readonly decision: DecisionCode;
  readonly steps: readonly TraceStep[];
  /** The scheme whose failures answer a refusal. */
  readonly scheme?: KeyScheme;
  readonly key?: Key;
  readonly account?: Account;
  readonly instanceId?: string;
  readonly facts: Facts;
}

/** What the steps have found so far. */
interface Progress extends Attempt {
  readonly now: number;
  scheme: KeyScheme | undefined;
  scopes: readonly string[];
  secret: string | undefined;
  key: Key | undefined;
  account: Account | undefined;
  instanceId: string | undefined;
  facts: Facts;
}

type Finding =
  | { readonly outcome: 'passed' | 'skipped'; readonly rule: string; readonly detail: string }
  | { readonly outcome: 'refused'; readonly as: AuthState | RequestProblem; readonly rule: string; readonly detail: string };

type Step = readonly [StepName, (progress: Progress) => Finding];

/** The order in which a platform looks at a request. */
const PIPELINE: readonly Step[] = [
  ['locate', locate],
  ['identify', identify],
  ['deleted', notDeleted],
  ['disabled', notDisabled],
  ['expired', notExpired],
  ['plan', planGrantsAccess],
  ['product', productAccepted],
  ['endpoint', keyOpensEndpoint],
  ['scope', scopeGranted],
  ['rate_limit', withinRateLimits],
  ['request', requestValid],
  ['instance', instanceAllowed],
];

/** Operations without a key still have their request checked. */
const PUBLIC_PIPELINE: readonly Step[] = [['request', requestValid]];

/** Runs the pipeline until a step refuses. */
export function authorize(attempt: Attempt): Verdict {
  const { operation, session } = attempt;
  const isPublic = operation.security.length === 0;
  const progress: Progress = {
    ...attempt,
    now: session.clock.now(),
    scheme: operation.security[0]?.scheme,
    scopes: [],
    secret: undefined,
    key: undefined,
    account: undefined,
    instanceId: undefined,
    facts: {},
  };
  const steps: TraceStep[] = [];
  let decision: DecisionCode = isPublic ? 'public' : 'allowed';
  for (const [name, run] of isPublic ? PUBLIC_PIPELINE : PIPELINE) {
    const finding = run(progress);
    const { outcome, rule, detail } = finding;
    steps.push({ step: name, outcome, rule, detail, ...evidenceOf(progress.scheme?.policy, rule) });
    if (finding.outcome === 'refused') {
      decision = finding.as;
      break;
    }
  }
  if (progress.key) session.countUse(progress.key.id, progress.now);
  const { scheme, key, account, instanceId, facts } = progress;
  return {
    decision,
    steps,
    facts,
    ...(scheme && { scheme }),
    ...(key && { key }),
    ...(account && { account }),
    ...(instanceId !== undefined && { instanceId }),
  };
}

function passed(rule: string, detail: string): Finding {
  return { outcome: 'passed', rule, detail };
}

function skipped(rule: string, detail: string): Finding {
  return { outcome: 'skipped', rule, detail };
}

function refused(as: AuthState | RequestProblem, rule: string, detail: string): Finding {
  return { outcome: 'refused', as, rule, detail };
}

function locate(progress: Progress): Finding {
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

function identify(progress: Progress): Finding {
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

function notDeleted(progress: Progress): Finding {
  const state = stateOf(progress);
  if (state?.status !== 'deleted') return passed('x-key-policy.actions', 'the key has not been deleted');
  return refused('deleted_key', 'x-key-policy.actions', `deleted at ${iso(state.at)}; a deleted key never comes back`);
}

function notDisabled(progress: Progress): Finding {
  const state = stateOf(progress);
  if (state?.status !== 'disabled') return passed('x-key-policy.actions', 'the key is active');
  if (state.reason === 'plan_downgraded' && !hasPlan(progress)) {
    return skipped('x-key-policy.plans', `disabled at ${iso(state.at)} by a downgrade; the plan decides`);
  }
  const why = state.reason === 'plan_downgraded' ? 'by a downgrade; an upgrade does not enable it by itself' : 'in the dashboard';
  return refused('disabled_key', 'x-key-policy.actions', `disabled at ${iso(state.at)} ${why}`);
}

function notExpired({ key, now }: Progress): Finding {
  if (!key || key.expiresAt === null) return skipped('x-key-policy.expires', 'keys of this kind do not expire');
  if (now < key.expiresAt) return passed('x-key-policy.expires', `valid until ${iso(key.expiresAt)}`);
  return refused('expired_key', 'x-key-policy.expires', `expired at ${iso(key.expiresAt)}`);
}

function planGrantsAccess(progress: Progress): Finding {
  const { account, scheme } = progress;
  const plans = scheme?.policy.plans;
  if (!account || !plans) return skipped('x-key-policy.plans', 'no plan is needed');
  if (hasPlan(progress)) return passed('x-key-policy.plans', `plan ${account.plan} has API access`);
  progress.facts = { ...progress.facts, plan: account.plan };
  return refused(
    'plan_not_allowed',
    'x-key-policy.plans',
    `plan ${account.plan} has no API access; ${plans.withApiAccess.join(', ')} have`,
  );
}

function productAccepted({ account, scheme }: Progress): Finding {
  const products = scheme?.policy.products;
  if (!products) return skipped('x-key-policy.products', 'the platform has one product');
  if (account?.product && products.accepted.includes(account.product))
    return passed('x-key-policy.products', `an account of ${account.product}`);
  return refused(
    'wrong_product',
    'x-key-policy.products',
    `an account of ${account?.product ?? 'no product'}; keys of ${products.accepted.join(', ')} are accepted`,
  );
}

function keyOpensEndpoint({ key, scheme }: Progress): Finding {
  if (key && key.scheme === scheme?.name) return passed('security', `${key.scheme} opens this operation`);
  return refused(
    'wrong_endpoint',
    'security',
    `this is a ${key?.scheme ?? 'different'} credential; the operation takes ${scheme?.name ?? 'another'}`,
  );
}

function scopeGranted(progress: Progress): Finding {
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

function withinRateLimits(progress: Progress): Finding {
  const { account, scheme, session, now } = progress;
  const rule = 'x-key-policy.rateLimits';
  if (!account || !scheme) return skipped(rule, 'no account');
  const limits = scheme.policy.rateLimits.filter((limit) => !limit.plans || limit.plans.includes(account.plan));
  const mode = account.rateLimits ?? session.settings.rateLimits;
  if (mode === 'off') return skipped(rule, 'rate limits are off in this session');
  if (mode === 'exhausted') {
    const limit = limits[0];
    progress.facts = { ...progress.facts, ...(limit && limitFacts(limit, limit.requests + 1, 1)) };
    return refused(
      limit?.state ?? 'rate_limited',
      rule,
      'the quota of this account is used up for ever: it is a fixture for 429',
    );
  }
  const hit = takeFromAll(session.meters, countedBy(progress, limits, account), now);
  if (!hit) return passed(rule, limits.length > 0 ? 'within every limit' : 'the platform states no limit');
  progress.facts = { ...progress.facts, ...limitFacts(hit.limit, hit.usage, hit.remainingSeconds) };
  return refused(
    hit.limit.state,
    rule,
    `${hit.limit.requests} requests per ${hit.limit.window} and ${hit.limit.per} are used up; ${hit.remainingSeconds} s to wait`,
  );
}

function countedBy(progress: Progress, limits: readonly RateLimit[], account: Account): Counted[] {
  const counted: Counted[] = [];
  for (const limit of limits) {
    if (limit.per === 'account') counted.push({ limit, subject: account.id });
    const value = limit.subject === undefined ? undefined : progress.bodyValue(limit.subject);
    if (limit.per === 'account' || typeof value !== 'string') continue;
    progress.facts = { ...progress.facts, lead: value };
    counted.push({ limit, subject: `${account.id} ${value.toLowerCase()}` });
  }
  return counted;
}

function limitFacts(limit: RateLimit, usage: number, remainingSeconds: number): Facts {
  return { limit: limit.requests, max: limit.requests, usage, remainingSeconds };
}

function requestValid({ checkRequest }: Progress): Finding {
  const problem = checkRequest();
  if (!problem) return passed('schema', 'the request fits the document');
  return refused(problem, 'schema', `the request does not fit the document: ${problem.replaceAll('_', ' ')}`);
}

function instanceAllowed(progress: Progress): Finding {
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

function stateOf({ key, now, session }: Progress) {
  return key && effectiveState(key, now, session.settings.propagationDelay);
}

function hasPlan({ account, scheme }: Progress): boolean {
  return !account || !scheme || planHasApiAccess(scheme.policy, account.plan);
}

function credentialAt(placement: Placement, credentials: Credentials): string | undefined {
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

/** The evidence of the policy line that a rule names. */
function evidenceOf(policy: KeyPolicy | undefined, rule: string): { evidence?: Evidence; source?: string } {
  const line = rule.startsWith('x-key-policy.') ? rule.slice('x-key-policy.'.length) : undefined;
  const known = line === undefined ? undefined : policy?.evidence[line];
  return known ? { evidence: known.level, source: known.source } : {};
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
