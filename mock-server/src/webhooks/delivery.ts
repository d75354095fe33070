/** One event on its way to one URL, with everything that was tried. */
import type { Session } from '../core/session.ts';
import { defineTable, type Row, type Table } from '../core/table.ts';
import { redactedBody, redactedPath } from '../exchange/redact.ts';

export type DeliveryStatus = 'pending' | 'delivered' | 'failed';

export interface Attempt {
  /** Milliseconds since the epoch, on the session's clock. */
  readonly at: number;
  /** `null`: there was no answer. */
  readonly status: number | null;
  /** Why there was no answer: `ECONNREFUSED`, `no answer within 5000 ms`, … */
  readonly error: string | null;
  /** Milliseconds of real time. */
  readonly durationMs: number;
}

/** What is kept of a delivery. */
export interface Delivery extends Row {
  readonly webhookId: string;
  readonly platform: string;
  readonly accountId: string;
  readonly event: string;
  readonly url: string;
  readonly payload: unknown;
  /** When the event happened: milliseconds since the epoch, on the session's clock. */
  readonly eventAt: number;
  readonly status: DeliveryStatus;
  readonly attempts: readonly Attempt[];
  /** `null`: none will follow. */
  readonly nextAttemptAt: number | null;
}

/** A delivery as a test sees it: credentials in the URL's query and in the body are masked. */
export interface WebhookDelivery extends Omit<Delivery, 'payload'> {
  readonly body: unknown;
}

/** Registrations and deliveries are of the session, not of one account. */
export const WEBHOOKS = 'webhooks';

export const deliveryTable = defineTable<Delivery>('deliveries', {
  pending: ({ status, webhookId }) => (status === 'pending' ? webhookId : undefined),
});

export function deliveriesOf(session: Session): Table<Delivery> {
  return session.table(WEBHOOKS, deliveryTable);
}

/** Oldest first. */
export function deliveryViews(session: Session): WebhookDelivery[] {
  return deliveriesOf(session)
    .values()
    .map(({ payload, ...delivery }) => ({
      ...delivery,
      url: redactedUrl(delivery.url),
      body: redactedBody(payload, session.secrets),
    }));
}

function redactedUrl(text: string): string {
  const url = new URL(text);
  return url.origin + redactedPath(url);
}
