// The RD Station client: one class, one file a resource.
import type { KeyInput } from '../../auth/index.ts';
import { callerOf, connect, type ConnectionOptions } from '../../http/index.ts';
import type { SchemaOf } from '../../types.ts';
import { PlatformClient } from '../platform-client.ts';
import { RDStationConversions } from './conversions.ts';
import { RDStationEvents } from './events.ts';
import type { RDStationErrorCode } from './codes.ts';
import { rdstationProfile } from './profile.ts';

/**
 * What the RD Station client takes.
 *
 * ```ts
 * const options: RDStationOptions = { apiKey: keyRing([currentKey, nextKey]), accessToken: () => oauth.accessToken() };
 * ```
 */
export interface RDStationOptions extends ConnectionOptions {
  /** An API key (Chave de API), for conversions; `RDSTATION_API_KEY` by default. */
  readonly apiKey?: KeyInput | undefined;
  /** An OAuth access token, for events; `RDSTATION_ACCESS_TOKEN` by default. */
  readonly accessToken?: KeyInput | undefined;
}

/**
 * RD Station Marketing: conversions with an API key, events with an OAuth access token.
 *
 * ```ts
 * const rd = new RDStation();
 * const { event_uuid } = await rd.conversions.create({ conversion_identifier: 'ebook', email: 'ana@exemplo.com.br' });
 * ```
 */
export class RDStation extends PlatformClient {
  /** Conversions (Conversões), with an API key. */
  declare readonly conversions: RDStationConversions;
  /** Events (Eventos), with an OAuth access token. */
  declare readonly events: RDStationEvents;

  /** @throws InvalidKeyError for a malformed key, TypeError for an option that cannot be used */
  constructor(options: RDStationOptions = {}) {
    const { apiKey, accessToken, ...settings } = options;
    const connection = connect(rdstationProfile, settings, { rdstationKey: apiKey, rdstationOAuth: accessToken });
    super(connection);
    const call = callerOf<RDStationErrorCode>(connection);
    this.conversions = new RDStationConversions(call);
    this.events = new RDStationEvents(call);
  }
}

export { RDStationConversions, RDStationEvents };
export type { RDStationConversionPayload } from './conversions.ts';
export type { RDStationEvent } from './events.ts';
export { refusedEvents, type RefusedEvent } from './refused-events.ts';
export type { RDStationErrorCode } from './codes.ts';

/**
 * What a lead has agreed to (base legal).
 *
 * ```ts
 * const basis: RDStationLegalBasis = { category: 'communications', type: 'consent', status: 'granted' };
 * ```
 */
export type RDStationLegalBasis = SchemaOf<'RdStationLegalBasis'>;
