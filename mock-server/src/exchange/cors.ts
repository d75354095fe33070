/** Browsers on other origins: only an operation whose `x-cors` says so answers them. */
import type { Cors } from '@chaveiro/openapi/policy';
import type { Answer } from '../document/examples.ts';
import type { RouteResult } from '../document/router.ts';

/** What the path's operation says about other origins, also when the method was wrong. */
export function corsOf(route: RouteResult): Cors | undefined {
  return route.kind === 'unknown' ? undefined : route.operation.cors;
}

/** The answer to `OPTIONS`, which asks on behalf of a page whether it may send the real request. */
export function preflight(cors: Cors, allowed: readonly string[]): Answer {
  return {
    status: 204,
    headers: {
      'access-control-allow-methods': allowed.join(', '),
      'access-control-allow-headers': cors.headers.join(', '),
      ...(cors.maxAge !== undefined && { 'access-control-max-age': String(cors.maxAge) }),
    },
    contentType: 'application/json',
    body: undefined,
    evidence: cors.evidence,
    source: cors.source,
  };
}
