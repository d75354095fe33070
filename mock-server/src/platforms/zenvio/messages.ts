/** WhatsApp messages (mensagens): send, follow, edit, cancel, delete. */
import { iso } from '../../core/clock.ts';
import type { AnswerBody, Behaviours, Context } from '../../exchange/behaviour.ts';
import { idempotencyKeyOf, remember, rememberedBody } from './idempotency.ts';
import { DEFAULT_RETRIES, startMessage } from './life-cycle.ts';
import { scheduleOf } from './schedule.ts';
import { instanceTable, messageTable, rememberedSendTable, type Message } from './tables.ts';
import { emitMessage, type ZenvioEvent } from './webhooks.ts';

/** Statuses of a message that has reached WhatsApp, and so the recipient may have it. */
const SENT = new Set(['sent', 'delivered', 'read', 'responded', 'edited']);
/** Statuses of a message that waits for its turn. */
const WAITING = new Set(['queued', 'scheduled']);
/** What has not happened to a new message. */
const UNTOUCHED = { sent_at: null, delivered_at: null, read_at: null, failed_at: null, error_message: null, external_id: null };

type MessageOperation = 'getMessage' | 'editMessage' | 'cancelMessage' | 'deleteMessage';

export const messages = {
  /** Takes a send for any existing instance, connected or not: what is not on its way yet is queued (inferred). */
  sendMessage: (ctx) => {
    const sends = ctx.table(rememberedSendTable);
    const idempotencyKey = idempotencyKeyOf(ctx.header);
    const first = idempotencyKey === undefined ? undefined : rememberedBody(sends, idempotencyKey, ctx.now);
    if (first) return ctx.reply(200, first);

    const { instance_id, to, type, payload, schedule, options } = ctx.body;
    const instance = ctx.table(instanceTable).get(instance_id);
    if (!instance && ctx.choices.unknown_instance === 'not_found') return ctx.example(404, 'instance_not_found');
    if (!instance) return ctx.example(400, 'invalid_instance');
    if (to.some((number) => number === instance.phoneNumber)) return ctx.example(400, 'cannot_send_to_self');
    const time = scheduleOf(schedule, ctx.now);
    if (time === 'out_of_window') return ctx.example(400, 'schedule_out_of_window');

    const table = ctx.table(messageTable);
    const created_at = iso(ctx.now);
    const message_ids = to.map((recipient) => {
      const id = ctx.session.ids.id('msg');
      const maxRetries = options?.maxRetries ?? DEFAULT_RETRIES;
      const row = { id, instance_id, to: recipient, type, payload, ...time, ...UNTOUCHED, created_at, maxRetries };
      startMessage(ctx.session, ctx.account.id, table.insert(row), ctx.now);
      return id;
    });
    const body = time.scheduled_at === null ? { message_ids, status: time.status } : { message_ids, ...time };
    if (idempotencyKey !== undefined) remember(sends, { id: idempotencyKey, at: ctx.now, body });
    return ctx.reply(202, body);
  },

  getMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, 'message_not_found');
    return ctx.reply(200, shown(message));
  },

  editMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, 'message_not_found');
    if (message.type !== 'text' || !SENT.has(message.status)) return ctx.example(400, 'cannot_edit');
    return act(ctx, { status: 'edited', payload: { message: ctx.body.text } }, 'message.edited');
  },

  cancelMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, 'message_not_found');
    if (message.status === 'processing') return ctx.example(400, 'cannot_cancel_processing');
    if (!WAITING.has(message.status)) return ctx.example(400, 'cannot_cancel_status');
    return act(ctx, { status: 'cancelled', dueAt: null });
  },

  /** For everyone, so through the phone: its instance has to be connected. */
  deleteMessage: (ctx) => {
    const message = messageOf(ctx);
    if (!message) return ctx.example(404, 'message_not_found');
    const connected = ctx.table(instanceTable).get(message.instance_id)?.status === 'ACTIVE';
    if (!connected || !SENT.has(message.status)) return ctx.example(400, 'cannot_delete');
    return act(ctx, { status: 'deleted', dueAt: null }, 'message.deleted');
  },
} satisfies Behaviours<MessageOperation | 'sendMessage'>;

function messageOf(ctx: Context<MessageOperation>): Message | undefined {
  return ctx.table(messageTable).get(ctx.path.messageId);
}

/** What the API tells of a message: not from which instance it comes, nor what the mock plans with it. */
function shown(message: Message): AnswerBody<'getMessage', 200> {
  const { id, instance_id: _instance, payload: _payload, dueAt: _due, ...rest } = message;
  const { failedAttempts: _failed, maxRetries: _retries, ...wire } = rest;
  return { message_id: id, ...wire };
}

function act(
  ctx: Context<'editMessage' | 'cancelMessage' | 'deleteMessage'>,
  change: Partial<Message> & { status: 'edited' | 'cancelled' | 'deleted' },
  event?: ZenvioEvent,
) {
  const message = ctx.table(messageTable).update(ctx.path.messageId, change);
  if (event) emitMessage(ctx.session, ctx.account.id, event, message, ctx.now);
  return ctx.reply(200, { success: true, message_ids: [message.id], status: change.status });
}
