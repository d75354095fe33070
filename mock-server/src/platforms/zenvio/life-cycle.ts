/**
 * A message's way through time: queued, processing, sent, delivered, read.
 *
 * That sends are queued and paced by instance is documented, the pace is not. Chosen here: an instance sends one
 * message a second, the half second before is `processing`; delivery and reading follow a second apart; a scheduled
 * message is sent at its very moment.
 *
 * @see https://docs.zenvio.dev/seguranca
 */
import { iso } from '../../core/clock.ts';
import type { Session } from '../../core/session.ts';
import type { Task } from '../../core/tasks.ts';
import { instanceTable, messageTable, senderTable, type Message } from './tables.ts';
import { fateOf } from './test-numbers.ts';
import { emit, emitMessage } from './webhooks.ts';

export const MESSAGE_TASK = 'zenvio.message';

/** Milliseconds between two messages of one instance, and between two steps of one message. */
const PACE = 1_000;
/** Milliseconds before sending in which a message can no longer be cancelled. */
const PROCESSING = 500;
/** The successor's default: https://github.com/notifique-dev/notifique-sdk. */
export const DEFAULT_RETRIES = 3;

const WAITING = new Set(['queued', 'scheduled', 'processing']);

/** Starts a new message on its way; without a connection it waits for one. */
export function startMessage(session: Session, accountId: string, message: Message, now: number): void {
  if (message.scheduled_at !== null) {
    planStep(session, accountId, message.id, Date.parse(message.scheduled_at) - PROCESSING, {});
  } else if (isConnected(session, accountId, message.instance_id)) {
    planStep(session, accountId, message.id, nextTurn(session, accountId, message.instance_id, now) - PROCESSING, {});
  }
}

/** Sends what has waited for the connection. */
export function resumeMessages(session: Session, accountId: string, instanceId: string, now: number): void {
  for (const message of messagesOf(session, accountId, instanceId)) {
    if (message.status === 'queued' && typeof message.dueAt !== 'number') startMessage(session, accountId, message, now);
  }
}

/** The instance is gone for good: what has not left never will (inferred). */
export function abandonMessages(session: Session, accountId: string, instanceId: string, now: number): void {
  for (const message of messagesOf(session, accountId, instanceId)) {
    if (WAITING.has(message.status)) fail(session, accountId, message, now, 'Instance removed.');
  }
}

/** Takes a message one step further; a step that was planned before something changed its course is no step. */
export function takeStep(session: Session, { accountId, subject, at }: Task): void {
  const message = session.table(accountId, messageTable).get(subject);
  if (message?.dueAt !== at) return;
  if (message.status === 'processing') attemptToSend(session, accountId, message, at);
  else if (WAITING.has(message.status)) startProcessing(session, accountId, message, at);
  else moveOn(session, accountId, message, at);
}

function startProcessing(session: Session, accountId: string, message: Message, at: number): void {
  if (isConnected(session, accountId, message.instance_id)) {
    planStep(session, accountId, message.id, at + PROCESSING, { status: 'processing' });
  } else change(session, accountId, message.id, { status: 'queued', dueAt: null });
}

function attemptToSend(session: Session, accountId: string, message: Message, at: number): void {
  if (!isConnected(session, accountId, message.instance_id)) {
    change(session, accountId, message.id, { status: 'queued', dueAt: null });
    return;
  }
  const { failures, delivered } = fateOf(message.to);
  const failedAttempts = message.failedAttempts ?? 0;
  if (failedAttempts >= failures) {
    const external_id = `wamid.HBgN${session.ids.text('base62', 22)}`;
    const sent = { status: 'sent' as const, sent_at: iso(at), external_id };
    const row = delivered
      ? planStep(session, accountId, message.id, at + PACE, sent)
      : change(session, accountId, message.id, { ...sent, dueAt: null });
    emitMessage(session, accountId, 'message.sent', row, at);
  } else if (failedAttempts < (message.maxRetries ?? DEFAULT_RETRIES)) {
    planStep(session, accountId, message.id, at + PACE, { failedAttempts: failedAttempts + 1 });
  } else fail(session, accountId, message, at, 'The number is not on WhatsApp.');
}

/** Past sending: the recipient's phone has it. An edited message stays `edited` (inferred). */
function moveOn(session: Session, accountId: string, message: Message, at: number): void {
  const { read, responded } = fateOf(message.to);
  const status = (next: Message['status']) => (message.status === 'edited' ? message.status : next);
  const goOn = (more: boolean, changes: Partial<Message>) =>
    more
      ? planStep(session, accountId, message.id, at + PACE, changes)
      : change(session, accountId, message.id, { ...changes, dueAt: null });
  if (message.delivered_at === null) {
    const row = goOn(read, { status: status('delivered'), delivered_at: iso(at) });
    emitMessage(session, accountId, 'message.delivered', row, at);
  } else if (message.read_at === null) {
    const row = goOn(responded, { status: status('read'), read_at: iso(at) });
    emitMessage(session, accountId, 'message.read', row, at);
  } else {
    const row = goOn(false, { status: status('responded') });
    emitMessage(session, accountId, 'message.responded', row, at);
    receiveMessage(session, accountId, { instanceId: row.instance_id, from: row.to, text: 'Ok, obrigado!' }, at);
  }
}

export interface Inbound {
  readonly instanceId: string;
  /** Digits with country code. */
  readonly from: string;
  readonly text: string;
}

/** Somebody writes to an instance. The API shows no inbound messages; the webhook does, with `data` as we infer it. */
export function receiveMessage(session: Session, accountId: string, { instanceId, from, text }: Inbound, at: number): void {
  const messageId = session.ids.id('msg');
  const externalId = `wamid.HBgN${session.ids.text('base62', 22)}`;
  const data = { from, type: 'text', message: text, externalId };
  emit(session, { event: 'message.received', accountId, instanceId, messageId, at, data });
}

function fail(session: Session, accountId: string, message: Message, at: number, error_message: string): void {
  const failed = change(session, accountId, message.id, { status: 'failed', failed_at: iso(at), error_message, dueAt: null });
  emitMessage(session, accountId, 'message.failed', failed, at);
}

function planStep(session: Session, accountId: string, id: string, at: number, changes: Partial<Message>): Message {
  session.plan({ at, kind: MESSAGE_TASK, accountId, subject: id });
  return change(session, accountId, id, { ...changes, dueAt: at });
}

/** When the instance can send one more message; it is taken by asking. */
function nextTurn(session: Session, accountId: string, instanceId: string, now: number): number {
  const senders = session.table(accountId, senderTable);
  const last = senders.get(instanceId);
  // A queue that was joined later than now is one that a clock set back has not come to.
  const isKnown = last !== undefined && (last.takenAt ?? 0) <= now;
  const lastAt = (isKnown ? Math.max(now, last.lastAt) : now) + PACE;
  senders.put({ id: instanceId, lastAt, takenAt: now });
  return lastAt;
}

function messagesOf(session: Session, accountId: string, instanceId: string): Message[] {
  return session
    .table(accountId, messageTable)
    .values()
    .filter((message) => message.instance_id === instanceId);
}

function isConnected(session: Session, accountId: string, instanceId: string): boolean {
  return session.table(accountId, instanceTable).get(instanceId)?.status === 'ACTIVE';
}

function change(session: Session, accountId: string, id: string, changes: Partial<Message>): Message {
  return session.table(accountId, messageTable).update(id, changes);
}
