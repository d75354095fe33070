import type { BodyOf, CallOptions, ChaveiroClient, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

type WithoutFamily<Event> = Event extends unknown ? Omit<Event, 'event_family'> : never;

/** An event: its type and what it says about the lead. The family is always `CDP`, and is added. */
export type RDStationEvent = WithoutFamily<BodyOf<'createEvent'>>;

/** Events (Eventos), which take an OAuth access token. */
export class RDStationEvents {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /** Records one event. */
  create(event: RDStationEvent, options?: CallOptions): Promise<ResultOf<'createEvent'>> {
    return dataOf(this.#calls.POST('/platform/events', { ...passed(options), body: inFamily(event) }));
  }

  /** Records several events; the answer lists them in the same order. */
  createBatch(events: readonly RDStationEvent[], options?: CallOptions): Promise<ResultOf<'createEventBatch'>> {
    return dataOf(this.#calls.POST('/platform/events/batch', { ...passed(options), body: events.map(inFamily) }));
  }
}

function inFamily(event: RDStationEvent): BodyOf<'createEvent'> {
  return { event_family: 'CDP', ...event };
}
