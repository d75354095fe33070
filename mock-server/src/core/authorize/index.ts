/** Whether a request may go on: one pipeline of small steps, each of which leaves a line in the decision trace. */
import type { KeyPolicy } from '@chaveiro/openapi/policy';
import type { DecisionCode, StepName, TraceStep } from '../decision.ts';
import { planGrantsAccess, productAccepted } from './account-state.ts';
import type { Key } from '../key.ts';
import type { GuardedOperation, WayIn } from '../scheme.ts';
import type { Session } from '../session.ts';
import { bringsCredential, credentialAt, identify, locate, waysTaken } from './credential.ts';
import { notDeleted, notDisabled, notExpired } from './key-state.ts';
import { instanceAllowed, keyOpensEndpoint, sameAccount, scopeGranted } from './permission.ts';
import type { Attempt, Credentials, Finding, Progress, Step, Verdict } from './progress.ts';
import { withinRateLimits } from './rate-limits.ts';
import { requestValid } from './request.ts';
import { recall, remember, type Standing } from './standing.ts';

export type { Attempt, Credentials, Verdict } from './progress.ts';

/** What is asked of every key that an operation needs, in the order in which a platform looks at it. */
const KEY_STEPS: readonly Step[] = [
  ['identify', identify],
  ['deleted', notDeleted],
  ['disabled', notDisabled],
  ['expired', notExpired],
  ['plan', planGrantsAccess],
  ['product', productAccepted],
  ['endpoint', keyOpensEndpoint],
  ['scope', scopeGranted],
];

/** What is asked of the first key: where it is, and all that is asked of every key. */
const FIRST_KEY_STEPS: readonly Step[] = [['locate', locate], ...KEY_STEPS];

/** What is asked once the keys are good. */
const REQUEST_STEPS: readonly Step[] = [
  ['rate_limit', withinRateLimits],
  ['request', requestValid],
  ['instance', instanceAllowed],
];

/** Operations without a key still have their request checked. */
const PUBLIC_STEPS: readonly Step[] = [['request', requestValid]];

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
  const { operation, session, credentials } = attempt;
  const isPublic = operation.security.length === 0 || (operation.anonymous === true && !bringsCredential(operation, credentials));
  const walk = isPublic ? take(start(attempt, undefined), PUBLIC_STEPS) : take(throughKeys(attempt), REQUEST_STEPS);
  const { progress, steps, refusedAs, keys } = walk;
  for (const id of keys) session.countUse(id, progress.now);
  const { scheme, key, account, instanceId, facts } = progress;
  return {
    decision: refusedAs ?? (isPublic ? 'public' : 'allowed'),
    steps,
    facts,
    scheme: isPublic ? undefined : scheme,
    key,
    account,
    instanceId,
  };
}

/** A request on its way through the steps, until one refuses it. */
interface Walk {
  readonly progress: Progress;
  readonly steps: TraceStep[];
  /** Ids of the keys that were looked at. */
  readonly keys: string[];
  refusedAs: DecisionCode | undefined;
}

/** The first of the operation's ways in whose keys are good; where none is, the first that the request took. */
function throughKeys(attempt: Attempt): Walk {
  const [first, ...others] = waysTaken(attempt.operation, attempt.credentials);
  const walk = withKeys(attempt, first);
  if (!walk.refusedAs) return walk;
  return others.map((way) => withKeys(attempt, way)).find(({ refusedAs }) => !refusedAs) ?? walk;
}

function withKeys(attempt: Attempt, way: WayIn | undefined): Walk {
  const walk = start(attempt, way);
  const { progress } = walk;
  const known = way && standingOf(progress, way);
  if (known) noteKey(walk, known.steps);
  else take(walk, FIRST_KEY_STEPS);
  if (way && !known && !walk.refusedAs) remember(way, progress, walk.steps);
  for (const { scheme, scopes } of way?.also ?? []) {
    if (walk.refusedAs) return walk;
    const { key, account } = progress;
    Object.assign(progress, { scheme, scopes, secret: credentialAt(scheme.placement, attempt.credentials) });
    take(walk, KEY_STEPS);
    if (!walk.refusedAs) take(walk, [['identify', (companion) => sameAccount(companion, account)]]);
    // What follows is about the first key; a refusal is about the one that was refused.
    if (!walk.refusedAs) Object.assign(progress, { key, account, scheme: way?.scheme, scopes: way?.scopes });
  }
  return walk;
}

/** What is known of the key that a request brings, where it is a good one. */
function standingOf(progress: Progress, way: WayIn): Standing | undefined {
  if (locate(progress).outcome !== 'passed' || identify(progress).outcome !== 'passed') return undefined;
  return recall(way, progress);
}

function start(attempt: Attempt, way: WayIn | undefined): Walk {
  const progress: Progress = {
    ...attempt,
    way,
    now: attempt.session.clock.now(),
    scheme: attempt.operation.security[0]?.scheme,
    scopes: [],
    secret: undefined,
    key: undefined,
    account: undefined,
    instanceId: undefined,
    facts: {},
  };
  return { progress, steps: [], keys: [], refusedAs: undefined };
}

function take(walk: Walk, steps: readonly Step[]): Walk {
  for (const [name, run] of steps) {
    if (walk.refusedAs) break;
    const finding = run(walk.progress);
    walk.steps.push(traceOf(name, finding, walk.progress.scheme?.policy));
    if (finding.outcome === 'refused') walk.refusedAs = finding.as;
  }
  return noteKey(walk, []);
}

/** With what was found of the key already. */
function noteKey(walk: Walk, found: readonly TraceStep[]): Walk {
  const { key } = walk.progress;
  for (const trace of found) walk.steps.push(trace);
  if (key && !walk.keys.includes(key.id)) walk.keys.push(key.id);
  return walk;
}

const POLICY = 'x-key-policy.';

/** By their details. Request after request says the same in the same words, and the journal keeps thousands: each is one object. */
const told = new Map<string, { readonly trace: TraceStep; readonly policy: KeyPolicy | undefined }>();
const MOST_TOLD = 1_000;
const LONG = 500;

/** With the evidence of the policy line that the rule names. */
function traceOf(step: StepName, { outcome, rule, detail }: Finding, policy: KeyPolicy | undefined): TraceStep {
  const known = told.get(detail);
  if (known?.policy === policy && known?.trace.step === step && known.trace.outcome === outcome && known.trace.rule === rule)
    return known.trace;
  const line = rule.startsWith(POLICY) ? policy?.evidence[rule.slice(POLICY.length)] : undefined;
  const trace = { step, outcome, rule, detail, ...(line && { evidence: line.level, source: line.source }) };
  // A request can name something that is as long as it likes.
  if (detail.length > LONG) return trace;
  if (told.size >= MOST_TOLD) told.clear();
  told.set(detail, { trace, policy });
  return trace;
}
