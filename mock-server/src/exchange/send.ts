/** The end of a request: its answer put into bytes, looked over where somebody does, written down and kept. */
import { withFaults } from './apply-fault.ts';
import type { Handled, SessionEngine } from './handle.ts';
import { isLooking } from './looking.ts';
import { onceKept } from './once-kept.ts';
import { toOutgoing, type Outgoing } from './outgoing.ts';
import { record } from './record.ts';
import type { IncomingRequest } from './request.ts';
import { exchangeOf } from './responder.ts';

/** @param started when the request came, on the engine's stopwatch. */
export function send(
  engine: SessionEngine,
  request: IncomingRequest,
  requestId: string,
  handled: Handled,
  started: number,
): Outgoing | Promise<Outgoing> {
  const outgoing = toOutgoing(handled.answer, handled.decision, requestId, handled.cors);
  const exchange = engine.inspector && exchangeOf(engine, request, requestId, handled, outgoing);
  if (!exchange) return conclude(engine, request, requestId, handled, outgoing, started);
  return engine
    .inspector(exchange)
    .then((violations) => conclude(engine, request, requestId, { ...handled, violations }, outgoing, started));
}

function conclude(
  engine: SessionEngine,
  request: IncomingRequest,
  requestId: string,
  handled: Handled,
  outgoing: Outgoing,
  started: number,
): Outgoing {
  const { session } = engine;
  if (!isLooking(handled.platform, request)) record(engine, request, requestId, handled, outgoing, engine.stopwatch() - started);
  // What the request set off for this very moment.
  session.runDueTasks();
  const sent = handled.faults.length > 0 ? withFaults(outgoing, handled.faults, session.clock) : outgoing;
  return engine.keeper ? onceKept(engine.keeper, session, sent) : sent;
}
