/** Zenvio's webhooks: the envelope, the events, the signature. */
import { iso } from '../../core/clock.ts';
import { document } from '@chaveiro/openapi';
import type { WebhookSignature } from '@chaveiro/openapi/policy';
import type { Session } from '../../core/session.ts';
import { emitWebhook, signatureValue, type WebhookStyle } from '../../webhooks/index.ts';
import type { Message } from './tables.ts';

const EVENTS = [
  'message.sent',
  'message.delivered',
  'message.read',
  'message.failed',
  'message.received',
  'message.responded',
  'message.deleted',
  'message.edited',
  'instance.connected',
  'instance.disconnected',
  'instance.qrcode',
] as const;

export type ZenvioEvent = (typeof EVENTS)[number];

/** As the document has it, with what of it is documented and what is inferred. */
const signature = document['x-platforms']['zenvio']?.webhooks?.signature as WebhookSignature;

/**
 * Events, envelope and header names are documented. Not documented, and so chosen here: `t` is the moment of the attempt,
 * so that a retry passes a check of its age; `X-Zenvio-Timestamp` is in seconds; time-out and retries.
 *
 * @see https://docs.zenvio.dev/eventos-do-webhooks-copied-1
 */
export const zenvioWebhooks: WebhookStyle = {
  events: EVENTS,
  timeout: '10s',
  retries: ['10s', '1m', '5m', '30m', '2h'],
  secretPrefix: signature.secretPrefix,
  headers({ body, secret, accountId, eventAt, attemptAt, choices }) {
    const signed = choices['webhook_signature'] === 'body' ? '{body}' : undefined;
    return {
      [signature.header]: signatureValue(signature, secret, attemptAt, body, signed),
      'X-Zenvio-Timestamp': String(Math.floor(eventAt / 1000)),
      'X-Workspace-Id': workspaceOf(accountId),
    };
  },
};

/** A workspace is an account of ours, with the prefix that the provider's examples have. */
function workspaceOf(accountId: string): string {
  return accountId.replace(/^(acc_)?/, 'ws_');
}

interface Happened {
  readonly event: ZenvioEvent;
  readonly accountId: string;
  readonly instanceId: string;
  /** Absent on instance events (inferred). */
  readonly messageId?: string;
  readonly at: number;
  readonly data: Readonly<Record<string, unknown>>;
}

export function emit(session: Session, { event, accountId, instanceId, messageId, at, data }: Happened): void {
  const payload = {
    event,
    workspace_id: workspaceOf(accountId),
    instance_id: instanceId,
    ...(messageId !== undefined && { message_id: messageId }),
    timestamp: iso(at),
    data,
  };
  emitWebhook(session, { platform: 'zenvio', accountId, event, identifier: instanceId, at, payload: () => payload });
}

/** `data` is documented for `message.read`; for the others it is inferred from that. */
export function emitMessage(session: Session, accountId: string, event: ZenvioEvent, message: Message, at: number): void {
  const { to, status, external_id: externalId, error_message: error } = message;
  const data = { to, status: status.toUpperCase(), externalId, ...(error !== null && { error }) };
  emit(session, { event, accountId, instanceId: message.instance_id, messageId: message.id, at, data });
}
