/** URLs that were registered for a platform's events. In life this is a screen of the dashboard. */
import type { Session } from '../core/session.ts';
import { defineTable, type Row, type Table } from '../core/table.ts';
import type { SealedSecret } from '../core/vault.ts';
import { checkedTarget } from './target.ts';
import { deliveryTable, WEBHOOKS } from './delivery.ts';
import type { WebhookStyle } from './style.ts';

export interface NewWebhook {
  readonly platform: string;
  /** Default: every account of the platform. */
  readonly accountId?: string;
  /** http or https, on this machine, or on a host that the mock was allowed to call. */
  readonly url: string;
  /** Default: every event of the platform. */
  readonly events?: readonly string[];
  /** Only events about these, such as the identifiers of conversions. Default: about anything. */
  readonly identifiers?: readonly string[];
  /** Parts of the payload that the platform sends where they are asked for alone: `COMPANY`. Default: none. */
  readonly include?: readonly string[];
  /** Signs deliveries, where the platform signs them. Default: a new one. */
  readonly secret?: string;
}

export interface WebhookRegistration extends Row {
  readonly platform: string;
  /** `null`: every account. */
  readonly accountId: string | null;
  readonly url: string;
  readonly events: readonly string[];
  /** `null`: about anything. */
  readonly identifiers: readonly string[] | null;
  readonly include: readonly string[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** A webhook just registered. `secret` is in no JSON and no `inspect`; `null` where the platform signs nothing. */
export interface RegisteredWebhook extends WebhookRegistration {
  readonly secret: string | null;
}

/** As it is kept: the secret sealed, since deliveries are signed with it. */
export interface StoredWebhook extends Omit<WebhookRegistration, 'include'> {
  /** Absent in files of earlier versions. */
  readonly include?: readonly string[];
  readonly sealed: SealedSecret | null;
}

const registrationTable = defineTable<StoredWebhook>('registrations', { platform: (webhook) => webhook.platform });

export function registrationsOf(session: Session): Table<StoredWebhook> {
  return session.table(WEBHOOKS, registrationTable);
}

/**
 * @param style how the platform sends webhooks; `undefined`: it sends none
 * @throws {Error} for a platform without webhooks, an unknown event, part or account, or a URL that may not be called
 */
export function registerWebhook(
  session: Session,
  style: WebhookStyle | undefined,
  allowedHosts: readonly string[],
  wanted: NewWebhook,
): RegisteredWebhook {
  const { platform, accountId = null, events, identifiers = null, include = [] } = wanted;
  if (!style) throw new Error(`The platform "${platform}" sends no webhooks.`);
  const unknown = events?.find((event) => !style.events.includes(event));
  if (unknown !== undefined) throw new Error(`${platform} has no event "${unknown}". Choose from: ${style.events.join(', ')}.`);
  const parts = style.parts ?? [];
  const unknownPart = include.find((part) => !parts.includes(part));
  if (unknownPart !== undefined)
    throw new Error(`${platform} has no part "${unknownPart}" to include. Choose from: ${parts.join(', ') || 'none'}.`);
  if (accountId !== null && session.accounts.get(accountId)?.platform !== platform)
    throw new Error(`${platform} has no account ${accountId}.`);
  const url = checkedTarget(wanted.url, allowedHosts);
  const secret = style.secretPrefix === undefined ? null : (wanted.secret ?? style.secretPrefix + session.ids.text('base62', 32));
  const stored = registrationsOf(session).insert({
    id: session.ids.id('wh'),
    platform,
    accountId,
    url: url.href,
    events: events ?? style.events,
    identifiers,
    include,
    createdAt: session.clock.now(),
    sealed: secret === null ? null : session.vault.seal(secret, 'aes-256-gcm'),
  });
  return Object.defineProperty(viewOf(stored), 'secret', { value: secret, enumerable: false }) as RegisteredWebhook;
}

/** In the order of registration. */
export function registrations(session: Session): WebhookRegistration[] {
  return registrationsOf(session).values().map(viewOf);
}

/** Also gives up what was still to be delivered. @returns whether there was one */
export function removeWebhook(session: Session, id: string): boolean {
  const deliveries = session.table(WEBHOOKS, deliveryTable);
  for (const delivery of deliveries.find('pending', id)) {
    deliveries.update(delivery.id, { status: 'failed', nextAttemptAt: null });
  }
  return registrationsOf(session).delete(id);
}

function viewOf({ sealed: _, include = [], ...registration }: StoredWebhook): WebhookRegistration {
  return { ...registration, include };
}
