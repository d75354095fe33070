import type { Call } from '../../http/index.ts';
import type { BodyOf, CallOptions, ResultOf } from '../../types.ts';
import { Resource } from '../resource.ts';
import type { RDStationErrorCode } from './codes.ts';

/**
 * What a conversion says: its identifier, the lead's e-mail, and what is known about the lead.
 *
 * ```ts
 * const lead: RDStationConversionPayload = { conversion_identifier: 'ebook', email: 'ana@exemplo.com.br', tags: ['ebook'] };
 * ```
 */
export type RDStationConversionPayload = BodyOf<'createConversion'>['payload'];

/**
 * Conversions (Conversões): the one thing that an API key may send.
 *
 * ```ts
 * await rd.conversions.create({ conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' });
 * ```
 */
export class RDStationConversions extends Resource<RDStationErrorCode> {
  /**
   * Records a conversion of a lead, and creates the lead where it is new. Every call records one: a repeated call is a
   * second conversion.
   *
   * ```ts
   * const { event_uuid } = await rd.conversions.create({
   *   conversion_identifier: 'ebook',
   *   email: 'ana@exemplo.com.br',
   *   name: 'Ana Souza',
   * });
   * ```
   */
  create(payload: RDStationConversionPayload, options?: CallOptions): Call<ResultOf<'createConversion'>, RDStationErrorCode> {
    const body = { event_type: 'CONVERSION', event_family: 'CDP', payload } as const;
    return this.call('createConversion', { body }, options);
  }
}
