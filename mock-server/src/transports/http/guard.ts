/** Keeps web pages from talking to a mock on this machine: only requests meant for it by name come in. */
import type { MiddlewareHandler } from 'hono';
import { problemResponse } from './neutral.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Refuses a request whose `Host` is not loopback (a page can point a name of its own at 127.0.0.1).
 * @param allowed further host names, such as a container's.
 */
export function loopbackOnly(allowed: readonly string[] = []): MiddlewareHandler {
  return async (context, next) => {
    const { hostname } = new URL(context.req.url);
    if (LOOPBACK.has(hostname) || hostname.endsWith('.localhost') || allowed.includes(hostname)) return next();
    return problemResponse(
      421,
      'unknown_host',
      'Unknown host',
      `This mock answers to localhost only, and the request was for "${hostname}". Allow the name with --allow-host if it is yours.`,
    );
  };
}
