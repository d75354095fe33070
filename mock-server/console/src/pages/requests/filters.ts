/** Which requests are shown. The filters stand in the URL, so that a view can be kept and sent. */
import type { Entry } from './journal.ts';

export const FILTERS = ['platform', 'operation', 'status', 'decision', 'key'] as const;
export type FilterName = (typeof FILTERS)[number];
export type Filters = Partial<Record<FilterName, string>> & { readonly text?: string };

export function filtersIn(query: URLSearchParams): Filters {
  return Object.fromEntries([...FILTERS, 'text'].flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : [])));
}

/** What of an entry a filter looks at. */
const LOOKS_AT: Readonly<Record<FilterName, (entry: Entry) => string | null>> = {
  platform: ({ platform }) => platform,
  operation: ({ operationId }) => operationId,
  status: ({ status }) => String(status),
  decision: ({ decision }) => decision,
  key: ({ keyId }) => keyId,
};

/** Status also by its class: `4xx`. Text has to be somewhere in the entry, in any case of letters. */
export function matcherOf({ text = '', ...chosen }: Filters): (entry: Entry) => boolean {
  const wanted = Object.entries(chosen) as [FilterName, string][];
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return (entry) =>
    wanted.every(([name, value]) => fits(LOOKS_AT[name](entry), value)) &&
    (words.length === 0 || words.every((word) => textOf(entry).includes(word)));
}

/** The values that there are to choose from, with how many requests have each. */
export function valuesOf(entries: readonly Entry[], name: FilterName): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const value = LOOKS_AT[name](entry);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

function fits(value: string | null, wanted: string): boolean {
  return value === wanted || (/^\dxx$/.test(wanted) && value?.startsWith(wanted.slice(0, 1)) === true);
}

function textOf(entry: Entry): string {
  const { method, path, status, decision, operationId, requestId, keyId, accountId, instanceId, userAgent } = entry;
  return [method, path, status, decision, operationId, requestId, keyId, accountId, instanceId, userAgent]
    .join(' ')
    .toLowerCase();
}
