/** RD Station Marketing: conversions by API key, events by OAuth token, and the lead base that both fill. */
import type { PlatformModule } from '../../exchange/behaviour.ts';
import { conversions } from './conversions.ts';
import { events, partialBatch } from './events.ts';
import { invalidRequest } from './invalid-request.ts';
import { rdstationWebhooks } from './webhooks.ts';

export const rdstationModule: PlatformModule = {
  behaviours: { ...conversions, ...events },
  partial: { createEventBatch: partialBatch },
  webhooks: rdstationWebhooks,
  invalidRequest,
};
