/** Which key made which request: the journal of one account. Zenvio's dashboard has this page; here every platform does. */
import type { components } from '@chaveiro/openapi/types';
import type { JournalHead } from '../../core/journal.ts';
import type { Session } from '../../core/session.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import { forManagers } from './access.ts';
import { iso } from '../../core/clock.ts';

export const apiLogs = {
  /** Newest first. A key of another account finds nothing. */
  listApiLogs: forManagers<'listApiLogs'>((ctx, { account }) => {
    const { page = 1, limit = 20, keyId, status, from, to } = ctx.query;
    const start = from === undefined ? -Infinity : Date.parse(from);
    const end = to === undefined ? Infinity : Date.parse(to);
    const entries = ctx.session.journal
      .list()
      .filter((entry) => entry.accountId === account.id)
      .filter((entry) => keyId === undefined || entry.keyId === keyId)
      .filter((entry) => status === undefined || entry.status === status)
      .filter(({ at }) => at >= start && at <= end);
    const items = entries.slice((page - 1) * limit, page * limit).map((entry) => logView(ctx.session, entry));
    return ctx.reply(200, { items, page, limit, total: entries.length, totalPages: Math.ceil(entries.length / limit) });
  }),
} satisfies Behaviours<'listApiLogs'>;

function logView(session: Session, entry: JournalHead): components['schemas']['ConsoleApiLog'] {
  const { requestId, at, keyId, method, path, status, decision, durationMs } = entry;
  const keyName = keyId === null ? null : (session.keys.get(keyId)?.name ?? null);
  return { id: requestId, at: iso(at), keyId, keyName, method, path, status, decision, durationMs };
}
