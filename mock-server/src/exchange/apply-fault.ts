/** Turns a fault into what a client sees of it. */
import type { Fault, FaultEffect } from '../core/fault.ts';
import { milliseconds, type Clock } from '../core/clock.ts';
import type { Ids } from '../core/ids.ts';
import type { Answer } from '../document/examples.ts';
import { answerToRefusal } from '../document/failures.ts';
import type { LoadedDocument } from '../document/load.ts';
import type { Operation } from '../document/operation.ts';
import type { Outgoing } from './outgoing.ts';

const NOTHING = { headers: {}, evidence: null, source: null };

/** The answer of a fault that keeps the request from being handled at all, or `undefined`. */
export function answerInstead(document: LoadedDocument, operation: Operation, effect: FaultEffect): Answer | undefined {
  switch (effect.kind) {
    case 'status':
      return {
        ...NOTHING,
        status: effect.status,
        contentType: 'application/json',
        body: effect.body ?? defaultBody(effect.status),
        headers: effect.headers ?? {},
      };
    case 'html':
      return { ...NOTHING, status: effect.status ?? 502, contentType: 'text/html', body: undefined };
    case 'rate_limited':
      return answerToRefusal(document, {}, operation, operation.security[0]?.scheme, 'rate_limited', {
        usage: 1,
        remainingSeconds: 1,
      });
    case 'drop':
      return effect.when === 'after' ? undefined : { ...NOTHING, status: 503, contentType: 'application/json', body: undefined };
    default:
      return undefined;
  }
}

/** The same answer with the fault in it. The header names the fault, so that a test can tell it from the real thing. */
export function withFault(outgoing: Outgoing, fault: Fault, clock: Clock, ids: Ids): Outgoing {
  const { effect } = fault;
  const marked: Outgoing = { ...outgoing, headers: { ...outgoing.headers, 'x-mock-fault': fault.id } };
  const body = outgoing.body ?? '';
  switch (effect.kind) {
    case 'latency': {
      const delay = milliseconds(effect.delay) + ids.random() * milliseconds(effect.jitter ?? 0);
      return { ...marked, wait: () => clock.sleep(delay) };
    }
    case 'drop':
      return { ...marked, breakage: { kind: 'drop' } };
    case 'stall':
    case 'truncate':
      return { ...marked, breakage: { kind: effect.kind, after: Math.min(effect.after ?? body.length >> 1, body.length) } };
    case 'malformed':
      return { ...marked, body: body.slice(0, Math.max(1, body.length >> 1)) };
    case 'html':
      return { ...marked, headers: { ...marked.headers, 'content-type': 'text/html' }, body: htmlPage(outgoing.status) };
    case 'content_type':
      return { ...marked, headers: { ...marked.headers, 'content-type': effect.contentType } };
    default:
      return marked;
  }
}

function defaultBody(status: number): unknown {
  return { message: `Fault injected by the mock: ${status}` };
}

/** What a gateway shows when nothing behind it answers. */
function htmlPage(status: number): string {
  return `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n</body>\r\n</html>\r\n`;
}
