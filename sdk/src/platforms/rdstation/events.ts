import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { RDStationErrorCode } from './codes.ts';

type WithoutFamily<Event> = Event extends unknown ? Omit<Event, 'event_family'> : never;

/**
 * An event: its type and what it says about the lead. The family is always `CDP`, and is added.
 *
 * ```ts
 * const sale: RDStationEvent = { event_type: 'SALE', payload: { email: 'ana@exemplo.com.br', funnel_name: 'default' } };
 * ```
 */
export type RDStationEvent = WithoutFamily<BodyOf<'createEvent'>>;

/**
 * Events (Eventos), which take an OAuth access token.
 *
 * ```ts
 * const rd = new RDStation({ accessToken: () => oauth.accessToken() });
 * await rd.events.create({ event_type: 'SALE', payload: { email: 'ana@exemplo.com.br', funnel_name: 'default' } });
 * ```
 */
export class RDStationEvents extends Resource<RDStationErrorCode> {
  /**
   * Records one event.
   *
   * ```ts
   * await rd.events.create({ event_type: 'SALE', payload: { email: 'ana@exemplo.com.br', funnel_name: 'default' } });
   * ```
   */
  create(event: RDStationEvent, options?: CallOptions): Call<ResultOf<'createEvent'>, RDStationErrorCode> {
    return this.call('createEvent', { body: inFamily(event) }, options);
  }

  /**
   * Records several events; the answer lists them in the same order. Where the platform takes some of them and refuses
   * others (207), the call succeeds: `refusedEvents` says which ones.
   *
   * ```ts
   * const answer = await rd.events.createBatch(events);
   * for (const { index, error } of refusedEvents(answer)) console.warn(events[index], error.issues);
   * ```
   */
  createBatch(events: readonly RDStationEvent[], options?: CallOptions): Call<ResultOf<'createEventBatch'>, RDStationErrorCode> {
    return this.call('createEventBatch', { body: events.map(inFamily) }, options);
  }
}

function inFamily(event: RDStationEvent): BodyOf<'createEvent'> {
  return { event_family: 'CDP', ...event };
}
