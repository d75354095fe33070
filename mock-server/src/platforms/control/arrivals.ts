/** What reached a platform, as rows that a test can look at. */
import type { Session } from '../../core/session.ts';
import type { Row, TableDefinition } from '../../core/table.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';
import * as pingback from '../pingback/tables.ts';
import * as rdstation from '../rdstation/tables.ts';
import * as zenvio from '../zenvio/tables.ts';
import { controlProblem } from './rules.ts';

type RowsOf = (session: Session, accountId: string) => Row[];

/** By platform and by the name that the in-process API has for them: `mock.pingback.contacts`. */
const TABLES: Readonly<Record<string, Readonly<Record<string, RowsOf>>>> = {
  pingback: {
    contacts: rowsOf(pingback.contactTable),
    segments: rowsOf(pingback.segmentTable),
    deals: rowsOf(pingback.dealTable),
    webhookRuns: rowsOf(pingback.webhookRunTable),
  },
  rdstation: {
    conversions: rowsOf(rdstation.conversionTable),
    leads: rowsOf(rdstation.leadTable),
    events: rowsOf(rdstation.eventTable),
    customFields: rowsOf(rdstation.customFieldTable),
  },
  zenvio: { messages: rowsOf(zenvio.messageTable), instances: rowsOf(zenvio.instanceTable) },
};

export const arrivals = {
  listMockArrivals: (ctx) => {
    const { page = 1, limit = 50, order = 'oldest', accountId } = ctx.query;
    const { platform, table } = ctx.path;
    const tables = Object.hasOwn(TABLES, platform) ? TABLES[platform] : undefined;
    const rowsIn = tables && Object.hasOwn(tables, table) ? tables[table] : undefined;
    if (!rowsIn) return controlProblem(ctx, 'table_not_found');
    const rows = ctx.session.accounts
      .find('platform', platform)
      .filter(({ id }) => accountId === undefined || id === accountId)
      .flatMap((account) => rowsIn(ctx.session, account.id).map((row) => ({ row, accountId: account.id })));
    if (order === 'newest') rows.reverse();
    const items = rows.slice((page - 1) * limit, page * limit);
    const total = rows.length;
    return ctx.reply(200, {
      items: items.map(({ row, accountId: owner }) => ({ ...row, accountId: owner })),
      page,
      limit,
      total,
      totalPages: Math.ceil(total / limit),
    });
  },
} satisfies Behaviours<'listMockArrivals'>;

function rowsOf<R extends Row>(definition: TableDefinition<R>): RowsOf {
  return (session, accountId) => session.table(accountId, definition).values();
}
