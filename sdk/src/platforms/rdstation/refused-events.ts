import { readProblem } from '../../errors/problem.ts';
import { ValidationError } from '../../errors/validation-error.ts';
import type { ResultOf } from '../../types.ts';

/**
 * An event that the platform refused, of a batch that it took.
 *
 * ```ts
 * const describe = ({ index, error }: RefusedEvent) => `event ${index}: ${error.issues[0]?.path}`;
 * ```
 */
export interface RefusedEvent {
  /** The place of the event in the batch, from 0. */
  readonly index: number;
  /** Its `issues` say what is wrong; their paths begin at the event. */
  readonly error: ValidationError;
}

/**
 * The events of a batch that were not taken; none where all were.
 *
 * ```ts
 * const refused = refusedEvents(await rd.events.createBatch(events));
 * for (const { index, error } of refused) console.warn(events[index], error.message);
 * ```
 *
 * @param answer what `events.createBatch` gave
 */
export function refusedEvents({ events }: ResultOf<'createEventBatch'>): readonly RefusedEvent[] {
  return events.flatMap((event, index) => {
    if (!('errors' in event)) return [];
    const { code: platformCode, message = 'refused', issues } = readProblem(event);
    const facts = { platform: 'rdstation', operationId: 'createEventBatch', platformCode, issues };
    return [{ index, error: new ValidationError(`RD Station createEventBatch: event ${index}: ${message}`, facts) }];
  });
}
