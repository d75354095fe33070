/** The audit trail (`api_logs`), which key made which request: the mock's journal in Zenvio's shape. */
import { iso } from '../../core/clock.ts';
import type { components } from '@chaveiro/openapi/types';
import { entryOf, type JournalEntry, type JournalHead } from '../../core/journal.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { pageOf } from './page.ts';

type Log = components['schemas']['ZenvioLog'];
type Query = Context<'listLogs'>['query'];

/** Rows a page when `limit` is absent. From the successor's examples. */
const PAGE_SIZE = 20;

export const logs = {
  /**
   * Newest first (inferred). Requests whose key is unknown belong to no workspace and so stand in no log; those of a
   * revoked key do. A key that is locked to instances sees the requests about its own only (inferred).
   */
  listLogs: (ctx) => {
    const { page = 1, limit = PAGE_SIZE, apiKeyId } = ctx.query;
    if (apiKeyId !== undefined && ctx.session.keys.get(apiKeyId)?.accountId !== ctx.account.id) {
      return ctx.example(400, 'key_not_in_workspace');
    }
    const matches = filterOf(ctx.query);
    const entries = ctx.session.journal
      .list()
      .filter((entry) => entry.accountId === ctx.account.id && isOpenTo(ctx, entry) && matches(entry));
    const base = basePathOf(ctx);
    const { data, pagination } = pageOf(entries, page, limit);
    return ctx.reply(200, { success: true, data: data.map((entry) => toLog(entryOf(entry), base)), pagination });
  },
} satisfies Behaviours<'listLogs'>;

function isOpenTo({ key }: Context<'listLogs'>, { instanceId }: JournalHead): boolean {
  return !key?.instances || (instanceId !== null && key.instances.includes(instanceId));
}

function filterOf({ status, method, startDate, endDate, apiKeyId }: Query): (entry: JournalHead) => boolean {
  const statuses = status?.split(',').map(Number);
  const methods = method?.split(',');
  const from = startDate === undefined ? -Infinity : Date.parse(startDate);
  const until = endDate === undefined ? Infinity : Date.parse(endDate);
  return (entry) =>
    (statuses?.includes(entry.status) ?? true) &&
    (methods?.includes(entry.method) ?? true) &&
    entry.at >= from &&
    entry.at <= until &&
    (apiKeyId === undefined || entry.keyId === apiKeyId);
}

function toLog(entry: JournalEntry, base: string): Log {
  const [path = '', query] = entry.path.split('?', 2);
  return {
    id: entry.requestId,
    apiKeyId: entry.keyId,
    instanceId: entry.instanceId,
    endpoint: path.startsWith(`${base}/`) ? path : base + path,
    method: entry.method,
    status: entry.status,
    userAgent: entry.userAgent,
    // The mock does not look at where a request comes from.
    ip: null,
    requestQuery: query === undefined ? null : Object.fromEntries(new URLSearchParams(query)),
    requestBody: withoutRecipients(entry.requestBody),
    responseBody: objectOrNull(entry.responseBody),
    duration: entry.durationMs,
    createdAt: iso(entry.at),
  };
}

/** The log does not keep to whom something was sent, as the successor's examples show. */
function withoutRecipients(body: unknown): Record<string, unknown> | null {
  const object = objectOrNull(body);
  return object && 'to' in object ? { ...object, to: '[REDACTED]' } : object;
}

function objectOrNull(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
}

/** `/v1`: part of the logged endpoint also where the mock was called without it. */
function basePathOf({ document, operation }: Context<'listLogs'>): string {
  const server = document.platforms.get(operation.platform)?.server;
  return server === undefined ? '' : new URL(server).pathname.replace(/\/$/, '');
}
