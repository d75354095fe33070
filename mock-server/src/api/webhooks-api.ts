/** Webhooks as a test sees them: register a URL, look at what was delivered to it. */
import type { Session } from '../core/session.ts';
import type { PlatformModule } from '../exchange/behaviour.ts';
import {
  deliveryViews,
  registerWebhook,
  registrations,
  removeWebhook,
  type Courier,
  type NewWebhook,
  type RegisteredWebhook,
  type WebhookDelivery,
  type WebhookRegistration,
} from '../webhooks/index.ts';

export interface WebhooksApi {
  /**
   * Has a platform's events sent to a URL from now on; forgotten by a reset.
   * @throws {Error} for a platform without webhooks, an unknown event or account, or a URL that may not be called
   */
  register(webhook: NewWebhook): RegisteredWebhook;
  list(): WebhookRegistration[];
  /** Also gives up what was still to be delivered. @returns whether there was one */
  remove(id: string): boolean;
  /** Everything that was sent or is to be sent, oldest first, with each attempt. */
  deliveries(): WebhookDelivery[];
  /** Resolves when nothing is on its way and nothing is due; move the clock on to see retries. */
  settle(): Promise<void>;
}

export function webhooksApi(session: Session, courier: Courier, modules: Readonly<Record<string, PlatformModule>>): WebhooksApi {
  return {
    register: (wanted) => registerWebhook(session, modules[wanted.platform]?.webhooks, courier.allowedHosts, wanted),
    list: () => registrations(session),
    remove: (id) => removeWebhook(session, id),
    deliveries: () => deliveryViews(session),
    settle: () => courier.settle(session),
  };
}
