/** Turns faults into what a client sees of them. */
import { delayOf, type Fault, type FaultEffect } from '../core/fault.ts';
import { milliseconds, type Clock } from '../core/clock.ts';
import type { Facts } from '../core/decision.ts';
import type { KeyScheme } from '../core/scheme.ts';
import type { SessionSettings } from '../core/session.ts';
import { answerFromExample, type Answer } from '../document/examples.ts';
import { answerToRefusal } from '../document/failures.ts';
import type { LoadedDocument } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import { mockProblem } from './mock-problem.ts';
import type { Outgoing } from './outgoing.ts';

/** The request that a fault keeps from being handled. */
export interface Struck {
  readonly document: LoadedDocument;
  readonly operation: Operation;
  readonly requestId: string;
  /** Which alternatives the session chose. */
  readonly failures: SessionSettings['failures'];
  /** A value of the request's body; `undefined` where there is none. */
  bodyValue(this: void, pointer: string): unknown;
}

/** The answer of a fault that keeps the request from being handled at all, or `undefined`. */
export function answerInstead(effect: FaultEffect, struck: Struck): Answer | undefined {
  switch (effect.kind) {
    case 'status':
      return statusAnswer(effect, struck);
    case 'html': {
      const status = effect.status ?? 502;
      // A status that never has a body has no page either.
      return { ...neutral(status, htmlPage(status)), contentType: 'text/html' };
    }
    case 'rate_limited':
      return tooManyRequests(effect.example, struck);
    case 'drop':
      return effect.when === 'after' ? undefined : neutral(503, undefined);
    default:
      return undefined;
  }
}

/** The same answer with the faults in it. A header names them, so that a test can tell it from the real thing. */
export function withFaults(outgoing: Outgoing, faults: readonly Fault[], clock: Clock): Outgoing {
  const named = { ...outgoing, headers: { ...outgoing.headers, 'x-mock-fault': faults.map(({ id }) => id).join(', ') } };
  const faulty = faults.reduce(withEffect, named);
  const delay = faults.reduce((sum, fault) => sum + delayOf(fault), 0);
  return delay === 0 ? faulty : { ...faulty, wait: (signal) => clock.sleep(delay, signal) };
}

function withEffect(outgoing: Outgoing, { effect }: Fault): Outgoing {
  const { body } = outgoing;
  if (effect.kind === 'drop') return { ...outgoing, breakage: { kind: 'drop' } };
  // An answer without a body, such as a 204, has nothing that could be late, cut or of another type.
  if (body === undefined) return outgoing;
  switch (effect.kind) {
    case 'stall':
    case 'truncate': {
      const length = new TextEncoder().encode(body).length;
      if (length === 0) return outgoing;
      const after = Math.min(effect.after ?? length >> 1, length - 1);
      return { ...outgoing, breakage: { kind: effect.kind, after } };
    }
    case 'malformed':
      return { ...outgoing, body: brokenJson(body) };
    case 'content_type':
      return { ...outgoing, headers: { ...outgoing.headers, 'content-type': effect.contentType } };
    default:
      return outgoing;
  }
}

/** Half of it; half of a number may be one too. */
function brokenJson(body: string): string {
  const half = body.slice(0, Math.max(1, body.length >> 1));
  try {
    JSON.parse(half);
    return `{${half}`;
  } catch {
    return half;
  }
}

function statusAnswer(effect: FaultEffect & { readonly kind: 'status' }, struck: Struck): Answer {
  const { status, headers = {} } = effect;
  const fallback = effect.body === undefined ? documentedAnswer(status, struck) : undefined;
  const answer = fallback ?? neutral(status, effect.body ?? { message: `Fault injected by the mock: ${status}` });
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** What the document shows first for a status of this operation. */
function documentedAnswer(status: number, { document, operation, requestId }: Struck): Answer | undefined {
  const response = operation.responses[String(status)];
  const name = Object.values(response?.content ?? {}).flatMap(({ examples }) => Object.keys(examples ?? {}))[0];
  return name === undefined ? undefined : answerFromExample(document.source, status, response, name, { requestId });
}

/** In the words of the operation, or of the first operation of its platform that has any. */
function tooManyRequests(example: string | undefined, struck: Struck): Answer {
  const { document, requestId, failures } = struck;
  const limited = (candidate: Operation) =>
    candidate.platform === struck.operation.platform && candidate.responses['429'] !== undefined;
  const operation = limited(struck.operation) ? struck.operation : document.operations.find(limited);
  const scheme = operation?.security[0]?.scheme;
  if (!operation || !scheme)
    return mockProblem(429, 'rate_limited', 'Too many requests', 'A fault says so; the document has no words of its own for it.');
  const facts = { requestId, ...limitFacts(example ?? 'rate_limited', scheme.policy.rateLimits, struck) };
  const response = operation.responses['429'];
  const has = Object.values(response?.content ?? {}).some(({ examples = {} }) => Object.hasOwn(examples, example ?? ''));
  return example !== undefined && has
    ? answerFromExample(document.source, 429, response, example, facts)
    : answerToRefusal(document, failures, operation, scheme, 'rate_limited', facts);
}

/** As if the limit had just been passed, and the whole window were left to wait. */
function limitFacts(state: string, limits: KeyScheme['policy']['rateLimits'], struck: Struck): Facts {
  const limit = limits.find((candidate) => candidate.state === state) ?? limits[0];
  if (!limit) return {};
  const lead = limit.subject === undefined ? undefined : struck.bodyValue(limit.subject);
  const remainingSeconds = Math.ceil(milliseconds(limit.window) / 1000);
  return {
    limit: limit.requests,
    max: limit.requests,
    usage: limit.requests + 1,
    remainingSeconds,
    ...(typeof lead === 'string' && { lead }),
  };
}

function neutral(status: number, body: unknown): Answer {
  return { status, body, headers: {}, contentType: 'application/json', evidence: null, source: null };
}

/** What a gateway shows when nothing behind it answers. */
function htmlPage(status: number): string {
  return `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n</body>\r\n</html>\r\n`;
}
