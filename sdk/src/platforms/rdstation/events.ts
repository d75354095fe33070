import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { RDStationErrorCode } from './codes.ts';

type WithoutFamily<Event> = Event extends unknown ? Omit<Event, 'event_family'> : never;

/** An event: its type and what it says about the lead. The family is always `CDP`, and is added. */
export type RDStationEvent = WithoutFamily<BodyOf<'createEvent'>>;

/** Events (Eventos), which take an OAuth access token. */
export class RDStationEvents extends Resource<RDStationErrorCode> {
  /** Records one event. */
  create(event: RDStationEvent, options?: CallOptions): Call<ResultOf<'createEvent'>, RDStationErrorCode> {
    return this.call('createEvent', { body: inFamily(event) }, options);
  }

  /** Records several events; the answer lists them in the same order. */
  createBatch(events: readonly RDStationEvent[], options?: CallOptions): Call<ResultOf<'createEventBatch'>, RDStationErrorCode> {
    return this.call('createEventBatch', { body: events.map(inFamily) }, options);
  }
}

function inFamily(event: RDStationEvent): BodyOf<'createEvent'> {
  return { event_family: 'CDP', ...event };
}
