/** WhatsApp numbers (instâncias) of the workspace: list, get, create, disconnect, delete. */
import { iso } from '../../core/clock.ts';
import type { AnswerBody, Behaviours, Context } from '../../exchange/behaviour.ts';
import { disconnect, showQrCode } from './connection.ts';
import { abandonMessages } from './life-cycle.ts';
import { pageOf } from './page.ts';
import { instanceTable, type Instance } from './tables.ts';

/** Rows a page when `limit` is absent. Inferred from the SDK's tests. */
const PAGE_SIZE = 10;

export const instances = {
  /** A key that is locked to instances sees its own only (inferred). */
  listInstances: (ctx) => {
    const { page = '1', limit = String(PAGE_SIZE), status, search = '' } = ctx.query;
    const wanted = fold(search);
    const rows = ctx
      .table(instanceTable)
      .values()
      .filter(({ id }) => ctx.key?.instances?.includes(id) ?? true)
      .filter((instance) => status === undefined || instance.status === status)
      .filter(({ name, phoneNumber }) => fold(name).includes(wanted) || phoneNumber?.includes(wanted));
    return ctx.reply(200, { success: true, ...pageOf(rows, pageNumber(page), Number(limit)) });
  },

  getInstance: (ctx) => {
    const instance = instanceOf(ctx);
    return instance ? ctx.reply(200, { success: true, data: instance }) : ctx.example(404, 'instance_not_found');
  },

  /** Any key with the scope may create one, a locked key too; the lock does not open the new one to it. */
  createInstance: (ctx) => {
    const at = iso(ctx.now);
    const instance = ctx.table(instanceTable).insert({
      id: ctx.session.ids.id('inst'),
      name: ctx.body.name,
      phoneNumber: null,
      status: 'PENDING',
      createdAt: at,
      updatedAt: at,
    });
    const { id, name, status, phoneNumber, createdAt } = instance;
    // The same QR code for every instance: no real phone will ever scan it.
    const { evolution } = (ctx.example(200, 'pending').body as AnswerBody<'createInstance', 200>).data;
    showQrCode(ctx.session, ctx.account.id, instance, evolution.base64 ?? '', ctx.now);
    return ctx.reply(200, { success: true, data: { instance: { id, name, status, phoneNumber, createdAt }, evolution } });
  },

  /** Only an `ACTIVE` instance has a connection; one that waits for its QR code has none yet (inferred). */
  disconnectInstance: (ctx) => {
    const instance = instanceOf(ctx);
    if (!instance) return ctx.example(404, 'instance_not_found');
    if (instance.status !== 'ACTIVE') return ctx.example(400, 'instance_not_connected');
    const { id, status } = disconnect(ctx.session, ctx.account.id, instance, ctx.now);
    return ctx.reply(200, { success: true, data: { instance_id: id, status } });
  },

  /** Its messages stay, so that their status can still be asked for; those that have not left fail (inferred). */
  deleteInstance: (ctx) => {
    const instance = instanceOf(ctx);
    if (!instance) return ctx.example(404, 'instance_not_found');
    if (instance.status === 'ACTIVE') return ctx.example(400, 'instance_active');
    ctx.table(instanceTable).delete(instance.id);
    abandonMessages(ctx.session, ctx.account.id, instance.id, ctx.now);
    return ctx.reply(200, { success: true, data: { instance_id: instance.id, status: 'deleted' }, message: 'Instance removed.' });
  },
} satisfies Behaviours<'listInstances' | 'getInstance' | 'createInstance' | 'disconnectInstance' | 'deleteInstance'>;

function instanceOf(ctx: Context<'getInstance' | 'disconnectInstance' | 'deleteInstance'>): Instance | undefined {
  return ctx.table(instanceTable).get(ctx.path.instanceId);
}

/** The document lets a page have any number of digits; past what a number can tell apart there is nothing anyway. */
function pageNumber(digits: string): number {
  return Math.min(Number(digits), Number.MAX_SAFE_INTEGER);
}

/** Case and accents do not count when searching: `joao` finds João. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
