import type { webhooks } from '@chaveiro/openapi/types';
import type { rdstation } from '../generated/webhooks/rdstation.ts';
import type { WebhookTable } from '../generated/webhooks/webhook-table.ts';
import type { zenvio } from '../generated/webhooks/zenvio.ts';
import { WebhookBodyError } from './body-error.ts';

/**
 * The events that the document knows, over all platforms.
 *
 * ```ts
 * const wanted: WebhookEventType[] = ['message.failed', 'WEBHOOK.CONVERTED'];
 * ```
 */
export type WebhookEventType = keyof webhooks;

/**
 * The body of an event, as the document has it.
 *
 * ```ts
 * const show = ({ data }: WebhookPayload<'message.read'>) => console.log(data.to, data.status);
 * ```
 */
export type WebhookPayload<Type extends WebhookEventType> = webhooks[Type]['post']['requestBody']['content']['application/json'];

type KnownEvents<Platform extends string, Types extends WebhookEventType> = {
  readonly [Type in Types]: { readonly platform: Platform; readonly type: Type; readonly payload: WebhookPayload<Type> };
}[Types];

/**
 * An event that the document does not know: platforms add some.
 *
 * ```ts
 * if (event.type === 'unknown') console.log(event.name, event.payload);
 * ```
 */
export interface UnknownWebhookEvent<Platform extends string = string> {
  /** Which platform sent it. */
  readonly platform: Platform;
  /** Tells it from the events that are known. */
  readonly type: 'unknown';
  /** As the platform calls it. */
  readonly name: string;
  /** The body as it came. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * What Zenvio tells. `type` says which event it is, and with that what its `payload` has.
 *
 * ```ts
 * if (event.type === 'message.failed') console.log(event.payload.message_id, event.payload.data.error);
 * ```
 */
export type ZenvioWebhookEvent = KnownEvents<'zenvio', (typeof zenvio.events)[number]> | UnknownWebhookEvent<'zenvio'>;

/**
 * What RD Station tells. `type` says which event it is, and with that what its `payload` has.
 *
 * ```ts
 * if (event.type === 'WEBHOOK.CONVERTED') console.log(event.payload.event_identifier, event.payload.contact.email);
 * ```
 */
export type RDStationWebhookEvent =
  KnownEvents<'rdstation', (typeof rdstation.events)[number]> | UnknownWebhookEvent<'rdstation'>;

/** An event of a platform, before its types know which. */
export interface AnyWebhookEvent {
  readonly platform: string;
  readonly type: string;
  readonly name?: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * The JSON of a body.
 * @throws WebhookBodyError when it is none; what the parser quotes of it is not passed on
 */
export function jsonOf(body: string | Uint8Array, platform: string): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw malformed(platform, 'is no JSON');
  }
}

/** @throws WebhookBodyError when the body names no event */
export function eventOf({ platform, eventField, events }: WebhookTable, body: unknown): AnyWebhookEvent {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed(platform, 'is no JSON object');
  const payload = body as Readonly<Record<string, unknown>>;
  const name = payload[eventField];
  if (typeof name !== 'string' || !name) throw malformed(platform, `has no ${eventField} that names the event`);
  return events.includes(name) ? { platform, type: name, payload } : { platform, type: 'unknown', name, payload };
}

function malformed(platform: string, what: string): WebhookBodyError {
  const hint = "Look at what was sent: it is not the platform's, or something on the way has changed it.";
  return new WebhookBodyError(`The body ${what}. ${hint}`, { code: 'event_malformed', platform, hint });
}
