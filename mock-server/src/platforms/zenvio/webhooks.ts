/** Zenvio's webhooks: the envelope, the events, the signature. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Session } from '../../core/session.ts';
import { emitWebhook, type WebhookStyle } from '../../webhooks/index.ts';
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

/**
 * Events, envelope and header names are documented, and that `X-Zenvio-Signature` is `t=<timestamp>,v1=<hash>` with an
 * HMAC-SHA256. Not documented, and so chosen here: the signed text is `{t}.{body}`, as the form suggests; `t` is the
 * moment of the attempt, so that a retry passes a check of its age; both timestamps are in seconds, the hash in
 * hexadecimal; time-out and retries.
 *
 * @see https://docs.zenvio.dev/eventos-do-webhooks-copied-1
 */
export const zenvioWebhooks: WebhookStyle = {
  events: EVENTS,
  timeout: '10s',
  retries: ['10s', '1m', '5m', '30m', '2h'],
  secretPrefix: 'whsec_',
  headers({ body, secret, accountId, eventAt, attemptAt }) {
    const t = seconds(attemptAt);
    return {
      'X-Zenvio-Signature': `t=${t},v1=${signatureOf(secret, t, body)}`,
      'X-Zenvio-Timestamp': String(seconds(eventAt)),
      'X-Workspace-Id': accountId,
    };
  },
};

/** HMAC-SHA256 of `{t}.{body}`, in hexadecimal. */
function signatureOf(secret: string, t: number, body: string): string {
  const encoder = new TextEncoder();
  return bytesToHex(hmac(sha256, encoder.encode(secret), encoder.encode(`${t}.${body}`)));
}

function seconds(at: number): number {
  return Math.floor(at / 1000);
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

/** The account's id stands for the workspace's. */
export function emit(session: Session, { event, accountId, instanceId, messageId, at, data }: Happened): void {
  const payload = {
    event,
    workspace_id: accountId,
    instance_id: instanceId,
    ...(messageId !== undefined && { message_id: messageId }),
    timestamp: new Date(at).toISOString(),
    data,
  };
  emitWebhook(session, { platform: 'zenvio', accountId, event, identifier: instanceId, at, payload });
}

/** `data` is documented for `message.read`; for the others it is inferred from that. */
export function emitMessage(session: Session, accountId: string, event: ZenvioEvent, message: Message, at: number): void {
  const { to, status, external_id: externalId, error_message: error } = message;
  const data = { to, status: status.toUpperCase(), externalId, ...(error !== null && { error }) };
  emit(session, { event, accountId, instanceId: message.instance_id, messageId: message.id, at, data });
}
