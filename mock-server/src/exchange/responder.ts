/** Two seams of the exchange: who answers operations that have no behaviour, and who looks over every answer. */
import type { Verdict } from '../core/authorize/index.ts';
import type { DecisionCode } from '../core/decision.ts';
import type { Answer } from '../document/examples.ts';
import { answerToProblem } from '../document/failures.ts';
import type { PlatformInfo } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import type { Behaved, Handled, SessionEngine } from './handle.ts';
import type { Outgoing } from './outgoing.ts';
import { withoutSecrets } from './redact.ts';
import type { IncomingRequest } from './request.ts';
import { findRoute, NEUTRAL } from './route.ts';
import { secretsOf } from './secrets-of.ts';
import { shownPath } from './shown-path.ts';

/** A request that has been let in: its key is good, its encoding and its JSON are. */
export interface LetIn {
  readonly operation: Operation;
  readonly request: IncomingRequest;
  /** Path parameters as they came, still percent-encoded. */
  readonly rawParams: Readonly<Record<string, string>>;
  /** What is made up follows from it, so that a run can be repeated. */
  readonly seed: string;
}

export interface Responded {
  readonly answer: Answer;
  /** What in the request does not fit the document, in words; empty: nothing. */
  readonly wrong: readonly string[];
}

/** Answers operations that have no behaviour. */
export type Responder = (letIn: LetIn) => Promise<Responded>;

/** An exchange that has an operation, as it goes out. */
export interface Exchange extends Omit<LetIn, 'seed'> {
  readonly requestId: string;
  readonly session: string;
  readonly decision: DecisionCode;
  readonly outgoing: Outgoing;
  /** Path and query without any secret. */
  readonly path: string;
  /** The same value without any secret. */
  shown<T>(this: void, value: T): T;
}

/** Something in a request or an answer that the document does not allow. */
export interface Violation {
  readonly side: 'request' | 'response';
  /** Where: `body.email`, `query.page`; empty for the message as a whole. */
  readonly place: string;
  readonly message: string;
}

/** Looks over an exchange before its answer is sent. */
export type Inspector = (exchange: Exchange) => Promise<readonly Violation[]>;

/** Has a request answered by the responder; what the responder cannot do is a bug, not the client's. */
export async function respond(
  engine: SessionEngine,
  responder: Responder,
  platform: PlatformInfo,
  letIn: LetIn,
  verdict: Verdict,
  requestId: string,
): Promise<Behaved> {
  try {
    const { answer, wrong } = await responder(letIn);
    if (wrong.length > 0) return { answer, decision: 'invalid_request', verdict: refusedBy(verdict, wrong) };
    return { answer, decision: verdict.decision, verdict };
  } catch (error) {
    engine.onBug(error, letIn.operation.id);
    const answer = answerToProblem(engine.document, platform, 'server_error', { requestId });
    return { answer, decision: 'server_error', verdict };
  }
}

/** The trace as it would be, had the pipeline itself looked at the request. */
function refusedBy(verdict: Verdict, wrong: readonly string[]): Verdict {
  const detail = `the request does not fit the document: ${wrong.join('; ')}`;
  const steps = verdict.steps.filter(({ step }) => step !== 'request');
  return {
    ...verdict,
    decision: 'invalid_request',
    steps: [...steps, { step: 'request', outcome: 'refused', rule: 'schema', detail }],
  };
}

/** Nothing where the document has no say: no operation, a fault on purpose, the controls of the mock. */
export function exchangeOf(
  engine: SessionEngine,
  request: IncomingRequest,
  requestId: string,
  { operation, decision, faults }: Handled,
  outgoing: Outgoing,
): Exchange | undefined {
  const { document, session } = engine;
  if (!operation || operation.platform === NEUTRAL || faults.length > 0) return undefined;
  const { route } = findRoute(document, request.url, request.method);
  const rawParams = route.kind === 'found' ? route.rawParams : {};
  const secrets = secretsOf(engine, request);
  const path = shownPath(request.url, operation, document.secretParameters, secrets);
  const shown = <T>(value: T) => withoutSecrets(value, secrets);
  return { operation, request, rawParams, requestId, session: session.name, decision, outgoing, path, shown };
}
