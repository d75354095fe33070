/** Nothing is answered before it is kept: whoever reads the answer may count on it. */
import type { Keeper } from '../core/keeper.ts';
import type { Session } from '../core/session.ts';
import { mockProblem } from './mock-problem.ts';
import { toOutgoing, type Outgoing } from './outgoing.ts';

/** The answer when all that it tells of is in the store; another one when that failed. */
export function onceKept(keeper: Keeper, session: Session, outgoing: Outgoing): Outgoing {
  try {
    keeper.commit(session);
    return outgoing;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const answer = mockProblem(
      503,
      'not_kept',
      'Not kept',
      `What this request did could not be written down, and a restart may forget it: ${reason}`,
    );
    return toOutgoing(answer, 'not_kept', outgoing.headers['x-mock-request-id'] ?? '');
  }
}
