import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { RDStationErrorCode } from './codes.ts';

/** What a conversion says: its identifier, the lead's e-mail, and what is known about the lead. */
export type RDStationConversionPayload = BodyOf<'createConversion'>['payload'];

/** Conversions (Conversões): the one thing that an API key may send. */
export class RDStationConversions extends Resource<RDStationErrorCode> {
  /**
   * Records a conversion of a lead, and creates the lead where it is new. Every call records one: a repeated call is a
   * second conversion.
   */
  create(payload: RDStationConversionPayload, options?: CallOptions): Call<ResultOf<'createConversion'>, RDStationErrorCode> {
    const body = { event_type: 'CONVERSION', event_family: 'CDP', payload } as const;
    return this.call('createConversion', { body }, options);
  }
}
