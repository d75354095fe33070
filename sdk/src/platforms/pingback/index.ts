// The Pingback client: one class, one file a resource.
import type { KeyInput } from '../../auth/index.ts';
import { callerOf, connect, type ConnectionOptions } from '../../http/index.ts';
import type { BodyOf, SchemaOf } from '../../types.ts';
import { PlatformClient } from '../platform-client.ts';
import { PingbackContacts } from './contacts.ts';
import { PingbackDeals } from './deals.ts';
import { PingbackEmails } from './emails.ts';
import type { PingbackErrorCode } from './codes.ts';
import { pingbackProfile } from './profile.ts';
import { PingbackSegments } from './segments.ts';
import { PingbackWebhooks } from './webhooks.ts';

/**
 * What the Pingback client takes.
 *
 * ```ts
 * const options: PingbackOptions = { apiKey: () => vault.read('pingback'), timeout: 10_000 };
 * ```
 */
export interface PingbackOptions extends ConnectionOptions {
  /** The account's key; `PINGBACK_API_KEY` by default. */
  readonly apiKey?: KeyInput | undefined;
}

/**
 * The Pingback Connect API, version 2. Methods return what Pingback answers, envelope included, and throw typed errors.
 *
 * ```ts
 * const pingback = new Pingback();
 * await pingback.contacts.create({ email: 'ana@exemplo.com.br', attributes: { name: 'Ana Souza' } });
 * ```
 */
export class Pingback extends PlatformClient {
  /** Contacts (Contatos). */
  declare readonly contacts: PingbackContacts;
  /** Segments (Segmentações). */
  declare readonly segments: PingbackSegments;
  /** Deals (Negócios). */
  declare readonly deals: PingbackDeals;
  /** E-mail addresses. */
  declare readonly emails: PingbackEmails;
  /** Inbound webhooks of automations (Automações). */
  declare readonly webhooks: PingbackWebhooks;

  /** @throws InvalidKeyError for a malformed key, TypeError for an option that cannot be used */
  constructor(options: PingbackOptions = {}) {
    const { apiKey, ...settings } = options;
    const connection = connect(pingbackProfile, settings, { pingbackKey: apiKey });
    super(connection);
    const call = callerOf<PingbackErrorCode>(connection);
    this.contacts = new PingbackContacts(call);
    this.segments = new PingbackSegments(call);
    this.deals = new PingbackDeals(call);
    this.emails = new PingbackEmails(call);
    this.webhooks = new PingbackWebhooks(call);
  }
}

export { PingbackContacts, PingbackDeals, PingbackEmails, PingbackSegments, PingbackWebhooks };
export type { PingbackErrorCode } from './codes.ts';

/**
 * A contact, as lists have it.
 *
 * ```ts
 * const emailOf = ({ email }: PingbackContact) => email;
 * ```
 */
export type PingbackContact = SchemaOf<'PingbackContact'>;
/**
 * A contact to create.
 *
 * ```ts
 * const contact: PingbackContactCreate = { email: 'ana@exemplo.com.br', attributes: { name: 'Ana Souza' } };
 * ```
 */
export type PingbackContactCreate = BodyOf<'createContact'>;
/**
 * A segment.
 *
 * ```ts
 * const nameOf = ({ name }: PingbackSegment) => name;
 * ```
 */
export type PingbackSegment = SchemaOf<'PingbackSegment'>;
/**
 * A deal to create.
 *
 * ```ts
 * const deal: PingbackDealCreate = { contactId, pipelineId, stageId, attributes: { pb_name: 'Plano anual' } };
 * ```
 */
export type PingbackDealCreate = BodyOf<'createDeal'>;
/**
 * What an inbound webhook takes.
 *
 * ```ts
 * const contact: PingbackWebhookTrigger = { email: 'ana@exemplo.com.br', customFields: [] };
 * ```
 */
export type PingbackWebhookTrigger = BodyOf<'triggerWebhook'>;
