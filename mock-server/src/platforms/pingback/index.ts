/** Pingback: contacts, segments, deals, e-mail verification and the inbound webhook of automations. */
import type { PlatformModule } from '../../exchange/behaviour.ts';
import { contacts } from './contacts.ts';
import { deals } from './deals.ts';
import { withDeveloperMode } from './developer-mode.ts';
import { emailVerification } from './email-verification.ts';
import { invalidRequest } from './invalid-request.ts';
import { segments } from './segments.ts';
import { webhooks } from './webhooks.ts';

export const pingbackModule: PlatformModule = {
  behaviours: withDeveloperMode({ ...contacts, ...segments, ...deals, ...emailVerification, ...webhooks }),
  invalidRequest,
};
