import type { BodyOf, CallOptions, ChaveiroClient, ResultOf } from '../../types.ts';
import { dataOf, passed } from '../resource.ts';

/** What a conversion says: its identifier, the lead's e-mail, and what is known about the lead. */
export type RDStationConversionPayload = BodyOf<'createConversion'>['payload'];

/** Conversions (Conversões): the one thing that an API key may send. */
export class RDStationConversions {
  readonly #calls: ChaveiroClient;

  constructor(calls: ChaveiroClient) {
    this.#calls = calls;
  }

  /**
   * Records a conversion of a lead, and creates the lead where it is new. Every call records one: a repeated call is a
   * second conversion.
   */
  create(payload: RDStationConversionPayload, options?: CallOptions): Promise<ResultOf<'createConversion'>> {
    const body = { event_type: 'CONVERSION', event_family: 'CDP', payload } as const;
    return dataOf(this.#calls.POST('/platform/conversions', { ...passed(options), body }));
  }
}
