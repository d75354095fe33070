/** Where platforms put what has happened: one delivery for each registration that asked for it. */
import type { Session } from '../core/session.ts';
import { deliveriesOf } from './delivery.ts';
import { registrationsOf } from './registration.ts';

export interface WebhookEvent {
  readonly platform: string;
  readonly accountId: string;
  readonly event: string;
  /** What the event is about, for registrations that ask for certain ones only; absent: they do not ask for such events. */
  readonly identifier?: string | undefined;
  /** When it happened: milliseconds since the epoch, on the session's clock. */
  readonly at: number;
  /** The JSON body, with those of its parts that a registration asks for. */
  readonly payload: (parts: readonly string[]) => unknown;
}

/** Kind of the task that makes the courier look for what is due. */
export const COURIER_TASK = 'webhooks.deliver';

/** Deliveries that are kept; the oldest ones that are over go first. Looked after now and then, since it takes a look at all. */
const KEPT = 10_000;
const LOOKED_AFTER_EVERY = 1_000;

/** Whether any registration of a platform is there at all: until then an event need not even be put into words. */
export function somebodyListens(session: Session, platform: string): boolean {
  const registrations = registrationsOf(session);
  return registrations.size > 0 && registrations.find('platform', platform).length > 0;
}

/** Queues an event for every registration that matches; the courier takes it from there. */
export function emitWebhook(session: Session, { identifier, at, payload, ...happened }: WebhookEvent): void {
  const { platform, accountId, event } = happened;
  for (const webhook of registrationsOf(session).find('platform', platform)) {
    if (webhook.accountId !== null && webhook.accountId !== accountId) continue;
    if (!webhook.events.includes(event)) continue;
    if (identifier !== undefined && webhook.identifiers?.includes(identifier) === false) continue;
    const { id } = deliveriesOf(session).insert({
      id: session.ids.id('dlv'),
      webhookId: webhook.id,
      ...happened,
      url: webhook.url,
      payload: payload(webhook.include ?? []),
      eventAt: at,
      status: 'pending',
      attempts: [],
      nextAttemptAt: at,
    });
    session.plan({ at, kind: COURIER_TASK, accountId, subject: id });
  }
  dropOldest(session);
}

function dropOldest(session: Session): void {
  const deliveries = deliveriesOf(session);
  if (deliveries.size <= KEPT || deliveries.size % LOOKED_AFTER_EVERY !== 0) return;
  const over = deliveries.values().filter(({ status }) => status !== 'pending');
  for (const { id } of over.slice(0, deliveries.size - KEPT)) deliveries.delete(id);
}
