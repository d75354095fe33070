/** Pages of Zenvio's lists. */
import type { components } from '@chaveiro/openapi/types';

export interface Page<R> {
  data: R[];
  pagination: components['schemas']['ZenvioPagination'];
}

/** One page of `rows`, counted from 1; empty past the last one (inferred). */
export function pageOf<R>(rows: readonly R[], page: number, limit: number): Page<R> {
  const total = rows.length;
  return {
    data: rows.slice((page - 1) * limit, page * limit),
    pagination: { total, page, limit, totalPages: Math.ceil(total / limit) },
  };
}
