/** The life of one request, top to bottom: route, authorise, behave, record, answer. */
import type { Cors, RequestFailureKind } from '@chaveiro/openapi/policy';
import { authorize, keyOf, type Verdict } from '../core/authorize/index.ts';
import { authorizeDashboard } from '../core/dashboard.ts';
import type { DecisionCode, Facts } from '../core/decision.ts';
import { takeFaults, type Fault } from '../core/fault.ts';
import type { Keeper } from '../core/keeper.ts';
import type { Session } from '../core/session.ts';
import type { Sessions } from '../core/sessions.ts';
import { answerFromExample, type Answer } from '../document/examples.ts';
import { answerToProblem, answerToRefusal, unimplemented } from '../document/failures.ts';
import type { LoadedDocument, PlatformInfo } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import type { Validators } from '../document/validators.ts';
import type { Courier } from '../webhooks/courier.ts';
import { answerInstead } from './apply-fault.ts';
import type { Context, PlatformModule } from './behaviour.ts';
import { CheckedRequest } from './check-request.ts';
import { createContext } from './context.ts';
import { RequestCredentials } from './credentials.ts';
import { instanceOf } from './instance.ts';
import { openSession } from './open-session.ts';
import { toOutgoing, type Outgoing } from './outgoing.ts';
import { reach } from './reach.ts';
import type { IncomingRequest } from './request.ts';
import { respond, type Inspector, type Responder, type Violation } from './responder.ts';
import { findRoute, NEUTRAL } from './route.ts';
import { send } from './send.ts';

/** What every request is handled with. */
export interface Engine {
  readonly document: LoadedDocument;
  readonly validators: Validators;
  readonly modules: Readonly<Record<string, PlatformModule>>;
  readonly sessions: Sessions;
  readonly courier: Courier;
  /** Absent: nothing outlives the process. */
  readonly keeper?: Keeper | undefined;
  /** What opens the mock's controls; absent: they are open to this machine. */
  readonly controlToken?: string | undefined;
  /** Real time in milliseconds, for durations only. */
  readonly stopwatch: () => number;
  /** Answers operations that have no behaviour; absent: 501. */
  readonly responder?: Responder | undefined;
  /** Absent: answers are not checked. */
  readonly inspector?: Inspector | undefined;
  /** Told of an error inside a behaviour: a bug of ours, never of the request. */
  readonly onBug: (error: unknown, operation: string) => void;
}

/** The engine at work for one session. */
export interface SessionEngine extends Engine {
  readonly session: Session;
}

/** An answer with the facts that its headers and the journal tell. */
export interface Handled {
  readonly answer: Answer;
  readonly decision: DecisionCode;
  readonly verdict: Verdict | undefined;
  readonly platform: string | null;
  readonly operation: Operation | undefined;
  /** The request beside its operation; absent where it was refused before anybody looked into it. */
  readonly checked: CheckedRequest | undefined;
  readonly faults: readonly Fault[];
  readonly cors: Cors | undefined;
  /** What an inspector found. */
  readonly violations?: readonly Violation[];
}

/** Answers a request in the session that it belongs to; at once, unless the answer is the responder's or is inspected. */
export function handle(engine: Engine, request: IncomingRequest): Outgoing | Promise<Outgoing> {
  const opened = openSession(engine.sessions, engine.document, request);
  if (opened.ok) return handleIn(inSession(engine, opened.session), opened.request);
  return toOutgoing(opened.answer, opened.decision, engine.sessions.ids.id('req'));
}

const engines = new WeakMap<Session, SessionEngine>();

/** The engine for one session: made once, since every request asks for it. */
export function inSession(engine: Engine, session: Session): SessionEngine {
  let own = engines.get(session);
  if (!own) engines.set(session, (own = { ...engine, session }));
  return own;
}

/** Answers a request in one session, whatever the request says about it. */
export function handleIn(engine: SessionEngine, request: IncomingRequest): Outgoing | Promise<Outgoing> {
  const started = engine.stopwatch();
  engine.session.runDueTasks();
  const requestId = engine.session.ids.id('req');
  const handled = answerTo(engine, request, requestId);
  if (!(handled instanceof Promise)) return send(engine, request, requestId, handled, started);
  return handled.then((done) => send(engine, request, requestId, done, started));
}

function answerTo(engine: SessionEngine, request: IncomingRequest, requestId: string): Handled | Promise<Handled> {
  const { document, session } = engine;
  const found = findRoute(document, request.url, request.method);
  const reached = reach(engine, request, requestId, found);
  if ('answer' in reached) return reached;

  const { platform } = found;
  const { operation, rawParams } = reached;
  const checked = new CheckedRequest(engine.validators, platform, operation, rawParams, request);
  const faults = faultsFor(session, operation, request);
  for (const { effect } of faults) {
    const { failures } = session.settings;
    const struck = { document, operation, requestId, failures, bodyValue: (pointer: string) => checked.bodyValue(pointer) };
    const answer = answerInstead(effect, struck);
    if (answer) return handledAs({ answer, decision: 'fault', verdict: undefined }, operation, checked, faults);
  }
  const verdict = operation.dashboard
    ? dashboardVerdict(session, operation, request, checked)
    : keyVerdict(session, operation, request, checked);
  const { decision } = verdict;
  if (decision !== 'allowed' && decision !== 'public') {
    const answer = refusal(engine, platform, operation, verdict, checked, requestId);
    return handledAs({ answer, decision, verdict }, operation, checked, faults);
  }
  if (engine.responder && !engine.modules[platform.id]?.behaviours[operation.id]) {
    const letIn = { operation, request, rawParams, seed: `${session.seed} ${requestId}` };
    const responded = respond(engine, engine.responder, platform, letIn, verdict, requestId);
    return responded.then((behaved) => handledAs(behaved, operation, checked, faults));
  }
  return handledAs(behave(engine, platform, operation, verdict, checked, requestId), operation, checked, faults);
}

/** The answer to a request that got as far as its operation. */
export type Behaved = Pick<Handled, 'answer' | 'decision' | 'verdict'>;

function handledAs(
  { answer, decision, verdict }: Behaved,
  operation: Operation,
  checked: CheckedRequest,
  faults: readonly Fault[],
): Handled {
  return { answer, decision, verdict, platform: operation.platform, operation, checked, faults, cors: operation.cors };
}

export const NO_FAULTS: readonly Fault[] = [];

/** The control interface is never faulty: it is the way to end a fault. */
function faultsFor(session: Session, operation: Operation, request: IncomingRequest): readonly Fault[] {
  if (session.faults.size === 0 || operation.platform === NEUTRAL) return NO_FAULTS;
  return takeFaults(session.faults, {
    platform: operation.platform,
    operationId: operation.id,
    method: operation.method,
    key: () => keyOf(session, operation, new RequestCredentials(request)),
  });
}

function keyVerdict(session: Session, operation: Operation, request: IncomingRequest, checked: CheckedRequest): Verdict {
  return authorize({
    session,
    operation,
    credentials: new RequestCredentials(request),
    checkRequest: () => checked.problem(),
    bodyValue: (pointer) => checked.bodyValue(pointer),
    instanceOf: (account) => instanceOf(session, account, operation, checked),
  });
}

function dashboardVerdict(session: Session, operation: Operation, request: IncomingRequest, checked: CheckedRequest): Verdict {
  return authorizeDashboard({
    session,
    operation,
    credentials: new RequestCredentials(request),
    checkRequest: () => checked.problem(),
  });
}

function refusal(
  engine: SessionEngine,
  platform: PlatformInfo,
  operation: Operation,
  verdict: Verdict,
  checked: CheckedRequest,
  requestId: string,
): Answer {
  const { decision, scheme } = verdict;
  const facts: Facts = { requestId, ...verdict.facts };
  if (decision === 'invalid_request') {
    const context = createContext(engine, operation, verdict, checked, requestId);
    const partly = engine.modules[platform.id]?.partial?.[operation.id]?.(checked.issues(), context as Context<never>);
    return partly ?? context.invalid(checked.issues());
  }
  if (decision === 'session_required') {
    return answerFromExample(engine.document.source, 401, operation.responses['401'], decision, facts);
  }
  if (isRequestFailure(platform, decision)) return answerToProblem(engine.document, platform, decision, facts);
  return answerToRefusal(engine.document, engine.session.settings.failures, operation, scheme, decision, facts);
}

function isRequestFailure(platform: PlatformInfo, decision: string): decision is RequestFailureKind {
  return decision in platform.requestFailures;
}

function behave(
  engine: SessionEngine,
  platform: PlatformInfo,
  operation: Operation,
  verdict: Verdict,
  checked: CheckedRequest,
  requestId: string,
): Behaved {
  const behaviour = engine.modules[platform.id]?.behaviours[operation.id];
  if (!behaviour) return { answer: unimplemented(operation.id), decision: 'unimplemented', verdict };
  try {
    const answer = behaviour(createContext(engine, operation, verdict, checked, requestId) as Context<never>);
    return { answer, decision: answer.decision ?? verdict.decision, verdict };
  } catch (error) {
    engine.onBug(error, operation.id);
    const answer = answerToProblem(engine.document, platform, 'server_error', { requestId });
    return { answer, decision: 'server_error', verdict };
  }
}
