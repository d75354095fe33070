/** The journal, and why a request was answered as it was. */
import type { components } from '@chaveiro/openapi/types';
import type { TraceStep } from '../../core/decision.ts';
import type { JournalEntry } from '../../core/journal.ts';
import type { Behaviours } from '../../exchange/behaviour.ts';

type Schemas = components['schemas'];

export const requests = {
  /** Newest first. */
  listMockRequests: (ctx) => {
    const { page = 1, limit = 50, ...filters } = ctx.query;
    const wanted = Object.entries(filters) as [keyof typeof filters, string | number][];
    const entries = ctx.session.journal.list().filter((entry) => wanted.every(([name, value]) => entry[name] === value));
    const items = entries.slice((page - 1) * limit, page * limit).map(requestView);
    return ctx.reply(200, { items, page, limit, total: entries.length, totalPages: Math.ceil(entries.length / limit) });
  },

  getMockDecision: (ctx) => {
    const entry = ctx.session.journal.get(ctx.path.requestId);
    if (!entry) return ctx.example(404, 'request_not_found');
    return ctx.reply(200, { ...requestView(entry), steps: entry.steps.map(stepView) });
  },
} satisfies Behaviours<'listMockRequests' | 'getMockDecision'>;

function requestView(entry: JournalEntry): Schemas['MockRequest'] {
  const { requestId, at, method, path, operationId, platform, status, decision, evidence, source, scheme, keyId, accountId } =
    entry;
  return {
    requestId,
    at: new Date(at).toISOString(),
    method,
    path,
    operationId,
    platform,
    status,
    decision,
    evidence,
    source,
    scheme,
    keyId,
    accountId,
  };
}

function stepView({ step, outcome, rule, detail, evidence, source }: TraceStep): Schemas['MockStep'] {
  return { step, outcome, rule, detail, evidence: evidence ?? null, source: source ?? null };
}
