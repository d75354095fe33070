/** Whether a request may go on: one pipeline of small steps, each of which leaves a line in the decision trace. */
import type { DecisionCode, TraceStep } from '../decision.ts';
import { planGrantsAccess, productAccepted } from './account-state.ts';
import type { Key } from '../key.ts';
import type { GuardedOperation, WayIn } from '../scheme.ts';
import type { Session } from '../session.ts';
import { bringsCredential, credentialAt, identify, isTaken, locate } from './credential.ts';
import { notDeleted, notDisabled, notExpired } from './key-state.ts';
import { instanceAllowed, keyOpensEndpoint, sameAccount, scopeGranted } from './permission.ts';
import type { Attempt, Credentials, Progress, Step, Verdict } from './progress.ts';
import { withinRateLimits } from './rate-limits.ts';
import { requestValid } from './request.ts';
import { recall, remember, withSteps, type Standing } from './standing.ts';
import { stepOf } from './trace.ts';

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
  const { progress, refusedAs, keys } = walk;
  for (const id of keys) session.countUse(id, progress.now);
  const { scheme, key, account, instanceId, facts } = progress;
  return {
    decision: refusedAs ?? (isPublic ? 'public' : 'allowed'),
    steps: walk.standing ? withSteps(walk.standing, walk.steps) : walk.steps,
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
  /** What is known of its key from an earlier request, instead of the first steps. */
  standing: Standing | undefined;
  readonly steps: TraceStep[];
  /** Ids of the keys that were looked at. */
  readonly keys: string[];
  refusedAs: DecisionCode | undefined;
}

/** The first of the operation's ways in whose keys are good; where none is, the first that the request took. */
function throughKeys(attempt: Attempt): Walk {
  let first: Walk | undefined;
  for (const way of attempt.operation.security) {
    if (!isTaken(way, attempt.credentials)) continue;
    const walk = withKeys(attempt, way);
    if (!walk.refusedAs) return walk;
    first ??= walk;
  }
  return first ?? withKeys(attempt, undefined);
}

function withKeys(attempt: Attempt, way: WayIn | undefined): Walk {
  const walk = withFirstKey(attempt, way);
  const { progress } = walk;
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

function withFirstKey(attempt: Attempt, way: WayIn | undefined): Walk {
  const walk = start(attempt, way);
  walk.standing = way && recall(way, walk.progress);
  if (walk.standing) return noteKey(walk);
  take(walk, FIRST_KEY_STEPS);
  if (way && !walk.refusedAs) remember(way, walk.progress, walk.steps);
  return walk;
}

function start(attempt: Attempt, way: WayIn | undefined): Walk {
  const progress: Progress = {
    session: attempt.session,
    operation: attempt.operation,
    credentials: attempt.credentials,
    checkRequest: attempt.checkRequest,
    bodyValue: attempt.bodyValue,
    instanceOf: attempt.instanceOf,
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
  return { progress, standing: undefined, steps: [], keys: [], refusedAs: undefined };
}

function take(walk: Walk, steps: readonly Step[]): Walk {
  for (const [name, run] of steps) {
    if (walk.refusedAs) break;
    const finding = run(walk.progress);
    walk.steps.push(stepOf(name, finding, walk.progress.scheme?.policy));
    if (finding.outcome === 'refused') walk.refusedAs = finding.as;
  }
  return noteKey(walk);
}

function noteKey(walk: Walk): Walk {
  const { key } = walk.progress;
  if (key && !walk.keys.includes(key.id)) walk.keys.push(key.id);
  return walk;
}
