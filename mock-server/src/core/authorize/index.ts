/** Whether a request may go on: one pipeline of small steps, each of which leaves a line in the decision trace. */
import type { Evidence, KeyPolicy } from '@chaveiro/openapi/policy';
import type { DecisionCode, TraceStep } from '../decision.ts';
import { planGrantsAccess, productAccepted } from './account-state.ts';
import type { Key } from '../key.ts';
import type { GuardedOperation } from '../scheme.ts';
import type { Session } from '../session.ts';
import { credentialAt, identify, locate } from './credential.ts';
import { notDeleted, notDisabled, notExpired } from './key-state.ts';
import { instanceAllowed, keyOpensEndpoint, scopeGranted } from './permission.ts';
import type { Attempt, Credentials, Progress, Step, Verdict } from './progress.ts';
import { withinRateLimits } from './rate-limits.ts';
import { requestValid } from './request.ts';

export type { Attempt, Credentials, Verdict } from './progress.ts';

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

/** The key that a request brings to an operation, whatever state it is in. */
export function keyOf(session: Session, operation: GuardedOperation, credentials: Credentials): Key | undefined {
  for (const { scheme } of operation.security) {
    const secret = credentialAt(scheme.placement, credentials);
    if (secret) return session.findKey(secret);
  }
  return undefined;
}

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

/** The evidence of the policy line that a rule names. */
function evidenceOf(policy: KeyPolicy | undefined, rule: string): { evidence?: Evidence; source?: string } {
  const line = rule.startsWith('x-key-policy.') ? rule.slice('x-key-policy.'.length) : undefined;
  const known = line === undefined ? undefined : policy?.evidence[line];
  return known ? { evidence: known.level, source: known.source } : {};
}
