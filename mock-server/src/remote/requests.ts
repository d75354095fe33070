/** The journal of a running mock. */
import { resembles } from '../api/arrivals.ts';
import type { SessionApi } from '../api/session-api.ts';
import type { TraceStep } from '../core/decision.ts';
import type { JournalEntry } from '../core/journal.ts';
import { everyPage } from './every-page.ts';
import type { Remote } from './shape.ts';
import { answerOf, found, type Schemas, type Wire } from './wire.ts';

/** Fields that the mock can filter by; the others are compared here. */
const FILTERS = [
  'platform',
  'operationId',
  'method',
  'path',
  'status',
  'decision',
  'evidence',
  'scheme',
  'keyId',
  'accountId',
  'instanceId',
  'userAgent',
] as const;

export function requestsApi({ client }: Wire): Remote<SessionApi['requests']> {
  const listLike = async (like: Partial<JournalEntry>) => {
    // What is to be null no query can say.
    const filters = Object.fromEntries(
      FILTERS.flatMap((name) => (like[name] === null || like[name] === undefined ? [] : [[name, like[name]]])),
    );
    const pageOf = (page: number, limit: number) =>
      answerOf(client.GET('/__mock/requests', { params: { query: { ...filters, details: true, page, limit } } }));
    const entries = await everyPage(pageOf, ({ requestId }) => requestId);
    return entries.map(entryOf).filter((entry) => resembles(entry, like));
  };
  return {
    list: () => listLike({}),
    where: listLike,
    async get(requestId) {
      const asking = client.GET('/__mock/decisions/{requestId}', { params: { path: { requestId } } });
      return (await found(asking)) ? entryOf(await answerOf(asking)) : undefined;
    },
    async last() {
      const { items } = await answerOf(client.GET('/__mock/requests', { params: { query: { details: true, limit: 1 } } }));
      return items[0] && entryOf(items[0]);
    },
    async clear() {
      await answerOf(client.DELETE('/__mock/requests'));
    },
  };
}

function entryOf({ at, steps = [], requestBody, responseBody, ...entry }: Schemas['MockRequest']): JournalEntry {
  return {
    ...entry,
    at: Date.parse(at),
    decision: entry.decision as JournalEntry['decision'],
    requestBody,
    responseBody,
    steps: steps.map(stepOf),
  };
}

function stepOf({ step, outcome, rule, detail, evidence, source }: Schemas['MockStep']): TraceStep {
  return {
    step: step as TraceStep['step'],
    outcome,
    rule: rule ?? '',
    detail: detail ?? '',
    ...(evidence !== null && { evidence }),
    ...(source !== null && { source }),
  };
}
