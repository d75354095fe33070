/** The journal, and why a request was answered as it was. */
import type { components } from '@chaveiro/openapi/types';
import type { TraceStep } from '../../core/decision.ts';
import { entryOf, type JournalEntry, type JournalHead } from '../../core/journal.ts';
import type { Behaviours, Context } from '../../exchange/behaviour.ts';
import { iso } from '../../core/clock.ts';

type Schemas = components['schemas'];

export const requests = {
  /** Newest first. */
  listMockRequests: (ctx) => {
    const { page = 1, limit = 50, details = false, ...filters } = ctx.query;
    const entries = ctx.session.journal.list().filter(matcherOf(filters));
    const items = entries
      .slice((page - 1) * limit, page * limit)
      .map((entry) => (details ? detailedView(entryOf(entry)) : requestView(entry)));
    return ctx.reply(200, { items, page, limit, total: entries.length, totalPages: Math.ceil(entries.length / limit) });
  },

  clearMockRequests: (ctx) => {
    ctx.session.journal.clear();
    return ctx.reply(204, undefined);
  },

  getMockDecision: (ctx) => {
    const entry = ctx.session.journal.get(ctx.path.requestId);
    return entry ? ctx.reply(200, detailedView(entry)) : ctx.example(404, 'request_not_found');
  },
} satisfies Behaviours<'listMockRequests' | 'clearMockRequests' | 'getMockDecision'>;

type Filters = Omit<Context<'listMockRequests'>['query'], 'page' | 'limit' | 'details'>;

/** Whether an entry has every value that is asked for. */
export function matcherOf(filters: Filters): (entry: JournalHead) => boolean {
  const wanted = Object.entries(filters) as [keyof Filters, string | number][];
  return (entry) => wanted.every(([name, value]) => entry[name] === value);
}

export function requestView(entry: JournalHead): Schemas['MockRequest'] {
  return {
    requestId: entry.requestId,
    at: iso(entry.at),
    method: entry.method,
    path: entry.path,
    platform: entry.platform,
    operationId: entry.operationId,
    status: entry.status,
    decision: entry.decision,
    evidence: entry.evidence,
    source: entry.source,
    scheme: entry.scheme,
    keyId: entry.keyId,
    accountId: entry.accountId,
    instanceId: entry.instanceId,
    userAgent: entry.userAgent,
    faults: [...entry.faults],
    durationMs: entry.durationMs,
    ...(entry.violations && { violations: [...entry.violations] }),
  };
}

export function detailedView(entry: JournalEntry): Schemas['MockDecision'] {
  const { requestBody, responseBody, steps } = entry;
  return { ...requestView(entry), requestBody, responseBody, steps: steps.map(stepView) };
}

function stepView({ step, outcome, rule, detail, evidence, source }: TraceStep): Schemas['MockStep'] {
  return { step, outcome, rule, detail, evidence: evidence ?? null, source: source ?? null };
}
