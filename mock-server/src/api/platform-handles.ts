/** The three platforms as a test sees them: accounts, and what arrived. */
import type { Session } from '../core/session.ts';
import type { LoadedDocument } from '../document/load.ts';
import * as pingback from '../platforms/pingback/tables.ts';
import * as rdstation from '../platforms/rdstation/tables.ts';
import * as zenvio from '../platforms/zenvio/tables.ts';
import { arrivals, type Arrivals } from './arrivals.ts';
import { customFieldArrivals, type CustomFieldArrivals } from './custom-fields.ts';
import { instanceArrivals, type InstanceArrivals } from './instance-arrivals.ts';
import { platformHandle, type PlatformHandle } from './platform-handle.ts';

export interface PingbackHandle extends PlatformHandle {
  readonly contacts: Arrivals<pingback.Contact>;
  readonly segments: Arrivals<pingback.Segment>;
  readonly deals: Arrivals<pingback.Deal>;
  /** Runs that the inbound webhook started. */
  readonly webhookRuns: Arrivals<pingback.WebhookRun>;
}

export interface RDStationHandle extends PlatformHandle {
  readonly conversions: Arrivals<rdstation.Conversion>;
  readonly leads: Arrivals<rdstation.Lead>;
  readonly events: Arrivals<rdstation.StoredEvent>;
  readonly customFields: CustomFieldArrivals;
}

export interface ZenvioHandle extends PlatformHandle {
  readonly messages: Arrivals<zenvio.Message>;
  readonly instances: InstanceArrivals;
}

export interface PlatformHandles {
  readonly pingback: PingbackHandle;
  readonly rdstation: RDStationHandle;
  readonly zenvio: ZenvioHandle;
  /** By the document's name for it. @throws {Error} for a name that the document does not have. */
  platform(id: string): PlatformHandle;
}

export function platformHandles(session: Session, document: LoadedDocument): PlatformHandles {
  const platform = (id: string) => {
    const info = document.platforms.get(id);
    if (!info) throw new Error(`The document has no platform "${id}". It has: ${[...document.platforms.keys()].join(', ')}.`);
    return platformHandle(session, document, info);
  };
  return {
    platform,
    get pingback() {
      return {
        ...platform('pingback'),
        contacts: arrivals(session, 'pingback', pingback.contactTable),
        segments: arrivals(session, 'pingback', pingback.segmentTable),
        deals: arrivals(session, 'pingback', pingback.dealTable),
        webhookRuns: arrivals(session, 'pingback', pingback.webhookRunTable),
      };
    },
    get rdstation() {
      return {
        ...platform('rdstation'),
        conversions: arrivals(session, 'rdstation', rdstation.conversionTable),
        leads: arrivals(session, 'rdstation', rdstation.leadTable),
        events: arrivals(session, 'rdstation', rdstation.eventTable),
        customFields: customFieldArrivals(session),
      };
    },
    get zenvio() {
      return {
        ...platform('zenvio'),
        messages: arrivals(session, 'zenvio', zenvio.messageTable),
        instances: instanceArrivals(session),
      };
    },
  };
}
