// The Pingback client: one class, one file a resource.
import type { KeyInput } from '../../auth/index.ts';
import { callerOf, connect, type ConnectionOptions } from '../../http/index.ts';
import type { SchemaOf } from '../../types.ts';
import { PlatformClient } from '../platform-client.ts';
import { PingbackContacts } from './contacts.ts';
import { PingbackDeals } from './deals.ts';
import { PingbackEmails } from './emails.ts';
import type { PingbackErrorCode } from './codes.ts';
import { pingbackProfile } from './profile.ts';
import { PingbackSegments } from './segments.ts';
import { PingbackWebhooks } from './webhooks.ts';

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
  readonly contacts: PingbackContacts;
  readonly segments: PingbackSegments;
  readonly deals: PingbackDeals;
  readonly emails: PingbackEmails;
  readonly webhooks: PingbackWebhooks;

  /** @throws InvalidKeyError for a malformed key, TypeError for an option that cannot be used */
  constructor(options: PingbackOptions = {}) {
    const connection = connect(pingbackProfile, options, { pingbackKey: options.apiKey });
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
export type PingbackContact = SchemaOf<'PingbackContact'>;
export type PingbackContactCreate = SchemaOf<'PingbackContactCreate'>;
export type PingbackSegment = SchemaOf<'PingbackSegment'>;
export type PingbackDealCreate = SchemaOf<'PingbackDealCreate'>;
export type PingbackWebhookTrigger = SchemaOf<'PingbackWebhookTrigger'>;
export type { PingbackErrorCode } from './codes.ts';
