/** The life of one request, top to bottom: route, authorise, behave, record, answer. */
import type { RequestFailureKind } from '@chaveiro/openapi/policy';
import { authorize, keyOf, type Verdict } from '../core/authorize/index.ts';
import { authorizeDashboard } from '../core/dashboard.ts';
import type { DecisionCode, Facts } from '../core/decision.ts';
import { takeFault, type Fault } from '../core/fault.ts';
import type { Session } from '../core/session.ts';
import type { Sessions } from '../core/sessions.ts';
import { answerFromExample, type Answer } from '../document/examples.ts';
import { answerToProblem, answerToRefusal, unimplemented } from '../document/failures.ts';
import type { LoadedDocument, PlatformInfo } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import type { Validators } from '../document/validators.ts';
import { answerInstead, withFault } from './apply-fault.ts';
import type { Context, PlatformModule } from './behaviour.ts';
import { checkRequest, type CheckedRequest } from './check-request.ts';
import { createContext } from './context.ts';
import { instanceOf } from './instance.ts';
import { openSession } from './open-session.ts';
import { toOutgoing, type Outgoing } from './outgoing.ts';
import { redactedBody, redactedPath } from './redact.ts';
import type { IncomingRequest } from './request.ts';
import { findRoute, NEUTRAL } from './route.ts';

/** What every request is handled with. */
export interface Engine {
  readonly document: LoadedDocument;
  readonly validators: Validators;
  readonly modules: Readonly<Record<string, PlatformModule>>;
  readonly sessions: Sessions;
  /** Real time in milliseconds, for durations only. */
  readonly stopwatch: () => number;
  /** Told of an error inside a behaviour: a bug of ours, never of the request. */
  readonly onBug: (error: unknown, operation: string) => void;
}

/** The engine at work for one session. */
export interface SessionEngine extends Engine {
  readonly session: Session;
}

/** An answer with the facts that its headers and the journal tell. */
interface Handled {
  readonly answer: Answer;
  readonly decision: DecisionCode;
  readonly verdict: Verdict | undefined;
  readonly platform: string | null;
  readonly operation: Operation | undefined;
  readonly body: unknown;
  readonly fault?: Fault;
}

/** Answers a request in the session that it belongs to. */
export function handle(engine: Engine, request: IncomingRequest): Outgoing {
  const opened = openSession(engine.sessions, engine.document, request);
  if (opened.ok) return handleIn({ ...engine, session: opened.session }, opened.request);
  return toOutgoing(opened.answer, opened.decision, engine.sessions.default.ids.id('req'));
}

/** Answers a request in one session, whatever the request says about it. */
export function handleIn(engine: SessionEngine, request: IncomingRequest): Outgoing {
  const { session } = engine;
  const started = engine.stopwatch();
  session.runDueTasks();
  const requestId = session.ids.id('req');
  const handled = answerTo(engine, request, requestId);
  const outgoing = toOutgoing(handled.answer, handled.decision, requestId);
  // Whoever looks at the journal through the control interface must not fill it by looking.
  if (handled.platform !== NEUTRAL) record(engine, request, requestId, handled, engine.stopwatch() - started);
  return handled.fault ? withFault(outgoing, handled.fault, session.clock, session.ids) : outgoing;
}

function answerTo(engine: SessionEngine, request: IncomingRequest, requestId: string): Handled {
  const { document, session } = engine;
  const { platform, route } = findRoute(document, request.url, request.method);
  const early = (problem: RequestFailureKind, facts: Facts = {}): Handled => ({
    answer: answerToProblem(document, platform, problem, { requestId, path: request.url.pathname, ...facts }),
    decision: problem,
    verdict: undefined,
    platform: platform.id,
    operation: undefined,
    body: undefined,
  });

  if (request.url.pathname.length + request.url.search.length > platform.limits.urlBytes.value) return early('uri_too_long');
  if (route.kind === 'unknown') return early('unknown_path');
  if (route.kind === 'wrong_method') return early('method_not_allowed', { allowedMethods: route.allowed.join(', ') });

  const { operation } = route;
  const fault = faultFor(session, operation, request);
  const instead = fault && answerInstead(document, operation, fault.effect);
  if (instead)
    return { answer: instead, decision: 'fault', verdict: undefined, platform: platform.id, operation, body: undefined, fault };

  const checked = checkRequest(engine.validators, platform, operation, route.rawParams, request);
  const verdict = operation.dashboard
    ? dashboardVerdict(engine, operation, request, checked)
    : keyVerdict(session, operation, request, checked);
  const common = {
    verdict,
    decision: verdict.decision,
    platform: platform.id,
    operation,
    body: checked.body(),
    ...(fault && { fault }),
  };
  if (verdict.decision !== 'allowed' && verdict.decision !== 'public') {
    return { ...common, answer: refusal(engine, platform, operation, verdict, checked, requestId) };
  }
  return { ...common, ...behave(engine, platform, operation, verdict, checked, requestId) };
}

/** The control interface is never faulty: it is the way to end a fault. */
function faultFor(session: Session, operation: Operation, request: IncomingRequest): Fault | undefined {
  if (session.faults.size === 0 || operation.platform === NEUTRAL) return undefined;
  return takeFault(session.faults, session.ids, {
    platform: operation.platform,
    operationId: operation.id,
    method: operation.method,
    key: () => keyOf(session, operation, credentialsOf(request)),
  });
}

function keyVerdict(session: Session, operation: Operation, request: IncomingRequest, checked: CheckedRequest): Verdict {
  return authorize({
    session,
    operation,
    credentials: credentialsOf(request),
    checkRequest: checked.problem,
    bodyValue: checked.bodyValue,
    instanceOf: (account) => instanceOf(session, account, operation, checked),
  });
}

function dashboardVerdict(
  engine: SessionEngine,
  operation: Operation,
  request: IncomingRequest,
  checked: CheckedRequest,
): Verdict {
  return authorizeDashboard({
    session: engine.session,
    operation,
    credentials: credentialsOf(request),
    checkRequest: checked.problem,
  });
}

function credentialsOf(request: IncomingRequest) {
  return {
    header: (name: string) => request.headers.get(name),
    query: (name: string) => request.url.searchParams.get(name),
  };
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
    return createContext(engine, operation, verdict, checked, requestId).invalid(checked.issues());
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
): Partial<Handled> & { readonly answer: Answer } {
  const behaviour = engine.modules[platform.id]?.behaviours[operation.id];
  if (!behaviour) return { answer: unimplemented(operation.id), decision: 'unimplemented' };
  try {
    const answer = behaviour(createContext(engine, operation, verdict, checked, requestId) as Context<never>);
    return { answer, ...(answer.decision && { decision: answer.decision }) };
  } catch (error) {
    engine.onBug(error, operation.id);
    return { answer: answerToProblem(engine.document, platform, 'server_error', { requestId }), decision: 'server_error' };
  }
}

function record(engine: SessionEngine, request: IncomingRequest, requestId: string, handled: Handled, durationMs: number): void {
  const { session } = engine;
  const { answer, verdict } = handled;
  session.journal.add({
    requestId,
    at: session.clock.now(),
    method: request.method,
    path: redactedPath(request.url),
    platform: handled.platform,
    operationId: handled.operation?.id ?? null,
    status: answer.status,
    decision: handled.decision,
    evidence: answer.evidence,
    source: answer.source,
    scheme: verdict?.scheme?.name ?? null,
    keyId: verdict?.key?.id ?? null,
    accountId: verdict?.account?.id ?? null,
    instanceId: verdict?.instanceId ?? null,
    userAgent: request.headers.get('user-agent'),
    requestBody: redactedBody(handled.body),
    responseBody: redactedBody(answer.body),
    durationMs,
    steps: verdict?.steps ?? [],
  });
}
