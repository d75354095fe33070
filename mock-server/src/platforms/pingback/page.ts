/** Pages of Pingback's lists. */

/** Documented for segments (https://www.pingback.com/docs/pt-BR/api-reference/segmented-lists/get-segments.md), inferred for contacts. */
const PAGE_SIZE = 10;

export interface Page<R> {
  /** Zero-based. */
  page: number;
  /** Rows in all pages. */
  total: number;
  data: R[];
}

/** One page of `rows`; empty past the last one (inferred). */
export function pageOf<R>(rows: readonly R[], page = 0): Page<R> {
  return { page, total: rows.length, data: rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE) };
}
