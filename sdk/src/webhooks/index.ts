// Deliveries that platforms send by themselves: that it was the platform, and what it tells.
export { WebhookBodyError, type WebhookBodyCode } from './body-error.ts';
export type {
  RDStationWebhookEvent,
  UnknownWebhookEvent,
  WebhookEventType,
  WebhookPayload,
  ZenvioWebhookEvent,
} from './events.ts';
export { rdstationWebhooks, type RDStationWebhooks, type RDStationWebhooksOptions } from './rdstation.ts';
export type { NodeRequest, WebhookRequest, WebRequest } from './request.ts';
export { WebhookSecretError, type WebhookSecretCode } from './secret-error.ts';
export type { Secrets } from './secrets.ts';
export { WebhookSignatureError, type WebhookSignatureCode } from './signature-error.ts';
export { expectToken } from './token.ts';
export { WebhookTokenError, type WebhookTokenCode } from './token-error.ts';
export { zenvioWebhooks, type ZenvioDelivery, type ZenvioWebhooks, type ZenvioWebhooksOptions } from './zenvio.ts';
