/** What a platform tells the world: who registered for which events, and what became of each delivery. */
export { Courier, type CourierOptions } from './courier.ts';
export { deliveryViews, type Attempt, type DeliveryStatus, type WebhookDelivery } from './delivery.ts';
export { COURIER_TASK, emitWebhook, somebodyListens } from './outbox.ts';
export {
  registerWebhook,
  registrations,
  removeWebhook,
  type NewWebhook,
  type RegisteredWebhook,
  type WebhookRegistration,
} from './registration.ts';
export { signatureValue } from './signature.ts';
export type { WebhookStyle } from './style.ts';
